import { PUNCT, bucket, type Landmarks } from './features.ts'
import { mix } from './hash.ts'
import { LABELS, STATES, isBegin, stateOf } from './labels.ts'
import type { Sheet } from './sheet.ts'

/** What the first pass marked, as seen from each unit; unit numbers, or -1. */
export interface Marked {
  readonly labels: Uint8Array
  readonly cueBefore: Int32Array
  readonly cueAfter: Int32Array
  readonly sourceBefore: Int32Array
  readonly sourceAfter: Int32Array
  /** First and last unit of the marked span, or of the gap between spans, that holds the unit. */
  readonly first: Int32Array
  readonly last: Int32Array
  /** Of the unit's sentence: 1 a source, 2 a cue, 4 a content before its cue, 8 a content after, 16 two cues. */
  readonly has: Uint8Array
}

const CUE = STATES.findIndex(state => state.part === 'cue')

/** Lays out what the first pass marked. */
export function layOutMarks(sheet: Sheet, marks: Landmarks, labels: Uint8Array): Marked {
  const { count } = sheet
  const make = (): Int32Array => new Int32Array(count).fill(-1)
  const marked: Marked = { labels, cueBefore: make(), cueAfter: make(), sourceBefore: make(), sourceAfter: make(), first: make(), last: make(), has: new Uint8Array(count) }
  let cue = -1
  let source = -1
  let first = 0
  for (let i = 0; i < count; i++) {
    const fresh = i === 0 || marks.start[i] === i
    if (fresh) cue = source = -1
    if (i === 0 || fresh || startsSpan(labels, i)) first = i
    marked.cueBefore[i] = cue
    marked.sourceBefore[i] = source
    marked.first[i] = first
    const part = STATES[stateOf(labels[i] ?? 0)]?.part
    if (part === 'cue') cue = i
    if (part === 'source') source = i
  }
  let last = count - 1
  cue = source = -1
  for (let i = count - 1; i >= 0; i--) {
    const end = marks.end[i] === i
    if (end) cue = source = -1
    if (end || startsSpan(labels, i + 1)) last = i
    marked.cueAfter[i] = cue
    marked.sourceAfter[i] = source
    marked.last[i] = last
    const part = STATES[stateOf(labels[i] ?? 0)]?.part
    if (part === 'cue') cue = i
    if (part === 'source') source = i
  }
  spreadHas(sheet, marks, marked)
  return marked
}

function startsSpan(labels: Uint8Array, i: number): boolean {
  const label = labels[i] ?? 0
  return label === 0 ? (labels[i - 1] ?? 0) !== 0 : isBegin(label)
}

function spreadHas(sheet: Sheet, marks: Landmarks, marked: Marked): void {
  for (let i = 0; i < sheet.count; ) {
    const end = Math.max((marks.end[i] ?? i) + 1, i + 1)
    let bits = 0
    for (let j = i; j < end; j++) {
      const label = marked.labels[j] ?? 0
      if (label === 0) continue
      const state = stateOf(label)
      if (state === CUE) bits |= isBegin(label) && (bits & 2) !== 0 ? 18 : 2
      else bits |= STATES[state]?.part === 'source' ? 1 : STATES[state]?.side === 'before' ? 4 : 8
    }
    marked.has.fill(bits, i, end)
    i = end
  }
}

/** Writes the second pass's own features of unit `i` after the first `from`; they see the labels of the first pass. */
export function writeSecond(sheet: Sheet, marks: Landmarks, marked: Marked, i: number, low: number, high: number, out: Uint32Array): number {
  const { word, lemma, pos, quote } = sheet
  const { labels, has } = marked
  let n = 0
  let template = 3000
  const put = (a: number, b = 0, c = 0): void => {
    out[n++] = mix(mix(mix(template++, a), b), c)
  }
  const y = (k: number): number => (k >= low && k < high ? (labels[k] ?? 0) : LABELS)
  const y0 = labels[i] ?? 0
  const w0 = word[i] ?? 0
  const p0 = pos[i] ?? 0
  const q0 = quote[i] ?? 0
  const h0 = has[i] ?? 0
  const start = marks.start[i] ?? 0
  const end = marks.end[i] ?? 0
  put(y0)
  put(y(i - 1), y0, y(i + 1))
  put(y(i - 2), y(i - 1), y0)
  put(y0, y(i + 1), y(i + 2))
  put(mix(y(i - 3), y(i - 2)), mix(y(i - 1), y0), mix(y(i + 1), y(i + 2)))
  put(y0, w0)
  put(y(i - 1), w0)
  put(y(i + 1), w0)
  put(y(i - 1), w0, word[i - 1] ?? 0)
  put(y(i + 1), w0, word[i + 1] ?? 0)
  put(y0, p0, pos[i + 1] ?? 0)
  put(y0, p0, pos[i - 1] ?? 0)
  put(y0, h0)
  put(h0, p0)
  put(h0, w0)
  put(y0, q0, h0)
  n = writeAround(sheet, marks, marked, i, out, n)
  template = 3300
  const before = start > low ? (has[start - 1] ?? 0) + 1 : 0
  const after = end + 1 < high ? (has[end + 1] ?? 0) + 1 : 0
  put(before, h0, mix(q0, y0))
  put(after, h0, mix(q0, y0))
  put(start > low ? (labels[start - 1] ?? 0) : LABELS, h0, mix(q0, y0))
  put(start > low ? (labels[start - 1] ?? 0) : LABELS, quote[start] ?? 0, mix(before, y0))
  put(lemma[i] ?? 0, h0 & 14, y0)
  return n
}

function writeAround(sheet: Sheet, marks: Landmarks, marked: Marked, i: number, out: Uint32Array, from: number): number {
  const { word, lemma, pos } = sheet
  let n = from
  let template = 3100
  const put = (a: number, b = 0, c = 0): void => {
    out[n++] = mix(mix(mix(template++, a), b), c)
  }
  const y0 = marked.labels[i] ?? 0
  const p0 = pos[i] ?? 0
  const w0 = word[i] ?? 0
  const before = marked.cueBefore[i] ?? -1
  const after = marked.cueAfter[i] ?? -1
  const left = marked.sourceBefore[i] ?? -1
  const right = marked.sourceAfter[i] ?? -1
  const first = marked.first[i] ?? i
  const last = marked.last[i] ?? i
  const near = (k: number): number => (k < 0 ? 9 : bucket(i - k))
  const lemmaAt = (k: number): number => (k < 0 ? 0 : (lemma[k] ?? 0))
  put(near(before), near(after), y0)
  put(near(left), near(right), y0)
  put(lemmaAt(before), lemmaAt(after), y0)
  put(lemmaAt(before), y0, p0)
  put(lemmaAt(after), y0, p0)
  put(lemmaAt(before), w0)
  put(lemmaAt(after), w0)
  put(before < 0 ? 0 : near(before), w0, y0)
  put(after < 0 ? 0 : near(after), w0, y0)
  put(left > before ? 1 : 0, right >= 0 && (after < 0 || right < after) ? 1 : 0, mix(y0, p0))
  // The span or gap itself: how it begins, ends, and how far its edges are.
  put(bucket(i - first), bucket(last - i), y0)
  put(word[first] ?? 0, pos[first - 1] ?? 0, y0)
  put(word[last] ?? 0, word[last + 1] ?? 0, y0)
  put(word[first - 1] ?? 0, word[first] ?? 0, y0)
  put(pos[last] ?? 0, mix(pos[last + 1] ?? 0, pos[last + 2] ?? 0), y0)
  put(first === marks.start[i] ? 1 : 0, last >= (marks.end[i] ?? 0) - 1 ? 1 : 0, mix(y0, marked.has[i] ?? 0))
  put(marked.labels[first - 1] ?? LABELS, marked.labels[last + 1] ?? LABELS, mix(y0, pos[i] === PUNCT ? 1 : 0))
  put(marked.labels[first - 1] ?? LABELS, marked.labels[last + 1] ?? LABELS, mix(y0, p0))
  put(marked.labels[first - 1] ?? LABELS, marked.labels[last + 1] ?? LABELS, mix(y0, bucket(last - first)))
  const comma = marks.commaBefore[i] ?? -1
  const next = marks.commaAfter[i] ?? -1
  put(comma < first ? 9 : bucket(i - comma), next < 0 || next > last ? 9 : bucket(next - i), y0)
  put(comma < first ? 0 : mix(word[comma + 1] ?? 0, y0), comma < first ? 9 : bucket(i - comma), w0)
  return n
}
