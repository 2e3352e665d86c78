import type { Example } from '#model'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { dayAt, dated, stepDay, type Stretch } from '../reckon.ts'
import { ORDINAL, ORDINAL_STARTS, placeOf, countOf, shape, unitOf, COUNT, type Unit } from './words.ts'

export const examples: readonly Example[] = [
  {
    text: 'The port was idle on the 12th day of the strike, which began on 1 May 2025.',
    list: 'times',
    finds: ['«the 12th day» DATE 2025-05-12 (2025-05-12) implied'],
  },
  { text: 'The talks are in their third day.', list: 'times', finds: ['«third day» DATE 2025-05-12 (2025-05-12) implied'] },
  {
    text: 'He left on 3 May 2025 and on the second day of the march he fell ill.',
    list: 'times',
    finds: ['«the second day» DATE 2025-05-04 (2025-05-04) implied'],
  },
  { text: 'They won the first race and the third prize on a second try.', list: 'times', finds: [] },
]

function counted(place: number, unit: Unit, scene: Scene): [Stretch, NonNullable<Sense['anchor']>] | undefined {
  const { told, basis } = scene
  // What is told of the present counts up to the day of telling: "is in its third day".
  const now = basis.day !== undefined && (!scene.tense.past || told === undefined)
  if (now && basis.day !== undefined) return [dayAt(basis.day), basis.anchor]
  if (!told || told.grain !== 'day') return basis.day === undefined ? undefined : [dayAt(basis.day), basis.anchor]
  return [dayAt(stepDay(told.first, place - 1, unit)), told.id]
}

function readOrdinal({ nth, number, unit: word }: Words, scene: Scene): Sense | undefined {
  const place = placeOf(nth) ?? countOf(number)
  const unit = word === undefined ? 'day' : unitOf(word)
  const period = place === undefined ? undefined : scene.periodIn(scene.trail)
  if (period && place !== undefined) {
    const day = stepDay(period.first, place - 1, unit)
    return dated(dayAt(day), { known: 'implied', policy: 'counted', anchor: 'none' }, scene)
  }
  const found = place === undefined ? undefined : counted(place, unit, scene)
  if (!found) return undefined
  const [stretch, anchor] = found
  return dated(stretch, { known: 'implied', policy: 'counted', anchor }, scene)
}

/** The Nth day of something: counted from a period that the case names, from the date told, or up to the day of telling. */
export const ordinal: Pattern = {
  rule: 'time/en/ordinal',
  on: ['the', 'day', ...ORDINAL_STARTS],
  shape: shape(`(?:(?:the )?(?<nth>${ORDINAL})(?: |-)(?:straight |consecutive |successive )?(?<unit>day)|day (?<number>${COUNT}))`),
  accepts: ({ number, nth }, whole, before, after) =>
    number !== undefined
      ? /^[Dd]ay \d/.test(whole) && /^ of\b|^:/.test(after)
      : !/^-/.test(after) &&
        (/^\d/.test(nth ?? '') ||
          /\b(?:on|in|into|for|is|was|entered|entering|marked|marks|its|their|a|today is)(?: the| its| their| a)? $/i.test(before) ||
          /^ of\b/.test(after)) &&
        !/\b(?:a|every|each) $/i.test(before),
  read: readOrdinal,
}
