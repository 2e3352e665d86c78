import { parseEdtf, type EdtfDate, type EdtfValue, type When } from '#model'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const SEASONS = ['spring', 'summer', 'autumn', 'winter']

/** A date in English words: '11 May 2025', 'March 2025', 'about 2019', 'week 3 of 2025'. */
function dateWords({ year, open = 0, month, day, week, qualifier }: EdtfDate): string {
  const years = open === 0 ? String(year) : `the ${String(year)}s`
  const about = qualifier === undefined ? '' : qualifier === '?' ? 'perhaps ' : 'about '
  if (week !== undefined) return `${about}week ${String(week)} of ${years}`
  if (month === undefined || month === 'XX') return about + years
  if (month > 12) return `${about}${SEASONS[month - 21] ?? 'part'} ${years}`
  return `${about}${typeof day === 'number' ? `${String(day)} ` : ''}${MONTHS[month - 1] ?? ''} ${years}`
}

/** What an EDTF date or set says in English words; the string itself where it cannot be read. */
export function edtfWords(edtf: string): string {
  const value = parseEdtf(edtf)
  return value ? valueWords(value) : edtf
}

function valueWords(value: EdtfValue): string {
  if (value.kind === 'date') return dateWords(value)
  const parts = value.members.map(one => {
    if (one.kind === 'date') return dateWords(one)
    if (one.from && one.to) return `some time between ${dateWords(one.from)} and ${dateWords(one.to)}`
    return one.to ? `on or before ${dateWords(one.to)}` : one.from ? `on or after ${dateWords(one.from)}` : 'at some time'
  })
  return parts.join(value.of === 'one' ? ' or ' : ' and ')
}

/** A when in English words. An end that is still open is said to be, a start that is not known is not filled in. */
export function whenWords({ start, end, repeated }: When): string {
  const again = repeated ? ', repeated' : ''
  if (end === undefined) return (start === undefined ? 'no day given' : edtfWords(start)) + again
  if (end === '..') return `${start === undefined ? 'still open' : `from ${edtfWords(start)}, still open`}${again}`
  return `${start === undefined ? '' : `from ${edtfWords(start)} `}until ${edtfWords(end)}${again}`
}

/** The same in few letters, for tables: 'by 2 Nov 2024', '3–9 May 2025'. */
export function whenShort(when: When): string {
  return whenWords(when)
    .replaceAll('on or before ', 'by ')
    .replaceAll('on or after ', 'after ')
    .replaceAll('some time between ', '')
    .replaceAll(', still open', ' on')
    .replaceAll(new RegExp(`\\b(${MONTHS.join('|')})\\b`, 'g'), month => month.slice(0, 3))
}

const UNITS: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day', H: 'hour' }

/** An ISO 8601 duration in words where it has one part; the string itself otherwise. */
export function durationWords(duration: string): string {
  const [, number = '', unit = ''] = /^PT?(\d+)([YMWDH])$/.exec(duration) ?? []
  const name = duration.startsWith('PT') && unit === 'M' ? 'minute' : UNITS[unit]
  return name === undefined ? duration : `${number} ${name}${number === '1' ? '' : 's'}`
}
