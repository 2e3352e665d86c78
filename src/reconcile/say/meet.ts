import type { Card } from '../card.ts'
import { ratios, WHOLE, weightOf, type Agreement } from './likeness.ts'
import type { Piece } from './pieces.ts'

/** Two pieces that have words in common, and how their words agree: all of them, and those of their matter. */
export interface Met {
  readonly a: Piece
  readonly b: Piece
  readonly words: Agreement
  readonly matter: Agreement
}

/** The pieces of one card by their content words. */
export class WordIndex {
  readonly card: Card
  /** For each word the places of the pieces that hold it: twice the place, one more where it is a slot of the piece. */
  private readonly byWord = new Map<number, number[]>()
  private readonly counts: Uint16Array
  private readonly shared: Int32Array
  private readonly matter: Int32Array

  constructor(card: Card) {
    const size = card.pieces.length
    this.card = card
    this.counts = new Uint16Array(size)
    this.shared = new Int32Array(size)
    this.matter = new Int32Array(size)
    card.pieces.forEach((piece, at) => {
      for (const word of piece.words) {
        const place = 2 * at + (piece.slots.includes(word) ? 1 : 0)
        const list = this.byWord.get(word)
        if (list) list.push(place)
        else this.byWord.set(word, [place])
      }
    })
  }

  /** Calls `found` with the places of the pieces that share at least two content words with the piece, or one where both have quotations, and the weights of what they share. */
  share(piece: Piece, topic: ReadonlySet<number>, found: (at: number, words: number, matter: number) => void): void {
    const { byWord, counts, shared, matter, card } = this
    const touched: number[] = []
    for (const word of piece.words) {
      const places = byWord.get(word)
      if (!places) continue
      const weight = weightOf(word, topic)
      const inMatter = piece.slots.includes(word) ? 0 : weight
      for (const place of places) {
        const at = place >> 1
        if (counts[at] === 0) touched.push(at)
        counts[at] = (counts[at] ?? 0) + 1
        shared[at] = (shared[at] ?? 0) + weight
        if ((place & 1) === 0) matter[at] = (matter[at] ?? 0) + inMatter
      }
    }
    for (const at of touched) {
      if ((counts[at] ?? 0) >= 2 || (piece.quotes.length > 0 && (card.pieces[at]?.quotes.length ?? 0) > 0)) found(at, shared[at] ?? 0, matter[at] ?? 0)
      counts[at] = 0
      shared[at] = 0
      matter[at] = 0
    }
  }
}

/** The weights of all words, and of those of the matter, of each piece of a card. */
function weights({ pieces }: Card, topic: ReadonlySet<number>): { readonly words: Int32Array; readonly matter: Int32Array } {
  const [words, matter] = [new Int32Array(pieces.length), new Int32Array(pieces.length)]
  pieces.forEach((piece, at) => {
    let [sum, slots] = [0, 0]
    for (const word of piece.words) sum += weightOf(word, topic)
    for (const word of piece.slots) slots += weightOf(word, topic)
    words[at] = sum
    matter[at] = sum - slots
  })
  return { words, matter }
}

/** Whether two pieces that share next to no words have neither quotations, nor dated acts, nor a state of talks to be held together by. */
function tellsLittle(a: Piece, b: Piece): boolean {
  if (a.quotes.length > 0 && b.quotes.length > 0) return false
  if (a.deeds.length > 0 && b.deeds.length > 0) return false
  return a.axes['talks'] === undefined && b.axes['talks'] === undefined
}

/**
 * The pairs of pieces of two reports that share at least two content words, or have quotations to compare; found by word, so that
 * pieces with nothing in common are never held together. Of one report, each pair once. The card of the lesser id comes first,
 * whichever was indexed; in the order of its pieces. `topic` holds the words that both reports are about.
 */
export function meet(index: WordIndex, other: Card, topic: ReadonlySet<number>): Met[] {
  const { card } = index
  const turned = other.report > card.report
  const [ours, theirs] = [weights(card, topic), weights(other, topic)]
  const pairs: { readonly x: number; readonly y: number; readonly met: Met }[] = []
  other.pieces.forEach((piece, i) => {
    index.share(piece, topic, (at, words, matter) => {
      const held = card.pieces[at]
      if (!held || (card === other && at <= i) || (words < WHOLE && tellsLittle(piece, held))) return
      const agreement = {
        words: ratios(words, theirs.words[i] ?? WHOLE, ours.words[at] ?? WHOLE),
        matter: ratios(matter, theirs.matter[i] ?? WHOLE, ours.matter[at] ?? WHOLE),
      }
      pairs.push(turned ? { x: at, y: i, met: { a: held, b: piece, ...agreement } } : { x: i, y: at, met: { a: piece, b: held, ...agreement } })
    })
  })
  return pairs.sort((one, two) => one.x - two.x || one.y - two.y).map(({ met }) => met)
}
