import type { Example } from '#model'
import { addMonths, civilOf, dayOf, formatDate, isDate, parseDay, shortYear, weekdayOf, type Day } from '../calendar.ts'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { dayAt, dated, unitAt } from '../reckon.ts'
import { PART, partOf } from './part.ts'
import { DAY, dayOfMonth, isName, MONTH, MONTH_STARTS, monthOf, ORDINAL_STARTS, shape, WEEKDAY, WEEKDAY_STARTS, weekdayIn, YEAR } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The truce of 18 March 2025 was signed at dawn.', list: 'times', finds: ['«18 March 2025» DATE 2025-03-18 (2025-03-18) stated'] },
  { text: 'It was dated Tuesday, April 29, 2025.', list: 'times', finds: ['«Tuesday, April 29, 2025» DATE 2025-04-29 (2025-04-29) stated'] },
  { text: 'The mine closed on Sept. 5.', list: 'times', finds: ['«Sept. 5» DATE 2024-09-05 (2024-09-05) implied'] },
  { text: 'The law will take effect on the 1st of June.', list: 'times', finds: ['«the 1st of June» DATE 2025-06-01 (2025-06-01) implied'] },
  {
    text: 'It was signed on March 18, 2024. On April 2 the first convoy left.',
    list: 'times',
    finds: ['«March 18, 2024» DATE 2024-03-18 (2024-03-18) stated', '«April 2» DATE 2024-04-02 (2024-04-02) implied'],
  },
  { text: 'The pact of 2019 was renewed. On April 2 the first convoy left.', list: 'times', finds: ['«April 2» DATE 2025-04-02 (2025-04-02) implied'] },
  {
    text: 'The raid came on 3 April 2025, and on the 18th the town fell.',
    list: 'times',
    finds: ['«3 April 2025» DATE 2025-04-03 (2025-04-03) stated', '«the 18th» DATE 2025-04-18 (2025-04-18) implied'],
  },
  {
    text: 'They vote in the week of May twenty-sixth.',
    list: 'times',
    finds: ['«the week of May twenty-sixth» DATE 2025-W22 ([2025-05-26..2025-06-01]) implied'],
  },
  { text: 'The notice gave 31 February 2025 as the day.', list: 'times', finds: ['«31 February 2025» DATE 2025-02-31 vague'] },
  { text: 'They will meet on Friday the 16th.', list: 'times', finds: ['«Friday the 16th» DATE 2025-05-16 (2025-05-16) implied'] },
  { text: 'They meet this coming Friday, 16 May.', list: 'times', finds: ['«this coming Friday, 16 May» DATE 2025-05-16 (2025-05-16) implied'] },
  { text: 'They marched 31 miles; she may 10 times; Marcher 5 won.', list: 'times', finds: [] },
]

/** What was put off to a date has that date still to come. */
export const MOVED =
  /\b(?:extend(?:ed|ing)|postpon(?:ed|ing)|delay(?:ed|ing)|adjourn(?:ed|ing)|put off|push(?:ed|ing) back|prolong(?:ed|ing)|reschedul(?:ed|ing))\b[^.;]{0,24}\b(?:to|until|till|through)(?: the| next)? $/

/** Words before a date that make it a term still to come. */
const DUE = /\b(?:until|till|by|through|no later than|before|effective|payable|due)(?: on)? $/

/** What something else comes ahead of is still to come, whatever its tense. */
export const AHEAD_OF = /\bahead of (?:the |a |an |its |their )?$/

/** A month long before the one told last lies in the next year: December, then February. */
function yearOn({ year, month: told, follows }: NonNullable<Scene['named']>, month: number): number {
  if (told === undefined) return year
  if (!follows) return month > told ? year - 1 : year
  return told - month > 6 ? year + 1 : month - told > 9 ? year - 1 : year
}

/** So many days ahead a month or day is the coming one where words hint at it. */
const SOON = 120

/** The year of a date without one: as its sentence or an earlier one names it, else the latest, or the next where tense points ahead. */
export function yearFor(
  month: number,
  day: number | undefined,
  scene: Scene,
): { year: number; policy: string; anchor?: NonNullable<Sense['anchor']> } | undefined {
  const { named, basis } = scene
  if (named && (scene.history || named.near || basis.day === undefined)) return { year: yearOn(named, month), policy: 'year-named', anchor: named.id }
  if (basis.day === undefined) return undefined
  const now = civilOf(basis.day)
  const [past, ahead, near] = day === undefined ? ['month-past', 'month-ahead', 60] : ['year-past', 'year-ahead', 100]
  const on = (year: number): Day => dayOf(year, month, day ?? 1)
  const latest = on(now.year) > basis.day ? now.year - 1 : now.year
  const due =
    !/\b(?:months|years?|quarter) (?:to|through|ended|ending) (?:in )?$/.test(scene.lead) &&
    (MOVED.test(scene.lead) || (AHEAD_OF.test(scene.lead) && on(latest + 1) - basis.day <= SOON) || (DUE.test(scene.lead) && scene.tense.points !== 'back'))
  // A day some weeks ahead is nearer than one almost a year back: without a past tense it is the coming one.
  const nearer = scene.trail.startsWith(' deadline') && on(latest + 1) - basis.day < basis.day - on(latest)
  const close = nearer || (scene.tense.points === undefined && day !== undefined && on(latest + 1) - basis.day <= near)
  // "A strategy for November", where no verb says otherwise.
  const meant = day === undefined && scene.tense.points === undefined && /\bfor $/.test(scene.lead) && on(latest + 1) - basis.day <= SOON
  if (scene.tense.points !== 'ahead' && !due && !close && !meant) return { year: latest, policy: past }
  const same = day === undefined ? month === now.month : on(now.year) === basis.day
  return { year: same ? now.year : latest + 1, policy: ahead }
}

function stated(day: Day, part: string | undefined, scene: Scene, rest: Pick<Sense, 'known' | 'policy' | 'anchor'>): Sense {
  const stretch = dayAt(day)
  return part ? dated({ ...stretch, value: `${stretch.value}T${partOf(part)}` }, rest, scene, 'TIME') : dated(stretch, rest, scene)
}

/** A date that no calendar has stays as the text gives it, and stands for no day. */
function impossible(year: number | undefined, month: number, day: number): Sense {
  return {
    type: 'DATE',
    value: `${year === undefined ? 'XXXX' : formatDate(year)}${formatDate(2000, month, day).slice(4)}`,
    known: 'vague',
    anchor: 'none',
    policy: 'impossible',
  }
}

/** "The week of March 3" is the week that holds the day. */
function readDate(words: Words, scene: Scene): Sense | undefined {
  const sense = readDay(words, scene)
  return sense && weekIf(words['week'], sense)
}

/** The whole week of the day where words ask for it: "the week of". */
function weekIf(words: string | undefined, sense: Sense): Sense {
  const day = words === undefined ? undefined : parseDay(sense.value)
  const week = day === undefined ? undefined : unitAt(day, 'week', 0)
  return week ? { ...sense, ...week } : sense
}

function readDay(words: Words, scene: Scene): Sense | undefined {
  const [month, day] = [monthOf(words['month']), dayOfMonth(words['day'])]
  if (words['year'] ?? words['short']) {
    const year = words['short'] ? shortYear(words['short'], scene.basis.day) : Number(words['year'])
    return isDate(year, month, day) ? stated(dayOf(year, month, day), words['part'], scene, { known: 'stated', anchor: 'none' }) : impossible(year, month, day)
  }
  if (!isDate(2024, month, day)) return impossible(undefined, month, day)
  const found = yearFor(month, day, scene)
  if (!found) return { type: 'DATE', value: `XXXX-${formatDate(2000, month, day).slice(5)}`, known: 'vague', anchor: 'none', policy: 'undated' }
  const { year, ...rest } = found
  // 29 February without a year is the latest year that has one.
  let leap = year
  while (!isDate(leap, month, day)) leap--
  // A weekday beside the date settles the year.
  const weekday = weekdayIn(words['lead'])
  const fits = (one: number): boolean => isDate(one, month, day) && weekdayOf(dayOf(one, month, day)) === weekday
  if (weekday > 0 && !fits(leap)) leap = [leap + 1, leap - 1].find(fits) ?? leap
  return stated(dayOf(leap, month, day), words['part'], scene, { known: 'implied', ...rest })
}

/** Short names in small letters that are no other word beside a day. */
const SHORT = /^(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/
const LEAD = `(?:(?:(?:this|last|next)(?: coming| past)? )?(?<lead>${WEEKDAY}),? )?`

/** Month, day and perhaps the year: "March 18, 2025", "Sept. 5", "Tuesday, April 29". */
export const monthDay: Pattern = {
  rule: 'time/en/date',
  on: ['the', 'this', 'last', 'next', ...MONTH_STARTS, ...WEEKDAY_STARTS],
  shape: shape(
    `(?<week>the week (?:of|starting|beginning|commencing) (?:on )?)?${LEAD}(?<month>${MONTH}) (?:the )?(?<day>${DAY})(?:(?: ?,|,? of| in)? (?<year>${YEAR})(?!,\\d)|(?:,| of)? [’‘'](?<short>\\d{2})(?!\\d))?(?: ${PART})?`,
  ),
  mods: 'date',
  accepts: ({ month = '' }, _whole, _before, after) => (isName(month) || SHORT.test(month)) && !/^(?:-\d|[.,]\d|\s?(?:percent|%))/.test(after),
  read: readDate,
}

/** Day, month and perhaps the year: "18 March 2025", "the 5th of May". */
export const dayMonth: Pattern = {
  rule: 'time/en/date',
  on: ['the', 'this', 'last', 'next', ...WEEKDAY_STARTS, ...ORDINAL_STARTS],
  shape: shape(`${LEAD}(?:the )?(?<day>${DAY})(?: of)?(?: |-|/)(?<month>${MONTH})(?:(?: ?,|,? of| in|-|/)? ?(?<year>${YEAR}))?(?: ${PART})?`),
  mods: 'date',
  accepts: ({ month = '' }, _whole, before) => (isName(month) || SHORT.test(month)) && !/[\d.,:$£€]$/.test(before),
  read: readDate,
}

/** A day of the month alone: "on the 18th", of the month told before or the one that it counts from. */
export const dayAlone: Pattern = {
  rule: 'time/en/date',
  on: ['the'],
  shape: shape(
    '(?<week>the week of )?the (?<day>(?:[12]?\\d|3[01])(?:st|nd|rd|th))(?: (?<way>of (?:this|that|the|last|next) month|this month|next month|last month))?',
  ),
  accepts: ({ way, week }, _whole, before, after) =>
    way !== undefined ||
    week !== undefined ||
    (/\b(?:on|until|till|since|by|from|to|through|and|before|after|around) $/i.test(before) &&
      /^(?:[.,;)]|$| (?:and|to|but|at|in|when|with|as|until|he|she|they|it|a|an|the)\b)/.test(after)),
  read({ day: words, way = '', week }, scene) {
    const { told, basis, tense } = scene
    const from =
      told &&
      !/(?:last|next|this) month$/i.test(way) &&
      (scene.history || /^of (?:that|the)/i.test(way) || scene.span[0] - told.span[1] < 120) &&
      told.grain !== 'year'
        ? told.first
        : basis.day
    if (from === undefined) return undefined
    const { year, month } = civilOf(from)
    const shift = /last/i.test(way) ? -1 : /next/i.test(way) ? 1 : 0
    const of = (step: number): Day | undefined => {
      const first = civilOf(addMonths(dayOf(year, month, 1), step))
      return isDate(first.year, first.month, dayOfMonth(words)) ? dayOf(first.year, first.month, dayOfMonth(words)) : undefined
    }
    const back = from === basis.day && way === '' && (of(0) ?? Infinity) > from && tense.points !== 'ahead'
    const ahead = from === basis.day && way === '' && (of(0) ?? 0) < from && tense.points === 'ahead'
    const on = of(back ? -1 : ahead ? 1 : shift)
    return on === undefined
      ? undefined
      : weekIf(
          week,
          stated(
            on,
            undefined,
            scene,
            from === basis.day
              ? { known: 'implied', policy: ahead ? 'year-ahead' : 'year-past' }
              : { known: 'implied', policy: 'on-from', ...(told && { anchor: told.id }) },
          ),
        )
  },
}

/** Up to so many months away a weekday and a day of the month are looked for together. */
const MONTHS_AWAY = 14

/** A weekday with its day of the month: "Friday the 13th", in the nearest month where they meet, back or ahead as tense points. */
export const weekdayNth: Pattern = {
  rule: 'time/en/date',
  on: WEEKDAY_STARTS,
  shape: shape(`(?<weekday>${WEEKDAY}),?(?: (?:on )?the)? (?<day>(?:[12]?\\d|3[01])(?:st|nd|rd|th)|(?:${DAY}))`),
  accepts: ({ weekday, day = '' }, whole, _before, after) =>
    isName(weekday) && !/^\d+$/.test(day) && (/^\d/.test(day) || (/ the /i.test(whole) && /^(?:[.,;)]|$| (?:of|at|to|in|and|from|with|when)\b)/.test(after))),
  read({ weekday, day: words }, scene) {
    const from = scene.basis.day
    const [nth, day] = [weekdayIn(weekday), dayOfMonth(words)]
    if (from === undefined) return undefined
    const { year, month } = civilOf(from)
    const fits: Day[] = []
    for (let step = -MONTHS_AWAY; step <= MONTHS_AWAY; step++) {
      const at = civilOf(addMonths(dayOf(year, month, 1), step))
      const on = isDate(at.year, at.month, day) ? dayOf(at.year, at.month, day) : undefined
      if (on !== undefined && weekdayOf(on) === nth) fits.push(on)
    }
    const ahead = fits.find(on => on >= from)
    const back = fits.filter(on => on <= from).at(-1)
    const near =
      scene.tense.points === 'ahead' || back === undefined || (ahead !== undefined && scene.tense.points === undefined && ahead - from < from - back)
        ? (ahead ?? back)
        : back
    return near === undefined ? undefined : stated(near, undefined, scene, { known: 'implied', policy: near > from ? 'weekday-ahead' : 'weekday-past' })
  },
}
