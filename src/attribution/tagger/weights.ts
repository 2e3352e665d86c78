import { readFileSync } from 'node:fs'
import { hashWord } from './hash.ts'
import { LABELS } from './labels.ts'
import { SETTINGS } from './edges.ts'
import { LEAF, sortQuestions, type Forest, type Questions } from './forest.ts'
import { ROW, makeKernel, type Kernel } from './kernel.ts'
import type { Lexicon } from './sheet.ts'
import { TRAITS } from './traits.ts'
import { bitsFor, makeWordWeights, putSlot, type WordWeights } from './words.ts'

/** The weights of the tagger; `scale` makes sums of rows scores. */
export interface Pass {
  readonly scale: number
  /** Scores of label changes, `[setting][before][label]`. */
  readonly edges: Float32Array
  readonly kernel: Kernel
}

/** What tells right relations from wrong ones: by their words, then by that and by what stands around them. */
export interface Judge {
  readonly worth: WordWeights
  readonly forest: Forest
  /** The forest as it is asked. */
  readonly questions: Questions
}

/** All that training leaves behind. */
export interface Weights {
  readonly lexicon: Lexicon
  readonly first: Pass
  readonly judge: Judge
}

/** One pass as training hands it over: the commonest features first, LABELS weights each. */
export interface RawPass {
  readonly scale: number
  readonly edges: Float32Array
  readonly hashes: Uint32Array
  readonly rows: Int8Array
}

/** Writes numbers one after another. */
class Pen {
  private readonly parts: Buffer[] = []

  numbers(values: Uint32Array | Float32Array | Uint8Array | Int8Array | Uint16Array): void {
    const head = Buffer.alloc(4)
    head.writeUInt32LE(values.length)
    this.parts.push(head, Buffer.from(values.buffer, values.byteOffset, values.byteLength))
  }

  all(): Buffer {
    return Buffer.concat(this.parts)
  }
}

/** Reads what `Pen` wrote. */
class Reader {
  private at = 0
  private readonly bytes: Buffer

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  private cut(width: number): ArrayBuffer {
    const length = this.bytes.readUInt32LE(this.at) * width
    const copy = new Uint8Array(length)
    copy.set(this.bytes.subarray(this.at + 4, this.at + 4 + length))
    this.at += 4 + length
    return copy.buffer
  }

  words(): Uint32Array {
    return new Uint32Array(this.cut(4))
  }

  floats(): Float32Array {
    return new Float32Array(this.cut(4))
  }

  halves(): Uint16Array {
    return new Uint16Array(this.cut(2))
  }

  bytesOf(): Uint8Array {
    return new Uint8Array(this.cut(1))
  }
}

function writeTable(pen: Pen, table: ReadonlyMap<number, number>): void {
  const sorted = [...table].sort((a, b) => a[0] - b[0])
  pen.numbers(Uint32Array.from(sorted, ([key]) => key))
  pen.numbers(Uint8Array.from(sorted, ([, value]) => value))
}

/** Only labels that weigh anything are written: a mask of them, then their weights. */
function writePass(pen: Pen, pass: RawPass): void {
  const masks = new Uint16Array(pass.hashes.length)
  const values: number[] = []
  pass.rows.forEach((value, k) => {
    if (value === 0) return
    const at = Math.floor(k / LABELS)
    masks[at] = (masks[at] ?? 0) | (1 << (k % LABELS))
    values.push(value)
  })
  pen.numbers(Float32Array.of(pass.scale))
  pen.numbers(pass.edges)
  pen.numbers(pass.hashes)
  pen.numbers(masks)
  pen.numbers(Int8Array.from(values))
}

/** The bytes of `data/weights/NAME.bin`. */
export function packWeights(lexicon: Lexicon, first: RawPass, judge: { readonly worth: RawPass; readonly forest: Forest }): Buffer {
  const pen = new Pen()
  writeTable(pen, lexicon.cues)
  writeTable(pen, lexicon.sources)
  writePass(pen, first)
  writePass(pen, judge.worth)
  const { base, roots, traits, values, next } = judge.forest
  pen.numbers(Float32Array.of(base))
  pen.numbers(roots)
  pen.numbers(traits)
  pen.numbers(values)
  pen.numbers(next)
  return pen.all()
}

function readBack<T>(pass: RawPass, read: (reader: Reader) => T): T {
  const pen = new Pen()
  writePass(pen, pass)
  return read(new Reader(pen.all()))
}

/** A pass of the tagger as it is read from its bytes. */
export function toPass(pass: RawPass): Pass {
  return readBack(pass, readPass)
}

/** What the judge learnt of words as it is read from its bytes. */
export function toWordWeights(pass: RawPass): WordWeights {
  return readBack(pass, readWords)
}

/** Throws a RangeError where a tree asks about a trait that is not known. */
function readForest(reader: Reader): Forest {
  const base = reader.floats()[0] ?? 0
  const forest = { base, roots: reader.halves(), traits: reader.bytesOf(), values: reader.floats(), next: reader.bytesOf() }
  if (forest.traits.some(trait => trait !== LEAF && trait >= TRAITS))
    throw new RangeError(`The judge of the weights asks about more than ${String(TRAITS)} numbers: run npm run train`)
  return forest
}

function readTable(reader: Reader): Map<number, number> {
  const keys = reader.words()
  const values = reader.bytesOf()
  return new Map(Array.from(keys, (key, i) => [key, values[i] ?? 0]))
}

/** A pass as it is kept: of each feature its hash, a mask of the labels that weigh anything, and their weights. */
interface Sparse {
  readonly scale: number
  readonly edges: Float32Array
  readonly hashes: Uint32Array
  readonly masks: Uint16Array
  readonly values: Int8Array
}

function readSparse(reader: Reader): Sparse {
  return {
    scale: reader.floats()[0] ?? 1,
    edges: reader.floats(),
    hashes: reader.words(),
    masks: reader.halves(),
    values: new Int8Array(reader.bytesOf().buffer),
  }
}

/** Writes the weights of each feature into a row of its own, `width` labels a row. */
function spreadRows({ masks, values }: Sparse, rows: Int8Array, width: number): void {
  let at = 0
  for (let i = 0; i < masks.length; i++)
    for (let left = masks[i] ?? 0; left !== 0; left &= left - 1) {
      const label = 31 - Math.clz32(left & -left)
      if (label < width) rows[i * width + label] = values[at] ?? 0
      at++
    }
}

/** A table with linear probing. The commonest features come first, so that they stand in their own slots and side by side in the rows. */
function readPass(reader: Reader): Pass {
  const sparse = readSparse(reader)
  const { scale, edges, hashes } = sparse
  const bits = bitsFor(hashes.length)
  const slots = new Int32Array(1 << bits)
  for (let i = 0; i < hashes.length; i++) putSlot(slots, bits, hashes[i] ?? 0, i + 1)
  const { kernel, rows } = makeKernel(slots, bits, hashes.length)
  spreadRows(sparse, rows, ROW)
  return { scale, edges, kernel }
}

function readWords(reader: Reader): WordWeights {
  const sparse = readSparse(reader)
  const weights = new Int8Array(sparse.hashes.length)
  spreadRows(sparse, weights, 1)
  return makeWordWeights(sparse.scale, sparse.hashes, weights)
}

function readJudge(reader: Reader): Judge {
  const worth = readWords(reader)
  const forest = readForest(reader)
  return { worth, forest, questions: sortQuestions(forest, TRAITS) }
}

/** Reads what `packWeights` wrote. Throws a RangeError where the edges do not fit the labels of this version. */
export function unpackWeights(bytes: Buffer): Weights {
  const reader = new Reader(bytes)
  const lexicon = { cues: readTable(reader), sources: readTable(reader) }
  const first = readPass(reader)
  if (first.edges.length !== SETTINGS * LABELS * LABELS)
    throw new RangeError(`The weights have ${String(first.edges.length)} edges, not ${String(SETTINGS * LABELS * LABELS)}: run npm run train`)
  return { lexicon, first, judge: readJudge(reader) }
}

/** How often a lemma is a cue in the training text, 0 (never) to 5 (nearly always). */
export function gradeOfCue(lemma: string): number {
  return readWeights().lexicon.cues.get(hashWord(lemma)) ?? 0
}

let kept: Weights | undefined

/** The weights in data/weights/attribution.bin, read once. */
export function readWeights(): Weights {
  kept ??= unpackWeights(readFileSync(new URL('../../../data/weights/attribution.bin', import.meta.url)))
  return kept
}
