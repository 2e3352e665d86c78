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
    return [head, ...splitSecond(page, { rule: 'attribution/en/second', source, cue: [at.cue, at.cueEnd], content: [rest] })]
  }
  return [draft]
}

interface Second {
  readonly conjunction: number
  readonly cue: number
  readonly cueEnd: number
  /** Where what was said begins: behind the listener of "told", else right behind the verb. */
  readonly from: number
}

function findSecond(page: Page, from: number, to: number): Second | undefined {
  for (let i = from; i < to - 3; i++) {
    if (page.quoted[i] !== 0 || !/^(?:and|but)$/.test(wordAt(page, i))) continue
    let verb = i + 1
    while (verb < i + 4 && /^(?:ADV|AUX)$/.test(page.tokens[verb]?.pos ?? '')) verb++
    const start = startAfter(page, i, verb, to) ?? strongAfter(page, from, i, verb)
    if (start !== undefined)
      return {
        conjunction: wordAt(page, i - 1) === ',' ? i - 1 : i,
        cue: verb,
        cueEnd: PARTICLE.test(wordAt(page, verb + 1)) ? verb + 2 : verb + 1,
        from: start,
      }
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

/** Words that belong to a verb of saying. */
const PARTICLE = /^(?:on|for|upon|out|of|against)$/

/** Verbs that speak of others, or to them, and so hardly ever go on with what somebody is said to have done; with the words that must follow. */
const STRONG: ReadonlyMap<string, RegExp | undefined> = new Map<string, RegExp | undefined>([
  ['accuse', undefined],
  ['urge', undefined],
  ['denounce', undefined],
  ['condemn', undefined],
  ['criticize', undefined],
  ['criticise', undefined],
  ['call', /^(?:on|for|upon)$/],
  ['rule', /^out$/],
  ['insist', /^(?:on|that)$/],
  ['vow', /^(?:to|that|not)$/],
  ['pledge', /^(?:to|that|not)$/],
  ['threaten', /^to$/],
  ['warn', /^(?:of|against|that)$/],
])

/** ", and called on the crews to wait": the first speaker's, where the clause before has another tense ("would not leave … and called") or no verb of its own ("urged both to talk and ruled out …"). */
function strongAfter(page: Page, from: number, conjunction: number, verb: number): number | undefined {
  const token = page.tokens[verb]
  if (token?.pos !== 'VERB' || !/ed$/.test(token.lower) || !STRONG.has(token.lemma)) return undefined
  const lead = STRONG.get(token.lemma)
  if (lead && !lead.test(wordAt(page, verb + 1))) return undefined
  if (verb > conjunction + 1 && /^(?:is|are|was|were|be|been)$/.test(wordAt(page, verb - 1))) return undefined
  if (token.lemma !== 'accuse' && token.lemma !== 'call' && sharesTense(page, from - 2, conjunction)) return undefined
  return PARTICLE.test(wordAt(page, verb + 1)) ? verb + 2 : verb + 1
}

/** Whether the last finite verb of the clause is a bare past form or a perfect, which "and" may well go on with. */
function sharesTense(page: Page, from: number, to: number): boolean {
  for (let i = to - 1; i >= from; i--) {
    const token = page.tokens[i]
    if (token?.pos === 'AUX') return /^(?:had|have|has|was|were)$/.test(token.lower)
    if (token?.pos === 'VERB' && /(?:ed|ught|ew|aid|eft|ot)$/.test(token.lower)) return wordAt(page, i - 1) !== 'to'
  }
  return false
}

export const examples: readonly Example[] = [
  {
    text: 'The minister urged both unions to keep talking and ruled out a lockout.',
    list: 'statements',
    finds: ['«The minister» | «ruled out» | «a lockout» | indirect decree publisher > office:minister ([..2025-05-12])'],
  },
  { text: 'The minister said the army had warned the rebels.', list: 'statements', finds: [] },
]
