import * as z from 'zod'
import { cited } from './cited.ts'
import { idSchema } from './id.ts'
import { whenSchema } from './when.ts'

export const anchorSchema = z.union([
  z.literal('none'),
  z.literal('document'),
  z.literal('utterance'),
  idSchema('time'),
  idSchema('event'),
  idSchema('ceasefire'),
])

/** A time expression after TimeML TIMEX3, with the interval it stands for. `known`: the words alone fix it, an anchor does, or a named policy does. */
export const timeSchema = z.strictObject({
  ...cited('time'),
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  value: z.string().describe('TIMEX3 value, resolved'),
  mod: z.exactOptional(z.string()),
  anchor: anchorSchema,
  known: z.enum(['stated', 'implied', 'vague']),
  when: z.exactOptional(whenSchema),
  policy: z.exactOptional(z.string()),
})
export type TimeExpression = z.infer<typeof timeSchema>
