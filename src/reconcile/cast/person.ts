import { nameWords, type Actor, type Analysis } from '#model'
import { readRows } from '#text'
import { actorsOf, fullName } from './name.ts'
import { sideOf } from './side.ts'

/** What one report tells of a person: the word by which others may name it alone, the words of its name, and its party, '' where none is told. */
export interface Told {
  readonly key: string
  readonly name: string
  readonly party: string
}

const FORMS = new Map(
  readRows('parties', ['id', 'also']).flatMap(row => [row.id, ...row.also.split('|')].filter(form => form !== '').map(form => [form, row.id] as const)),
)
const LETTERS = new Map(readRows('party-marks', ['id', 'party']).map(row => [row.id, row.party] as const))

/** Characters after a name in which its party may stand. */
const BESIDE = 48
const MARKED = /^,? ?\(?(\p{Lu}\p{L}{0,2})(?:[-–—.]{1,2} ?\p{Lu}|\))/u
const BETWEEN = /^, (?:an? |the )?([^,;:()\n]{3,40}?)(?=[,.;:)\n])/
const WORD = /\s+/

/** The party that stands after a name: (R-Maine), a Labour member of parliament, Ohio Democrat. */
function partyAfter(text: string, end: number): string | undefined {
  const rest = text.slice(end, end + BESIDE)
  const marked = LETTERS.get(MARKED.exec(rest)?.[1] ?? '')
  if (marked !== undefined) return marked
  const words = BETWEEN.exec(rest)?.[1]?.split(WORD) ?? []
  if (words.length > 5) return undefined
  const last = FORMS.get(words.at(-1) ?? '')
  return last ?? (words[1] === 'of' || words[1] === 'from' ? FORMS.get(words[0] ?? '') : undefined)
}

const NAME = /^\p{Lu}[\p{L}.'’ -]*$/u

/** The words under which a person is looked for: those by which its report names it alone, else the last of its name. */
function keysOf({ names }: Actor, words: readonly string[]): string[] {
  const alone = names.filter(name => NAME.test(name)).map(nameWords)
  const short = alone.flatMap(one => (one.length === 1 && words.includes(one[0] ?? '') ? one : []))
  return [...new Set(short.length > 0 ? short : words.slice(-1))]
}

/** The parties that stand after the names of persons. */
function partiesAfter({ mentions, report }: Analysis): Map<string, string> {
  const found = new Map<string, string>()
  for (const { actor, form, span } of mentions) {
    if (form !== 'name' || actor === undefined || found.has(actor)) continue
    const mark = report.text.charAt(span[1])
    const party = mark === ',' || mark === ' ' ? partyAfter(report.text, span[1]) : undefined
    if (party !== undefined) found.set(actor, party)
  }
  return found
}

const PARTIES = new WeakMap<Analysis, ReadonlyMap<string, string>>()

/** The party that a report tells of a person: where the name is marked with it, else whom the person speaks for in the end. */
export function toldParty(actor: Actor, analysis: Analysis): string | undefined {
  let after = PARTIES.get(analysis)
  if (!after) PARTIES.set(analysis, (after = partiesAfter(analysis)))
  return after.get(actor.id) ?? sideOf(actor, actorsOf(analysis))
}

/** What a report tells of the persons in it: full names, and surnames whose party it tells. */
export function personsOf(analysis: Analysis): Told[] {
  const found = new Map<string, Told>()
  for (const actor of analysis.actors) {
    const name = fullName(actor)
    if (actor.kind !== 'person' || !NAME.test(name)) continue
    const words = nameWords(name)
    const party = toldParty(actor, analysis) ?? ''
    if (words.length === 0 || words.length > 4 || (words.length < 2 && party === '')) continue
    for (const key of keysOf(actor, words)) found.set(`${key} ${words.join(' ')} ${party}`, { key, name: words.join(' '), party })
  }
  return [...found.keys()].sort().flatMap(key => found.get(key) ?? [])
}
