import type { Example, Sentence } from '#model'
import { hasFinite, holds, isNominal, meets, trimRange, wordAt, type Draft, type Page, type Range } from '../page.ts'
import { subjectOf } from './subject.ts'

/** Verbs that leave no doubt that what follows was said. */
const PLAIN = /^(?:say|tell|announce|warn|claim|insist|argue|declare|stress|state|confirm|deny|believe|allege|acknowledge|maintain|reiterate|emphasize|emphasise|urge|demand|vow|pledge|accuse|reveal|report|promise|add|note|predict)$/
const CLAUSE = /^(?:that|he|she|it|they|we|there|if|whether|how|why|what|who)$/
/** The longest listener: "told the Norland News Agency". */
const LISTENER = 10

/** "The minister told the paper the talks were over", "has yet to announce": a plain verb of saying that the tagger passed over. */
export function readPlain(page: Page, sentence: Sentence, taken: readonly Draft[]): Draft[] {
  const found: Draft[] = []
  for (let i = sentence.from + 1; i < sentence.to - 2; i++) {
    const token = page.tokens[i]
    if (token?.pos !== 'VERB' || page.quoted[i] !== 0 || !PLAIN.test(token.lemma)) continue
    if ([...taken, ...found].some(draft => meets(draft.cue, [i, i + 1]) || meets(draft.source, [i, i + 1]) || draft.content.some(part => holds(part, [i, i + 1])))) continue
    const draft = readVerb(page, sentence, i)
    if (draft) found.push(draft)
  }
  return found
}

function readVerb(page: Page, sentence: Sentence, at: number): Draft | undefined {
  const token = page.tokens[at]
  if (!token || token.lower.endsWith('ing')) return undefined
  const source = subjectOf(page, at, sentence.from)
  const yet = wordAt(page, at - 1) === 'to' && wordAt(page, at - 2) === 'yet'
  const subject = yet ? subjectOf(page, at - 3, sentence.from) : source
  if (!subject || wordAt(page, at - 1) === 'to' !== yet || /^(?:that|this|which|it|there)$/.test(wordAt(page, subject[0]))) return undefined
  const from = contentStart(page, sentence, at, token.lemma)
  if (from === undefined) return undefined
  const content = trimRange(page, [from, endOf(page, sentence, from)])
  if (!content || content[1] - content[0] < 3) return undefined
  return { rule: 'attribution/en/plain', source: subject, cue: cueOf(page, subject, at), content: [content] }
}

function cueOf(page: Page, subject: Range, at: number): Range {
  let from = at
  while (from > subject[1] && /^(?:AUX|PART|ADV)$/.test(page.tokens[from - 1]?.pos ?? '')) from--
  return [from, at + 1]
}

/** Where what is said begins: "that", a pronoun, a clause after the listener, or a noun phrase with its own verb. */
function contentStart(page: Page, sentence: Sentence, at: number, lemma: string): number | undefined {
  const next = wordAt(page, at + 1)
  if (/^[,.;:]$/.test(next)) return undefined
  if (lemma === 'tell') return afterListener(page, sentence, at + 1)
  if (/^(?:urge|accuse|vow|pledge|demand|deny|announce|promise)$/.test(lemma)) return at + 1
  for (let i = at + 1; i < Math.min(at + 8, sentence.to); i++) {
    if (wordAt(page, i) === 'that' || page.quoted[i] === 1) return i
    if (/^(?:DET|PROPN|NOUN|PRON|NUM|ADJ)$/.test(page.tokens[i]?.pos ?? '') && !isDay(page, i)) return hasFinite(page, [i, sentence.to]) ? i : undefined
    if (page.tokens[i]?.pos === 'VERB') return undefined
  }
  return undefined
}

function isDay(page: Page, i: number): boolean {
  return /(?:day|yesterday|today)$/.test(wordAt(page, i)) || wordAt(page, i - 1) === 'on' || wordAt(page, i - 1) === 'in'
}

function afterListener(page: Page, sentence: Sentence, from: number): number | undefined {
  let i = from
  while (i < Math.min(from + LISTENER, sentence.to)) {
    const word = wordAt(page, i)
    if (i > from && (CLAUSE.test(word) || page.quoted[i] === 1)) return i
    if (i > from && page.tokens[i]?.pos === 'DET' && !/^(?:of|with|at|by|in|for|and|to|on)$/.test(wordAt(page, i - 1))) return i
    if (!isNominal(page, i)) return undefined
    i++
  }
  return undefined
}

function endOf(page: Page, sentence: Sentence, from: number): number {
  let to = sentence.to
  for (let i = from + 1; i < to; i++) if (/^;$/.test(wordAt(page, i)) && page.quoted[i] === 0) to = i
  return to
}

export const examples: readonly Example[] = [
  {
    text: 'The two governments have yet to announce progress on fishing rights.',
    list: 'statements', rule: '*',
    finds: ['«The two governments» | «have yet to announce» | «progress on fishing rights» | indirect speech negated publisher > group:two governments [..2025-05-12]'],
  },
  { text: 'The guests said nothing.', list: 'statements', finds: [] },
]
