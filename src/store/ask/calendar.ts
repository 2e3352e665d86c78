import { sql } from 'kysely'
import { TIMELINE_KINDS, type Calendar, type TimelineEntry, type TimelineQuery } from '#model'
import type { Connection } from '../open.ts'
import { NO_DAY } from '../rows.ts'
import { isBare } from './records.ts'
import { lines } from './timeline.ts'

const WIDTH = { day: 10, month: 7, year: 4 } as const
const MOST_DAYS = 150
const MOST_MONTHS = 180
const MONTH = 30.44
const DAY = 86_400_000

function unitOf(first: string | null, last: string | null): Calendar['unit'] {
  const days = (Date.parse(last ?? '') - Date.parse(first ?? '')) / DAY
  if (!(days > MOST_DAYS)) return Number.isNaN(days) ? 'year' : 'day'
  return days / MONTH > MOST_MONTHS ? 'year' : 'month'
}

function later(day: string | null, from: string | undefined): string | null {
  return day !== null && from !== undefined && from > day ? from : day
}

function sooner(day: string | null, to: string | undefined): string | null {
  return day !== null && to !== undefined && to < day ? to : day
}

/** How much the timeline holds a day, month or year: the unit is the finest of which there are not too many to draw. */
export async function countCalendar(on: Connection, query: TimelineQuery): Promise<Calendar> {
  if (isBare(query) && query.act === undefined) return wholeCalendar(on, query.kinds && query.kinds.length > 0 ? query.kinds : TIMELINE_KINDS)
  const base = await lines(on, query)
  const at = sql<string>`coalesce(record.first, record.last)`
  const edges = await base
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number>`count(${at})`.as('dated'),
      sql<string | null>`min(${at})`.as('first'),
      sql<string | null>`max(${at})`.as('last'),
    ])
    .executeTakeFirstOrThrow()
  const unit = unitOf(later(edges.first, query.from), sooner(edges.last, query.to))
  const bin = sql<string>`substr(${at}, 1, ${sql.lit(WIDTH[unit])})`
  const rows = await base
    .select([bin.as('at'), 'record.kind', sql<number>`count(*)`.as('count')])
    .where(at, 'is not', null)
    .groupBy([bin, 'record.kind'])
    .orderBy(bin)
    .orderBy('record.kind')
    .execute()
  return {
    unit,
    bins: rows.map(row => ({ at: row.at, kind: row.kind as TimelineEntry['kind'], count: row.count })),
    total: edges.total,
    undated: edges.total - edges.dated,
  }
}

/** The calendar of the whole case, from the tally of its days. */
async function wholeCalendar({ db }: Connection, kinds: readonly TimelineEntry['kind'][]): Promise<Calendar> {
  const base = db.selectFrom('tally').where('kind', 'in', kinds)
  const edges = await base
    .where('at', '<', NO_DAY)
    .select(eb => [eb.fn.min('at').as('first'), eb.fn.max('at').as('last'), eb.fn.coalesce(eb.fn.sum<number>('count'), eb.val(0)).as('dated')])
    .executeTakeFirstOrThrow()
  const { undated } = await base
    .where('at', '=', NO_DAY)
    .select(eb => eb.fn.coalesce(eb.fn.sum<number>('count'), eb.val(0)).as('undated'))
    .executeTakeFirstOrThrow()
  const unit = unitOf(edges.first, edges.last)
  const bin = sql<string>`substr(at, 1, ${sql.lit(WIDTH[unit])})`
  const bins = await base
    .where('at', '<', NO_DAY)
    .select(eb => [bin.as('at'), 'kind', eb.fn.sum<number>('count').as('count')])
    .groupBy([bin, 'kind'])
    .orderBy(bin)
    .orderBy('kind')
    .execute()
  return { unit, bins: bins.map(row => ({ ...row, kind: row.kind as TimelineEntry['kind'] })), total: edges.dated + undated, undated }
}
