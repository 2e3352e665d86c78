import { compareWhen, TIMELINE_KINDS, toldBy, type Edtf, type Issue, type Page, type Statement, type TimelineEntry, type TimelineQuery, type When } from '#model'
import { backingOf, CELL, type Backing, type CellRow } from '../cells.ts'
import type { Connection } from '../open.ts'
import { fromCursor, partOf, sizeOf, type Place } from './page.ts'
import { narrowed, untilDay } from './records.ts'

interface LineRow extends CellRow {
  readonly line: string
  readonly value: string | null
}

/** One part of the timeline, by intervals: see TimelineEntry for the order. */
export async function listTimeline(on: Connection, query: TimelineQuery): Promise<Page<TimelineEntry>> {
  const base = await lines(on, query)
  const size = sizeOf(query.limit)
  const { total } = await base.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const place = fromCursor(query.cursor, 4)
  let from = base.select([...CELL, 'record.line', 'record.value']).orderBy('record.line').orderBy('record.id').limit(size + 1)
  if (place) from = from.where(eb => eb(eb.refTuple('record.line', 'record.id'), '>', eb.tuple(String(place[0]), String(place[1]))))
  const rows: LineRow[] = await from.execute()
  const backing = await backingOf(on, rows)
  let before: When | undefined = place && whenOf(String(place[2]), String(place[3]))
  return partOf(rows, size, total, placeOf, row => {
    const entry = timelineEntry(row, backing, before)
    before = entry.when ?? {}
    return entry
  })
}

/** Where a part ends, with the days of its last line, so that the next part can say how its first line stands to it. */
function placeOf(row: LineRow): Place {
  const { start, end } = daysOf(JSON.parse(row.json) as Told) ?? {}
  return [row.line, row.id, start ?? '', end ?? '']
}

function whenOf(start: string, end: string): When {
  return { ...(start !== '' && { start: start as Edtf }), ...(end !== '' && { end: end as Edtf }) }
}

/** The lines of the timeline that a query asks for. */
export async function lines(on: Connection, query: TimelineQuery) {
  const kinds = query.kinds && query.kinds.length > 0 ? query.kinds : TIMELINE_KINDS
  const narrow = await narrowed(on, query, kinds)
  let base = narrow(on.db.selectFrom('record').where('record.kind', 'in', TIMELINE_KINDS))
  if (kinds.length < TIMELINE_KINDS.length) base = base.where('record.kind', 'in', kinds)
  if (query.act !== undefined) base = base.where('record.kind', '=', 'event').where('record.value', '=', query.act)
  // A line falls into the days asked for if it may touch them; undated lines do not.
  const { from, to } = query
  if (from !== undefined || to !== undefined) base = base.where('record.line', '<', '~')
  if (from !== undefined) base = base.where(eb => eb.or([eb('record.last', 'is', null), eb('record.last', '>=', from)]))
  if (to !== undefined) base = base.where('record.line', '<=', `${untilDay(to)}/~`)
  return base
}

interface Told {
  readonly when?: When
  readonly held?: When
  readonly effective?: When
  readonly declared?: When
  readonly ended?: When
  readonly asOf?: Edtf
  readonly period?: When
  readonly issue?: Issue
  readonly issues?: Issue[]
  readonly terms?: { readonly issue: Issue }[]
  readonly reality?: TimelineEntry['reality']
  readonly recipients?: string[]
  readonly to?: string[]
  readonly mediators?: string[]
}
const DOERS = ['actors', 'actor', 'parties', 'by', 'provider'] as const

/** A record as a line of the timeline. */
export function timelineEntry(row: LineRow, backing: Backing, before: When | undefined): TimelineEntry {
  const one = JSON.parse(row.json) as Told & Partial<Record<(typeof DOERS)[number], string | string[]>>
  const cell = backing.cell(row)
  const bounds = { first: row.first, last: row.last }
  const said: Statement | undefined = row.said === null ? undefined : backing.statements.get(row.said)
  const when = daysOf(one)
  return {
    ...cell, kind: row.kind as TimelineEntry['kind'], told: toldBy(cell.chain, cell.cite.words, said), what: row.value ?? row.kind,
    actors: backing.people(DOERS.flatMap(field => one[field] ?? [])), recipients: backing.people(one.recipients ?? one.to ?? one.mediators ?? []),
    issues: one.issues ?? (one.issue ? [one.issue] : [...new Set(one.terms?.map(term => term.issue))]),
    ...(one.reality && { reality: one.reality }), ...(when && { when }), bounds, against: relation(before, when ?? {}),
  }
}

/** The days of a record, under the name that its kind gives them. */
function daysOf({ when, held, effective, declared, ended, period, asOf }: Told): When | undefined {
  return when ?? held ?? effective ?? declared ?? ended ?? period ?? (asOf ? { start: asOf } : undefined)
}

/** How the days of a line stand to those of the line before it. */
export function relation(before: When | undefined, after: When): TimelineEntry['against'] {
  if (!before) return 'first'
  const found = compareWhen(before, after)
  return found === 'before' ? 'after' : found === 'overlaps' ? 'overlaps' : 'unknown'
}
