import type { Example, Token } from '#model'
import type { ConditionDraft } from './condition.ts'
import { spanOf, wordsOf, type View } from './draft.ts'
import { isNecessity } from './lack.ts'

export const examples: readonly Example[] = [
  { text: 'Families live on one meal a day.', list: 'indicators', finds: ['meal worse one meal a day «one meal a day»'] },
  {
    text: 'Tap water is available for two hours a day.',
    list: 'indicators',
    finds: ['water worse two hours a day «water is available for two hours a day»'],
  },
  { text: 'People queue for bread.', list: 'indicators', finds: ['bread worse queue «People queue for bread»'] },
  { text: 'Whole families are sleeping in the open.', list: 'indicators', finds: ['shelter worse sleeping in the open «sleeping in the open»'] },
  { text: 'Teachers have not been paid since May.', list: 'indicators', finds: ['pay worse not paid «Teachers have not been paid»'] },
  { text: 'The clinic serves three meals a day, and he works two hours a day.', list: 'indicators', finds: [] },
  { text: 'He was not paid a visit and slept in the train.', list: 'indicators', finds: [] },
]

const RULE = 'figures/en/ration'
const FEW = /^(?:one|two|a|single|1|2|half)$/
const PAID =
  /^(?:workers|teachers|staff|employees|soldiers|doctors|nurses|miners|drivers|pensioners|police|officers|guards|cleaners|crews|sailors|dockers|farmers|servants|troops|labourers|laborers|pilots|lecturers|judges|firefighters)$/
const LONG = /^(?:hours|days)$/

/** Hardships told by how little there is, how long one waits and where one sleeps. */
export function readRations(view: View): ConditionDraft[] {
  const { tokens } = view
  const found: ConditionDraft[] = []
  for (let i = 1; i < tokens.length; i++) {
    const draft = readAt(view, i)
    if (draft) found.push(draft)
  }
  return found
}

function readAt(view: View, at: number): ConditionDraft | undefined {
  switch (view.tokens[at]?.lower) {
    case 'meal':
    case 'meals':
    case 'hours':
    case 'hour':
      return readDaily(view, at)
    case 'queue':
    case 'queued':
    case 'queuing':
    case 'queueing':
    case 'lining':
    case 'lined':
      return readQueue(view, at)
    case 'open':
    case 'tents':
    case 'streets':
    case 'rough':
    case 'cars':
      return readShelter(view, at)
    case 'paid':
      return readUnpaid(view, at)
    default:
      return undefined
  }
}

/** "one meal a day", "two hours of power a day": at most two meals, or hours of what people live on. */
function readDaily(view: View, at: number): ConditionDraft | undefined {
  const { tokens } = view
  const meal = tokens[at]?.lower.startsWith('meal') === true
  if (meal && !FEW.test(tokens[at - 1]?.lower ?? '')) return undefined
  const of = tokens[at + 1]?.lower === 'of' ? at + 2 : undefined
  let end = at + 1
  while (end < at + 6 && !/^(?:a|per|each|every)$/.test(tokens[end]?.lower ?? '')) end++
  if (tokens[end + 1]?.lower !== 'day' || isSupposed(tokens, at)) return undefined
  const state = wordsOf(view, at - 1, at + 1) + ' a day'
  if (meal) return draftOf(view, at - 1, end + 2, 'meal', state)
  const named = tokens.slice(of ?? Math.max(0, at - 8), of === undefined ? at : end).find(token => isNecessity(token))
  if (!named) return undefined
  const index = tokens.indexOf(named)
  return draftOf(view, Math.min(index, at - 1), end + 2, named.lower, state)
}

/** "queue for hours", "lining up for bread". */
function readQueue(view: View, at: number): ConditionDraft | undefined {
  const { tokens } = view
  const link = tokens[at + 1]?.lower === 'up' ? at + 2 : at + 1
  if (!/^(?:NOUN|PRON|AUX|PROPN|ADV)$/.test(tokens[at - 1]?.pos ?? '') || tokens[link]?.lower !== 'for' || isSupposed(tokens, at)) return undefined
  if (tokens[at]?.lower.startsWith('lin') && link === at + 1) return undefined
  const near = tokens.slice(link + 1, link + 6)
  const named = near.find(token => isNecessity(token))
  if (!named && !(tokens[at]?.lower.startsWith('queu') && near.some(token => LONG.test(token.lower)))) return undefined
  const last = named ?? near.find(token => LONG.test(token.lower))
  const from = tokens[at - 1]?.pos === 'NOUN' ? at - 1 : at
  return draftOf(view, from, last ? tokens.indexOf(last) + 1 : link + 1, named?.lower ?? 'queue', 'queue')
}

/** "sleeping in the open", "living in tents". */
function readShelter(view: View, at: number): ConditionDraft | undefined {
  const { tokens } = view
  const verb = [1, 2, 3].map(back => at - back).find(i => /^(?:sleep|sleeps|slept|sleeping|live|lives|lived|living)$/.test(tokens[i]?.lower ?? ''))
  if (verb === undefined || isSupposed(tokens, verb)) return undefined
  if (tokens[at]?.lower === 'open' && !(tokens[at - 1]?.lower === 'the' && tokens[at + 1]?.pos !== 'NOUN')) return undefined
  if (tokens[at]?.lower === 'rough' && !tokens[verb]?.lower.startsWith('sle')) return undefined
  if (tokens[at]?.lower !== 'rough' && !/^(?:in|on)$/.test(tokens[verb + 1]?.lower ?? '')) return undefined
  return draftOf(view, verb, at + 1, 'shelter', wordsOf(view, verb, at + 1))
}

/** "wages have not been paid", "teachers have not been paid since May". */
function readUnpaid(view: View, at: number): ConditionDraft | undefined {
  const { tokens } = view
  if (tokens[at - 1]?.lower !== 'been' || /^(?:a|the|any|much|enough)$/.test(tokens[at + 1]?.lower ?? '')) return undefined
  const have = [2, 3, 4].map(back => at - back).find(i => tokens[i]?.lemma === 'have')
  const negated = have !== undefined && tokens.slice(have, at).some(token => /^(?:not|n't|never)$/.test(token.lower))
  const subject = (have ?? 0) - 1
  if (!negated || !(PAID.test(tokens[subject]?.lower ?? '') || isNecessity(tokens[subject])) || isSupposed(tokens, have)) return undefined
  return draftOf(view, subject, at + 1, isNecessity(tokens[subject]) ? (tokens[subject]?.lower ?? 'pay') : 'pay', 'not paid')
}

function isSupposed(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 6), at).some(token => /^(?:if|unless|would|could|might|may|will|should|risk|fear)$/.test(token.lower))
}

function draftOf(view: View, from: number, to: number, what: string, state: string): ConditionDraft {
  return { span: spanOf(view, from, to), what, state, trend: 'worse', rule: RULE }
}
