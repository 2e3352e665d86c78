import { LABELS } from '../../src/attribution/tagger/labels.ts'
import { toWordWeights, type RawPass } from '../../src/attribution/tagger/weights.ts'
import type { WordWeights } from '../../src/attribution/tagger/words.ts'
import { packPass } from './pack.ts'
import { Dictionary } from './prepare.ts'

/** A relation that may be right, as the hashes of its features. */
export interface Case {
  readonly hashes: Int32Array
  readonly right: boolean
}

const ROUNDS = 6
const RATE = 0.03
const L1 = 0.5
const L2 = 1
const SEED = 99
const MOST = 70_000

/** Logistic regression by FTRL-proximal steps: the mean of the weights after each round but the first. */
export function learnWorth(cases: readonly Case[]): RawPass {
  const joined = new Int32Array(cases.reduce((sum, one) => sum + one.hashes.length, 0))
  let at = 0
  for (const { hashes } of cases) {
    joined.set(hashes, at)
    at += hashes.length
  }
  const dictionary = new Dictionary(joined, 3)
  const features = cases.map(one => one.hashes.map(hash => dictionary.find(hash)).filter(k => k >= 0))
  const learner = new Learner(dictionary.size)
  const order = Int32Array.from(cases.keys())
  let seed = SEED
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
      const j = (seed >>> 8) % (i + 1)
      const kept = order[i] ?? 0
      order[i] = order[j] ?? 0
      order[j] = kept
    }
    for (const k of order) learner.step(features[k] ?? new Int32Array(0), cases[k]?.right ? 1 : 0)
    if (round > 0) learner.keep(ROUNDS - 1)
  }
  const weights = new Float32Array(dictionary.size * LABELS)
  learner.mean.forEach((weight, k) => (weights[k * LABELS] = weight))
  const all = new Int32Array(features.reduce((sum, one) => sum + one.length, 0))
  features.reduce((to, one) => (all.set(one, to), to + one.length), 0)
  return packPass({ weights, edges: new Float64Array(0) }, dictionary, all, MOST)
}

/** What `learnWorth` learns, ready to weigh with. */
export function learnWords(cases: readonly Case[]): WordWeights {
  return toWordWeights(learnWorth(cases))
}

class Learner {
  readonly mean: Float64Array
  private readonly weights: Float64Array
  private readonly pull: Float64Array
  private readonly seen: Float64Array

  constructor(size: number) {
    this.mean = new Float64Array(size)
    this.weights = new Float64Array(size)
    this.pull = new Float64Array(size)
    this.seen = new Float64Array(size)
  }

  step(features: Int32Array, right: number): void {
    const { weights, pull, seen } = this
    let odds = 0
    for (const k of features) odds += weights[k] ?? 0
    const slope = 1 / (1 + Math.exp(-odds)) - right
    for (const k of features) {
      const before = seen[k] ?? 0
      const now = before + slope * slope
      const root = Math.sqrt(now)
      const value = (pull[k] ?? 0) + slope - ((root - Math.sqrt(before)) / RATE) * (weights[k] ?? 0)
      seen[k] = now
      pull[k] = value
      weights[k] = value > -L1 && value < L1 ? 0 : -(value > 0 ? value - L1 : value + L1) / ((1 + root) / RATE + L2)
    }
  }

  keep(count: number): void {
    for (let k = 0; k < this.mean.length; k++) this.mean[k] = (this.mean[k] ?? 0) + (this.weights[k] ?? 0) / count
  }
}
