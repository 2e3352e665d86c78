import type { ActorLine, ActorsQuery, Ask, Page, Who } from '#model'
import { faultOf } from '../fault.ts'
import type { Connection } from '../open.ts'
import { readBrief } from './brief.ts'
import { countCalendar } from './calendar.ts'
import { allegationEntry, positionEntry, statementEntry, trackEntry } from './entries.ts'
import { listIndicators, listSeries } from './figures.ts'
import { listFindings, listUtterances } from './findings.ts'
import { readMatrix } from './matrix.ts'
import { listMerges } from './merges.ts'
import { readOverview } from './overview.ts'
import { fromCursor, partOf, sizeOf } from './page.ts'
import { viewRecord } from './record.ts'
import { listRecords } from './records.ts'
import { listReports, viewReport } from './reports.ts'
import { search } from './search.ts'
import { listSources } from './sources.ts'
import { listCeasefires, listProposals } from './talks.ts'
import { listTimeline } from './timeline.ts'

/** Everything that may be asked of an open case. */
export function askOf(on: Connection): Ask {
  return guarded(on, {
    overview: (query = {}) => readOverview(on, query),
    reports: (query = {}) => listReports(on, query),
    report: id => viewReport(on, id),
    record: id => viewRecord(on, id),
    actors: (query = {}) => listActors(on, query),
    merges: (query = {}) => listMerges(on, query),
    matrix: (query = {}) => readMatrix(on, query),
    positions: (query = {}) => listRecords(on, 'position', query, positionEntry),
    statements: (query = {}) => listRecords(on, 'statement', query, statementEntry),
    tracks: (query = {}) => listRecords(on, 'track', query, trackEntry),
    proposals: (query = {}) => listProposals(on, query),
    timeline: (query = {}) => listTimeline(on, query),
    calendar: (query = {}) => countCalendar(on, query),
    ceasefires: (query = {}) => listCeasefires(on, query),
    allegations: (query = {}) => listRecords(on, 'allegation', query, allegationEntry),
    figures: (query = {}) => listSeries(on, query),
    indicators: (query = {}) => listIndicators(on, query),
    sources: (query = {}) => listSources(on, query),
    search: query => search(on, query),
    findings: (query = {}) => listFindings(on, query),
    utterances: (query = {}) => listUtterances(on, query),
    brief: (query = {}) => readBrief(on, query),
  })
}

/** The same questions, with anything SQLite throws told in our words. */
function guarded(on: Connection, ask: Ask): Ask {
  const asked = Object.entries(ask).map(([name, question]: [string, (...given: never[]) => Promise<unknown>]) => [
    name,
    async (...given: never[]): Promise<unknown> => {
      try {
        return await question(...given)
      } catch (error) {
        throw faultOf(error, on.file)
      }
    },
  ])
  return Object.fromEntries(asked) as Ask
}

/** One part of the actors of the case, those mentioned in the most reports first. */
async function listActors({ db }: Connection, query: ActorsQuery): Promise<Page<ActorLine>> {
  const size = sizeOf(query.limit)
  let base = db.selectFrom('who')
  if (query.kind !== undefined) base = base.where('kind', '=', query.kind)
  if (query.words !== undefined) base = base.where('name', 'like', `%${query.words.replaceAll(/[%_]/g, ' ')}%`)
  const { total } = await base.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const place = fromCursor(query.cursor, 2)
  let from = base
    .select(['id', 'name', 'kind', 'mentions', 'reports', 'statements'])
    .orderBy('reports', 'desc')
    .orderBy('id')
    .limit(size + 1)
  if (place)
    from = from.where(eb => eb.or([eb('reports', '<', Number(place[0])), eb.and([eb('reports', '=', Number(place[0])), eb('id', '>', String(place[1]))])]))
  return partOf(
    await from.execute(),
    size,
    total,
    row => [row.reports, row.id],
    row => ({ ...row, kind: row.kind as Who['kind'] }),
  )
}
