import { sql, type RawBuilder } from 'kysely'
import { sentenceOf } from './layout.ts'
import type { Cell, Cite, Edtf, Id, Link, RecordKind, Span, Statement, Teller, Who } from '#model'
import type { Connection } from './open.ts'

/** The columns of a record that every view needs. */
export const CELL = [
  'record.n',
  'record.report',
  'record.kind',
  'record.id',
  'record.start',
  'record.end',
  'record.sentence',
  'record.said',
  'record.rule',
  'record.state',
  'record.day',
  'record.first',
  'record.last',
  'record.json',
] as const

export interface CellRow {
  readonly n: number
  readonly report: number
  readonly kind: string
  readonly id: string
  readonly start: number
  readonly end: number
  readonly sentence: number
  readonly said: number | null
  readonly rule: string
  readonly state: string
  readonly day: string
  readonly first: string | null
  readonly last: string | null
  readonly json: string
}

/** A list of values as something SQL can look into, one statement for any length. */
export function amongst(values: Iterable<string | number>): RawBuilder<never> {
  return sql`(select value from json_each(${JSON.stringify([...values])}))` as RawBuilder<never>
}

/** Records of a kind. The kind stands in the text of the query, because SQLite uses an index made for some kinds only where it can read them there. */
export function isKind(kind: ListKind): RawBuilder<boolean> {
  return sql<boolean>`record.kind = ${sql.lit(kind)}`
}

/** A report as citing needs it. */
interface Page {
  readonly number: number
  readonly id: string
  readonly key: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly headline: string | null
  readonly text: string
}

/** What lies behind the records of one answer: their reports, statements and actors, fetched once for all. */
export class Backing {
  readonly pages = new Map<number, Page>()
  readonly statements = new Map<number, Statement>()
  readonly who = new Map<string, Who>()

  /** The words of a report at a span. */
  words(report: number, [start, end]: Span): string {
    return this.pages.get(report)?.text.slice(start, end) ?? ''
  }

  cite(report: number, span: Span, sentence: number): Cite {
    const page = this.pages.get(report)
    return {
      report: (page?.id ?? '') as Id<'report'>,
      ...(page?.key != null && { key: page.key }),
      number: report,
      sentence,
      label: `${String(report)}.${String(sentence)}`,
      span,
      words: this.words(report, span),
      publisher: page?.publisher ?? null,
      ...(page?.published != null && { published: page.published as Edtf }),
    }
  }

  person(actor: string | undefined): Who | undefined {
    return actor === undefined ? undefined : this.who.get(actor)
  }

  people(actors: readonly string[]): Who[] {
    return actors.flatMap(actor => this.person(actor) ?? [])
  }

  /** The chain of a record, publisher first. `said` null: the publisher's own voice. */
  chain(report: number, said: number | null): Teller[] {
    const links: readonly Link[] = (said === null ? undefined : this.statements.get(said)?.chain) ?? [{ as: 'publisher' }]
    return links.map(link => this.teller(report, link))
  }

  private teller(report: number, link: Link): Teller {
    const who = this.person(link.actor)
    const words = link.as === 'publisher' ? (this.pages.get(report)?.publisher ?? undefined) : link.span && this.words(report, link.span)
    return { as: link.as, ...(who && { who }), ...(words !== undefined && { words }), ...(link.inferred && { inferred: true as const }) }
  }

  cell(row: CellRow): Cell {
    const said = row.kind === 'statement' ? row.n : row.said
    const hedges = said === null ? [] : (this.statements.get(said)?.hedges ?? [])
    return {
      id: row.id,
      cite: this.cite(row.report, [row.start, row.end], row.sentence),
      chain: this.chain(row.report, said),
      hedges: hedges.map(span => this.words(row.report, span)),
      rule: row.rule,
      state: row.state as Cell['state'],
    }
  }
}

/** Fetches what lies behind the records: three queries whatever their number. */
export async function backingOf(on: Connection, rows: readonly CellRow[], more: readonly number[] = []): Promise<Backing> {
  const backing = new Backing()
  const { db } = on
  const numbers = new Set([...rows.map(row => row.report), ...more])
  const pages = await db
    .selectFrom('report')
    .select(['number', 'id', 'key', 'publisher', 'published', 'headline', 'text'])
    .where('number', 'in', amongst(numbers))
    .execute()
  for (const page of pages) backing.pages.set(page.number, page)
  const said = new Set(rows.flatMap(row => (row.said === null || row.kind === 'statement' ? [] : [row.said])))
  for (const row of rows) if (row.kind === 'statement') backing.statements.set(row.n, JSON.parse(row.json) as Statement)
  const statements = await db.selectFrom('record').select(['n', 'json']).where('n', 'in', amongst(said)).execute()
  for (const { n, json } of statements) backing.statements.set(n, JSON.parse(json) as Statement)
  await fetchWho(on, backing, actorsIn([...rows.map(row => row.json), ...statements.map(row => row.json)]))
  return backing
}

const ACTOR_FIELDS = /"(?:actor|by|to|actors|recipients|parties|mediators|accuser|accused|provider|place|venue|endedBy)":(?:"([0-9a-f]{16})"|\[([^\]]*)\])/g

/** The ids of actors that the records name, read from their JSON. */
function actorsIn(texts: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (const text of texts) {
    for (const [, one, several] of text.matchAll(ACTOR_FIELDS)) {
      if (one) found.add(one)
      for (const id of several?.match(/[0-9a-f]{16}/g) ?? []) found.add(id)
    }
  }
  return found
}

async function fetchWho({ db }: Connection, backing: Backing, actors: ReadonlySet<string>): Promise<void> {
  const rows = await db
    .selectFrom('cast')
    .innerJoin('who', 'who.n', 'cast.who')
    .leftJoin('who as party', 'party.n', 'cast.of')
    .select(['cast.actor', 'who.id', 'who.name', 'who.kind', 'party.id as of'])
    .where('cast.actor', 'in', amongst(actors))
    .execute()
  for (const { actor, id, name, kind, of } of rows) backing.who.set(actor, { id, name, kind: kind as Who['kind'], ...(of !== null && of !== id && { of }) })
}

/** The sentence of a place in a report, from 1. */
export async function citesOf(on: Connection, places: readonly { readonly report: string; readonly span: Span }[]): Promise<Cite[]> {
  const { db } = on
  const found = await db
    .selectFrom('report')
    .innerJoin('reading', 'reading.report', 'report.number')
    .select(['number', 'id', 'spans'])
    .where('id', 'in', amongst(new Set(places.map(place => place.report))))
    .execute()
  const byId = new Map(found.map(row => [row.id, row]))
  const backing = await backingOf(
    on,
    [],
    found.map(row => row.number),
  )
  return places.flatMap(({ report, span }) => {
    const row = byId.get(report)
    return row ? [backing.cite(row.number, span, sentenceOf(JSON.parse(row.spans) as Span[], span[0]))] : []
  })
}

/** The record kinds that have cells of their own kind in a list. */
export type ListKind = Exclude<RecordKind, 'time'>
