import type { Example } from '#model'
import { weekdayOf, type Day } from '../calendar.ts'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { dayAt, dated } from '../reckon.ts'
import { whole } from './compound.ts'
import { isName, MONTH, ORDINAL, ORDINAL_STARTS, placeOf, shape, WEEKDAY, weekdayIn, YEAR } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'They will meet on the last Friday of May.', list: 'times', finds: ['«the last Friday of May» DATE 2025-05-30 (2025-05-30) implied'] },
  { text: 'They met on the last Friday of May.', list: 'times', finds: ['«the last Friday of May» DATE 2024-05-31 (2024-05-31) implied'] },
  { text: 'It fell on the second Tuesday in March 2024.', list: 'times', finds: ['«the second Tuesday in March 2024» DATE 2024-03-12 (2024-03-12) stated'] },
  { text: 'The board sits on the first Monday of every month.', list: 'times', finds: ['«the first Monday of every month» SET P1M stated'] },
  { text: 'There is no fifth Friday of February 2025, and the second Mondale of the series lost.', list: 'times', finds: [], rule: 'time/en/nth-weekday' },
]

/** The Nth (0: the last) such weekday between two days; undefined where there are not so many. */
function nthIn(first: Day, last: Day, place: number, weekday: number): Day | undefined {
  if (place === 0) return last - ((weekdayOf(last) - weekday + 7) % 7)
  const on = first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (place - 1)
  return on > last ? undefined : on
}

function readNth(words: Words, scene: Scene): Sense | undefined {
  if (/^(?:each|every)$/i.test(words['way'] ?? ''))
    return { type: 'SET', value: words['of']?.toLowerCase() === 'year' ? 'P1Y' : 'P1M', known: 'stated', anchor: 'none' }
  const place = /^(?:last|final)$/i.test(words['nth'] ?? '') ? 0 : placeOf(words['nth'])
  const found = whole(words, scene)
  if (!found || place === undefined || place > 53) return undefined
  let on = nthIn(found.first, found.last, place, weekdayIn(words['weekday']))
  // Told as past, the last Friday of this month is that of a year ago until it has come.
  if (on !== undefined && scene.basis.day !== undefined && on > scene.basis.day && found.rest.policy === 'month-past') {
    const before = whole(words, { ...scene, basis: { ...scene.basis, day: found.first - 1 } })
    on = before && nthIn(before.first, before.last, place, weekdayIn(words['weekday']))
  }
  return on === undefined ? undefined : dated(dayAt(on), { ...found.rest, ...(found.rest.known === 'stated' && { anchor: 'none' }) }, scene)
}

/** The Nth or last such weekday of a month or year: "the last Friday of May". */
export const nthWeekday: Pattern = {
  rule: 'time/en/nth-weekday',
  on: ['the', 'last', 'final', ...ORDINAL_STARTS],
  shape: shape(
    `(?:the )?(?<nth>last|final|${ORDINAL}) (?<weekday>${WEEKDAY}) (?:of|in) (?:(?<month>${MONTH})(?:(?:,| of)? (?<year>${YEAR}))?|(?<way>this|last|next|the|each|every) (?<of>month|year))`,
  ),
  accepts: ({ weekday, month = weekday }) => isName(weekday) && isName(month),
  read: readNth,
}
