import type { Example, Token } from '#model'
import type { Phrase } from './phrase.ts'

export const examples: readonly Example[] = [
  {
    text: 'Tom Weld and Ann Weld met. Mrs. Weld said she was ready. Mr. Weld left.',
    list: 'actors',
    rule: 'actors',
    finds: ['Tom Weld person = Tom Weld = Weld', 'Ann Weld person = Ann Weld = Weld'],
  },
  { text: 'The harbour lay open to her winds.', list: 'actors', rule: 'actors', finds: [] },
]

/** What titles, posts and pronouns say of a person: below zero she, above zero he, further the surer. */
export type Lean = number

/** From here on a person is known to be called he or she. */
export const SURE = 2

const HE = /^(?:mr|sir|lord|congressman|councilman|king|prince|husband|son|brother|father|businessman|statesman)\.?$/
const SHE =
  /^(?:mrs|ms|miss|lady|dame|congresswoman|councilwoman|spokeswoman|chairwoman|queen|princess|wife|daughter|sister|mother|widow|businesswoman|stateswoman)\.?$/

/** The lean of a title of address or of a post's noun. */
export function leanOf(word: string): Lean {
  return HE.test(word) ? 3 : SHE.test(word) ? -3 : 0
}

/** The lean that the honorific at the head of a name has. */
export function leanOfName(tokens: readonly Token[], { head: { from, to } }: Phrase): Lean {
  return to - from > 1 ? leanOf(tokens[from]?.lower ?? '') : 0
}

/** The lean of the pronoun that follows a name in its sentence before any other capital; a lone one proves little. */
export function leanAfter(tokens: readonly Token[], at: number, end: number): Lean {
  for (let i = at; i < Math.min(end, at + 14); i++) {
    const token = tokens[i]
    if (!token || token.name || /^["“”]$/.test(token.text)) return 0
    if (/^(?:he|his|him|himself)$/.test(token.lower)) return 1
    if (/^(?:she|her|hers|herself)$/.test(token.lower)) return -1
  }
  return 0
}
