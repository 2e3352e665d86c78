import type { Edtf, Example, When } from '#model'
import { formatDay, oneOf, type Day } from '../calendar.ts'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { edge, stepDay } from '../reckon.ts'
import { vague } from './span.ts'
import { COUNT, countOf, lengthOf, NUMBER_STARTS, shape, SOME, SOME_STARTS, UNIT, unitOf, type Unit } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The road has been shut for nearly ten weeks.', list: 'times', finds: ['«nearly ten weeks» DURATION P10W LESS_THAN ([2025-03-03..2025-03-09] ; ..) vague'] },
  { text: 'They offered a two-month pause.', list: 'times', finds: ['«two-month» DURATION P2M stated'] },
  { text: 'The bakeries have been closed for several days.', list: 'times', finds: ['«several days» DURATION PXD ([2025-05-03..2025-05-09] ; ..) vague'] },
  { text: 'He served a day-labourer and a weekly paper, and paid five pounds.', list: 'times', finds: [] },
]

const CLOCK: readonly Unit[] = ['second', 'minute', 'hour']

/** Start of what has gone on so long up to the day: to the unit where the number is plain, a set of days where a policy bounds it. */
function since(day: Day, number: number, unit: Unit, mod: string | undefined): Edtf {
  const back = stepDay(day, -number, unit)
  if (mod === 'LESS_THAN') return oneOf(back, stepDay(day, 1 - number, unit) - 1)
  if (mod === 'MORE_THAN' || mod === 'EQUAL_OR_MORE') return oneOf(undefined, back)
  return edge(back, unit)
}

function going(number: number | undefined, unit: Unit, count: string, scene: Scene): Pick<Sense, 'when' | 'policy' | 'known'> {
  const { day } = scene.basis
  const known = scene.mod === 'LESS_THAN' ? 'vague' : 'implied'
  if (day === undefined) return { known: 'vague', policy: 'undated' }
  if (number !== undefined) {
    const policy = scene.mod === 'LESS_THAN' ? 'nearly' : scene.mod === 'MORE_THAN' ? 'more-than' : 'ongoing'
    return { known, policy, when: { start: since(day, number, unit, scene.mod), end: '..' } }
  }
  const { policy, bounds } = vague(count, unit, scene)
  const when: When = bounds ? { start: oneOf(stepDay(day, -bounds[1], unit), stepDay(day, -bounds[0], unit)), end: '..' } : { end: oneOf(undefined, day) }
  return { known: 'vague', policy, when }
}

/** "For the first time in a year", "the first talks in more than a decade": a stretch that ends with what is told. */
const FIRST_IN = /\b(?:first|last|only|highest|lowest|biggest|largest|worst|best|deadliest|longest|fewest)\b[^.;]{0,36}\bin (?:the )?$/

/** Where a length without a number lies: ahead of the day, or at an end on or before it. */
function unbounded(day: Day, bounds: [number, number] | undefined, unit: Unit, { tense, lead }: Scene): When {
  if (tense.points !== 'ahead') return { end: oneOf(undefined, day) }
  if (!bounds || !/\b(?:for|in|within) $/.test(lead)) return { start: oneOf(day, undefined) }
  return { start: formatDay(day), end: oneOf(stepDay(day, bounds[0], unit), stepDay(day, bounds[1], unit)) }
}

function readLength({ count = '', unit: word, old, long }: Words, scene: Scene): Sense {
  const unit = unitOf(word)
  const number = countOf(count)
  const value = lengthOf(number, unit)
  const mod = scene.mod ? { mod: scene.mod } : {}
  const base = { type: 'DURATION', value, ...mod } as const
  const runs = old !== undefined || (/(?:\bfor|\bin)\s+(?:the )?$/.test(scene.lead) && scene.tense.ongoing === true) || (long !== undefined && !scene.tense.points)
  if (runs && !CLOCK.includes(unit)) return { ...base, ...going(number, unit, count, scene) }
  const { day } = scene.basis
  if (day !== undefined && /\b(?:in|within)\s+$/.test(scene.lead) && scene.tense.points === 'ahead' && number !== undefined) {
    return { ...base, known: 'implied', policy: 'next-span', when: { start: formatDay(day), end: edge(stepDay(day, number, unit), unit) } }
  }
  if (number !== undefined && day !== undefined && FIRST_IN.test(scene.lead)) {
    return { ...base, known: 'implied', policy: 'more-than', when: { start: since(day, number, unit, scene.mod), end: oneOf(undefined, day) } }
  }
  if (number !== undefined) return { ...base, known: 'stated', anchor: 'none', policy: 'length' }
  const { policy, bounds } = vague(count, unit, scene)
  return { ...base, known: 'vague', policy, ...(day !== undefined && { when: unbounded(day, bounds, unit, scene) }) }
}

/** A length of time: "nearly ten weeks", "two-month", "10-day-old", "hours". */
export const duration: Pattern = {
  rule: 'time/en/duration',
  on: [...NUMBER_STARTS, ...SOME_STARTS, 'days', 'weeks', 'months', 'years', 'hours', 'decades', 'centuries', 'minutes', 'yearlong', 'monthlong', 'weeklong', 'daylong', 'decadelong'],
  shape: shape(
    `(?:(?<count>${COUNT}|${SOME})(?: or more| to ${COUNT})?(?: full| whole| straight| consecutive| long| more| additional)?(?: |-)(?<unit>${UNIT})(?:-(?<long>long))?(?:(?:-| )(?<old>old))?|(?<unit2>days|weeks|months|years|hours|decades|centuries|minutes)|(?<unit3>day|week|month|year|decade)(?<long3>-?long))`,
  ),
  mods: 'length',
  accepts({ count, unit2, unit: word = '' }, whole, before, after) {
    if (/^(?:some|many|few|a few|several)$/i.test(count ?? '') && !/s$/i.test(word)) return false
    if (/^second|^quarter$/i.test(word) && !/^\d/.test(count ?? '')) return /^(?:seconds|quarters)$/i.test(word) && !/^three$/i.test(count ?? '')
    if (/[$£€\d][,.]?$/.test(before) || /^-\p{L}/u.test(after)) return false
    if (/\byears?(?:(?:-| )|$)/i.test(whole) && /^(?:-| )olds?\b/.test(after)) return false
    if (unit2 !== undefined) return /\b(?:for|in|within|after|over|last|takes?|took|taken|spent|of)\s+$/i.test(before) || /^\s+(?:before|after|of|later|earlier)\b/i.test(after)
    return true
  },
  read: ({ count, unit: word, unit2, unit3, old, long, long3 }, scene) =>
    readLength({ count: count ?? (unit3 ? 'one' : ''), unit: word ?? unit2 ?? unit3, old, long: long ?? long3 }, scene),
}
