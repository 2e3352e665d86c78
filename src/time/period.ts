import { boundsOfWhen, type KnownPeriod } from '#model'
import { parseDay } from './calendar.ts'
import type { Pattern, Period } from './pattern.ts'

/** The periods of a case that can be placed: those whose start is known to the day or bounded by one. */
export function placePeriods(known: readonly KnownPeriod[]): Period[] {
  return known.flatMap(({ name, aliases = [], when }) => {
    const { first, last } = boundsOfWhen(when)
    const [from, to] = [parseDay(first ?? undefined), parseDay(last ?? undefined)]
    return from === undefined ? [] : [{ names: [name, ...aliases].map(one => one.toLowerCase()), when, first: from, ...(to !== undefined && { last: to }) }]
  })
}

function escape(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '[ \\u00A0]{1,2}')
}

/** Patterns for the names of a case's own periods: "the first phase" is when the case says it was. */
export function periodPatterns(known: readonly KnownPeriod[]): Pattern[] {
  return known.flatMap(({ name, aliases = [], when }) =>
    [name, ...aliases]
      .filter(words => words.trim() !== '')
      .map((words): Pattern => {
        const bare = words.trim().replace(/^the /i, '')
        const first = /[\p{L}\p{N}]+/u.exec(bare)?.[0] ?? ''
        return {
          rule: 'time/period',
          on: ['the', /^\d/.test(first) ? '#' : first.toLowerCase()],
          shape: new RegExp(`(?:the[ \\u00A0])?${escape(bare)}(?![\\p{L}\\p{N}])`, 'iuy'),
          read: () => ({ type: 'DATE', value: words, known: 'vague', anchor: 'none', policy: 'period', when }),
        }
      }),
  )
}

/** The first of the periods whose name stands in the words. */
export function periodIn(periods: readonly Period[], words: string): Period | undefined {
  return periods.find(({ names }) => names.some(name => words.includes(name)))
}
