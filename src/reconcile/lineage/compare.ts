import type { Span } from '#model'
import type { Print } from './print.ts'

/** The words two reports share: how many marks, which share of each report's marks, the passages in each, and the longest in characters. */
export interface Shared {
  readonly marks: number
  readonly ofA: number
  readonly ofB: number
  readonly inA: readonly Span[]
  readonly inB: readonly Span[]
  readonly longest: number
}

/** What a pair of reports is: the same words, nearly so, a version of one page, a wire text carried, or a passage lifted. */
export type Kinship = 'exact' | 'near' | 'version' | 'wire' | 'lifted'

/** The passages of one print whose marks the other has: neighbouring shared marks are one passage. */
function passages(print: Print, shared: ReadonlySet<number>): Span[] {
  const found: [number, number][] = []
  let open = false
  for (const [hash, start, end] of print.marks) {
    const last = found.at(-1)
    if (!shared.has(hash)) open = false
    else if (open && last) last[1] = Math.max(last[1], end)
    else {
      found.push([start, end])
      open = true
    }
  }
  return found
}

const HASHES = new WeakMap<Print, ReadonlySet<number>>()

/** The hashes of a print, made once: it is compared with many. */
function hashesOf(print: Print): ReadonlySet<number> {
  let hashes = HASHES.get(print)
  if (!hashes) HASHES.set(print, (hashes = new Set(print.marks.map(mark => mark[0]))))
  return hashes
}

/** Compares two prints. Undefined where they share nothing. */
export function comparePrints(a: Print, b: Print): Shared | undefined {
  const [ours, theirs] = [hashesOf(a), hashesOf(b)]
  const [fewer, more] = ours.size < theirs.size ? [ours, theirs] : [theirs, ours]
  const both = new Set<number>()
  for (const hash of fewer) if (more.has(hash)) both.add(hash)
  if (both.size === 0) return undefined
  const inA = passages(a, both)
  const inB = passages(b, both)
  const longest = Math.max(0, ...inA.map(([start, end]) => end - start))
  return { marks: both.size, ofA: both.size / ours.size, ofB: both.size / theirs.size, inA, inB, longest }
}

/** What is known of a report beside its words when kinship is judged. `day` is days since 1970. */
export interface Kin {
  readonly print: Print
  /** Characters of the text. */
  readonly length: number
  readonly publisher: string | null
  readonly day?: number
  readonly url?: string
  readonly headline?: string
}

/** From this share of the smaller report's marks on, the two are copies. */
const NEAR = 0.4
/** The same, where both credit one agency. */
const WIRE = 0.25
/** Fewer shared marks are a set phrase, unless they are nearly the whole of a short report. */
const FEW = 8
const SHORT = 3
const NEARLY_ALL = 0.7
/** A lifted passage has at least this many characters in one piece: about forty words. */
const LIFTED = 220
/** Pages of one publisher further apart than this share background and house text, not a page. */
const VERSION_DAYS = 7

function enough(shared: Shared, share: number): boolean {
  const most = Math.max(shared.ofA, shared.ofB)
  return (most >= share && shared.marks >= FEW) || (most >= NEARLY_ALL && shared.marks >= SHORT)
}

function sameDays(a: Kin, b: Kin): boolean {
  return a.day !== undefined && b.day !== undefined && Math.abs(a.day - b.day) <= VERSION_DAYS
}

/** Two pages of one publisher: the same address, or near in time with as many words in common as copies have. */
function isVersion(a: Kin, b: Kin, shared: Shared): boolean {
  if (a.url !== undefined && a.url === b.url) return shared.marks >= SHORT
  return (sameDays(a, b) || (a.headline !== undefined && a.headline === b.headline)) && enough(shared, NEAR) && shared.marks >= FEW
}

/** What two reports are to each other, with the words they share; undefined where they are independent as far as words tell. */
export function judgeKinship(a: Kin, b: Kin): { kind: Kinship; shared: Shared } | undefined {
  const shared = comparePrints(a.print, b.print)
  if (a.print.exact === b.print.exact && a.print.words > 0)
    return { kind: 'exact', shared: shared ?? { marks: 0, ofA: 1, ofB: 1, inA: [], inB: [], longest: 0 } }
  if (!shared) return undefined
  if (a.publisher !== null && a.publisher === b.publisher) return isVersion(a, b, shared) ? { kind: 'version', shared } : undefined
  const credited = a.print.credits.some(name => b.print.credits.includes(name))
  if (enough(shared, credited ? WIRE : NEAR)) return { kind: credited ? 'wire' : 'near', shared }
  return shared.longest >= LIFTED ? { kind: 'lifted', shared } : undefined
}
