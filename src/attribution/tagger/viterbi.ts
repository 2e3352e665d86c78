import { settingOf } from './edges.ts'
import { LABELS, isBegin } from './labels.ts'
import type { Sheet } from './sheet.ts'

/** What a walk along a strip leaves behind, LABELS numbers a unit: the score of the best sequence up to that label (or on from it), and the label next to it there. */
export interface Walk {
  readonly best: Float64Array
  readonly beside: Uint8Array
}

/** The labels that any label may stand before: outside and those that begin. */
const OPEN = Uint8Array.from(Array.from({ length: LABELS }, (_, label) => label).filter(label => label === 0 || isBegin(label)))

/** For the edges of a pass, by setting: the most and the least that a change from each label to an open one adds, and that a change from any label to each open one adds. */
interface Bounds {
  readonly mostFrom: Float64Array
  readonly leastFrom: Float64Array
  readonly mostTo: Float64Array
  readonly leastTo: Float64Array
}

const known = new WeakMap<Float32Array, Bounds>()

function boundsOf(edges: Float32Array): Bounds {
  const there = known.get(edges)
  if (there) return there
  const count = edges.length / LABELS
  const made = {
    mostFrom: new Float64Array(count).fill(-Infinity),
    leastFrom: new Float64Array(count).fill(Infinity),
    mostTo: new Float64Array(count).fill(-Infinity),
    leastTo: new Float64Array(count).fill(Infinity),
  }
  for (let row = 0; row < count; row++)
    for (const y of OPEN) {
      const edge = edges[row * LABELS + y] ?? 0
      const to = row - (row % LABELS) + y
      made.mostFrom[row] = Math.max(made.mostFrom[row] ?? 0, edge)
      made.leastFrom[row] = Math.min(made.leastFrom[row] ?? 0, edge)
      made.mostTo[to] = Math.max(made.mostTo[to] ?? 0, edge)
      made.leastTo[to] = Math.min(made.leastTo[to] ?? 0, edge)
    }
  known.set(edges, made)
  return made
}

/** The labels that may be the best neighbours of an open one, by what each has reached. */
const near = new Uint8Array(LABELS)

/** Fills `near` with those of the labels that are not behind another whatever change follows, and returns how many there are. */
function findNear(labels: Uint8Array, reached: Float64Array, from: number, most: Float64Array, least: Float64Array, at: number): number {
  let sure = -Infinity
  for (let k = 0; k < labels.length; k++) {
    const y = labels[k] ?? 0
    const value = (reached[from + y] ?? 0) + (least[at + y] ?? 0)
    if (value > sure) sure = value
  }
  let count = 0
  for (let k = 0; k < labels.length; k++) {
    const y = labels[k] ?? 0
    if ((reached[from + y] ?? 0) + (most[at + y] ?? 0) >= sure) near[count++] = y
  }
  return count
}

const ALL = Uint8Array.from({ length: LABELS }, (_, label) => label)

/** The walk from the first unit on: best sequences up to each label, its own score counted in. */
export function walkAhead(sheet: Sheet, low: number, high: number, scores: Float32Array, edges: Float32Array): Walk {
  const count = Math.max(0, high - low)
  const beside = new Uint8Array(count * LABELS)
  const best = new Float64Array(count * LABELS)
  if (count === 0) return { best, beside }
  const { mostFrom, leastFrom } = boundsOf(edges)
  const first = settingOf(sheet, low) * LABELS * LABELS
  for (let y = 0; y < LABELS; y++) best[y] = (y === 0 || isBegin(y) ? (edges[first + y] ?? 0) : -Infinity) + (scores[low * LABELS + y] ?? 0)
  for (let t = 1; t < count; t++) {
    const setting = settingOf(sheet, low + t) * LABELS
    const at = setting * LABELS
    const row = t * LABELS
    const last = row - LABELS
    const own = (low + t) * LABELS
    const few = findNear(ALL, best, last, mostFrom, leastFrom, setting)
    for (let y = 0; y < LABELS; y++) {
      let most = -Infinity
      let from = 0
      if (y === 0 || isBegin(y))
        for (let k = 0; k < few; k++) {
          const x = near[k] ?? 0
          const value = (best[last + x] ?? 0) + (edges[at + x * LABELS + y] ?? 0)
          if (value > most) {
            most = value
            from = x
          }
        }
      else {
        const begun = (best[last + y - 1] ?? 0) + (edges[at + (y - 1) * LABELS + y] ?? 0)
        const gone = (best[last + y] ?? 0) + (edges[at + y * LABELS + y] ?? 0)
        most = gone > begun ? gone : begun
        from = gone > begun ? y : begun > -Infinity ? y - 1 : 0
      }
      beside[row + y] = from
      best[row + y] = most + (scores[own + y] ?? 0)
    }
  }
  return { best, beside }
}

/** What stands ahead of a unit, by the label of the next. */
const ahead = new Float64Array(LABELS)

/** The walk from the last unit back: best sequences on from each label, its own score not counted in. */
export function walkBack(sheet: Sheet, low: number, high: number, scores: Float32Array, edges: Float32Array): Walk {
  const count = Math.max(0, high - low)
  const beside = new Uint8Array(count * LABELS)
  const best = new Float64Array(count * LABELS)
  const { mostTo, leastTo } = boundsOf(edges)
  for (let t = count - 2; t >= 0; t--) {
    const setting = settingOf(sheet, low + t + 1) * LABELS
    const at = setting * LABELS
    const row = t * LABELS
    for (let y = 0; y < LABELS; y++) ahead[y] = (best[row + LABELS + y] ?? 0) + (scores[(low + t + 1) * LABELS + y] ?? 0)
    const few = findNear(OPEN, ahead, 0, mostTo, leastTo, setting)
    for (let x = 0; x < LABELS; x++) {
      let most = -Infinity
      let next = 0
      for (let k = 0; k < few; k++) {
        const y = near[k] ?? 0
        const value = (ahead[y] ?? 0) + (edges[at + x * LABELS + y] ?? 0)
        if (value > most) {
          most = value
          next = y
        }
      }
      // The one label inside that may follow this one; of labels that lead equally far the first is taken.
      const inside = isBegin(x) ? x + 1 : x
      if (inside > 0) {
        const value = (ahead[inside] ?? 0) + (edges[at + x * LABELS + inside] ?? 0)
        if (value > most || (value === most && inside < next)) {
          most = value
          next = inside
        }
      }
      best[row + x] = most
      beside[row + x] = next
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
