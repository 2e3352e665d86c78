import { CUE_BEGINS, LABELS } from './labels.ts'
import type { Sheet } from './sheet.ts'
import { traceBest, walkAhead, walkBack, type Walk } from './viterbi.ts'

/** Labels for the units of a passage, and by how much their score differs from that of the best (0 or less). */
export interface Path {
  readonly labels: Uint8Array
  readonly behind: number
  /** The units, counted from the passage's first, whose labels may differ from the best: `[from, to)`. */
  readonly from: number
  readonly to: number
}

/** The ways to label a passage that come near the best. */
export interface Paths {
  /** The best first, then the others, the least behind first. */
  readonly all: readonly Path[]
  /** LABELS numbers a unit: by how much the best labels with this one at this unit differ from the best of all. */
  readonly behind: Float64Array
}

/** How far behind the best labels another path may stay, and how many others there may be. */
const NEAR = 2
const MOST = 12

/** A unit whose label is changed, the others following as fits best. */
interface Turn {
  readonly unit: number
  readonly label: number
  readonly behind: number
}

/** The best labels of the units `low` to `high`, and for units where another label comes near, the best labels with that one. */
export function findPaths(sheet: Sheet, low: number, high: number, scores: Float32Array, edges: Float32Array): Paths {
  const count = high - low
  const ahead = walkAhead(sheet, low, high, scores, edges)
  const best = new Uint8Array(count)
  traceBest(ahead, best, 0)
  const back = walkBack(sheet, low, high, scores, edges)
  const behind = ahead.best
  const top = behind[(count - 1) * LABELS + (best.at(-1) ?? 0)] ?? 0
  for (let k = 0; k < behind.length; k++) behind[k] = (behind[k] ?? 0) + (back.best[k] ?? 0) - top
  return { all: [{ labels: best, behind: 0, from: 0, to: count }, ...takeTurns(best, ahead, back, findTurns(best, behind))], behind }
}

/** By how much the best labels with this one at a unit, counted from the passage's first, outdo the best with another; below 0 where they do not. */
export function leadOf(behind: Float64Array, unit: number, label: number): number {
  let other = -Infinity
  for (let y = 0; y < LABELS; y++) if (y !== label && (behind[unit * LABELS + y] ?? 0) > other) other = behind[unit * LABELS + y] ?? 0
  return (behind[unit * LABELS + label] ?? 0) - other
}

function findTurns(best: Uint8Array, behind: Float64Array): Turn[] {
  const turns: Turn[] = []
  for (let unit = 0; unit < best.length; unit++) {
    const row = unit * LABELS
    let label = -1
    let most = -NEAR
    for (let y = 0; y < LABELS; y++) {
      if (y === best[unit] || (behind[row + y] ?? 0) <= most) continue
      most = behind[row + y] ?? 0
      label = y
    }
    if (label < 0) continue
    turns.push({ unit, label, behind: most })
    const cue = behind[row + CUE_BEGINS] ?? 0
    if (label !== CUE_BEGINS && best[unit] !== CUE_BEGINS && cue > -NEAR) turns.push({ unit, label: CUE_BEGINS, behind: cue })
  }
  return turns.sort((a, b) => b.behind - a.behind || a.unit - b.unit)
}

function takeTurns(best: Uint8Array, ahead: Walk, back: Walk, turns: readonly Turn[]): Path[] {
  const paths: Path[] = []
  // What a path has changed needs no path of its own.
  const met = new Set<number>()
  for (const { unit, label, behind } of turns) {
    if (paths.length >= MOST) break
    if (met.has(unit * LABELS + label)) continue
    const labels = best.slice()
    const from = bend(labels, best, unit, label, ahead, -1, met) + 1
    const to = bend(labels, best, unit, label, back, 1, met)
    paths.push({ labels, behind, from, to })
  }
  return paths
}

/** Follows a walk from a changed unit on until it meets the best labels again, and returns where. */
function bend(labels: Uint8Array, best: Uint8Array, unit: number, first: number, walk: Walk, step: 1 | -1, met: Set<number>): number {
  let label = first
  let k = unit
  for (; k >= 0 && k < best.length; k += step) {
    if (k !== unit && label === best[k]) return k
    labels[k] = label
    met.add(k * LABELS + label)
    label = walk.beside[k * LABELS + label] ?? 0
  }
  return k
}
