import type { Example } from '#model'
import type { Pattern, Scene, Sense } from '../pattern.ts'
import { dayAt, dated, undated } from '../reckon.ts'
import { shape } from './words.ts'

export const examples: readonly Example[] = [
  {
    text: 'The camp was raided on 2 May 2025. The next morning the tents were gone.',
    list: 'times',
    finds: ['«The next morning» TIME 2025-05-03TMO (2025-05-03) implied'],
  },
  { text: 'The town was shelled on Friday, and that night the power failed.', list: 'times', finds: ['«that night» TIME 2025-05-09TNI (2025-05-09) implied'] },
  { text: 'A council member spoke in the morning.', list: 'times', finds: ['«the morning» TIME 2025-05-12TMO (2025-05-12) implied'] },
  { text: 'The Evening Post and the Night Watch are papers; a night guard slept.', list: 'times', finds: [] },
]

/** Parts of the day: their words and TIMEX3 codes. */
const CODES: readonly (readonly [start: string, code: string])[] = [
  ['morning', 'MO'],
  ['dawn', 'MO'],
  ['afternoon', 'AF'],
  ['midafternoon', 'AF'],
  ['evening', 'EV'],
  ['dusk', 'EV'],
  ['night', 'NI'],
  ['overnight', 'NI'],
  ['lunch', 'MI'],
  ['midday', 'MI'],
  ['noon', 'MI'],
]

/** A part of the day, in the group `part`. */
export const PART = '(?<part>mornings?|afternoons?|evenings?|nights?|lunchtime)'

/** 'MO', 'AF', 'EV', 'NI', 'MI' for the words of a part of the day. */
export function partOf(word: string): string {
  const low = word.toLowerCase()
  return CODES.find(([start]) => low.startsWith(start))?.[1] ?? 'DT'
}

const STEPS: Record<string, number> = { next: 1, following: 1, previous: -1 }

function readPart(way: string | undefined, part: string, scene: Scene): Sense | undefined {
  const { told, basis } = scene
  const near = told?.grain === 'day' && (way !== undefined || scene.history || scene.span[0] - told.span[1] < 200)
  const from = near ? told.first : basis.day
  if (from === undefined) return undated('TIME', `XXXX-XX-XXT${partOf(part)}`, scene)
  const on = dayAt(from + (STEPS[way?.toLowerCase() ?? ''] ?? 0))
  const rest = near ? ({ policy: 'on-from', anchor: told.id } as const) : { policy: 'day-of' }
  return dated({ ...on, value: `${on.value}T${partOf(part)}` }, { known: 'implied', ...rest }, scene, 'TIME')
}

/** A part of the day without its day: that night, the next morning, in the evening, at dawn. */
export const part: Pattern = {
  rule: 'time/en/part',
  on: ['the', 'that', 'morning', 'night', 'dawn', 'dusk', 'nightfall', 'mid', 'midafternoon'],
  shape: shape(
    '(?:(?:the |that )(?:(?<way>next|following|previous|same) )?(?<part>morning|afternoon|evening|night)(?<before> before)?|(?<alone>night|dawn|dusk|nightfall|midafternoon|mid(?:-| )afternoon))',
  ),
  mods: 'date',
  accepts({ way, alone, before: ago }, whole, before, after) {
    if (ago !== undefined) return way === undefined && /^(?:[.,;?!]|\s*$)/.test(after)
    if (/^(?:-| (?:of [A-Z]|watch|shift|sky|guard|prayers?|session|edition|raid|before|after|flight|club|train|time))/.test(after)) return false
    if (alone !== undefined) return /\b(?:at|by|before|after|until|since) $/i.test(before)
    return way !== undefined || /^that /i.test(whole) || /\b(?:in|during|on|by|of|into|over|throughout|through|until) $/i.test(before)
  },
  read: ({ way, part: word, alone, before }, scene) => readPart(before ? 'previous' : way, word ?? (alone ?? '').replace(/^mid[- ]?|fall$/, ''), scene),
}
