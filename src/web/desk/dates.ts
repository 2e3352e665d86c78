import type { When } from '#model'
import { say, tongue } from './words.svelte.ts'

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

function instant(date: string): Date | undefined {
  const found = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date)
  if (!found) return undefined
  const made = new Date(Date.UTC(2000, Number(found[2] ?? 1) - 1, Number(found[3] ?? 1)))
  made.setUTCFullYear(Number(found[1]))
  return Number.isNaN(made.getTime()) ? undefined : made
}

/** A date of one, two or three parts in words: '12 May 2025', 'May 2025', '2025'. What is no date stands as it is. */
export function dayInWords(date: string): string {
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

const DAY = 86_400_000

/** The first day of a date, as days since 1970. */
export function firstDay(date: string): number | undefined {
  const made = instant(date)
  return made ? Math.floor(made.getTime() / DAY) : undefined
}

function lastDay(date: string): number | undefined {
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
