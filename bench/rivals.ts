import * as chrono from 'chrono-node'
import nlp from 'compromise'
import dates from 'compromise-dates'
import recognizers from '@microsoft/recognizers-text-date-time'
import type { Timex } from '../gold/timex.ts'

/** A tagger of time expressions: text and publication day in, spans with TIMEX3 values out. */
export interface Tagger {
  readonly name: string
  readonly tag: (text: string, day: string) => Timex[]
}

const PARTS: readonly (readonly [word: RegExp, code: string])[] = [
  [/morning/i, 'MO'],
  [/afternoon/i, 'AF'],
  [/evening/i, 'EV'],
  [/night/i, 'NI'],
]
const LEAD = /^(?:on|in|at|by|for|since|until|from|during|the day of)\s+/i

const two = (number: number): string => String(number).padStart(2, '0')

/** The ISO week of a day, as TIMEX3 writes it. */
function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * 86_400_000)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return `${String(thursday.getUTCFullYear())}-W${two(1 + Math.floor((thursday.getTime() - first) / 604_800_000))}`
}

/** A span without the preposition that some of them take in, for an equal count of exact spans. */
function span(start: number, text: string): [number, number] {
  const lead = LEAD.exec(text)?.[0].length ?? 0
  const words = text.replace(/[\s.,;:!?"”’)]+$/, '')
  return [start + lead, start + Math.max(lead, words.length)]
}

/** chrono-node, casual, its result at the precision that it says it knows. */
const chronoNode: Tagger = {
  name: 'chrono-node',
  tag: (text, day) =>
    chrono.parse(text, { instant: new Date(`${day}T12:00:00Z`), timezone: 0 }).map(({ index, text: words, start }): Timex => {
      const at = (part: chrono.Component): string => two(start.get(part) ?? 0)
      const year = String(start.get('year') ?? 0).padStart(4, '0')
      const whole = `${year}-${at('month')}-${at('day')}`
      const part = PARTS.find(([word]) => word.test(words))?.[1]
      if (/\bweek\b/i.test(words) && start.isCertain('day')) return { span: span(index, words), type: 'DATE', value: weekOf(whole) }
      if (part) return { span: span(index, words), type: 'TIME', value: `${whole}T${part}` }
      if (start.isCertain('hour')) return { span: span(index, words), type: 'TIME', value: `${whole}T${at('hour')}:${at('minute')}` }
      const value = start.isCertain('day') || start.isCertain('weekday') ? whole : start.isCertain('month') ? `${year}-${at('month')}` : year
      return { span: span(index, words), type: 'DATE', value }
    }),
}

interface Resolution {
  readonly timex?: string
  readonly type: string
  readonly value?: string
  readonly start?: string
}

/** Of several resolutions of Microsoft's the latest not after the publication day, as news mostly means. */
function pick(values: readonly Resolution[], day: string): Resolution | undefined {
  const of = (one: Resolution): string => (one.value ?? one.start ?? '').slice(0, 10)
  return [...values].reverse().find(one => of(one) <= day) ?? values[0]
}

function valueOf(one: Resolution): string {
  const timex = one.timex ?? ''
  if (!/^XXXX|^\(/.test(timex)) return timex.replace(/T(\d\d)$/, 'T$1:00')
  const day = (one.value ?? one.start ?? '').slice(0, 10)
  const clock = /T(?:[A-Z]{2}|\d\d(?::\d\d)?)/.exec(timex)?.[0].replace(/^T(\d\d)$/, 'T$1:00') ?? ''
  return /^XXXX-\d\d$/.test(timex) ? day.slice(0, 7) : `${day}${clock}`
}

/** @microsoft/recognizers-text-date-time for English. */
const microsoft: Tagger = {
  name: '@microsoft/recognizers-text-date-time',
  tag: (text, day) =>
    recognizers.recognizeDateTime(text, recognizers.Culture.English, recognizers.DateTimeOptions.None, new Date(`${day}T12:00:00Z`)).map((found): Timex => {
      const values = (found.resolution as { values?: Resolution[] } | null)?.values ?? []
      const one = pick(values, day)
      const type = one?.type === 'duration' ? 'DURATION' : one?.type === 'set' ? 'SET' : /time/.test(one?.type ?? '') ? 'TIME' : 'DATE'
      return { span: span(found.start, text.slice(found.start, found.end + 1)), type, value: one ? valueOf(one) : '' }
    }),
}

interface Found {
  readonly text: string
  readonly offset: { readonly start: number; readonly length: number }
  readonly dates?: {
    readonly start: string | null
    readonly end: string | null
    readonly unit?: string
    readonly repeat?: { readonly interval?: Record<string, number> }
  }
  readonly duration?: Record<string, number>
}
interface Doc {
  dates(options: object): { json(options: object): Found[] }
  durations(): { json(options: object): Found[] }
}

const LETTERS: Record<string, string> = { year: 'Y', month: 'M', week: 'W', day: 'D', quarter: 'Q' }
const lengthOf = (parts: Record<string, number>): string =>
  `P${Object.entries(parts)
    .map(([unit, count]) => `${String(count)}${LETTERS[unit.replace(/s$/, '')] ?? ''}`)
    .join('')}`

function dateOf({ text, offset, dates: found }: Found): Timex {
  const where = span(offset.start, text)
  if (found?.repeat?.interval) return { span: where, type: 'SET', value: lengthOf(found.repeat.interval) }
  const start = found?.start?.slice(0, 10) ?? ''
  const value = found?.unit === 'week' ? weekOf(start) : found?.unit === 'year' ? start.slice(0, 4) : found?.unit === 'month' ? start.slice(0, 7) : start
  return { span: where, type: 'DATE', value }
}

const plugged = nlp.extend(dates as Parameters<typeof nlp.extend>[0])

/** compromise with compromise-dates: dates, then durations that no date covers. A text on which it throws gives none. */
const compromise: Tagger = {
  name: 'compromise-dates',
  tag(text, day) {
    try {
      const doc = plugged(text) as unknown as Doc
      const found = doc.dates({ today: day, timezone: 'UTC' }).json({ offset: true }).map(dateOf)
      const lengths = doc
        .durations()
        .json({ offset: true })
        .map((one): Timex => ({ span: span(one.offset.start, one.text), type: 'DURATION', value: lengthOf(one.duration ?? {}) }))
      return [...found, ...lengths.filter(one => !found.some(other => other.span[0] < one.span[1] && one.span[0] < other.span[1]))]
    } catch {
      return []
    }
  },
}

/** The taggers from the registry that ours is measured beside. */
export const RIVALS: readonly Tagger[] = [chronoNode, microsoft, compromise]
