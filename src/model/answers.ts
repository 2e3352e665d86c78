import * as z from 'zod'
import { ACTOR_KINDS } from './actor.ts'
import { analysisSchema } from './analysis.ts'
import { issueSchema } from './cited.ts'
import { figureSchema, indicatorSchema } from './figure.ts'
import { familySchema, findingSchema, utteranceSchema } from './finding.ts'
import { idSchema } from './id.ts'
import { spanSchema } from './span.ts'
import { LINK_KINDS, statementSchema } from './statement.ts'
import { allegationSchema, ceasefireSchema, positionSchema, proposalSchema, termSchema, trackSchema } from './talks.ts'
import { edtfSchema, whenSchema } from './when.ts'
import { eventSchema } from './event.ts'
import { NOTE_CODES } from './words.ts'

/** A part of a list. `next` is the cursor of the part that follows, null at the end; `total` counts the whole list. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), next: z.nullable(z.string()), total: z.int() })
}
export interface Page<T> {
  items: T[]
  next: string | null
  total: number
}

export const RECORD_KINDS = ['statement', 'time', 'event', 'track', 'proposal', 'position', 'ceasefire', 'allegation', 'figure', 'indicator'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** Whether a person has accepted a record; every view counts both. */
export const stateSchema = z.enum(['suggested', 'accepted'])
export type ReviewState = z.infer<typeof stateSchema>
export const countsSchema = z.strictObject({ accepted: z.int(), suggested: z.int() })
export type Counts = z.infer<typeof countsSchema>

/** The sentence that something rests on: `label` is '1.7' for sentence 7 of report 1; `words` are the text's own, `span` their place in it. */
export const citeSchema = z.strictObject({
  report: idSchema('report'),
  key: z.exactOptional(z.string()),
  number: z.int().describe('the number of the report in this case, from 1 in the order of adding'),
  sentence: z.int().describe('from 1'),
  label: z.string(),
  span: spanSchema,
  words: z.string(),
  publisher: z.nullable(z.string()),
  published: z.exactOptional(edtfSchema),
})
export type Cite = z.infer<typeof citeSchema>

/** The rest of the sentence on both sides of some words of it; cut to whole words where it is long. */
export const aroundSchema = z.strictObject({ before: z.string(), after: z.string() })
export type Around = z.infer<typeof aroundSchema>

/** An actor as the whole case knows it: the actors of single reports folded by kind and name. `of` is whom it speaks for. */
export const whoSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(ACTOR_KINDS),
  of: z.exactOptional(z.string().describe('the id of the actor it belongs to')),
})
export type Who = z.infer<typeof whoSchema>

/** One link of a chain with its name. Where nobody is named, `words` are those that describe the link. */
export const tellerSchema = z.strictObject({
  as: z.enum(LINK_KINDS),
  who: z.exactOptional(whoSchema),
  words: z.exactOptional(z.string()),
  inferred: z.exactOptional(z.literal(true)),
})
export type Teller = z.infer<typeof tellerSchema>

/** What stands behind every cell of every view: the record, its sentence, and who reports it, publisher first. */
const cell = {
  id: z.string(),
  cite: citeSchema,
  chain: z.array(tellerSchema),
  hedges: z.array(z.string()).describe('words by which the writer holds back'),
  rule: z.string(),
  state: stateSchema,
}
export const cellSchema = z.strictObject(cell)
export type Cell = z.infer<typeof cellSchema>

const boundsSchema = z
  .strictObject({ first: z.nullable(z.string()), last: z.nullable(z.string()) })
  .describe('first and last day, YYYY-MM-DD; null = no limit on that side')

/** A report in a list. `copies` counts other reports of this case with the same text. */
export const reportLineSchema = z.strictObject({
  id: idSchema('report'),
  number: z.int(),
  key: z.exactOptional(z.string()),
  publisher: z.nullable(z.string()),
  headline: z.exactOptional(z.string()),
  url: z.exactOptional(z.string()),
  language: z.string(),
  published: z.exactOptional(edtfSchema),
  publishedKnown: z.exactOptional(z.enum(['stated', 'assumed'])),
  added: z.string().describe('ISO 8601 instant'),
  characters: z.int(),
  sentences: z.int(),
  records: countsSchema,
  statements: z.int(),
  notes: z.int(),
  copies: z.int(),
  family: z.exactOptional(
    z
      .array(
        z.strictObject({
          id: idSchema('report'),
          number: z.int(),
          publisher: z.nullable(z.string()),
          kind: familySchema.shape.links.element.shape.kind.exclude(['lifted']),
        }),
      )
      .describe('where families are folded: the first of the others that carry this text'),
  ),
})
export type ReportLine = z.infer<typeof reportLineSchema>

export const heardSchema = z.strictObject({
  who: whoSchema,
  statements: z.int(),
  reports: z.int(),
  named: z.int().describe('speakers with a name'),
  unnamed: z.int().describe('speakers whose identity is withheld'),
  last: z.nullable(citeSchema),
})
export type Heard = z.infer<typeof heardSchema>
export const notHeardSchema = z.strictObject({ who: whoSchema, reports: z.int().describe('reports that mention it') })
export type NotHeard = z.infer<typeof notHeardSchema>

export const doubtSchema = z.strictObject({ code: z.enum(NOTE_CODES), text: z.string(), rule: z.string(), cites: z.array(citeSchema) })
export type Doubt = z.infer<typeof doubtSchema>

/** The front page of a case. Lists are the first few, by size; `heardTotal` and `notHeardTotal` count all. */
export const overviewSchema = z.strictObject({
  name: z.string(),
  engine: z.string(),
  created: z.string(),
  entries: z.int().describe('entries in the log'),
  reports: z.int(),
  publishers: z.array(z.strictObject({ publisher: z.nullable(z.string()), reports: z.int() })),
  publishersTotal: z.int(),
  languages: z.array(z.strictObject({ language: z.string(), reports: z.int() })),
  published: boundsSchema,
  undated: z.int(),
  assumed: z.int().describe('reports whose date is assumed'),
  records: z.strictObject({ all: countsSchema, kinds: z.array(z.strictObject({ kind: z.enum(RECORD_KINDS), ...countsSchema.shape })) }),
  heard: z.array(heardSchema),
  heardTotal: z.int(),
  notHeard: z.array(notHeardSchema),
  notHeardTotal: z.int(),
  doubts: z.array(z.strictObject({ code: z.enum(NOTE_CODES), count: z.int(), first: doubtSchema })),
  fresh: z.strictObject({ since: z.nullable(z.string()), reports: z.int(), records: z.int(), last: z.array(reportLineSchema) }),
  findings: z.array(z.strictObject({ kind: z.string(), count: z.int() })),
})
export type Overview = z.infer<typeof overviewSchema>

/** One report with all that is read in it. `states` names the records that are not merely suggested. */
export const reportViewSchema = z.strictObject({
  line: reportLineSchema,
  addedBy: z.string(),
  original: z.nullable(z.strictObject({ hash: z.string(), bytes: z.int(), name: z.string(), mediaType: z.string() })),
  copies: z.array(reportLineSchema),
  states: z.record(z.string(), stateSchema),
  who: z.record(z.string(), whoSchema).describe('actors of this report by their id, as the case knows them'),
  analysis: analysisSchema,
})
export type ReportView = z.infer<typeof reportViewSchema>

/** One record with its words in context: `before` and `after` are the text around `cite.words` within its passage. */
export const recordViewSchema = z.strictObject({
  ...cell,
  kind: z.enum(RECORD_KINDS),
  record: z.json(),
  context: z.strictObject({ before: z.string(), words: z.string(), after: z.string(), span: spanSchema, headline: z.exactOptional(z.string()) }),
  who: z.record(z.string(), whoSchema).describe('actors of the record by their id'),
  bounds: z.nullable(boundsSchema),
  told: z.string().describe('the record as a sentence whose subject is who said it'),
  related: z.array(z.strictObject({ kind: z.string(), id: z.string(), as: z.string() })),
  doubts: z.array(doubtSchema),
})
export type RecordView = z.infer<typeof recordViewSchema>

export const positionEntrySchema = z.strictObject({
  ...cell,
  who: whoSchema,
  issue: issueSchema,
  ...positionSchema.pick({ stance: true, specificity: true, conditionality: true, commitment: true, denied: true, held: true }).shape,
  day: z.nullable(z.string()).describe('the day it counts from: held, else uttered, else published'),
})
export type PositionEntry = z.infer<typeof positionEntrySchema>

/** A cell of the matrix: the last few as of `at` and, where asked, as of `against`; the totals count all. An absent cell: not mentioned. */
export const positionCellSchema = z.strictObject({
  who: z.string(),
  issue: issueSchema,
  at: z.array(positionEntrySchema),
  atTotal: z.int(),
  against: z.array(positionEntrySchema),
  againstTotal: z.int(),
})
export type PositionCell = z.infer<typeof positionCellSchema>

/** Actor × issue. Columns in order of first mention, those not heard among them; rows in the order of the issue list. */
export const matrixSchema = z.strictObject({
  at: z.nullable(z.string()),
  against: z.nullable(z.string()),
  actors: z.array(z.strictObject({ ...whoSchema.shape, heard: z.boolean(), positions: z.int() })),
  actorsTotal: z.int(),
  issues: z.array(issueSchema),
  cells: z.array(positionCellSchema),
  days: boundsSchema.describe('first and last day of any position'),
  total: z.int(),
})
export type Matrix = z.infer<typeof matrixSchema>

export const figureEntrySchema = z.strictObject({
  ...cell,
  ...figureSchema.pick({ class: true, low: true, high: true, bound: true, unit: true, of: true, population: true, period: true, asOf: true, lumps: true })
    .shape,
  provider: z.nullable(whoSchema).describe('null: not stated'),
  day: z.nullable(z.string()).describe('as of, else published'),
  around: z.exactOptional(aroundSchema),
})
export type FigureEntry = z.infer<typeof figureEntrySchema>

export const termEntrySchema = z.strictObject({
  issue: issueSchema,
  specificity: termSchema.shape.specificity,
  cite: citeSchema,
  condition: z.exactOptional(z.string()),
  linked: z.exactOptional(z.literal(true)),
  figure: z.exactOptional(z.string().describe('id of the figure')),
})
export type TermEntry = z.infer<typeof termEntrySchema>
export const proposalEntrySchema = z.strictObject({
  ...cell,
  by: z.array(whoSchema),
  to: z.array(whoSchema),
  ...proposalSchema.pick({ when: true, status: true, exclusive: true, reciprocity: true, replaces: true }).shape,
  terms: z.array(termEntrySchema),
  day: z.nullable(z.string()),
})
export type ProposalEntry = z.infer<typeof proposalEntrySchema>

export const trackEntrySchema = z.strictObject({
  ...cell,
  parties: z.array(whoSchema),
  mediators: z.array(whoSchema),
  venue: z.exactOptional(z.string()),
  ...trackSchema.pick({ when: true, issues: true, format: true, rounds: true }).shape,
  stage: trackSchema.shape.state.describe('the state of the talks, last reported; `state` is the review'),
  day: z.nullable(z.string()),
})
export type TrackEntry = z.infer<typeof trackEntrySchema>

export const allegationEntrySchema = z.strictObject({
  ...cell,
  accuser: z.nullable(whoSchema).describe('null: not stated'),
  accused: z.array(whoSchema),
  ...allegationSchema.pick({ of: true, count: true, when: true, response: true }).shape,
  day: z.nullable(z.string()),
})
export type AllegationEntry = z.infer<typeof allegationEntrySchema>

/** A ceasefire with the violations alleged between its days by or against its parties, the first few; `allegationsTotal` counts all. */
export const ceasefireEntrySchema = z.strictObject({
  ...cell,
  parties: z.array(whoSchema),
  ...ceasefireSchema.pick({ declared: true, effective: true, ended: true, duration: true }).shape,
  endedBy: z.nullable(whoSchema),
  allegations: z.array(allegationEntrySchema),
  allegationsTotal: z.int(),
})
export type CeasefireEntry = z.infer<typeof ceasefireEntrySchema>

/** Figures of one provider, class, unit, thing counted and population: never joined with others, never summed. The last few points; `total` counts all. */
export const seriesSchema = z.strictObject({
  id: z.string(),
  ...figureSchema.pick({ class: true, unit: true, of: true, population: true, lumps: true }).shape,
  provider: z.nullable(whoSchema),
  points: z.array(figureEntrySchema),
  total: z.int(),
})
export type Series = z.infer<typeof seriesSchema>

export const indicatorEntrySchema = z.strictObject({
  ...cell,
  ...indicatorSchema.pick({ what: true, trend: true, when: true }).shape,
  condition: indicatorSchema.shape.state.describe('the state reported; `state` is the review'),
  place: z.exactOptional(z.string()),
  provider: z.nullable(whoSchema),
  day: z.nullable(z.string()),
  around: z.exactOptional(aroundSchema),
})
export type IndicatorEntry = z.infer<typeof indicatorEntrySchema>

export const statementEntrySchema = z.strictObject({
  ...cell,
  ...statementSchema.pick({ form: true, kind: true, negated: true, uttered: true, issues: true }).shape,
  speaker: z.nullable(whoSchema),
  content: z.array(z.string()),
})
export type StatementEntry = z.infer<typeof statementEntrySchema>

export const TIMELINE_KINDS = ['event', 'track', 'proposal', 'position', 'ceasefire', 'figure'] as const
/**
 * A line of the timeline. Lines stand in the order of their first possible day, then the last, then the report's and the
 * record's id; undated ones come last. `against` tells how a line stands to the one before it, as far as both are dated.
 */
export const timelineEntrySchema = z.strictObject({
  ...cell,
  kind: z.enum(TIMELINE_KINDS),
  told: z.string().describe('a sentence whose subject is who said it'),
  what: z.string().describe('the act, stance, state or class'),
  actors: z.array(whoSchema),
  recipients: z.array(whoSchema),
  issues: z.array(issueSchema),
  reality: z.exactOptional(eventSchema.shape.reality),
  when: z.exactOptional(whenSchema),
  known: z.exactOptional(z.enum(['stated', 'implied', 'vague'])),
  policy: z.exactOptional(z.string()),
  bounds: boundsSchema,
  against: z.enum(['first', 'after', 'overlaps', 'unknown']),
})
export type TimelineEntry = z.infer<typeof timelineEntrySchema>

/** How much the timeline holds a day, month or year, by the first possible day of each line: what a drawing of thousands is made from. */
export const calendarSchema = z.strictObject({
  unit: z.enum(['day', 'month', 'year']),
  bins: z.array(z.strictObject({ at: z.string().describe('YYYY-MM-DD, YYYY-MM or YYYY'), kind: z.enum(TIMELINE_KINDS), count: z.int() })),
  total: z.int(),
  undated: z.int(),
})
export type Calendar = z.infer<typeof calendarSchema>

/** A publisher: how much it reports, whom it quotes, whom it carries. Lists are the first few by count. */
export const sourceSchema = z.strictObject({
  publisher: z.nullable(z.string()),
  reports: z.int(),
  first: z.nullable(z.string()),
  last: z.nullable(z.string()),
  statements: z.int(),
  ownVoice: z.int().describe('records in its own voice'),
  named: z.int().describe('statements whose innermost utterer is a named person, office or body'),
  unnamed: z.int(),
  unstated: z.int(),
  quotes: z.array(z.strictObject({ who: whoSchema, statements: z.int() })),
  through: z.array(z.strictObject({ who: whoSchema, statements: z.int() })).describe('outlets and people it takes words from'),
  unnamedAs: z.array(z.strictObject({ words: z.string(), statements: z.int(), cite: citeSchema })),
})
export type SourceLine = z.infer<typeof sourceSchema>

export const hitSchema = z.strictObject({
  kind: z.enum(['report', 'statement']),
  id: z.string(),
  cite: citeSchema,
  headline: z.exactOptional(z.string()),
  chain: z.array(tellerSchema),
  snippet: z.strictObject({ text: z.string(), marks: z.array(spanSchema).describe('places of the words sought within `text`') }),
})
export type Hit = z.infer<typeof hitSchema>
const facetSchema = z.array(z.strictObject({ value: z.string(), label: z.string(), count: z.int() }))
export const FACETS = ['actor', 'issue', 'act', 'publisher', 'year', 'form', 'kind'] as const
export type FacetName = (typeof FACETS)[number]
/** Hits by rank. Facets count within the first 500 hits; `capped` says that there are more. Of very common words the newest stand first, unranked. */
export const searchSchema = z.strictObject({
  ...pageOf(hitSchema).shape,
  capped: z.boolean(),
  facets: z.record(z.enum(FACETS), facetSchema),
})
export type SearchAnswer = z.infer<typeof searchSchema>

/** A place with the rest of its sentence and with who passed it on, publisher first. */
export const citedSchema = z.strictObject({ ...citeSchema.shape, around: aroundSchema, chain: z.array(tellerSchema) })
export type Cited = z.infer<typeof citedSchema>
export const findingEntrySchema = z.strictObject({ ...findingSchema.shape, supportCites: z.array(citedSchema), againstCites: z.array(citedSchema) })
export type FindingEntry = z.infer<typeof findingEntrySchema>
export const utteranceEntrySchema = z.strictObject({ ...utteranceSchema.shape, cites: z.array(citeSchema), total: z.int() })
export type UtteranceEntry = z.infer<typeof utteranceEntrySchema>
