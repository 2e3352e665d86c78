import type { Example } from '#model'
import { trimRange, wordAt, type Draft, type Page, type Range } from '../page.ts'
import type { Stretch } from './plain.ts'
import { isFree } from './reading.ts'
import { nounBefore } from './subject.ts'

const VERB = /^(?:deny|dispute|propose|promise|demand|request|offer|announce|seek|oppose|pledge)$/
/** Verbs that want something by a preposition: "the round it insisted on". */
const LED: ReadonlyMap<string, string> = new Map([
  ['insist', 'on'],
  ['ask', 'for'],
  ['call', 'for'],
  ['push', 'for'],
  ['press', 'for'],
  ['wish', 'for'],
])
const NOMINAL = /^(?:PROPN|NOUN|ADJ|NUM)$/

/** "charges the palace denies", "the sum that the ministry first proposed": what is said stands before its relative clause. */
export function readRelatives(page: Page, stretch: Stretch, taken: readonly Draft[]): Draft[] {
  const found: Draft[] = []
  for (let i = stretch.from + 2; i < stretch.to; i++) {
    const token = page.tokens[i]
    if (token?.pos !== 'VERB' || !(VERB.test(token.lemma) || LED.has(token.lemma)) || token.lower.endsWith('ing') || page.quoted[i] !== 0 || !isFree(i, taken))
      continue
    const lead = LED.get(token.lemma)
    const draft = lead === undefined ? readRelative(page, stretch, i, i + 1) : wordAt(page, i + 1) === lead ? readRelative(page, stretch, i, i + 2) : undefined
    if (draft) found.push(draft)
  }
  return found
}

function readRelative(page: Page, stretch: Stretch, at: number, end: number): Draft | undefined {
  const next = page.tokens[end]
  if (next && end < stretch.to && !/^(?:PUNCT|ADP|CCONJ|SCONJ|ADV)$/.test(next.pos)) return undefined
  const source = clauseSubject(page, at, stretch.from)
  if (!source) return undefined
  const that = /^(?:that|which)$/.test(wordAt(page, source[0] - 1))
  const edge = that ? source[0] - 1 : source[0]
  const head = page.tokens[edge - 1]
  if (edge <= stretch.from || !head || !(that ? /^(?:NOUN|NUM)$/ : /^NOUN$/).test(head.pos) || page.quoted[edge - 1] !== 0) return undefined
  const noun = nounBefore(page, edge)
  const content = noun && noun[0] >= stretch.from ? trimRange(page, [noun[0], source[0]]) : undefined
  if (!content) return undefined
  let first = at
  while (first > source[1] && page.tokens[first - 1]?.pos === 'AUX') first--
  return { rule: 'attribution/en/relative', source, cue: [first, end], content: [content] }
}

/** The subject of the relative clause: a pronoun, or a noun phrase that begins with an article. */
function clauseSubject(page: Page, at: number, start: number): Range | undefined {
  let to = at
  while (to > start && /^(?:AUX|ADV)$/.test(page.tokens[to - 1]?.pos ?? '')) to--
  if (/^(?:he|she|they|it)$/.test(wordAt(page, to - 1))) return [to - 1, to]
  let from = to
  while (from > start && NOMINAL.test(page.tokens[from - 1]?.pos ?? '')) from--
  return from < to && from > start && /^(?:the|a|an|its|his|her|their)$/.test(wordAt(page, from - 1)) ? [from - 1, to] : undefined
}

export const examples: readonly Example[] = [
  {
    text: 'The courier carried charges the palace denies.',
    list: 'statements',
    rule: 'attribution/en/relative',
    finds: ['«the palace» | «denies» | «charges» | indirect speech publisher > office ([..2025-05-12])'],
  },
  { text: 'The courier carried the palace keys.', list: 'statements', rule: 'attribution/en/relative', finds: [] },
]
