import { sql, type SelectQueryBuilder } from 'kysely'
import { boundsOf, type Page, type RecordsQuery } from '#model'
import { amongst, backingOf, CELL, isKind, type Backing, type CellRow, type ListKind } from '../cells.ts'
import type { Connection } from '../open.ts'
import { NO_DAY } from '../rows.ts'
import type { Tables } from '../tables.ts'
import { findIssue, findWho, needReport } from './find.ts'
import { fromCursor, partOf, sizeOf } from './page.ts'

/** Narrows a query over records. */
export type Narrow = <O>(query: SelectQueryBuilder<Tables, 'record', O>) => SelectQueryBuilder<Tables, 'record', O>

/** The last day of a year, a month or a day. */
export function untilDay(day: string): string {
  return boundsOf(day as never)?.last ?? day
}

/** What a query asks of records besides their kind, its names looked up. Throws a Fault for names that nobody has. */
export async function narrowed(on: Connection, query: RecordsQuery, kinds: readonly string[]): Promise<Narrow> {
  const who = query.actor === undefined ? undefined : await findWho(on, query.actor)
  const issue = query.issue === undefined ? undefined : findIssue(query.issue)
  const report = query.report === undefined ? undefined : await needReport(on, query.report)
  return narrowedBy({ ...query, who, number: report, topic: issue }, kinds)
}

type Found = Omit<RecordsQuery, 'actor' | 'issue' | 'report'> & {
  readonly who: readonly number[] | undefined
  readonly topic: string | undefined
  readonly number: number | undefined
}

function narrowedBy({ who, topic, number, publisher, state }: Found, kinds: readonly string[]): Narrow {
  return given => {
    let query = given
    if (number !== undefined) query = query.where('record.report', '=', number)
    if (who)
      query = query.where('record.n', 'in', eb => eb.selectFrom('part').select('record').where('part.who', 'in', amongst(who)).where('part.kind', 'in', kinds))
    if (topic !== undefined)
      query = query.where('record.n', 'in', eb => eb.selectFrom('topic').select('record').where('topic.issue', '=', topic).where('topic.kind', 'in', kinds))
    if (publisher !== undefined) query = query.where('record.report', 'in', eb => eb.selectFrom('report').select('number').where('publisher', '=', publisher))
    if (state !== undefined) query = query.where('record.state', '=', state)
    return query
  }
}

/** One part of the records of a kind, by the day they count from, then by id; undated ones last. */
export async function listRecords<T>(
  on: Connection,
  kind: ListKind,
  query: RecordsQuery,
  entry: (row: CellRow, backing: Backing) => T,
  narrower?: Narrow,
): Promise<Page<T>> {
  const { rows, total, size } = await rowsOfKind(on, kind, query, narrower)
  const backing = await backingOf(on, rows)
  return partOf(
    rows,
    size,
    total,
    row => [row.day, row.id],
    row => entry(row, backing),
  )
}

/** The rows of one part, one more than asked for where the list goes on. */
export async function rowsOfKind(
  on: Connection,
  kind: ListKind,
  query: RecordsQuery,
  narrower?: Narrow,
): Promise<{ rows: CellRow[]; total: number; size: number }> {
  const narrow = await narrowed(on, query, [kind])
  const size = sizeOf(query.limit)
  const all = narrow(
    on.db
      .selectFrom('record')
      .where(isKind(kind))
      .where(sql<boolean>`record.kind <> 'time'`),
  )
  let base = narrower ? narrower(all) : all
  if (query.from !== undefined) base = base.where('record.day', '>=', query.from)
  if (query.to !== undefined) base = base.where('record.day', '<=', untilDay(query.to))
  const total = isBare(query) && !narrower ? await countKinds(on, [kind]) : await countAll(base)
  return { rows: await pick(base, query, size), total, size }
}

async function pick(base: SelectQueryBuilder<Tables, 'record', object>, query: RecordsQuery, size: number): Promise<CellRow[]> {
  const down = query.sort === '-day'
  const place = fromCursor(query.cursor, 2)
  let from = base
    .select(CELL)
    .orderBy('record.day', down ? 'desc' : 'asc')
    .orderBy('record.id', down ? 'desc' : 'asc')
    .limit(size + 1)
  // Undated records say nothing about what is newest, so that a list from the newest leaves them out.
  if (down) from = from.where('record.day', '<', NO_DAY)
  if (place) from = from.where(eb => eb(eb.refTuple('record.day', 'record.id'), down ? '<' : '>', eb.tuple(String(place[0]), String(place[1]))))
  return from.execute()
}

async function countAll(base: SelectQueryBuilder<Tables, 'record', object>): Promise<number> {
  return (await base.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total
}

/** Whether a query asks for all records of its kinds. */
export function isBare({ actor, issue, report, publisher, state, from, to }: RecordsQuery): boolean {
  return [actor, issue, report, publisher, state, from, to].every(one => one === undefined)
}

/** How many records of these kinds there are, from the tally. */
export async function countKinds({ db }: Connection, kinds: readonly string[]): Promise<number> {
  const row = await db
    .selectFrom('tally')
    .select(eb => eb.fn.coalesce(eb.fn.sum<number>('count'), eb.val(0)).as('total'))
    .where('kind', 'in', kinds)
    .executeTakeFirstOrThrow()
  return row.total
}
