import type { Example, Note, Span, TimeExpression } from '#model'
import { boundsOf } from '#model'
import { sentenceAt } from '#text'
import { firstSpans, quote, raise, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  {
    text: 'For nearly nine weeks the gate has been shut, since 18 January 2025.',
    list: 'notes',
    finds: ['duration-date «nearly nine weeks» «18 January 2025»'],
  },
  { text: 'For nearly nine weeks the gate has been shut, since 12 March 2025.', list: 'notes', finds: [] },
]

const DAYS: Readonly<Record<string, number>> = { D: 1, W: 7, M: 30.44, Y: 365.25 }

/** The length of a TIMEX3 duration in days; undefined for vague ones. */
export function daysOf(value: string): number | undefined {
  const match = /^P(\d+(?:\.\d+)?)([DWMY])$/.exec(value)
  return match ? Number(match[1]) * (DAYS[match[2] ?? ''] ?? 0) : undefined
}

/** Lengths of time that disagree with dates, that are told in two ways, or that cannot be checked inside the text. */
export function checkDurationDate(view: NoteView): Note[] {
  return [...sinceDates(view), ...twoWays(view), ...ages(view)]
}

const AGED =
  /\b(?:nearly |almost |about |over )?(?:[a-z]+|\d+)-(?:day|week|month|year)(?:-| )?(?:old|long)?(?= (?:[a-z]+ ){0,1}(?:cease-?fire|truce|strike|shutdown|crisis|conflict|war|blockade|siege|lull|standoff|insurgency|lockout|boycott|embargo))|\b(?:day|week|month|year)-?long(?= (?:cease-?fire|truce|strike|shutdown|blockade|siege|lockout|boycott|war|conflict))/gi
/** What stands in every such age: a unit before one of their nouns. Found sooner than the whole, which is tried at every word. */
const UNIT =
  /(?:day|week|month|year)(?:-| )?(?:old|long)?(?= (?:[a-z]+ )?(?:cease|truce|strike|shut|crisis|conflict|war|block|siege|lull|stand|insur|lock|boy|emb))/i

/** "a 10-day-old truce", "a monthlong strike": an age whose first day is to be compared with the dates told. */
function ages(view: NoteView): Note[] {
  const { text } = view.analysis.report
  if (!UNIT.test(text)) return []
  const spans = [...text.matchAll(AGED)].map((match): Span => [match.index, match.index + match[0].length])
  return firstSpans(spans, 2).flatMap(span =>
    raise('duration-date', [span], `${quote(view, span)}: the first and the last day that this length counts from are not given with it.`),
  )
}

/** One length once as a bound and once flat: "up to six months", later "the six months". */
function twoWays(view: NoteView): Note[] {
  const lengths = view.analysis.times.filter(time => time.type === 'DURATION' && daysOf(time.value) !== undefined)
  const bounded = lengths.find(time => time.mod && lengths.some(other => other.value === time.value && other.mod !== time.mod))
  const flat = bounded && lengths.find(other => other.value === bounded.value && other.mod !== bounded.mod)
  if (!bounded || !flat) return []
  const spans = firstSpans([bounded.span, flat.span], 2)
  return spans.length < 2 ? [] : raise('duration-date', spans, `One length in two ways: ${spans.map(span => quote(view, span)).join(' and ')}.`)
}

/** A length that disagrees with the date it is said to have begun on, counted to publication. */
function sinceDates(view: NoteView): Note[] {
  const { times, report } = view.analysis
  const until = report.published && report.text.includes('since ') ? boundsOf(report.published)?.last : undefined
  if (!until) return []
  return times.flatMap(length => {
    const days = length.type === 'DURATION' ? daysOf(length.value) : undefined
    const start = days === undefined ? undefined : sinceIn(view, length, times)
    const first = start?.when?.start ? boundsOf(start.when.start)?.first : undefined
    if (days === undefined || !start || !first) return []
    const told = Math.round((Date.parse(until) - Date.parse(first)) / 86_400_000)
    if (told <= 0 || Math.abs(told - days) <= Math.max(2, days * 0.08)) return []
    const spans: Span[] = length.span[0] < start.span[0] ? [length.span, start.span] : [start.span, length.span]
    return raise(
      'duration-date',
      spans,
      `${quote(view, length.span)} and ${quote(view, start.span)} do not agree: from that date to publication are ${String(told)} days.`,
    )
  })
}

/** The date after "since" in the same sentence. */
function sinceIn(view: NoteView, length: TimeExpression, times: readonly TimeExpression[]): TimeExpression | undefined {
  const sentence = sentenceAt(view.reading, length.span[0])
  return times.find(time => {
    if (time.type !== 'DATE' || !sentence || time.span[0] < sentence.span[0] || time.span[1] > sentence.span[1]) return false
    return /\bsince (?:\p{L}+ ){0,4}(?:on |in )?$/u.test(view.analysis.report.text.slice(Math.max(0, time.span[0] - 40), time.span[0]))
  })
}
