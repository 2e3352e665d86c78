import { sql } from 'kysely'
import type { Edtf, Id, Page, ReportLine, ReportsQuery, ReportView, Who } from '#model'
import { readAnalysis } from '../analysis.ts'
import { amongst } from '../cells.ts'
import type { Connection } from '../open.ts'
import { NO_DAY } from '../rows.ts'
import { FOLDED, withFamilies } from './families.ts'
import { findReport } from './find.ts'
import { fromCursor, partOf, sizeOf } from './page.ts'
import { untilDay } from './records.ts'

const COPIES = 50

type Order = 'added' | 'published' | 'publisher' | 'records'
const SORTS = {
  added: sql<string | number>`report.number`,
  published: sql<string | number>`coalesce(report.day, ${sql.lit(NO_DAY)})`,
  publisher: sql<string | number>`coalesce(report.publisher, '')`,
  records: sql<
    string | number
  >`coalesce(reading.statement + reading.event + reading.track + reading.proposal + reading.position + reading.ceasefire + reading.allegation + reading.figure + reading.indicator, 0)`,
} satisfies Record<Order, unknown>

function reportRows({ db }: Connection) {
  return db
    .selectFrom('report')
    .leftJoin('reading', 'reading.report', 'report.number')
    .select([
      'report.number',
      'report.id',
      'report.key',
      'report.publisher',
      'report.headline',
      'report.url',
      'report.language',
      'report.published',
      'report.known',
      'report.added',
      'report.text_hash',
      'reading.characters',
      'reading.sentences',
      'reading.statement',
      'reading.notes',
    ])
    .select(eb => [
      SORTS.records.as('records'),
      eb
        .selectFrom('report as twin')
        .select(one => one.fn.countAll<number>().as('n'))
        .whereRef('twin.text_hash', '=', 'report.text_hash')
        .as('twins'),
      eb
        .selectFrom('record')
        .select(one => one.fn.countAll<number>().as('n'))
        .whereRef('record.report', '=', 'report.number')
        .where('record.state', '=', 'accepted')
        .where('record.kind', '<>', 'time')
        .as('accepted'),
    ])
}
type ReportRow = Awaited<ReturnType<ReturnType<typeof reportRows>['execute']>>[number]

function reportLine(row: ReportRow): ReportLine {
  const accepted = row.accepted ?? 0
  return {
    id: row.id as Id<'report'>,
    number: row.number,
    ...(row.key !== null && { key: row.key }),
    publisher: row.publisher,
    ...(row.headline !== null && { headline: row.headline }),
    ...(row.url !== null && { url: row.url }),
    language: row.language,
    ...(row.published !== null && { published: row.published as Edtf }),
    ...(row.known !== null && { publishedKnown: row.known as 'stated' | 'assumed' }),
    added: row.added,
    characters: row.characters ?? 0,
    sentences: row.sentences ?? 0,
    records: { accepted, suggested: Number(row.records) - accepted },
    statements: row.statement ?? 0,
    notes: row.notes ?? 0,
    copies: (row.twins ?? 1) - 1,
  }
}

/** One part of the reports. `added` is the order of adding; a minus sign turns an order round. */
export async function listReports(on: Connection, query: ReportsQuery): Promise<Page<ReportLine>> {
  const size = sizeOf(query.limit)
  const sort = query.sort ?? 'added'
  const down = sort.startsWith('-')
  const by = SORTS[sort.replace('-', '') as Order]
  const place = fromCursor(query.cursor, 2)
  const { total } = await narrow(
    on.db.selectFrom('report').select(eb => eb.fn.countAll<number>().as('total')),
    query,
  ).executeTakeFirstOrThrow()
  let from = narrow(reportRows(on), query)
    .select(by.as('place'))
    .orderBy(by, down ? 'desc' : 'asc')
    .orderBy('report.number', down ? 'desc' : 'asc')
    .limit(size + 1)
  if (place) from = from.where(sql<boolean>`(${by}, report.number) ${sql.raw(down ? '<' : '>')} (${place[0]}, ${place[1]})`)
  const page = partOf(await from.execute(), size, Number(total), row => [row.place, row.number], reportLine)
  return query.fold === undefined ? page : { ...page, items: await withFamilies(on, page.items) }
}

/** Any query over reports, as far as it is narrowed here. */
interface Narrowable<T> {
  where(condition: ReturnType<typeof sql<boolean>>): T
}

function narrow<T extends Narrowable<T>>(given: T, query: ReportsQuery): T {
  let narrowed = given
  if (query.from !== undefined) narrowed = narrowed.where(sql<boolean>`report.day >= ${query.from}`)
  if (query.to !== undefined) narrowed = narrowed.where(sql<boolean>`report.day <= ${untilDay(query.to)}`)
  if (query.publisher !== undefined) narrowed = narrowed.where(sql<boolean>`report.publisher = ${query.publisher}`)
  if (query.language !== undefined) narrowed = narrowed.where(sql<boolean>`report.language = ${query.language}`)
  if (query.since !== undefined) narrowed = narrowed.where(sql<boolean>`report.added > ${query.since}`)
  if (query.fold !== undefined) narrowed = narrowed.where(FOLDED)
  for (const word of query.words?.split(/\s+/).filter(Boolean) ?? []) {
    const like = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
    narrowed = narrowed.where(
      sql<boolean>`(report.headline like ${like} escape '\\' or report.publisher like ${like} escape '\\' or report.key like ${like} escape '\\')`,
    )
  }
  return narrowed
}

/** The lines of some reports, in the order of adding. */
export async function linesOf(on: Connection, numbers: Iterable<number>): Promise<ReportLine[]> {
  const rows = await reportRows(on).where('report.number', 'in', amongst(numbers)).orderBy('report.number').execute()
  return rows.map(reportLine)
}

/** One report with its analysis; undefined where there is none. */
export async function viewReport(on: Connection, meant: string): Promise<ReportView | undefined> {
  const number = await findReport(on, meant)
  if (number === undefined) return undefined
  const { db } = on
  const row = await reportRows(on).where('report.number', '=', number).executeTakeFirstOrThrow()
  const analysis = await readAnalysis(on, number)
  if (!analysis) return undefined
  const given = await db.selectFrom('report').select(['added_by', 'original']).where('number', '=', number).executeTakeFirstOrThrow()
  const twins = await db
    .selectFrom('report')
    .select('number')
    .where('text_hash', '=', row.text_hash)
    .where('number', '<>', number)
    .orderBy('number')
    .limit(COPIES)
    .execute()
  const states = await db.selectFrom('record').select(['id', 'state']).where('report', '=', number).where('state', '<>', 'suggested').execute()
  return {
    line: reportLine(row),
    addedBy: given.added_by,
    original: await originalOf(on, row.id, given.original),
    copies: await linesOf(
      on,
      twins.map(twin => twin.number),
    ),
    states: Object.fromEntries(states.map(one => [one.id, one.state as 'accepted'])),
    who: await whoOf(on, number),
    analysis,
  }
}

async function originalOf({ db }: Connection, report: string, hash: string | null): Promise<ReportView['original']> {
  if (hash === null) return null
  const entry = await db.selectFrom('log').select('body').where('report', '=', report).orderBy('seq').executeTakeFirst()
  const { value } = JSON.parse(entry?.body ?? '{"value":{}}') as { value: { bytes?: number; name?: string; mediaType?: string } }
  return { hash, bytes: value.bytes ?? 0, name: value.name ?? '', mediaType: value.mediaType ?? '' }
}

async function whoOf({ db }: Connection, number: number): Promise<Record<string, Who>> {
  const rows = await db
    .selectFrom('cast')
    .innerJoin('who', 'who.n', 'cast.who')
    .leftJoin('who as party', 'party.n', 'cast.of')
    .select(['cast.actor', 'who.id', 'who.name', 'who.kind', 'party.id as of'])
    .where('cast.report', '=', number)
    .orderBy('cast.pos')
    .execute()
  return Object.fromEntries(
    rows.map(({ actor, id, name, kind, of }) => [actor, { id, name, kind: kind as Who['kind'], ...(of !== null && of !== id && { of }) }]),
  )
}
