import * as z from 'zod'
import { idSchema } from './id.ts'
import { spanSchema } from './span.ts'
import { edtfSchema } from './when.ts'

/** A place in a report: the report's id, the id its source gave it (`key`), and the span in its frozen text. */
export const anchorPlaceSchema = z.strictObject({ report: idSchema('report'), key: z.exactOptional(z.string()), span: spanSchema })
export type Anchor = z.infer<typeof anchorPlaceSchema>

/** One act of saying that several reports carry; members are the contents as each words it. */
export const utteranceSchema = z.strictObject({
  id: idSchema('utterance'),
  speaker: z.string(),
  day: z.exactOptional(edtfSchema),
  members: z.array(anchorPlaceSchema),
})
export type Utterance = z.infer<typeof utteranceSchema>

/** Reports that carry one text: copies, near copies, versions of one page, a wire text in several outlets, a lifted passage. */
export const familySchema = z.strictObject({
  id: idSchema('family'),
  reports: z.array(idSchema('report')).describe('who carried it first, as far as the case shows, then the others'),
  first: idSchema('report'),
  agency: z.exactOptional(z.string().describe('the agency that at least two of them credit')),
  links: z.array(
    z.strictObject({
      a: idSchema('report'),
      b: idSchema('report'),
      kind: z.enum(['exact', 'near', 'version', 'wire', 'lifted']),
      share: z.number().describe('shared marks over those of the shorter report'),
      inA: z.array(spanSchema).describe('the shared passages in a'),
      inB: z.array(spanSchema),
    }),
  ),
})
export type Family = z.infer<typeof familySchema>

export const FINDING_KINDS = ['copy', 'rendering', 'corroboration', 'contradiction', 'denial', 'update', 'shift', 'silence', 'circular', 'one-side'] as const

/** What comparing reports shows. Roots are independent first utterers with their channel and party, never outlets. */
export const findingSchema = z.strictObject({
  id: idSchema('finding'),
  kind: z.enum(FINDING_KINDS),
  type: z.exactOptional(z.enum(['position', 'figure', 'date', 'existence', 'attribution', 'roster'])),
  about: z.array(z.string()).describe('ids of the records, utterances or reports compared'),
  support: z.array(anchorPlaceSchema),
  against: z.array(anchorPlaceSchema),
  roots: z.exactOptional(z.int()),
  why: z.string(),
  rule: z.string(),
})
export type Finding = z.infer<typeof findingSchema>
