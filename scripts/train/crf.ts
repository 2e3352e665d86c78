import { LABELS, mayFollow } from '../../src/attribution/tagger/labels.ts'
import { SETTINGS } from '../../src/attribution/tagger/edges.ts'

/** Sequences to learn from: the features of each position as indexes of weights, its label, its setting. */
export interface Examples {
  /** Where the features of each position start in `features`; one more at the end. */
  readonly starts: Int32Array
  readonly features: Int32Array
  readonly labels: Uint8Array
  readonly settings: Uint8Array
  /** First positions of the sequences, and the count at the end. */
  readonly sequences: readonly number[]
}

/** Numbers kept per feature. */
const ROW = 3 * LABELS

export interface Learning {
  readonly rounds: number
  readonly rate: number
  /** Pulls small weights to zero. */
  readonly l1: number
  readonly l2: number
  /** Seeds of the orders that the sequences are gone through in: what is learnt is the mean over all of them. */
  readonly seeds: readonly number[]
}

/** A linear-chain conditional random field, learnt by stochastic FTRL-proximal steps, a sequence at a time. */
export class Crf {
  /** Per feature three rows of LABELS numbers: the weights, what pulls at them, and how much was seen of each. Side by side, since they are needed together. */
  private readonly cells: Float32Array
  readonly weights: Float32Array
  readonly edges = new Float64Array(SETTINGS * LABELS * LABELS)
  private readonly edgeSeen = new Float64Array(SETTINGS * LABELS * LABELS)
  private readonly learning: Learning
  private readonly allowed = new Float64Array(LABELS * LABELS)

  constructor(features: number, learning: Learning) {
    this.weights = new Float32Array(features * LABELS)
    this.cells = new Float32Array(features * ROW)
    this.learning = learning
    for (let a = 0; a < LABELS; a++) for (let b = 0; b < LABELS; b++) this.allowed[a * LABELS + b] = mayFollow(a, b) ? 1 : 0
  }

  /** Passes over all sequences `rounds` times in each order; what stays is the mean of the weights after each round but an order's first. */
  learn(examples: Examples, report?: (round: number, loss: number) => void): void {
    const sum = new Float32Array(this.weights.length)
    const edgeSum = new Float64Array(this.edges.length)
    for (const seed of this.learning.seeds) {
      for (const all of [this.cells, this.edges, this.edgeSeen]) all.fill(0)
      this.learnOrder(examples, seed, sum, edgeSum, report)
    }
    const count = Math.max(1, this.learning.rounds - 1) * this.learning.seeds.length
    for (let k = 0; k < sum.length; k++) this.weights[k] = (sum[k] ?? 0) / count
    for (let k = 0; k < edgeSum.length; k++) this.edges[k] = (edgeSum[k] ?? 0) / count
  }

  /** One run from nothing; adds the weights after each round but the first to the sums. */
  private learnOrder(examples: Examples, start: number, sum: Float32Array, edgeSum: Float64Array, report?: (round: number, loss: number) => void): void {
    const order = Int32Array.from({ length: examples.sequences.length - 1 }, (_, i) => i)
    let seed = start
    for (let round = 0; round < this.learning.rounds; round++) {
      for (let i = order.length - 1; i > 0; i--) {
        seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
        const j = (seed >>> 8) % (i + 1)
        const kept = order[i] ?? 0
        order[i] = order[j] ?? 0
        order[j] = kept
      }
      let loss = 0
      for (const s of order) {
        const from = examples.sequences[s] ?? 0
        const to = examples.sequences[s + 1] ?? 0
        if (to > from) loss += this.step(examples, from, to)
      }
      report?.(round, loss)
      if (round === 0) continue
      for (let f = 0, k = 0; k < sum.length; f += ROW) for (let y = 0; y < LABELS; y++, k++) sum[k] = (sum[k] ?? 0) + (this.cells[f + y] ?? 0)
      for (let k = 0; k < edgeSum.length; k++) edgeSum[k] = (edgeSum[k] ?? 0) + (this.edges[k] ?? 0)
    }
  }

  /** The scores of the labels at positions `from` to `to`. */
  private score(examples: Pick<Examples, 'starts' | 'features'>, from: number, to: number, scores: Float64Array): void {
    const { starts, features } = examples
    const { cells } = this
    scores.fill(0, 0, (to - from) * LABELS)
    for (let t = from; t < to; t++) {
      const row = (t - from) * LABELS
      for (let f = starts[t] ?? 0; f < (starts[t + 1] ?? 0); f++) {
        const base = (features[f] ?? 0) * ROW
        for (let y = 0; y < LABELS; y++) scores[row + y] = (scores[row + y] ?? 0) + (cells[base + y] ?? 0)
      }
    }
  }

  private room = new Float64Array(0)

  private step(examples: Examples, from: number, to: number): number {
    const size = (to - from) * LABELS
    if (this.room.length < size * 3) this.room = new Float64Array(size * 6)
    const scores = this.room.subarray(0, size)
    const ahead = this.room.subarray(size, size * 2)
    const behind = this.room.subarray(size * 2, size * 3)
    this.score(examples, from, to, scores)
    const potentials = this.exponents(scores, to - from)
    const loss = this.sweep(examples, from, to, potentials, ahead, behind)
    this.change(examples, from, to, potentials, ahead, behind)
    return loss
  }

  private exponents(scores: Float64Array, count: number): Float64Array {
    for (let t = 0; t < count; t++) {
      let most = -Infinity
      for (let y = 0; y < LABELS; y++) most = Math.max(most, scores[t * LABELS + y] ?? 0)
      for (let y = 0; y < LABELS; y++) scores[t * LABELS + y] = Math.exp((scores[t * LABELS + y] ?? 0) - most)
    }
    return scores
  }

  private edgeExponents = new Float64Array(SETTINGS * LABELS * LABELS)

  /** Forward and backward sums, each position scaled to one. */
  private sweep(examples: Examples, from: number, to: number, potentials: Float64Array, ahead: Float64Array, behind: Float64Array): number {
    const count = to - from
    const square = LABELS * LABELS
    const e = this.edgeExponents
    for (let k = 0; k < e.length; k++) e[k] = (this.allowed[k % square] ?? 0) * Math.exp(this.edges[k] ?? 0)
    let loss = 0
    for (let t = 0; t < count; t++) {
      const at = (examples.settings[from + t] ?? 0) * square
      let sum = 0
      for (let y = 0; y < LABELS; y++) {
        let mass = 0
        if (t === 0) mass = e[at + y] ?? 0
        else for (let x = 0; x < LABELS; x++) mass += (ahead[(t - 1) * LABELS + x] ?? 0) * (e[at + x * LABELS + y] ?? 0)
        mass *= potentials[t * LABELS + y] ?? 0
        ahead[t * LABELS + y] = mass
        sum += mass
      }
      for (let y = 0; y < LABELS; y++) ahead[t * LABELS + y] = (ahead[t * LABELS + y] ?? 0) / sum
    }
    for (let y = 0; y < LABELS; y++) behind[(count - 1) * LABELS + y] = 1
    for (let t = count - 2; t >= 0; t--) {
      const at = (examples.settings[from + t + 1] ?? 0) * square
      let sum = 0
      for (let x = 0; x < LABELS; x++) {
        let mass = 0
        for (let y = 0; y < LABELS; y++) mass += (e[at + x * LABELS + y] ?? 0) * (potentials[(t + 1) * LABELS + y] ?? 0) * (behind[(t + 1) * LABELS + y] ?? 0)
        behind[t * LABELS + x] = mass
        sum += mass
      }
      for (let x = 0; x < LABELS; x++) behind[t * LABELS + x] = (behind[t * LABELS + x] ?? 0) / sum
    }
    for (let t = 0; t < count; t++) {
      let sum = 0
      for (let y = 0; y < LABELS; y++) sum += (ahead[t * LABELS + y] ?? 0) * (behind[t * LABELS + y] ?? 0)
      loss -= Math.log(
        Math.max(1e-12, ((ahead[t * LABELS + (examples.labels[from + t] ?? 0)] ?? 0) * (behind[t * LABELS + (examples.labels[from + t] ?? 0)] ?? 0)) / sum),
      )
    }
    return loss
  }

  private change(examples: Examples, from: number, to: number, potentials: Float64Array, ahead: Float64Array, behind: Float64Array): void {
    const { starts, features, labels, settings } = examples
    const square = LABELS * LABELS
    const slopes = new Float64Array(LABELS)
    const joint = new Float64Array(square)
    for (let t = from; t < to; t++) {
      const row = (t - from) * LABELS
      const gold = labels[t] ?? 0
      let sum = 0
      for (let y = 0; y < LABELS; y++) sum += slopes[y] = (ahead[row + y] ?? 0) * (behind[row + y] ?? 0)
      for (let y = 0; y < LABELS; y++) slopes[y] = (slopes[y] ?? 0) / sum - (y === gold ? 1 : 0)
      this.nudgeAll(features, starts[t] ?? 0, starts[t + 1] ?? 0, slopes)
      const at = (settings[t] ?? 0) * square
      if (t === from) {
        for (let y = 0; y < LABELS; y++) this.nudgeEdge(at + y, slopes[y] ?? 0)
        continue
      }
      let total = 0
      for (let x = 0; x < LABELS; x++)
        for (let y = 0; y < LABELS; y++) {
          const k = x * LABELS + y
          total += joint[k] = (ahead[row - LABELS + x] ?? 0) * (this.edgeExponents[at + k] ?? 0) * (potentials[row + y] ?? 0) * (behind[row + y] ?? 0)
        }
      const goldEdge = (labels[t - 1] ?? 0) * LABELS + gold
      for (let k = 0; k < square; k++) this.nudgeEdge(at + k, (joint[k] ?? 0) / total - (k === goldEdge ? 1 : 0))
    }
  }

  private nudgeAll(features: Int32Array, from: number, to: number, slopes: Float64Array): void {
    const { rate, l1, l2 } = this.learning
    const { cells } = this
    for (let f = from; f < to; f++) {
      const base = (features[f] ?? 0) * ROW
      for (let y = 0; y < LABELS; y++) {
        const slope = slopes[y] ?? 0
        if (slope > -1e-3 && slope < 1e-3) continue
        const k = base + y
        const seen = cells[k + 2 * LABELS] ?? 0
        const now = seen + slope * slope
        const root = Math.sqrt(now)
        const pull = (cells[k + LABELS] ?? 0) + slope - ((root - Math.sqrt(seen)) / rate) * (cells[k] ?? 0)
        cells[k + 2 * LABELS] = now
        cells[k + LABELS] = pull
        cells[k] = pull > -l1 && pull < l1 ? 0 : -(pull > 0 ? pull - l1 : pull + l1) / ((1 + root) / rate + l2)
      }
    }
  }

  private nudgeEdge(k: number, slope: number): void {
    if (slope > -1e-4 && slope < 1e-4) return
    const seen = (this.edgeSeen[k] ?? 0) + slope * slope
    this.edgeSeen[k] = seen
    this.edges[k] = (this.edges[k] ?? 0) - (0.2 * slope) / (1 + Math.sqrt(seen))
  }
}
