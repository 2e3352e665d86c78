import type { Edtf } from '#model'

/** A day as the number of days since 1970-01-01 (before it: negative), in the proleptic Gregorian calendar. */
export type Day = number

/** The parts of a day: year, month 1–12, day of the month 1–31. */
export interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The day of a calendar date; a month or day past its end runs over into the next. */
export function dayOf(year: number, month: number, day: number): Day {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468
}

/** The calendar date of a day. */
export function civilOf(day: Day): Civil {
  const shifted = day + 719468
  const era = Math.floor(shifted / 146097)
  const ofEra = shifted - era * 146097
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365)
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const index = Math.floor((5 * ofYear + 2) / 153)
  const month = index < 10 ? index + 3 : index - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: ofYear - Math.floor((153 * index + 2) / 5) + 1 }
}

/** The number of days of a month. */
export function daysIn(year: number, month: number): number {
  return month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Whether the calendar has this date: no 31 February. */
export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** The weekday of a day: 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The Monday of the ISO week that holds the day. */
export function mondayOf(day: Day): Day {
  return day - weekdayOf(day) + 1
}

/** The same day of the month so many months on; the last of the month where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: ofMonth } = civilOf(day)
  const count = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  return dayOf(y, m, Math.min(ofMonth, daysIn(y, m)))
}

/** The year that two digits name: within 80 years before and 20 after the day, or after 2000 where none is known. */
export function shortYear(digits: string, day: Day | undefined): number {
  const now = day === undefined ? 2000 : civilOf(day).year
  const near = 100 * Math.floor(now / 100) + Number(digits)
  return near > now + 20 ? near - 100 : near <= now - 80 ? near + 100 : near
}

function pad(number: number, width: number): string {
  return `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(width, '0')}`
}

/** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export function formatDate(year: number, month?: number, day?: number): Edtf {
  return [pad(year, 4), ...(month === undefined ? [] : [pad(month, 2)]), ...(day === undefined ? [] : [pad(day, 2)])].join('-') as Edtf
}

/** 'YYYY-MM-DD'. */
export function formatDay(day: Day): Edtf {
  const civil = civilOf(day)
  return formatDate(civil.year, civil.month, civil.day)
}

/** 'YYYY-MM' of a day. */
export function formatMonth(day: Day): Edtf {
  const civil = civilOf(day)
  return formatDate(civil.year, civil.month)
}

/** The ISO week of a day as TIMEX3 writes it: '2025-W19'. */
export function formatWeek(day: Day): string {
  const monday = mondayOf(day)
  const { year } = civilOf(monday + 3)
  return `${pad(year, 4)}-W${pad(1 + Math.floor((monday + 3 - dayOf(year, 1, 1)) / 7), 2)}`
}

/** The one-of set from one day to another: '[2025-05-03..2025-05-09]'; undefined leaves a side open; one day alone is itself. */
export function oneOf(first: Day | undefined, last: Day | undefined): Edtf {
  if (first !== undefined && first === last) return formatDay(first)
  return `[${first === undefined ? '' : formatDay(first)}..${last === undefined ? '' : formatDay(last)}]` as Edtf
}

/** The day of an EDTF date or of the date part of a date with a time; undefined where it is not known to the day. */
export function parseDay(edtf: string | undefined): Day | undefined {
  const match = /^(-?\d{4})-(\d{2})-(\d{2})(?:[T?~%].*)?$/.exec(edtf ?? '')
  if (!match) return undefined
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number]
  return isDate(year, month, day) ? dayOf(year, month, day) : undefined
}
