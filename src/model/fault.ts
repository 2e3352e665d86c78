import * as z from 'zod'

export const FAULT_CODES = [
  'no-such-file',
  'cannot-read',
  'cannot-write',
  'disk-full',
  'not-a-case',
  'newer-version',
  'exists',
  'locked',
  'damaged',
  'too-large',
  'empty',
  'binary',
  'format',
  'no-text',
  'bad-line',
  'no-such-report',
  'no-such-actor',
  'no-such-issue',
  'usage',
  'failed',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]

/** What went wrong, where, and what mends it: the one shape of errors on every face. */
export const faultSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  place: z.exactOptional(z.string()),
  mend: z.exactOptional(z.string()),
})
export type FaultView = z.infer<typeof faultSchema>

/** An error that a person can act on. `message` says what was wrong, `place` where, `mend` what helps. */
export class Fault extends Error {
  readonly code: FaultCode
  readonly place: string | undefined
  readonly mend: string | undefined

  constructor(code: FaultCode, message: string, where: { place?: string; mend?: string; cause?: unknown } = {}) {
    super(message, where.cause === undefined ? undefined : { cause: where.cause })
    this.name = 'Fault'
    this.code = code
    this.place = where.place
    this.mend = where.mend
  }

  /** The fault as data. */
  toJSON(): FaultView {
    const { code, message, place, mend } = this
    return { code, message, ...(place !== undefined && { place }), ...(mend !== undefined && { mend }) }
  }
}
