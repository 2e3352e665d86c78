import type { Example } from '#model'
import type { Pattern } from '../pattern.ts'
import { oneOf } from '../calendar.ts'
import { shape } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'To rebuild the pier would take considerable time.', list: 'times', finds: ['«considerable time» DURATION PXX vague'] },
  { text: 'They have waited for a long time.', list: 'times', finds: ['«a long time» DURATION PXX ( ; [..2025-05-12]) vague'] },
  { text: 'It was a long wait, and time was short.', list: 'times', finds: [] },
]

/** A length that has no unit: "a long time", "a while", "some time". */
export const lapse: Pattern = {
  rule: 'time/en/while',
  on: ['a', 'some', 'considerable', 'quite', 'much', 'little', 'long'],
  shape: shape(
    '(?:(?:a|quite a|some|considerable|much|little)(?: very| fairly| relatively)? (?:(?:long|short|considerable|lengthy|brief) )?(?:time|while|period)|a while|long time)',
  ),
  mods: 'length',
  accepts: (_words, whole, before, after) =>
    !/^ (?:of|to (?:go|leave|act)|for|ago)\b/.test(after) &&
    (/^(?:a|quite a) (?:while|(?:\w+ )*(?:long|short|considerable|lengthy|brief) )/i.test(whole) || /^(?:some|considerable) time/i.test(whole)) &&
    !/\b(?:at|once|had) $/i.test(before),
  read(_words, { basis: { day }, tense, mod }) {
    const placed = day !== undefined && tense.ongoing
    return {
      type: 'DURATION',
      value: 'PXX',
      known: 'vague',
      policy: 'length',
      ...(placed ? { when: { end: oneOf(undefined, day) } } : { anchor: 'none' }),
      ...(mod && { mod }),
    }
  },
}
