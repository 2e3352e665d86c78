import type { Reading, Span } from '#model'
import { MOST_FEATURES, findLandmarks, writeFeatures } from './features.ts'
import { LABELS, STATES, isBegin, stateFor, stateOf, type Part } from './labels.ts'
import { layOut, type Sheet, type Strip } from './sheet.ts'
import { findBest } from './viterbi.ts'
import { LIFT, WIDTH, readWeights, type Pass } from './weights.ts'

/** A part of an attribution, as the tagger marks it: which parts belong together is not yet said. */
export interface Piece {
  readonly part: Part
  /** On which side of its cue it stands. */
  readonly side: 'before' | 'after' | 'none'
  readonly span: Span
  /** Its tokens. */
  readonly from: number
  readonly to: number
}

/**
 * The seam: whatever gives a row of scores per unit (LABELS numbers, see labels.ts) can stand in the place of our weights.
 * Scores in, labels out by `findBest`, pieces by `cutPieces`.
 */
export type ScoreUnits = (sheet: Sheet) => Float32Array

/** Marks sources, cues and contents in strips of one report, each strip a sequence of its own. */
export class Tagger {
  private readonly reading: Reading
  private readonly weights = readWeights()

  constructor(reading: Reading) {
    this.reading = reading
  }

  /** The pieces in the strips, strip by strip; the passages of the report where none are given. Linear in their length. */
  tag(strips?: readonly Strip[]): Piece[] {
    const sheet = layOut(this.reading, this.weights.lexicon, strips)
    return cutPieces(
      this.reading,
      sheet,
      labelSheet(sheet, one => scoreUnits(one, this.weights.first), this.weights.first.edges),
    )
  }
}

/** The likeliest labels of a sheet, a passage at a time. */
export function labelSheet(sheet: Sheet, score: ScoreUnits, edges: Float32Array): Uint8Array {
  const scores = score(sheet)
  const labels = new Uint8Array(sheet.count)
  for (let s = 0; s + 1 < sheet.passages.length; s++) findBest(sheet, sheet.passages[s] ?? 0, sheet.passages[s + 1] ?? 0, scores, edges, labels)
  return labels
}

/** What is added to the score of beginning a cue: a missed saying costs more than one too many, which rules can still drop. */
const LEANING = 0.5
const CUE_BEGINS = 1 + 2 * stateFor('cue', true)

/** Scores by the weights of the first pass. */
export function scoreUnits(sheet: Sheet, pass: Pass): Float32Array {
  const scores = new Float32Array(sheet.count * LABELS)
  const marks = findLandmarks(sheet)
  const hashes = new Int32Array(MOST_FEATURES)
  const sums = new Int32Array(4 * WIDTH)
  for (let s = 0; s + 1 < sheet.passages.length; s++) {
    const low = sheet.passages[s] ?? 0
    const high = sheet.passages[s + 1] ?? 0
    for (let i = low; i < high; i++) {
      const n = writeFeatures(sheet, marks, i, low, high, hashes)
      addRows(pass, hashes, n, sums)
      for (let y = 0; y < LABELS; y++) scores[i * LABELS + y] = (sums[y] ?? 0) * pass.scale
      scores[i * LABELS + CUE_BEGINS] = (scores[i * LABELS + CUE_BEGINS] ?? 0) + LEANING
    }
  }
  return scores
}

/** Every second byte of a word: two sums of 16 bits stand in 32, which hold the bytes of some 250 rows. */
const LANES = 0x00ff00ff

/** Sums the rows of the features. First all places are looked up, in the room of the hashes, then all rows read: so the memory is asked for many at once. */
export function addRows(pass: Pass, hashes: Int32Array, count: number, sums: Int32Array): void {
  const { rows, slots, bits } = pass
  const below = slots.length - 1
  const shift = 32 - bits
  for (let k = 0; k < count; k++) {
    const hash = hashes[k] ?? 0
    const mark = hash << bits
    let slot = hash >>> shift
    let there = slots[slot] ?? 0
    while (there !== 0 && (there & ~below) !== mark) {
      slot = (slot + 1) & below
      there = slots[slot] ?? 0
    }
    hashes[k] = (there & below) * WIDTH
  }
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let e = 0
  let f = 0
  for (let k = 0; k < count; k++) {
    const row = hashes[k] ?? 0
    const first = rows[row] ?? 0
    const second = rows[row + 1] ?? 0
    const third = rows[row + 2] ?? 0
    a += first & LANES
    b += (first >>> 8) & LANES
    c += second & LANES
    d += (second >>> 8) & LANES
    e += third & LANES
    f += (third >>> 8) & LANES
  }
  const lift = count * LIFT
  spread(a, b, 0, lift, sums)
  spread(c, d, 4, lift, sums)
  spread(e, f, 8, lift, sums)
}

function spread(even: number, odd: number, at: number, lift: number, sums: Int32Array): void {
  sums[at] = (even & 0xffff) - lift
  sums[at + 1] = (odd & 0xffff) - lift
  sums[at + 2] = (even >>> 16) - lift
  sums[at + 3] = (odd >>> 16) - lift
}

/** The pieces that labels mark, in reading order. */
export function cutPieces(reading: Reading, sheet: Sheet, labels: Uint8Array): Piece[] {
  const pieces: Piece[] = []
  for (let first = 0; first < sheet.count; first++) {
    const label = labels[first] ?? 0
    if (label === 0) continue
    let last = first
    while (last + 1 < sheet.count && (labels[last + 1] ?? 0) !== 0 && !isBegin(labels[last + 1] ?? 0)) last++
    const piece = pieceOf(reading, sheet, stateOf(label), first, last)
    if (piece) pieces.push(piece)
    first = last
  }
  return pieces
}

function pieceOf({ tokens }: Reading, sheet: Sheet, state: number, first: number, last: number): Piece | undefined {
  const kind = STATES[state]
  const from = sheet.from[first] ?? 0
  const to = sheet.to[last] ?? 1
  const start = tokens[from]
  const end = tokens[to - 1]
  return kind && start && end && { part: kind.part, side: kind.side, span: [start.start, end.end], from, to }
}
