import * as z from 'zod'
import { actorIdSchema, sourced } from './cited.ts'
import { edtfSchema, whenSchema } from './when.ts'
import { FIGURE_CLASSES } from './words.ts'

/** A number with definition, bound, population, period, as-of date and provider. Never summed, averaged or overwritten; `lumps` names what it throws together. */
export const figureSchema = z.strictObject({
  ...sourced('figure'),
  class: z.enum(FIGURE_CLASSES),
  low: z.nullable(z.number()),
  high: z.nullable(z.number()),
  bound: z.enum(['exact', 'at-least', 'over', 'at-most', 'under', 'about']),
  unit: z.string(),
  of: z.exactOptional(z.string()),
  population: z.exactOptional(z.string()),
  period: z.exactOptional(whenSchema),
  asOf: z.exactOptional(edtfSchema),
  provider: z.exactOptional(actorIdSchema),
  lumps: z.exactOptional(z.array(z.string())),
})
export type Figure = z.infer<typeof figureSchema>

/** A condition of people's lives reported to get better or worse. */
export const indicatorSchema = z.strictObject({
  ...sourced('indicator'),
  what: z.string(),
  place: z.exactOptional(z.string().describe('an actor id of kind place, or the words')),
  state: z.string(),
  trend: z.enum(['worse', 'better', 'steady', 'unclear']),
  when: z.exactOptional(whenSchema),
  provider: z.exactOptional(actorIdSchema),
})
export type Indicator = z.infer<typeof indicatorSchema>

/** What the figures stage adds. */
export interface Figures {
  readonly figures: readonly Figure[]
  readonly indicators: readonly Indicator[]
}
