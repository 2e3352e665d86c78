import type { Example } from '#model'
import { civilOf, formatDate, formatDay, weekdayOf, type Day } from '../calendar.ts'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { dated, unitAt } from '../reckon.ts'
import { partOfWeek } from './unit.ts'
import { shape, unitOf, type Unit } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The envoys spoke by phone over the weekend.', list: 'times', finds: ['«the weekend» DATE 2025-W19-WE ([2025-05-10..2025-05-11]) implied'] },
  { text: 'The fund will be empty by the end of the year.', list: 'times', finds: ['«the end of the year» DATE 2025 END ( ; 2025) implied'] },
  { text: 'Later in the day a second convoy came.', list: 'times', finds: ['«Later in the day» DATE 2025-05-12 END (2025-05-12) implied'] },
  { text: 'The books close at year-end.', list: 'times', finds: ['«year-end» DATE 2025 END (2025) implied'] },
  { text: 'Nothing came of the day’s talks.', list: 'times', finds: ['«the day» DATE 2025-05-12 (2025-05-12) implied'] },
  { text: 'Sales fell 4 percent in the year to date.', list: 'times', finds: ['«the year to date» DATE 2025 (2025-01-01 ; 2025-05-12) implied'] },
  { text: 'It was the day of the vote and the year that he won.', list: 'times', finds: [] },
]

function weekend(day: Day, scene: Scene): number {
  // On Saturday and Sunday the weekend is this one; before, the last one, or the coming one where tense points ahead.
  return weekdayOf(day) >= 6 || scene.tense.points === 'ahead' ? 0 : -1
}

function readUnit({ unit: word = '' }: Words, scene: Scene): Sense | undefined {
  const unit = unitOf(word)
  const { basis, told } = scene
  const back = told && (scene.history || (unit === 'day' && told.grain === 'day' && scene.span[0] - told.span[1] < 200))
  const day = back ? told.first : basis.day
  if (day === undefined) return undefined
  const stretch = (back ? undefined : partOfWeek(scene, unit, 0)) ?? unitAt(day, unit, unit === 'weekend' ? weekend(day, scene) : 0)
  return stretch && dated(stretch, { known: 'implied', policy: back ? 'on-from' : 'this-unit', ...(back && { anchor: told.id }) }, scene)
}

const READY: Record<Unit, RegExp> = {
  day: /\b(?:during|throughout|for) $/,
  week: /\b(?:during|for|in|of|through|over) $/,
  weekend: /./,
  month: /\b(?:during|for|in|of|through) $/,
  year: /\b(?:during|for|in|of|through|throughout|since) $/,
  quarter: /$^/,
  second: /$^/,
  minute: /$^/,
  hour: /$^/,
  fortnight: /$^/,
  decade: /\b(?:during|in|of|through|over) $/,
  century: /\b(?:during|in|of|through|over) $/,
}

/** The day, week, weekend, month or year, where words before or after make it one of the calendar: "over the weekend", "later in the day". */
export const calendarUnit: Pattern = {
  rule: 'time/en/calendar-unit',
  on: ['the', 'weekend'],
  shape: shape('(?:the )?(?:full |whole |entire )?(?<unit>day|week|weekend|month|year|decade|century)'),
  mods: 'date',
  accepts({ unit: word = '' }, whole, before, after) {
    if (/^ ?[-–]|^ (?:of|when|that|before|after|in which|he|she|they|we|I|it|ahead|to)\b/.test(after)) return false
    if (/^[’']s \p{Ll}/u.test(after)) return !/^the (?:decade|century)/i.test(whole)
    if (/^weekend$/i.test(whole)) return /\b(?:a|the)\b.{0,20} $/.test(before) && /^ (?:visit|trip|meeting|talks|attack|raid|summit|session)/.test(after)
    return READY[unitOf(word)].test(before.toLowerCase()) || /\b(?:end|start|beginning|middle|close|rest|later|earlier|late|early)(?: of| in)? $/i.test(before)
  },
  read: readUnit,
}

/** The year to date: from its first day to the day it counts from. */
export const toDate: Pattern = {
  rule: 'time/en/calendar-unit',
  on: ['the', 'year'],
  shape: shape('(?:the )?year(?: |-)to(?: |-)date'),
  read(_words, scene) {
    const { day } = scene.basis
    if (day === undefined) return undefined
    const { year } = civilOf(day)
    return { type: 'DATE', value: formatDate(year), known: 'implied', policy: 'this-unit', when: { start: formatDate(year, 1, 1), end: formatDay(day) } }
  },
}

/** Year-end, the year's end, month's end. */
export const unitEnd: Pattern = {
  rule: 'time/en/calendar-unit',
  on: ['the', 'year', 'month', 'week', 'end'],
  shape: shape("(?:the )?(?:(?<unit>year|month|week)[’']s end|(?<unit2>year|month)(?:-| )end|end of (?<unit3>year|month))"),
  mods: 'length',
  accepts: (_words, whole, before, after) =>
    /s end$|^end of/.test(whole) || /\b(?:by|at|before|until|since|around|of|for|after|the) $/i.test(before) || /^[,.]/.test(after),
  read({ unit, unit2, unit3 }, scene) {
    const day = scene.basis.day
    if (day === undefined) return undefined
    const stretch = unitAt(day, unitOf(unit ?? unit2 ?? unit3), 0)
    return stretch && { ...dated(stretch, { known: 'implied', policy: 'this-unit' }, scene), mod: 'END' }
  },
}
