import { settingOf } from './edges.ts'
import { LABELS, isBegin } from './labels.ts'
import type { Sheet } from './sheet.ts'

/** The first label that may stand before each, and the one after the last: before an inside only its own begin and inside, before others all. */
const FIRST = Uint8Array.from({ length: LABELS }, (_, label) => (label === 0 || isBegin(label) ? 0 : label - 1))
const LAST = Uint8Array.from({ length: LABELS }, (_, label) => (label === 0 || isBegin(label) ? LABELS : label + 1))

/** What a walk along a strip leaves behind, LABELS numbers a unit: the score of the best sequence up to that label (or on from it), and the label next to it there. */
export interface Walk {
  readonly best: Float64Array
  readonly beside: Uint8Array
}

/** The walk from the first unit on: best sequences up to each label, its own score counted in. */
export function walkAhead(sheet: Sheet, low: number, high: number, scores: Float32Array, edges: Float32Array): Walk {
  const count = Math.max(0, high - low)
  const beside = new Uint8Array(count * LABELS)
  const best = new Float64Array(count * LABELS)
  for (let t = 0; t < count; t++) {
    const at = settingOf(sheet, low + t) * LABELS * LABELS
    const row = t * LABELS
    const last = row - LABELS
    const own = (low + t) * LABELS
    for (let y = 0; y < LABELS; y++) {
      const end = LAST[y] ?? 0
      let most = -Infinity
      let from = 0
      if (t === 0) most = y === 0 || isBegin(y) ? (edges[at + y] ?? 0) : -Infinity
      else
        for (let x = FIRST[y] ?? 0; x < end; x++) {
          const value = (best[last + x] ?? 0) + (edges[at + x * LABELS + y] ?? 0)
          if (value > most) {
            most = value
            from = x
          }
        }
      beside[row + y] = from
      best[row + y] = most + (scores[own + y] ?? 0)
    }
  }
  return { best, beside }
}

/** The walk from the last unit back: best sequences on from each label, its own score not counted in. */
export function walkBack(sheet: Sheet, low: number, high: number, scores: Float32Array, edges: Float32Array): Walk {
  const count = Math.max(0, high - low)
  const beside = new Uint8Array(count * LABELS)
  const best = new Float64Array(count * LABELS)
  for (let t = count - 2; t >= 0; t--) {
    const at = settingOf(sheet, low + t + 1) * LABELS * LABELS
    const row = t * LABELS
    best.fill(-Infinity, row, row + LABELS)
    for (let y = 0; y < LABELS; y++) {
      const ahead = (best[row + LABELS + y] ?? 0) + (scores[(low + t + 1) * LABELS + y] ?? 0)
      const end = LAST[y] ?? 0
      for (let x = FIRST[y] ?? 0; x < end; x++) {
        const value = ahead + (edges[at + x * LABELS + y] ?? 0)
        if (value > (best[row + x] ?? 0)) {
          best[row + x] = value
          beside[row + x] = y
        }
      }
    }
  }
  return { best, beside }
}

/** Writes the likeliest sequence into `labels` from `at` on. */
export function traceBest({ best, beside }: Walk, labels: Uint8Array, at: number): void {
  const count = beside.length / LABELS
  if (count === 0) return
  const end = (count - 1) * LABELS
  let label = 0
  for (let y = 1; y < LABELS; y++) if ((best[end + y] ?? 0) > (best[end + label] ?? 0)) label = y
  for (let t = count - 1; t >= 0; t--) {
    labels[at + t] = label
    label = beside[t * LABELS + label] ?? 0
  }
}

/** Fills `labels` for the units `low` to `high` with the likeliest sequence, given a row of scores per unit and the scores of changes. */
export function findBest(sheet: Sheet, low: number, high: number, scores: Float32Array, edges: Float32Array, labels: Uint8Array): void {
  traceBest(walkAhead(sheet, low, high, scores, edges), labels, low)
}
