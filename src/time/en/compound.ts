import type { Example } from '#model'
import { civilOf, dayOf, formatDate, formatDay, formatMonth, mondayOf, oneOf, type Day } from '../calendar.ts'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { dayAt, dated, monthDays, quarterAt, stepDay, undated, unitAt, type Stretch } from '../reckon.ts'
import { yearFor } from './date.ts'
import {
  COUNT,
  countOf,
  isName,
  lengthOf,
  MONTH,
  monthOf,
  NUMBER_STARTS,
  ORDINAL,
  ORDINAL_STARTS,
  placeOf,
  shape,
  SOME,
  SOME_STARTS,
  UNIT,
  unitOf,
  WEEKDAY,
  WEEKDAY_STARTS,
  weekdayIn,
  YEAR,
  type Unit,
} from './words.ts'

export const examples: readonly Example[] = [
  { text: 'They met on Tuesday of last week.', list: 'times', finds: ['«Tuesday of last week» DATE 2025-05-06 (2025-05-06) implied'] },
  { text: 'A second round will follow the day after tomorrow.', list: 'times', finds: ['«the day after tomorrow» DATE 2025-05-14 (2025-05-14) implied'] },
  { text: 'The office opens two days from today.', list: 'times', finds: ['«two days from today» DATE 2025-05-14 (2025-05-14) implied'] },
  {
    text: 'He fled in the first week of March 2024.',
    list: 'times',
    finds: ['«the first week of March 2024» DATE 2024-W09 ([2024-02-26..2024-03-03]) stated'],
  },
  { text: 'He spoke on the last day of April.', list: 'times', finds: ['«the last day of April» DATE 2025-04-30 (2025-04-30) implied'] },
  { text: 'Exports fell in the first nine months of 2024.', list: 'times', finds: ['«the first nine months of 2024» DURATION P9M (2024-01 ; 2024-09) stated'] },
  {
    text: 'Output fell in the second half of 2014 and the first half of April.',
    list: 'times',
    finds: [
      '«the second half of 2014» DATE 2014-H2 ([2014-07..2014-12]) stated',
      '«the first half of April» DATE 2025-04 START ([2025-04-01..2025-04-15]) implied',
    ],
  },
  { text: 'The first week of talks and the second day of rain passed.', list: 'times', finds: [] },
]

const STEP: Record<string, number> = { last: -1, previous: -1, past: -1, this: 0, next: 1, following: 1, coming: 1 }

/** A weekday of a named week: "Tuesday of last week", "next week on Monday", "Friday last week". */
export const weekdayOfWeek: Pattern = {
  rule: 'time/en/compound',
  on: [...WEEKDAY_STARTS, 'last', 'next', 'this', 'previous'],
  shape: shape(
    `(?:(?<weekday>${WEEKDAY})(?: of|,)? (?:the )?(?<way>last|this|next|previous|following|coming) week|(?<way2>last|this|next|previous) week(?: -| on)? (?<weekday2>${WEEKDAY}))`,
  ),
  accepts: ({ weekday, weekday2 }) => isName(weekday ?? weekday2),
  read({ weekday, weekday2, way, way2 }, scene) {
    const { day } = scene.basis
    const nth = weekdayIn(weekday ?? weekday2)
    if (day === undefined) return undated('DATE', `XXXX-WXX-${String(nth)}`, scene)
    const step = STEP[(way ?? way2 ?? '').toLowerCase()] ?? 0
    return dated(dayAt(mondayOf(day) + 7 * step + nth - 1), { known: 'implied', policy: step < 0 ? 'last-unit' : step > 0 ? 'next-unit' : 'this-unit' }, scene)
  },
}

const FROM: Record<string, number> = { today: 0, now: 0, yesterday: -1, tomorrow: 1 }

/** So many units from today, now, yesterday or tomorrow; the day after tomorrow, the day before yesterday, the week after next. */
export const fromToday: Pattern = {
  rule: 'time/en/compound',
  on: [...NUMBER_STARTS, ...SOME_STARTS, 'the'],
  shape: shape(
    `(?:(?<count>${COUNT}|${SOME}) (?<unit>${UNIT}) (?<way>from|after|before) (?<day>today|now|yesterday|tomorrow)|the day (?<way2>after|before) (?<day2>tomorrow|yesterday)|the (?<unit3>week|month|year) after next)`,
  ),
  mods: 'length',
  read({ count, unit, way, day: word, way2, day2, unit3 }, scene): Sense | undefined {
    const { day } = scene.basis
    if (day === undefined) return undated('DATE', 'XXXX-XX-XX', scene)
    const after = unit3 ? unitAt(day, unitOf(unit3), 2) : undefined
    if (after) return dated(after, { known: 'implied', policy: 'next-unit' }, scene)
    const number = countOf(count ?? 'one')
    if (number === undefined) return undefined
    const from = day + (FROM[(word ?? day2 ?? '').toLowerCase()] ?? 0)
    const on = stepDay(from, /before/i.test(way ?? way2 ?? '') ? -number : number, unit ? unitOf(unit) : 'day')
    return dated(dayAt(on), { known: 'implied', policy: 'day-of' }, scene)
  },
}

/** The stretch of days that a month, year or "this year" covers, and what is known of it. */
export function whole({ month, year, way, of }: Words, scene: Scene): { first: Day; last: Day; rest: Pick<Sense, 'known' | 'policy'> } | undefined {
  const { basis } = scene
  const nth = monthOf(month)
  if (nth > 0) {
    const found = year ? { year: Number(year), policy: undefined } : yearFor(nth, undefined, scene)
    if (!found) return undefined
    const [first, last] = monthDays(found.year, nth)
    return { first, last, rest: year ? { known: 'stated' } : { known: 'implied', ...(found.policy && { policy: found.policy }) } }
  }
  if (year) return { first: dayOf(Number(year), 1, 1), last: dayOf(Number(year), 12, 31), rest: { known: 'stated' } }
  if (basis.day === undefined) return undefined
  const now = civilOf(basis.day)
  const step = STEP[way?.toLowerCase() ?? ''] ?? 0
  const rest = { known: 'implied', policy: step < 0 ? 'last-unit' : step > 0 ? 'next-unit' : 'this-unit' } as const
  if (of?.toLowerCase() === 'year') return { first: dayOf(now.year + step, 1, 1), last: dayOf(now.year + step, 12, 31), rest }
  const start = civilOf(stepDay(dayOf(now.year, now.month, 1), step, 'month'))
  const [first, last] = monthDays(start.year, start.month)
  return { first, last, rest }
}

/** The Nth (0: the last) day, week, weekend or month of it. A week belongs to the part that holds its Thursday, as ISO 8601 has it. */
function partOfWhole(place: number, unit: Unit, first: Day, last: Day): Stretch | undefined {
  if (unit === 'day') return place > last - first + 1 ? undefined : dayAt(place === 0 ? last : first + place - 1)
  if (unit === 'week' || unit === 'weekend') {
    const monday = mondayOf(place === 0 ? last - 3 : last - first < 32 ? first : first + 3)
    return unitAt(place === 0 ? monday : monday + 7 * (place - 1), unit, 0)
  }
  const from = civilOf(first)
  if (unit === 'month') return place === 0 ? unitAt(last, 'month', 0) : unitAt(first, 'month', place - 1)
  return unit === 'year' ? { value: formatDate(from.year), when: { start: formatDate(from.year) } } : undefined
}

const halfRest = (rest: Pick<Sense, 'known' | 'policy'>): Pick<Sense, 'known' | 'policy' | 'anchor'> => ({
  ...rest,
  ...(rest.known === 'stated' && { anchor: 'none' }),
})

function readPart(words: Words, scene: Scene): Sense | undefined {
  const found = whole(words, scene)
  const last = /^(?:last|final|latter)$/i.test(words['nth'] ?? '')
  const place = last ? 0 : placeOf(words['nth'])
  if (!found || place === undefined) return undefined
  if (words['half'] !== undefined) {
    if (place > 2) return undefined
    if (found.last - found.first > 300) return dated(quarterAt(civilOf(found.first).year, place === 1 ? 1 : 2, true), halfRest(found.rest), scene)
    const middle = found.first + Math.floor((found.last - found.first + 1) / 2) - 1
    const start = place === 1 ? oneOf(found.first, middle) : oneOf(middle + 1, found.last)
    return dated({ value: formatDay(found.first).slice(0, 7), when: { start } }, found.rest, { ...scene, mod: place === 1 ? 'START' : 'END' })
  }
  const stretch = partOfWhole(place, unitOf(words['unit']), found.first, found.last)
  return stretch && dated(stretch, { ...found.rest, ...(found.rest.known === 'stated' && { anchor: 'none' }) }, scene)
}

/** A numbered part of a month or year: "the first week of March", "the last day of 2019", "the second half of April". */
export const nthOf: Pattern = {
  rule: 'time/en/compound',
  on: ['the', 'last', 'latter', 'final', ...ORDINAL_STARTS],
  shape: shape(
    `(?:the )?(?<nth>last|final|latter|${ORDINAL}) (?:(?<unit>day|week|weekend|month)|(?<half>half)) (?:of|in) (?:(?<month>${MONTH})(?:(?:,| of)? (?<year>${YEAR}))?|(?<year2>${YEAR})|(?<way>this|last|next|the) (?<of>month|year))`,
  ),
  mods: 'date',
  accepts: ({ month }) => month === undefined || isName(month),
  read: ({ year, year2, ...words }, scene) => readPart({ ...words, year: year ?? year2 }, scene),
}

function readFirst(words: Words, scene: Scene): Sense | undefined {
  const [count, unit] = [countOf(words['count']), unitOf(words['unit'])]
  const value = count === undefined ? undefined : lengthOf(count, unit)
  if (count === undefined || value === undefined) return undefined
  const found = words['of'] === undefined && !words['year'] && !words['month'] ? undefined : whole(words, scene)
  if (!found) return { type: 'DURATION', value, known: 'stated', anchor: 'none', policy: 'length' }
  const back = /^(?:last|final)$/i.test(words['nth'] ?? '')
  const [first, last] = back ? [stepDay(found.last + 1, -count, unit), found.last] : [found.first, stepDay(found.first, count, unit) - 1]
  const months = unit === 'month' || unit === 'quarter' || unit === 'year'
  const edge = months ? formatMonth : formatDay
  return {
    type: 'DURATION',
    value,
    when: { start: edge(first), end: edge(last) },
    ...found.rest,
    ...(found.rest.known === 'stated' && { anchor: 'none' }),
    ...(scene.mod && { mod: scene.mod }),
  }
}

/** The first or last so many units of a month or year: "the first nine months of 1989", "the last ten days of May". */
export const firstOf: Pattern = {
  rule: 'time/en/compound',
  on: ['the', 'first', 'last', 'final'],
  shape: shape(
    `(?:the )?(?<nth>first|last|final) (?<count>${COUNT}) (?<unit>days|weeks|months|quarters|years)(?: (?:of|in) (?:(?<month>${MONTH})(?:(?:,| of)? (?<year>${YEAR}))?|(?<year2>${YEAR})|(?<way>this|last|next|the) (?<of>month|year)))?`,
  ),
  mods: 'date',
  accepts: ({ nth = '', month, year2, of }, whole) =>
    (month === undefined || isName(month)) &&
    (/^first$/i.test(nth)
      ? /^the /i.test(whole) || month !== undefined || year2 !== undefined || of !== undefined
      : month !== undefined || year2 !== undefined || of !== undefined),
  read: ({ year, year2, ...words }, scene) => readFirst({ ...words, year: year ?? year2 }, scene),
}
