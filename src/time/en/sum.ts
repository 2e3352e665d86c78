import type { Example } from '#model'
import { formatDay, formatMonth, type Day } from '../calendar.ts'
import type { Pattern, Scene, Sense } from '../pattern.ts'
import { isFine, stepDay, undated } from '../reckon.ts'
import { placeLength } from './length.ts'
import { COUNT, countOf, lengthOf, NUMBER_STARTS, shape, UNIT, unitOf, type Unit } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'He was held for two years and three months.', list: 'times', finds: ['«two years and three months» DURATION P2Y3M ( ; [..2025-05-12]) stated'] },
  { text: 'The talks took an hour and 30 minutes.', list: 'times', finds: ['«an hour and 30 minutes» DURATION PT1H30M ( ; [..2025-05-12]) stated'] },
  { text: 'The road was cut two weeks and two days ago.', list: 'times', finds: ['«two weeks and two days ago» DATE 2025-04-26 (2025-04-26) implied'] },
  { text: 'Three days and two men were all that was left; five weeks, six months on.', list: 'times', finds: [], rule: 'time/en/sum' },
]

const ORDER: readonly Unit[] = ['century', 'decade', 'year', 'quarter', 'month', 'fortnight', 'week', 'day', 'hour', 'minute', 'second']

interface Part {
  readonly count: number
  readonly unit: Unit
}

/** The parts as one length in the smallest unit that they share; undefined where months meet days, which have no fixed length in each other. */
function oneLength(parts: readonly Part[]): Part | undefined {
  const sizes: Partial<Record<Unit, readonly [number, Unit]>> = {
    decade: [120, 'month'],
    year: [12, 'month'],
    month: [1, 'month'],
    week: [7, 'day'],
    day: [1, 'day'],
    hour: [60, 'minute'],
    minute: [1, 'minute'],
  }
  let [count, unit] = [0, undefined as Unit | undefined]
  for (const part of parts) {
    const [size, base] = sizes[part.unit] ?? []
    if (size === undefined || base === undefined || (unit !== undefined && base !== unit)) return undefined
    count += part.count * size
    unit = base
  }
  return unit && { count, unit }
}

function stepAll(day: Day, parts: readonly Part[], sign: number): Day {
  return parts.reduce((at, { count, unit }) => stepDay(at, sign * count, unit), day)
}

/** 'P2Y3M', 'PT1H30M', 'P1DT6H'. */
function valueOf(parts: readonly Part[]): string {
  const [dates, clocks] = [parts, parts].map((all, clock) => all.filter(({ unit }) => /^(?:hour|minute|second)$/.test(unit) === (clock === 1)))
  const letters = (list: readonly Part[] = []): string => list.map(({ count, unit }) => lengthOf(count, unit).replace(/^PT?/, '')).join('')
  return `P${letters(dates)}${clocks?.length ? `T${letters(clocks)}` : ''}`
}

function readSum(parts: readonly Part[], way: string | undefined, scene: Scene): Sense | undefined {
  const value = valueOf(parts)
  const whole = oneLength(parts)
  if (way === undefined) {
    const length = whole && { number: whole.count, unit: whole.unit, count: '', lasts: false, joined: false, more: false }
    const placed = length ? placeLength(length, scene) : ({ known: 'stated', policy: 'length', anchor: 'none' } as const)
    return { type: 'DURATION', value, ...(scene.mod && { mod: scene.mod }), ...placed }
  }
  const ago = /^ago$/i.test(way)
  const told = ago ? undefined : scene.told
  const from = told?.first ?? scene.basis.day
  if (from === undefined) return undated('DATE', value, scene)
  const day = stepAll(from, parts, /^later$/i.test(way) ? 1 : -1)
  const fine = parts.some(({ unit }) => isFine(unit)) && (told === undefined || told.grain === 'day')
  const on = fine ? formatDay(day) : formatMonth(day)
  const start = (fine ? on : `${on}~`) as typeof on
  return { type: 'DATE', value: on, known: 'implied', policy: ago ? 'ago' : 'on-from', ...(told && { anchor: told.id }), when: { start } }
}

const ONE = `(?:${COUNT}|an?)`

/** A length in two or three units: "two years and three months", "an hour and 30 minutes", "two weeks and two days ago". */
export const sum: Pattern = {
  rule: 'time/en/sum',
  on: [...NUMBER_STARTS, 'a', 'an'],
  shape: shape(
    `(?<a>${ONE}) (?<ua>${UNIT})(?:,| and|, and|) (?<b>${ONE}) (?<ub>${UNIT})(?:(?:,| and|, and|) (?<c>${ONE}) (?<uc>${UNIT}))?(?: (?<way>ago|later|earlier))?`,
  ),
  mods: 'length',
  accepts({ ua, ub, uc }) {
    const places = [ua, ub, uc].filter(word => word !== undefined).map(word => ORDER.indexOf(unitOf(word)))
    return places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? 0)))
  },
  read({ a, ua, b, ub, c, uc, way }, scene) {
    const parts = [
      [a, ua],
      [b, ub],
      [c, uc],
    ].flatMap(([words, unit]) => (words === undefined || unit === undefined ? [] : [{ count: countOf(words) ?? 1, unit: unitOf(unit) }]))
    return readSum(parts, way, scene)
  },
}
