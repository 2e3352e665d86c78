import { ISSUES, rankFindings, type Brief, type BriefQuery, type Note, type Overview, type RecordsQuery, type TimelineEntry, type TrackEntry } from '#model'
import { sql } from 'kysely'
import { amongst, backingOf, CELL, isKind } from '../cells.ts'
import type { Connection } from '../open.ts'
import { NO_DAY } from '../rows.ts'
import { allegationEntry, figureEntry, indicatorEntry, trackEntry } from './entries.ts'
import { findIssue, findReport, findWho } from './find.ts'
import { listFindings } from './findings.ts'
import { byIssue, readMatrix } from './matrix.ts'
import { readOverview, type Among } from './overview.ts'
import { doubtsOf } from './record.ts'
import { listRecords, narrowed, untilDay, type Narrow } from './records.ts'
import { linesOf } from './reports.ts'
import { listCeasefires, listProposals } from './talks.ts'
import { timelineEntry } from './timeline.ts'

/** How many of each part a briefing holds: one report is told whole, a case of thousands in a screen or two. */
const FEW = {
  tracks: 8,
  proposals: 8,
  ceasefires: 4,
  allegations: 8,
  figures: 10,
  indicators: 6,
  doubts: 12,
  events: 12,
  findings: 10,
  reports: 30,
  columns: 5,
}
/** How many of the weightiest findings those of the briefing are chosen from, so that no kind crowds out the others. */
const RANKED = 90
const MANY_REPORTS = 20_000

/** The briefing as data. */
export async function readBrief(on: Connection, query: BriefQuery): Promise<Brief> {
  const among = await reportsOf(on, query)
  const overview = await readOverview(on, query.since === undefined ? {} : { since: query.since }, among)
  const within: Narrow | undefined = among === undefined ? undefined : given => given.where('record.report', 'in', amongst(among))
  const about = await aboutOf(on, query.about)
  const parts = await partsOf(on, about, within, overview)
  const doubts = await readDoubts(on, among)
  return {
    title: titleOf(overview, query),
    since: query.since ?? null,
    about: query.about ?? null,
    overview,
    ...parts.lists,
    doubts: doubts.items,
    reports: await keyOf(on, among),
    more: { ...parts.more, doubts: doubts.total - doubts.items.length, reports: Math.max(0, overview.reports - FEW.reports) },
  }
}

/** What a briefing is about: an issue where one has this code, else an actor. */
async function aboutOf(on: Connection, about: string | undefined): Promise<RecordsQuery> {
  if (about === undefined) return {}
  const code = about.toUpperCase().replaceAll(/[ -]/g, '_')
  if ((ISSUES as readonly string[]).includes(code) || about.startsWith('own:')) return { issue: findIssue(about) }
  await findWho(on, about)
  return { actor: about }
}

/** The reports that a briefing is of; undefined: all of them. */
async function reportsOf(on: Connection, { since, from, to, report }: BriefQuery): Promise<Among> {
  if (report !== undefined) {
    const number = await findReport(on, report)
    return number === undefined ? [] : [number]
  }
  if (since === undefined && from === undefined && to === undefined) return undefined
  let query = on.db.selectFrom('report').select('number')
  if (since !== undefined) query = query.where('added', '>', since)
  if (from !== undefined) query = query.where('day', '>=', from)
  if (to !== undefined) query = query.where('day', '<=', untilDay(to))
  return (await query.orderBy('number').limit(MANY_REPORTS).execute()).map(row => row.number)
}

async function partsOf(on: Connection, about: RecordsQuery, within: Narrow | undefined, overview: Overview) {
  const newest = (limit: number): RecordsQuery => ({ ...about, limit, ...(overview.reports > 3 && { sort: '-day' as const }) })
  const tracks = await listRecords(on, 'track', newest(200), trackEntry, within)
  const folded = overview.reports > 1 ? foldTracks(tracks.items, FEW.tracks) : tracks.items.slice(0, FEW.tracks)
  const proposals = await listProposals(on, newest(FEW.proposals), within)
  const ceasefires = await listCeasefires(on, newest(FEW.ceasefires), within)
  const allegations = await listRecords(on, 'allegation', newest(FEW.allegations), allegationEntry, within)
  const figures = await listRecords(on, 'figure', newest(FEW.figures), figureEntry, within)
  const indicators = await listRecords(on, 'indicator', newest(FEW.indicators), indicatorEntry, within)
  const matrix = await readMatrix(
    on,
    { columns: FEW.columns, per: 2, ...(about.issue !== undefined && { issues: [about.issue] }), ...(about.actor !== undefined && { actors: [about.actor] }) },
    within,
  )
  matrix.issues.sort(byIssue)
  const events = await readEvents(on, about, within)
  const findings = await listFindings(on, { limit: RANKED })
  const lists = {
    tracks: folded,
    proposals: proposals.items,
    matrix,
    ceasefires: ceasefires.items,
    allegations: allegations.items,
    figures: figures.items,
    indicators: indicators.items,
    events,
    findings: rankFindings(findings.items, FEW.findings),
  }
  const more = Object.fromEntries(
    Object.entries({ tracks, proposals, ceasefires, allegations, figures, indicators, findings }).map(([name, page]) => [
      name,
      page.total - (name === 'tracks' ? folded.length : name === 'findings' ? Math.min(FEW.findings, page.items.length) : page.items.length),
    ]),
  )
  return { lists, more }
}

/** Of several reports one line of talks for each set of parties, the newest first met. */
function foldTracks(tracks: readonly TrackEntry[], limit: number): TrackEntry[] {
  const folded = new Map<string, TrackEntry>()
  for (const track of tracks) {
    const key = track.parties
      .map(who => who.id)
      .sort()
      .join(' ')
    if (track.parties.length > 1 && !folded.has(key)) folded.set(key, track)
  }
  return [...folded.values()].slice(0, limit)
}

/** The newest events that are told as done, with somebody in them. */
async function readEvents(on: Connection, about: RecordsQuery, within: Narrow | undefined): Promise<TimelineEntry[]> {
  const narrow = await narrowed(on, about, ['event'])
  const all = narrow(
    on.db
      .selectFrom('record')
      .where(isKind('event'))
      .where(sql<boolean>`record.kind <> 'time'`)
      .where('record.who', 'is not', null)
      .where('record.day', '<', NO_DAY),
  )
  const ordered = await (within ? within(all) : all).select('record.n').orderBy('record.day', 'desc').orderBy('record.id', 'desc').limit(FEW.events).execute()
  const lines = await on.db
    .selectFrom('record')
    .select([...CELL, 'record.line', 'record.value'])
    .where('n', 'in', amongst(ordered.map(row => row.n)))
    .orderBy('line')
    .orderBy('id')
    .execute()
  const backing = await backingOf(on, lines)
  let before: TimelineEntry['when']
  return lines.map(row => {
    const entry = timelineEntry(row, backing, before)
    before = entry.when ?? {}
    return entry
  })
}

/** Doubts in turn of their codes, so that a frequent one does not crowd out the others. */
async function readDoubts(on: Connection, among: Among) {
  const base = on.db.selectFrom('note').$if(among !== undefined, one => one.where('report', 'in', amongst(among ?? [])))
  const { total } = await base.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const codes = await base.select('code').distinct().orderBy('code').execute()
  const per = Math.max(1, Math.ceil(FEW.doubts / Math.max(1, codes.length)))
  const notes: { report: number; note: Note }[] = []
  for (const { code } of codes) {
    const rows = await base.select(['report', 'json']).where('code', '=', code).orderBy('report').orderBy('pos').limit(per).execute()
    notes.push(...rows.map(row => ({ report: row.report, note: JSON.parse(row.json) as Note })))
  }
  return { items: await doubtsOf(on, notes.slice(0, Math.max(FEW.doubts, codes.length))), total }
}

async function keyOf(on: Connection, among: Among): Promise<Brief['reports']> {
  const rows = await on.db
    .selectFrom('report')
    .select('number')
    .$if(among !== undefined, one => one.where('number', 'in', amongst(among ?? [])))
    .orderBy(eb => eb.fn.coalesce('day', eb.val(NO_DAY)), 'desc')
    .orderBy('number', 'desc')
    .limit(FEW.reports)
    .execute()
  return linesOf(
    on,
    rows.map(row => row.number),
  )
}

function titleOf({ reports, published, assumed, undated }: Overview, { about }: BriefQuery): string {
  const { first, last } = published
  const days = first === null ? (undated > 0 ? 'undated' : 'no dates') : first === last ? first : `${first} to ${last ?? ''}`
  return `Briefing: ${String(reports)} ${reports === 1 ? 'report' : 'reports'}, ${days}${assumed > 0 ? (reports === 1 ? ' (date assumed)' : ` (${String(assumed)} dates assumed)`) : ''}${about === undefined ? '' : `, about ${about}`}`
}
