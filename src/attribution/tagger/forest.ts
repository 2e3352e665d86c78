/** Trees of questions about numbers, whose answers add up to log odds. All trees one behind another. */
export interface Forest {
  /** What is known before any question. */
  readonly base: number
  /** The first node of each tree. */
  readonly roots: Uint16Array
  /** Per node the number it asks about, `LEAF` for one that answers. */
  readonly traits: Uint8Array
  /** What the number is compared with, or a leaf's answer. */
  readonly values: Float32Array
  /** The node for numbers below, counted from the tree's root; the one for the others stands after it. */
  readonly next: Uint8Array
}

export const LEAF = 255

/**
 * A forest with its questions by trait, the least value first: so that for each number those that it is not below are gone through in a row, with
 * nothing to foresee. Each takes from its tree the leaves that stand below; of those that stay the first answers.
 */
export interface Questions {
  readonly base: number
  /** Where the questions of each trait begin, and the end of all. */
  readonly starts: Uint16Array
  readonly values: Float32Array
  readonly trees: Uint16Array
  /** The leaves of its tree that a question leaves, a bit each. */
  readonly masks: Uint32Array
  /** The answers of all leaves, and where those of each tree begin. */
  readonly answers: Float32Array
  readonly roots: Uint16Array
  /** Room for the leaves that stay of each tree. */
  readonly left: Uint32Array
}

interface Question {
  readonly trait: number
  readonly value: number
  readonly tree: number
  readonly mask: number
}

/** Sorts a forest's questions. Throws a RangeError where a tree has more than 32 leaves. */
export function sortQuestions({ base, roots, traits, values, next }: Forest, count: number): Questions {
  const all: Question[] = []
  const answers: number[] = []
  const first: number[] = []
  roots.forEach((root, tree) => {
    first.push(answers.length)
    const start = answers.length
    const visit = (node: number): void => {
      const trait = traits[node] ?? LEAF
      if (trait === LEAF) {
        if (answers.length - start >= 32) throw new RangeError('A tree of the judge has more than 32 leaves: run npm run train')
        answers.push(values[node] ?? 0)
        return
      }
      const from = answers.length - start
      const child = root + (next[node] ?? 0)
      visit(child)
      const below = answers.length - start - from
      all.push({ trait, value: values[node] ?? 0, tree, mask: ~(((below === 32 ? 0 : 1 << below) - 1) << from) >>> 0 })
      visit(child + 1)
    }
    visit(root)
  })
  all.sort((a, b) => a.trait - b.trait || a.value - b.value || a.tree - b.tree)
  const starts = new Uint16Array(count + 1)
  for (const { trait } of all) starts[trait + 1] = (starts[trait + 1] ?? 0) + 1
  for (let trait = 0; trait < count; trait++) starts[trait + 1] = (starts[trait + 1] ?? 0) + (starts[trait] ?? 0)
  return {
    base,
    starts,
    values: Float32Array.from(all, one => one.value),
    trees: Uint16Array.from(all, one => one.tree),
    masks: Uint32Array.from(all, one => one.mask),
    answers: Float32Array.from(answers),
    roots: Uint16Array.from(first),
    left: new Uint32Array(roots.length),
  }
}

/** The log odds that the forest gives to the numbers from `at` on. */
export function askForest({ base, starts, values, trees, masks, answers, roots, left }: Questions, numbers: Float64Array, at: number): number {
  left.fill(0xffffffff)
  for (let trait = 0; trait + 1 < starts.length; trait++) {
    const number = numbers[at + trait] ?? 0
    const end = starts[trait + 1] ?? 0
    for (let k = starts[trait] ?? 0; k < end && number >= (values[k] ?? 0); k++) {
      const tree = trees[k] ?? 0
      left[tree] = (left[tree] ?? 0) & (masks[k] ?? 0)
    }
  }
  let sum = base
  for (let tree = 0; tree < roots.length; tree++) {
    const leaves = left[tree] ?? 0
    sum += answers[(roots[tree] ?? 0) + 31 - Math.clz32(leaves & -leaves)] ?? 0
  }
  return sum
}
