import type { Example } from '#model'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { dayAt, dated, undated, weekdayFrom } from '../reckon.ts'
import { shape, WEEKDAY, weekdayIn } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The guns fell silent at 5:30 p.m. EET on Friday.', list: 'times', finds: ['«5:30 p.m. EET on Friday» TIME 2025-05-09T17:30 (2025-05-09) implied'] },
  { text: 'Talks will resume at 10 a.m.', list: 'times', finds: ['«10 a.m.» TIME 2025-05-12T10:00 (2025-05-12) implied'] },
  { text: 'The truce began at midnight Saturday.', list: 'times', finds: ['«midnight Saturday» TIME 2025-05-10T24:00 (2025-05-10) implied'] },
  { text: 'Rovers won 5-3 on page 10, ratio 3:2, and the notice said 25:61.', list: 'times', finds: [] },
]

const ZONE =
  '(?:GMT|UTC|CET|CEST|EET|EEST|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|BST|IST|MSK|JST|KST|AST|Z|Eastern(?: time)?|local time|Moscow time|[A-Z]\\w+ time)'
const DAYPART = '(?:in the (?:morning|afternoon|evening)|at night)'

function hourOf({ hour, half }: Words): number {
  const number = Number(hour)
  const low = (half ?? '').toLowerCase()
  if (/^p|after|even|night/.test(low)) return number < 12 ? number + 12 : number
  return /^a|morn/.test(low) && number === 12 ? 0 : number
}

function readClock(words: Words, scene: Scene): Sense | undefined {
  const named = words['named']?.toLowerCase()
  const hour = named === undefined ? hourOf(words) : named === 'midnight' ? 24 : 12
  const minute = words['minute'] ?? '00'
  if (hour > 24 || Number(minute) > 59) return undefined
  const clock = `T${String(hour).padStart(2, '0')}:${minute}`
  const { day } = scene.basis
  if (words['weekday'] && day !== undefined) {
    const ahead = scene.tense.points === 'ahead'
    const on = dayAt(weekdayFrom(day, weekdayIn(words['weekday']), ahead))
    return dated({ ...on, value: `${on.value}${clock}` }, { known: 'implied', policy: ahead ? 'weekday-ahead' : 'weekday-past' }, scene, 'TIME')
  }
  const near = scene.told?.grain === 'day' && scene.span[0] - scene.told.span[1] < 160
  const on = near ? scene.told.first : day
  if (on === undefined) return undated('TIME', `XXXX-XX-XX${clock}`, scene)
  return dated(
    { ...dayAt(on), value: `${dayAt(on).value}${clock}` },
    { known: 'implied', policy: near ? 'on-from' : 'day-of', ...(near && { anchor: scene.told.id }) },
    scene,
    'TIME',
  )
}

const TAIL = `(?: ${ZONE})?(?:,?(?: on)? (?<weekday>${WEEKDAY})(?: (?:morning|afternoon|evening|night))?)?`

/** A clock time, perhaps with its zone and weekday; the day is that told before, else the day it counts from. The zone stays in the words. */
export const clock: Pattern = {
  rule: 'time/en/clock',
  on: ['#', 'midnight', 'noon', 'midday'],
  shape: shape(
    `(?:(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))? ?(?<half>[ap]\\.? ?m\\.?|o[’']clock(?: ${DAYPART})?|(?=${ZONE})|${DAYPART})|(?<named>midnight|noon|midday))${TAIL}`,
  ),
  mods: 'length',
  accepts: ({ hour, half, minute }, _whole, before) => hour === undefined || (!/[\d:.,$£€-]$/.test(before) && (half !== '' || minute !== undefined)),
  read: readClock,
}
