import type { Pattern } from '../pattern.ts'
import { ago } from './ago.ts'
import { clock } from './clock.ts'
import { dayMonth, monthDay } from './date.ts'
import { duration } from './duration.ts'
import { century, decade } from './decade.ts'
import { month } from './month.ts'
import { narrative, then } from './narrative.ts'
import { quarter, sameQuarter } from './quarter.ts'
import { days, months, years } from './range.ts'
import { reference } from './reference.ts'
import { season } from './season.ts'
import { every, often, plural, times } from './set.ts'
import { span } from './span.ts'
import { today } from './today.ts'
import { unit } from './unit.ts'
import { weekday } from './weekday.ts'
import { lapse } from './while.ts'
import { year } from './year.ts'

/** The patterns of English. Of two that begin at one place the longer wins, then the earlier. */
export const ENGLISH: readonly Pattern[] = [
  days, months, years, monthDay, dayMonth, clock, weekday, month, year, today, unit, span, ago, narrative, then, quarter, sameQuarter, season, decade, century,
  often, every, times, plural, duration, lapse, reference,
]
