import type { Token } from '#model'
import { readRows } from '#text'

const neutral = new Map(readRows('neutral-words', ['word', 'shape']).map(row => [row.word, row.shape]))
const TITLES = new Set(
  (
    'president senator sen. sen representative rep. rep governor gov. gov secretary minister chairman chairwoman ambassador general gen. gen colonel col. col captain capt. professor prof. dr. dr judge justice ' +
    'prime vice deputy chief director leader speaker mayor king queen prince sheikh ayatollah pope archbishop bishop rev. rev reverend lt. sgt. chancellor commissioner spokesman spokeswoman'
  ).split(' '),
)
const DAYS = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'jan. feb. aug. sept. oct. nov. dec. mon. tue. wed. thu. fri. sat. sun.'
  ).split(' '),
)
const CAPITAL = /^[^\p{L}\p{N}]*\p{Lu}/u
const INNER_CAPITAL = /[-\u2010\u2011/]\p{Lu}/u
const DIGIT = /\d/

/** What the tagger may see of a token: a name, or a shape or word that no name can reach. */
export interface Masked {
  readonly name: boolean
  readonly form: string
}

export const NAME: Masked = { name: true, form: 'NAME' }

/** Most words: nothing in them can be a digit or a capital. */
const PLAIN = /^[a-z]+$/

/** The token as the tagger sees it. */
export function maskToken({ lower, text, name }: Token): Masked {
  const shape = neutral.get(lower)
  if (PLAIN.test(text)) return { name: false, form: shape ?? lower }
  if (DIGIT.test(text)) return { name: false, form: 'NUM' }
  if (!CAPITAL.test(text)) return INNER_CAPITAL.test(text) ? { name: false, form: 'of-NAME' } : { name: false, form: shape ?? lower }
  if (lower === 'i' || lower.startsWith("i'")) return { name: false, form: lower }
  if (DAYS.has(lower)) return { name: false, form: 'DAY' }
  if (TITLES.has(lower) || shape === 'mr' || shape === 'spokesperson') return { name: false, form: 'TITLE' }
  return name ? NAME : { name: false, form: shape ?? lower }
}
