import type { Example } from '#model'
import { civilOf } from '../calendar.ts'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { dated, quarterAt, undated, unitAt } from '../reckon.ts'
import { placeOf, shape, YEAR } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'Output fell in the first quarter.', list: 'times', finds: ['«the first quarter» DATE 2025-Q1 ([2025-01..2025-03]) implied'] },
  {
    text: 'Fourth-quarter exports rose, as in the third quarter of 2023.',
    list: 'times',
    finds: ['«Fourth-quarter» DATE 2024-Q4 ([2024-10..2024-12]) implied', '«the third quarter of 2023» DATE 2023-Q3 ([2023-07..2023-09]) stated'],
  },
  { text: 'Output rose in the 2024 second quarter.', list: 'times', finds: ['«the 2024 second quarter» DATE 2024-Q2 ([2024-04..2024-06]) stated'] },
  { text: 'They live in the old quarter, a quarter of the fourth form.', list: 'times', finds: [] },
]

function readQuarter({ nth, year, half, shift }: Words, scene: Scene): Sense | undefined {
  const place = placeOf(nth)
  if (place === undefined || place > 4 || (half && place > 2)) return undefined
  const { day } = scene.basis
  const low = shift?.toLowerCase()
  const at = (y: number) => quarterAt(y, place, half !== undefined)
  if (year) return dated(at(Number(year)), { known: 'stated', anchor: 'none' }, scene)
  if (day === undefined) return undated('DATE', `XXXX-${half ? 'H' : 'Q'}${String(place)}`, scene)
  const now = civilOf(day)
  const began = (place - 1) * (half ? 6 : 3) < now.month
  // What ended just now is reported on in plans too: only one that ended longer ago comes again.
  const ahead = scene.tense.points === 'ahead' && now.month > place * (half ? 6 : 3) + 3
  const step = low?.startsWith('last') ? -1 : low?.startsWith('next') ? 1 : low?.startsWith('this') ? 0 : ahead ? 1 : began ? 0 : -1
  return dated(at(now.year + step), { known: 'implied', policy: step > 0 ? 'month-ahead' : 'month-past' }, scene)
}

/** A numbered quarter or half of a year: "the third quarter", "first-half", "the second quarter of 2014", "last year's fourth quarter". */
export const quarter: Pattern = {
  rule: 'time/en/quarter',
  on: ['the', 'first', 'second', 'third', 'fourth', 'this', 'last', 'next', 'fiscal', 'its', '#'],
  shape: shape(
    `(?:(?<shift>this|last|next) year[’']s |the (?:(?<year2>${YEAR}) )?|its )?(?:fiscal(?: |-))?(?<nth>first|second|third|fourth|[1-4](?:st|nd|rd|th))(?:-| )(?:fiscal )?(?:quarters?|(?<half>half))(?:(?:,? of| in|,)? (?:the )?(?:fiscal )?(?:year )?(?:(?<year>${YEAR})|(?<shift2>this|last|next) year))?`,
  ),
  mods: 'date',
  accepts: ({ half, year, year2, shift, shift2 }, _whole, _before, after) =>
    half === undefined || year !== undefined || year2 !== undefined || shift !== undefined || shift2 !== undefined || /^ of the year/.test(after),
  read: ({ shift2, year, year2, ...words }, scene) => readQuarter({ ...words, year: year ?? year2, shift: words['shift'] ?? shift2 }, scene),
}

/** "The latest quarter", "the quarter", "the year-ago period": the quarter told before, or the one that ended last. */
export const sameQuarter: Pattern = {
  rule: 'time/en/quarter',
  on: ['the', 'year', 'latest'],
  shape: shape(
    '(?:(?:the )?(?:comparable )?(?<ago>year-(?:ago|earlier))(?: (?:quarter|period|third quarter))?|the latest (?:quarter|period|three months)|the quarter(?:(?<ago2> a year (?:ago|earlier)))?)',
  ),
  accepts: (_words, _whole, _before, after) => !/^["”]?-to-/.test(after),
  read({ ago: adjective, ago2 }, { basis, quarter: find, mod }) {
    const ago = adjective ?? ago2
    const told = find()
    if (!told && basis.day === undefined) return undefined
    const stretch = told ? unitAt(told.first, 'quarter', ago ? -4 : 0) : unitAt(basis.day ?? 0, 'quarter', ago ? -5 : -1)
    return (
      stretch && { type: 'DATE', ...stretch, known: 'implied', policy: told ? 'on-from' : 'last-unit', ...(told && { anchor: told.id }), ...(mod && { mod }) }
    )
  },
}

/** A quarter by its letter: "Q3", "Q1 2019", "2017-Q1". */
export const lettered: Pattern = {
  rule: 'time/en/quarter',
  on: ['q1', 'q2', 'q3', 'q4', '#'],
  shape: shape(`(?:(?<year2>${YEAR})(?:-| )?)?Q(?<nth>[1-4])(?:(?:,? of| in|,)? (?<year>${YEAR}))?`),
  mods: 'date',
  read: ({ nth, year, year2 }, scene) => readQuarter({ nth: `${nth ?? ''}st`, year: year ?? year2 }, scene),
}
