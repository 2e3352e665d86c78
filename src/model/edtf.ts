import type { Edtf, When } from './when.ts'

/** The first and last day that a date may stand for, as 'YYYY-MM-DD'; null = no limit on that side. */
export interface Bounds {
  readonly first: string | null
  readonly last: string | null
}

const DATE = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[?~%]?$/

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** The bounds of one EDTF date or one-of set; undefined where it is not EDTF that Parley writes. */
export function boundsOf(edtf: Edtf | '..'): Bounds | undefined {
  if (edtf === '..') return { first: null, last: null }
  const set = /^\[([^,]*?)(\.\.)?([^,.]*)\]$/.exec(edtf)
  if (set) {
    const first = set[1] ? boundsOf(set[1] as Edtf) : { first: null, last: null }
    const last = set[3] ? boundsOf(set[3] as Edtf) : { first: null, last: null }
    return first && last ? { first: first.first, last: last.last } : undefined
  }
  const date = DATE.exec(edtf)
  if (!date) return undefined
  const [, year = '', month, day] = date
  if (day) return { first: `${year}-${month ?? ''}-${day}`, last: `${year}-${month ?? ''}-${day}` }
  if (month) return { first: `${year}-${month}-01`, last: `${year}-${month}-${two(lastDay(Number(year), Number(month)))}` }
  return { first: `${year}-01-01`, last: `${year}-12-31` }
}

/** The first and last day that a `when` may touch. */
export function boundsOfWhen(when: When): Bounds {
  const start = when.start ? boundsOf(when.start) : undefined
  const end = when.end ? boundsOf(when.end) : undefined
  return { first: start?.first ?? null, last: end ? end.last : (start?.last ?? null) }
}
