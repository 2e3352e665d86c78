import type { Example, Token } from '#model'
import type { ConditionDraft } from './condition.ts'
import { spanOf, wordsOf, type View } from './draft.ts'
import { isNecessity } from './lack.ts'
import { readNumeral } from './number.ts'

export const examples: readonly Example[] = [
  {
    text: 'The clinic counted 120 cases of cholera, up from 45 in April.',
    list: 'indicators',
    finds: ['cases of cholera worse up from 45 «120 cases of cholera, up from 45»'],
  },
  {
    text: 'Unemployment is 7 percent, down from 9 percent.',
    list: 'indicators',
    finds: ['Unemployment better down from 9 «Unemployment is 7 percent, down from 9»'],
  },
  { text: 'The dinar lost a third of its value.', list: 'indicators', finds: ['dinar worse lost a third of its value «The dinar lost a third of its value»'] },
  { text: 'Bread costs three times as much.', list: 'indicators', finds: ['Bread worse costs three times «Bread costs three times»'] },
  { text: 'The board has twelve members, up from ten, and he lost a third of his value.', list: 'indicators', finds: [] },
]

const RULE = 'figures/en/compared'
/** What is worse the more there is of it. */
const BURDENS =
  /^(?:cases|infections|deaths|inflation|unemployment|joblessness|poverty|hunger|malnutrition|cholera|measles|malaria|typhoid|homelessness|evictions|prices?|rents?|delays|backlog|shortages?|outages|blackouts|crime|joblessness)$/
const BLESSINGS = /^(?:wages|salaries|pensions|harvests?|growth|rations|beds|doctors|nurses|enrolment|enrollment|supplies|deliveries)$/

/** A condition told by comparing: "up from 45", "lost a third of its value", "costs twice". */
export function readCompared(view: View): ConditionDraft[] {
  const { tokens } = view
  const found: ConditionDraft[] = []
  for (let i = 1; i < tokens.length; i++) {
    const word = tokens[i]?.lower
    const draft =
      word === 'from' ? readFrom(view, i) : word === 'value' ? readLoss(view, i) : word === 'cost' || word === 'costs' ? readCost(view, i) : undefined
    if (draft) found.push(draft)
  }
  return found
}

/** "120 cases of cholera, up from 45": which way the number of something went. */
function readFrom(view: View, at: number): ConditionDraft | undefined {
  const { tokens } = view
  const way = tokens[at - 1]?.lower
  const numeral = way === 'up' || way === 'down' ? readNumeral(tokens, tokens[at + 1]?.pos === 'ADV' ? at + 2 : at + 1) : undefined
  if (!numeral || (numeral.value >= 1900 && numeral.value < 2100 && Number.isInteger(numeral.value))) return undefined
  for (let i = at - 2; i >= Math.max(0, at - 16); i--) {
    const word = tokens[i]?.lower ?? ''
    if (word === ';') return undefined
    const burden = BURDENS.test(word)
    if (!burden && !BLESSINGS.test(word)) continue
    const of = tokens[i - 1]?.lower === 'of' ? i - 2 : i
    const from = startOf(tokens, of)
    const to = tokens[i + 1]?.lower === 'of' && tokens[i + 2]?.pos === 'NOUN' ? i + 3 : i + 1
    const trend = burden === (way === 'up') ? 'worse' : 'better'
    return { span: spanOf(view, from, numeral.to), what: wordsOf(view, of, to), state: wordsOf(view, at - 1, numeral.to), trend, rule: RULE }
  }
  return undefined
}

/** Start of the number or words that describe the noun at a token. */
function startOf(tokens: readonly Token[], head: number): number {
  let from = head
  while (from > 0 && head - from < 4 && /^(?:NUM|ADJ|DET)$/.test(tokens[from - 1]?.pos ?? '')) from--
  return from
}

/** "the dinar lost a third of its value". */
function readLoss(view: View, at: number): ConditionDraft | undefined {
  const { tokens } = view
  if (tokens[at - 1]?.lower !== 'its') return undefined
  for (let i = at - 2; i >= Math.max(1, at - 9); i--) {
    if (tokens[i]?.lower !== 'lost') continue
    let head = i - 1
    while (head > 0 && /^(?:AUX|ADV)$/.test(tokens[head]?.pos ?? '')) head--
    if (!/^(?:NOUN|PROPN)$/.test(tokens[head]?.pos ?? '') || /^(?:company|firm|shares?|stock|stocks|argument)$/.test(tokens[head]?.lower ?? ''))
      return undefined
    const from = tokens[head - 1]?.pos === 'DET' ? head - 1 : head
    return { span: spanOf(view, from, at + 1), what: wordsOf(view, head, head + 1), state: wordsOf(view, i, at + 1), trend: 'worse', rule: RULE }
  }
  return undefined
}

/** "bread costs three times as much", "fuel now costs twice". */
function readCost(view: View, at: number): ConditionDraft | undefined {
  const { tokens } = view
  const times = tokens.slice(at + 1, at + 4).findIndex(token => /^(?:times|twice|double|triple)$/.test(token.lower))
  const head = tokens[at - 1]?.pos === 'ADV' ? at - 2 : at - 1
  if (times < 0 || !isNecessity(tokens[head])) return undefined
  const to = at + times + 2
  return { span: spanOf(view, head, to), what: wordsOf(view, head, head + 1), state: wordsOf(view, at, to), trend: 'worse', rule: RULE }
}
