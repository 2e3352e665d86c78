import { LABELS, isBegin } from './labels.ts'
import { settingOf } from './edges.ts'
import type { Sheet } from './sheet.ts'

/** The first label that may stand before each, and the one after the last: before an inside only its own begin and inside, before others all. */
const FIRST = Uint8Array.from({ length: LABELS }, (_, label) => (label === 0 || isBegin(label) ? 0 : label - 1))
const LAST = Uint8Array.from({ length: LABELS }, (_, label) => (label === 0 || isBegin(label) ? LABELS : label + 1))

/** Fills `labels` for the units `low` to `high` with the likeliest sequence, given a row of scores per unit and the scores of changes. */
export function findBest(sheet: Sheet, low: number, high: number, scores: Float32Array, edges: Float32Array, labels: Uint8Array): void {
  const count = high - low
  if (count <= 0) return
  const back = new Uint8Array(count * LABELS)
  let last = new Float64Array(LABELS)
  let next = new Float64Array(LABELS)
  for (let t = 0; t < count; t++) {
    const at = settingOf(sheet, low + t) * LABELS * LABELS
    const row = (low + t) * LABELS
    for (let y = 0; y < LABELS; y++) {
      const end = LAST[y] ?? 0
      let best = -Infinity
      let from = 0
      if (t === 0) best = y === 0 || isBegin(y) ? (edges[at + y] ?? 0) : -Infinity
      else
        for (let x = FIRST[y] ?? 0; x < end; x++) {
          const value = (last[x] ?? 0) + (edges[at + x * LABELS + y] ?? 0)
          if (value > best) {
            best = value
            from = x
          }
        }
      back[t * LABELS + y] = from
      next[y] = best + (scores[row + y] ?? 0)
    }
    const swap = last
    last = next
    next = swap
  }
  let label = 0
  for (let y = 1; y < LABELS; y++) if ((last[y] ?? 0) > (last[label] ?? 0)) label = y
  for (let t = count - 1; t >= 0; t--) {
    labels[low + t] = label
    label = back[t * LABELS + label] ?? 0
  }
}
