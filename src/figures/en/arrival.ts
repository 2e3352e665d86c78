import type { Example, Token } from '#model'
import type { ConditionDraft } from './condition.ts'
import { spanOf, wordsOf, type View } from './draft.ts'
import { isNecessity } from './lack.ts'

export const examples: readonly Example[] = [
  {
    text: 'Lorries carrying flour reached the quarter on Tuesday.',
    list: 'indicators',
    finds: ['flour better reached «Lorries carrying flour reached»'],
  },
  { text: 'Medicine is reaching the clinics again.', list: 'indicators', finds: ['medicine better reaching «Medicine is reaching»'] },
  { text: 'No food has reached the town since May.', list: 'indicators', finds: ['food worse not reached «No food has reached»'] },
  { text: 'Lorries could reach the town, and a bill reached the house.', list: 'indicators', finds: [] },
]

const RULE = 'figures/en/arrival'
const ARRIVES = new Set('reach reaches reached reaching arrived arriving entered entering'.split(' '))

/** "lorries carrying flour reached the quarter": what people live on comes, or does not. */
export function readArrivals(view: View): ConditionDraft[] {
  const { tokens } = view
  const found: ConditionDraft[] = []
  for (let i = 1; i < tokens.length; i++) {
    if (!ARRIVES.has(tokens[i]?.lower ?? '')) continue
    const goods = goodsBefore(tokens, i)
    if (!goods) continue
    const state = tokens[i]?.lower ?? ''
    const what = wordsOf(view, goods.at, goods.at + 1).toLowerCase()
    found.push({
      span: spanOf(view, goods.from, i + 1),
      what,
      state: goods.none ? `not ${state}` : state,
      trend: goods.none ? 'worse' : 'better',
      rule: RULE,
    })
  }
  return found
}

/** The goods that arrive at the verb: its subject or what the subject carries; whether none do. */
function goodsBefore(tokens: readonly Token[], verb: number): { at: number; from: number; none: boolean } | undefined {
  let none = false
  let at: number | undefined
  for (let i = verb - 1; i >= Math.max(0, verb - 12); i--) {
    const token = tokens[i]
    const word = token?.lower ?? ''
    if (/^(?:will|would|could|may|might|should|can|if|to|must|when|until|before|from|of|sure)$/.test(word) && !(word === 'of' && at !== undefined))
      return undefined
    if (/^(?:no|not|n't|never|little|hardly|neither)$/.test(word)) none = true
    if (token && /^[,;:.“”"]$/.test(token.text)) break
    if (isNecessity(token) && tokens[i - 1]?.lower !== 'by' && !(at === undefined && tokens[i + 1]?.pos === 'NOUN')) at ??= i
    else if (at === undefined && (token?.pos === 'NOUN' || token?.pos === 'VERB' || token?.pos === 'PROPN')) return undefined
    if (at !== undefined && token?.pos === 'VERB' && !/^(?:carrying|bringing|loaded|laden)$/.test(word)) return undefined
  }
  if (at === undefined) return undefined
  let from = at
  while (
    from > 0 &&
    at - from < 6 &&
    (from === 1 ||
      /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tokens[from - 1]?.pos ?? '') ||
      /^(?:of|with|carrying|bringing|loaded|laden)$/.test(tokens[from - 1]?.lower ?? ''))
  )
    from--
  return { at, from, none }
}
