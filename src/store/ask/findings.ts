import { sql } from 'kysely'
import type { Anchor, Cited, Finding, FindingEntry, FindingsQuery, Page, Span, Statement, Utterance, UtteranceEntry } from '#model'
import { amongst, backingOf, CELL, citesOf, type CellRow } from '../cells.ts'
import type { Connection } from '../open.ts'
import { sentencesBehind } from './around.ts'
import { needReport } from './find.ts'
import { fromCursor, partOf, sizeOf } from './page.ts'

const CITES = 12

/** One part of the findings, by their line (what matters most first), then by id. */
export async function listFindings(on: Connection, query: FindingsQuery): Promise<Page<FindingEntry>> {
  const size = sizeOf(query.limit)
  let base = on.db.selectFrom('finding')
  if (query.kind !== undefined) base = base.where('kind', '=', query.kind)
  if (query.type !== undefined) base = base.where('type', '=', query.type)
  for (const about of await aboutOf(on, query)) base = base.where('id', 'in', eb => eb.selectFrom('finding_about').select('finding').where('about', '=', about))
  if (query.since !== undefined) {
    const fresh = on.db.selectFrom('report').select('id').where('added', '>', query.since)
    base = base.where('id', 'in', eb => eb.selectFrom('finding_about').select('finding').where('about', 'in', fresh))
  }
  const { total } = await base.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const place = fromCursor(query.cursor, 2)
  let from = base
    .select(['line', 'id', 'json'])
    .orderBy('line')
    .orderBy('id')
    .limit(size + 1)
  if (place) from = from.where(eb => eb(eb.refTuple('line', 'id'), '>', eb.tuple(String(place[0]), String(place[1]))))
  const rows = await from.execute()
  const findings = rows.slice(0, size).map(row => JSON.parse(row.json) as Finding)
  const citeAt = await citedIn(on, findings)
  const entries = new Map<string, FindingEntry>()
  for (const finding of findings) entries.set(finding.id, findingEntry(finding, citeAt))
  return partOf(
    rows,
    size,
    total,
    row => [row.line, row.id],
    row => entries.get(row.id) as FindingEntry,
  )
}

async function aboutOf(on: Connection, { about, report }: FindingsQuery): Promise<string[]> {
  const ids = about === undefined ? [] : [about]
  if (report === undefined) return ids
  const number = await needReport(on, report)
  const { id } = await on.db.selectFrom('report').select('id').where('number', '=', number).executeTakeFirstOrThrow()
  return [...ids, id]
}

type CiteAt = (place: Anchor, about: ReadonlySet<string>) => Cited[]

/** The statements that reach into some places, the shortest first. */
async function statementsAt({ db }: Connection, places: readonly (readonly [report: number, start: number, end: number])[]): Promise<CellRow[]> {
  const columns = CELL.map(name => sql.ref(name))
  const { rows } = await sql<CellRow>`select distinct ${sql.join(columns)} from json_each(${JSON.stringify(places)}) as place join record
    on record.report = place.value ->> 0 and record.kind = 'statement' and record.start < place.value ->> 2 and record.end > place.value ->> 1`.execute(db)
  return [...rows].sort((a, b) => a.end - a.start - (b.end - b.start))
}

/** Whether what a statement says holds at least half of a place. */
function holds(row: CellRow, [start, end]: Span): boolean {
  const { content } = JSON.parse(row.json) as Statement
  const shared = content.reduce((sum, span) => sum + Math.max(0, Math.min(end, span[1]) - Math.max(start, span[0])), 0)
  return 2 * shared >= end - start
}

/** The sentences of the findings with who passed them on: the chain of the statement compared, or of the shortest that says the words; the publisher alone where none does. */
async function citedIn(on: Connection, findings: readonly Finding[]): Promise<CiteAt> {
  const places = findings.flatMap(({ support, against }) => [...support.slice(0, CITES), ...against.slice(0, CITES)])
  const ids = new Set(places.map(place => place.report))
  const reports = await on.db.selectFrom('report').select(['id', 'number']).where('id', 'in', amongst(ids)).execute()
  const numbers = new Map<string, number>(reports.map(row => [row.id, row.number]))
  const rows = await statementsAt(
    on,
    places.map(({ report, span }) => [numbers.get(report) ?? 0, span[0], span[1]]),
  )
  const backing = await backingOf(on, rows, [...numbers.values()])
  const sentence = await sentencesBehind(on, backing)
  return ({ report, span }, about) => {
    const number = numbers.get(report)
    if (number === undefined) return []
    const near = rows.filter(row => row.report === number && holds(row, span))
    const told = near.find(row => about.has(row.id)) ?? near[0]
    const at = sentence(number, span)
    return [{ ...backing.cite(number, span, at.number), around: at.around, chain: backing.chain(number, told?.n ?? null) }]
  }
}

function findingEntry(finding: Finding, citeAt: CiteAt): FindingEntry {
  const about = new Set(finding.about)
  const side = (places: readonly Anchor[]): Cited[] => places.slice(0, CITES).flatMap(place => citeAt(place, about))
  return { ...finding, supportCites: side(finding.support), againstCites: side(finding.against) }
}

/** One part of the utterances that several reports carry. */
export async function listUtterances(on: Connection, query: FindingsQuery): Promise<Page<UtteranceEntry>> {
  const size = sizeOf(query.limit)
  let base = on.db.selectFrom('utterance')
  for (const about of await aboutOf(on, query))
    base = base.where('id', 'in', eb => eb.selectFrom('utterance_member').select('utterance').where('report', '=', about))
  const { total } = await base.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const place = fromCursor(query.cursor, 2)
  let from = base
    .select(['line', 'id', 'json'])
    .orderBy('line')
    .orderBy('id')
    .limit(size + 1)
  if (place) from = from.where(eb => eb(eb.refTuple('line', 'id'), '>', eb.tuple(String(place[0]), String(place[1]))))
  const rows = await from.execute()
  const entries = new Map<string, UtteranceEntry>()
  for (const row of rows.slice(0, size)) {
    const utterance = JSON.parse(row.json) as Utterance
    entries.set(row.id, { ...utterance, cites: await citesOf(on, utterance.members.slice(0, CITES)), total: utterance.members.length })
  }
  return partOf(
    rows,
    size,
    total,
    row => [row.line, row.id],
    row => entries.get(row.id) as UtteranceEntry,
  )
}
