import { PUNCT, bucket } from './features.ts'
import { join, key, mixKeys } from './hash.ts'
import { CHANGES, type Offer, type Scene } from './offers.ts'
import type { Shape } from './shape.ts'

/** Room for the hashes of one offer. */
export const MOST_WEIGHED = 96

/** The offers before and after one that speak of other cues. */
export interface Beside {
  readonly before: Offer | undefined
  readonly after: Offer | undefined
}

/** What is asked of an offer again and again. */
interface View {
  readonly scene: Scene
  readonly offer: Offer
  readonly shape: Shape
  readonly word: (i: number) => number
  readonly tag: (i: number) => number
  /** The cue: its lemma, part of speech, ending, grade; how sure it is, in steps of a point. */
  readonly lemma: number
  readonly pos: number
  readonly suffix: number
  readonly grade: number
  readonly sure: number
  readonly likely: number
}

/** A value in steps, cut at `most` of them. */
function steps(value: number, step: number, most: number): number {
  return Math.max(-most, Math.min(most, Math.round(value / step)))
}

/** Writes the hashes of what tells whether an offer is right into `out`, and returns how many there are. */
export function writeWorth(scene: Scene, offer: Offer, shape: Shape, beside: Beside, out: Int32Array): number {
  const { sheet } = scene
  const { head, low, high } = offer
  const view: View = {
    scene,
    offer,
    shape,
    word: i => (i >= low && i < high ? (sheet.word[i] ?? 7) : 7),
    tag: i => (i >= low && i < high ? (sheet.pos[i] ?? 0) : 0),
    lemma: sheet.lemma[head] ?? 0,
    pos: sheet.pos[head] ?? 0,
    suffix: sheet.suffix[head] ?? 0,
    grade: sheet.cue[head] ?? 0,
    sure: steps(offer.margin, 1, 6),
    likely: steps(offer.behind, 0.5, 8),
  }
  let n = writeSure(view, out, 0)
  n = writeCue(view, out, n)
  n = writeContent(view, out, n)
  n = writeSource(view, out, n)
  n = writeInside(view, out, n)
  n = writeBeside(view, beside, out, n)
  mixKeys(out, n)
  return n
}

/** How sure the labels are, and what was changed of them. */
function writeSure({ offer, lemma, pos, suffix, grade, sure, likely, shape, word, tag }: View, out: Int32Array, from: number): number {
  const { margin, behind, rival, shares, leads, cue } = offer
  const [whole, there, source, content] = shares
  const change = CHANGES.indexOf(offer.change)
  const isBest = behind === 0 ? 1 : 0
  let n = from
  out[n++] = key(5000, isBest, change, 0)
  out[n++] = key(5001, steps(margin, 0.5, 16), 0, 0)
  out[n++] = key(5002, steps(behind, 0.25, 16), isBest, 0)
  out[n++] = key(5003, steps(rival, 0.25, 16), isBest, 0)
  out[n++] = key(5004, sure, likely, steps(rival, 0.5, 4))
  out[n++] = key(5005, steps(margin, 0.5, 12), grade, 0)
  out[n++] = key(5006, sure, likely, grade)
  out[n++] = key(5007, sure, pos, isBest)
  out[n++] = key(5008, Math.round(whole * 12), 0, 0)
  out[n++] = key(5009, Math.round(there * 12), 0, 0)
  out[n++] = key(5010, Math.round(whole * 8), Math.round(there * 6), 0)
  out[n++] = key(5011, Math.round(source * 8), shape.hers, 0)
  out[n++] = key(5012, Math.round(content * 8), shape.side, 0)
  out[n++] = key(5013, steps(leads[0], 0.5, 10), shape.hers, 0)
  out[n++] = key(5014, steps(leads[1], 0.5, 10), shape.side, 0)
  out[n++] = key(5015, steps(leads[2], 0.5, 10), shape.side, 0)
  out[n++] = key(5016, steps(leads[1], 1, 4), steps(leads[2], 1, 4), sure)
  out[n++] = key(5017, change, lemma, 0)
  out[n++] = key(5018, change, word(cue.low - 1), pos)
  out[n++] = key(5019, change, tag(shape.speaker), suffix)
  return n
}

function writeCue({ offer, shape, lemma, pos, suffix, grade, sure, word, tag, scene }: View, out: Int32Array, from: number): number {
  const { low, high } = offer.cue
  const { side, hers, start, end } = shape
  let n = from
  out[n++] = key(5100, lemma, 0, 0)
  out[n++] = key(5101, lemma, side, hers)
  out[n++] = key(5102, grade, pos, 0)
  out[n++] = key(5103, grade, pos, join(side, hers))
  out[n++] = key(5104, word(low - 1), lemma, 0)
  out[n++] = key(5105, word(high), lemma, 0)
  out[n++] = key(5106, word(high), word(high + 1), 0)
  out[n++] = key(5107, tag(low - 1), tag(high), pos)
  out[n++] = key(5108, word(low - 1), pos, grade)
  out[n++] = key(5109, word(high), pos, grade)
  out[n++] = key(5110, word(low - 1), word(low - 2), pos)
  out[n++] = key(5111, suffix, pos, grade)
  out[n++] = key(5112, suffix, word(high), pos)
  out[n++] = key(5113, high - low, pos, sure)
  out[n++] = key(5114, word(low), word(high - 1), 0)
  out[n++] = key(5115, word(high - 1), grade, hers)
  out[n++] = key(5116, low === start ? 1 : 0, high > end ? 1 : 0, pos)
  out[n++] = key(5117, scene.sheet.quote[low] ?? 0, grade, side)
  return n
}

function writeContent({ offer, shape, lemma, pos, grade, word, tag }: View, out: Int32Array, from: number): number {
  const { low, high } = offer.cue
  const { first, last, length, side, gap } = shape
  let n = from
  out[n++] = key(5200, side, bucket(length), Math.min(3, offer.relation.content.length))
  out[n++] = key(5201, side, bucket(length), lemma)
  out[n++] = key(5202, side, bucket(gap), lemma)
  out[n++] = key(5203, side, bucket(gap), word(side === 1 ? high : low - 1))
  out[n++] = key(5204, word(first), side, lemma)
  out[n++] = key(5205, word(first), side, grade)
  out[n++] = key(5206, tag(first), side, join(tag(first + 1), pos))
  out[n++] = key(5207, word(last + 1), word(last), side)
  out[n++] = key(5208, tag(last + 1), tag(last), join(tag(last + 2), side))
  out[n++] = key(5209, word(last + 1), word(last + 2), side)
  out[n++] = key(5210, tag(first - 1), tag(first), side)
  return n
}

function writeSource({ scene, shape, lemma, pos, grade, word, tag }: View, out: Int32Array, from: number): number {
  const { from: first, to: last, speaker, hers, far, between, start } = shape
  const { lemma: lemmas, source } = scene.sheet
  const who = speaker < 0 ? 0 : (lemmas[speaker] ?? 0)
  const kind = speaker < 0 ? 0 : tag(speaker)
  let n = from
  out[n++] = key(5300, hers, bucket(far), lemma)
  out[n++] = key(5301, hers, bucket(far), tag(last))
  out[n++] = key(5302, hers, who, 0)
  out[n++] = key(5303, hers, who, lemma)
  out[n++] = key(5304, word(first - 1), hers, tag(first))
  out[n++] = key(5305, bucket(last - first), hers, tag(last))
  out[n++] = key(5306, kind, lemma, hers)
  out[n++] = key(5307, kind, grade, join(pos, hers))
  out[n++] = key(5308, word(first), hers, kind)
  out[n++] = key(5309, word(last + 1), hers, pos)
  out[n++] = key(5310, first < 0 ? 9 : (source[last] ?? 0), hers, grade)
  out[n++] = key(5311, between, hers, grade)
  out[n++] = key(5312, between, bucket(far), kind)
  out[n++] = key(5313, first === start ? 1 : 0, hers, kind)
  return n
}

/** Quotation marks and verbs of the content, and how it lies in its sentence. */
function writeInside({ scene, shape, lemma, pos, grade, likely, tag }: View, out: Int32Array, from: number): number {
  const { sheet, marks } = scene
  const { first, last, length, side, start, end } = shape
  const opens = sheet.quote[first] ?? 0
  const closes = sheet.quote[last] ?? 0
  const verbs = Math.min(shape.verbs, 3)
  let n = from
  out[n++] = key(5400, opens, closes, side)
  out[n++] = key(5401, opens, closes, join(lemma, side))
  out[n++] = key(5402, verbs, side, lemma)
  out[n++] = key(5403, verbs, side, join(grade, pos))
  out[n++] = key(5404, verbs, bucket(length), join(side, grade))
  out[n++] = key(5405, Math.min(3, shape.commas), Math.min(2, shape.likely), side)
  out[n++] = key(5406, last === end || tag(last + 1) === PUNCT ? 1 : 0, side, likely)
  out[n++] = key(5407, first === start ? 1 : 0, side, likely)
  out[n++] = key(5408, last >= end ? 1 : last + 1 === end ? 2 : 0, side, join(tag(last + 1), shape.likely > 0 ? 1 : 0))
  out[n++] = key(5409, marks.start[first] === start ? 1 : 0, marks.start[last] === start ? 1 : 0, side)
  return n
}

function writeBeside({ scene, shape, lemma, sure }: View, { before, after }: Beside, out: Int32Array, from: number): number {
  const rank = (one: Offer | undefined): number => (one && scene.marks.start[one.cue.low] === shape.start ? (one.margin > 0 ? 2 : 1) : 0)
  const [left, right] = [rank(before), rank(after)]
  const lemmas = scene.sheet.lemma
  let n = from
  out[n++] = key(5500, left, right, sure)
  out[n++] = key(5501, left, right, shape.side)
  out[n++] = key(5502, before && left > 0 ? (lemmas[before.head] ?? 0) : 0, lemma, 0)
  out[n++] = key(5503, after && right > 0 ? (lemmas[after.head] ?? 0) : 0, lemma, 0)
  return n
}
