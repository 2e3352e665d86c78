import type { Example } from '#model'
import { dayOf, isDate } from '../calendar.ts'
import { yearFor } from './date.ts'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { dayAt, dated, undated, weekdayFrom } from '../reckon.ts'
import { DAY, dayOfMonth, MONTH, monthOf, shape, WEEKDAY, weekdayIn, YEAR } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The guns fell silent at 5:30 p.m. EET on Friday.', list: 'times', finds: ['«5:30 p.m. EET on Friday» TIME 2025-05-09T17:30 (2025-05-09) implied'] },
  { text: 'Talks will resume at 10 a.m.', list: 'times', finds: ['«10 a.m.» TIME 2025-05-12T10:00 (2025-05-12) implied'] },
  { text: 'The truce began at midnight Saturday.', list: 'times', finds: ['«midnight Saturday» TIME 2025-05-10T24:00 (2025-05-10) implied'] },
  {
    text: 'The offer stands until 5 p.m. on May 20. The gate was shut at noon on 3 May 2024.',
    list: 'times',
    finds: ['«5 p.m. on May 20» TIME 2025-05-20T17:00 ( ; 2025-05-20) implied', '«noon on 3 May 2024» TIME 2024-05-03T12:00 (2024-05-03) stated'],
  },
  { text: 'The siren sounded at 14:30 on Saturday.', list: 'times', finds: ['«14:30 on Saturday» TIME 2025-05-10T14:30 (2025-05-10) implied'] },
  {
    text: 'The truce began at 0300 GMT on Sunday (6 a.m.).',
    list: 'times',
    finds: ['«0300 GMT on Sunday» TIME 2025-05-11T03:00 (2025-05-11) implied', '«6 a.m.» TIME 2025-05-11T06:00 (2025-05-11) implied'],
  },
  { text: 'Rovers won 5-3 on page 10, ratio 3:2, and the notice said 25:61.', list: 'times', finds: [] },
]

const ZONE =
  '(?:GMT|UTC|CET|CEST|EET|EEST|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|BST|IST|MSK|JST|KST|AST|Z|Eastern(?: time)?|local time|Moscow time|[A-Z]\\w+ time)'
/** A clock time by its half of the day, in the groups `hour`, `minute` and `half`. */
export const CLOCK = '(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))? ?(?<half>[ap]\\.? ?m\\.?)'
const DAYPART = '(?:in the (?:morning|afternoon|evening)|at night)'

function hourOf({ hour, half }: Words): number {
  const number = Number(hour)
  const low = (half ?? '').toLowerCase()
  if (/^p|after|even|night/.test(low)) return number < 12 ? number + 12 : number
  return /^a|morn/.test(low) && number === 12 ? 0 : number
}

/** 'T17:30' for the groups of CLOCK; undefined where no clock shows it. */
export function timeOf(words: Words): string | undefined {
  const [hour, minute] = [hourOf(words), words['minute'] ?? '00']
  return hour > 24 || Number(minute) > 59 ? undefined : `T${String(hour).padStart(2, '0')}:${minute}`
}

/** A clock time with its date: "5 p.m. on May 20". */
function readOn({ date, date2, year }: Words, month: number, clock: string, scene: Scene): Sense | undefined {
  const nth = dayOfMonth(date ?? date2)
  const found = year ? { year: Number(year) } : yearFor(month, nth, scene)
  if (!found || !isDate(found.year, month, nth)) return undefined
  const { year: at, ...rest } = found
  const on = dayAt(dayOf(at, month, nth))
  return dated({ ...on, value: `${on.value}${clock}` }, year ? { known: 'stated', anchor: 'none' } : { known: 'implied', ...rest }, scene, 'TIME')
}

function readClock(words: Words, scene: Scene): Sense | undefined {
  const named = words['named']?.toLowerCase()
  const hour = named === undefined ? hourOf(words) : named === 'midnight' ? 24 : 12
  const minute = words['minute'] ?? words['minute2'] ?? '00'
  if (hour > 24 || Number(minute) > 59) return undefined
  const clock = `T${String(hour).padStart(2, '0')}:${minute}`
  const { day } = scene.basis
  const month = monthOf(words['month'] ?? words['month2'])
  if (month > 0) return readOn(words, month, clock, scene)
  if (words['weekday'] && day !== undefined) {
    const ahead = scene.tense.points === 'ahead'
    const on = dayAt(weekdayFrom(day, weekdayIn(words['weekday']), ahead))
    return dated({ ...on, value: `${on.value}${clock}` }, { known: 'implied', policy: ahead ? 'weekday-ahead' : 'weekday-past' }, scene, 'TIME')
  }
  const near = scene.told?.grain === 'day' && scene.span[0] - scene.told.span[1] < 160
  const on = near ? scene.told.first : day
  if (on === undefined) return undated('TIME', `XXXX-XX-XX${clock}`, scene)
  return dated(
    { ...dayAt(on), value: `${dayAt(on).value}${clock}` },
    { known: 'implied', policy: near ? 'on-from' : 'day-of', ...(near && { anchor: scene.told.id }) },
    scene,
    'TIME',
  )
}

const ZONED = new RegExp(`${ZONE}$|${ZONE} `)
const TAIL = `(?: ${ZONE})?(?:,?(?: on)? (?<weekday>${WEEKDAY})(?: (?:morning|afternoon|evening|night))?)?(?:,?(?: on)? (?:(?<month>${MONTH}) (?<date>${DAY})|(?:the )?(?<date2>${DAY})(?: of)? (?<month2>${MONTH}))(?:,? (?<year>${YEAR}))?)?`

/** A clock time, perhaps with its zone and weekday; the day is that told before, else the day it counts from. The zone stays in the words. */
export const clock: Pattern = {
  rule: 'time/en/clock',
  on: ['#', 'midnight', 'noon', 'midday'],
  shape: shape(
    `(?:(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2})|(?<=[01]\\d|2[0-3])(?<minute2>[0-5]\\d)(?= (?:GMT|UTC|Z\\b)))? ?(?<half>[ap]\\.? ?m\\.?|o[’']clock(?: ${DAYPART})?|(?= ?${ZONE})|(?<=:\\d{2})|${DAYPART})|(?<named>midnight|noon|midday))${TAIL}`,
  ),
  mods: 'length',
  accepts({ hour, half, minute2, minute = minute2, weekday, month = weekday, month2 = month }, whole, before) {
    if ((month2 ?? 'M') > 'Z' || /[\d:.,$£€-]$/.test(before)) return false
    if (hour === undefined || half !== '') return true
    // "At 14:30" is a time, "won 14:30" is not.
    return minute !== undefined && (month2 !== undefined || ZONED.test(whole) || /\b(?:at|by|until|till|from|since|around|before|after) $/i.test(before))
  },
  read: readClock,
}
