import { sql } from 'kysely'
import { Fault, type FacetName, type Hit, type SearchAnswer, type SearchQuery, type Span } from '#model'
import { amongst, backingOf, CELL, type Backing, type CellRow } from '../cells.ts'
import type { Connection } from '../open.ts'
import { findIssue, findWho } from './find.ts'
import { fromCursor, sizeOf, toCursor } from './page.ts'
import { untilDay } from './records.ts'
import { snippetOf, stemsOf } from './snippet.ts'
import { sentencesOf } from './talks.ts'

/** Hits are ranked and counted within the first so many. */
const MOST_HITS = 500
/** Ranking every hit of a common word is what costs: beyond so many, the newest stand first and unranked, and only these are looked through. */
const MOST_RANKED = 3000
const MOST_SEEN = 12_000
const FACET_VALUES = 12

interface Found {
  readonly kind: Hit['kind']
  readonly n: number
  readonly report: number
  readonly rank: number
}

/** Words and phrases in quotation marks as FTS5 reads them: all must be there; a word that ends in * is a beginning. */
export function toMatch(q: string): string {
  const parts = [
    ...q
      .normalize('NFC')
      .replaceAll('\u0000', ' ')
      .matchAll(/"([^"]*)"|(\S+)/g),
  ].flatMap(([, phrase, word]) => {
    const text = phrase ?? (word ?? '').replaceAll('"', ' ')
    if (!/[\p{L}\p{N}]/u.test(text)) return []
    const begins = phrase === undefined && text.endsWith('*')
    return [`"${begins ? text.slice(0, -1) : text}"${begins ? '*' : ''}`]
  })
  if (parts.length === 0)
    throw new Fault('usage', 'There is no word to search for.', {
      place: 'q',
      mend: 'Give one word or more; a phrase stands in quotation marks, a word that ends in * is a beginning.',
    })
  return parts.join(' ')
}

/** Words in reports and statements, the closest first. */
export async function search(on: Connection, query: SearchQuery): Promise<SearchAnswer> {
  const match = toMatch(query.q)
  const found = [...(await statementHits(on, match, query)), ...(await reportHits(on, match, query))]
  const hits = found.sort((a, b) => a.rank - b.rank || (a.kind < b.kind ? 1 : a.kind > b.kind ? -1 : a.n - b.n)).slice(0, MOST_HITS)
  const start = Number(fromCursor(query.cursor, 1)?.[0] ?? 0)
  const shown = hits.slice(start, start + sizeOf(query.limit))
  const next = start + shown.length < hits.length ? toCursor([start + shown.length]) : null
  return { items: await drawHits(on, shown, query.q), next, total: hits.length, capped: found.length > MOST_HITS, facets: await countFacets(on, hits) }
}

async function statementHits(on: Connection, match: string, query: SearchQuery): Promise<Found[]> {
  if (query.kind === 'report') return []
  const hits = await hitsOf(on, 'statement_words', match)
  let from = on.db
    .selectFrom(hits)
    .innerJoin('record', 'record.n', 'hit.n')
    .select(['record.n', 'record.report', 'hit.rank'])
    .orderBy('hit.rank')
    .orderBy('record.n', 'desc')
    .limit(MOST_HITS + 1)
  if (query.form !== undefined) from = from.where('record.value', '=', query.form)
  if (query.actor !== undefined)
    from = from.where(
      'record.n',
      'in',
      on.db
        .selectFrom('part')
        .select('record')
        .where('part.kind', '=', 'statement')
        .where('part.who', 'in', amongst(await findWho(on, query.actor))),
    )
  if (query.issue !== undefined)
    from = from.where(
      'record.n',
      'in',
      on.db.selectFrom('topic').select('record').where('topic.kind', '=', 'statement').where('topic.issue', '=', findIssue(query.issue)),
    )
  if (query.act !== undefined) from = from.where('record.n', 'in', saidWithAct(on, query.act))
  const reports = reportsMeant(on, query)
  if (reports) from = from.where('record.report', 'in', reports)
  return (await from.execute()).map(row => ({ kind: 'statement' as const, ...row }))
}

/** The hits in an index as rows of number and rank: ranked where they are few enough, else the newest with one rank for all. */
async function hitsOf({ db }: Connection, index: 'report_words' | 'statement_words', match: string) {
  const table = sql.raw(index)
  const some = await sql<{
    n: number
  }>`select count(*) as n from (select 1 from ${table} where ${table} match ${match} limit ${sql.lit(MOST_RANKED + 1)})`.execute(db)
  const ranked = (some.rows[0]?.n ?? 0) <= MOST_RANKED
  const hits = ranked
    ? sql<{ n: number; rank: number }>`(select rowid as n, rank from ${table} where ${table} match ${match})`
    : sql<{
        n: number
        rank: number
      }>`(select rowid as n, 0.0 as rank from ${table} where ${table} match ${match} order by rowid desc limit ${sql.lit(MOST_SEEN)})`
  return hits.as<'hit'>('hit')
}

function saidWithAct({ db }: Connection, act: string) {
  return db
    .selectFrom('record as event')
    .select(eb => eb.ref('event.said').$notNull().as('said'))
    .where('event.kind', '=', 'event')
    .where('event.value', '=', act)
    .where('event.said', 'is not', null)
}

/** Facets of what is said name statements alone, so that reports are hits only where none of them is asked for. */
async function reportHits(on: Connection, match: string, query: SearchQuery): Promise<Found[]> {
  if (query.kind === 'statement' || query.actor !== undefined || query.issue !== undefined || query.act !== undefined || query.form !== undefined) return []
  const hits = await hitsOf(on, 'report_words', match)
  let from = on.db
    .selectFrom(hits)
    .select(['hit.n', 'hit.n as report', 'hit.rank'])
    .orderBy('hit.rank')
    .orderBy('hit.n', 'desc')
    .limit(MOST_HITS + 1)
  const reports = reportsMeant(on, query)
  if (reports) from = from.where('hit.n', 'in', reports)
  return (await from.execute()).map(row => ({ kind: 'report' as const, ...row }))
}

/** The reports of a publisher and of days, undefined where the query names neither. */
function reportsMeant({ db }: Connection, { publisher, year, from, to }: SearchQuery) {
  if (publisher === undefined && year === undefined && from === undefined && to === undefined) return undefined
  let query = db.selectFrom('report').select('number')
  if (publisher !== undefined) query = query.where('publisher', '=', publisher)
  if (year !== undefined) query = query.where('day', '>=', year).where('day', '<=', `${year}-12-31`)
  if (from !== undefined) query = query.where('day', '>=', from)
  if (to !== undefined) query = query.where('day', '<=', untilDay(to))
  return query
}

async function drawHits(on: Connection, hits: readonly Found[], q: string): Promise<Hit[]> {
  const numbers = hits.filter(hit => hit.kind === 'statement').map(hit => hit.n)
  const rows: CellRow[] = await on.db.selectFrom('record').select(CELL).where('n', 'in', amongst(numbers)).execute()
  const backing = await backingOf(
    on,
    rows,
    hits.map(hit => hit.report),
  )
  const stems = stemsOf(q)
  const sentence = await sentencesOf(
    on,
    hits.flatMap(hit => (hit.kind === 'report' ? [hit.report] : [])),
  )
  const byNumber = new Map(rows.map(row => [row.n, row]))
  return hits.flatMap(hit => {
    const row = byNumber.get(hit.n)
    return hit.kind === 'report' ? [reportHit(hit.report, backing, stems, sentence)] : row ? [statementHit(row, backing, stems)] : []
  })
}

function reportHit(number: number, backing: Backing, stems: readonly string[], sentence: (report: number, span: Span) => number): Hit {
  const page = backing.pages.get(number)
  const { span, ...snippet } = snippetOf(page?.text ?? '', [0, page?.text.length ?? 0], stems)
  return {
    kind: 'report',
    id: page?.id ?? '',
    cite: backing.cite(number, span, sentence(number, span)),
    ...(page?.headline != null && { headline: page.headline }),
    chain: backing.chain(number, null),
    snippet,
  }
}

function statementHit(row: CellRow, backing: Backing, stems: readonly string[]): Hit {
  const page = backing.pages.get(row.report)
  const span: Span = [row.start, row.end]
  const { text, marks } = snippetOf(page?.text ?? '', span, stems)
  const { cite, chain } = backing.cell(row)
  return { kind: 'statement', id: row.id, cite, ...(page?.headline != null && { headline: page.headline }), chain, snippet: { text, marks } }
}

/** How often each value occurs among the hits; what is said counts statements, what is published counts all. */
async function countFacets(on: Connection, hits: readonly Found[]): Promise<SearchAnswer['facets']> {
  const { db } = on
  const statements = amongst(hits.filter(hit => hit.kind === 'statement').map(hit => hit.n))
  const reports = JSON.stringify(hits.map(hit => hit.report))
  const count = sql<number>`count(*)`.as('count')
  const actor = db
    .selectFrom('part')
    .innerJoin('who', 'who.n', 'part.who')
    .where('part.record', 'in', statements)
    .select(['who.id as value', 'who.name as label', count])
    .groupBy('who.n')
  const issue = db.selectFrom('topic').where('record', 'in', statements).select(['issue as value', 'issue as label', count]).groupBy('issue')
  const act = db
    .selectFrom('record')
    .where('kind', '=', 'event')
    .where('said', 'is not', null)
    .where('said', 'in', statements)
    .select(eb => [eb.fn.coalesce('value', eb.val('')).as('value'), eb.fn.coalesce('value', eb.val('')).as('label'), count])
    .groupBy('value')
  const form = db
    .selectFrom('record')
    .where('n', 'in', statements)
    .select(eb => [eb.fn.coalesce('value', eb.val('')).as('value'), eb.fn.coalesce('value', eb.val('')).as('label'), count])
    .groupBy('value')
  const given = await sql<{
    publisher: string | null
    year: string | null
  }>`select publisher, substr(day, 1, 4) as year from json_each(${reports}) join report on report.number = json_each.value`.execute(db)
  const kinds = hits.map(hit => hit.kind)
  return {
    actor: top(await actor.execute()),
    issue: top(await issue.execute()),
    act: top(await act.execute()),
    form: top(await form.execute()),
    publisher: top(tally(given.rows.map(row => row.publisher))),
    year: top(tally(given.rows.map(row => row.year))),
    kind: top(tally(kinds)),
  } satisfies Record<FacetName, unknown>
}

function tally(values: readonly (string | null)[]): { value: string; label: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, label: value, count }))
}

function top<T extends { readonly value: string; readonly count: number }>(values: readonly T[]): T[] {
  return [...values].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, FACET_VALUES)
}
