import type { When } from '#model'
import { daysOf, firstDay, whenInWords } from './dates.ts'
import { say } from './words.svelte.ts'

/** How old something is on a day: exact, a range where the day it was held is one, or only its limit. */
export function ageInWords(when: When | undefined, day: string | null, at: string | undefined): string {
  const on = at === undefined ? undefined : firstDay(at)
  const { first, last } = daysOf(when?.start)
  if (on === undefined || last === undefined)
    return when ? whenInWords(when) : day === null ? say('when.undated') : say('age.published', { date: whenInWords({ start: day as never }) })
  if (first === undefined) return whenInWords(when)
  if (last > on) return whenInWords(when)
  if (first === last) return on === first ? say('age.today') : say('age.days', { n: on - first })
  return say('age.range', { from: on - last, to: on - first })
}
