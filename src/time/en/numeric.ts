import type { Edtf, Example } from '#model'
import { readRows } from '#text'
import { dayOf, formatDate, formatDay, isDate, shortYear } from '../calendar.ts'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { dayAt, dated } from '../reckon.ts'
import { shape } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The file is stamped 2019-05-04.', list: 'times', finds: ['«2019-05-04» DATE 2019-05-04 (2019-05-04) stated'] },
  {
    text: 'The order of 25/03/2024 stands, as does that of 3.25.2024.',
    list: 'times',
    finds: ['«25/03/2024» DATE 2024-03-25 (2024-03-25) stated', '«3.25.2024» DATE 2024-03-25 (2024-03-25) stated'],
  },
  { text: 'The letter is dated 04/05/2019.', list: 'times', finds: ['«04/05/2019» DATE 2019-XX-XX ([2019-04-05,2019-05-04]) vague'] },
  { text: 'The letter is dated 04/05/2019.', list: 'times', publisher: 'BBC News', finds: ['«04/05/2019» DATE 2019-05-04 (2019-05-04) implied'] },
  { text: 'The note says 31/02/2019, 2019-13-01, version 1.2.19.4, 9/11 and 24/7.', list: 'times', finds: [] },
]

const ORDERS = new Map(readRows('date-order', ['id', 'order']).map(({ id, order }) => [id, order]))

/** A year in two digits: within 80 years before and 20 after the day it counts from. */
function fullYear(digits: string, scene: Scene): number {
  return digits.length > 2 ? Number(digits) : shortYear(digits, scene.basis.day)
}

function readNumbers({ a = '', b = '', year: digits = '' }: Words, scene: Scene): Sense | undefined {
  const year = fullYear(digits, scene)
  const [one, two] = [Number(a), Number(b)]
  const order = ORDERS.get(scene.publisher ?? '')
  const orders = order === 'mdy' ? [[one, two]] : order === 'dmy' ? [[two, one]] : []
  // An outlet's order holds unless no calendar has that date.
  const both = [
    [one, two],
    [two, one],
  ]
  const plain = orders.some(([month = 0, day = 0]) => isDate(year, month, day)) ? orders : both
  const readings = plain.filter(([month = 0, day = 0]) => isDate(year, month, day)).map(([month = 0, day = 0]) => dayOf(year, month, day))
  const [first, second] = readings
  if (first === undefined) return undefined
  const known =
    order !== undefined && digits.length > 2 && one !== two && one <= 12 && two <= 12
      ? ({ known: 'implied', anchor: 'none', policy: 'outlet-order' } as const)
      : digits.length > 2
        ? ({ known: 'stated', anchor: 'none' } as const)
        : ({ known: 'implied', policy: 'century-of' } as const)
  if (second === undefined || first === second) return dated(dayAt(first), known, scene)
  const [early, late] = [Math.min(first, second), Math.max(first, second)]
  const start = `[${formatDay(early)},${formatDay(late)}]` as Edtf
  return dated({ value: `${formatDate(year)}-XX-XX`, when: { start } }, { known: 'vague', anchor: 'none', policy: 'numeric-order' }, scene)
}

/** Year, month and day in digits, as ISO 8601 has them, perhaps with the time of day. */
export const iso: Pattern = {
  rule: 'time/en/numeric',
  on: ['#'],
  shape: shape(
    '(?<year>[12]\\d{3})(?<mark>[-/.])(?<a>\\d{1,2})\\k<mark>(?<b>\\d{1,2})(?:(?:T| )(?<clock>[012]\\d:[0-5]\\d)(?::[0-5]\\d)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?',
  ),
  accepts: (_words, _whole, before, after) => !/[\d./$£€-]$/.test(before) && !/^[-/.]\d/.test(after),
  read({ year: digits, a, b, clock }, scene) {
    const [year, month, day] = [Number(digits), Number(a), Number(b)]
    if (!isDate(year, month, day)) return undefined
    const stretch = dayAt(dayOf(year, month, day))
    const known = { known: 'stated', anchor: 'none' } as const
    return clock ? dated({ ...stretch, value: `${stretch.value}T${clock}` }, known, scene, 'TIME') : dated(stretch, known, scene)
  },
}

/** Day, month and year in digits, in the order of the outlet's country; where that is not known and both orders are dates, both stand as one of two. */
export const numeric: Pattern = {
  rule: 'time/en/numeric',
  on: ['#'],
  shape: shape('(?<a>\\d{1,2})(?<mark>[-/.])(?<b>\\d{1,2})\\k<mark>(?<year>[12]\\d{3}|\\d{2})'),
  accepts: (_words, _whole, before, after) => !/[\d./$£€-]$/.test(before) && !/\b(?:version|v|ip|page|score) ?$/i.test(before) && !/^[-/.:]\d/.test(after),
  read: readNumbers,
}
