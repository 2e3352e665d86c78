import type { Card } from '../card.ts'
import type { Piece } from './pieces.ts'

/** The pairs of pieces of two reports that share at least two content words, or have quotations to compare; found by word, so that pieces with nothing in common are never held together. Of one report, each pair once. */
export function meet(a: Card, b: Card): [Piece, Piece][] {
  const byWord = new Map<number, number[]>()
  b.pieces.forEach((piece, at) => {
    for (const word of piece.words) {
      const list = byWord.get(word)
      if (list) list.push(at)
      else byWord.set(word, [at])
    }
  })
  const pairs: [Piece, Piece][] = []
  a.pieces.forEach((piece, i) => {
    const counts = new Map<number, number>()
    for (const word of piece.words) for (const at of byWord.get(word) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1)
    for (const [at, count] of [...counts].sort((x, y) => x[0] - y[0])) {
      const other = b.pieces[at]
      if (!other || (a === b && at <= i)) continue
      if (count >= 2 || (piece.quotes.length > 0 && other.quotes.length > 0)) pairs.push([piece, other])
    }
  })
  return pairs
}
