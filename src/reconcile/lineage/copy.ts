import type { Anchor, Family, Finding } from '#model'
import { findingId } from '../place.ts'
import type { KinEnd, KinTie } from './family.ts'

/** Passages shown of each report. */
const SHOWN = 6

/** The passages that a kin report shares: the longest few, or the whole text where only the words as a whole were compared. */
function passagesOf({ report, key, passages, length }: KinEnd): Anchor[] {
  const longest = [...passages]
    .sort((x, y) => y[1] - y[0] - (x[1] - x[0]) || x[0] - y[0])
    .slice(0, SHOWN)
    .sort((x, y) => x[0] - y[0])
  const spans = longest.length > 0 ? longest : [[0, length] as const]
  return spans.map(span => ({ report, ...(key !== undefined && { key }), span }))
}

function publishersOf(ends: readonly KinEnd[]): string {
  return [...new Set(ends.map(end => end.publisher ?? 'a report without a publisher'))].sort().join(', ')
}

/** The finding that a family makes: one text in several reports, which count as one telling. */
export function copyFinding(family: Family, ties: readonly KinTie[]): Finding {
  const ends = new Map<string, KinEnd>()
  for (const end of ties.flatMap(({ a, b }) => [a, b])) if (!ends.has(end.report)) ends.set(end.report, end)
  const support = family.reports.flatMap(report => {
    const end = ends.get(report)
    return end ? passagesOf(end) : []
  })
  const kinds = [...new Set(family.links.map(link => link.kind))].sort().join(', ')
  const from = family.agency === undefined ? '' : ` They credit ${family.agency}.`
  const why = `One text (${kinds}) in ${String(family.reports.length)} reports of ${publishersOf([...ends.values()])}.${from} They count as one telling.`
  return { id: findingId(support[0], 'copy', family.id), kind: 'copy', about: [...family.reports], support, against: [], why, rule: 'reconcile/lineage/family' }
}

/** The finding that a lifted passage makes: some words of one report stand in another that is otherwise its own. */
export function liftFinding({ a, b }: KinTie): Finding {
  const support = [...passagesOf(a), ...passagesOf(b)]
  const why = `A passage stands in the same words in ${publishersOf([a, b])}; the reports are otherwise their own.`
  return {
    id: findingId(support[0], 'copy', a.report, b.report),
    kind: 'copy',
    about: [a.report, b.report].sort(),
    support,
    against: [],
    why,
    rule: 'reconcile/lineage/lifted',
  }
}
