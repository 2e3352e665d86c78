import * as z from 'zod'

/** A date in EDTF (ISO 8601-2 level 2): '2025-03', '2025-05-11', '[2025-05-03..2025-05-09]', '2025-03~'. */
export type Edtf = string & { readonly edtf: true }

export const edtfSchema = z.string().min(1).describe('EDTF, ISO 8601-2 level 2') as unknown as z.ZodType<Edtf>

/** At least one of start and end. Only `start`: a moment known to that precision. `end: '..'`: still open. */
export const whenSchema = z
  .strictObject({
    start: z.exactOptional(edtfSchema),
    end: z.exactOptional(z.union([edtfSchema, z.literal('..')])),
    repeated: z.exactOptional(z.literal(true)),
  })
  .describe('EDTF start and end; end ".." is still open')
export type When = z.infer<typeof whenSchema>
