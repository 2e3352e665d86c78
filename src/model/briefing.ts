import * as z from 'zod'
import {
  allegationEntrySchema,
  ceasefireEntrySchema,
  doubtSchema,
  figureEntrySchema,
  findingEntrySchema,
  indicatorEntrySchema,
  matrixSchema,
  overviewSchema,
  proposalEntrySchema,
  reportLineSchema,
  timelineEntrySchema,
  trackEntrySchema,
} from './answers.ts'

/** The briefing, as data: eight parts, each bounded; `more` counts what was left out. */
export const briefSchema = z.strictObject({
  title: z.string(),
  since: z.nullable(z.string()),
  about: z.nullable(z.string()),
  overview: overviewSchema,
  tracks: z.array(trackEntrySchema),
  proposals: z.array(proposalEntrySchema),
  matrix: matrixSchema,
  ceasefires: z.array(ceasefireEntrySchema),
  allegations: z.array(allegationEntrySchema),
  figures: z.array(figureEntrySchema),
  indicators: z.array(indicatorEntrySchema),
  doubts: z.array(doubtSchema),
  events: z.array(timelineEntrySchema),
  findings: z.array(findingEntrySchema),
  reports: z.array(reportLineSchema),
  more: z.record(z.string(), z.int()),
})
export type Brief = z.infer<typeof briefSchema>
