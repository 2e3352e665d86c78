import type { Example, Token } from '#model'
import { wordTag } from '#text'
import { isUpper } from '../lexicon.ts'

export const examples: readonly Example[] = [
  {
    text: 'Labour Minister Ana Soto waited for Labour and Ports Secretary Lee Kim.',
    list: 'actors',
    rule: 'actors',
    finds: ['Ana Soto person = Ana Soto as Labour Minister', 'Lee Kim person = Lee Kim as Labour and Ports Secretary'],
  },
  { text: 'Labour said it would vote.', list: 'actors', rule: 'actors', finds: ['Labour Party organisation = Labour'] },
  {
    text: 'The Department of Labour Statistics closed for the day of rest.',
    list: 'actors',
    rule: 'actors',
    finds: ['Department of Labour Statistics organisation = Department of Labour Statistics'],
  },
  { text: 'Their labour paid for the harbour.', list: 'actors', rule: 'actors', finds: [] },
]

const HEAD = /^(?:Minister|Secretary|Undersecretary|Commissioner|Ministry|Department|Relations|Bureau|Code|Day)$/
const BEFORE = /^(?:ministry|department|minister|secretary|undersecretary|commissioner|bureau|board)$/
/** The most words that a field has: "Labour, Youth and Social Affairs". */
const LONGEST = 6

/**
 * The token after the field of an office: "Labour" in "Labour Minister", "Labour and Social Affairs Ministry", "Ministry of Labour". A noun of the language there is no party's name. An
 * adjective may be ("a Conservative Minister"). `at` where the word is none.
 */
export function fieldEnd(tokens: readonly Token[], at: number): number {
  const first = tokens[at]
  if (!first || !isUpper(first.text)) return at
  if (/^(?:of|for)$/.test(tokens[at - 1]?.lower ?? '') && BEFORE.test(tokens[at - 2]?.lower ?? '')) return wordTag(first.lower) === 'NOUN' ? at + 1 : at
  for (let i = at + 1; i < at + LONGEST; i++) {
    const token = tokens[i]
    if (!token) return at
    if (HEAD.test(token.text)) return wordTag(first.lower) === 'NOUN' ? i : at
    if (!/^(?:and|,)$/.test(token.lower) && (!isUpper(token.text) || wordTag(token.lower) === undefined)) return at
  }
  return at
}

/** Whether an office held by one person stands at the token: what comes before it is no part of anybody's name. */
export function isPost(token: Token | undefined): boolean {
  return token !== undefined && /^(?:Minister|Secretary|Undersecretary|Commissioner)$/.test(token.text)
}
