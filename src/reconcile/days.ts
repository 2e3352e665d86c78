import { boundsOf, type Edtf } from '#model'

/** Days since 1970-01-01 of 'YYYY-MM-DD'. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000)
}

/** The week, from Monday on, that a day lies in, numbered from 1970. */
export function weekOf(day: number | undefined): number | undefined {
  return day === undefined ? undefined : Math.floor((day + 3) / 7)
}

/** 'YYYY-MM-DD' of days since 1970-01-01. */
export function dayName(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** The first and last day an EDTF date may mean, as days since 1970; undefined where it is open or no date. */
export function daysOf(edtf: Edtf | undefined): readonly [first: number, last: number] | undefined {
  const bounds = edtf === undefined ? undefined : boundsOf(edtf)
  if (!bounds?.first || !bounds.last) return undefined
  const days = [dayNumber(bounds.first), dayNumber(bounds.last)] as const
  return days.some(Number.isNaN) ? undefined : days
}
