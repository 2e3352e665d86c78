import type { Example } from '#model'
import { civilOf, dayOf } from '../calendar.ts'
import type { Pattern } from '../pattern.ts'
import { dated, unitAt } from '../reckon.ts'
import { shape, YEAR } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'Cases rose in the week 18.', list: 'times', finds: ['«the week 18» DATE 2025-W18 ([2025-04-28..2025-05-04]) implied'] },
  { text: 'Output peaked in week 3 of 2024.', list: 'times', finds: ['«week 3 of 2024» DATE 2024-W03 ([2024-01-15..2024-01-21]) stated'] },
  { text: 'It was week 3 of the strike, and week 60 of 2024 never came.', list: 'times', finds: [], rule: 'time/en/week' },
]

const STEPS: Record<string, number> = { last: -1, next: 1 }

/** A week by its number, as ISO 8601 counts them: "the week 18", "week 3 of 2024". Without a year or an article it may be the third week of anything. */
export const numbered: Pattern = {
  rule: 'time/en/week',
  on: ['the', 'week'],
  shape: shape(`(?<the>the )?week (?<nth>\\d{1,2})(?:,? (?:of|in) (?:the year )?(?:(?<year>${YEAR})|(?<way>last|this|next) year))?`),
  accepts: ({ the, year, way }, _whole, before, after) =>
    year !== undefined || way !== undefined || (the !== undefined && /\bin $/i.test(before) && !/^ (?:of|in)\b|^-/.test(after)),
  read({ nth, year, way = '' }, scene) {
    const { day } = scene.basis
    const place = Number(nth)
    if (place < 1 || place > 53 || (year === undefined && day === undefined)) return undefined
    const at = year === undefined ? civilOf(day ?? 0).year + (STEPS[way.toLowerCase()] ?? 0) : Number(year)
    // The fourth of January always lies in the first week.
    const stretch = unitAt(dayOf(at, 1, 4), 'week', place - 1)
    if (!stretch?.value.startsWith(String(at))) return undefined
    return dated(stretch, year === undefined ? { known: 'implied', policy: 'this-unit' } : { known: 'stated', anchor: 'none' }, scene)
  },
}
