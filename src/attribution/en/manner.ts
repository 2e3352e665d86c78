import type { Example } from '#model'
import { hasFinite, trimRange, wordAt, type Draft, type Page } from '../page.ts'
import type { Stretch } from './plain.ts'
import { looksLikeSource } from './tail.ts'

/** The longest source, and the longest "on Monday", "in a note to staff" behind the verb, in tokens. */
const LONGEST = 14
const ADJUNCT = 10
/** Verbs that tell without "it" that somebody has said the same: "as the agency has reported". */
const SAID = /^(?:say|report|note|warn|argue|explain|observe|state|acknowledge|stress|confirm|write|indicate|claim|allege|predict|reveal|disclose)$/
/** Verbs that tell with "it" how somebody worded what the sentence says: "as the mayor put it". */
const WORDED = /^(?:put|describe|phrase|call|see|tell|frame|say|explain)$/
const MARK = /^(?:[,;:.—–)]|--)$/

/** "The proposal, as the envoy described it, would keep the bridge open", "…, as the agency has reported": what somebody says is told by "as", the rest of the sentence is what is said. */
export function readManner(page: Page, stretch: Stretch): Draft[] {
  const found: Draft[] = []
  for (let i = stretch.from; i < stretch.to - 2; i++) {
    if (page.quoted[i] !== 0) continue
    const opens = wordAt(page, i) === 'as' && (i === stretch.from || /^(?:,|—|–|--)$/.test(wordAt(page, i - 1)))
    const bare = wordAt(page, i) === ','
    const draft = opens || bare ? readAs(page, stretch, i + 1, bare) : undefined
    if (draft) found.push(draft)
  }
  return found
}

function readAs(page: Page, stretch: Stretch, from: number, bare: boolean): Draft | undefined {
  const at = verbAfter(page, from, Math.min(stretch.to, from + LONGEST))
  if (at === undefined || (bare && wordAt(page, at + 1) !== 'it')) return undefined
  const end = endOfManner(page, stretch, at)
  let first = at
  while (first > from && /^(?:AUX|ADV)$/.test(page.tokens[first - 1]?.pos ?? '')) first--
  const source = trimRange(page, [from, first])
  if (end === undefined || !source || !looksLikeSource(page, source) || /^(?:i|we|you|it|long|soon|far|much|well|many)$/.test(wordAt(page, source[0])))
    return undefined
  const opening = bare ? from - 1 : from - 2
  const content = [trimRange(page, [stretch.from, Math.max(stretch.from, opening)]), trimRange(page, [end, stretch.to])].filter(part => part !== undefined)
  if (!content.some(part => hasFinite(page, part))) return undefined
  return { rule: 'attribution/en/manner', source, cue: [first, at + 1], content }
}

/** The verb of saying that ends the noun phrase from `from` on. */
function verbAfter(page: Page, from: number, to: number): number | undefined {
  for (let i = from + 1; i < to; i++) {
    const token = page.tokens[i]
    if (!token || page.quoted[i] !== 0 || MARK.test(token.text)) return undefined
    if (token.pos === 'AUX' || token.pos === 'ADV') continue
    if (token.pos === 'VERB') return SAID.test(token.lemma) || WORDED.test(token.lemma) ? i : undefined
    if (!/^(?:PROPN|NOUN|ADJ|DET|PRON|NUM|PART|ADP|CCONJ)$/.test(token.pos)) return undefined
  }
  return undefined
}

/** Where "put it on Monday," or "has reported." ends; undefined where the verb leads to a clause of its own. */
function endOfManner(page: Page, stretch: Stretch, verb: number): number | undefined {
  const it = wordAt(page, verb + 1) === 'it'
  if (!(it ? WORDED : SAID).test(page.tokens[verb]?.lemma ?? '')) return undefined
  const from = it ? verb + 2 : verb + 1
  for (let i = from; i < Math.min(stretch.to, from + ADJUNCT); i++) {
    if (MARK.test(wordAt(page, i))) return i
    const opens = /^(?:ADP|ADV|PROPN|NUM)$/.test(page.tokens[i]?.pos ?? '') || /day$|^(?:last|this|earlier|later)$/.test(wordAt(page, i))
    if (page.quoted[i] !== 0 || (i === from && !opens) || hasFinite(page, [i, i + 1])) return undefined
  }
  return from >= stretch.to ? stretch.to : undefined
}

export const examples: readonly Example[] = [
  {
    text: 'The plan, as the harbour clerk described it, would keep both bridges open.',
    list: 'statements',
    finds: ['«the harbour clerk» | «described» | «The plan» + «would keep both bridges open» | indirect speech publisher > office ([..2025-05-12])'],
  },
  { text: 'The plan, as usual, would keep both bridges open.', list: 'statements', finds: [] },
]
