import type { Page, PageQuery, SourceLine, Who } from '#model'
import { amongst, backingOf, CELL, type CellRow } from '../cells.ts'
import type { Connection } from '../open.ts'
import { fromCursor, partOf, sizeOf } from './page.ts'

const QUOTED = 8
const UNNAMED = 5

interface Totals extends Omit<SourceLine, 'publisher' | 'quotes' | 'through' | 'unnamedAs'> {
  readonly publisher: string
}

/** One part of the publishers, those with the most reports first. */
export async function listSources(on: Connection, query: PageQuery): Promise<Page<SourceLine>> {
  const size = sizeOf(query.limit)
  const place = fromCursor(query.cursor, 2)
  const all: Totals[] = await totals(on)
  const rest = place ? all.filter(row => row.reports < Number(place[0]) || (row.reports === place[0] && row.publisher > String(place[1]))) : all
  const shown = rest.slice(0, size)
  const lists = new Map<string, Pick<SourceLine, 'quotes' | 'through' | 'unnamedAs'>>()
  for (const { publisher } of shown) {
    lists.set(publisher, {
      quotes: await quotedBy(on, publisher, 'utterer'),
      through: await quotedBy(on, publisher, 'through'),
      unnamedAs: await unnamedBy(on, publisher),
    })
  }
  const none = { quotes: [], through: [], unnamedAs: [] }
  return partOf(
    rest,
    size,
    all.length,
    row => [row.reports, row.publisher],
    row => ({ ...row, publisher: row.publisher === '' ? null : row.publisher, ...(lists.get(row.publisher) ?? none) }),
  )
}

function totals({ db }: Connection): Promise<Totals[]> {
  return db
    .selectFrom('report')
    .leftJoin('reading', 'reading.report', 'report.number')
    .select(eb => [
      eb.fn.coalesce('report.publisher', eb.val('')).as('publisher'),
      eb.fn.countAll<number>().as('reports'),
      eb.fn.min('report.day').as('first'),
      eb.fn.max('report.day').as('last'),
      eb.fn.coalesce(eb.fn.sum<number>('reading.statement'), eb.val(0)).as('statements'),
      eb.fn.coalesce(eb.fn.sum<number>('reading.own'), eb.val(0)).as('ownVoice'),
      eb.fn.coalesce(eb.fn.sum<number>('reading.named'), eb.val(0)).as('named'),
      eb.fn.coalesce(eb.fn.sum<number>('reading.unnamed'), eb.val(0)).as('unnamed'),
      eb.fn.coalesce(eb.fn.sum<number>('reading.unstated'), eb.val(0)).as('unstated'),
    ])
    .groupBy('report.publisher')
    .orderBy('reports', 'desc')
    .orderBy('report.publisher')
    .execute()
}

async function quotedBy({ db }: Connection, publisher: string, role: string): Promise<SourceLine['quotes']> {
  const rows = await db
    .selectFrom('quoted')
    .innerJoin('who', 'who.n', 'quoted.who')
    .select(['who.id', 'who.name', 'who.kind', 'quoted.statements'])
    .where('quoted.publisher', '=', publisher)
    .where('quoted.role', '=', role)
    .orderBy('quoted.statements', 'desc')
    .orderBy('who.id')
    .limit(QUOTED)
    .execute()
  return rows.map(({ id, name, kind, statements }) => ({ who: { id, name, kind: kind as Who['kind'] }, statements }))
}

async function unnamedBy(on: Connection, publisher: string): Promise<SourceLine['unnamedAs']> {
  const { db } = on
  const words = await db
    .selectFrom('unnamed')
    .select(['words', 'statements', 'record'])
    .where('publisher', '=', publisher)
    .orderBy('statements', 'desc')
    .orderBy('words')
    .limit(UNNAMED)
    .execute()
  const rows: CellRow[] = await db
    .selectFrom('record')
    .select(CELL)
    .where('n', 'in', amongst(words.map(row => row.record)))
    .execute()
  const backing = await backingOf(on, rows)
  const cites = new Map(rows.map(row => [row.n, backing.cell(row).cite]))
  return words.flatMap(row => {
    const cite = cites.get(row.record)
    return cite ? [{ words: row.words, statements: row.statements, cite }] : []
  })
}
