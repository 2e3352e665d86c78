import type { Reading, Token } from '#model'
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

/** Whether a word is known in lower case, so that a capital at the start of a sentence says nothing. */
export type IsCommon = (lower: string) => boolean

const CAPITAL = /^[^\p{L}\p{N}]*\p{Lu}/u
const INNER_CAPITAL = /[-\u2010\u2011/]\p{Lu}/u
const DIGIT = /\d/

/** What the tagger may see of a token: a name, or a shape or word that no name can reach. */
export interface Masked {
  readonly name: boolean
  readonly form: string
}

export const NAME: Masked = { name: true, form: 'NAME' }

/** Masks the tokens of one report. */
export class Masker {
  private readonly isCommon: IsCommon
  private readonly capitalised: Set<string>
  private readonly shouted: boolean[]

  constructor(reading: Reading, isCommon: IsCommon) {
    this.isCommon = isCommon
    this.shouted = shoutedPassages(reading)
    this.capitalised = namesInside(reading, this.shouted)
  }

  /** The token as the tagger sees it; `first` at the start of a sentence or quotation, `passage` to know headlines in capitals. */
  mask(token: Token, first: boolean, passage: number): Masked {
    const { lower, text } = token
    if (DIGIT.test(text)) return { name: false, form: 'NUM' }
    const shape = neutral.get(lower)
    if (!CAPITAL.test(text)) return INNER_CAPITAL.test(text) ? { name: false, form: 'of-NAME' } : { name: false, form: shape ?? lower }
    if (lower === 'i' || lower.startsWith("i'")) return { name: false, form: lower }
    if (DAYS.has(lower)) return { name: false, form: 'DAY' }
    const loose = first || (this.shouted[passage] ?? false)
    if (TITLES.has(lower) || shape === 'mr' || shape === 'spokesperson') return { name: false, form: 'TITLE' }
    if (!loose) return NAME
    if (this.capitalised.has(lower)) return NAME
    return this.isCommon(lower) ? { name: false, form: shape ?? lower } : NAME
  }
}

/** Passages whose words mostly begin with a capital, as headlines do: there a capital says nothing. */
function shoutedPassages(reading: Reading): boolean[] {
  const capital: number[] = []
  const words: number[] = []
  for (const sentence of reading.sentences) {
    for (let i = sentence.from; i < sentence.to; i++) {
      const token = reading.tokens[i]
      if (!token || token.text.length < 4 || token.pos === 'PUNCT') continue
      words[sentence.passage] = (words[sentence.passage] ?? 0) + 1
      if (CAPITAL.test(token.text)) capital[sentence.passage] = (capital[sentence.passage] ?? 0) + 1
    }
  }
  return Array.from({ length: words.length }, (_, i) => (capital[i] ?? 0) > 0.6 * (words[i] ?? 0) && (words[i] ?? 0) > 2)
}

/** The words that stand with a capital inside a sentence, and never without one. */
function namesInside(reading: Reading, shouted: readonly boolean[]): Set<string> {
  const names = new Set<string>()
  const others = new Set<string>()
  for (const sentence of reading.sentences) {
    for (let i = sentence.from; i < sentence.to; i++) {
      const token = reading.tokens[i]
      if (!token) continue
      const before = reading.tokens[i - 1]
      if (!CAPITAL.test(token.text)) others.add(token.lower)
      else if (i > sentence.from && !shouted[sentence.passage] && before && before.pos !== 'PUNCT') names.add(token.lower)
    }
  }
  for (const word of others) names.delete(word)
  return names
}
