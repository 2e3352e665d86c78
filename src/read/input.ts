import type { Report } from '#model'

/** What went wrong with one input: a code, what it was, where, and the mend. */
export interface Fault {
  readonly code: 'not-found' | 'unreadable' | 'empty' | 'too-long' | 'binary' | 'not-utf8' | 'format' | 'bad-line' | 'no-text' | 'bad-meta'
  readonly message: string
  /** File, and line where there are lines. */
  readonly place: string
  readonly mend: string
}

/** The bytes as they came, kept beside the log by their hash. For JSONL they are the line. */
export interface Original {
  readonly bytes: Uint8Array
  readonly name: string
  readonly mediaType: string
}

/** One thing read: a report with its original, or what was wrong; the run goes on with the rest. */
export type Input =
  { readonly source: string; readonly report: Report; readonly original: Original } | { readonly source: string; readonly id?: string; readonly error: Fault }

/** The most bytes that one text may have. */
export const MAX_BYTES = 5_000_000

/** Thrown inside this room only; `readInputs` gives it out as an input with an error. */
export class ReadError extends Error {
  readonly fault: Fault

  constructor(code: Fault['code'], message: string, place: string, mend: string) {
    super(message)
    this.fault = { code, message, place, mend }
  }
}

/** The fault of anything thrown while this place was read. */
export function faultOf(error: unknown, place: string): Fault {
  if (error instanceof ReadError) return error.fault
  const code = (error as { code?: unknown }).code
  if (code === 'ENOENT') return { code: 'not-found', message: 'There is no such file.', place, mend: 'Check the name and the folder.' }
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'unreadable', message: `It could not be read: ${message}`, place, mend: 'Check that it is a file and that you may read it.' }
}

/** Refuses a text that is longer than one report may be. */
export function checkLength(length: number, place: string): void {
  if (length <= MAX_BYTES) return
  const size = `${(length / 1_000_000).toFixed(1)} MB`
  throw new ReadError(
    'too-long',
    `The text has ${size}; the limit for one report is ${String(MAX_BYTES / 1_000_000)} MB.`,
    place,
    'Cut it into single reports, or give an archive as JSONL, one report a line.',
  )
}
