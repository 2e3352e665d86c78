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

/** The log odds that the forest gives to the numbers from `at` on. */
export function askForest({ base, roots, traits, values, next }: Forest, numbers: Float64Array, at: number): number {
  let sum = base
  for (let t = 0; t < roots.length; t++) {
    const root = roots[t] ?? 0
    let node = root
    for (let trait = traits[node] ?? LEAF; trait !== LEAF; trait = traits[node] ?? LEAF)
      node = root + (next[node] ?? 0) + ((numbers[at + trait] ?? 0) < (values[node] ?? 0) ? 0 : 1)
    sum += values[node] ?? 0
  }
  return sum
}
