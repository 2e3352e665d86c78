import type { Example } from '#model'
import type { Pattern } from '../pattern.ts'
import { dated, monthAt, yearAt } from '../reckon.ts'
import { countOf, MONTH, MONTH_STARTS, monthOf, shape } from './words.ts'

export const examples: readonly Example[] = [
  {
    text: 'The accord of nineteen ninety-six lapsed in the year two thousand.',
    list: 'times',
    finds: ['«nineteen ninety-six» DATE 1996 (1996) stated', '«the year two thousand» DATE 2000 (2000) stated'],
  },
  { text: 'In January nineteen seventy-nine the shah left.', list: 'times', finds: ['«January nineteen seventy-nine» DATE 1979-01 (1979-01) stated'] },
  { text: 'Nineteen ships and two thousand men sailed.', list: 'times', finds: [] },
]

const ONES = 'one|two|three|four|five|six|seven|eight|nine'
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const REST = `(?:${TENS})(?:(?:-| )(?:${ONES}))?|${TEENS}|(?:oh|o’|hundred)(?: (?:${ONES}))?`

function yearOf(century: string, rest: string | undefined): number {
  if (/thousand/i.test(century)) return 2000 + (countOf((rest ?? 'zero').replace(/^and /i, '')) ?? 0)
  const base = /^nine/i.test(century) ? 1900 : /^twen/i.test(century) ? 2000 : 1800
  return base + (countOf((rest ?? 'zero').replace(/^(?:oh|o’|hundred) ?/i, '')) ?? 0)
}

/** A year in words, as broadcasts have it: "nineteen ninety-six", "the year two thousand", with its month or season. */
export const spelled: Pattern = {
  rule: 'time/en/spelled',
  on: ['eighteen', 'nineteen', 'twenty', 'two', 'the', ...MONTH_STARTS],
  shape: shape(
    `(?:(?<month>${MONTH}) )?(?<lead>the year )?(?:(?<century>eighteen|nineteen|twenty)(?: |-)(?<rest>${REST})|(?<thousand>two thousand)(?: (?<rest2>(?:and )?(?:${TENS})(?:-(?:${ONES}))?|(?:and )?(?:${TEENS}|${ONES})))?)`,
  ),
  mods: 'date',
  accepts({ month, lead, thousand, rest2, century = '' }, _whole, before, after) {
    if (month !== undefined && !/^[A-Z]/.test(month)) return false
    if (thousand !== undefined)
      return lead !== undefined || month !== undefined || (rest2 !== undefined && /\bin $/i.test(before) && !/^ \p{Ll}+s\b/u.test(after))
    return (
      lead !== undefined || month !== undefined || (/^(?:eight|nine)/i.test(century) && !/^ \p{Ll}+s\b(?<!was|is|has)/u.test(after) && !/[$£€]$/.test(before))
    )
  },
  read({ month, century, rest, thousand, rest2 }, scene) {
    const year = thousand === undefined ? yearOf(century ?? '', rest) : yearOf(thousand, rest2)
    return dated(month === undefined ? yearAt(year) : monthAt(year, monthOf(month)), { known: 'stated', anchor: 'none' }, scene)
  },
}
