import { recordId, type Family, type Id, type Span } from '#model'
import type { Head } from '../card.ts'
import { isAgency } from './credit.ts'
import { judgeKinship, type Kinship } from './compare.ts'

/** One of two kin reports, with the passages it shares. */
export interface KinEnd {
  readonly report: Id<'report'>
  readonly key?: string
  readonly publisher: string | null
  readonly day?: number
  readonly words: number
  readonly length: number
  readonly credits: readonly string[]
  readonly passages: readonly Span[]
}

/** Two reports that are kin, and how. `share`: the shared marks over those of the shorter. */
export interface KinTie {
  readonly a: KinEnd
  readonly b: KinEnd
  readonly kind: Kinship
  readonly share: number
}

/** Passages kept of each tie, the longest. */
const KEPT = 12

function endOf(card: Head, passages: readonly Span[]): KinEnd {
  const { report, key, publisher, kin } = card
  const kept = [...passages]
    .sort((x, y) => y[1] - y[0] - (x[1] - x[0]) || x[0] - y[0])
    .slice(0, KEPT)
    .sort((x, y) => x[0] - y[0])
  return {
    report,
    ...(key !== undefined && { key }),
    publisher,
    ...(kin.day !== undefined && { day: kin.day }),
    words: kin.print.words,
    length: kin.length,
    credits: kin.print.credits,
    passages: kept,
  }
}

/** The tie of two reports that are kin. */
export function tieKin(a: Head, b: Head): KinTie | undefined {
  const found = judgeKinship(a.kin, b.kin)
  if (!found) return undefined
  const { shared, kind } = found
  return { a: endOf(a, shared.inA), b: endOf(b, shared.inB), kind, share: Math.round(1000 * Math.max(shared.ofA, shared.ofB)) / 1000 }
}

/** Order of coming first: the credited agency itself, then the earlier day, then the longer text. */
function byOrigin(a: KinEnd, b: KinEnd, credited: readonly string[]): number {
  const own = (end: KinEnd): number => (credited.some(name => isAgency(end.publisher, name)) ? 0 : 1)
  return own(a) - own(b) || (a.day ?? Infinity) - (b.day ?? Infinity) || b.words - a.words || (a.report < b.report ? -1 : 1)
}

/** The family of ties that meet in reports: its members, who carried it first as far as the case shows, and what each pair shares. */
export function foldKin(ties: readonly KinTie[]): Family {
  const ends = new Map(ties.flatMap(({ a, b }) => [a, b]).map(end => [end.report as string, end]))
  const credited = [...new Set([...ends.values()].flatMap(end => end.credits))].sort()
  const members = [...ends.values()].sort((a, b) => byOrigin(a, b, credited))
  const agency = credited.find(name => members.filter(end => end.credits.includes(name)).length >= 2)
  const names = members.map(end => end.report).sort()
  return {
    id: recordId('family', names[0] ?? '', [0, 0]),
    reports: members.map(end => end.report),
    first: members[0]?.report ?? ('' as Id<'report'>),
    ...(agency !== undefined && { agency }),
    links: ties
      .map(({ a, b, kind, share }) => ({ a: a.report, b: b.report, kind, share, inA: [...a.passages], inB: [...b.passages] }))
      .sort((x, y) => (x.a + x.b < y.a + y.b ? -1 : 1)),
  }
}
