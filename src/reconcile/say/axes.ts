import { readRows } from '#text'
import { contentHash } from '../form.ts'

/** Where a piece stands on an axis of told states: 1, -1, or 0 where it has words of both sides. */
export type Side = -1 | 0 | 1

interface Phrase {
  readonly axis: string
  readonly side: 1 | -1
  readonly words: readonly string[]
}

/** Hashes of the words that tell a state by themselves. */
export const stateHashes = new Set<number>()

const PHRASES = new Map<string, Phrase[]>()
for (const row of readRows('opposites', ['axis', 'side', 'words'])) {
  for (const phrase of row.words.split(';')) {
    const words = phrase.trim().split(' ')
    const first = words[0] ?? ''
    if (words.length === 1) stateHashes.add(contentHash(phrase.trim()))
    PHRASES.set(first, [...(PHRASES.get(first) ?? []), { axis: row.axis, side: row.side === '+' ? 1 : -1, words }])
  }
}

const NEGATORS = new Set([
  'not',
  'no',
  'never',
  'neither',
  'nor',
  'none',
  'cannot',
  'nobody',
  'nothing',
  'denied',
  'denies',
  'deny',
  'false',
  'untrue',
  'fabricated',
  'baseless',
])

/** Whether a word turns what is said into its opposite. */
export function isNegator(form: string): boolean {
  return NEGATORS.has(form) || form.endsWith("n't")
}

/** In a phrase of the rows: stands for up to so many words. */
const GAP = '…'
const GAP_WORDS = 4

/** Whether the words of a phrase stand at `at`, in order. */
function standsAt(forms: readonly string[], at: number, words: readonly string[]): boolean {
  let i = at
  for (let k = 0; k < words.length; k++) {
    if (words[k] !== GAP) {
      if (forms[i++] !== words[k]) return false
      continue
    }
    const next = forms.slice(i, i + GAP_WORDS + 1).indexOf(words[++k] ?? '')
    if (next < 0) return false
    i += next + 1
  }
  return true
}

/** How many words before a state's word a negator may stand and still turn it. */
const REACH = 4

const STOPS = new Set(['but', 'because', 'although', 'while', 'and', 'that', 'who', 'which'])

/** Words after a negator that limit or intend rather than deny: not only, not just, not to. */
const LIMITS = new Set(['just', 'only', 'merely', 'simply', 'to', 'yet', 'necessarily'])

/** The content words that negators turn: of each, one of the few words after it, up to a joining word. */
export function readDenied(forms: readonly string[]): number[] {
  const denied = forms.flatMap((form, i) => {
    if (!isNegator(form) || LIMITS.has(forms[i + 1] ?? '') || isGerund(forms, i)) return []
    const after = forms.slice(i + 1, i + 1 + REACH)
    const stop = after.findIndex(word => STOPS.has(word))
    const hashes = (stop < 0 ? after : after.slice(0, stop)).map(contentHash)
    const first = hashes.findIndex(hash => hash !== 0)
    if (first < 0) return []
    // "No contract deal" is no deal: after "no" the last of the words in one group.
    const group = hashes.slice(first)
    const end = group.indexOf(0)
    return [form === 'no' ? (group.slice(0, end < 0 ? undefined : end).at(-1) ?? 0) : (group[0] ?? 0)]
  })
  return [...new Set(denied)]
}

const BEING = new Set(['is', 'are', 'was', 'were', 'am', 'be', 'been', 'being', "i'm", "we're", "they're", "he's", "she's", "it's"])

/** Whether "not" turns a gerund, which tells no state: regrets not raising. */
function isGerund(forms: readonly string[], at: number): boolean {
  return forms[at] === 'not' && (forms[at + 1] ?? '').endsWith('ing') && !BEING.has(forms[at - 1] ?? '')
}

/** Nouns for talks and meetings. */
export const TALKS: ReadonlySet<string> = new Set(
  'talk talks talking negotiation negotiations dialogue discussions summit meeting session deal efforts'.split(' '),
)
/** How near to the noun of its matter a word of its state must stand. */
const BEFORE = 9
const AFTER = 6

/** Nouns of the matters of axes whose words tell of many things. */
const NOUNS: Readonly<Record<string, ReadonlySet<string>>> = {
  talks: TALKS,
  summit: new Set('summit meeting talks session visit vote strike conference round trip'.split(' ')),
  truce: new Set('truce ceasefire cease-fire fire armistice pause lull calm agreement accord deal'.split(' ')),
}

/** Words that tell the state of talks where none are named. */
const OF_TALKS = new Set(['impasse', 'deadlock', 'deadlocked', 'loggerheads', 'stalemate'])

/** Whether a word tells the state of what is named beside it, where the axis asks for that. */
function isOfMatter(axis: string, forms: readonly string[], at: number): boolean {
  const nouns = NOUNS[axis]
  if (!nouns || (axis === 'talks' && OF_TALKS.has(forms[at] ?? ''))) return true
  return forms.slice(Math.max(0, at - BEFORE), at + AFTER + 1).some(form => nouns.has(form))
}

/** Words for a way out, before those that tell a state: a way out of an impasse tells neither side. */
const WAY_OUT = new Set('out resolve resolves resolving resolved break breaks breaking broken end ends ending overcome solve bring avoid'.split(' '))

/** Axes of states that pass into one another from day to day. */
const DATING = new Set(['summit', 'parley', 'contact'])

/** Where the words stand on each axis that they touch; a negator shortly before turns the side. */
export function readAxes(forms: readonly string[]): Record<string, Side> {
  const sides: Record<string, Side> = {}
  forms.forEach((word, i) => {
    for (const phrase of PHRASES.get(word) ?? []) {
      if (!standsAt(forms, i, phrase.words) || !isOfMatter(phrase.axis, forms, i)) continue
      // What somebody is kept from doing is not told as done: prevent them from cheating.
      if (forms[i - 1] === 'from' && word.endsWith('ing')) continue
      // "A day after he cancelled the meeting" dates something else, and may look back from a time when it is on again.
      if (DATING.has(phrase.axis) && forms.slice(Math.max(0, i - 3), i).some(form => form === 'after' || form === 'since')) continue
      if (OF_TALKS.has(word) && forms.slice(Math.max(0, i - 4), i).some(form => WAY_OUT.has(form))) continue
      const turned = !phrase.words.some(isNegator) && forms.slice(Math.max(0, i - REACH), i).some(isNegator)
      const side: Side = turned ? (phrase.side === 1 ? -1 : 1) : phrase.side
      const before = sides[phrase.axis]
      sides[phrase.axis] = before === undefined || before === side ? side : 0
    }
  })
  return sides
}
