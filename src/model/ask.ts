import * as z from 'zod'
import type {
  AllegationEntry,
  Calendar,
  CeasefireEntry,
  FindingEntry,
  IndicatorEntry,
  Matrix,
  Overview,
  Page,
  PositionEntry,
  ProposalEntry,
  RecordView,
  ReportLine,
  ReportView,
  SearchAnswer,
  Series,
  SourceLine,
  StatementEntry,
  TimelineEntry,
  TrackEntry,
  UtteranceEntry,
  Who,
} from './answers.ts'
import type { Brief } from './briefing.ts'
import { TIMELINE_KINDS } from './answers.ts'
import { ACTOR_KINDS } from './actor.ts'
import { FINDING_KINDS } from './finding.ts'
import type { MergedActor } from './merge.ts'

/** The most items of a page, and how many where nothing is said. */
export const MOST_ITEMS = 500
export const SOME_ITEMS = 50

const number = z.coerce.number().int()
const list = z.union([z.array(z.string()), z.string().transform(text => (text === '' ? [] : text.split(',')))])
const day = z
  .string()
  .regex(/^-?\d{4}(-\d{2}(-\d{2})?)?$/)
  .describe('YYYY, YYYY-MM or YYYY-MM-DD')

const paged = {
  cursor: z.exactOptional(z.string().describe('`next` of the part before')),
  limit: z.exactOptional(number.pipe(z.int().min(1).max(MOST_ITEMS))),
}
const dated = { from: z.exactOptional(day), to: z.exactOptional(day) }
/** An actor is given by its id in this case or by its name; an issue by its code. */
const about = { actor: z.exactOptional(z.string()), issue: z.exactOptional(z.string()) }
const reported = { report: z.exactOptional(z.string()), publisher: z.exactOptional(z.string()) }

export const pageQuerySchema = z.strictObject(paged)
export type PageQuery = z.infer<typeof pageQuerySchema>

export const overviewQuerySchema = z.strictObject({ since: z.exactOptional(z.string().describe('an instant or a day: what was added after it is new')) })
export type OverviewQuery = z.infer<typeof overviewQuerySchema>

export const REPORT_ORDERS = ['added', '-added', 'published', '-published', 'publisher', 'records', '-records'] as const
export const reportsQuerySchema = z.strictObject({
  ...paged,
  ...dated,
  publisher: z.exactOptional(z.string()),
  language: z.exactOptional(z.string()),
  words: z.exactOptional(z.string().describe('words of headline or publisher')),
  since: z.exactOptional(z.string()),
  sort: z.exactOptional(z.enum(REPORT_ORDERS)),
  fold: z.exactOptional(z.literal('families').describe('leave reports that carry the text of another to the line of the first')),
})
export type ReportsQuery = z.infer<typeof reportsQuerySchema>

/** At a day and, to compare, against another; actors and issues narrow. `per` is how many positions a cell shows. */
export const matrixQuerySchema = z.strictObject({
  at: z.exactOptional(day),
  against: z.exactOptional(day),
  actors: z.exactOptional(list),
  issues: z.exactOptional(list),
  columns: z.exactOptional(number.pipe(z.int().min(1).max(60))),
  per: z.exactOptional(number.pipe(z.int().min(1).max(20))),
  ...reported,
})
export type MatrixQuery = z.infer<typeof matrixQuerySchema>

export const recordsQuerySchema = z.strictObject({
  ...paged,
  ...dated,
  ...about,
  ...reported,
  state: z.exactOptional(z.enum(['suggested', 'accepted'])),
  sort: z.exactOptional(z.enum(['day', '-day'])),
})
export type RecordsQuery = z.infer<typeof recordsQuerySchema>

export const timelineQuerySchema = z.strictObject({
  ...recordsQuerySchema.shape,
  kinds: z.exactOptional(list.pipe(z.array(z.enum(TIMELINE_KINDS)))),
  act: z.exactOptional(z.string()),
})
export type TimelineQuery = z.infer<typeof timelineQuerySchema>

export const figuresQuerySchema = z.strictObject({
  ...recordsQuerySchema.shape,
  class: z.exactOptional(z.string()),
  per: z.exactOptional(number.pipe(z.int().min(1).max(200))),
})
export type FiguresQuery = z.infer<typeof figuresQuerySchema>

export const searchQuerySchema = z.strictObject({
  ...paged,
  ...dated,
  q: z.string(),
  actor: z.exactOptional(z.string()),
  issue: z.exactOptional(z.string()),
  act: z.exactOptional(z.string()),
  publisher: z.exactOptional(z.string()),
  form: z.exactOptional(z.string()),
  kind: z.exactOptional(z.enum(['report', 'statement'])),
  year: z.exactOptional(z.string()),
})
export type SearchQuery = z.infer<typeof searchQuerySchema>

export const actorsQuerySchema = z.strictObject({ ...paged, kind: z.exactOptional(z.enum(ACTOR_KINDS)), words: z.exactOptional(z.string()) })
export type ActorsQuery = z.infer<typeof actorsQuerySchema>

export const findingsQuerySchema = z.strictObject({
  ...paged,
  kind: z.exactOptional(z.enum(FINDING_KINDS)),
  type: z.exactOptional(z.string()),
  about: z.exactOptional(z.string().describe('the id of a record, utterance or report')),
  report: z.exactOptional(z.string()),
  since: z.exactOptional(z.string()),
})
export type FindingsQuery = z.infer<typeof findingsQuerySchema>

export const briefQuerySchema = z.strictObject({
  ...dated,
  since: z.exactOptional(z.string()),
  about: z.exactOptional(z.string().describe('an actor or an issue')),
  report: z.exactOptional(z.string()),
})
export type BriefQuery = z.infer<typeof briefQuerySchema>

export interface ActorLine extends Who {
  mentions: number
  reports: number
  statements: number
}

/**
 * Everything that may be asked of a case. Lists come in parts; none is unbounded. `undefined`: no such report or record.
 * A report is named by its id, by the first 8 or more digits of it, by its number in the case, or by its key.
 */
export interface Ask {
  overview(query?: OverviewQuery): Promise<Overview>
  reports(query?: ReportsQuery): Promise<Page<ReportLine>>
  report(id: string): Promise<ReportView | undefined>
  record(id: string): Promise<RecordView | undefined>
  actors(query?: ActorsQuery): Promise<Page<ActorLine>>
  /** The actors of the case, each once: names proposed to be one actor's with the reason, names kept apart, roles over time. */
  merges(query?: ActorsQuery): Promise<Page<MergedActor>>
  /** The matrix; `positions` is the list behind a cell. */
  matrix(query?: MatrixQuery): Promise<Matrix>
  positions(query?: RecordsQuery): Promise<Page<PositionEntry>>
  statements(query?: RecordsQuery): Promise<Page<StatementEntry>>
  tracks(query?: RecordsQuery): Promise<Page<TrackEntry>>
  proposals(query?: RecordsQuery): Promise<Page<ProposalEntry>>
  timeline(query?: TimelineQuery): Promise<Page<TimelineEntry>>
  /** Counts of the timeline, for drawing it. */
  calendar(query?: TimelineQuery): Promise<Calendar>
  ceasefires(query?: RecordsQuery): Promise<Page<CeasefireEntry>>
  allegations(query?: RecordsQuery): Promise<Page<AllegationEntry>>
  figures(query?: FiguresQuery): Promise<Page<Series>>
  indicators(query?: RecordsQuery): Promise<Page<IndicatorEntry>>
  sources(query?: PageQuery): Promise<Page<SourceLine>>
  search(query: SearchQuery): Promise<SearchAnswer>
  findings(query?: FindingsQuery): Promise<Page<FindingEntry>>
  utterances(query?: FindingsQuery): Promise<Page<UtteranceEntry>>
  brief(query?: BriefQuery): Promise<Brief>
}
