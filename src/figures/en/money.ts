import type { Example } from '#model'
import { sizeOf, spanOf, wordsOf, type Draft, type View } from './draft.ts'
import type { Amount } from './amount.ts'
import { readPhrase } from './noun.ts'
import { round } from './number.ts'

export const examples: readonly Example[] = [
  {
    text: 'Norland will pay at least $9 billion.',
    list: 'figures',
    finds: ['«at least $9 billion» money 9000000000.. at-least USD'],
  },
  { text: 'It agreed to buy up to 50 million euros of grain.', list: 'figures', finds: ['«up to 50 million euros of grain» money ..50000000 at-most EUR'] },
  { text: 'Shares closed at $36.65 a share.', list: 'figures', finds: ['«$36.65 a share» money 36.65..36.65 exact USD per share'] },
  {
    text: 'It costs $1.4 trillion. "$1.4 is too much," he said. It would save tens of billions.',
    list: 'figures',
    finds: [
      '«$1.4 trillion» money 1400000000000..1400000000000 exact USD',
      '«$1.4» money 1400000000000..1400000000000 exact USD',
      '«tens of billions» money 20000000000.. at-least USD',
    ],
  },
  { text: 'The talks ended and the union won 12 concessions.', list: 'figures', finds: [] },
]

const PER = new Set(['a', 'an', 'per', 'each', 'every'])
const PERIODS = new Set(['year', 'month', 'week', 'day', 'hour', 'share', 'barrel', 'ton', 'tonne', 'person', 'head', 'worker'])

/** A sum of money with its currency: "$1.4 trillion", "nearly 30 million euros in aid". */
export function readMoney(amount: Amount, view: View): Draft | undefined {
  const { tokens } = view
  const currency = amount.currency ?? impliedCurrency(amount, view)
  if (!currency) return undefined
  const scale = impliedScale(amount, view)
  const from = tokens[amount.from - 1]?.lower === 'the' ? amount.from - 1 : amount.from
  const per = PER.has(tokens[amount.to]?.lower ?? '') && PERIODS.has(tokens[amount.to + 1]?.lower ?? '') ? (tokens[amount.to + 1]?.lower ?? '') : ''
  const end = per ? amount.to + 2 : amount.to
  const joint = tokens[end]?.lower
  const noun = joint === 'of' || joint === 'in' ? readPhrase(tokens, end + 1) : undefined
  const of = noun ? wordsOf(view, noun.from, noun.to) : ''
  const to = noun && !per ? noun.to : end
  return {
    ...sizeOf({ ...amount, least: round(amount.least * scale), most: round(amount.most * scale) }),
    span: spanOf(view, from, to),
    class: 'money',
    unit: per ? `${currency} per ${per}` : currency,
    ...(of && { of }),
    rule: 'figures/en/money',
  }
}

/** Billions of nothing named ("save hundreds of billions", "tens of billions in cuts") are of the money that the report counts in. */
function impliedCurrency(amount: Amount, view: View): string | undefined {
  if (amount.kind !== 'plain' || !amount.scaled || amount.most < 1e9 || !view.currency) return undefined
  const next = view.tokens[amount.to]
  return next?.lower === 'in' || (next?.pos !== 'NOUN' && next?.pos !== 'ADJ' && next?.pos !== 'PROPN' && next?.lower !== 'of') ? view.currency : undefined
}

/** A sum whose scale is left out in speech ("$1.4 is no progress") takes it from the same digits told before ("$1.4 trillion"). */
function impliedScale(amount: Amount, view: View): number {
  if (amount.scaled || amount.least !== amount.most || amount.most >= 1000 || Number.isInteger(amount.most)) return 1
  return view.scales.get(amount.most) ?? 1
}
