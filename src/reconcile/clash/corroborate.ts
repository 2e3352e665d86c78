import { nameHash } from '../say/pieces.ts'
import { longestRun } from '../say/likeness.ts'
import { countsDiffer } from './figure.ts'
import { shareName, type Pair, type Relation, type Told } from './pair.ts'
import { passesOn } from '../who.ts'
import { opposedAxis } from './state.ts'

/** Links that can be a root: somebody who speaks, not an outlet or a paper that passes words on. */
const FIRST = new Set(['person', 'office', 'body', 'group'])

/** Whether a speaker has a name of its own, rather than a description or words of a headline. */
function isName(name: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(name)
}

function speaksFirst({ said, piece }: Told): boolean {
  return (
    said !== undefined &&
    said.spoken &&
    said.named &&
    !said.negated &&
    !piece.open &&
    FIRST.has(said.as) &&
    (said.as !== 'group' || said.who.of !== undefined) &&
    isName(said.who.name) &&
    !passesOn(said.who)
  )
}

/** Days by which two may say the same, each on its own. */
const DAYS = 2

/** Whether two speak who are not one, each for itself and at one time: never an outlet's voice. Whether they are of one party is asked of the whole case. */
function bothSpeakFirst(pair: Pair): boolean {
  return speaksFirst(pair.a) && speaksFirst(pair.b) && pair.who === 'different' && pair.gap !== undefined && Math.abs(pair.gap) <= DAYS
}

/** Words that are no names which two must share. */
const PLAIN = 2
/** Content words in one order that make both a telling of one utterance: of which one is quoted, or none. */
const QUOTED = 5
const PLAINLY = 7

function isRetold({ a, b }: Pair): boolean {
  const quoted = a.piece.quotes.length > 0 || b.piece.quotes.length > 0
  return longestRun(a.piece.words, b.piece.words) >= (quoted ? QUOTED : PLAINLY)
}

function plainInBoth({ a, b }: Pair): number {
  const isName = ({ piece }: Told, word: number): boolean => piece.capitals.includes(word)
  return a.piece.words.filter(word => b.piece.words.includes(word) && !isName(a, word) && !isName(b, word)).length
}

/** Two speakers who say the same in like words: never words that one quotes from the other. */
export function findCorroboration(pair: Pair): Relation | undefined {
  const { a, b } = pair
  if (!a.said?.spoken || !b.said?.spoken || a.piece.negated !== b.piece.negated) return undefined
  const { like } = pair
  if (like.shared < 3 || like.ofShorter < 0.6 || like.ofBoth < 0.48 || like.run >= 3 || !bothSpeakFirst(pair)) return undefined
  if (plainInBoth(pair) < PLAIN || isRetold(pair)) return undefined
  if (countsDiffer(pair) || opposedAxis(a.piece, b.piece) !== undefined) return undefined
  return { kind: 'corroboration', support: 'a', why: 'two speakers say the same in like words', rule: 'reconcile/clash/corroborate' }
}

/** Axes on which two who stand on one side say the same of one meeting or of one line of talks. */
const STATES = ['summit', 'parley', 'pledge'] as const
const ONE_MATTER = 0.3

/** Whether two pieces stand on one side of such an axis, and on no two sides of another. */
function agreeOn(pair: Pair): string | undefined {
  const [x, y] = [pair.a.piece.axes, pair.b.piece.axes]
  const axis = STATES.find(one => (x[one] ?? 0) * (y[one] ?? 0) > 0)
  return axis === undefined || opposedAxis(pair.a.piece, pair.b.piece) !== undefined ? undefined : `${axis} ${String(x[axis])}`
}

/** Whether both speak of the same who are told to have kept or broken a pledge: never of one another. */
function sameKeeper({ a, b }: Pair): boolean {
  const own = [a, b].flatMap(({ said }) => (said ? [said.who.name, said.who.of ?? ''].map(name => nameHash(name, false)) : []))
  return a.piece.names.some(name => b.piece.names.includes(name) && !own.includes(name))
}

function partyHash({ said }: Told): number {
  return nameHash(said?.who.of ?? said?.who.name ?? '', false)
}

/** Whether one names the party of the other: each tells of its talks with the other. */
function speakOfOneTalk({ a, b }: Pair): boolean {
  return a.piece.names.includes(partyHash(b)) && b.piece.names.includes(partyHash(a))
}

/** Two speakers who tell one state of a meeting or of talks between the same, in whatever words; or name one who asked for talks. */
export function findAgreement(pair: Pair): Relation | undefined {
  const { a, b } = pair
  const asker = a.piece.asker?.some(one => b.piece.asker?.includes(one)) ? 'asker' : undefined
  const facet = asker ?? agreeOn(pair)
  if (facet === undefined || pair.topic < ONE_MATTER || !bothSpeakFirst(pair) || !(shareName(pair) || speakOfOneTalk(pair))) return undefined
  if (facet.startsWith('pledge') && !sameKeeper(pair)) return undefined
  const why = asker ? 'two speakers name one who asked for talks' : 'two speakers tell one state of one matter'
  return { kind: 'corroboration', support: 'a', why, rule: 'reconcile/clash/agree', facet }
}
