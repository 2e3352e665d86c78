/** Pieces of patterns in English and what their words count. */

/** Space inside an expression: never a line end, since a passage ends there. */
const SPACE = '(?:[ \\u00A0\\t]{1,2})'

/** A sticky pattern in which every blank stands for the space between two words. */
export function shape(source: string): RegExp {
  return new RegExp(`${source.replaceAll(' ', SPACE)}(?![\\p{L}\\p{N}])`, 'iuy')
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

export const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?)'
export const WEEKDAY = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:Mon|Tues|Tue|Wed|Thurs|Thu|Fri|Sat|Sun)\\.?)'
export const MONTH_STARTS = [...MONTHS, ...MONTHS.map(month => month.slice(0, 3)), 'sept']
export const WEEKDAY_STARTS = [...WEEKDAYS, ...WEEKDAYS.map(day => day.slice(0, 3)), 'tues', 'thurs', 'thu']

/** 1–12 for the words of a month, 0 for anything else. */
export function monthOf(words: string | undefined): number {
  const key = (words ?? '').slice(0, 3).toLowerCase()
  return key === '' ? 0 : 1 + MONTHS.findIndex(month => month.startsWith(key))
}

/** 1 Monday … 7 Sunday for the words of a weekday, 0 for anything else. */
export function weekdayIn(words: string | undefined): number {
  const key = (words ?? '').slice(0, 3).toLowerCase()
  return key === '' ? 0 : 1 + WEEKDAYS.findIndex(day => day.startsWith(key))
}

const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
]
const TENTHS = ['twentieth', 'thirtieth', 'fortieth', 'fiftieth', 'sixtieth', 'seventieth', 'eightieth', 'ninetieth']

const UNDER_TEN = SMALL.slice(1, 10).join('|')
const TENS_WORDS = `(?:${TENS.join('|')})(?:(?:-| )(?:${UNDER_TEN}))?`
/** A whole number in words or digits, with a fraction at most. */
export const COUNT = `(?:\\d{1,3}(?:,\\d{3}){1,2}|\\d{1,3} 1/2|\\d{1,6}(?:\\.\\d{1,2})?|(?:a )?hundred|(?:a )?thousand|(?:${TENS_WORDS}|${[...SMALL].reverse().join('|')})(?:(?:-| )and(?:-| )(?:a(?:-| ))?half)?)`
/** Whether the name of a month or weekday is plainly one: written with a capital, or a word that means nothing else. */
export function isName(word: string | undefined): boolean {
  return /^[A-Z]/.test(word ?? '') || /^(?:january|february|april|june|july|september|october|november|december|\p{L}+day)$/iu.test(word ?? '')
}

/** The day of the month that digits or an ordinal name. */
export function dayOfMonth(words: string | undefined): number {
  return placeOf(words) ?? 0
}

/** Words for a number nobody gives. */
export const SOME = '(?:an?|(?:a )?couple(?: of)?|a dozen|half a dozen|several|a few|few|many|some|a number of|dozens of|hundreds of|tens of|countless)'
export const ORDINAL = `(?:\\d{1,3}(?:st|nd|rd|th)|(?:${TENS.join('|')})(?:-| )(?:${ORDINALS.slice(0, 9).join('|')})|${[...ORDINALS, ...TENTHS].reverse().join('|')})`
/** A day of the month in digits or as an ordinal in words. */
export const DAY = `(?:(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?|(?:twenty|thirty)(?:-| )(?:${ORDINALS.slice(0, 9).join('|')})|${[...ORDINALS, 'twentieth', 'thirtieth'].reverse().join('|')})`
/** A year in four digits. */
export const YEAR = '(?:1[0-9]\\d{2}|2[01]\\d{2})'
export const NUMBER_STARTS = ['#', ...SMALL, ...TENS, 'hundred', 'thousand']
export const SOME_STARTS = ['couple', 'a', 'an', 'half', 'several', 'few', 'many', 'some', 'dozens', 'hundreds', 'tens', 'countless']
export const ORDINAL_STARTS = ['#', ...ORDINALS, ...TENS, ...TENTHS]

const COUNTS = new Map<string, number>([...SMALL.map((word, n) => [word, n] as const), ...TENS.map((word, n) => [word, 20 + 10 * n] as const)])
const PLACES = new Map<string, number>([...ORDINALS.map((word, n) => [word, n + 1] as const), ...TENTHS.map((word, n) => [word, 20 + 10 * n] as const)])

/** The number that words or digits count: 'twenty-four' 24, '1,000' 1000; undefined where nobody gives one ('several'). */
export function countOf(words: string | undefined): number | undefined {
  const low = (words ?? '').toLowerCase().replaceAll(',', '')
  const half = /^(.+?)[ -](?:and[ -](?:a[ -])?half|1\/2)$/.exec(low)
  if (half) return (countOf(half[1]) ?? 0) + 0.5
  if (low === 'half' || low === 'half a' || low === 'half an') return 0.5
  if (/^\d/.test(low)) return Number.parseFloat(low)
  if (low === 'a' || low === 'an' || low === 'the') return 1
  if (/^(?:a\s+)?couple/.test(low)) return 2
  if (/^half a dozen/.test(low)) return 6
  if (low === 'a dozen') return 12
  if (/hundred$/.test(low)) return 100
  if (/thousand$/.test(low)) return 1000
  return COUNTS.get(low) ?? sumOf(low.split(/[-\s]+/), COUNTS)
}

/** The place that an ordinal names: 'third' 3, '21st' 21; undefined for other words. */
export function placeOf(words: string | undefined): number | undefined {
  const low = (words ?? '').toLowerCase()
  if (/^\d/.test(low)) return Number.parseInt(low, 10)
  return PLACES.get(low) ?? sumOf(low.split(/[-\s]+/), PLACES)
}

function sumOf(parts: readonly string[], last: ReadonlyMap<string, number>): number | undefined {
  const [tens, ones] = parts.map((part, index) => (index === 0 ? COUNTS.get(part) : last.get(part)))
  return parts.length === 2 && tens !== undefined && ones !== undefined ? tens + ones : undefined
}

/** Units of time. */
export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'fortnight' | 'weekend' | 'month' | 'quarter' | 'year' | 'decade' | 'century'
export const UNIT = '(?:seconds?|minutes?|hours?|nights?|days?|weeks?|fortnights?|weekends?|months?|quarters?|years?|decades?|century|centuries)'

/** The unit that a word names, in the singular or plural. */
export function unitOf(word: string | undefined): Unit {
  const low = (word ?? '').toLowerCase()
  if (low === 'nights' || low === 'night') return 'day'
  return (low.startsWith('centur') ? 'century' : low.replace(/s$/, '')) as Unit
}

const LETTERS: Record<Unit, string> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  fortnight: 'W',
  weekend: 'WE',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
}

/** A length as TIMEX3 writes it: 'P3W', 'PT16H', 'PXD' where the number is not given. */
export function lengthOf(count: number | undefined, unit: Unit): string {
  const number = count === undefined ? 'X' : String(unit === 'fortnight' ? 2 * count : count)
  return `${unit === 'second' || unit === 'minute' || unit === 'hour' ? 'PT' : 'P'}${number}${LETTERS[unit]}`
}
