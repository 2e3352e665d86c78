import { readRows } from '#text'
import type { Example } from '#model'
import { trimRange, wordAt, type Draft, type Page } from '../page.ts'
import { isSubject, type Stretch } from './plain.ts'
import { endOfSaid, isFree } from './reading.ts'
import { speakerOf } from './subject.ts'

const PHRASES: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  readRows('cue-phrases', ['verb', 'after']).map(row => [row.verb, row.after.split('|').map(words => words.split(' '))]),
)

/** A row that ends in a preposition leads to a noun phrase; any other leads only to a clause ("gave no sign | that …"). */
const LEADS = /^(?:of|for|on|upon|about|against|at|to|in|over|up|down|out|off|back|from|with|aside|aim)$/
const CLAUSE = /^(?:that|whether|how|when|if|why)$/

/** "called for a pause", "gave no sign of a retreat": verbs that report only with the words after them. */
export function readPhrases(page: Page, stretch: Stretch, taken: readonly Draft[]): Draft[] {
  const found: Draft[] = []
  for (let i = stretch.from + 1; i < stretch.to - 2; i++) {
    const token = page.tokens[i]
    const phrases = token?.pos === 'VERB' ? PHRASES.get(token.lemma) : undefined
    if (!phrases || page.quoted[i] !== page.quoted[stretch.from] || !isFree(i, taken)) continue
    const words = phrases.find(
      one => one.every((word, k) => wordAt(page, i + 1 + k) === word) && (LEADS.test(one.at(-1) ?? '') || CLAUSE.test(wordAt(page, i + 1 + one.length))),
    )
    const draft = words && readPhrase(page, stretch, i, i + 1 + words.length)
    if (draft) found.push(draft)
  }
  return found
}

function readPhrase(page: Page, stretch: Stretch, at: number, from: number): Draft | undefined {
  const source = speakerOf(page, at, stretch.from)
  if (!source || wordAt(page, at - 1) === 'to' || !isSubject(page, source, at) || /^(?:that|this|which|it|there|what)$/.test(wordAt(page, source[0])))
    return undefined
  const content = trimRange(page, [from, endOfSaid(page, from, stretch.to, false)])
  if (!content || (!CLAUSE.test(wordAt(page, content[0])) && !/^(?:DET|NOUN|PROPN|ADJ|PRON|NUM|VERB|PUNCT)$/.test(page.tokens[content[0]]?.pos ?? '')))
    return undefined
  let first = at
  while (first > source[1] && /^(?:AUX|PART|ADV)$/.test(page.tokens[first - 1]?.pos ?? '')) first--
  return { rule: 'attribution/en/phrase', source, cue: [first, from], content: [content] }
}

export const examples: readonly Example[] = [
  {
    text: 'The bishops called for a longer pause.',
    list: 'statements',
    rule: '*',
    finds: ['«The bishops» | «called for» | «a longer pause» | indirect speech publisher > group:bishops ([..2025-05-12])'],
  },
  { text: 'The bishops waited for a longer pause.', list: 'statements', rule: 'attribution/en/phrase', finds: [] },
]
