import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Fault, type FaultCode, type FaultView } from '#model'

const STATUS: Partial<Record<FaultCode | 'too-large-body', ContentfulStatusCode>> = {
  'no-such-report': 404,
  usage: 400,
  'too-large': 413,
  empty: 422,
  binary: 422,
  format: 422,
  'no-text': 422,
  'bad-line': 422,
  exists: 409,
  locked: 503,
  'no-such-file': 503,
  'cannot-read': 503,
  'disk-full': 507,
}

/** An answer in the one shape of errors: code, message, place, mend. */
export function refuse(context: Context, status: ContentfulStatusCode, fault: FaultView): Response {
  return context.json(fault, status)
}

/** What the case could not do, in the one shape of errors; what nobody foresaw says no more than its message. */
export function faultOf(error: unknown): { status: ContentfulStatusCode; fault: FaultView } {
  if (error instanceof Fault) return { status: STATUS[error.code] ?? 500, fault: error.toJSON() }
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return {
      status: 503,
      fault: { code: 'locked', message: 'The case is in use by another program', mend: 'Wait until it is done, or close it, and try again' },
    }
  }
  if (code.startsWith('SQLITE_')) {
    return {
      status: 503,
      fault: {
        code: 'damaged',
        message: `The case cannot be read (${code})`,
        mend: 'See that its file is still there, then open it again with parley serve --case FILE',
      },
    }
  }
  return {
    status: 500,
    fault: {
      code: 'failed',
      message: error instanceof Error ? error.message : 'Something went wrong',
      mend: 'Try again; if it stays so, parley verify tells whether the case is whole',
    },
  }
}

/** Nothing has this address. */
export function missing(place: string): FaultView {
  return { code: 'not-found', message: 'Nothing has this address', place, mend: 'The addresses are listed in /api/openapi.json' }
}
