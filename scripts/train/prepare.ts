import type { Span } from '#model'
import type { Paper } from '../../gold/polnear.ts'
import { MOST_FEATURES, findLandmarks, writeFeatures } from '../../src/attribution/tagger/features.ts'
import { settingOf } from '../../src/attribution/tagger/edges.ts'
import { hashWord, mixKeys } from '../../src/attribution/tagger/hash.ts'
import { stateFor } from '../../src/attribution/tagger/labels.ts'
import { layOut, type Lexicon, type Sheet } from '../../src/attribution/tagger/sheet.ts'
import type { Examples } from './crf.ts'

/** Counts which lemmas are cues and which end sources. */
export function countWords(papers: readonly Paper[]): Lexicon {
  const seen = new Map<number, number>()
  const cues = new Map<number, number>()
  const sources = new Map<number, number>()
  const add = (counts: Map<number, number>, key: number): void => void counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const paper of papers) {
    const { tokens } = paper.reading
    for (const token of tokens) add(seen, hashWord(token.lemma))
    const cueSpans = paper.relations.flatMap(one => one.cue)
    for (const span of cueSpans)
      for (const token of tokens)
        if (token.start >= span[0] && token.end <= span[1] && token.pos !== 'ADP' && token.pos !== 'PART' && token.pos !== 'DET' && token.pos !== 'AUX')
          add(cues, hashWord(token.lemma))
    for (const span of paper.relations.flatMap(one => one.source)) {
      const last = tokens.findLast(token => token.end <= span[1] && token.start >= span[0])
      if (last) add(sources, hashWord(last.lemma))
    }
  }
  return {
    cues: grade(cues, seen),
    sources: grade(sources, seen),
  }
}

function grade(hits: ReadonlyMap<number, number>, seen: ReadonlyMap<number, number>): Map<number, number> {
  const grades = new Map<number, number>()
  for (const [key, count] of hits) {
    const share = (count - 0.5) / ((seen.get(key) ?? count) + 4)
    const value = share > 0.6 ? 5 : share > 0.35 ? 4 : share > 0.15 ? 3 : share > 0.05 ? 2 : share > 0.01 ? 1 : 0
    if (value > 0) grades.set(key, value)
  }
  return grades
}

/** The label of every unit. Where spans overlap, cues win over sources and sources over contents. */
export function labelUnits(paper: Paper, sheet: Sheet): Uint8Array {
  const labels = new Uint8Array(sheet.count)
  const { tokens } = paper.reading
  const mark = (span: Span, state: number): void => {
    let first = true
    for (let i = 0; i < sheet.count; i++) {
      const start = tokens[sheet.from[i] ?? 0]?.start ?? 0
      const end = tokens[(sheet.to[i] ?? 1) - 1]?.end ?? 0
      if (end <= span[0] || start >= span[1]) continue
      if (sheet.pos[i] === 13 && (end > span[1] || start < span[0])) continue
      labels[i] = first ? 1 + 2 * state : 2 + 2 * state
      first = false
    }
  }
  for (const one of paper.relations) {
    const cue = one.cue[0]?.[0] ?? one.source[0]?.[0] ?? 0
    for (const span of one.content) mark(span, stateFor('content', span[0] < cue))
  }
  for (const one of paper.relations) for (const span of one.source) mark(span, stateFor('source', span[0] <= (one.cue[0]?.[0] ?? span[0])))
  for (const one of paper.relations) for (const span of one.cue) mark(span, stateFor('cue', true))
  // What is cut in two by an overlap begins anew.
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? 0
    if (label > 0 && label % 2 === 0 && (i === 0 || ((labels[i - 1] ?? 0) + 1) >> 1 !== label >> 1)) labels[i] = label - 1
  }
  return labels
}

/** The sheets of papers. */
export function layOutAll(papers: readonly Paper[], lexicon: Lexicon): Sheet[] {
  return papers.map(paper => layOut(paper.reading, lexicon))
}

/** Hashes of all features of all units, in one row after another. */
export function hashAll(sheets: readonly Sheet[]): { starts: Int32Array; hashes: Int32Array } {
  const total = sheets.reduce((sum, sheet) => sum + sheet.count, 0)
  const starts = new Int32Array(total + 1)
  let hashes = new Int32Array(total * 80)
  const out = new Int32Array(MOST_FEATURES * 2)
  let at = 0
  let row = 0
  sheets.forEach(sheet => {
    const marks = findLandmarks(sheet)
    for (let s = 0; s + 1 < sheet.passages.length; s++) {
      const low = sheet.passages[s] ?? 0
      const high = sheet.passages[s + 1] ?? 0
      for (let i = low; i < high; i++) {
        const n = writeFeatures(sheet, marks, i, low, high, out)
        mixKeys(out, n)
        if (at + n > hashes.length) {
          const grown = new Int32Array(hashes.length * 1.5)
          grown.set(hashes)
          hashes = grown
        }
        hashes.set(out.subarray(0, n), at)
        at += n
        starts[++row] = at
      }
    }
  })
  return { starts, hashes: hashes.subarray(0, at) }
}

/** The features seen at least `least` times, as a table from hash to index (open addressing; 0 is free). */
export class Dictionary {
  readonly size: number
  private readonly keys: Int32Array
  private readonly places: Int32Array
  private readonly mask: number

  constructor(hashes: Int32Array, least: number) {
    const bits = Math.min(26, Math.max(16, Math.ceil(Math.log2(hashes.length)) - 1))
    this.mask = (1 << bits) - 1
    this.keys = new Int32Array(1 << bits)
    this.places = new Int32Array(1 << bits)
    for (const hash of hashes) {
      const slot = this.slot(hash)
      if (slot >= 0) {
        this.keys[slot] = hash
        this.places[slot] = (this.places[slot] ?? 0) + 1
      }
    }
    let size = 0
    for (let i = 0; i < this.places.length; i++) this.places[i] = (this.places[i] ?? 0) >= least ? ++size : 0
    this.size = size
  }

  private slot(hash: number): number {
    let at = (hash ^ (hash >>> 13)) & this.mask
    for (let tries = 0; tries < 64; tries++) {
      const key = this.keys[at] ?? 0
      if (key === hash || key === 0) return at
      at = (at + 1) & this.mask
    }
    return -1
  }

  /** The index of a feature, or -1. */
  find(hash: number): number {
    const slot = this.slot(hash)
    return slot < 0 || this.keys[slot] !== hash ? -1 : (this.places[slot] ?? 0) - 1
  }

  /** The hashes in order of their index. */
  hashes(): Int32Array {
    const all = new Int32Array(this.size)
    this.places.forEach((place, slot) => {
      if (place > 0) all[place - 1] = this.keys[slot] ?? 0
    })
    return all
  }
}

/** Sequences to learn from or to tag: a passage each. */
export function toExamples(
  sheets: readonly Sheet[],
  labels: readonly Uint8Array[],
  hashed: { starts: Int32Array; hashes: Int32Array },
  dictionary: Dictionary,
): Examples {
  const features = new Int32Array(hashed.hashes.length)
  const starts = new Int32Array(hashed.starts.length)
  let n = 0
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let k = hashed.starts[row] ?? 0; k < (hashed.starts[row + 1] ?? 0); k++) {
      const index = dictionary.find(hashed.hashes[k] ?? 0)
      if (index >= 0) features[n++] = index
    }
    starts[row + 1] = n
  }
  const total = starts.length - 1
  const all = new Uint8Array(total)
  const settings = new Uint8Array(total)
  const sequences: number[] = []
  let base = 0
  sheets.forEach((sheet, p) => {
    all.set(labels[p] ?? new Uint8Array(sheet.count), base)
    for (let i = 0; i < sheet.count; i++) settings[base + i] = settingOf(sheet, i)
    for (let s = 0; s + 1 < sheet.passages.length; s++) sequences.push(base + (sheet.passages[s] ?? 0))
    base += sheet.count
  })
  sequences.push(base)
  return { starts, features: features.subarray(0, n), labels: all, settings, sequences }
}
