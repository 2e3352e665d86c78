import { findLandmarks, writeFeatures } from './features.ts'
import { CUE_BEGINS, LABELS } from './labels.ts'
import type { Sheet } from './sheet.ts'
import { findBest } from './viterbi.ts'
import type { Pass } from './weights.ts'

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
  const { keys, sums, sum } = pass.kernel
  for (let s = 0; s + 1 < sheet.passages.length; s++) {
    const low = sheet.passages[s] ?? 0
    const high = sheet.passages[s + 1] ?? 0
    for (let i = low; i < high; i++) {
      sum(writeFeatures(sheet, marks, i, low, high, keys))
      for (let y = 0; y < LABELS; y++) scores[i * LABELS + y] = (sums[y] ?? 0) * pass.scale
      scores[i * LABELS + CUE_BEGINS] = (scores[i * LABELS + CUE_BEGINS] ?? 0) + LEANING
    }
  }
  return scores
}
