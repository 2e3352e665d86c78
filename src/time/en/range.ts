import type { Edtf, Example } from '#model'
import { dayOf, formatDate, formatDay, isDate } from '../calendar.ts'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { yearFor } from './date.ts'
import { DAY, dayOfMonth, isName, lengthOf, MONTH, MONTH_STARTS, monthOf, ORDINAL_STARTS, shape, YEAR } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The war of 1950-53 ended in a truce.', list: 'times', finds: ['«1950-53» DURATION P3Y (1950 ; 1953) stated'] },
  {
    text: 'A round was held between 10 and 15 January 2025.',
    list: 'times',
    finds: ['«10 and 15 January 2025» DURATION P5D (2025-01-10 ; 2025-01-15) stated'],
  },
  { text: 'They met on April 3-5.', list: 'times', finds: ['«April 3-5» DURATION P2D (2025-04-03 ; 2025-04-05) implied'] },
  { text: 'It ran December-February 2025.', list: 'times', finds: ['«December-February 2025» DURATION P3M (2024-12 ; 2025-02) stated'] },
  { text: 'They met on 9 and 10 May.', list: 'times', finds: ['«9 and 10 May» DURATION P1D (2025-05-09 ; 2025-05-10) implied'] },
  { text: 'The vote was 1950-1853, the score 10-15, and Article 3-5 stands.', list: 'times', finds: [] },
]

function readYears({ first = '', last = '' }: Words): Sense | undefined {
  const to = `${first.slice(0, 2)}${last}`
  const length = Number(to) - Number(first)
  if (length <= 0) return undefined
  return { type: 'DURATION', value: lengthOf(length, 'year'), known: 'stated', anchor: 'none', when: { start: first as Edtf, end: to as Edtf } }
}

/** From one year to another, written in one: "1950-53". Two years written out ("1914–1918") are two dates. */
export const years: Pattern = {
  rule: 'time/en/range',
  on: ['#'],
  shape: shape(`(?<first>${YEAR})(?:[-–/])(?<last>\\d{2})`),
  accepts: ({ first = '', last = '' }, _whole, before, after) =>
    !/[\d$£€.,:/-]$/.test(before) && !/^[-–/.,:]\d/.test(after) && last > first.slice(2) && Number(first) >= 1500,
  read: readYears,
}

function readDays(words: Words, scene: Scene): Sense | undefined {
  const month = monthOf(words['month'])
  const [first, last] = [dayOfMonth(words['first']), dayOfMonth(words['last'])]
  const found = words['year'] ? { year: Number(words['year']), policy: undefined } : yearFor(month, first, scene)
  if (!found) return { type: 'DURATION', value: lengthOf(last - first, 'day'), known: 'vague', anchor: 'none', policy: 'undated' }
  const { year, policy, ...rest } = found
  if (last <= first || !isDate(year, month, last)) return undefined
  const when = { start: formatDay(dayOf(year, month, first)), end: formatDay(dayOf(year, month, last)) }
  return {
    type: 'DURATION',
    value: lengthOf(last - first, 'day'),
    when,
    ...(words['year'] ? { known: 'stated', anchor: 'none' } : { known: 'implied', ...(policy && { policy }), ...rest }),
  }
}

const JOIN = '(?:[-–]| ?[-–] ?| and | to | through | until | till )'

/** Days of one month: "April 3-5", "10 and 15 January 2025". */
export const days: Pattern = {
  rule: 'time/en/range',
  on: [...ORDINAL_STARTS, ...MONTH_STARTS],
  shape: shape(
    `(?:(?<month>${MONTH}) (?<first>${DAY})${JOIN}(?:the )?(?<last>${DAY})|(?<first2>${DAY})${JOIN}(?:the )?(?<last2>${DAY})(?: of)? (?<month2>${MONTH}))(?:,? (?<year>${YEAR}))?`,
  ),
  mods: 'date',
  accepts: ({ month, month2, first, first2, last, last2 }, whole, before) =>
    isName(month ?? month2) &&
    // "9 and 10 May" are two days that touch; "9 and 20 May" are two dates.
    (!/ and /.test(whole) || /\bbetween (?:the )?$/i.test(before) || dayOfMonth(last ?? last2) - dayOfMonth(first ?? first2) === 1) &&
    !/[\d$£€.,-]$/.test(before),
  read: ({ month, month2, first, first2, last, last2, year }, scene) =>
    readDays({ month: month ?? month2, first: first ?? first2, last: last ?? last2, year }, scene),
}

/** Months of one year: "January-March 2019", "April to June". */
export const months: Pattern = {
  rule: 'time/en/range',
  on: MONTH_STARTS,
  shape: shape(`(?<first>${MONTH})(?:[-–]| ?[-–] ?)(?<last>${MONTH})(?:,? (?<year>${YEAR}))?`),
  accepts: ({ first = '', last = '' }) => isName(first) && isName(last),
  read({ first, last, year }, scene) {
    const [from, to] = [monthOf(first), monthOf(last)]
    const found = year ? { year: Number(year) } : yearFor(from, undefined, scene)
    if (!found || to === 0) return undefined
    const { year: named, ...rest } = found
    // "November-February 2017": the year is that of the month beside it.
    const start = year && to < from ? named - 1 : named
    const end = to < from ? start + 1 : start
    return {
      type: 'DURATION',
      value: lengthOf(12 * (end - start) + to - from + 1, 'month'),
      when: { start: formatDate(start, from), end: formatDate(end, to) },
      ...(year ? { known: 'stated', anchor: 'none' } : { known: 'implied', ...rest }),
    }
  },
}
