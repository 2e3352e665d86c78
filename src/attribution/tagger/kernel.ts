/** What we use of the machine's vector instructions, which TypeScript's own library does not describe. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer }
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: { readonly sum: (count: number) => void } }
}

/** Rows of weights that are summed by features. */
export interface Kernel {
  /** The features to be summed: their keys, not yet mixed (see hash.ts). They are used up. */
  readonly keys: Int32Array
  /** What `sum` leaves: one number a label. */
  readonly sums: Int16Array
  /** Sums the rows of the first `count` features; one that is not known weighs nothing. */
  readonly sum: (count: number) => void
}

/** The weights of a row, a byte each. */
export const ROW = 16
/** Where keys, what is found of each, sums and slots stand in memory, in bytes. */
const [KEYS, FOUND, SUMS, SLOTS] = [0, 512, 1024, 2048]
const PAGE = 65_536

/**
 * Makes room for `count` rows of ROW weights of 8 bits, one a label, which the caller fills, and the code that sums them. `slots`: per slot, 0 where it is
 * free, the low bits of a hash above `bits`, the number of its row below, from 1. A hash stands in the slot of its top bits, or the next free.
 */
export function makeKernel(slots: Int32Array, bits: number, count: number): { readonly kernel: Kernel; readonly rows: Int8Array } {
  const first = SLOTS + 4 * slots.length
  const memory = new WebAssembly.Memory({ initial: Math.ceil((first + ROW * (count + 1)) / PAGE) })
  const { buffer } = memory
  new Int32Array(buffer, SLOTS, slots.length).set(slots)
  const module = new WebAssembly.Module(Uint8Array.from(assemble(sumBody(bits, first))))
  const { sum } = new WebAssembly.Instance(module, { own: { memory } }).exports
  const kernel = { keys: new Int32Array(buffer, KEYS, (FOUND - KEYS) / 4), sums: new Int16Array(buffer, SUMS, ROW), sum }
  // The row before the first weighs nothing.
  return { kernel, rows: new Int8Array(buffer, first + ROW, ROW * count) }
}

/** A number as the machine's code has it: seven bits a byte, the least first. */
function leb(value: number): number[] {
  const low = value & 127
  const rest = value >> 7
  return (rest === 0 && low < 64) || (rest === -1 && low >= 64) ? [low] : [low | 128, ...leb(rest)]
}

const [BLOCK, LOOP, END, BRANCH, BRANCH_IF] = [[0x02, 0x40], [0x03, 0x40], [0x0b], 0x0c, 0x0d]
const [EQZ, EQ, LESS, ADD, MULTIPLY, AND, XOR, SHIFT_LEFT, SHIFT_RIGHT] = [0x45, 0x46, 0x49, 0x6a, 0x6c, 0x71, 0x73, 0x74, 0x76]
/** Eight sums of 16 bits: a row's first eight bytes with their signs, its others, and the sums of two. */
const [FIRST_EIGHT, LAST_EIGHT, ADD_EIGHT] = [
  [0xfd, 0x87, 0x01],
  [0xfd, 0x88, 0x01],
  [0xfd, 0x8e, 0x01],
]

const get = (local: number): number[] => [0x20, local]
const set = (local: number): number[] => [0x21, local]
const constant = (value: number): number[] => [0x41, ...leb(value | 0)]
/** Loads and stores take an address from the stack, to which a constant is added. */
const load = (offset: number): number[] => [0x28, 2, ...unsigned(offset)]
const store = (offset: number): number[] => [0x36, 2, ...unsigned(offset)]
const loadRow = (offset: number): number[] => [0xfd, 0x00, 0, ...unsigned(offset)]
const storeRow = (offset: number): number[] => [0xfd, 0x0b, 0, ...unsigned(offset)]

function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]
}

/** One round of `mix`: xors the hash with itself shifted, and multiplies it. */
function mixRound(hash: number, shift: number, factor?: number): number[] {
  return [...get(hash), ...get(hash), ...constant(shift), SHIFT_RIGHT, XOR, ...(factor === undefined ? [] : [...constant(factor), MULTIPLY]), ...set(hash)]
}

/** Does the body for each place of four bytes from `at` = 0 to `count`. */
function each(at: number, count: number, body: readonly number[]): number[] {
  return [
    ...[...constant(0), ...set(at), ...LOOP, ...body],
    ...[...get(at), ...constant(4), ADD, ...set(at), ...get(at), ...get(count), LESS, BRANCH_IF, 0, ...END],
  ]
}

/** The code of `sum`: first what stands in the slot of each key's hash, then the row of each, then the rows' sum: so the memory is asked for many at once. */
function sumBody(bits: number, first: number): number[] {
  const [count, at, hash, slot, there, low, high, row] = [0, 1, 2, 3, 4, 5, 6, 7]
  const below = (1 << bits) - 1
  const slotOf = [...get(hash), ...constant(32 - bits), SHIFT_RIGHT, ...constant(2), SHIFT_LEFT]
  return [
    ...[...get(count), ...constant(2), SHIFT_LEFT, ...set(count)],
    ...each(at, count, [
      ...[...get(at), ...load(KEYS), ...set(hash)],
      ...[...mixRound(hash, 15, 0x2c1b3c6d), ...mixRound(hash, 12, 0x297a2d39), ...mixRound(hash, 15)],
      ...[...get(at), ...get(hash), ...store(KEYS), ...get(at), ...slotOf, ...load(SLOTS), ...store(FOUND)],
    ]),
    ...each(at, count, [
      ...[...get(at), ...load(KEYS), ...set(hash), ...get(at), ...load(FOUND), ...set(there), ...slotOf, ...set(slot)],
      ...[...get(hash), ...constant(bits), SHIFT_LEFT, ...set(hash)],
      ...[...BLOCK, ...LOOP],
      ...[...get(there), EQZ, BRANCH_IF, 1, ...get(there), ...constant(~below), AND, ...get(hash), EQ, BRANCH_IF, 1],
      ...[...get(slot), ...constant(4), ADD, ...constant(4 * below), AND, ...set(slot), ...get(slot), ...load(SLOTS), ...set(there), BRANCH, 0],
      ...[...END, ...END],
      ...[...get(at), ...get(there), ...constant(below), AND, ...constant(4), SHIFT_LEFT, ...store(FOUND)],
    ]),
    ...each(at, count, [
      ...[...get(at), ...load(FOUND), ...loadRow(first), ...set(row)],
      ...[...get(low), ...get(row), ...FIRST_EIGHT, ...ADD_EIGHT, ...set(low)],
      ...[...get(high), ...get(row), ...LAST_EIGHT, ...ADD_EIGHT, ...set(high)],
    ]),
    ...[...constant(0), ...get(low), ...storeRow(SUMS)],
    ...[...constant(0), ...get(high), ...storeRow(SUMS + ROW)],
    ...END,
  ]
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content]
}

function named(name: string): number[] {
  return [name.length, ...Buffer.from(name)]
}

/** A module with one function, `sum`, of one number; it has four more numbers and three rows of its own. */
function assemble(body: readonly number[]): number[] {
  const [NUMBER, VECTOR] = [0x7f, 0x7b]
  const code = [2, 4, NUMBER, 3, VECTOR, ...body]
  return [
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, NUMBER, 0]),
    ...section(2, [1, ...named('own'), ...named('memory'), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...named('sum'), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]
}
