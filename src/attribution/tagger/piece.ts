import type { Reading, Span } from '#model'
import { STATES, isBegin, stateOf, type Part } from './labels.ts'
import type { Sheet } from './sheet.ts'

/** A part of an attribution, as the tagger marks it: which parts belong together is not yet said. */
export interface Piece {
  readonly part: Part
  /** On which side of its cue it stands. */
  readonly side: 'before' | 'after' | 'none'
  readonly span: Span
  /** Its tokens. */
  readonly from: number
  readonly to: number
  /** Its units in the sheet that it was cut from, and the first unit of the sentence that it begins in. */
  readonly low: number
  readonly high: number
  readonly sentence: number
}

/** The piece of a kind that the units `[low, high)` make up. */
export function makePiece(reading: Reading, sheet: Sheet, { part, side }: Pick<Piece, 'part' | 'side'>, low: number, high: number): Piece {
  const from = sheet.from[low] ?? 0
  const to = sheet.to[high - 1] ?? from + 1
  return { part, side, span: [reading.tokens[from]?.start ?? 0, reading.tokens[to - 1]?.end ?? 0], from, to, low, high, sentence: sheet.sentence[low] ?? 0 }
}

/** The pieces that labels mark in the units `[low, high)`, in reading order; the first label is that of unit `start`. */
export function cutPieces(reading: Reading, sheet: Sheet, labels: Uint8Array, low = 0, high = sheet.count, start = 0): Piece[] {
  const pieces: Piece[] = []
  let state = -1
  let first = low
  for (let i = low; i <= high; i++) {
    const label = i < high ? (labels[i - start] ?? 0) : 0
    const kind = STATES[state]
    if (kind && (label === 0 || isBegin(label))) {
      pieces.push(makePiece(reading, sheet, kind, first, i))
      state = -1
    }
    if (label > 0 && state < 0) {
      state = stateOf(label)
      first = i
    }
  }
  return pieces
}
