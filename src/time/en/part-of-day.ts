import type { Example } from '#model'
import { dayOf, isDate } from '../calendar.ts'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { dayAt, dated, weekdayFrom, type Stretch } from '../reckon.ts'
import { yearFor } from './date.ts'
import { partOf } from './part.ts'
import { DAY, dayOfMonth, isName, MONTH, monthOf, shape, WEEKDAY, weekdayIn, YEAR } from './words.ts'

export const examples: readonly Example[] = [
  {
    text: 'It ended at dawn on Friday, in the early hours of Saturday and on the night of 3 May 2024.',
    list: 'times',
    finds: [
      '«dawn on Friday» TIME 2025-05-09TMO (2025-05-09) implied',
      '«the early hours of Saturday» TIME 2025-05-10TMO (2025-05-10) implied',
      '«the night of 3 May 2024» TIME 2024-05-03TNI (2024-05-03) stated',
    ],
  },
  { text: 'The early hours of work and the night of the long wait passed at dawn on the hill.', list: 'times', finds: [], rule: 'time/en/part-of-day' },
]

const CODES: Record<string, string> = { dawn: 'MO', daybreak: 'MO', sunrise: 'MO', dusk: 'EV', sunset: 'EV', nightfall: 'NI' }

function codeOf({ hours, alone, part }: Words): string {
  if (hours !== undefined) return /late/i.test(hours) ? 'NI' : 'MO'
  return alone === undefined ? partOf(part ?? '') : (CODES[alone.toLowerCase()] ?? 'DT')
}

/** The day named, with how it is known. */
function dayNamed({ weekday, date, date2, month, month2, year }: Words, scene: Scene): [Stretch, Pick<Sense, 'known' | 'policy' | 'anchor'>] | undefined {
  const from = scene.basis.day
  if (weekday !== undefined) {
    const ahead = scene.tense.points === 'ahead'
    return from === undefined
      ? undefined
      : [dayAt(weekdayFrom(from, weekdayIn(weekday), ahead)), { known: 'implied', policy: ahead ? 'weekday-ahead' : 'weekday-past' }]
  }
  const [nth, named] = [dayOfMonth(date ?? date2), monthOf(month ?? month2)]
  const found = year ? { year: Number(year) } : yearFor(named, nth, scene)
  if (!found || !isDate(found.year, named, nth)) return undefined
  const { year: at, ...rest } = found
  return [dayAt(dayOf(at, named, nth)), year ? { known: 'stated', anchor: 'none' } : { known: 'implied', ...rest }]
}

const HOURS = '(?:early|small|predawn|pre-dawn|late|early morning|late evening) hours'
const ALONE = Object.keys(CODES).join('|')

/** A part of a named day: "dawn on Friday", "the early hours of Saturday", "the night of 3 May". */
export const partOfDay: Pattern = {
  rule: 'time/en/part-of-day',
  on: ['the', 'early', ...Object.keys(CODES)],
  shape: shape(
    `(?:(?:the )?(?<hours>${HOURS})|(?<alone>${ALONE})|the (?<part>morning|afternoon|evening|night)) (?:of|on) (?:(?<weekday>${WEEKDAY})|(?:(?<date>${DAY})(?: of)? (?<month>${MONTH})|(?<month2>${MONTH}) (?<date2>${DAY}))(?:,? (?<year>${YEAR}))?)`,
  ),
  accepts: ({ weekday, month = weekday, month2 = month }) => isName(month2),
  read(words, scene) {
    const [on, rest] = dayNamed(words, scene) ?? []
    return on && rest && dated({ ...on, value: `${on.value}T${codeOf(words)}` }, rest, scene, 'TIME')
  },
}
