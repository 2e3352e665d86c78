import type { Pattern } from '../pattern.ts'
import { ago } from './ago.ts'
import { anniversary } from './anniversary.ts'
import { calendarUnit, toDate, unitEnd } from './calendar-unit.ts'
import { clock } from './clock.ts'
import { firstOf, fromToday, nthOf, weekdayOfWeek } from './compound.ts'
import { dayAlone, dayMonth, monthDay, weekdayNth } from './date.ts'
import { duration } from './duration.ts'
import { century, decade } from './decade.ts'
import { fiscal } from './fiscal.ts'
import { month } from './month.ts'
import { narrative, then } from './narrative.ts'
import { nthWeekday } from './nth-weekday.ts'
import { iso, numeric } from './numeric.ts'
import { ordinal } from './ordinal.ts'
import { part } from './part.ts'
import { partOfDay } from './part-of-day.ts'
import { lettered, quarter, sameQuarter } from './quarter.ts'
import { days, months, years } from './range.ts'
import { reference } from './reference.ts'
import { season } from './season.ts'
import { every, often, plural, rate, times } from './set.ts'
import { span } from './span.ts'
import { spelled } from './spelled.ts'
import { sum } from './sum.ts'
import { today } from './today.ts'
import { unit } from './unit.ts'
import { numbered } from './week.ts'
import { weekday, weekdaysAgo } from './weekday.ts'
import { holiday } from './holiday.ts'
import { lapse } from './while.ts'
import { bc, year } from './year.ts'

/** The patterns of English. Of two that begin at one place the longer wins, then the earlier. */
export const ENGLISH: readonly Pattern[] = [
  iso,
  numeric,
  holiday,
  days,
  months,
  years,
  monthDay,
  dayMonth,
  dayAlone,
  weekdayNth,
  weekdayOfWeek,
  fromToday,
  nthOf,
  nthWeekday,
  firstOf,
  spelled,
  clock,
  weekdaysAgo,
  weekday,
  month,
  bc,
  year,
  today,
  unit,
  span,
  ago,
  narrative,
  then,
  part,
  partOfDay,
  ordinal,
  anniversary,
  numbered,
  calendarUnit,
  unitEnd,
  toDate,
  fiscal,
  quarter,
  sameQuarter,
  lettered,
  season,
  decade,
  century,
  often,
  every,
  times,
  plural,
  rate,
  sum,
  duration,
  lapse,
  reference,
]
