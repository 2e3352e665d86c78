import type { Example } from '#model'
import { sizeOf, spanOf, wordsOf, type Draft, type View } from './draft.ts'
import type { Amount } from './amount.ts'
import { readPhrase } from './noun.ts'

export const examples: readonly Example[] = [
  {
    text: 'Norland will pay at least $9 billion.',
    list: 'figures',
    finds: ['«at least $9 billion» money 9000000000.. at-least USD'],
  },
  { text: 'It agreed to buy up to 50 million euros of grain.', list: 'figures', finds: ['«up to 50 million euros of grain» money ..50000000 at-most EUR'] },
  { text: 'Shares closed at $36.65 a share.', list: 'figures', finds: ['«$36.65 a share» money 36.65..36.65 exact USD per share'] },
  { text: 'The talks ended and the union won 12 concessions.', list: 'figures', finds: [] },
]

const PER = new Set(['a', 'an', 'per', 'each', 'every'])
const PERIODS = new Set(['year', 'month', 'week', 'day', 'hour', 'share', 'barrel', 'ton', 'tonne', 'person', 'head', 'worker'])

/** A sum of money with its currency: "$1.4 trillion", "nearly 30 million euros in aid". */
export function readMoney(amount: Amount, view: View): Draft | undefined {
  if (amount.kind !== 'money' || !amount.currency) return undefined
  const { tokens } = view
  const from = tokens[amount.from - 1]?.lower === 'the' ? amount.from - 1 : amount.from
  const per = PER.has(tokens[amount.to]?.lower ?? '') && PERIODS.has(tokens[amount.to + 1]?.lower ?? '') ? (tokens[amount.to + 1]?.lower ?? '') : ''
  const end = per ? amount.to + 2 : amount.to
  const joint = tokens[end]?.lower
  const noun = joint === 'of' || joint === 'in' ? readPhrase(tokens, end + 1) : undefined
  const of = noun ? wordsOf(view, noun.from, noun.to) : ''
  const to = noun && !per ? noun.to : end
  return {
    ...sizeOf(amount),
    span: spanOf(view, from, to),
    class: 'money',
    unit: per ? `${amount.currency} per ${per}` : amount.currency,
    ...(of && { of }),
    rule: 'figures/en/money',
  }
}
