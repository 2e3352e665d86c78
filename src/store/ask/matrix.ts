import { sql } from 'kysely'
import { ISSUES, type Bounds, type Issue, type Matrix, type MatrixQuery, type PositionCell, type Who } from '#model'
import { amongst, backingOf, CELL, isKind, type Backing, type CellRow } from '../cells.ts'
import type { Connection } from '../open.ts'
import { NO_DAY } from '../rows.ts'
import { positionEntry } from './entries.ts'
import { findIssue, findWho, needReport } from './find.ts'
import { untilDay, type Narrow } from './records.ts'

const COLUMNS = 12
const PER = 3
const LAST_DAY = '9999'

interface Column extends Who {
  readonly n: number
  readonly heard: boolean
  readonly positions: number
}

/** What narrows the matrix besides its columns: the last day counted, the issues, one report or publisher. */
interface Scope {
  readonly at: string | undefined
  readonly issues: readonly Issue[] | undefined
  readonly report: number | undefined
  readonly publisher: string | undefined
  readonly within: Narrow
}

/** Actor × issue as of a day and, to compare, as of another. Who speaks for a party stands in its column. */
export async function readMatrix(on: Connection, query: MatrixQuery, within: Narrow = given => given): Promise<Matrix> {
  const scope = { ...(await scopeOf(on, query)), within }
  const { columns, total: actorsTotal } = await columnsOf(on, query, scope)
  const per = query.per ?? PER
  const at = await cellsAt(on, columns, scope, per)
  const against = query.against === undefined ? new Map<string, Shown>() : await cellsAt(on, columns, { ...scope, at: untilDay(query.against) }, per)
  const rows = [...at.values(), ...against.values()].flatMap(cell => cell.rows)
  const ids = new Map(columns.map(column => [column.n, column.id]))
  const places = [...ids.values()]
  const cells = joinCells(at, against, await backingOf(on, rows), ids).sort(
    (a, b) => places.indexOf(a.who) - places.indexOf(b.who) || byIssue(a.issue, b.issue),
  )
  const issues = [...new Set(cells.map(cell => cell.issue))].sort(byIssue)
  return {
    at: query.at ?? null,
    against: query.against ?? null,
    actors: columns.map(({ n: _, ...column }) => column),
    actorsTotal,
    issues,
    cells,
    days: await daysOf(on, scope),
    total: cells.reduce((sum, cell) => sum + cell.atTotal, 0),
  }
}

async function scopeOf(on: Connection, query: MatrixQuery): Promise<Omit<Scope, 'within'>> {
  return {
    at: query.at === undefined ? undefined : untilDay(query.at),
    issues: query.issues && query.issues.length > 0 ? query.issues.map(findIssue) : undefined,
    report: query.report === undefined ? undefined : await needReport(on, query.report),
    publisher: query.publisher,
  }
}

/** Issues in the order of the list; a case's own after them, by name. */
export function byIssue(a: Issue, b: Issue): number {
  const place = (issue: Issue): number => (ISSUES as readonly string[]).indexOf(issue) + 1 || ISSUES.length + 1
  return place(a) - place(b) || (a < b ? -1 : 1)
}

function scoped({ db }: Connection, { at, issues, report, publisher, within }: Scope) {
  let query = within(db.selectFrom('record').where(isKind('position')))
  if (at !== undefined) query = query.where('record.day', '<=', at)
  if (issues) query = query.where('record.issue', 'in', issues)
  if (report !== undefined) query = query.where('record.report', '=', report)
  if (publisher !== undefined) query = query.where('record.report', 'in', eb => eb.selectFrom('report').select('number').where('publisher', '=', publisher))
  return query
}

/** The columns: those asked for, or those with the most positions, then parties to talks of whom no position is reported. */
async function columnsOf(on: Connection, query: MatrixQuery, scope: Scope): Promise<{ columns: Column[]; total: number }> {
  const limit = query.columns ?? COLUMNS
  const asked = query.actors && query.actors.length > 0 ? await askedFor(on, query.actors) : undefined
  const counted = await scoped(on, { ...scope, at: undefined })
    .innerJoin('who', 'who.n', 'record.party')
    .$if(asked !== undefined, one => one.where(eb => eb.or([eb('record.party', 'in', amongst(asked ?? [])), eb('record.who', 'in', amongst(asked ?? []))])))
    .select(eb => ['who.n', 'who.id', 'who.name', 'who.kind', 'who.statements', eb.fn.countAll<number>().as('positions'), eb.fn.min('record.day').as('since')])
    .groupBy('who.n')
    .orderBy('positions', 'desc')
    .orderBy('who.id')
    .execute()
  const silent = await withoutPositions(on, new Set(counted.map(row => row.n)), scope, limit - counted.length, asked)
  const shown = [...counted.slice(0, limit).sort((a, b) => (a.since < b.since || (a.since === b.since && a.id < b.id) ? -1 : 1)), ...silent]
  const spoken = await heardOf(
    on,
    shown.map(row => row.n),
  )
  const columns = shown.map(({ n, id, name, kind, statements, positions }) => ({
    n,
    id,
    name,
    kind: kind as Who['kind'],
    heard: statements > 0 || spoken.has(n),
    positions,
  }))
  return { columns, total: counted.length + silent.length }
}

/** Who of them speaks in any statement. */
async function heardOf({ db }: Connection, numbers: readonly number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('who')
    .select('n')
    .where('n', 'in', amongst(numbers))
    .where(eb =>
      eb.exists(
        eb.selectFrom('part').select('record').whereRef('part.who', '=', 'who.n').where('part.kind', '=', 'statement').where('part.role', '=', 'speaker'),
      ),
    )
    .execute()
  return new Set(rows.map(row => row.n))
}

async function askedFor(on: Connection, actors: readonly string[]): Promise<number[]> {
  const found = await Promise.all(actors.map(actor => findWho(on, actor)))
  return found.flat()
}

async function withoutPositions({ db }: Connection, there: ReadonlySet<number>, scope: Scope, limit: number, asked: readonly number[] | undefined) {
  if (limit <= 0) return []
  let query = db
    .selectFrom('who')
    .select(['n', 'id', 'name', 'kind', 'statements'])
    .where('n', 'not in', amongst(there))
    .where('kind', 'in', ['state', 'organisation', 'group'])
    .orderBy('reports', 'desc')
    .orderBy('id')
    .limit(limit)
  if (asked) query = query.where('n', 'in', amongst(asked))
  else {
    const takes = scope
      .within(db.selectFrom('record'))
      .innerJoin('part', 'part.record', 'record.n')
      .where('part.who', '=', sql.ref<number>('who.n'))
      .where('part.kind', 'in', ['track', 'proposal', 'ceasefire'])
    query = query.where(eb => eb.exists(takes.select('part.who')))
  }
  const { report } = scope
  if (report !== undefined) query = query.where('n', 'in', eb => eb.selectFrom('cast').select('who').where('cast.report', '=', report))
  return (await query.execute()).map(row => ({ ...row, positions: 0 }))
}

interface Shown {
  readonly who: number
  readonly issue: Issue
  readonly total: number
  rows: CellRow[]
}

async function cellsAt(on: Connection, columns: readonly Column[], scope: Scope, per: number): Promise<Map<string, Shown>> {
  const counts = await scoped(on, scope)
    .where('record.party', 'in', amongst(columns.map(column => column.n)))
    .select(eb => ['record.party', 'record.issue', eb.fn.countAll<number>().as('total')])
    .groupBy(['record.party', 'record.issue'])
    .execute()
  const cells = new Map<string, Shown>()
  for (const { party, issue, total } of counts) {
    if (party === null || issue === null) continue
    const rows = await newestFirst(on, scope, party, issue, per)
    cells.set(`${String(party)} ${issue}`, { who: party, issue: issue as Issue, total, rows })
  }
  return cells
}

/** The newest of a cell; where no day is asked, undated ones fill what is left. */
async function newestFirst(on: Connection, scope: Scope, party: number, issue: string, per: number): Promise<CellRow[]> {
  const cell = (from: Scope) =>
    scoped(on, from)
      .where('record.party', '=', party)
      .where('record.issue', '=', issue as Issue)
      .select(CELL)
      .orderBy('record.id', 'desc')
  const dated: CellRow[] = await cell({ ...scope, at: scope.at ?? LAST_DAY })
    .clearOrderBy()
    .orderBy('record.day', 'desc')
    .orderBy('record.id', 'desc')
    .limit(per)
    .execute()
  if (scope.at !== undefined || dated.length >= per) return dated
  return [
    ...dated,
    ...(await cell(scope)
      .where('record.day', '=', NO_DAY)
      .limit(per - dated.length)
      .execute()),
  ]
}

function joinCells(at: ReadonlyMap<string, Shown>, against: ReadonlyMap<string, Shown>, backing: Backing, ids: ReadonlyMap<number, string>): PositionCell[] {
  const entries = (cell: Shown | undefined) => (cell?.rows ?? []).map(row => positionEntry(row, backing))
  return [...new Set([...at.keys(), ...against.keys()])].flatMap(key => {
    const now = at.get(key)
    const then = against.get(key)
    const one = now ?? then
    if (!one) return []
    return { who: ids.get(one.who) ?? '', issue: one.issue, at: entries(now), atTotal: now?.total ?? 0, against: entries(then), againstTotal: then?.total ?? 0 }
  })
}

async function daysOf(on: Connection, scope: Scope): Promise<Bounds> {
  const row = await scoped(on, { ...scope, at: undefined })
    .where('record.day', '<', NO_DAY)
    .select(eb => [eb.fn.min('record.day').as('first'), eb.fn.max('record.day').as('last')])
    .executeTakeFirst()
  return { first: row?.first ?? null, last: row?.last ?? null }
}
