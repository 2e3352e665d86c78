import type { Edtf, When } from '#model'
import { addMonths, civilOf, dayOf, daysIn, formatDate, formatDay, formatMonth, formatWeek, mondayOf, oneOf, weekdayOf, type Day } from './calendar.ts'
import type { Scene, Sense } from './pattern.ts'
import type { Unit } from './en/words.ts'

/** A stretch of the calendar: its TIMEX3 value and when it is. */
export interface Stretch {
  readonly value: string
  readonly when: When
}

const wrap = (index: number, size: number): number => ((index % size) + size) % size

function weekend(monday: Day): Stretch {
  return { value: `${formatWeek(monday)}-WE`, when: { start: oneOf(monday + 5, monday + 6) } }
}

function quarter(count: number): Stretch {
  const [year, part] = [Math.floor(count / 4), wrap(count, 4)]
  return {
    value: `${formatDate(year)}-Q${String(part + 1)}`,
    when: { start: `[${formatDate(year, part * 3 + 1)}..${formatDate(year, part * 3 + 3)}]` as Edtf },
  }
}

/** A year alone. */
export function yearAt(year: number): Stretch {
  return { value: formatDate(year), when: { start: formatDate(year) } }
}

/** A month alone; months past the year's end run over. */
export function monthAt(year: number, month: number): Stretch {
  const value = formatDate(year + Math.floor((month - 1) / 12), wrap(month - 1, 12) + 1)
  return { value, when: { start: value } }
}

/** A day alone. */
export function dayAt(day: Day): Stretch {
  return { value: formatDay(day), when: { start: formatDay(day) } }
}

/** The decade that begins with the year: TIMEX3 writes its first three digits. */
export function decadeAt(year: number): Stretch {
  return { value: formatDate(year).slice(0, -1), when: { start: `${formatDate(year).slice(0, -1)}X` as Edtf } }
}

/** The Nth century of our era. */
export function centuryAt(nth: number): Stretch {
  return { value: String(nth - 1).padStart(2, '0'), when: { start: formatDate(nth * 100 - 99), end: formatDate(nth * 100) } }
}

/** The quarter 1–4 or half 1–2 of a year. */
export function quarterAt(year: number, nth: number, half = false): Stretch {
  if (!half) return quarter(year * 4 + nth - 1)
  return { value: `${formatDate(year)}-H${String(nth)}`, when: { start: `[${formatDate(year, nth * 6 - 5)}..${formatDate(year, nth * 6)}]` as Edtf } }
}

/** The calendar unit so many units from the one that holds the day: 0 this week, -1 last month; undefined for hours and less. */
export function unitAt(day: Day, unit: Unit, shift: number): Stretch | undefined {
  const { year, month } = civilOf(day)
  switch (unit) {
    case 'day':
      return dayAt(day + shift)
    case 'week':
    case 'fortnight': {
      const monday = mondayOf(day) + 7 * shift
      return { value: formatWeek(monday), when: { start: oneOf(monday, monday + 6) } }
    }
    case 'weekend':
      return weekend(mondayOf(day) + 7 * shift)
    case 'month':
      return monthAt(year, month + shift)
    case 'quarter':
      return quarter(year * 4 + Math.floor((month - 1) / 3) + shift)
    case 'year':
      return yearAt(year + shift)
    case 'decade':
      return decadeAt((Math.floor(year / 10) + shift) * 10)
    case 'century':
      return centuryAt(Math.ceil(year / 100) + shift)
    default:
      return undefined
  }
}

/** The day so many units on (or back, where negative): weeks as seven days, months by the calendar; hours and less stay on the day. */
export function stepDay(day: Day, count: number, unit: Unit): Day {
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }
  if (unit in months) return addMonths(day, Math.round(count * months[unit as keyof typeof months]))
  if (unit === 'second' || unit === 'minute') return day
  if (unit === 'hour') return day + Math.trunc(count / 24)
  return day + Math.round(count * (unit === 'day' ? 1 : unit === 'fortnight' ? 14 : 7))
}

/** Whether a step of this unit is good to the day; longer ones are good to the month. */
export function isFine(unit: Unit): boolean {
  return unit === 'day' || unit === 'week' || unit === 'fortnight' || unit === 'weekend' || unit === 'hour' || unit === 'minute' || unit === 'second'
}

/** The edge of a length as EDTF: the day, or the month about where the unit is a month or more. */
export function edge(day: Day, unit: Unit): Edtf {
  return isFine(unit) ? formatDay(day) : (`${formatMonth(day)}~` as Edtf)
}

/** The whole month's bounds, first to last day. */
export function monthDays(year: number, month: number): [Day, Day] {
  return [dayOf(year, month, 1), dayOf(year, month, daysIn(year, month))]
}

/** The weekday nearest before (or, ahead, after) the day; `same`: the day itself may be it. */
export function weekdayFrom(day: Day, weekday: number, ahead: boolean, same = true): Day {
  const gap = ahead ? wrap(weekday - weekdayOf(day), 7) : -wrap(weekdayOf(day) - weekday, 7)
  return day + (gap === 0 && !same ? (ahead ? 7 : -7) : gap)
}

/** An expression that counts from the publication or utterance, whose day nobody tells: it keeps its words and has no `when`. */
export function undated(type: Sense['type'], value: string, scene: Scene): Sense {
  return { type, value, known: 'vague', anchor: scene.basis.anchor, policy: 'undated', ...(scene.mod && { mod: scene.mod }) }
}

/** A date on the calendar with the scene's mod. */
export function dated(stretch: Stretch, rest: Omit<Sense, 'type' | 'value' | 'when'>, scene: Scene, type: Sense['type'] = 'DATE'): Sense {
  return { type, value: stretch.value, when: stretch.when, ...(scene.mod && { mod: scene.mod }), ...rest }
}
