import type { Example, Sentence } from '#model'
import { trimRange, wordAt, type Draft, type Page } from '../page.ts'

/** The most tokens of a name before its handle. */
const NAME = 6

/** "We will not pay. — Ada Rowan (@adarowan) May 9, 2018": a post laid into the page, of the name behind its dash, from the start of its paragraph on. */
export function readPosted(page: Page, sentence: Sentence): Draft | undefined {
  for (let at = sentence.from + 2; at < sentence.to - 2; at++) {
    if (wordAt(page, at) !== '(' || !wordAt(page, at + 1).startsWith('@')) continue
    let dash = at - 1
    while (dash > sentence.from && at - dash <= NAME && !/^(?:—|–|--|-)$/.test(wordAt(page, dash))) dash--
    const source = /^(?:—|–|--|-)$/.test(wordAt(page, dash)) ? trimRange(page, [dash + 1, at]) : undefined
    const content = source && trimRange(page, [startOf(page, sentence), withoutLink(page, dash)])
    if (source && content && content[1] - content[0] > 2) return { rule: 'attribution/en/posted', source, content: [content] }
  }
  return undefined
}

/** Where the paragraph starts that ends with the sentence. */
function startOf(page: Page, sentence: Sentence): number {
  let first = sentence
  for (let before = page.reading.sentences[first.index - 1]; before?.passage === sentence.passage; before = page.reading.sentences[first.index - 1])
    first = before
  return first.from
}

/** The place of the dash without the address of a picture before it. */
function withoutLink(page: Page, dash: number): number {
  let to = dash
  while (to > 0 && /^(?:pic\.|https?:|t\.co|[#@])/.test(wordAt(page, to - 1))) to--
  return to
}

export const examples: readonly Example[] = [
  {
    text: 'The crews will not be paid this week. That is final. — Ada Rowan (@adarowan) May 9, 2018',
    list: 'statements',
    finds: ['«Ada Rowan» | «» | «The crews will not be paid this week. That is final» | direct writing publisher > person:Ada Rowan'],
  },
  { text: 'The crews will not be paid. — With help from Ada Rowan (in Portmere)', list: 'statements', finds: [] },
]
