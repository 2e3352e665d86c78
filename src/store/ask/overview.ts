import { sql } from 'kysely'
import { ENGINE, RECORD_KINDS, type Cite, type Heard, type Note, type NoteCode, type NotHeard, type Overview, type OverviewQuery, type Who } from '#model'
import { amongst, backingOf, CELL, type CellRow } from '../cells.ts'
import type { Connection } from '../open.ts'
import { linesOf } from './reports.ts'
import { doubtsOf } from './record.ts'

const SHOWN = 12
const NEW = 5

/** Which reports an overview is of: all, or those of these numbers. */
export type Among = readonly number[] | undefined

/** The front page of a case. */
export async function readOverview(on: Connection, query: OverviewQuery, among?: Among): Promise<Overview> {
  const meta = await readMeta(on)
  const entries = await on.db
    .selectFrom('log')
    .select(eb => eb.fn.coalesce(eb.fn.max('seq'), eb.val(0)).as('n'))
    .executeTakeFirstOrThrow()
  return {
    name: meta.get('name') ?? '',
    engine: meta.get('engine') ?? ENGINE,
    created: meta.get('created') ?? '',
    entries: entries.n,
    ...(await readGiven(on, among)),
    records: await countRecords(on, among),
    ...(await readHeard(on, among)),
    ...(await readNotHeard(on, among)),
    doubts: await countDoubts(on, among),
    fresh: await readFresh(on, query.since),
    findings: await on.db
      .selectFrom('finding')
      .select(eb => ['kind', eb.fn.countAll<number>().as('count')])
      .groupBy('kind')
      .orderBy('kind')
      .execute(),
  }
}

async function readMeta({ db }: Connection): Promise<Map<string, string>> {
  const rows = await db.selectFrom('meta').selectAll().execute()
  return new Map(rows.map(row => [row.key, row.value]))
}

async function readGiven(
  { db }: Connection,
  among: Among,
): Promise<Pick<Overview, 'reports' | 'publishers' | 'publishersTotal' | 'languages' | 'published' | 'undated' | 'assumed'>> {
  const base = db.selectFrom('report').$if(among !== undefined, one => one.where('number', 'in', amongst(among ?? [])))
  const counts = await base
    .select(eb => [
      eb.fn.countAll<number>().as('reports'),
      eb.fn.min('day').as('first'),
      eb.fn.max('day').as('last'),
      sql<number>`count(*) filter (where day is null)`.as('undated'),
      sql<number>`count(*) filter (where known = 'assumed')`.as('assumed'),
    ])
    .executeTakeFirstOrThrow()
  const publishers = await base
    .select(eb => ['publisher', eb.fn.countAll<number>().as('reports')])
    .groupBy('publisher')
    .orderBy('reports', 'desc')
    .orderBy('publisher')
    .execute()
  const languages = await base
    .select(eb => ['language', eb.fn.countAll<number>().as('reports')])
    .groupBy('language')
    .orderBy('reports', 'desc')
    .orderBy('language')
    .execute()
  const { first, last, ...rest } = counts
  return { ...rest, published: { first, last }, publishers: publishers.slice(0, SHOWN), publishersTotal: publishers.length, languages }
}

async function countRecords({ db }: Connection, among: Among): Promise<Overview['records']> {
  const sums = among === undefined ? await sumTally(db) : await sumReadings(db, among)
  const accepted = await db
    .selectFrom('record')
    .select(eb => ['kind', eb.fn.countAll<number>().as('n')])
    .where(sql<boolean>`record.state <> 'suggested'`)
    .$if(among !== undefined, one => one.where('report', 'in', amongst(among ?? [])))
    .groupBy('kind')
    .execute()
  const counted = new Map(accepted.map(row => [row.kind, row.n]))
  const kinds = RECORD_KINDS.map(kind => {
    const yes = counted.get(kind) ?? 0
    return { kind, accepted: yes, suggested: (sums.get(kind) ?? 0) - yes }
  })
  const all = kinds
    .filter(one => one.kind !== 'time')
    .reduce((sum, one) => ({ accepted: sum.accepted + one.accepted, suggested: sum.suggested + one.suggested }), { accepted: 0, suggested: 0 })
  return { all, kinds }
}

async function sumTally(db: Connection['db']): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('tally')
    .select(eb => ['kind', eb.fn.sum<number>('count').as('count')])
    .groupBy('kind')
    .execute()
  return new Map(rows.map(row => [row.kind, row.count]))
}

async function sumReadings(db: Connection['db'], among: readonly number[]): Promise<Map<string, number>> {
  const sums = await db
    .selectFrom('reading')
    .where('report', 'in', amongst(among))
    .select(eb => RECORD_KINDS.map(kind => eb.fn.coalesce(eb.fn.sum<number>(kind), eb.val(0)).as(kind)))
    .executeTakeFirstOrThrow()
  return new Map(RECORD_KINDS.map(kind => [kind, sums[kind]]))
}

/** Who was heard: the parties with the most statements, with how many speak for each. */
async function readHeard(on: Connection, among: Among): Promise<Pick<Overview, 'heard' | 'heardTotal'>> {
  const { db } = on
  const base = db
    .selectFrom('voice')
    .innerJoin('who', 'who.n', 'voice.party')
    .$if(among !== undefined, one => one.where('voice.report', 'in', amongst(among ?? [])))
  const top =
    among === undefined
      ? await db.selectFrom('who').select(['n', 'statements']).where('statements', '>', 0).orderBy('statements', 'desc').orderBy('id').limit(SHOWN).execute()
      : await base
          .select(eb => ['who.n', eb.fn.sum<number>('voice.statements').as('statements')])
          .groupBy('who.n')
          .orderBy('statements', 'desc')
          .orderBy('who.id')
          .limit(SHOWN)
          .execute()
  const total =
    among === undefined
      ? await db
          .selectFrom('who')
          .select(eb => eb.fn.countAll<number>().as('n'))
          .where('statements', '>', 0)
          .executeTakeFirstOrThrow()
      : await base.select(eb => eb.fn.count<number>('voice.party').distinct().as('n')).executeTakeFirstOrThrow()
  const rows = await base
    .where('voice.party', 'in', amongst(top.map(row => row.n)))
    .select(eb => [
      'who.n',
      'who.id',
      'who.name',
      'who.kind',
      eb.fn.sum<number>('voice.statements').as('statements'),
      eb.fn.count<number>('voice.report').distinct().as('reports'),
      sql<number>`count(distinct case when voice.named = 1 then voice.speaker end)`.as('named'),
      sql<number>`count(distinct case when voice.named = 0 then voice.speaker end)`.as('unnamed'),
    ])
    .groupBy('who.n')
    .orderBy('statements', 'desc')
    .orderBy('who.id')
    .execute()
  const last = await lastHeard(
    on,
    rows.map(row => row.n),
    among,
  )
  return {
    heard: rows.map(({ n, id, name, kind, ...counts }): Heard => ({ who: { id, name, kind: kind as Who['kind'] }, ...counts, last: last.get(n) ?? null })),
    heardTotal: total.n,
  }
}

/** The newest statement of each party itself or of somebody speaking for it. */
async function lastHeard(on: Connection, parties: readonly number[], among: Among): Promise<Map<number, Cite>> {
  const rows = new Map<number, CellRow>()
  for (const party of parties) {
    const speakers = await on.db.selectFrom('cast').select('who').distinct().where('of', '=', party).execute()
    const newest = await newestOf(on, [party, ...speakers.map(row => row.who)], among)
    const row: CellRow | undefined = newest === undefined ? undefined : await on.db.selectFrom('record').select(CELL).where('n', '=', newest).executeTakeFirst()
    if (row) rows.set(party, row)
  }
  const backing = await backingOf(on, [...rows.values()])
  return new Map([...rows].map(([party, row]) => [party, backing.cell(row).cite]))
}

/** The number of the newest speech or writing by any of these, as `CastBook.voices` counts who is heard: the newest of each is a few steps in the index. */
async function newestOf({ db }: Connection, speakers: readonly number[], among: Among): Promise<number | undefined> {
  const within = among === undefined ? sql`` : sql`and report in ${amongst(among)}`
  const { rows } = await sql<{ at: string | null }>`
    select (select day || ' ' || record from part where who = speaker.value and kind = 'statement' and role = 'speaker' and day < '~' and exists (
      select 1 from record where n = part.record and coalesce(json ->> '$.kind', 'speech') in ('speech', 'writing') and json ->> '$.negated' is null ${within}
    ) order by day desc limit 1) as at
    from json_each(${JSON.stringify(speakers)}) as speaker`.execute(db)
  const newest = rows
    .map(row => row.at)
    .filter(at => at !== null)
    .sort()
    .at(-1)
  return newest === undefined ? undefined : Number(newest.split(' ')[1])
}

/** Words before a class that is counted, not named: "ten captives", "no unit", "both delegations" are nobody whom a report could have asked. */
const COUNTING =
  'a an all another any both dozens each either every few hundreds many more most neither no none other others several some thousands one two three four five six seven eight nine ten eleven twelve'.split(
    ' ',
  )

/** Whether the name begins with none of these, nor with a digit. */
const DEFINITE = sql<boolean>`who.name not glob '[0-9]*' and lower(substr(who.name, 1, instr(who.name || ' ', ' ') - 1)) not in (${sql.join(COUNTING)})`

/** Parties to what is reported, of whom no word is. */
async function readNotHeard({ db }: Connection, among: Among): Promise<Pick<Overview, 'notHeard' | 'notHeardTotal'>> {
  const silent = db.selectFrom('who').where('kind', 'in', ['state', 'organisation', 'group']).where(DEFINITE)
  if (among === undefined) {
    const base = silent
      .where('statements', '=', 0)
      .where(eb =>
        eb.exists(
          eb
            .selectFrom('part')
            .select('record')
            .whereRef('part.who', '=', 'who.n')
            .where('part.kind', 'in', ['track', 'proposal', 'position', 'ceasefire', 'allegation', 'event']),
        ),
      )
    const rows = await base.select(['id', 'name', 'kind', 'reports']).orderBy('reports', 'desc').orderBy('id').limit(SHOWN).execute()
    const { n } = await base.select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
    return { notHeard: rows.map(silentLine), notHeardTotal: n }
  }
  const mentioned = await silent
    .innerJoin('cast', 'cast.who', 'who.n')
    .where('cast.report', 'in', amongst(among))
    .where('who.n', 'not in', eb => eb.selectFrom('voice').select('party').where('voice.report', 'in', amongst(among)))
    .where(
      'who.n',
      'in',
      db
        .selectFrom('part')
        .innerJoin('record', 'record.n', 'part.record')
        .select('part.who')
        .where('record.report', 'in', amongst(among))
        .where('record.kind', 'in', ['track', 'proposal', 'position', 'ceasefire', 'allegation', 'event']),
    )
    .select(eb => ['who.id', 'who.name', 'who.kind', eb.fn.count<number>('cast.report').distinct().as('reports')])
    .groupBy('who.n')
    .orderBy('reports', 'desc')
    .orderBy('who.id')
    .execute()
  return { notHeard: mentioned.slice(0, SHOWN).map(silentLine), notHeardTotal: mentioned.length }
}

function silentLine({ id, name, kind, reports }: { id: string; name: string; kind: string; reports: number }): NotHeard {
  return { who: { id, name, kind: kind as Who['kind'] }, reports }
}

async function countDoubts(on: Connection, among: Among): Promise<Overview['doubts']> {
  const { db } = on
  const base = db.selectFrom('note').$if(among !== undefined, one => one.where('report', 'in', amongst(among ?? [])))
  const counts = await base
    .select(eb => ['code', eb.fn.countAll<number>().as('count')])
    .groupBy('code')
    .orderBy('count', 'desc')
    .orderBy('code')
    .execute()
  const firsts = []
  for (const { code } of counts) {
    const row = await base.select(['report', 'json']).where('code', '=', code).orderBy('report').orderBy('pos').limit(1).executeTakeFirst()
    if (row) firsts.push({ report: row.report, note: JSON.parse(row.json) as Note })
  }
  const doubts = await doubtsOf(on, firsts)
  return counts.flatMap(({ code, count }, index) => {
    const first = doubts[index]
    return first ? [{ code: code as NoteCode, count, first }] : []
  })
}

async function readFresh(on: Connection, since: string | undefined): Promise<Overview['fresh']> {
  const { db } = on
  const after = since ?? ''
  const counts =
    since === undefined
      ? { reports: 0, records: 0 }
      : await db
          .selectFrom('report')
          .leftJoin('reading', 'reading.report', 'report.number')
          .where('added', '>', after)
          .select(eb => [
            eb.fn.countAll<number>().as('reports'),
            sql<number>`coalesce(sum(statement + event + track + proposal + position + ceasefire + allegation + figure + indicator), 0)`.as('records'),
          ])
          .executeTakeFirstOrThrow()
  const last = await db.selectFrom('report').select('number').where('added', '>', after).orderBy('number', 'desc').limit(NEW).execute()
  return {
    since: since ?? null,
    ...counts,
    last: await linesOf(
      on,
      last.map(row => row.number),
    ),
  }
}
