import { readRows } from '#text'
import { civilOf, dayOf, daysIn, weekdayOf, type Day } from './calendar.ts'

/** A feast or holiday: its names as written, how many days it lasts, and its first day in a Gregorian year (undefined in a year that has none, or that a calendar does not reach). */
export interface Feast {
  readonly id: string
  readonly names: readonly string[]
  readonly days: number
  readonly in: (year: number) => Day | undefined
}

/** Easter Sunday of the Gregorian computus. Meeus, Astronomical Algorithms, chapter 8. */
export function easter(year: number): Day {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const f = Math.floor((b + 8) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - f + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1)
}

/** Easter Sunday of the Julian computus, as a Gregorian day. */
export function orthodoxEaster(year: number): Day {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const n = d + e + 114
  const shift = Math.floor(year / 100) - Math.floor(year / 400) - 2
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1) + shift
}

function nthWeekday(year: number, month: number, nth: number, weekday: number): Day {
  if (nth < 0) {
    const last = dayOf(year, month, daysIn(year, month))
    return last - ((weekdayOf(last) - weekday + 7) % 7)
  }
  const first = dayOf(year, month, 1)
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1)
}

/** Days of a year by 'MONTH-DAY' of another calendar; filled once a year and calendar, since asking Intl is slow. */
const years = new Map<string, ReadonlyMap<string, Day>>()

function otherYear(calendar: string, year: number): ReadonlyMap<string, Day> {
  const key = `${calendar} ${String(year)}`
  const ready = years.get(key)
  if (ready) return ready
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { month: calendar === 'hebrew' ? 'long' : 'numeric', day: 'numeric', timeZone: 'UTC' })
  const days = new Map<string, Day>()
  for (let day = dayOf(year, 1, 1); civilOf(day).year === year; day++) {
    const parts = format.formatToParts(day * 86_400_000)
    const named = (type: string): string => parts.find(part => part.type === type)?.value ?? ''
    // A leap year's second Adar is the one that feasts fall in.
    const name = `${named('month').replace(/^Adar II$/, 'Adar')}-${named('day')}`
    if (!days.has(name) || named('month') === 'Adar II') days.set(name, day)
  }
  if (years.size > 200) years.clear()
  years.set(key, days)
  return days
}

function reckon(rule: string): Feast['in'] {
  const fixed = /^(\d\d)-(\d\d)$/.exec(rule)
  if (fixed) return year => dayOf(year, Number(fixed[1]), Number(fixed[2]))
  const nth = /^(\d\d):(-?\d):(\d)(?:\+(\d))?$/.exec(rule)
  if (nth) return year => nthWeekday(year, Number(nth[1]), Number(nth[2]), Number(nth[3])) + Number(nth[4] ?? 0)
  const moved = /^(easter|orthodox)([+-]\d+)$/.exec(rule)
  if (moved) return year => (moved[1] === 'easter' ? easter(year) : orthodoxEaster(year)) + Number(moved[2])
  const [calendar = '', day = ''] = rule.split(' ')
  // Outside these years the calendars' tables end, and a guess would look like knowledge.
  return year => (year < 1900 || year > 2100 ? undefined : otherYear(calendar, year).get(day))
}

/** Every feast of the rows. */
export const FEASTS: readonly Feast[] = readRows('holidays', ['id', 'names', 'rule', 'days']).map(({ id, names, rule, days }) => ({
  id,
  names: names.split('|'),
  days: Number(days),
  in: reckon(rule),
}))
