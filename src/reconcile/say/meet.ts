import type { Card } from '../card.ts'
import type { Piece } from './pieces.ts'

/** A pair of pieces that have words in common, by their places in the two cards. */
export type Met = readonly [a: Piece, b: Piece]

/** The pieces of one card by their content words. */
export class WordIndex {
  readonly card: Card
  private readonly byWord = new Map<number, number[]>()
  private readonly counts: Uint16Array

  constructor(card: Card) {
    this.card = card
    this.counts = new Uint16Array(card.pieces.length)
    card.pieces.forEach((piece, at) => {
      for (const word of piece.words) {
        const list = this.byWord.get(word)
        if (list) list.push(at)
        else this.byWord.set(word, [at])
      }
    })
  }

  /** The places of the pieces that share at least two content words with the piece, or one where both have quotations. */
  sharing(piece: Piece): number[] {
    const { byWord, counts, card } = this
    const touched: number[] = []
    for (const word of piece.words) {
      for (const at of byWord.get(word) ?? []) {
        const count = counts[at] ?? 0
        if (count === 0) touched.push(at)
        counts[at] = count + 1
      }
    }
    const found = touched.filter(at => (counts[at] ?? 0) >= 2 || (piece.quotes.length > 0 && (card.pieces[at]?.quotes.length ?? 0) > 0))
    for (const at of touched) counts[at] = 0
    return found
  }
}

/** The pairs of pieces of two reports that share at least two content words, or have quotations to compare; found by word, so that pieces with nothing in common are never held together. Of one report, each pair once. In the order of the pieces. */
export function meet(index: WordIndex, other: Card): Met[] {
  const { card } = index
  const pairs: [number, number][] = []
  other.pieces.forEach((piece, i) => {
    for (const at of index.sharing(piece)) if (card !== other || at > i) pairs.push([i, at])
  })
  // The card of the lesser id comes first, whichever was indexed.
  const first = other.report <= card.report ? other : card
  const second = first === other ? card : other
  const ordered = first === other ? pairs : pairs.map(([i, at]): [number, number] => [at, i])
  return ordered
    .sort((x, y) => x[0] - y[0] || x[1] - y[1])
    .flatMap(([x, y]): Met[] => {
      const [a, b] = [first.pieces[x], second.pieces[y]]
      return a && b ? [[a, b]] : []
    })
}
