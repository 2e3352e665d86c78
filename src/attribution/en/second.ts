import type { Example } from '#model'
import { trimRange, wordAt, type Draft, type Page } from '../page.ts'
import { TAIL_VERBS } from './words.ts'

/** "said the gap had narrowed but warned that …": a second verb of the same source begins a second statement. */
export function splitSecond(page: Page, draft: Draft): Draft[] {
  const { cue, source } = draft
  if (!cue || !source || source[0] > cue[0]) return [draft]
  for (const part of draft.content) {
    if (part[0] < cue[1]) continue
    const at = findSecond(page, part[0] + 2, part[1])
    if (at === undefined) continue
    const first = trimRange(page, [part[0], at.conjunction])
    const rest = trimRange(page, [at.from, part[1]])
    if (!first || !rest) continue
    const head = { ...draft, content: draft.content.map(one => (one === part ? first : one)) }
    return [head, ...splitSecond(page, { rule: 'attribution/en/second', source, cue: [at.cue, at.cue + 1], content: [rest] })]
  }
  return [draft]
}

interface Second {
  readonly conjunction: number
  readonly cue: number
  /** Where what was said begins: behind the listener of "told", else right behind the verb. */
  readonly from: number
}

function findSecond(page: Page, from: number, to: number): Second | undefined {
  for (let i = from; i < to - 3; i++) {
    if (page.quoted[i] !== 0 || !/^(?:and|but)$/.test(wordAt(page, i))) continue
    let verb = i + 1
    while (verb < i + 4 && /^(?:ADV|AUX)$/.test(page.tokens[verb]?.pos ?? '')) verb++
    const start = startAfter(page, i, verb, to)
    if (start !== undefined) return { conjunction: wordAt(page, i - 1) === ',' ? i - 1 : i, cue: verb, from: start }
  }
  return undefined
}

/** A clause after a verb of saying; after "but" or an auxiliary also a listener with a clause ("but has told the union it must"), or what was vowed. */
function startAfter(page: Page, conjunction: number, verb: number, to: number): number | undefined {
  const token = page.tokens[verb]
  if (token?.pos !== 'VERB' || token.lower.endsWith('ing')) return undefined
  const next = wordAt(page, verb + 1)
  if (TAIL_VERBS.has(token.lemma) && token.lemma !== 'tell' && (/^(?:that|he|she|it|they|there)$/.test(next) || page.quoted[verb + 1] === 1)) return verb + 1
  if (wordAt(page, conjunction) !== 'but' && verb === conjunction + 1) return undefined
  if (/^(?:vow|pledge|promise|threaten|refuse|offer|demand|decline)$/.test(token.lemma) && next === 'to') return verb + 1
  if (!/^(?:tell|warn|assure|remind)$/.test(token.lemma)) return undefined
  for (let i = verb + 1; i < Math.min(verb + 7, to); i++) {
    if (i > verb + 1 && (/^(?:that|he|she|it|they|to)$/.test(wordAt(page, i)) || page.quoted[i] === 1)) return i
    if (!/^(?:DET|ADJ|NOUN|PROPN|PRON|PART)$/.test(page.tokens[i]?.pos ?? '')) return undefined
  }
  return undefined
}

export const examples: readonly Example[] = [
  {
    text: 'The minister said the gap had narrowed but warned that the hardest work lay ahead.',
    list: 'statements',
    finds: ['«The minister» | «warned» | «that the hardest work lay ahead» | indirect speech publisher > office:minister ([..2025-05-12])'],
  },
  { text: 'The minister said the army had warned the rebels.', list: 'statements', finds: [] },
]
