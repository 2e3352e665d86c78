import type { Example, Sentence } from '#model'
import { trimRange, wordAt, type Draft, type Page, type Range } from '../page.ts'
import { subjectOf } from './subject.ts'

const PRINTED = /^(?:statement|communique|communiqué|declaration|text|speech|message|announcement|appeal|letter|note)$/
const GIVING = /^(?:release|issue|publish|make|give|send|deliver)$/

/** "… released the following press statement:": all that follows in the report is one direct statement. */
export function readPrinted(page: Page, sentence: Sentence): Draft | undefined {
  const words = page.tokens.slice(sentence.from, sentence.to)
  const follows = words.findIndex(token => token.lower === 'following')
  const noun = follows < 0 ? -1 : words.findIndex((token, i) => i > follows && i - follows < 5 && PRINTED.test(token.lower))
  if (noun < 0 || words.at(-1)?.text !== ':') return undefined
  const verb = words.findLastIndex((token, i) => i < follows && GIVING.test(token.lemma))
  if (verb < 0) return undefined
  const at = sentence.from + verb
  const content = trimRange(page, [sentence.to, lastToken(page)])
  const title = quotedAfter(page, sentence.from + noun, sentence.to)
  const source = subjectOf(page, at, sentence.from) ?? subjectBetween(page, sentence.from, at)
  if (!content) return undefined
  return { rule: 'attribution/en/printed', cue: [at, at + 1], content: [...(title ? [title] : []), content], ...(source && { source }) }
}

/** "Name, head of the office, released": the whole phrase from the last dash on. */
function subjectBetween(page: Page, from: number, at: number): Range | undefined {
  let start = from
  for (let i = from; i < at; i++) if (/^(?:—|–|--|-)$/.test(wordAt(page, i)) && wordAt(page, i + 1) !== '-') start = i + 1
  return trimRange(page, [start, at])
}

function quotedAfter(page: Page, from: number, to: number): Range | undefined {
  let start = from
  while (start < to && page.quoted[start] !== 1) start++
  let end = start
  while (end < to && page.quoted[end] !== 0) end++
  return start < end ? [start, end] : undefined
}

/** The last token before an end mark such as "-0-". */
function lastToken(page: Page): number {
  let to = page.tokens.length
  for (let i = Math.max(0, to - 6); i < to; i++) if (/^-?0-?$/.test(wordAt(page, i))) to = wordAt(page, i - 1) === '-' ? i - 1 : i
  return to
}

export const examples: readonly Example[] = [
  {
    text: 'Portmere, 3 May -- The Council of Norland issued the following statement:\nThe truce holds. We ask all sides to keep it.',
    list: 'statements',
    finds: [
      '«The Council of Norland» | «issued» | «The truce holds. We ask all sides to keep it» | direct writing publisher > body:Council of Norland (2025-05-03)',
    ],
  },
  { text: 'The Council issued the following figures: ten and twelve.', list: 'statements', finds: [] },
]
