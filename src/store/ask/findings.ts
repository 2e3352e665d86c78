import type { Finding, FindingEntry, FindingsQuery, Page, Utterance, UtteranceEntry } from '#model'
import { citesOf } from '../cells.ts'
import type { Connection } from '../open.ts'
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
  const entries = new Map<string, FindingEntry>()
  for (const row of rows.slice(0, size)) entries.set(row.id, await findingEntry(on, JSON.parse(row.json) as Finding))
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

async function findingEntry(on: Connection, finding: Finding): Promise<FindingEntry> {
  return { ...finding, supportCites: await citesOf(on, finding.support.slice(0, CITES)), againstCites: await citesOf(on, finding.against.slice(0, CITES)) }
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
