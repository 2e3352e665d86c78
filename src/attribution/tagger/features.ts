import { hashWord, join, key } from './hash.ts'
import type { Sheet } from './sheet.ts'

/** A column's value at a place that may lie before its first. Columns have room after their last, so that nothing is read outside them. */
function at(column: Uint8Array | Int32Array, i: number): number {
  return i < 0 ? 0 : (column[i] ?? 0)
}

/** Room for the features of one unit. */
export const MOST_FEATURES = 112

/** Where the nearest likely cues, quotations and commas of each unit's sentence stand; unit numbers, or -1. */
export interface Landmarks {
  readonly cueBefore: Int32Array
  readonly cueAfter: Int32Array
  readonly commaBefore: Int32Array
  readonly commaAfter: Int32Array
  readonly quoteOpen: Int32Array
  readonly quoteClose: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  /** Bits of the unit's sentence: 1 has a quotation, 2 has a likely cue outside quotations. */
  readonly has: Uint8Array
  /** The first likely cue of the unit's sentence, and the first of what stands after its last comma; or -1. */
  readonly head: Int32Array
  readonly tail: Int32Array
  /** The comma before the tail, or -1. */
  readonly tailComma: Int32Array
  /** The colon near the start of the unit's passage, or -1. */
  readonly colon: Int32Array
}

const LIKELY = 3
export const PUNCT = 13
export const VERB = 16
const AUX = 4
const COLON = hashWord(':') | 0

function isEdge(sheet: Sheet, i: number): boolean {
  return sheet.pos[i] === PUNCT && sheet.quote[i] !== 1 && sheet.quote[i] !== 3
}

/** Finds the landmarks in two walks over the sheet. */
export function findLandmarks(sheet: Sheet): Landmarks {
  const { count } = sheet
  // All in one piece of memory, which costs less than a piece for each.
  const room = new Int32Array(12 * count).fill(-1)
  let at = 0
  const make = (): Int32Array => room.subarray(at, (at += count))
  const marks: Landmarks = {
    cueBefore: make(),
    cueAfter: make(),
    commaBefore: make(),
    commaAfter: make(),
    quoteOpen: make(),
    quoteClose: make(),
    start: make(),
    end: make(),
    has: new Uint8Array(count),
    head: make(),
    tail: make(),
    tailComma: make(),
    colon: make(),
  }
  walk(sheet, marks, 0, count, 1)
  walk(sheet, marks, count - 1, -1, -1)
  spreadSentences(sheet, marks)
  spreadColons(sheet, marks)
  return marks
}

function walk(sheet: Sheet, marks: Landmarks, from: number, to: number, step: 1 | -1): void {
  const [cues, commas, quotes, edge] =
    step === 1 ? [marks.cueBefore, marks.commaBefore, marks.quoteOpen, marks.start] : [marks.cueAfter, marks.commaAfter, marks.quoteClose, marks.end]
  let cue = -1
  let comma = -1
  let quote = -1
  let first = from
  const bounds = new Set(sheet.passages)
  for (let i = from; i !== to; i += step) {
    if (i === from || sheet.sentence[i] !== sheet.sentence[i - step]) {
      cue = -1
      comma = -1
      first = i
    }
    if (bounds.has(step === 1 ? i : i + 1)) quote = -1
    cues[i] = cue
    commas[i] = comma
    edge[i] = first
    const state = sheet.quote[i] ?? 0
    if (state !== 0 && quote < 0) quote = i
    if (state === 0) quote = -1
    quotes[i] = quote
    if ((sheet.cue[i] ?? 0) >= LIKELY && state === 0) cue = i
    if (isEdge(sheet, i)) comma = i
  }
}

function spreadSentences(sheet: Sheet, marks: Landmarks): void {
  for (let i = 0; i < sheet.count;) {
    const end = Math.max((marks.end[i] ?? i) + 1, i + 1)
    let bits = 0
    let head = -1
    let comma = -1
    for (let j = i; j < end; j++) {
      if ((sheet.quote[j] ?? 0) > 0) bits |= 1
      else if ((sheet.cue[j] ?? 0) >= LIKELY) {
        bits |= 2
        if (head < 0) head = j
      }
      if (isEdge(sheet, j) && j < end - 2) comma = j
    }
    let tail = -1
    for (let j = comma + 1; comma >= 0 && j < end && tail < 0; j++) if ((sheet.cue[j] ?? 0) >= LIKELY && sheet.quote[j] === 0) tail = j
    marks.has.fill(bits, i, end)
    marks.head.fill(head, i, end)
    marks.tail.fill(tail, i, end)
    marks.tailComma.fill(comma, i, end)
    i = end
  }
}

/** How many units may stand before the colon of "NAME: words". */
const SPEAKER = 6

function spreadColons(sheet: Sheet, marks: Landmarks): void {
  for (let s = 0; s + 1 < sheet.passages.length; s++) {
    const low = sheet.passages[s] ?? 0
    const high = sheet.passages[s + 1] ?? 0
    for (let i = low; i < Math.min(high, low + SPEAKER); i++) {
      if (sheet.word[i] !== COLON) continue
      marks.colon.fill(i, low, high)
      break
    }
  }
}

/** A distance in steps that widen: 0 1 2 3 4-5 6-8 9-13 14-20 more. */
export function bucket(distance: number): number {
  const d = Math.abs(distance)
  return d < 4 ? d : d < 6 ? 4 : d < 9 ? 5 : d < 14 ? 6 : d < 21 ? 7 : 8
}

/**
 * Writes the keys of the features of unit `i` into `out` and returns how many there are. Every feature is made of masked forms,
 * tags, quotation marks and distances; `low` and `high` bound the passage. No function writes more than a dozen of them,
 * since the compiler draws no more calls of `key` into one.
 */
export function writeFeatures(sheet: Sheet, marks: Landmarks, i: number, low: number, high: number, out: Int32Array): number {
  let n = writeWords(sheet, i, low, high, out)
  n = writeLemmas(sheet, i, low, high, out, n)
  n = writeTags(sheet, i, low, high, out, n)
  n = writePlace(sheet, marks, i, low, high, out, n)
  n = writeCues(sheet, marks, i, out, n)
  n = writeCommas(sheet, marks, i, out, n)
  n = writeOpening(sheet, marks, i, out, n)
  n = writeFrame(sheet, marks, i, out, n)
  n = writeNeighbours(sheet, marks, i, low, high, out, n)
  n = (sheet.quote[i] ?? 0) > 0 ? writeQuote(sheet, marks, i, low, high, out, n) : writeOutside(sheet, marks, i, low, high, out, n)
  return n
}

/** Words in a window. */
function writeWords({ word }: Sheet, i: number, low: number, high: number, out: Int32Array): number {
  let n = 0
  const w0 = word[i] ?? 7
  const wa = i - 1 >= low ? (word[i - 1] ?? 7) : 7
  const wb = i - 2 >= low ? (word[i - 2] ?? 7) : 7
  const wc = i - 3 >= low ? (word[i - 3] ?? 7) : 7
  const wx = i + 1 < high ? (word[i + 1] ?? 7) : 7
  const wy = i + 2 < high ? (word[i + 2] ?? 7) : 7
  const wz = i + 3 < high ? (word[i + 3] ?? 7) : 7
  out[n++] = key(1, 0, 0, 0)
  out[n++] = key(2, w0, 0, 0)
  out[n++] = key(3, wa, 0, 0)
  out[n++] = key(4, wx, 0, 0)
  out[n++] = key(5, wb, 0, 0)
  out[n++] = key(6, wy, 0, 0)
  out[n++] = key(7, wc, 0, 0)
  out[n++] = key(8, wz, 0, 0)
  return writeRuns(wb, wa, w0, wx, wy, out, n)
}

/** Words beside each other. */
function writeRuns(wb: number, wa: number, w0: number, wx: number, wy: number, out: Int32Array, from: number): number {
  let n = from
  out[n++] = key(9, wa, w0, 0)
  out[n++] = key(10, w0, wx, 0)
  out[n++] = key(11, wa, wx, 0)
  out[n++] = key(12, wx, wy, 0)
  out[n++] = key(13, wb, wa, 0)
  out[n++] = key(14, wa, w0, wx)
  out[n++] = key(15, wb, wa, w0)
  out[n++] = key(16, w0, wx, wy)
  return n
}

/** Lemmas and tags in a window. */
function writeLemmas({ lemma, pos, suffix }: Sheet, i: number, low: number, high: number, out: Int32Array, from: number): number {
  let n = from
  const p0 = pos[i] ?? 0
  const pa = i - 1 >= low ? (pos[i - 1] ?? 0) : 0
  const pb = i - 2 >= low ? (pos[i - 2] ?? 0) : 0
  const px = i + 1 < high ? (pos[i + 1] ?? 0) : 0
  out[n++] = key(17, lemma[i] ?? 7, 0, 0)
  out[n++] = key(18, i - 1 >= low ? (lemma[i - 1] ?? 7) : 7, 0, 0)
  out[n++] = key(19, i + 1 < high ? (lemma[i + 1] ?? 7) : 7, 0, 0)
  out[n++] = key(20, suffix[i] ?? 0, 0, 0)
  out[n++] = key(21, p0, 0, 0)
  out[n++] = key(22, pa, 0, 0)
  out[n++] = key(23, px, 0, 0)
  out[n++] = key(24, pa, p0, 0)
  out[n++] = key(25, p0, px, 0)
  out[n++] = key(26, pb, pa, p0)
  out[n++] = key(27, pa, p0, px)
  return n
}

/** Tags in a wider window, words beside tags, and quotation marks. */
function writeTags({ word, lemma, pos, quote }: Sheet, i: number, low: number, high: number, out: Int32Array, from: number): number {
  let n = from
  const w0 = word[i] ?? 7
  const lx = i + 1 < high ? (lemma[i + 1] ?? 7) : 7
  const p0 = pos[i] ?? 0
  const pa = i - 1 >= low ? (pos[i - 1] ?? 0) : 0
  const pb = i - 2 >= low ? (pos[i - 2] ?? 0) : 0
  const px = i + 1 < high ? (pos[i + 1] ?? 0) : 0
  const py = i + 2 < high ? (pos[i + 2] ?? 0) : 0
  const pz = i + 3 < high ? (pos[i + 3] ?? 0) : 0
  const q0 = quote[i] ?? 0
  out[n++] = key(28, p0, px, py)
  out[n++] = key(29, px, py, pz)
  out[n++] = key(30, i - 3 >= low ? (pos[i - 3] ?? 0) : 0, pb, pa)
  out[n++] = key(31, w0, pa, 0)
  out[n++] = key(32, w0, px, 0)
  out[n++] = key(33, lemma[i] ?? 7, pa, px)
  out[n++] = key(34, lx, p0, py)
  out[n++] = key(35, i - 1 >= low ? (lemma[i - 1] ?? 7) : 7, p0, pb)
  out[n++] = key(36, join(lx, py), pz, w0)
  out[n++] = key(37, q0, at(quote, i - 1), quote[i + 1] ?? 0)
  out[n++] = key(38, q0, w0, 0)
  out[n++] = key(39, q0, p0, px)
  return n
}

/** Where in its sentence and passage the unit stands, and the likely cues and sources right beside it. */
function writePlace({ pos, quote, cue, source }: Sheet, marks: Landmarks, i: number, low: number, high: number, out: Int32Array, from: number): number {
  let n = from
  const start = marks.start[i] ?? 0
  const p0 = pos[i] ?? 0
  const has = marks.has[i] ?? 0
  const c0 = cue[i] ?? 0
  const ca = at(cue, i - 1)
  const cx = cue[i + 1] ?? 0
  const s0 = source[i] ?? 0
  out[n++] = key(1000, i === start ? 1 : 0, i === marks.end[i] ? 1 : 0, i === low ? 1 : i === high - 1 ? 2 : 0)
  out[n++] = key(1001, i - start < 4 ? i - start : 4, p0, 0)
  out[n++] = key(1002, has, p0, 0)
  out[n++] = key(1003, has, quote[i] ?? 0, start === low ? 1 : 0)
  out[n++] = key(1004, c0, p0, s0)
  out[n++] = key(1005, cx, c0, ca)
  out[n++] = key(1006, cue[i + 2] ?? 0, p0, pos[i + 1] ?? 0)
  out[n++] = key(1007, at(cue, i - 2), p0, at(pos, i - 1))
  out[n++] = key(1008, s0, cx, ca)
  return n
}

/** The nearest likely cues. */
function writeCues({ word, lemma, pos }: Sheet, marks: Landmarks, i: number, out: Int32Array, from: number): number {
  let n = from
  const before = marks.cueBefore[i] ?? -1
  const after = marks.cueAfter[i] ?? -1
  const w0 = word[i] ?? 0
  const p0 = pos[i] ?? 0
  const lemmaBefore = before < 0 ? 0 : (lemma[before] ?? 0)
  const lemmaAfter = after < 0 ? 0 : (lemma[after] ?? 0)
  const sinceBefore = bucket(i - before)
  const toAfter = bucket(after - i)
  out[n++] = key(1009, before < 0 ? 9 : sinceBefore, after < 0 ? 9 : toAfter, 0)
  out[n++] = key(1010, lemmaBefore, lemmaAfter, 0)
  out[n++] = key(1011, lemmaBefore, p0, 0)
  out[n++] = key(1012, lemmaAfter, p0, 0)
  out[n++] = key(1013, lemmaBefore, sinceBefore, w0)
  out[n++] = key(1014, lemmaAfter, toAfter, w0)
  return n
}

/** The nearest commas, and whether they part the unit from the nearest cues. */
function writeCommas({ word, pos, quote, cue }: Sheet, marks: Landmarks, i: number, out: Int32Array, from: number): number {
  let n = from
  const before = marks.cueBefore[i] ?? -1
  const after = marks.cueAfter[i] ?? -1
  const comma = marks.commaBefore[i] ?? -1
  const next = marks.commaAfter[i] ?? -1
  const p0 = pos[i] ?? 0
  const partsBefore = before < 0 ? 9 : comma > before ? 1 : 0
  const partsAfter = after < 0 ? 9 : next >= 0 && next < after ? 1 : 0
  out[n++] = key(1015, partsBefore, partsAfter, quote[i] ?? 0)
  out[n++] = key(1016, partsBefore, partsAfter, p0)
  out[n++] = key(1017, before < 0 ? 0 : (cue[before] ?? 0), comma > before ? 1 : 0, comma < 0 ? 0 : (word[comma + 1] ?? 0))
  // What the next and the last comma are followed and preceded by: "X, NAME said" ends a content there.
  out[n++] = key(1018, next < 0 ? 0 : join(pos[next + 1] ?? 0, pos[next + 2] ?? 0), next < 0 ? 0 : (pos[next + 3] ?? 0), bucket(next - i))
  out[n++] = key(1019, next < 0 ? 0 : join(word[next] ?? 0, word[next + 1] ?? 0), next < 0 || after < 0 ? 9 : bucket(after - next), p0)
  out[n++] = key(1020, comma < 0 ? 0 : join(word[comma] ?? 0, word[comma + 1] ?? 0), comma < 0 || before < 0 ? 9 : bucket(before - comma), p0)
  return n
}

/** How far the commas are, and how the sentence opens. */
function writeOpening({ word, pos }: Sheet, marks: Landmarks, i: number, out: Int32Array, from: number): number {
  let n = from
  const comma = marks.commaBefore[i] ?? -1
  const next = marks.commaAfter[i] ?? -1
  const start = marks.start[i] ?? 0
  const p0 = pos[i] ?? 0
  const first = word[start] ?? 0
  out[n++] = key(1021, comma < 0 ? 9 : bucket(i - comma), next < 0 ? 9 : bucket(next - i), p0)
  out[n++] = key(1022, join(first, pos[start + 1] ?? 0), p0, 0)
  out[n++] = key(1023, join(first, word[start + 1] ?? 0), (marks.cueBefore[i] ?? -1) < 0 ? 1 : 0, (marks.cueAfter[i] ?? -1) < 0 ? 1 : 0)
  return n
}

/** How the sentence is framed: by a cue at the head, by one after the last comma. */
function writeFrame({ word, lemma, pos }: Sheet, marks: Landmarks, i: number, out: Int32Array, from: number): number {
  let n = from
  const head = marks.head[i] ?? -1
  const tail = marks.tail[i] ?? -1
  const comma = marks.tailComma[i] ?? -1
  const p0 = pos[i] ?? 0
  const headLemma = head < 0 ? 0 : (lemma[head] ?? 0)
  const tailLemma = tail < 0 ? 0 : (lemma[tail] ?? 0)
  const inTail = comma >= 0 && i > comma ? 1 : 0
  const afterHead = head < 0 ? 2 : i > head ? 1 : i === head ? 3 : 0
  out[n++] = key(1500, tailLemma, inTail, p0)
  out[n++] = key(1501, tailLemma, inTail, comma < 0 ? 9 : bucket((marks.end[i] ?? 0) - comma))
  out[n++] = key(1502, tail < 0 ? 0 : join(pos[comma + 1] ?? 0, pos[comma + 2] ?? 0), join(inTail, p0), tail < 0 ? 9 : bucket(tail - comma))
  out[n++] = key(1503, headLemma, afterHead, p0)
  out[n++] = key(1504, headLemma, tailLemma, join(afterHead, inTail))
  out[n++] = key(1505, head < 0 ? 9 : bucket(head - (marks.start[i] ?? 0)), afterHead, join(word[i] ?? 0, tail < 0 ? 0 : 1))
  return n
}

/** How the passage is framed: by a speaker and a colon, by the sentences around. */
function writeNeighbours({ word, pos, quote }: Sheet, marks: Landmarks, i: number, low: number, high: number, out: Int32Array, from: number): number {
  let n = from
  const start = marks.start[i] ?? 0
  const end = marks.end[i] ?? 0
  const colon = marks.colon[i] ?? -1
  const p0 = pos[i] ?? 0
  const q0 = quote[i] ?? 0
  const has = marks.has[i] ?? 0
  const told = join(q0, p0)
  out[n++] = key(1506, colon < 0 ? 9 : i - colon > 1 ? 2 : i - colon, colon < 0 ? 0 : join(word[low] ?? 0, colon - low), p0)
  out[n++] = key(1507, colon < 0 ? 9 : bucket(colon - low), start === low ? 1 : 0, q0)
  out[n++] = key(1508, start > low ? (marks.has[start - 1] ?? 0) + 1 : 0, has, told)
  out[n++] = key(1509, end + 1 < high ? (marks.has[end + 1] ?? 0) + 1 : 0, has, told)
  out[n++] = key(1510, start > low ? (quote[start - 1] ?? 0) : 9, quote[start] ?? 0, join(q0, has))
  return n
}

/** Inside a quotation: what stands before it and behind. */
function writeQuote({ word, pos, cue, quote }: Sheet, marks: Landmarks, i: number, low: number, high: number, out: Int32Array, from: number): number {
  let n = from
  const q0 = quote[i] ?? 0
  const open = marks.quoteOpen[i] ?? i
  const close = marks.quoteClose[i] ?? i
  const ahead = join(pos[close + 1] ?? 0, Math.max(cue[close + 1] ?? 0, cue[close + 2] ?? 0, cue[close + 3] ?? 0))
  const long = bucket(close - open)
  out[n++] = key(2000, q0, long, open === (marks.start[i] ?? 0) ? 1 : 0)
  out[n++] = key(2001, q0, open - 1 < low ? 7 : (word[open - 1] ?? 0), long)
  out[n++] = key(2002, q0, open - 1 < low ? 7 : (word[open - 1] ?? 0), word[open + 1] ?? 0)
  out[n++] = key(2003, q0, open - 1 < low ? 7 : join(at(pos, open - 1), at(pos, open - 2)), word[i] ?? 0)
  out[n++] = key(2004, q0, close + 1 >= high ? 7 : ahead, close === (marks.end[i] ?? 0) ? 1 : 0)
  out[n++] = key(2005, q0, at(word, close - 1), close + 1 >= high ? 7 : (word[close + 1] ?? 0))
  out[n++] = key(2006, q0, Math.max(at(cue, open - 1), at(cue, open - 2), at(cue, open - 3)), ahead)
  out[n++] = key(2007, q0, marks.cueBefore[open] === -1 ? 0 : 1, marks.cueAfter[close] === -1 ? 0 : 1)
  return n
}

/** Outside: the nearest quotation of the sentence, by what lies between. */
function writeOutside({ word, pos, quote }: Sheet, marks: Landmarks, i: number, low: number, high: number, out: Int32Array, from: number): number {
  let n = from
  const opened = at(quote, i - 1) > 0 && i > low ? 1 : 0
  const opening = (quote[i + 1] ?? 0) > 0 && i + 1 < high ? 1 : 0
  out[n++] = key(2100, opened, opening, word[i] ?? 0)
  out[n++] = key(2101, opened, opening, (marks.has[i] ?? 0) & 1)
  // Verbs so far, coarse: a second verb often begins a content.
  let verbs = 0
  const first = Math.max(marks.start[i] ?? 0, i - 5)
  for (let k = i - 1; k >= first; k--) if (pos[k] === VERB || pos[k] === AUX) verbs++
  out[n++] = key(2102, verbs, pos[i] ?? 0, pos[i + 1] ?? 0)
  return n
}
