import { PUNCT, VERB } from './features.ts'
import type { Offer, Scene } from './offers.ts'

/** Where the parts of an offer lie in the sheet, in units, and what stands in and between them. */
export interface Shape {
  /** The content's first and last unit, its units in all. */
  readonly first: number
  readonly last: number
  readonly length: number
  /** 1 the content stands after the cue, 2 before it, 3 around it. */
  readonly side: number
  /** Units between cue and content. */
  readonly gap: number
  /** The source's first and last unit and its head; -1 where there is none. */
  readonly from: number
  readonly to: number
  readonly speaker: number
  /** 0 no source, 1 after the cue, 2 before it. */
  readonly hers: number
  /** Units between source and cue. */
  readonly far: number
  /** Bits of what stands there: 1 a verb, 2 a mark, 4 a likely cue, 8 a noun or name. */
  readonly between: number
  /** In the content: verbs, commas, likely cues outside quotation marks, units inside them, names. */
  readonly verbs: number
  readonly commas: number
  readonly likely: number
  readonly quoted: number
  readonly names: number
  /** First and last unit of the cue's sentence. */
  readonly start: number
  readonly end: number
}

/** The least grade of a likely cue. */
export const LIKELY = 3
const [ADP, AUX, NOUN, PRON, NAME, SCONJ] = [2, 4, 8, 11, 12, 14]
const NOWHERE = 60

/** Reads the shape of an offer. */
export function shapeOf({ sheet, marks }: Scene, { cue, relation }: Offer): Shape {
  const { source, content } = relation
  const first = content[0]?.low ?? -1
  const last = (content.at(-1)?.high ?? 0) - 1
  const side = first > cue.low ? 1 : last < cue.low ? 2 : 3
  const [from, to] = source ? [source.low, source.high - 1] : [-1, -1]
  const hers = !source ? 0 : from > cue.low ? 1 : 2
  return {
    first,
    last,
    length: content.reduce((sum, one) => sum + one.high - one.low, 0),
    side,
    gap: side === 1 ? first - cue.high : side === 2 ? cue.low - last - 1 : NOWHERE,
    from,
    to,
    speaker: source ? headOf(sheet.pos, from, to) : -1,
    hers,
    far: hers === 0 ? NOWHERE : hers === 1 ? from - cue.high : cue.low - to - 1,
    between: hers === 0 ? 0 : hers === 1 ? kindsBetween(sheet, cue.high, from) : kindsBetween(sheet, to + 1, cue.low),
    ...countInside(sheet, first, last),
    start: marks.start[cue.low] ?? cue.low,
    end: marks.end[cue.low] ?? cue.low,
  }
}

/** The last noun, name or pronoun before a preposition, a mark or a verb. */
function headOf(pos: Uint8Array, from: number, to: number): number {
  let head = from
  for (let i = from; i <= to; i++) {
    const tag = pos[i] ?? 0
    if (i > from && (tag === ADP || tag === PUNCT || tag === VERB || tag === SCONJ)) break
    if (tag === NOUN || tag === NAME || tag === PRON) head = i
  }
  return head
}

function kindsBetween({ pos, cue }: Scene['sheet'], from: number, to: number): number {
  let kinds = 0
  for (let i = from; i < to; i++) {
    const tag = pos[i] ?? 0
    if (tag === VERB) kinds |= 1
    else if (tag === PUNCT) kinds |= 2
    else if (tag === NAME || tag === NOUN) kinds |= 8
    if ((cue[i] ?? 0) >= LIKELY) kinds |= 4
  }
  return kinds
}

/** The longest stretch of a content that is counted through. */
const FARTHEST = 400

function countInside({ pos, quote, cue }: Scene['sheet'], first: number, last: number): Pick<Shape, 'verbs' | 'commas' | 'likely' | 'quoted' | 'names'> {
  const counts = { verbs: 0, commas: 0, likely: 0, quoted: 0, names: 0 }
  for (let i = Math.max(first, 0); i <= Math.min(last, first + FARTHEST); i++) {
    const tag = pos[i] ?? 0
    const state = quote[i] ?? 0
    if (tag === VERB || tag === AUX) counts.verbs++
    else if (tag === NAME) counts.names++
    else if (tag === PUNCT && state !== 1 && state !== 3) counts.commas++
    if (state > 0) counts.quoted++
    else if ((cue[i] ?? 0) >= LIKELY) counts.likely++
  }
  return counts
}
