import type { Example, Sentence } from '#model'
import { isNominal, trimRange, wordAt, type Draft, type Page } from '../page.ts'
import { kindOf } from './kinds.ts'

const LABEL =
  /^(?:more|related|note|update|photo|photos|read|watch|source|sources|file|by|video|correction|editor|location|where|when|who|what|topics|tags|summary|background|example|q|a|breaking|opinion|analysis|live|explainer|exclusive|review|poll|interactive|gallery|slideshow|transcript)$/
/** The most tokens before the colon. */
const LONGEST = 8

/** "MR SMITH: We are leaving", "Minister: deal is close": a speaker, a colon, and what is said to the end of the passage. */
export function readColon(page: Page, sentence: Sentence, passageEnd: number): Draft | undefined {
  let at = sentence.from
  if (page.quoted[at] === 1) at++
  const from = at
  while (at < sentence.to && at < from + LONGEST && wordAt(page, at) !== ':') at++
  if (wordAt(page, at) !== ':' || at === from || LABEL.test(wordAt(page, from)) || page.tokens[from]?.pos === 'ADP') return undefined
  for (let i = from; i < at; i++) if (!isNominal(page, i) || page.tokens[i]?.pos === 'VERB') return undefined
  const source = trimRange(page, [from, at])
  const content = trimRange(page, [at + 1, passageEnd])
  if (!source || !content || content[1] - content[0] < 3 || !/^\p{Lu}/u.test(page.tokens[from]?.text ?? '')) return undefined
  const kind = kindOf(page, source)
  const shouted = page.tokens.slice(from, at).every(token => token.text === token.text.toUpperCase())
  if (kind !== 'person' && kind !== 'office' && kind !== 'body' && !shouted) return undefined
  return { rule: 'attribution/en/colon', source, cue: [at, at + 1], content: [content] }
}

export const examples: readonly Example[] = [
  {
    text: 'MR. OSTLER: We will not sign this paper today.',
    list: 'statements',
    finds: ['«MR. OSTLER» | «:» | «We will not sign this paper today» | indirect speech publisher > person:OSTLER ([..2025-05-12])'],
  },
  { text: 'Note: We will not sign this paper today.', list: 'statements', finds: [] },
]
