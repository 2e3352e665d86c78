import type { Example } from '#model'
import { hullOf, meets, sentenceOf, wordAt, type Draft, type Page, type Range } from '../page.ts'

/** A quotation shorter than this, in tokens, that nobody is said to have spoken is a title or a scare quote. */
const SPOKEN = 6

/** The quotations of a page that no statement holds, each with the statement before it, whose speaker goes on. */
export function readContinued(page: Page, drafts: readonly Draft[]): Draft[] {
  const found: Draft[] = []
  const sorted = [...drafts].sort((a, b) => hullOf(a)[0] - hullOf(b)[0])
  let at = 0
  let last: Draft | undefined
  for (const range of quotations(page)) {
    for (let draft = sorted[at]; draft && hullOf(draft)[0] < range[0]; draft = sorted[++at]) last = draft
    const next = sorted[at]
    if (range[1] - range[0] < SPOKEN || (last && meets(hullOf(last), range)) || (next && meets(hullOf(next), range)) || !isSpeech(page, range)) continue
    const speaker = last?.speaker ?? last
    if (!speaker || !isNear(page, last, range)) continue
    last = { rule: 'attribution/en/continued', content: [range], inferred: true, speaker }
    found.push(last)
  }
  return found
}

/** The outermost quotations as ranges of tokens. */
function quotations(page: Page): Range[] {
  const ranges: Range[] = []
  let from = -1
  for (let i = 0; i <= page.tokens.length; i++) {
    const state = page.quoted[i] ?? 0
    if (from >= 0 && (state === 0 || state === 1)) {
      ranges.push([from, i])
      from = -1
    }
    if (state !== 0 && from < 0) from = i
    if (state === 3) {
      ranges.push([from, i + 1])
      from = -1
    }
  }
  return ranges
}

/** Whole sentences in quotation marks: a capital at the start, and an end of its own. */
function isSpeech(page: Page, [from, to]: Range): boolean {
  const first = page.tokens[from + 1]
  const sentence = sentenceOf(page, from)
  if (!first || !sentence || !/^[\p{Lu}.…]/u.test(first.text)) return false
  return (
    from <= sentence.from + 1 &&
    /^(?:[.!?…,]|[”"»])$/.test(wordAt(page, to - 2)) &&
    page.tokens.slice(from, to).some(token => token.pos === 'VERB' || token.pos === 'AUX')
  )
}

/** Whether the last statement stands in the same passage or the one before. */
function isNear(page: Page, last: Draft | undefined, range: Range): boolean {
  const passage = sentenceOf(page, range[0])?.passage ?? 0
  const before = last ? (sentenceOf(page, hullOf(last)[1] - 1)?.passage ?? -9) : -9
  return passage - before <= 1
}

export const examples: readonly Example[] = [
  {
    text: 'The envoy said the talks had failed.\n“We waited for six hours and nobody came to the table.”',
    list: 'statements',
    finds: ['«» | «» | «“We waited for six hours and nobody came to the table.”» | direct speech publisher > office:envoy~'],
  },
  { text: 'The envoy said the talks had failed.\nThe film is called “The Long Night”.', list: 'statements', finds: [] },
]
