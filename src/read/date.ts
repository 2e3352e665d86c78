import type { Edtf } from '#model'

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const ISO = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ]\d{2}:\d{2}.*)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/
const SLASHED = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/
const DAY_FIRST = /^(?:\p{L}+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+(\p{L}{3,9})\.?,?[\s-]+(\d{4})(?:\D.*)?$/u
const MONTH_FIRST = /^(?:\p{L}+,?\s+)?(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:\D.*)?$/u
const YEAR = /^\d{4}$/

/** A publication date as its source words it → an EDTF day (or month, or year); undefined where it is no date or day and month could be swapped. */
export function readDate(words: string): Edtf | undefined {
  const date = words.trim()
  if (YEAR.test(date)) return date as Edtf
  const numbers = ISO.exec(date) ?? COMPACT.exec(date) ?? SLASHED.exec(date)
  if (numbers) return checked(numbers[1], Number(numbers[2]), numbers[3])
  const dayFirst = DAY_FIRST.exec(date)
  if (dayFirst) return checked(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1])
  const monthFirst = MONTH_FIRST.exec(date)
  return monthFirst ? checked(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]) : undefined
}

function monthOf(name = ''): number {
  const short = name.toLowerCase()
  return short.length < 3 ? 0 : MONTHS.findIndex(month => month.startsWith(short) || (short === 'sept' && month === 'september')) + 1
}

function checked(year = '', month: number, day?: string): Edtf | undefined {
  if (month < 1 || month > 12) return undefined
  const head = `${year}-${String(month).padStart(2, '0')}`
  if (day === undefined) return head as Edtf
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  return Number(day) >= 1 && Number(day) <= last ? (`${head}-${day.padStart(2, '0')}` as Edtf) : undefined
}
