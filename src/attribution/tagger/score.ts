import { MOST_FEATURES, findLandmarks, writeFeatures } from './features.ts'
import { CUE_BEGINS, LABELS } from './labels.ts'
import type { Sheet } from './sheet.ts'
import { findBest } from './viterbi.ts'
import { LIFT, WIDTH, type Pass } from './weights.ts'

/**
 * The seam: whatever gives a row of scores per unit (LABELS numbers, see labels.ts) can stand in the place of our weights.
 * Scores in, labels out by `findBest`, pieces by `cutPieces`.
 */
export type ScoreUnits = (sheet: Sheet) => Float32Array

/** The likeliest labels of a sheet, a passage at a time. */
export function labelSheet(sheet: Sheet, score: ScoreUnits, edges: Float32Array): Uint8Array {
  const scores = score(sheet)
  const labels = new Uint8Array(sheet.count)
  for (let s = 0; s + 1 < sheet.passages.length; s++) findBest(sheet, sheet.passages[s] ?? 0, sheet.passages[s + 1] ?? 0, scores, edges, labels)
  return labels
}

/** What is added to the score of beginning a cue: a missed saying costs more than one too many, which rules can still drop. */
const LEANING = 0.5

/** Scores by the weights of the first pass. */
export function scoreUnits(sheet: Sheet, pass: Pass, marks = findLandmarks(sheet)): Float32Array {
  const scores = new Float32Array(sheet.count * LABELS)
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
