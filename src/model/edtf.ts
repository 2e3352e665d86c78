import type { Edtf, When } from './when.ts'

/** The first and last day that a date may stand for, as 'YYYY-MM-DD'; null = no limit on that side. */
export interface Bounds {
  readonly first: string | null
  readonly last: string | null
}

/** How sure a date is: '?' uncertain, '~' approximate, '%' both. EDTF level 1, section "qualification". */
export type Qualifier = '?' | '~' | '%'

/**
 * One date: year alone, with month, or with month and day. `open` counts the year's last digits that are not given ('201X' is 2010 with 1);
 * month or day 'XX' is not given. A season (21–24, level 1) stands in `month`. `week`: an ISO week, which ISO 8601 has and EDTF leaves out.
 */
export interface EdtfDate {
  readonly kind: 'date'
  readonly year: number
  readonly open?: number
  readonly month?: number | 'XX'
  readonly day?: number | 'XX'
  readonly week?: number
  readonly qualifier?: Qualifier
}

/** From one date to another inside a set; a side left out is open. */
export interface EdtfStretch {
  readonly kind: 'stretch'
  readonly from?: EdtfDate
  readonly to?: EdtfDate
}

/** One of these dates ('[..]', level 2), or all of them ('{..}'). */
export interface EdtfSet {
  readonly kind: 'set'
  readonly of: 'one' | 'all'
  readonly members: readonly (EdtfDate | EdtfStretch)[]
}

/** What an EDTF string that Parley reads says. */
export type EdtfValue = EdtfDate | EdtfSet

const DATE =
  /^(?:(-?\d{4})|(\d{1,3})(X{1,3})|Y(-?\d{5,9}))(?:-W(\d{2})|-(\d{2}|XX)(?:-(\d{2}|XX)(?:T(?:[01]\d|2[0-3])(?::[0-5]\d){1,2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?([?~%])?$/

/** The last day of a month in the proleptic Gregorian calendar. */
export function lastDayOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function part(digits: string | undefined): number | 'XX' | undefined {
  return digits === undefined ? undefined : digits === 'XX' ? 'XX' : Number(digits)
}

function isPossible({ year, month, day, week }: EdtfDate): boolean {
  if (week !== undefined) return week >= 1 && week <= 53
  if (typeof month === 'number' && !((month >= 1 && month <= 12) || (month >= 21 && month <= 24 && day === undefined))) return false
  return typeof day !== 'number' || (day >= 1 && day <= (typeof month === 'number' ? lastDayOf(year, month) : 31))
}

function parseDate(edtf: string): EdtfDate | undefined {
  const match = DATE.exec(edtf)
  if (!match) return undefined
  const [, plain, known = '', open = '', far, week, month, day, qualifier] = match
  if (open !== '' && known.length + open.length !== 4) return undefined
  const year = Number(far ?? plain ?? known.padEnd(4, '0'))
  const [m, d] = [part(month), part(day)]
  const date: EdtfDate = {
    kind: 'date',
    year,
    ...(open !== '' && { open: open.length }),
    ...(m !== undefined && { month: m }),
    ...(d !== undefined && { day: d }),
    ...(week !== undefined && { week: Number(week) }),
    ...(qualifier !== undefined && { qualifier: qualifier as Qualifier }),
  }
  return isPossible(date) ? date : undefined
}

function parseMember(words: string): EdtfDate | EdtfStretch | undefined {
  const at = words.indexOf('..')
  if (at < 0) return parseDate(words)
  const [from, to] = [words.slice(0, at), words.slice(at + 2)]
  const [first, last] = [parseDate(from), parseDate(to)]
  if ((from !== '' && !first) || (to !== '' && !last)) return undefined
  return { kind: 'stretch', ...(first && { from: first }), ...(last && { to: last }) }
}

/** Reads an EDTF date or set (levels 0 to 2 as far as Parley writes them, with ISO weeks); undefined for anything else, and for dates that no calendar has. */
export function parseEdtf(edtf: string): EdtfValue | undefined {
  const first = edtf[0]
  if (first !== '[' && first !== '{') return parseDate(edtf)
  if (edtf.at(-1) !== (first === '[' ? ']' : '}')) return undefined
  const members = edtf
    .slice(1, -1)
    .split(',')
    .map(words => parseMember(words.trim()))
  if (members.some(member => member === undefined)) return undefined
  return { kind: 'set', of: first === '[' ? 'one' : 'all', members: members as (EdtfDate | EdtfStretch)[] }
}

function pad(number: number, width: number): string {
  return `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(width, '0')}`
}

function formatOne({ year, open = 0, month, day, week, qualifier }: EdtfDate): string {
  const digits = Math.abs(year) > 9999 ? `Y${String(year)}` : pad(year, 4)
  const whole = open === 0 ? digits : digits.slice(0, 4 - open).padEnd(4, 'X')
  const rest = [month, day].filter(one => one !== undefined).map(one => `-${one === 'XX' ? one : pad(one, 2)}`)
  return `${whole}${week === undefined ? rest.join('') : `-W${pad(week, 2)}`}${qualifier ?? ''}`
}

/** Writes what `parseEdtf` reads: `formatEdtf(parseEdtf(s)) === s` for every string in the usual form (no time of day, no blanks in sets). */
export function formatEdtf(value: EdtfValue): Edtf {
  if (value.kind === 'date') return formatOne(value) as Edtf
  const members = value.members.map(one =>
    one.kind === 'date' ? formatOne(one) : `${one.from ? formatOne(one.from) : ''}..${one.to ? formatOne(one.to) : ''}`,
  )
  return (value.of === 'one' ? `[${members.join(',')}]` : `{${members.join(',')}}`) as Edtf
}

type Place = readonly [year: number, month: number, day: number]

/** Compares days by year, month and day, so that years before 0 and after 9999 keep their order. */
function order(a: Place, b: Place): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}

/** A day of the month that runs over its month's edges, put right. */
function carry(year: number, month: number, day: number): Place {
  let [y, m, d] = [year, month, day]
  while (d < 1) {
    m = m === 1 ? 12 : m - 1
    if (m === 12) y--
    d += lastDayOf(y, m)
  }
  while (d > lastDayOf(y, m)) {
    d -= lastDayOf(y, m)
    m = m === 12 ? 1 : m + 1
    if (m === 1) y++
  }
  return [y, m, d]
}

/** The weekday of 4 January, which ISO 8601 puts into week 1: 1 Monday … 7 Sunday. Gauss's rule. */
function weekdayOfFourth(year: number): number {
  const y = year - 1
  const days = 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + 3
  return (((days % 7) + 7) % 7) + 1
}

function datePlaces({ year, open = 0, month, day, week }: EdtfDate): [Place, Place] {
  if (week !== undefined) {
    const monday = 4 + 1 - weekdayOfFourth(year) + 7 * (week - 1)
    return [carry(year, 1, monday), carry(year, 1, monday + 6)]
  }
  const last = year + 10 ** open - 1
  if (month === undefined || month === 'XX')
    return [
      [year, 1, 1],
      [last, 12, 31],
    ]
  if (month > 12) return seasonPlaces(year, month)
  if (day === undefined || day === 'XX')
    return [
      [year, month, 1],
      [last, month, lastDayOf(last, month)],
    ]
  return [
    [year, month, day],
    [last, month, day],
  ]
}

/** Meteorological seasons of the northern half: spring 21 from March, winter 24 from December into the next year. */
function seasonPlaces(year: number, season: number): [Place, Place] {
  const from = (season - 20) * 3
  const end = from === 12 ? 2 : from + 2
  const last = from === 12 ? year + 1 : year
  return [
    [year, from, 1],
    [last, end, lastDayOf(last, end)],
  ]
}

/** First and last place; null where that side is open. */
function placesOf(value: EdtfValue): [Place | null, Place | null] {
  if (value.kind === 'date') return datePlaces(value)
  const all = value.members.map(one =>
    one.kind === 'date' ? datePlaces(one) : ([one.from ? datePlaces(one.from)[0] : null, one.to ? datePlaces(one.to)[1] : null] as const),
  )
  const least = (side: 0 | 1, sign: 1 | -1): Place | null => {
    let best: Place | null | undefined
    for (const places of all) {
      const place = places[side]
      if (place === null) return null
      if (!best || sign * order(place, best) < 0) best = place
    }
    return best ?? null
  }
  return [least(0, 1), least(1, -1)]
}

function formatPlace(place: Place | null): string | null {
  return place && `${pad(place[0], 4)}-${pad(place[1], 2)}-${pad(place[2], 2)}`
}

/** The bounds of one EDTF date or set, its first and last possible day; undefined where it is not EDTF that Parley reads. */
export function boundsOf(edtf: Edtf | '..'): Bounds | undefined {
  if (edtf === '..') return { first: null, last: null }
  const value = parseEdtf(edtf)
  if (!value) return undefined
  const [first, last] = placesOf(value)
  return { first: formatPlace(first), last: formatPlace(last) }
}

/** The first and last day that a `when` may touch. */
export function boundsOfWhen(when: When): Bounds {
  const start = when.start ? boundsOf(when.start) : undefined
  const end = when.end ? boundsOf(when.end) : undefined
  return { first: start?.first ?? null, last: end ? end.last : (start?.last ?? null) }
}

/** How one `when` stands to another: wholly before or after it, surely sharing a day, or not to be told. */
export type Relation = 'before' | 'after' | 'overlaps' | 'unknown'

/** The earliest and latest day of a start and of an end; null = no limit known. */
interface Reach {
  readonly start: readonly [Place | null, Place | null]
  readonly end: readonly [Place | null, Place | null]
}

function isBefore(a: Place | null, b: Place | null): boolean {
  return a !== null && b !== null && order(a, b) < 0
}

/** Undefined for what is not EDTF, and for what runs backwards: nothing is known of that. */
function reachOf({ start, end }: When): Reach | undefined {
  const from = start ? parseEdtf(start) : undefined
  const to = end && end !== '..' ? parseEdtf(end) : undefined
  if ((start && !from) || (end && end !== '..' && !to)) return undefined
  const first = from ? placesOf(from) : ([null, null] as const)
  // What is still open has lasted at least as long as it may have begun late.
  if (end === '..') return { start: first, end: [first[1], null] }
  const last = to ? placesOf(to) : first
  if (isBefore(first[1], first[0]) || isBefore(last[1], last[0]) || (from && isBefore(last[1], first[0]))) return undefined
  return { start: from ? first : [null, last[1]], end: last }
}

/** Compares two whens without faking precision: 'before' and 'after' hold for every day they may stand for, 'overlaps' surely shares a day, all else is 'unknown'. */
export function compareWhen(a: When, b: When): Relation {
  const [x, y] = [reachOf(a), reachOf(b)]
  if (!x || !y) return 'unknown'
  if (isBefore(x.end[1], y.start[0])) return 'before'
  if (isBefore(y.end[1], x.start[0])) return 'after'
  const known = x.start[1] && x.end[0] && y.start[1] && y.end[0]
  const sure = known && !isBefore(x.end[0], y.start[1]) && !isBefore(y.end[0], x.start[1])
  return sure ? 'overlaps' : 'unknown'
}

/** Whether the two may share a day: false only where no reading of both lets them. */
export function intersects(a: When, b: When): boolean {
  const relation = compareWhen(a, b)
  return relation === 'overlaps' || relation === 'unknown'
}

function placeOf(day: string | null): Place | null {
  const match = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(day ?? '')
  return match && [Number(match[1]), Number(match[2]), Number(match[3])]
}

function orderBy(a: Place | null, b: Place | null, open: 1 | -1): number {
  if (a && b) return order(a, b)
  return a ? -open : b ? open : 0
}

/**
 * The order of a timeline, total and stable: by the first day that each may touch, where that is open by its last day; of two that begin
 * together the one that ends first. What has no `when` comes last. Two that this order sets apart may still be 'unknown' to `compareWhen`.
 */
export function byWhen(a: When | undefined, b: When | undefined): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0
  const [x, y] = [boundsOfWhen(a), boundsOfWhen(b)]
  const [xLast, yLast] = [placeOf(x.last), placeOf(y.last)]
  return orderBy(placeOf(x.first) ?? xLast, placeOf(y.first) ?? yLast, 1) || orderBy(xLast, yLast, 1)
}
