import { LEAF, type Forest } from '../../src/attribution/tagger/forest.ts'

/** Rows of numbers one behind another, and whether each is right. */
export interface Table {
  readonly numbers: Float64Array
  readonly width: number
  readonly right: Uint8Array
}

const TREES = 240
const LEAVES = 10
const RATE = 0.05
/** The fewest rows of a leaf, and what is added to the weight of each so that small ones say little. */
const FEWEST = 40
const CALM = 5
/** Steps that numbers are cut into, and the share of the numbers that a tree may ask about. */
const STEPS = 64
const SHARE = 0.5

/** A tree in the making: per node its trait, value and first child. */
interface Tree {
  readonly traits: number[]
  readonly values: number[]
  readonly next: number[]
}

/** Rows that have come to one node, and the best question there. */
interface Place {
  readonly rows: Int32Array
  readonly node: number
  readonly slope: number
  readonly weight: number
  gain: number
  trait: number
  step: number
}

/** Learns trees one after another, each from what those before leave open (gradient boosting of the logistic loss). Same forest each time. */
export function learnForest(table: Table): Forest {
  const learner = new Learner(table)
  const trees = Array.from({ length: TREES }, () => learner.grow())
  const roots: number[] = []
  let size = 0
  for (const tree of trees) {
    roots.push(size)
    size += tree.traits.length
  }
  return {
    base: learner.base,
    roots: Uint16Array.from(roots),
    traits: Uint8Array.from(trees.flatMap(tree => tree.traits)),
    values: Float32Array.from(trees.flatMap(tree => tree.values)),
    next: Uint8Array.from(trees.flatMap(tree => tree.next)),
  }
}

class Learner {
  readonly base: number
  private readonly table: Table
  private readonly count: number
  private readonly cuts: Float32Array[] = []
  /** The step of each number, column by column. */
  private readonly steps: Uint8Array
  private readonly odds: Float64Array
  private readonly slopes: Float64Array
  private readonly weights: Float64Array
  private seed = 7

  constructor(table: Table) {
    this.table = table
    this.count = table.right.length
    this.steps = new Uint8Array(this.count * table.width)
    for (let c = 0; c < table.width; c++) this.cutColumn(c)
    const right = table.right.reduce((sum, one) => sum + one, 0)
    this.base = Math.fround(Math.log(right / (this.count - right)))
    this.odds = new Float64Array(this.count).fill(this.base)
    this.slopes = new Float64Array(this.count)
    this.weights = new Float64Array(this.count)
  }

  private cutColumn(c: number): void {
    const { numbers, width } = this.table
    const column = Float64Array.from({ length: this.count }, (_, i) => numbers[i * width + c] ?? 0)
    const sorted = Float64Array.from(column).sort()
    const marks = Array.from({ length: STEPS - 1 }, (_, b) => Math.fround(sorted[Math.floor(((b + 1) * this.count) / STEPS)] ?? 0))
    const cuts = Float32Array.from(new Set(marks.filter(mark => mark > (sorted[0] ?? 0))))
    this.cuts.push(cuts)
    for (let i = 0; i < this.count; i++) {
      let step = 0
      while (step < cuts.length && (column[i] ?? 0) >= (cuts[step] ?? 0)) step++
      this.steps[c * this.count + i] = step
    }
  }

  private draw(): number {
    this.seed = (Math.imul(this.seed, 1103515245) + 12345) >>> 0
    return (this.seed >>> 8) / 16777216
  }

  /** One more tree: the leaf whose best question gains most is asked it, until there are leaves enough. */
  grow(): Tree {
    for (let i = 0; i < this.count; i++) {
      const likely = 1 / (1 + Math.exp(-(this.odds[i] ?? 0)))
      this.slopes[i] = (this.table.right[i] ?? 0) - likely
      this.weights[i] = likely * (1 - likely)
    }
    const columns = Array.from({ length: this.table.width }, (_, c) => c).filter(() => this.draw() < SHARE)
    const tree: Tree = { traits: [LEAF], values: [0], next: [0] }
    const open = [
      this.placeAt(
        Int32Array.from({ length: this.count }, (_, i) => i),
        0,
        columns,
      ),
    ]
    for (let leaves = 1; leaves < LEAVES; leaves++) {
      open.sort((a, b) => b.gain - a.gain || a.node - b.node)
      const [place] = open
      if (!place || place.trait < 0) break
      open.shift()
      open.push(...this.split(tree, place, columns))
    }
    for (const { rows, node, slope, weight } of open) {
      const value = Math.fround((RATE * slope) / (weight + CALM))
      tree.values[node] = value
      for (const i of rows) this.odds[i] = (this.odds[i] ?? 0) + value
    }
    return tree
  }

  private split(tree: Tree, { rows, node, trait, step }: Place, columns: readonly number[]): Place[] {
    const below = rows.filter(i => (this.steps[trait * this.count + i] ?? 0) <= step)
    const above = rows.filter(i => (this.steps[trait * this.count + i] ?? 0) > step)
    const first = tree.traits.length
    tree.traits.push(LEAF, LEAF)
    tree.values.push(0, 0)
    tree.next.push(0, 0)
    tree.traits[node] = trait
    tree.values[node] = this.cuts[trait]?.[step] ?? 0
    tree.next[node] = first
    return [this.placeAt(below, first, columns), this.placeAt(above, first + 1, columns)]
  }

  private placeAt(rows: Int32Array, node: number, columns: readonly number[]): Place {
    let slope = 0
    let weight = 0
    for (const i of rows) {
      slope += this.slopes[i] ?? 0
      weight += this.weights[i] ?? 0
    }
    const place: Place = { rows, node, slope, weight, gain: 1e-9, trait: -1, step: 0 }
    if (rows.length >= 2 * FEWEST) for (const c of columns) this.tryColumn(place, c)
    return place
  }

  private tryColumn(place: Place, c: number): void {
    const { rows, slope, weight } = place
    const slopes = new Float64Array(STEPS)
    const weights = new Float64Array(STEPS)
    const counts = new Int32Array(STEPS)
    const column = c * this.count
    for (const i of rows) {
      const step = this.steps[column + i] ?? 0
      slopes[step] = (slopes[step] ?? 0) + (this.slopes[i] ?? 0)
      weights[step] = (weights[step] ?? 0) + (this.weights[i] ?? 0)
      counts[step] = (counts[step] ?? 0) + 1
    }
    const whole = slope ** 2 / (weight + CALM)
    let [a, w, n] = [0, 0, 0]
    for (let step = 0; step < (this.cuts[c]?.length ?? 0); step++) {
      a += slopes[step] ?? 0
      w += weights[step] ?? 0
      n += counts[step] ?? 0
      if (n < FEWEST || rows.length - n < FEWEST) continue
      const gain = a ** 2 / (w + CALM) + (slope - a) ** 2 / (weight - w + CALM) - whole
      if (gain > place.gain) Object.assign(place, { gain, trait: c, step })
    }
  }
}
