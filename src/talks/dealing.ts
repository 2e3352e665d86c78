import type { Reading } from '#model'
import { readRows } from '#text'

const WORDS = new Set(readRows('dealing-words', ['word']).map(row => row.word))

/** Whether a report has any word of dealing with another: where it has none, what is planned or promised in it is tabled to nobody. */
export function tellsOfDealing({ tokens }: Reading): boolean {
  return tokens.some(token => WORDS.has(token.lemma) || WORDS.has(token.lower))
}
