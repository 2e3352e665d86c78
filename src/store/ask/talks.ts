import type { AllegationEntry, CeasefireEntry, Page, ProposalEntry, RecordsQuery, Span } from '#model'
import { amongst, backingOf, CELL, type CellRow } from '../cells.ts'
import type { Connection } from '../open.ts'
import { sentenceOf } from '../layout.ts'
import { NO_DAY } from '../rows.ts'
import { allegationEntry, ceasefireEntry, proposalEntry } from './entries.ts'
import { partOf } from './page.ts'
import { rowsOfKind, type Narrow } from './records.ts'

/** How many allegations a ceasefire shows. */
const ALLEGED = 20

/** The sentence of a span in each of the reports, from 1. */
export async function sentencesOf({ db }: Connection, reports: Iterable<number>): Promise<(report: number, span: Span) => number> {
  const rows = await db
    .selectFrom('reading')
    .select(['report', 'spans'])
    .where('report', 'in', amongst(new Set(reports)))
    .execute()
  const spans = new Map(rows.map(row => [row.report, JSON.parse(row.spans) as Span[]]))
  return (report, span) => sentenceOf(spans.get(report) ?? [], span[0])
}

/** One part of the proposals with their terms. */
export async function listProposals(on: Connection, query: RecordsQuery, extra?: Narrow): Promise<Page<ProposalEntry>> {
  const { rows, total, size } = await rowsOfKind(on, 'proposal', query, extra)
  const backing = await backingOf(on, rows)
  const sentence = await sentencesOf(
    on,
    rows.map(row => row.report),
  )
  return partOf(
    rows,
    size,
    total,
    row => [row.day, row.id],
    row => proposalEntry(row, backing, sentence),
  )
}

/** One part of the ceasefires, each with the violations alleged in its days of or by its parties. */
export async function listCeasefires(on: Connection, query: RecordsQuery, extra?: Narrow): Promise<Page<CeasefireEntry>> {
  const { rows, total, size } = await rowsOfKind(on, 'ceasefire', query, extra)
  const backing = await backingOf(on, rows)
  const alleged = new Map<number, { entries: AllegationEntry[]; total: number }>()
  for (const row of rows.slice(0, size)) alleged.set(row.n, await allegedIn(on, row))
  return partOf(
    rows,
    size,
    total,
    row => [row.day, row.id],
    row => ceasefireEntry(row, backing, alleged.get(row.n)?.entries ?? [], alleged.get(row.n)?.total ?? 0),
  )
}

async function allegedIn(on: Connection, ceasefire: CellRow): Promise<{ entries: AllegationEntry[]; total: number }> {
  const { db } = on
  const parties = db.selectFrom('part').select('who').where('record', '=', ceasefire.n)
  const base = db
    .selectFrom('record')
    .where('kind', '=', 'allegation')
    .where('value', '=', 'ceasefire-violation')
    .where('day', '>=', ceasefire.first ?? '')
    .where('day', '<=', ceasefire.last ?? NO_DAY)
    .where('n', 'in', eb => eb.selectFrom('part').select('record').where('kind', '=', 'allegation').where('who', 'in', parties))
  const { total } = await base.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows: CellRow[] = await base.select(CELL).orderBy('day').orderBy('id').limit(ALLEGED).execute()
  const backing = await backingOf(on, rows)
  return { entries: rows.map(row => allegationEntry(row, backing)), total }
}
