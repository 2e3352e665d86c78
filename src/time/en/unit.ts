import type { Example } from '#model'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { formatWeek, mondayOf, oneOf } from '../calendar.ts'
import { dated, undated, unitAt, type Stretch } from '../reckon.ts'
import { lengthOf, shape, unitOf } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The price of bread doubled last month.', list: 'times', finds: ['«last month» DATE 2025-04 (2025-04) implied'] },
  { text: 'The mediators return next week.', list: 'times', finds: ['«next week» DATE 2025-W21 ([2025-05-19..2025-05-25]) implied'] },
  { text: 'A vote is due later this week.', list: 'times', finds: ['«later this week» DATE 2025-W20 END ([2025-05-13..2025-05-18]) implied'] },
  { text: 'Later this year the seat will move.', list: 'times', finds: ['«Later this year» DATE 2025 END (2025) implied'] },
  { text: 'He spoke on “This Week” of his plans.', list: 'times', finds: [] },
  { text: 'This group met its last chance at the next table.', list: 'times', finds: [] },
]

const SHIFTS: Record<string, number> = { this: 0, current: 0, last: -1, past: -1, previous: -1, preceding: -1, next: 1, coming: 1, following: 1, upcoming: 1 }

/** Earlier this week is before the day that it counts from, later this week after it. */
export function partOfWeek({ words, basis: { day } }: Scene, unit: string, step: number): Stretch | undefined {
  if (day === undefined || unit !== 'week' || step !== 0) return undefined
  const monday = mondayOf(day)
  if (/^later/i.test(words) && day < monday + 6) return { value: formatWeek(day), when: { start: oneOf(day + 1, monday + 6) } }
  if (/^earlier/i.test(words) && day > monday) return { value: formatWeek(day), when: { start: oneOf(monday, day - 1) } }
  return undefined
}

function readUnit({ shift = '', unit: word }: Words, scene: Scene): Sense | undefined {
  const low = shift.toLowerCase().split(/\s+/).at(-1) ?? ''
  const unit = unitOf(word)
  const { day } = scene.basis
  if (day === undefined) return undated('DATE', lengthOf(undefined, unit), scene)
  const step = SHIFTS[low] ?? 0
  const stretch = partOfWeek(scene, unit, step) ?? unitAt(day, unit, step)
  return stretch && dated(stretch, { known: 'implied', policy: `${step === 0 ? 'this' : step < 0 ? 'last' : 'next'}-unit` }, scene)
}

/** Written as a title: on a broadcast of that name. */
const TITLE = /^[A-Z]\p{Ll}+ [A-Z]\p{Ll}+$/u

/** This, last and next week, weekend, month, quarter, year, decade, century. */
export const unit: Pattern = {
  rule: 'time/en/unit',
  on: ['this', 'last', 'next', 'the', 'current', 'coming', 'previous', 'past', 'following'],
  shape: shape(
    '(?<shift>this(?: past| coming)?|last|next|previous|past|following|(?:the )?(?:current|coming|upcoming)) (?:calendar |holiday |long |working |work(?:-| )?)?(?<unit>week|weekend|month|quarter|year|decade|century)',
  ),
  accepts: (_words, whole, before) =>
    (!/^(?:previous|past|following)\s/i.test(whole) || !/\b(?:the|a|his|her|their|its|our) $/i.test(before)) && !(TITLE.test(whole) && /["“‘]$/.test(before)),
  mods: 'date',
  read: readUnit,
}
