import type { Example } from '#model'
import { civilOf } from '../calendar.ts'
import type { Pattern } from '../pattern.ts'
import { centuryAt, dated, decadeAt } from '../reckon.ts'
import { ORDINAL, ORDINAL_STARTS, placeOf, shape } from './words.ts'

export const examples: readonly Example[] = [
  { text: 'The feud goes back to the 1970s.', list: 'times', finds: ['«the 1970s» DATE 197 (197X) stated'] },
  { text: 'In the mid-1990s a road was built.', list: 'times', finds: ['«the mid-1990s» DATE 199 MID (199X) stated'] },
  { text: 'A fort of the 16th century stands there.', list: 'times', finds: ['«the 16th century» DATE 15 (1501 ; 1600) stated'] },
  { text: 'She is in her thirties and drives at 80; temperatures rose to the eighties.', list: 'times', finds: [] },
]

const WORDS = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties']

/** A decade: "the 1990s", "the '80s", "the nineties". */
export const decade: Pattern = {
  rule: 'time/en/decade',
  on: ['#', 'the', ...WORDS],
  shape: shape(`(?:the )?(?:(?<year>1[5-9]\\d0|20\\d0)[’']?s|[’'‘](?<short>[1-9]0)s|(?<word>${WORDS.join('|')}))`),
  mods: 'date',
  accepts: ({ word }, whole, before) =>
    word === undefined ||
    (/^the /i.test(whole) &&
      /\b(?:in|since|of|through|during|throughout|until|from) $/i.test(before) &&
      !/\b(?:temperatures?|degrees|highs|lows|rose)\b/i.test(before)),
  read({ year, short, word }, scene) {
    const now = scene.basis.day === undefined ? 2000 : civilOf(scene.basis.day).year
    const tens = short === undefined ? 20 + 10 * WORDS.indexOf((word ?? '').toLowerCase()) : Number(short)
    const century = 100 * Math.floor(now / 100)
    const first = year === undefined ? (century + tens > now ? century - 100 : century) + tens : Number(year)
    return dated(decadeAt(first), { known: 'stated', anchor: 'none' }, scene)
  },
}

/** A century: "the 20th century". */
export const century: Pattern = {
  rule: 'time/en/decade',
  on: ['the', ...ORDINAL_STARTS],
  shape: shape(`(?:the )?(?<nth>${ORDINAL})(?: |-)century`),
  mods: 'date',
  read: ({ nth }, scene) => dated(centuryAt(placeOf(nth) ?? 1), { known: 'stated', anchor: 'none' }, scene),
}
