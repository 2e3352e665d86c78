import { boundsOf, boundsOfWhen, overlaps, type Span, type TimeExpression } from '#model'

/** One input of the Microsoft DateTime specs: expressions with every resolution its library may give. */
export interface Spec {
  readonly id: string
  readonly dct: string | null
  readonly text: string
  readonly timexes: readonly SpecTimex[]
  readonly notSupported: string | null
}

interface SpecTimex {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly type: string | null
  readonly values: readonly SpecValue[]
}

interface SpecValue {
  readonly timex?: string
  readonly type: string
  readonly Mod?: string
  readonly value?: string
  readonly start?: string
  readonly end?: string
}

/** Letters and digits run together, day and month in digits without a year, signs for words. */
const SHORTHAND =
  /[~<>=½]|\b(?:cy|sy|fy|eo[ymw]|w\/c)\b|[a-z]\d|\d(?!(?:st|nd|rd|th|s|am|pm)\b)[a-z]|(?<![\d/.-])\d{1,2}[/.]\d{1,2}(?![\d/.-]\d)|\/[a-z]{3}|[a-z]\/|\d{8}/i

/** Why an input is out of scope, by its labels alone; undefined where it is in scope. */
export function outOfScope({ timexes, dct }: Spec): string | undefined {
  if (!dct) return 'no reference date'
  const types = timexes.map(one => (one.type ?? 'datetimeV2.other').replace('datetimeV2.', ''))
  if (types.some(type => type === 'timezone' || type === 'other')) return 'a time zone alone'
  if (types.some(type => type === 'time' || type === 'timerange')) return 'a clock time without a day: Parley dates days'
  if (SHORTHAND.test(timexes.map(one => one.text).join(' '))) return 'typed shorthand that no report prints ("3h", "mar4", "cy18", "10/1-11/7", "2014~2018")'
  const clocked = timexes.some(({ type, values }) => type === 'datetimeV2.datetime' && values.some(({ timex = '' }) => /T\d\d(?::\d\d:\d\d)/.test(timex)))
  return clocked ? 'an appointment to the second' : undefined
}

const dayBefore = (moment: string): string => {
  const time = Date.parse(`${moment.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(time) ? '' : new Date(time - 86_400_000).toISOString().slice(0, 10)
}
const day = (moment: string | undefined): string | null => moment?.slice(0, 10) ?? null

/** The first and last day that one resolution stands for; null = open. */
function boundsOfValue({ type, value, start, end }: SpecValue): [string | null, (string | null)[]] {
  if (type === 'date' || type === 'datetime' || (start === undefined && end === undefined)) return [day(value), [day(value)]]
  // Ends are exclusive for calendar units ("2014" ends on 2015-01-01) and plain for ranges between two days.
  return [day(start), end === undefined ? [null] : [dayBefore(end), day(end)]]
}

const LENGTHS: Record<string, string> = {
  P1D: 'PT24H',
  P7D: 'P1W',
  P14D: 'P2W',
  P10Y: 'P1DE',
  P3M: 'P1Q',
  P100Y: 'P1CE',
  P6M: 'P2Q',
  'XXXX-WXX-WE': 'P1WE',
  'P0.5Y': 'P6M',
}

function sameLength(ours: string, theirs: string | undefined): boolean {
  return (
    ours === theirs ||
    LENGTHS[theirs ?? ''] === ours ||
    (theirs !== undefined && LENGTHS[ours] === theirs) ||
    (/X/.test(ours) && theirs !== undefined && ours.replace('X', '3') === theirs)
  )
}

function rightOne(found: readonly TimeExpression[], { type, values }: SpecTimex): boolean {
  if (type === 'datetimeV2.duration') return found.some(one => values.some(value => sameLength(one.value, value.timex)))
  if (type === 'datetimeV2.set')
    return found.some(
      one =>
        one.type === 'SET' &&
        values.some(({ timex = '' }) => sameLength(one.value, timex) || one.value.replace(/^XXXX-XX-XX/, '').replace(/(T\d\d):00$/, '$1') === timex),
    )
  // What we mark as about ('2016-08~') is good to its own precision, and asked no more of.
  const about = (edge: string | undefined, theirs: string | undefined): boolean =>
    edge !== undefined && (edge.endsWith('~') ? (theirs ?? '').startsWith(edge.slice(0, -1)) : edge === theirs?.slice(0, 10))
  const bounds = found.flatMap(one => (one.when ? [boundsOfWhen(one.when)] : []))
  const [head, tail] = [bounds[0], bounds.at(-1)]
  const end = found.at(-1)?.when
  const until = end?.start === undefined && end?.end !== undefined ? boundsOf(end.end) : undefined
  return values.some(value => {
    if (found.some(one => one.value === value.timex)) return true
    if (
      found.some(
        ({ when }) =>
          when?.start?.endsWith('~') &&
          (value.start === undefined ? about(when.start, value.value) : about(when.start, value.start) && about(when.end, value.end)),
      )
    )
      return true
    if (found.some(({ when }) => when?.end?.endsWith('~') && (about(when.end, value.value) || (about(when.start, value.start) && about(when.end, value.end)))))
      return true
    // The specs begin the next N days on the morrow, our guide on the day itself.
    if (
      found.some(
        one =>
          one.type === 'DURATION' &&
          one.when?.start !== undefined &&
          value.start !== undefined &&
          one.when.start === dayBefore(value.start) &&
          (one.when.end === dayBefore(value.end ?? '') || about(one.when.end, value.end)),
      )
    )
      return true
    // "In two weeks" is a day for the specs and a length up to that day for us.
    if (value.type === 'date' && found.some(one => one.type === 'DURATION' && one.when?.end === value.value)) return true
    const [first, lasts] = boundsOfValue(value)
    // "Before" and "after" name a day and leave a side open: what has to be right is the day named.
    if (first === null || lasts.includes(null))
      return bounds.some(one => [one.first, one.last].some(edge => edge !== null && (edge === first || lasts.includes(edge))))
    // A range written as two dates is right where their hull is; between two months or years the specs end it where the last one begins.
    return (
      bounds.some(one => one.first === first && lasts.includes(one.last)) ||
      (head?.first === first &&
        tail !== undefined &&
        (lasts.includes(tail.last) || lasts.includes(tail.first) || (until !== undefined && lasts.includes(until.first))))
    )
  })
}

/** Whether every expression of an input is found and rightly resolved, and, of an input without any, nothing is found. */
export function rightSpec({ timexes }: Spec, times: readonly TimeExpression[]): boolean {
  if (timexes.length === 0) return times.length === 0
  return timexes.every(label =>
    rightOne(
      times.filter(one => overlaps(one.span, [label.start, label.end] as Span)),
      label,
    ),
  )
}
