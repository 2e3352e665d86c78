import { describe, expect, test } from 'vitest'
import { mixKeys } from '../../src/attribution/tagger/hash.ts'
import { ROW, makeKernel } from '../../src/attribution/tagger/kernel.ts'
import { bitsFor, putSlot } from '../../src/attribution/tagger/words.ts'

const WIDTH = 11
const KNOWN = 4000

/** Keys without order, as words make them. */
const keys = Int32Array.from({ length: KNOWN }, (_, i) => Math.imul(i + 1, 0x9e3779b1))
const weights = Int8Array.from({ length: KNOWN * WIDTH }, (_, k) => ((k * 7919) % 255) - 127)
const hashes = keys.slice()
mixKeys(hashes, KNOWN)
const bits = bitsFor(KNOWN)
const slots = new Int32Array(1 << bits)
hashes.forEach((hash, i) => {
  putSlot(slots, bits, hash, i + 1)
})
const { kernel, rows } = makeKernel(slots, bits, KNOWN)
weights.forEach((weight, k) => {
  rows[Math.floor(k / WIDTH) * ROW + (k % WIDTH)] = weight
})

function sumOf(asked: readonly number[]): number[] {
  kernel.keys.set(asked)
  kernel.sum(asked.length)
  return [...kernel.sums.slice(0, WIDTH)]
}

describe('the sums of rows', () => {
  test('are those of the rows added up one by one', () => {
    for (let from = 0; from + 83 <= KNOWN; from += 83) {
      const asked = Array.from({ length: 83 }, (_, k) => (from + k * 31) % KNOWN)
      const wanted = Array.from({ length: WIDTH }, (_, y) => asked.reduce((sum, i) => sum + (weights[i * WIDTH + y] ?? 0), 0))
      expect(sumOf(asked.map(i => keys[i] ?? 0))).toEqual(wanted)
    }
  })

  test('leave out keys that have no row', () => {
    const strangers = Array.from({ length: 80 }, (_, i) => Math.imul(i + 1, 0x85ebca6b))
    expect(sumOf(strangers)).toEqual(new Array(WIDTH).fill(0))
    expect(sumOf([...strangers, keys[5] ?? 0])).toEqual([...weights.slice(5 * WIDTH, 6 * WIDTH)])
  })
})
