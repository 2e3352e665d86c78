import type { Edtf, Example } from '#model'
import { civilOf, formatDate, formatDay, formatMonth, oneOf, type Day } from '../calendar.ts'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { isFine, stepDay, undated, unitAt, yearAt } from '../reckon.ts'
import { COUNT, countOf, lengthOf, NUMBER_STARTS, shape, SOME, SOME_STARTS, UNIT, unitOf, type Unit } from './words.ts'
import { vague } from './span.ts'

export const examples: readonly Example[] = [
  { text: 'The well was dug three days ago.', list: 'times', finds: ['«three days ago» DATE 2025-05-09 (2025-05-09) implied'] },
  { text: 'The two sides split a year ago.', list: 'times', finds: ['«a year ago» DATE 2024-05 (2024-05~) implied'] },
  {
    text: 'The camp was set up on 2 April 2025. Three days later it burned.',
    list: 'times',
    finds: ['«Three days later» DATE 2025-04-05 (2025-04-05) implied'],
  },
  {
    text: 'The plan came in March 2025 and three weeks later it failed.',
    list: 'times',
    finds: ['«three weeks later» DATE 2025 ([2025-03-22..2025-04-21]) implied'],
  },
  { text: 'The mill was sold years ago.', list: 'times', finds: ['«years ago» DATE PAST_REF ([..2025-05-12]) vague'] },
  { text: 'Three days of talks brought nothing long ago.', list: 'times', finds: [] },
]

/** The date so many units from a day, as precise as the unit. */
export function placed(day: Day, unit: Unit): { value: string; start: Edtf } {
  if (unit === 'decade' || unit === 'century') return { value: yearAt(civilOf(day).year).value, start: `${yearAt(civilOf(day).year).value}~` as Edtf }
  if (unit === 'month' || unit === 'quarter' || unit === 'year') return { value: formatMonth(day), start: `${formatMonth(day)}~` as Edtf }
  return { value: formatDay(day), start: formatDay(day) }
}

/** The date so many units from a date told, no more precise than that was: three weeks after "last month" lie within a month. */
function placedFrom(told: Scene['told'], from: Day, count: number, unit: Unit): { value: string; start: Edtf } | undefined {
  const plain = placed(stepDay(from, count, unit), unit)
  if (!told || told.grain === 'day' || told.first === told.last) return plain
  const [first, last] = [stepDay(told.first, count, unit), stepDay(told.last, count, unit)]
  // Days after a year are no days at all.
  if (isFine(unit) && told.grain === 'year') return undefined
  if (isFine(unit)) return { value: civilOf(first).month === civilOf(last).month ? formatMonth(first) : plain.value.slice(0, 4), start: oneOf(first, last) }
  if (told.grain !== 'year') return plain
  return unit === 'year'
    ? { value: formatDate(civilOf(first).year), start: formatDate(civilOf(first).year) }
    : { ...plain, value: formatDate(civilOf(first).year), start: `[${formatMonth(first)}..${formatMonth(last)}]` as Edtf }
}

/** How far, in characters, a comparison reaches back to the quarter that it is made with. */
const COMPARED = 700

function readAgo({ count = '', unit: word, way = '' }: Words, scene: Scene): Sense | undefined {
  const unit = unitOf(word)
  // A line of its own is the page's, counted from the day that somebody fetched it.
  if (scene.lead === '' && /^(?:\n|$)/.test(scene.trail)) return { type: 'DATE', value: 'PAST_REF', known: 'vague', anchor: 'none', policy: 'undated' }
  const number = countOf(count)
  const ago = /ago|back/i.test(way)
  const quarter = unit === 'year' && number !== undefined && scene.mod === undefined ? scene.quarter() : undefined
  const compared = quarter && unitAt(quarter.first, 'quarter', -4 * (number ?? 1))
  // Beside a quarter "a year earlier" is the same quarter of that year.
  if (quarter && compared && scene.span[0] - quarter.span[1] < COMPARED && !/later|after/i.test(way))
    return { type: 'DATE', ...compared, known: 'implied', anchor: quarter.id, policy: 'on-from' }
  const from = ago ? scene.basis.day : (scene.told?.first ?? scene.basis.day)
  const anchor = ago || !scene.told ? scene.basis.anchor : scene.told.id
  if (from === undefined) return undated('DATE', number === undefined ? 'PAST_REF' : lengthOf(number, unit), scene)
  const sign = /later|after/i.test(way) ? 1 : -1
  const policy = ago ? 'ago' : 'on-from'
  const mod = scene.mod ? { mod: scene.mod } : {}
  if (number === undefined) {
    const { policy: length, bounds } = vague(count, unit, scene)
    if (!bounds)
      return {
        type: 'DATE',
        value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF',
        known: 'vague',
        anchor,
        policy: 'past-ref',
        when: { start: sign < 0 ? oneOf(undefined, from) : oneOf(from, undefined) },
        ...mod,
      }
    const [a, b] = bounds.map(n => stepDay(from, sign * n, unit)) as [Day, Day]
    return {
      type: 'DATE',
      value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF',
      known: 'vague',
      anchor,
      policy: length,
      when: { start: oneOf(Math.min(a, b), Math.max(a, b)) },
      ...mod,
    }
  }
  const on = placedFrom(ago ? undefined : scene.told, from, sign * number, unit)
  if (!on) return undated('DATE', lengthOf(number, unit), scene)
  return { type: 'DATE', value: on.value, known: 'implied', anchor, policy, when: { start: on.start }, ...mod }
}

/** N units ago (from the publication), later, earlier, before, after (from the date told before). */
export const ago: Pattern = {
  rule: 'time/en/ago',
  on: [...NUMBER_STARTS, ...SOME_STARTS, 'days', 'weeks', 'months', 'years', 'decades', 'centuries', 'hours'],
  shape: shape(
    `(?:(?<count>${COUNT}|${SOME}) (?:full |long )?(?<unit>${UNIT})|(?<bare>days|weeks|months|years|decades|centuries|hours)) (?<way>ago|back|later(?! (?:this|that|in|on|today))|earlier(?! (?:this|that|in|on|today))|before(?! [\\p{L}\\d])|previously|afterwards?)`,
  ),
  mods: 'length',
  read: ({ bare, unit, ...words }, scene) => readAgo({ ...words, unit: unit ?? bare }, scene),
}
