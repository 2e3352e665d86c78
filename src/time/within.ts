import { boundsOfWhen, type TimeExpression, type When } from '#model'
import { oneOf, parseDay } from './calendar.ts'

function sameWhen(a: When | undefined, b: When | undefined): boolean {
  return a?.start === b?.start && a?.end === b?.end
}

/** The days that either may stand for, where both are one moment; undefined for lengths and open ends. */
function hull(a: When | undefined, b: When | undefined): When | undefined {
  if (!a?.start || !b?.start || a.end !== undefined || b.end !== undefined) return undefined
  const [first, last] = [boundsOfWhen(a).first, boundsOfWhen(b).last].map(edge => parseDay(edge ?? undefined))
  return first === undefined || last === undefined || first > last ? undefined : { start: oneOf(first, last) }
}

/** What two values share, part by part; the rest is X. */
function sharedValue(a: string, b: string): string {
  if (a === b) return a
  const [x, y] = [a.split('-'), b.split('-')]
  if (x.length !== y.length) return 'XXXX-XX-XX'
  return x.map((part, i) => (part === y[i] ? part : part.replace(/[^T]/g, 'X'))).join('-')
}

function meet(early: TimeExpression, late: TimeExpression): TimeExpression {
  if (early.value === late.value && sameWhen(early.when, late.when)) return late
  const { when: _when, policy: _policy, ...rest } = late
  const when = hull(early.when, late.when)
  return { ...rest, value: sharedValue(early.value, late.value), known: 'vague', policy: 'published-within', ...(when && { when }) }
}

/**
 * The times of a report whose publication is known only to lie between two days: read from the first and from the last of them. What both
 * give alike is known; of the rest the days that it may be, or none.
 */
export function meetTimes(early: readonly TimeExpression[], late: readonly TimeExpression[]): TimeExpression[] {
  const byId = new Map(early.map(time => [time.id, time]))
  return late.flatMap(time => {
    const other = byId.get(time.id)
    return other ? [meet(other, time)] : []
  })
}
