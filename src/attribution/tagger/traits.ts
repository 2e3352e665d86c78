import { CHANGES, type Offer, type Scene } from './offers.ts'
import type { Shape } from './shape.ts'
import type { Beside } from './worth.ts'

/** An offer with what is known of it. */
export interface Weighed {
  readonly offer: Offer
  readonly shape: Shape
  readonly beside: Beside
  /** Which offers it stands against: those whose cues share units. */
  readonly group: number
  /** The log odds of being right by its words alone. */
  readonly worth: number
}

/** How many numbers tell of an offer. */
export const TRAITS = 57

const FAR = 60
const NONE = -9

/** Writes the numbers that tell whether offer `k` of all is right into `out` from `at` on. Looks at the few offers around it only. */
export function writeTraits(scene: Scene, all: readonly Weighed[], k: number, out: Float64Array, at: number): void {
  const weighed = all[k]
  if (!weighed) return
  let n = writeOwn(weighed, out, at)
  n = writePlace(scene, weighed, out, n)
  writeRivals(all, k, weighed, out, n)
}

function writeOwn({ offer, shape, worth }: Weighed, out: Float64Array, from: number): number {
  const { margin, behind, rival, shares, leads, cue, relation } = offer
  let n = from
  out[n++] = worth
  out[n++] = margin
  out[n++] = behind
  out[n++] = rival
  for (const share of shares) out[n++] = share
  for (const lead of leads) out[n++] = lead
  out[n++] = CHANGES.indexOf(offer.change)
  out[n++] = cue.high - cue.low
  out[n++] = relation.content.length
  out[n++] = shape.length
  out[n++] = shape.side
  out[n++] = shape.gap
  out[n++] = shape.hers
  out[n++] = shape.far
  out[n++] = shape.to - shape.from
  out[n++] = shape.verbs
  out[n++] = shape.commas
  out[n++] = shape.likely
  out[n++] = shape.quoted
  out[n++] = shape.names
  return n
}

/** Parts of speech and quotation marks at the edges, and where in the sentence and the passage they lie. */
function writePlace({ sheet, marks }: Scene, { offer, shape, beside }: Weighed, out: Float64Array, from: number): number {
  const { pos, quote, cue: grades, source } = sheet
  const { cue, head, low, high } = offer
  const { first, last, start, end, from: hers, to } = shape
  const { before, after } = beside
  let n = from
  out[n++] = grades[head] ?? 0
  out[n++] = pos[head] ?? 0
  out[n++] = hers < 0 ? 0 : (pos[to] ?? 0)
  out[n++] = hers < 0 ? 0 : (pos[hers] ?? 0)
  out[n++] = hers < 0 ? -1 : (source[to] ?? 0)
  out[n++] = hers >= 0 && marks.start[hers] === start ? 1 : 0
  out[n++] = quote[cue.low] ?? 0
  out[n++] = quote[first] ?? 0
  out[n++] = cue.low - start
  out[n++] = end - cue.high
  out[n++] = first - start
  out[n++] = end - last
  out[n++] = pos[first] ?? 0
  out[n++] = pos[last + 1] ?? 0
  out[n++] = pos[cue.high] ?? 0
  out[n++] = cue.low > low ? (pos[cue.low - 1] ?? 0) : 0
  out[n++] = grades[cue.high] ?? 0
  out[n++] = start === low ? 1 : 0
  out[n++] = Math.min(500, high - low)
  out[n++] = marks.has[cue.low] ?? 0
  out[n++] = before ? Math.min(FAR, cue.low - before.cue.high) : FAR
  out[n++] = after ? Math.min(FAR, after.cue.low - cue.high) : FAR
  out[n++] = before?.margin ?? NONE
  out[n++] = after?.margin ?? NONE
  return n
}

/** How many offers on either side are looked at. */
const AROUND = 24

/** What stands against it and beside it: the worth of other readings of its cue, of the cues on either side, of those in its content and around it, of those that share its source. */
function writeRivals(all: readonly Weighed[], k: number, { offer, group, worth }: Weighed, out: Float64Array, at: number): void {
  let [rival, left, right, inside, around, shared, count] = [NONE, NONE, NONE, NONE, NONE, NONE, 0]
  for (let i = Math.max(0, k - AROUND); i <= k + AROUND && i < all.length; i++) {
    const other = all[i]
    if (!other || i === k || other.offer.low !== offer.low) continue
    if (other.group === group) {
      rival = Math.max(rival, other.worth)
      count++
      continue
    }
    if (other.group === group - 1) left = Math.max(left, other.worth)
    if (other.group === group + 1) right = Math.max(right, other.worth)
    if (holds(offer, other)) inside = Math.max(inside, other.worth)
    if (holds(other.offer, { offer })) around = Math.max(around, other.worth)
    if (offer.relation.source && other.offer.relation.source?.low === offer.relation.source.low) shared = Math.max(shared, other.worth)
  }
  out.set([worth - rival, left, right, inside, around, shared, count], at)
}

/** Whether the cue of one stands in the content of the other. */
function holds(outer: Offer, { offer }: Pick<Weighed, 'offer'>): boolean {
  return outer.relation.content.some(part => part.low <= offer.cue.low && offer.cue.high <= part.high)
}
