import type { Edtf, Example } from '#model'
import { civilOf, formatDate } from '../calendar.ts'
import type { Pattern, Scene, Sense, Words } from '../pattern.ts'
import { yearAt } from '../reckon.ts'
import { shape } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The budget for fiscal 2024 passed.', list: 'times', finds: ['«fiscal 2024» DATE 2024 (2024~) stated'] },
  {
    text: 'Pay rose in the fiscal year 2025-26 and in FY24.',
    list: 'times',
    finds: ['«the fiscal year 2025-26» DATE 2025 (2025~ ; 2026~) stated', '«FY24» DATE 2024 (2024~) stated'],
  },
  { text: 'Sales fell in the last school year.', list: 'times', finds: ['«the last school year» DATE 2024 (2024~) implied'] },
  { text: 'Fiscal policy and a full fiscal year are no times, nor are the financial 500.', list: 'times', finds: [] },
]

const STEPS: Record<string, number> = { last: -1, previous: -1, next: 1 }
/** Years in two digits reach this far ahead. */
const CENTURY = 2000

function edgeOf(digits: string): number {
  return digits.length === 2 ? CENTURY + Number(digits) : Number(digits)
}

function readFiscal({ year, year2, to, to2, shift = '' }: Words, { basis: { day }, mod }: Scene): Sense | undefined {
  const digits = year ?? year2
  if (digits === undefined && day === undefined) return undefined
  const at = digits === undefined ? civilOf(day ?? 0).year + (STEPS[shift.toLowerCase()] ?? 0) : edgeOf(digits)
  const last = to ?? to2
  const end = last === undefined ? undefined : edgeOf(last)
  if (end !== undefined && end !== at + 1) return undefined
  return {
    type: 'DATE',
    value: yearAt(at).value,
    when: { start: `${formatDate(at)}~` as Edtf, ...(end !== undefined && { end: `${formatDate(end)}~` as Edtf }) },
    ...(digits === undefined ? { known: 'implied', policy: 'this-unit' } : { known: 'stated', anchor: 'none' }),
    ...(mod && { mod }),
  }
}

const TO = '(?:[-–/](?<to>(?:20)?\\d{2}))?'

/** A fiscal, school or academic year, this or a named one: its months are not the calendar's, so it is good to about the year. */
export const fiscal: Pattern = {
  rule: 'time/en/fiscal',
  on: [
    'the',
    'fiscal',
    'financial',
    'school',
    'academic',
    'this',
    'last',
    'next',
    'current',
    'fy',
    ...Array.from({ length: 60 }, (_, n) => [`fy${String(n).padStart(2, '0')}`, `fy${String(1990 + n)}`]).flat(),
  ],
  shape: shape(
    `(?:(?:the |this |its )?(?:(?<shift>last|next|current|latest|previous) )?(?:fiscal|financial|school|academic)(?: year)?(?: (?<year>(?:19|20)\\d{2})${TO})?|FY ?(?<year2>(?:19|20)?\\d{2})${TO.replace('to>', 'to2>')})`,
  ),
  mods: 'date',
  accepts: ({ year, year2 }, whole, before) =>
    year2 !== undefined || (year !== undefined && /fisc|financ|year/i.test(whole)) || (/year$/i.test(whole) && !/\b(?:a|per|each|every|full) $/i.test(before)),
  read: readFiscal,
}
