/** What words weigh: per slot, 0 where it is free, the low bits of a hash above `bits` and its weight plus `LIFT` below. A hash stands in the slot of its top bits, or the next free. */
export interface WordWeights {
  readonly scale: number
  readonly slots: Int32Array
  readonly bits: number
}

/** What is added to a weight of 8 bits to make it more than 0. */
const LIFT = 128

/** How many bits number the slots of so many hashes. */
export function bitsFor(count: number): number {
  return Math.max(10, Math.ceil(Math.log2(count * 1.4 + 1)))
}

/** Puts a hash with a number from 1 to below `1 << bits` into the slot of its top bits, or the next free. */
export function putSlot(slots: Int32Array, bits: number, hash: number, number: number): void {
  const last = slots.length - 1
  let slot = hash >>> (32 - bits)
  while (slots[slot] !== 0) slot = (slot + 1) & last
  slots[slot] = (hash << bits) | number
}

/** Lays out weights of 8 bits, one a hash. */
export function makeWordWeights(scale: number, hashes: Uint32Array, weights: Int8Array): WordWeights {
  const bits = bitsFor(hashes.length)
  const slots = new Int32Array(1 << bits)
  for (let i = 0; i < hashes.length; i++) putSlot(slots, bits, hashes[i] ?? 0, (weights[i] ?? 0) + LIFT)
  return { scale, slots, bits }
}

/** The sum of what the first `count` hashes weigh. */
export function weighWords({ scale, slots, bits }: WordWeights, hashes: Int32Array, count: number): number {
  const below = slots.length - 1
  const shift = 32 - bits
  let sum = 0
  for (let k = 0; k < count; k++) {
    const hash = hashes[k] ?? 0
    const mark = hash << bits
    let slot = hash >>> shift
    let there = slots[slot] ?? 0
    while (there !== 0 && (there & ~below) !== mark) {
      slot = (slot + 1) & below
      there = slots[slot] ?? 0
    }
    if (there !== 0) sum += (there & below) - LIFT
  }
  return sum * scale
}
