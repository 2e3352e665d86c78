import { sql, type RawBuilder } from 'kysely'
import type { Family, Id, ReportLine } from '#model'
import { amongst } from '../cells.ts'
import type { Connection } from '../open.ts'

/** How many of its family a folded line names. */
const NAMED = 12

/** Reports that carry the text of another, which a folded list leaves to the line of the first. Who only lifts a passage keeps its line. */
export const FOLDED: RawBuilder<boolean> = sql<boolean>`report.id not in (
  select link.value ->> side.value from family, json_each(family.json, '$.links') as link, json_each('["a", "b"]') as side
  where link.value ->> 'kind' <> 'lifted' and link.value ->> side.value <> family.json ->> 'first')`

/** Lines with the others of their families: who carries the same text, and how. */
export async function withFamilies({ db }: Connection, lines: readonly ReportLine[]): Promise<ReportLine[]> {
  const { rows } = await sql<{ report: string; json: string }>`select report, json from family_member join family on family.id = family
    where report in ${amongst(lines.map(line => line.id))}`.execute(db)
  const others = new Map<string, Map<string, string>>()
  for (const { report, json } of rows) {
    const mine = others.get(report) ?? new Map<string, string>()
    others.set(report, mine)
    for (const { a, b, kind } of (JSON.parse(json) as Family).links) {
      if (kind !== 'lifted' && a === report) mine.set(b, kind)
      if (kind !== 'lifted' && b === report) mine.set(a, kind)
    }
  }
  const ids = [...others.values()].flatMap(mine => [...mine.keys()])
  const found = await db
    .selectFrom('report')
    .select(['id', 'number', 'publisher'])
    .where('id', 'in', amongst(new Set(ids)))
    .execute()
  const byId = new Map<string, (typeof found)[number]>(found.map(row => [row.id, row]))
  return lines.map(line => {
    const mine = [...(others.get(line.id) ?? [])].flatMap(([id, kind]) => {
      const one = byId.get(id)
      return one
        ? [{ id: id as Id<'report'>, number: one.number, publisher: one.publisher, kind: kind as NonNullable<ReportLine['family']>[number]['kind'] }]
        : []
    })
    return mine.length === 0 ? line : { ...line, family: mine.sort((a, b) => a.number - b.number).slice(0, NAMED) }
  })
}
