import * as z from 'zod'
import { idSchema } from './id.ts'
import { spanSchema } from './span.ts'
import { edtfSchema } from './when.ts'

export const passageSchema = z.strictObject({
  kind: z.enum(['headline', 'paragraph', 'list', 'caption', 'table']),
  span: spanSchema,
})
export type Passage = z.infer<typeof passageSchema>

/** One published text about the talks. `text` is frozen at intake (NFC, \n line ends, trimmed) and everything points into it. */
export const reportSchema = z.strictObject({
  id: idSchema('report'),
  key: z.exactOptional(z.string().describe('the id its source gave it')),
  publisher: z.nullable(z.string()),
  publisherAsGiven: z.exactOptional(z.string().describe('the publisher as the input words it, where a row folded it')),
  headline: z.exactOptional(z.string()),
  byline: z.exactOptional(z.string()),
  dateline: z.exactOptional(z.string()),
  url: z.exactOptional(z.string()),
  language: z.string().describe('BCP 47'),
  published: z.exactOptional(edtfSchema),
  publishedKnown: z.exactOptional(z.enum(['stated', 'assumed'])),
  repairs: z.exactOptional(
    z.array(z.strictObject({ what: z.string(), span: z.exactOptional(spanSchema) })).describe('what intake repaired or could not read, for the notes'),
  ),
  text: z.string(),
  passages: z.array(passageSchema),
})
export type Report = z.infer<typeof reportSchema>
export type Repair = NonNullable<Report['repairs']>[number]
