import * as z from 'zod'
import { actorSchema, mentionSchema } from './actor.ts'
import { eventSchema } from './event.ts'
import { figureSchema, indicatorSchema } from './figure.ts'
import { noteSchema } from './note.ts'
import { reportSchema } from './report.ts'
import { spanSchema } from './span.ts'
import { statementSchema } from './statement.ts'
import { allegationSchema, ceasefireSchema, positionSchema, proposalSchema, trackSchema } from './talks.ts'
import { timeSchema } from './time.ts'

/** The engine's name and version, stamped on every analysis: a new one when any rule changes what is found. */
export const ENGINE = 'parley 0.1.0'

/** One analysis: all that one report is read to say. The contract between `parley extract` and everything that reads it. */
export const analysisSchema = z.strictObject({
  parley: z.literal(1),
  engine: z.string(),
  report: reportSchema,
  sentences: z.array(spanSchema),
  statements: z.array(statementSchema),
  times: z.array(timeSchema),
  actors: z.array(actorSchema),
  mentions: z.array(mentionSchema),
  events: z.array(eventSchema),
  tracks: z.array(trackSchema),
  proposals: z.array(proposalSchema),
  positions: z.array(positionSchema),
  ceasefires: z.array(ceasefireSchema),
  allegations: z.array(allegationSchema),
  figures: z.array(figureSchema),
  indicators: z.array(indicatorSchema),
  notes: z.array(noteSchema),
})
export type Analysis = z.infer<typeof analysisSchema>

/** The lists of an analysis whose items are records with an id and a span, in the order of NOUNS. */
export const RECORD_LISTS = ['statements', 'times', 'events', 'tracks', 'proposals', 'positions', 'ceasefires', 'allegations', 'figures', 'indicators'] as const
export type RecordList = (typeof RECORD_LISTS)[number]
