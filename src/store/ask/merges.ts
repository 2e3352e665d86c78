import { sql } from 'kysely'
import { nameWords, proposeMerges, type ActorsQuery, type MergedActor, type NamedActor, type Page, type Span } from '#model'
import { amongst, citesOf } from '../cells.ts'
import type { Connection } from '../open.ts'
import { fromCursor, partOf, sizeOf } from './page.ts'

/** The actors told in most reports are held against each other; those after them are told too seldom to be known again. */
const HELD = 4000
/** Kinds of which several names may be one. */
const KINDS = ['person', 'organisation', 'group'] as const
/** Roles shown of an actor. */
const ROLES = 8

/** One part of the actors of the case, each once as far as names tell, those in most reports first: what is merged with which reason, what is kept apart, and roles over time. */
export async function listMerges(on: Connection, query: ActorsQuery): Promise<Page<MergedActor>> {
  const size = sizeOf(query.limit)
  const from = Number(fromCursor(query.cursor, 1)?.[0] ?? 0)
  const words = query.words?.toLowerCase()
  const named = (one: { readonly name: string }): boolean => words === undefined || one.name.toLowerCase().includes(words)
  const groups = proposeMerges(await actorsOf(on))
    .filter(one => (query.kind === undefined || one.kind === query.kind) && [one, ...one.merged, ...one.apart].some(named))
    .sort((a, b) => b.reports - a.reports || b.mentions - a.mentions || (a.id < b.id ? -1 : 1))
  const shown = groups.slice(from, from + size + 1)
  const told = new Map<string, Told[]>()
  for (const { id, merged } of shown.slice(0, size)) told.set(id, await rolesOf(on, [id, ...merged.map(one => one.id)]))
  const roles = await citeRoles(on, told)
  return partOf(
    shown,
    size,
    groups.length,
    () => [from + size],
    one => ({ ...one, roles: roles.get(one.id) ?? [] }),
  )
}

/** The actors of reports that are told most, with the parties that reports tell of them. */
async function actorsOf({ db }: Connection): Promise<NamedActor[]> {
  const rows = await db
    .selectFrom('who')
    .select(['id', 'name', 'kind', 'reports', 'mentions'])
    .where('kind', 'in', amongst(KINDS))
    .orderBy('reports', 'desc')
    .orderBy('id')
    .limit(HELD)
    .execute()
  const keys = new Set(rows.flatMap(row => (row.kind === 'person' ? nameWords(row.name) : [])))
  const told = await db.selectFrom('told').select(['name', 'party', 'reports']).where('key', 'in', amongst(keys)).where('party', '<>', '').execute()
  const parties = new Map<string, Map<string, number>>()
  for (const { name, party, reports } of told) {
    const held = parties.get(name) ?? new Map<string, number>()
    parties.set(name, held.set(party, Math.max(held.get(party) ?? 0, reports)))
  }
  const none: ReadonlyMap<string, number> = new Map()
  return rows.map(row => ({
    ...row,
    kind: row.kind as NamedActor['kind'],
    parties: (row.kind === 'person' ? parties.get(nameWords(row.name).join(' ')) : undefined) ?? none,
  }))
}

type Told = Omit<MergedActor['roles'][number], 'cites'> & { readonly places: readonly Place[] }
interface Place {
  readonly report: string
  readonly span: Span
}

/** The titles that reports give, the most told first, with the first and the last day of publication and a place in the report of each. */
async function rolesOf({ db }: Connection, ids: readonly string[]): Promise<Told[]> {
  const { rows } = await sql<Omit<Told, 'places'> & { opens: string; closes: string }>`
    SELECT min(title) AS title, min(day) AS first, max(day) AS last, count(DISTINCT number) AS reports,
      max(CASE WHEN a = 1 THEN place END) AS opens, max(CASE WHEN z = 1 THEN place END) AS closes
    FROM (SELECT title, day, number, place,
        row_number() OVER (PARTITION BY lower(title) ORDER BY day IS NULL, day, number, start) AS a,
        row_number() OVER (PARTITION BY lower(title) ORDER BY day IS NULL, day DESC, number DESC, start) AS z
      FROM (SELECT role.value ->> '$.title' AS title, report.day AS day, report.number AS number, role.value ->> '$.span[0]' AS start,
          json_object('report', report.id, 'span', json(role.value -> '$.span')) AS place
        FROM who JOIN "cast" AS held ON held.who = who.n JOIN report ON report.number = held.report, json_each(held.json, '$.roles') AS role
        WHERE who.id IN ${amongst(ids)}))
    GROUP BY lower(title) ORDER BY reports DESC, title LIMIT ${ROLES}`.execute(db)
  return rows.map(({ opens, closes, ...role }) => ({ ...role, places: [...new Set([opens, closes])].map(place => JSON.parse(place) as Place) }))
}

const keyOf = ({ report, span }: Place): string => `${report} ${String(span[0])} ${String(span[1])}`

/** The roles of all actors of an answer, each with its places as sentences: fetched once for all. */
async function citeRoles(on: Connection, told: ReadonlyMap<string, readonly Told[]>): Promise<Map<string, MergedActor['roles']>> {
  const cites = await citesOf(
    on,
    [...told.values()].flatMap(roles => roles.flatMap(role => role.places)),
  )
  const byPlace = new Map(cites.map(cite => [keyOf(cite), cite]))
  const cited = ({ places, ...role }: Told): MergedActor['roles'][number] => ({ ...role, cites: places.flatMap(place => byPlace.get(keyOf(place)) ?? []) })
  return new Map([...told].map(([id, roles]) => [id, roles.map(cited)]))
}
