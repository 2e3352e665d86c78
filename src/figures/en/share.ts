import type { Example } from '#model'
import { sizeOf, spanOf, wordsOf, type Draft, type View } from './draft.ts'
import type { Amount } from './amount.ts'
import { readPhrase } from './noun.ts'

export const examples: readonly Example[] = [
  { text: 'Roughly 60 percent of the grain was lost.', list: 'figures', finds: ['«Roughly 60 percent of the grain» share 60..60 about percent'] },
  { text: 'The port handles one-third of the imports.', list: 'figures', finds: ['«one-third of the imports» share 33.3..33.3 exact percent'] },
  { text: 'It will pay nearly half of the money.', list: 'figures', finds: ['«nearly half of the money» share ..50 under percent'] },
  { text: 'The third round begins in the second quarter.', list: 'figures', finds: [] },
]

/** A share of a population: percentages and fractions, in percent. */
export function readShare(amount: Amount, view: View): Draft | undefined {
  const { tokens } = view
  if (amount.kind === 'part' && !isFraction(amount, view)) return undefined
  if (amount.kind !== 'part' && amount.kind !== 'percent') return undefined
  const article = amount.kind === 'part' && (tokens[amount.at - 1]?.lower === 'a' || tokens[amount.at - 1]?.lower === 'an')
  const next = tokens[amount.to]?.lower
  const noun = next === 'of' || next === 'the' ? readPhrase(tokens, next === 'of' ? amount.to + 1 : amount.to) : undefined
  const of = noun ? wordsOf(view, noun.from, noun.to) : ''
  const points = /^points?$/.test(tokens[amount.to - 1]?.lower ?? '')
  return {
    ...sizeOf(amount),
    span: spanOf(view, article ? Math.min(amount.from, amount.at - 1) : amount.from, noun?.to ?? amount.to),
    class: 'share',
    unit: points ? 'percentage points' : 'percent',
    ...(of && { of, population: of }),
    rule: 'figures/en/share',
  }
}

/** "a third of", "two-thirds", "half the": not "the third round", "half an hour", "the quarter". */
function isFraction(amount: Amount, { tokens }: View): boolean {
  const before = tokens[amount.at - 1]?.lower
  const next = tokens[amount.to]?.lower
  const word = tokens[amount.to - 1]?.lower
  if (amount.to - amount.at > 1 && tokens[amount.to - 1]?.lower !== 'half') return next === 'of' || word?.endsWith('s') === true
  if (word === 'half') return next === 'of' || next === 'the' || next === 'its' || next === 'their'
  return (before === 'a' || before === 'an' || before === 'one') && next === 'of'
}

const MAJORITY = new Set(['most', 'majority'])

/** "most of them women and children": a share over 50 percent. */
export function readMost(at: number, view: View): Draft | undefined {
  const { tokens } = view
  if (!MAJORITY.has(tokens[at]?.lower ?? '') || tokens[at + 1]?.lower !== 'of') return undefined
  const whom = tokens[at + 2]?.lower
  if (whom !== 'them' && whom !== 'whom') return undefined
  const verb = tokens[at + 3]?.pos === 'AUX' ? 1 : 0
  const noun = readPhrase(tokens, at + 3 + verb)
  if (!noun) return undefined
  const second = tokens[noun.to]?.lower === 'and' ? readPhrase(tokens, noun.to + 1) : undefined
  const from = tokens[at - 1]?.lower === 'the' || tokens[at - 1]?.lower === 'a' ? at - 1 : at
  const lumps = second ? [wordsOf(view, noun.from, noun.to), wordsOf(view, second.from, second.to)] : undefined
  const population = wordsOf(view, noun.from, (second ?? noun).to)
  return {
    span: spanOf(view, from, (second ?? noun).to),
    at,
    class: 'share',
    low: 50,
    high: null,
    bound: 'over',
    unit: 'percent',
    population,
    ...(lumps && { lumps }),
    rule: 'figures/en/share',
  }
}
