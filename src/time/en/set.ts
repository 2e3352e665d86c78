import type { Example } from '#model'
import type { Pattern, Sense } from '../pattern.ts'
import { COUNT, countOf, isName, lengthOf, monthOf, ORDINAL, shape, unitOf, WEEKDAY, weekdayIn, type Unit } from './words.ts'
import { CLOCK, timeOf } from './clock.ts'
import { PART, partOf } from './part.ts'

export const examples: readonly Example[] = [
  {
    text: 'A daily convoy crosses every Friday and twice a week by sea.',
    list: 'times',
    finds: ['«daily» SET P1D stated', '«every Friday» SET XXXX-WXX-5 stated', '«twice a week» SET P1W stated'],
  },
  { text: 'The bell rings every day at 5:30 p.m.', list: 'times', finds: ['«every day at 5:30 p.m.» SET XXXX-XX-XXT17:30 stated'] },
  { text: 'It costs $2 million a year, or 900 loaves per day.', list: 'times', finds: ['«a year» SET P1Y stated', '«per day» SET P1D stated'] },
  { text: 'The annual drill is held each year.', list: 'times', finds: ['«annual» SET P1Y stated', '«each year» SET P1Y stated'] },
  { text: 'There are four ferries a week and 700 berths a day.', list: 'times', finds: ['«a week» SET P1W stated', '«a day» SET P1D stated'] },
  {
    text: 'The bank cut its quarterly dividend, grew 3 percent a year, held its annual meeting and told of annual sales and an average daily turnover.',
    list: 'times',
    finds: [],
  },
  { text: 'It is read in every house; the Daily News and the Weekly Post say so.', list: 'times', finds: [] },
]

const ADVERBS: Record<string, Unit> = {
  hourly: 'hour',
  daily: 'day',
  nightly: 'day',
  weekly: 'week',
  fortnightly: 'fortnight',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annual: 'year',
  annually: 'year',
  biweekly: 'fortnight',
}

/** Words of how often that are no single unit. */
const UNEVEN: Record<string, string> = { bimonthly: 'P2M', semiannual: 'P6M', semiannually: 'P6M', biennial: 'P2Y' }

function set(value: string, mod: string | undefined): Sense {
  return { type: 'SET', value, known: 'stated', anchor: 'none', ...(mod && { mod }) }
}

/** What a period is reckoned for, not how often it comes: "a quarterly loss", "the annual rate". */
const RECKONED =
  /^ (?:of \p{L}+ cents\b|(?:(?:cash|net|pretax|operating|average) )?(?:dividends?|results?|earnings|loss(?:es)?|profits?|rates?|revenues?|income|sales|turnover|volumes?|statements?|interest)\b)/iu

const PERCENT = /\d ?(?:%|percent|per cent|percentage points?) $/i

/** How often: daily, annual. */
export const often: Pattern = {
  rule: 'time/en/set',
  on: [...Object.keys(ADVERBS), ...Object.keys(UNEVEN), 'semi', 'bi'],
  shape: shape(`(?<word>${[...Object.keys(ADVERBS), 'bi-?monthly', 'bi-?weekly', 'semi-?annual(?:ly)?', 'biennial'].join('|')})`),
  mods: 'length',
  accepts: ({ word = '' }, _whole, before, after) =>
    !RECKONED.test(after) &&
    !/\baverage $|-$/i.test(before) &&
    // "Rises 3 percent annually" is how fast, an annual meeting a kind of meeting.
    !(/ly$/i.test(word) ? PERCENT.test(before) : /^annual$/i.test(word) && /^ (?:general |shareholders[’'] )?meeting\b/.test(after)) &&
    (!/^[A-Z]/.test(word) || (!/^ [A-Z]/.test(after) && !/[\p{L}] $/u.test(before))),
  read({ word = '' }, { mod }) {
    const low = word.toLowerCase().replace('-', '')
    return set(UNEVEN[low] ?? lengthOf(1, ADVERBS[low] ?? 'day'), mod)
  },
}

/** How often: every Friday, each year, every two weeks, every other day, every morning. */
export const every: Pattern = {
  rule: 'time/en/set',
  on: ['every', 'each'],
  shape: shape(
    `(?:every|each)(?: and every)?(?: (?<count>${COUNT}|other|few|${ORDINAL}))? (?:(?<weekday>${WEEKDAY})|(?<month>January|February|March|April|May|June|July|August|September|October|November|December)|(?<unit>seconds?|minutes?|hours?|days?|weekdays?|weeks?|months?|quarters?|years?|decades?|weekends?|summer|winter|spring|autumn|fall)|${PART})(?: at ${CLOCK})?`,
  ),
  mods: 'length',
  accepts: ({ weekday, month, count }, whole) => isName(weekday ?? month ?? 'A') && !(/^each/i.test(whole) && /^other$/i.test(count ?? '')),
  read({ count, weekday, month, unit, part, ...clock }, { mod }) {
    const at = clock['hour'] === undefined ? undefined : timeOf(clock)
    if (at) return set(`${weekday ? `XXXX-WXX-${String(weekdayIn(weekday))}` : 'XXXX-XX-XX'}${at}`, mod)
    if (/^weekdays?$/i.test(unit ?? '')) return set('P1WD', mod)
    if (month) return set(`XXXX-${String(monthOf(month)).padStart(2, '0')}`, mod)
    if (weekday) return set(`XXXX-WXX-${String(weekdayIn(weekday))}`, mod)
    if (part) return set(`XXXX-XX-XXT${partOf(part)}`, mod)
    const season = { summer: 'SU', winter: 'WI', spring: 'SP', autumn: 'FA', fall: 'FA' }[(unit ?? '').toLowerCase()]
    if (season) return set(`XXXX-${season}`, mod)
    return set(lengthOf(/^other$/i.test(count ?? '') ? 2 : count === undefined ? 1 : countOf(count), unitOf(unit)), mod)
  },
}

/** How often: twice a week, three times a year, once every month. */
export const times: Pattern = {
  rule: 'time/en/set',
  on: ['once', 'twice', 'two', 'three', 'four', 'five', 'several', 'many', '#'],
  shape: shape('(?:once|twice|(?:two|three|four|five|several|many|\\d{1,2}) times) (?:an?|per|each|every) (?<unit>hour|day|week|month|quarter|year|decade)'),
  mods: 'length',
  read: ({ unit }, { mod }) => set(lengthOf(1, unitOf(unit)), mod),
}

/** On every Friday: "Fridays", "on Monday mornings". */
export const plural: Pattern = {
  rule: 'time/en/set',
  on: ['mondays', 'tuesdays', 'wednesdays', 'thursdays', 'fridays', 'saturdays', 'sundays', 'weekends', 'weekdays'],
  shape: shape(`(?:(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)|(?<week>weekends|weekdays))(?: at ${CLOCK})?`),
  read: ({ weekday, week, ...clock }) =>
    clock['hour'] !== undefined && weekday
      ? set(`XXXX-WXX-${String(weekdayIn(weekday))}${timeOf(clock) ?? ''}`, undefined)
      : week
        ? set(/ends/i.test(week) ? 'P1WE' : 'P1WD', undefined)
        : set(`XXXX-WXX-${String(weekdayIn(weekday))}`, undefined),
}

/** What comes at a rate: a sum, a number, or so many of something. */
const RATED =
  /(?:\d|\b(?:million|billion|trillion|hundred|thousand|dollars|euros|barrels|tons|tonnes|people|times|hours|days|pounds|percent)|(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|several|dozens of|hundreds of)) (?:\p{L}+ )?\p{L}+s)\)? $/u

/** At a rate: "two million barrels a day", "10,000 per month". */
export const rate: Pattern = {
  rule: 'time/en/set',
  on: ['a', 'an', 'per'],
  shape: shape('(?<way>an?|per) (?<unit>hour|day|week|month|quarter|year)'),
  accepts: ({ way = '' }, _whole, before, after) =>
    /^per$/i.test(way)
      ? !/^[- ]old/.test(after)
      : RATED.test(before) && !PERCENT.test(before) && !/^(?:-| (?:ago|earlier|later|before|after|into|on|out|from|old)\b)/.test(after),
  read: ({ unit }) => set(lengthOf(1, unitOf(unit)), undefined),
}
