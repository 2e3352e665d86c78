import type { FiguresQuery, IndicatorEntry, Page, RecordsQuery, Series } from '#model'
import { backingOf, CELL, type CellRow } from '../cells.ts'
import type { Connection } from '../open.ts'
import { sentencesBehind } from './around.ts'
import { figureEntry, indicatorEntry } from './entries.ts'
import { fromCursor, partOf, sizeOf } from './page.ts'
import { listRecords, narrowed, untilDay } from './records.ts'

const POINTS = 20

/** One part of the series of figures, the longest first; each with its newest points in the order of their days. */
export async function listSeries(on: Connection, query: FiguresQuery): Promise<Page<Series>> {
  const base = await figures(on, query)
  const size = sizeOf(query.limit)
  const place = fromCursor(query.cursor, 2)
  let grouped = base
    .select(eb => ['record.series', eb.fn.countAll<number>().as('points')])
    .groupBy('record.series')
    .orderBy('points', 'desc')
    .orderBy('record.series')
    .limit(size + 1)
  if (place)
    grouped = grouped.having(eb =>
      eb.or([
        eb(eb.fn.countAll<number>(), '<', Number(place[0])),
        eb.and([eb(eb.fn.countAll<number>(), '=', Number(place[0])), eb('record.series', '>', String(place[1]))]),
      ]),
    )
  const groups = await grouped.execute()
  const { total } = await base.select(eb => eb.fn.count<number>('record.series').distinct().as('total')).executeTakeFirstOrThrow()
  const points = new Map<string, CellRow[]>()
  for (const { series } of groups.slice(0, size)) {
    const rows: CellRow[] = await base
      .where('record.series', '=', series)
      .select(CELL)
      .orderBy('record.day', 'desc')
      .orderBy('record.id', 'desc')
      .limit(query.per ?? POINTS)
      .execute()
    points.set(series ?? '', rows.reverse())
  }
  const backing = await backingOf(on, [...points.values()].flat())
  const sentence = await sentencesBehind(on, backing)
  return partOf(
    groups,
    size,
    total,
    row => [row.points, row.series ?? ''],
    row =>
      seriesOf(
        row.series ?? '',
        row.points,
        (points.get(row.series ?? '') ?? []).map(one => ({ ...figureEntry(one, backing), around: sentence(one.report, [one.start, one.end]).around })),
      ),
  )
}

/** One part of the conditions of life, each in its sentence. */
export async function listIndicators(on: Connection, query: RecordsQuery): Promise<Page<IndicatorEntry>> {
  const page = await listRecords(on, 'indicator', query, indicatorEntry)
  const backing = await backingOf(
    on,
    [],
    page.items.map(one => one.cite.number),
  )
  const sentence = await sentencesBehind(on, backing)
  return { ...page, items: page.items.map(one => ({ ...one, around: sentence(one.cite.number, one.cite.span).around })) }
}

/** Only figures have a series: the index of series alone answers what is not narrowed. */
async function figures(on: Connection, query: FiguresQuery) {
  const narrow = await narrowed(on, query, ['figure'])
  let base = narrow(on.db.selectFrom('record').where('record.series', 'is not', null))
  if (query.class !== undefined) base = base.where('record.value', '=', query.class)
  if (query.from !== undefined) base = base.where('record.day', '>=', query.from)
  if (query.to !== undefined) base = base.where('record.day', '<=', untilDay(query.to))
  return base
}

function seriesOf(id: string, total: number, points: Series['points']): Series {
  const one = points[0]
  return {
    id,
    class: one?.class ?? 'other',
    unit: one?.unit ?? '',
    ...(one?.of !== undefined && { of: one.of }),
    ...(one?.population !== undefined && { population: one.population }),
    ...(one?.lumps && { lumps: one.lumps }),
    provider: one?.provider ?? null,
    points,
    total,
  }
}
