import {
  compareWhen,
  TIMELINE_KINDS,
  toldBy,
  type Edtf,
  type Issue,
  type Page,
  type Statement,
  type TimelineEntry,
  type TimelineQuery,
  type When,
} from '#model'
import { sql, type SelectQueryBuilder } from 'kysely'
import { backingOf, CELL, type Backing, type CellRow } from '../cells.ts'
import type { Connection } from '../open.ts'
import { hullOf, NO_DAY } from '../rows.ts'
import type { Tables } from '../tables.ts'
import { fromCursor, partOf, sizeOf, type Place } from './page.ts'
import { countKinds, isBare, narrowed, untilDay } from './records.ts'

interface LineRow extends CellRow {
  readonly line: string
  readonly value: string | null
}

/** One part of the timeline, by intervals: see TimelineEntry for the order. */
export async function listTimeline(on: Connection, query: TimelineQuery): Promise<Page<TimelineEntry>> {
  const { from, to: _to, ...rest } = query
  const kinds = kindsOf(query)
  const size = sizeOf(query.limit)
  const place = fromCursor(query.cursor, 4)
  const base = await narrowedLines(on, rest)
  const within = until(from === undefined ? base : base.where('record.line', '>=', from), query)
  const bare = isBare(query) && query.act === undefined
  const total = (bare ? await countKinds(on, kinds) : await countOf(within)) + (from === undefined ? 0 : await countOf(until(lasting(base, from), query)))
  const rows = from !== undefined && (!place || String(place[0]) < from) ? await pickLines(until(lasting(base, from), query), size, place) : []
  if (rows.length <= size)
    rows.push(...(await pickLines(within, size - rows.length, rows.length > 0 || (place && from !== undefined && String(place[0]) < from) ? undefined : place)))
  const backing = await backingOf(on, rows)
  let before: When | undefined = place && whenOf(String(place[2]), String(place[3]))
  return partOf(rows, size, total, placeOf, row => {
    const entry = timelineEntry(row, backing, before)
    before = entry.when ?? {}
    return entry
  })
}

type Lines = SelectQueryBuilder<Tables, 'record', object>

async function countOf(base: Lines): Promise<number> {
  return (await base.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total
}

async function pickLines(base: Lines, size: number, place: Place | undefined): Promise<LineRow[]> {
  let from = base
    .select([...CELL, 'record.line', 'record.value'])
    .orderBy('record.line')
    .orderBy('record.id')
    .limit(size + 1)
  if (place) from = from.where(eb => eb(eb.refTuple('record.line', 'record.id'), '>', eb.tuple(String(place[0]), String(place[1]))))
  return from.execute()
}

/** Lines that begin before a day and may still touch it; those that count from it or later are found by their place alone. */
function lasting(base: Lines, from: string): Lines {
  return base
    .where('record.first', 'is not', null)
    .where(sql<boolean>`(record.last is null or record.last > record.first)`)
    .where('record.line', '<', from)
    .where(eb => eb.or([eb('record.last', 'is', null), eb('record.last', '>=', from)]))
}

/** Lines that may touch the days asked for; undated ones fall into no days. */
function until(base: Lines, { from, to }: TimelineQuery): Lines {
  const dated = from === undefined && to === undefined ? base : base.where('record.line', '<', NO_DAY)
  return to === undefined ? dated : dated.where('record.line', '<=', `${untilDay(to)}/~`)
}

function kindsOf({ kinds }: TimelineQuery): readonly string[] {
  return kinds && kinds.length > 0 ? kinds : TIMELINE_KINDS
}

async function narrowedLines(on: Connection, query: TimelineQuery): Promise<Lines> {
  const kinds = kindsOf(query)
  const narrow = await narrowed(on, query, kinds)
  // The kinds of the timeline stand in the text of the query, as they do in the index that is made for them.
  let base: Lines = narrow(on.db.selectFrom('record').where(sql<boolean>`record.kind in (${sql.raw(TIMELINE_KINDS.map(kind => `'${kind}'`).join(', '))})`))
  if (kinds.length < TIMELINE_KINDS.length) base = base.where('record.kind', 'in', kinds)
  return query.act === undefined ? base : base.where('record.kind', '=', 'event').where('record.value', '=', query.act)
}

/** The lines that a query is about. */
export async function lines(on: Connection, query: TimelineQuery): Promise<Lines> {
  const base = until(await narrowedLines(on, query), query)
  const { from } = query
  return from === undefined ? base : base.where(eb => eb.or([eb('record.last', 'is', null), eb('record.last', '>=', from)]))
}

/** Where a part ends, with the days of its last line, so that the next part can say how its first line stands to it. */
function placeOf(row: LineRow): Place {
  const { start, end } = daysOf(JSON.parse(row.json) as Told) ?? {}
  return [row.line, row.id, start ?? '', end ?? '']
}

function whenOf(start: string, end: string): When {
  return { ...(start !== '' && { start: start as Edtf }), ...(end !== '' && { end: end as Edtf }) }
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
    ...cell,
    kind: row.kind as TimelineEntry['kind'],
    told: toldBy(cell.chain, cell.cite.words, said),
    what: row.value ?? row.kind,
    actors: backing.people(DOERS.flatMap(field => one[field] ?? [])),
    recipients: backing.people(one.recipients ?? one.to ?? one.mediators ?? []),
    issues: one.issues ?? (one.issue ? [one.issue] : [...new Set(one.terms?.map(term => term.issue))]),
    ...(one.reality && { reality: one.reality }),
    ...(when && { when }),
    bounds,
    against: relation(before, when ?? {}),
  }
}

/** The days of a record, under the name that its kind gives them. */
function daysOf({ when, held, effective, declared, ended, period, asOf }: Told): When | undefined {
  return when ?? held ?? hullOf([declared, effective, ended]) ?? period ?? (asOf ? { start: asOf } : undefined)
}

/** How the days of a line stand to those of the line before it. */
export function relation(before: When | undefined, after: When): TimelineEntry['against'] {
  if (!before) return 'first'
  const found = compareWhen(before, after)
  return found === 'before' ? 'after' : found === 'overlaps' ? 'overlaps' : 'unknown'
}
