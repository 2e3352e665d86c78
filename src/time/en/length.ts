import type { Edtf, When } from '#model'
import { readRows } from '#text'
import { formatDay, oneOf, type Day } from '../calendar.ts'
import type { Scene, Sense } from '../pattern.ts'
import { edge, isFine, stepDay } from '../reckon.ts'
import { vague } from './span.ts'
import type { Unit } from './words.ts'

/** A length to be placed: its number (undefined where nobody gives one), unit and own words. */
export interface Length {
  readonly number: number | undefined
  readonly unit: Unit
  readonly count: string
  /** The words say that it goes on: "10-day-old", "monthlong". */
  readonly lasts: boolean
  /** It stands before a noun: "two-month". */
  readonly joined: boolean
  /** It is added to what there was: "five more years". */
  readonly more: boolean
}

type Placed = Pick<Sense, 'known' | 'policy' | 'when' | 'anchor'>

const LASTING = new Map(readRows('lasting', ['id', 'way']).map(({ id, way }) => [id, way]))
const CLOCK: readonly Unit[] = ['second', 'minute', 'hour']
/** "For the first time in a year", "the first talks in more than a decade": a stretch that ends with what is told. */
const FIRST_IN =
  /\b(?:first|last|only|most|least|worst|best|(?!interest|protest|request|arrest|forest|contest|invest|harvest|suggest|honest|modest|conquest|manifest|digest)\p{L}{3,}est)\b[^.;]{0,36}\bin (?:the )?$/u
const GIVEN_TO = /\b(?:has|have|is given|are given|gives?|leaves?|got)\b[^.;,]{0,24} $/
const LEFT_TO = /^ (?:left )?(?:in which )?to \p{Ll}/u
const OVER = /^(?:MORE_THAN|EQUAL_OR_MORE)$/

/** Start of what has gone on so long up to the day: to the unit where the number is plain, open or a set where words bound it. */
function since(day: Day, number: number, unit: Unit, mod: string | undefined): Edtf {
  const back = stepDay(day, -number, unit)
  if (mod === 'LESS_THAN') return oneOf(back, stepDay(day, 1 - number, unit) - 1)
  if (OVER.test(mod ?? '')) return oneOf(undefined, back)
  return mod === 'APPROX' && isFine(unit) ? (`${formatDay(back)}~` as Edtf) : edge(back, unit)
}

function setBack(day: Day, [low, high]: readonly [number, number], unit: Unit): Edtf {
  return oneOf(stepDay(day, -high, unit), stepDay(day, -low, unit))
}

/** It goes on up to the day and beyond. */
function goingOn(day: Day, { number, unit, count }: Length, scene: Scene): Placed {
  if (number !== undefined) {
    const policy = scene.mod === 'LESS_THAN' ? 'nearly' : OVER.test(scene.mod ?? '') ? 'more-than' : 'ongoing'
    return { known: scene.mod === 'LESS_THAN' ? 'vague' : 'implied', policy, when: { start: since(day, number, unit, scene.mod), end: '..' } }
  }
  const { policy, bounds } = vague(count, unit, scene)
  return { known: 'vague', policy, when: bounds ? { start: setBack(day, bounds, unit), end: '..' } : { end: oneOf(undefined, day) } }
}

/** It runs on from the day. */
function runOn(day: Day, { number, unit, count }: Length, scene: Scene): Placed {
  if (number !== undefined) {
    const far = stepDay(day, number, unit)
    const end = scene.mod === 'APPROX' && isFine(unit) ? (`${formatDay(far)}~` as Edtf) : edge(far, unit)
    // A saying of no known day is good to the month where its length is.
    const start = scene.basis.exact || isFine(unit) ? formatDay(day) : edge(day, unit)
    return { known: 'implied', policy: 'next-span', when: { start, end } }
  }
  const { policy, bounds } = vague(count, unit, scene)
  if (!bounds) return { known: 'vague', policy, when: { start: oneOf(day, undefined) } }
  return { known: 'vague', policy, when: { start: formatDay(day), end: oneOf(stepDay(day, bounds[0], unit), stepDay(day, bounds[1], unit)) } }
}

/** It is over: it ended on or before the day; it began so long before where words or a policy bound that. */
function over(day: Day, { number, unit, count }: Length, scene: Scene): Placed {
  const end = oneOf(undefined, day)
  if (number === undefined) {
    const { policy, bounds } = vague(count, unit, scene)
    return { known: 'vague', policy, when: { ...(bounds && { start: setBack(day, bounds, unit) }), end } }
  }
  const bound = OVER.test(scene.mod ?? '')
  const when: When = bound ? { start: since(day, number, unit, scene.mod), end } : { end }
  return bound ? { known: 'implied', policy: 'more-than', when } : { known: 'stated', policy: 'length', when }
}

/** "The first meeting in a year on Sunday": the year ends with that Sunday, or on or before the telling. */
function firstIn(day: Day, { unit }: Length, number: number, scene: Scene): Placed {
  const on = scene.beside()
  if (on) return { known: 'implied', policy: 'more-than', anchor: on.id, when: { start: since(on.first, number, unit, scene.mod), end: formatDay(on.first) } }
  return { known: 'implied', policy: 'more-than', when: { start: since(day, number, unit, scene.mod), end: oneOf(undefined, day) } }
}

function lasting(trail: string): string | undefined {
  const next = /^(?:-| )?(?:of )?([\p{L}-]+)(?: ([\p{L}-]+))?(?: ([\p{L}-]+))?/u.exec(trail)
  for (const word of next?.slice(1) ?? []) {
    const way = LASTING.get(word ?? '')
    if (way) return way
    if (/^(?:of|for|to|and|by|that|in|on|at|before|after)$/.test(word ?? '')) return undefined
  }
  return undefined
}

/** Its last day where it is good to the day, else its last month, about. */
function endFrom(day: Day, number: number, unit: Unit): Edtf {
  return isFine(unit) ? formatDay(stepDay(day, number, unit) - 1) : edge(stepDay(day, number, unit), unit)
}

/** Where a length lies on the calendar, as its clause tells; no `when` where nothing places it. */
export function placeLength(length: Length, scene: Scene): Placed {
  const {
    basis: { day },
    tense,
    lead,
    trail,
  } = scene
  const plain: Placed =
    length.number === undefined ? { known: 'vague', policy: vague(length.count, length.unit, scene).policy } : { known: 'stated', policy: 'length' }
  if (day === undefined) return { ...plain, anchor: 'none' }
  const from = length.number === undefined || CLOCK.includes(length.unit) ? undefined : scene.from()
  if (from && length.number !== undefined && !(from.begins && length.lasts)) {
    return {
      known: 'implied',
      policy: 'on-from',
      anchor: from.told.id,
      when: from.begins
        ? { start: formatDay(from.told.first), end: endFrom(from.told.first, length.number, length.unit) }
        : { start: formatDay(stepDay(from.told.first, from.sign * length.number, length.unit)) },
    }
  }
  if (CLOCK.includes(length.unit)) {
    const on = scene.beside()
    if (on) return { ...plain, anchor: on.id, when: { start: formatDay(on.first) } }
    return tense.points === 'back'
      ? { ...plain, when: { end: oneOf(undefined, day) } }
      : length.number === undefined && tense.points === 'ahead'
        ? { ...plain, when: { start: oneOf(day, undefined) } }
        : { ...plain, anchor: 'none' }
  }
  const noun = lasting(trail)
  const known = /\b(?:the|its|their|his|her|this|that|our|[’']s) $/.test(lead)
  const way = noun === 'may-go-on' ? (known && tense.points !== 'ahead' ? 'goes-on' : undefined) : noun
  if (length.more)
    return tense.points === 'ahead' && length.number !== undefined && /\b(?:in|within) $/.test(lead) ? runOn(day, length, scene) : { ...plain, anchor: 'none' }
  const led = /\b(?:for|in|over|during)\s+(?:the )?$/.test(lead) || (tense.ongoing === true && OVER.test(scene.mod ?? ''))
  const ended = /^[^.;]{0,40}\bended\b/.test(trail) || /\bended (?:the |a |an |its |their )?$/.test(lead)
  // "Has two weeks to answer": they run from now.
  if (LEFT_TO.test(trail) && GIVEN_TO.test(lead) && tense.points !== 'back' && length.number !== undefined && !length.joined) return runOn(day, length, scene)
  if (FIRST_IN.test(lead) && length.number !== undefined && !length.lasts) return firstIn(day, length, length.number, scene)
  if (
    length.lasts ||
    // "It has been six months since the vote".
    (tense.ongoing === true && tense.points === 'back' && length.number !== undefined && /^ since\b/.test(trail)) ||
    (led && tense.ongoing === true && tense.points !== 'ahead') ||
    (way === 'goes-on' && !ended && (length.joined || tense.points !== 'ahead'))
  )
    return goingOn(day, length, scene)
  if (way === 'given' && tense.points !== 'ahead') return runOn(day, length, scene)
  if (tense.points === 'ahead') {
    if (/\b(?:in|within)\s+(?:the )?$/.test(lead) || (length.number === undefined && led)) return runOn(day, length, scene)
    return length.number === undefined ? { ...plain, when: { start: oneOf(day, undefined) } } : { ...plain, anchor: 'none' }
  }
  if (tense.past || tense.points === 'back') return length.joined && !OVER.test(scene.mod ?? '') ? { ...plain, anchor: 'none' } : over(day, length, scene)
  return length.number === undefined ? over(day, length, scene) : { ...plain, anchor: 'none' }
}
