import type { Example } from '#model'
import { civilOf, dayOf, isDate } from '../calendar.ts'
import type { Pattern } from '../pattern.ts'
import { dayAt, dated } from '../reckon.ts'
import { COUNT, countOf, NUMBER_STARTS, ORDINAL, ORDINAL_STARTS, placeOf, shape } from './words.ts'

export const examples: readonly Example[] = [
  {
    text: 'The war began on 24 February 2022. On its third anniversary crowds gathered.',
    list: 'times',
    finds: ['«third anniversary» DATE 2025-02-24 (2025-02-24) implied'],
  },
  {
    text: 'They signed on 3 May 2024 and marked the one-year anniversary by the river.',
    list: 'times',
    finds: ['«the one-year anniversary» DATE 2025-05-03 (2025-05-03) implied'],
  },
  { text: 'It was the tenth anniversary of the club, and an anniversary party of the third kind.', list: 'times', finds: [] },
]

/** An anniversary of a day told just before; where no day is told nothing says when it is. */
export const anniversary: Pattern = {
  rule: 'time/en/anniversary',
  on: ['the', ...new Set([...ORDINAL_STARTS, ...NUMBER_STARTS])],
  shape: shape(`(?:the )?(?:(?<nth>${ORDINAL})|(?<count>${COUNT})(?:-| )year) anniversary`),
  read({ nth, count }, scene) {
    const years = placeOf(nth) ?? countOf(count)
    const told = scene.toldDay()
    if (years === undefined || !told) return undefined
    const { year, month, day } = civilOf(told.first)
    const at = year + years
    // An anniversary of another thing would lie far from the days that the report is about.
    if (!isDate(at, month, day) || (scene.basis.day !== undefined && Math.abs(at - civilOf(scene.basis.day).year) > 1)) return undefined
    return dated(dayAt(dayOf(at, month, day)), { known: 'implied', policy: 'on-from', anchor: told.id }, scene)
  },
}
