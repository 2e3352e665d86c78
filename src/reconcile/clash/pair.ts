import type { Finding, Span } from '#model'
import type { Card, Said } from '../card.ts'
import type { Likeness } from '../say/likeness.ts'
import type { Piece } from '../say/pieces.ts'
import { passesOn, type Sameness } from '../who.ts'

/** One side of a pair: a piece, its report, and who said it (absent: the publisher's own voice). */
export interface Told {
  readonly card: Card
  readonly piece: Piece
  readonly said: Said | undefined
}

/** Two pieces that tell of one matter, with what every rule asks of them. */
export interface Pair {
  readonly a: Told
  readonly b: Told
  /** How their words agree, times, figures and told states left out. */
  readonly like: Likeness
  /** Names of actors in both. */
  readonly names: number
  /** How much the two reports as wholes are about one thing: 0 to 1. */
  readonly topic: number
  /** Whether each names somebody or some place that the other does not. */
  readonly elsewhere: boolean
  readonly who: Sameness
  /** Days from the telling of a to that of b; undefined where one is undated. */
  readonly gap: number | undefined
}

/** What a rule finds between two pieces: which side stands in `support`, and why in a few neutral words. */
export interface Relation {
  readonly kind: Finding['kind']
  readonly type?: Finding['type']
  readonly support: 'a' | 'b'
  readonly spanA?: Span
  readonly spanB?: Span
  readonly why: string
  readonly rule: string
  /** Keeps apart what is no one finding though it meets in a place: the side of an axis that `support` stands on. */
  readonly facet?: string
}

/** The last day on which the telling may have been: of the utterance where it is dated, of publication else. */
export function dayTold({ card, said }: Told): number | undefined {
  return said?.dated ? said.days?.[1] : card.kin.day
}

/** The later side of a pair; the side with the greater report id where both are of one day. */
export function later(pair: Pair): 'a' | 'b' {
  if (pair.gap !== undefined && pair.gap !== 0) return pair.gap < 0 ? 'a' : 'b'
  return pair.a.card.report > pair.b.card.report ? 'a' : 'b'
}

/** Whether the words left agree well enough that both tell of one matter. */
export function isOneMatter(pair: Pair): boolean {
  const { like } = pair
  if (like.shared >= 2.5 && like.ofShorter >= 0.6 && like.ofBoth >= 0.42) return true
  return like.shared >= 2 && like.ofShorter >= 0.6 && like.ofBoth >= 0.36 && pair.names >= 2
}

/** Whether both name somebody and nobody in common: two tellings of talks between others. */
export function areStrangers(pair: Pair): boolean {
  return pair.a.piece.names.length > 0 && pair.b.piece.names.length > 0 && !shareName(pair)
}

/** Whether both speak, and are known to be two of different parties. */
export function bothSpeak({ a, b, who }: Pair): boolean {
  const heard = [a, b].every(({ said }) => said?.spoken && said.who.kind !== 'unstated' && said.who.name !== '' && !passesOn(said.who))
  return heard && who !== 'same' && who !== 'party'
}

/** Whether a name stands in both, known as an actor or only written with a capital; names of days do not count. */
export function shareName({ a, b, names }: Pair): boolean {
  const own = (x: typeof a, y: typeof b): boolean => x.piece.capitals.some(word => !x.piece.slots.includes(word) && y.piece.words.includes(word))
  return names > 0 || own(a, b) || own(b, a)
}

/** How many words stand in both that are no name, no day and no told state. */
export function sharedMatter({ a, b }: Pair): number {
  const plain = ({ piece }: Told, word: number): boolean => !piece.capitals.includes(word) && !piece.slots.includes(word)
  return a.piece.words.filter(word => b.piece.words.includes(word) && plain(a, word) && plain(b, word)).length
}
