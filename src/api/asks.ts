import * as z from 'zod'
import {
  ACTOR_KINDS,
  actorsQuerySchema,
  allegationEntrySchema,
  briefQuerySchema,
  briefSchema,
  calendarSchema,
  ceasefireEntrySchema,
  figuresQuerySchema,
  findingEntrySchema,
  findingsQuerySchema,
  indicatorEntrySchema,
  matrixQuerySchema,
  matrixSchema,
  mergedActorSchema,
  overviewQuerySchema,
  overviewSchema,
  pageOf,
  pageQuerySchema,
  positionEntrySchema,
  proposalEntrySchema,
  recordsQuerySchema,
  recordViewSchema,
  reportLineSchema,
  reportsQuerySchema,
  reportViewSchema,
  searchQuerySchema,
  searchSchema,
  seriesSchema,
  sourceSchema,
  statementEntrySchema,
  timelineEntrySchema,
  timelineQuerySchema,
  trackEntrySchema,
  utteranceEntrySchema,
  whoSchema,
  type Ask,
} from '#model'

const nothing = z.strictObject({})
const actorLineSchema = z.strictObject({ ...whoSchema.shape, kind: z.enum(ACTOR_KINDS), mentions: z.int(), reports: z.int(), statements: z.int() })

/** One question that may be asked over HTTP: its address, what it takes, what it gives, and the question to the case. */
export interface Question {
  readonly path: string
  readonly about: string
  readonly query: z.ZodObject
  readonly answer: z.ZodType
  readonly ask: (ask: Ask, query: never, id: string) => Promise<unknown>
}

function question<Q extends z.ZodObject>(
  path: string,
  about: string,
  query: Q,
  answer: z.ZodType,
  ask: (ask: Ask, query: z.infer<Q>, id: string) => Promise<unknown>,
): Question {
  return { path, about, query, answer, ask }
}

/** Everything that may be asked, in the order of the document. */
export const QUESTIONS: readonly Question[] = [
  question('/overview', 'What was read, who was heard and who was not, what is new, where doubts are', overviewQuerySchema, overviewSchema, (ask, query) =>
    ask.overview(query),
  ),
  question('/reports', 'The reports of the case', reportsQuerySchema, pageOf(reportLineSchema), (ask, query) => ask.reports(query)),
  question('/reports/{id}', 'One report with all that is read in it', nothing, reportViewSchema, (ask, _query, id) => ask.report(id)),
  question('/records/{id}', 'One record with its words in context, its chain and its doubts', nothing, recordViewSchema, (ask, _query, id) => ask.record(id)),
  question('/actors', 'Who is mentioned', actorsQuerySchema, pageOf(actorLineSchema), (ask, query) => ask.actors(query)),
  question(
    '/merges',
    'Actors, each once: the names proposed to be one with the reason, those kept apart, roles over time',
    actorsQuerySchema,
    pageOf(mergedActorSchema),
    (ask, query) => ask.merges(query),
  ),
  question('/matrix', 'Who wants what, as somebody reported it: actor by issue, as of a day', matrixQuerySchema, matrixSchema, (ask, query) =>
    ask.matrix(query),
  ),
  question('/positions', 'The positions behind the matrix', recordsQuerySchema, pageOf(positionEntrySchema), (ask, query) => ask.positions(query)),
  question('/statements', 'Who said what', recordsQuerySchema, pageOf(statementEntrySchema), (ask, query) => ask.statements(query)),
  question('/tracks', 'Lines of talks', recordsQuerySchema, pageOf(trackEntrySchema), (ask, query) => ask.tracks(query)),
  question('/proposals', 'What was offered, with its terms', recordsQuerySchema, pageOf(proposalEntrySchema), (ask, query) => ask.proposals(query)),
  question('/timeline', 'What happened when, as told', timelineQuerySchema, pageOf(timelineEntrySchema), (ask, query) => ask.timeline(query)),
  question('/calendar', 'How much the timeline holds a day, month or year', timelineQuerySchema, calendarSchema, (ask, query) => ask.calendar(query)),
  question('/ceasefires', 'Ceasefires with what is alleged within them', recordsQuerySchema, pageOf(ceasefireEntrySchema), (ask, query) =>
    ask.ceasefires(query),
  ),
  question('/allegations', 'Who accuses whom of what', recordsQuerySchema, pageOf(allegationEntrySchema), (ask, query) => ask.allegations(query)),
  question('/figures', 'Series of figures by provider and definition, never joined', figuresQuerySchema, pageOf(seriesSchema), (ask, query) =>
    ask.figures(query),
  ),
  question('/indicators', 'Conditions of life as reported', recordsQuerySchema, pageOf(indicatorEntrySchema), (ask, query) => ask.indicators(query)),
  question('/sources', 'Publishers and whom they quote', pageQuerySchema, pageOf(sourceSchema), (ask, query) => ask.sources(query)),
  question('/search', 'Words in reports and statements', searchQuerySchema, searchSchema, (ask, query) => ask.search(query)),
  question('/findings', 'What comparing reports shows', findingsQuerySchema, pageOf(findingEntrySchema), (ask, query) => ask.findings(query)),
  question('/utterances', 'Acts of saying that several reports carry', findingsQuerySchema, pageOf(utteranceEntrySchema), (ask, query) =>
    ask.utterances(query),
  ),
  question('/brief', 'The briefing as data', briefQuerySchema, briefSchema, (ask, query) => ask.brief(query)),
]
