import * as z from 'zod'
import { spanSchema } from './span.ts'
import { NOTE_CODES } from './words.ts'

/** A doubt, as data: something a careful analyst would flag in this one report. `text` is neutral and names both places. */
export const noteSchema = z.strictObject({
  code: z.enum(NOTE_CODES),
  spans: z.array(spanSchema),
  text: z.string(),
  rule: z.string().min(1),
})
export type Note = z.infer<typeof noteSchema>
