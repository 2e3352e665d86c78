import type { Pattern } from '../pattern.ts'
import { ago } from './ago.ts'
import { dayMonth, monthDay } from './date.ts'
import { duration } from './duration.ts'
import { month } from './month.ts'
import { reference } from './reference.ts'
import { span } from './span.ts'
import { today } from './today.ts'
import { unit } from './unit.ts'
import { weekday } from './weekday.ts'
import { year } from './year.ts'

/** The patterns of English. Of two that begin at one place the longer wins, then the earlier. */
export const ENGLISH: readonly Pattern[] = [monthDay, dayMonth, weekday, month, year, today, unit, span, ago, duration, reference]
