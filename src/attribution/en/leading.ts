import type { Example, Sentence } from '#model'
import { meets, wordAt, type Draft, type Page, type Range } from '../page.ts'
import { impliedSubject, speakerOf } from './subject.ts'
import { looksLikeSource } from './tail.ts'
import { TAIL_VERBS } from './words.ts'

/** Texts that a colon may open. */
const WRITTEN = /^(?:tweet|tweets|statement|post|letter|email|memo|message|note|reply|editorial)$/
/** How far before the colon the words of saying may stand, in tokens. */
const REACH = 24

/** "The spokesman says:" with a quotation behind it, be it in the paragraphs below: what is said is the quotation to its end. */
export function readLeading(page: Page, sentence: Sentence, taken: readonly Draft[]): Draft[] {
  for (let colon = sentence.to - 1; colon > sentence.from + 1; colon--) {
    if (wordAt(page, colon) !== ':' || page.quoted[colon] !== 0 || page.quoted[colon + 1] !== 1) continue
    const content: Range = [colon + 1, quotationEnd(page, colon + 1)]
    if (content[1] - content[0] < 5 || taken.some(draft => draft.content.some(part => meets(part, content)))) return []
    const draft = readBefore(page, sentence, colon, content)
    return draft && !taken.some(one => meets(one.cue, draft.cue)) ? [draft] : []
  }
  return []
}

/** A quotation goes on over paragraphs as long as none is closed and the next begins with a mark. */
function quotationEnd(page: Page, from: number): number {
  let to = from + 1
  while (to < page.tokens.length && (page.quoted[to] === 2 || page.quoted[to] === 3 || (page.quoted[to] === 1 && page.quoted[to - 1] === 2))) {
    to++
    if (page.quoted[to - 1] === 3) break
  }
  return to
}

function readBefore(page: Page, sentence: Sentence, colon: number, content: Range): Draft | undefined {
  for (let i = colon - 1; i > sentence.from && colon - i < REACH; i--) {
    const token = page.tokens[i]
    if (!token || page.quoted[i] !== 0) return undefined
    const verb = token.pos === 'VERB' && TAIL_VERBS.has(token.lemma)
    if (!verb && !(token.pos === 'NOUN' && WRITTEN.test(token.lower))) continue
    if (wordAt(page, i - 1) === 'to') return undefined
    const source = verb ? speakerOf(page, i, sentence.from) : impliedSubject(page, i, sentence.from)
    if (!source || !looksLikeSource(page, source)) return undefined
    return { rule: 'attribution/en/leading', source, cue: [i, i + 1], content: [content] }
  }
  return undefined
}

export const examples: readonly Example[] = [
  {
    text: 'And the harbour clerk wrote back to the crews, who had waited since dawn, in these words:\n"We will open the gate at noon. Nobody has to wait."',
    list: 'statements',
    rule: '*',
    finds: ['«the harbour clerk» | «wrote» | «"We will open the gate at noon. Nobody has to wait."» | direct writing publisher > office (2025-05-12 ; ..)'],
  },
  { text: 'The crews sang two songs:\n"The Long Night" and another one.', list: 'statements', rule: 'attribution/en/leading', finds: [] },
]
