import type { Example, Sentence } from '#model'
import { isNominal, trimRange, wordAt, type Draft, type Page } from '../page.ts'

/** "According to the agreement, both armies must leave": the source stands first, the rest of the sentence is what it says. */
export function readHead(page: Page, sentence: Sentence): Draft | undefined {
  const { from, to } = sentence
  if (wordAt(page, from) !== 'according' || wordAt(page, from + 1) !== 'to') return undefined
  let comma = from + 2
  while (comma < to && wordAt(page, comma) !== ',' && (isNominal(page, comma) || page.tokens[comma]?.pos === 'VERB' || page.tokens[comma]?.pos === 'ADV'))
    comma++
  const source = trimRange(page, [from + 2, comma])
  const next = /^(?:citing|quoting)$/.test(wordAt(page, comma + 1)) ? nextComma(page, comma + 1, to) : comma
  const content = trimRange(page, [next + 1, to])
  if (wordAt(page, comma) !== ',' || !source || !content || content[1] - content[0] < 3) return undefined
  return { rule: 'attribution/en/head', source, cue: [from, from + 2], content: [content] }
}

/** The comma behind "According to the paper, citing officials". */
function nextComma(page: Page, from: number, to: number): number {
  let i = from
  while (i < to && wordAt(page, i) !== ',') i++
  return i < to ? i : from - 1
}

export const examples: readonly Example[] = [
  {
    text: 'According to the agreement, both armies must leave the border zone.',
    list: 'statements',
    finds: ['«the agreement» | «According to» | «both armies must leave the border zone» | indirect writing publisher > document ([..2025-05-12])'],
  },
  { text: 'Both armies left according to plan.', list: 'statements', finds: [] },
]
