import type { Example, Sentence } from '#model'
import { trimRange, wordAt, type Draft, type Page, type Range } from '../page.ts'
import { subjectOf } from './subject.ts'

/** The most tokens between "quoted" and "as saying". */
const LONGEST = 16

/** "was quoted as saying …" gives one statement, "the agency quoted him as saying …" two: the agency's, and his within it. */
export function readQuoted(page: Page, sentence: Sentence): Draft[] {
  for (let i = sentence.from + 2; i + 1 < sentence.to; i++) {
    if (wordAt(page, i) !== 'as' || !/^(?:saying|telling|stating)$/.test(wordAt(page, i + 1))) continue
    let verb = i
    while (verb > sentence.from && i - verb < LONGEST && !/^(?:quoted|cited|quoting|quotes|citing)$/.test(wordAt(page, verb))) verb--
    if (/^(?:quoted|cited|quoting|quotes|citing)$/.test(wordAt(page, verb))) return readAs(page, sentence, verb, i)
  }
  return []
}

function readAs(page: Page, sentence: Sentence, verb: number, as: number): Draft[] {
  const content = trimRange(page, [as + 2, sentence.to]) ?? quoteBefore(page, sentence)
  if (!content || content[1] - content[0] < 2) return []
  const rule = 'attribution/en/quoted'
  let first = verb
  while (first > sentence.from && page.tokens[first - 1]?.pos === 'AUX') first--
  const subject = subjectOf(page, first, sentence.from)
  if (verb === as - 1) return subject ? [{ rule, source: subject, cue: [first, as + 2], content: [content] }] : []
  const speaker: Range = [verb + 1, as]
  const outerContent: Range[] = content[0] > as ? [[verb + 1, content[1]]] : [content, [verb + 1, as + 2]]
  const outer: Draft | undefined = subject && { rule, source: subject, cue: [first, verb + 1], content: outerContent }
  const inner: Draft = { rule, source: speaker, cue: [as, as + 2], content: [content], ...(outer && { within: outer }) }
  return outer ? [outer, inner] : [inner]
}

function quoteBefore(page: Page, sentence: Sentence): Range | undefined {
  if (page.quoted[sentence.from] === 0) return undefined
  let from = sentence.from
  while (from > 0 && page.quoted[from] === 2) from--
  let to = sentence.from
  while (to < sentence.to && page.quoted[to] !== 0) to++
  return [from, to]
}

export const examples: readonly Example[] = [
  {
    text: 'The Kestrel Times quoted the governor as saying that the bridge was safe.',
    list: 'statements',
    finds: [
      '«The Kestrel Times» | «quoted» | «the governor as saying that the bridge was safe» | indirect speech publisher > outlet:Kestrel Times ([..2025-05-12])',
      '«the governor» | «as saying» | «that the bridge was safe» | indirect speech publisher > outlet:Kestrel Times > office:governor within ([..2025-05-12])',
    ],
  },
  { text: 'The paper quoted a price of ten crowns.', list: 'statements', finds: [] },
]
