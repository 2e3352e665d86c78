import type { Example } from '#model'
import { formatDate } from '../calendar.ts'
import type { Pattern } from '../pattern.ts'
import { dated, yearAt } from '../reckon.ts'
import { shape, YEAR } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The border was drawn in 1974.', list: 'times', finds: ['«1974» DATE 1974 (1974) stated'] },
  { text: 'The plan covers early 2026 and later years.', list: 'times', finds: ['«early 2026» DATE 2026 START (2026) stated'] },
  { text: 'The lease ends in 2150, after 2150 days.', list: 'times', finds: ['«2150» DATE 2150 (2150) stated'], rule: 'time/en/year' },
  { text: 'Ring 138-2010-2015 or 2010-2015-86.', list: 'times', finds: [] },
  { text: 'The fund paid $2010 to 1984 people, 1950 tonnes, and flight 1876, at 1600 Mill Road.', list: 'times', finds: [] },
]

const COUNTED =
  /^(?:\s|-)?(?:%|percent|people|men|women|children|dollars|euros|pounds|troops|soldiers|miles|tons|tonnes|points|meters|metres|feet|kilometers|kilometres|houses|homes|families|prisoners|workers|jobs|votes|km|deaths|civilians)/i
const ADDRESS = /^ [A-Z][\p{L}.]+ (?:[A-Z][\p{L}.]+ )?(?:Road|Rd|Street|St|Avenue|Ave|Drive|Lane|Boulevard|Blvd|Square|Place)\b/u
const NAMED =
  /(?:©\s?|copyright\s|[$£€#]|No\.?\s|\b(?:at|gate|flight|room|page|route|resolution|article|section|unit|boeing|number|channel|model|building|resolution no)\s|\d[.,:/])$/i
/** A dash after digits that are no year: a score, a range of something else. */
const JOINED = /\d[-–]$/
const FROM_YEAR = /(?:^|[^\d-])(?:1[5-9]|20)\d\d[-–]$/

/** A year in four digits. */
export const year: Pattern = {
  rule: 'time/en/year',
  on: ['#', 'the'],
  shape: shape(`(?:the year )?(?<year>${YEAR})`),
  mods: 'date',
  accepts: ({ year: digits = '' }, _whole, before, after) =>
    !COUNTED.test(after) &&
    !ADDRESS.test(after) &&
    !(/^ \p{Ll}+s of\b/u.test(after) && !/\b(?:the|in|since|of|a|by) $/i.test(before)) &&
    !NAMED.test(before) &&
    (!JOINED.test(before) || FROM_YEAR.test(before)) &&
    !/^(?:[.,:]\d|[-–/](?!(?:1[5-9]|20)\d\d(?![\d-]))\w|[%])/.test(after) &&
    Number(digits) >= 1500 &&
    // Far years are named by their preposition; a bare number so high counts something.
    (Number(digits) < 2100 || /\b(?:in|by|until|till|through|of|to|beyond|after|before|from|since|year) $/i.test(before)) &&
    !/^[/]/.test(after),
  read: ({ year: digits }, scene) => dated(yearAt(Number(digits)), { known: 'stated', anchor: 'none' }, scene),
}

/** A year before our era: "490 BC". EDTF counts a year 0, so 490 BC is -0489. */
export const bc: Pattern = {
  rule: 'time/en/year',
  on: ['#'],
  shape: shape('(?<year>\\d{1,4})(?: BCE?| B\\.C\\.(?:E\\.)?)'),
  mods: 'date',
  read({ year: digits = '' }, scene) {
    const value = digits.padStart(4, '0')
    const start = formatDate(1 - Number(digits))
    return dated({ value: `BC${value}`, when: { start } }, { known: 'stated', anchor: 'none' }, scene)
  },
}
