import type { When } from '#model'
import { say, tongue } from './words.svelte.ts'

const DAY = 86_400_000

/** One EDTF value taken apart: a set has limits, a date has none. */
interface Read {
  readonly first: string
  readonly last: string
  readonly set: boolean
  readonly about: boolean
}

function readEdtf(edtf: string): Read {
  const set = /^\[(.*?)\.\.(.*?)\]$/.exec(edtf)
  if (set) return { first: set[1] ?? '', last: set[2] ?? '', set: true, about: false }
  const plain = edtf.replace(/[?~%]$/, '')
  return { first: plain, last: plain, set: false, about: plain !== edtf }
}

const FORMS = new Map<string, Intl.DateTimeFormat>()

function localeNow(): string {
  return tongue() === 'ar' ? 'ar-u-ca-gregory' : 'en-GB'
}

function formOf(parts: 'day' | 'month' | 'year'): Intl.DateTimeFormat {
  const key = `${tongue()} ${parts}`
  let form = FORMS.get(key)
  if (!form) {
    const options: Intl.DateTimeFormatOptions = {
      timeZone: 'UTC',
      year: 'numeric',
      ...(parts !== 'year' && { month: 'long' }),
      ...(parts === 'day' && { day: 'numeric' }),
    }
    form = new Intl.DateTimeFormat(localeNow(), options)
    FORMS.set(key, form)
  }
  return form
}

/** What is longer than a month and shorter than a year, by its number in EDTF, level 1 and 2: its name, its first month and how many months it has. */
const PARTS: Readonly<Record<string, readonly [name: string, first: number, months: number]>> = {
  '21': ['spring', 3, 3],
  '22': ['summer', 6, 3],
  '23': ['autumn', 9, 3],
  '24': ['winter', 12, 3],
  '33': ['first', 1, 3],
  '34': ['second', 4, 3],
  '35': ['third', 7, 3],
  '36': ['fourth', 10, 3],
  '40': ['early', 1, 6],
  '41': ['late', 7, 6],
}

interface Stretch {
  readonly first: Date
  /** The day after the last. */
  readonly after: Date
  readonly words: () => string
}

/** A date that is no day, month or year: a decade, a season, a quarter, a half, a week of ISO 8601. */
function stretch(date: string): Stretch | undefined {
  const decade = /^(\d{2,3})X{1,2}$/.exec(date)
  if (decade && date.length === 4) {
    const [year, years] = [Number(date.replaceAll('X', '0')), 10 ** (4 - (decade[1]?.length ?? 3))]
    return { first: utc(year, 1), after: utc(year + years, 1), words: () => say('when.decade', { year: String(year) }) }
  }
  const [, year = '', part = ''] = /^(\d{4})-(\d{2})$/.exec(date) ?? []
  const found = PARTS[part]
  if (found) {
    const [name, month, months] = found
    return {
      first: utc(Number(year), month),
      after: utc(Number(year), month + months),
      words: () => say('when.season', { season: name, year: formOf('year').format(utc(Number(year), 1)) }),
    }
  }
  const [, ofYear = '', week = ''] = /^(\d{4})-W(\d{2})$/.exec(date) ?? []
  if (week === '') return undefined
  const fourth = new Date(Date.UTC(Number(ofYear), 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY + (Number(week) - 1) * 7 * DAY
  return { first: new Date(monday), after: new Date(monday + 7 * DAY), words: () => say('when.week', { week: String(Number(week)), year: ofYear }) }
}

function utc(year: number, month: number): Date {
  const made = new Date(Date.UTC(2000, month - 1, 1))
  made.setUTCFullYear(year + Math.floor((month - 1) / 12))
  return made
}

function instant(date: string): Date | undefined {
  const part = stretch(date)
  if (part) return part.first
  const found = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date)
  if (!found) return undefined
  const made = new Date(Date.UTC(2000, Number(found[2] ?? 1) - 1, Number(found[3] ?? 1)))
  made.setUTCFullYear(Number(found[1]))
  return Number.isNaN(made.getTime()) ? undefined : made
}

/** A date of one, two or three parts in words: '12 May 2025', 'May 2025', '2025'. What is no date stands as it is. */
export function dayInWords(date: string): string {
  const part = stretch(date)
  if (part) return part.words()
  const made = instant(date)
  if (!made) return date
  const parts = /^-?\d{4}-\d{2}-\d{2}/.test(date) ? 'day' : /^-?\d{4}-\d{2}$/.test(date) ? 'month' : /^-?\d{4}$/.test(date) ? 'year' : undefined
  return parts ? formOf(parts).format(made) : date
}

/** A day without its year, where the year is plain from what stands beside it. */
export function dayAndMonth(date: string): string {
  const made = instant(date)
  return made ? new Intl.DateTimeFormat(localeNow(), { timeZone: 'UTC', day: 'numeric', month: 'long' }).format(made) : date
}

function fullDay(date: string): boolean {
  return /^-?\d{4}-\d{2}-\d{2}$/.test(date)
}

function rangeInWords(first: string, last: string): string {
  const [a, b] = [instant(first), instant(last)]
  if (a && b && fullDay(first) && fullDay(last) && a <= b) return formOf('day').formatRange(a, b)
  return say('when.range', { first: dayInWords(first), last: dayInWords(last) })
}

/** One EDTF value in words. */
export function edtfInWords(edtf: string): string {
  const read = readEdtf(edtf)
  if (!read.set) return read.about ? say('when.about', { date: dayInWords(read.first) }) : dayInWords(read.first)
  if (read.first === '' && read.last === '') return say('when.undated')
  if (read.first === '') return say('when.by', { date: dayInWords(read.last) })
  if (read.last === '') return say('when.from', { date: dayInWords(read.first) })
  return rangeInWords(read.first, read.last)
}

/** A `when` in words; an open end says so, and no limit is filled in. */
export function whenInWords(when: When | undefined): string {
  if (!when || (!when.start && !when.end)) return say('when.undated')
  const { start, end } = when
  if (end === undefined) return edtfInWords(start ?? '')
  if (!start) return end === '..' ? say('when.undated') : say('when.ended', { date: edtfInWords(end) })
  if (end === '..') return openInWords(start)
  if (start === end) return say('when.within', { date: edtfInWords(start) })
  if (fullDay(start) && fullDay(end)) return rangeInWords(start, end)
  return say('when.range', { first: edtfInWords(start), last: edtfInWords(end) })
}

function openInWords(start: string): string {
  const read = readEdtf(start)
  if (read.set && read.first === '') return say('when.openBy', { date: dayInWords(read.last) })
  return read.set ? say('when.openWithin', { date: edtfInWords(start) }) : say('when.openSince', { date: edtfInWords(start) })
}

/** A `when` as EDTF, as machines exchange it. */
export function whenAsEdtf(when: When): string {
  if (when.end === undefined) return when.start ?? ''
  return `${when.start ?? ''}/${when.end}`
}

/** How a `when` is drawn. Hatched: some time within; an open side fades; a dot is a day. */
export type Drawing = 'day' | 'within' | 'about' | 'by' | 'from' | 'bar' | 'open' | 'openWithin' | 'openBy' | 'ended' | 'none'

/** Chooses the drawing of a `when`. */
export function drawingOf(when: When | undefined): Drawing {
  if (!when || (!when.start && !when.end)) return 'none'
  if (!when.start) return 'ended'
  const start = readEdtf(when.start)
  if (when.end === '..') return start.set ? (start.first === '' ? 'openBy' : 'openWithin') : 'open'
  if (when.end !== undefined) return when.start === when.end || readEdtf(when.end).set || start.set ? 'within' : 'bar'
  if (start.set) return start.first === '' ? 'by' : start.last === '' ? 'from' : 'within'
  if (start.about) return 'about'
  return fullDay(start.first) ? 'day' : 'within'
}

/** The first and last day that one EDTF value may stand for, as days since 1970; undefined where there is no limit. */
export function daysOf(edtf: string | undefined): { first: number | undefined; last: number | undefined } {
  if (edtf === undefined || edtf === '..') return { first: undefined, last: undefined }
  const read = readEdtf(edtf)
  return { first: read.first === '' ? undefined : firstDay(read.first), last: read.last === '' ? undefined : lastDay(read.last) }
}

/** The first day of a date, as days since 1970. */
export function firstDay(date: string): number | undefined {
  const made = instant(date)
  return made ? Math.floor(made.getTime() / DAY) : undefined
}

function lastDay(date: string): number | undefined {
  const part = stretch(date)
  if (part) return Math.floor(part.after.getTime() / DAY) - 1
  const made = instant(date)
  if (!made) return undefined
  if (/^-?\d{4}$/.test(date)) made.setUTCFullYear(made.getUTCFullYear() + 1, 0, 0)
  else if (/^-?\d{4}-\d{2}$/.test(date)) made.setUTCMonth(made.getUTCMonth() + 1, 0)
  return Math.floor(made.getTime() / DAY)
}

/** Days since 1970 as YYYY-MM-DD. */
export function dayAt(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10)
}

/** An instant in words, in the reader's own time. */
export function instantInWords(iso: string): string {
  const made = new Date(iso)
  if (Number.isNaN(made.getTime())) return iso
  return new Intl.DateTimeFormat(localeNow(), { dateStyle: 'long', timeStyle: 'short' }).format(made)
}
