import type { Example } from '#model'
import { sizeOf, spanOf, wordsOf, type Draft, type View } from './draft.ts'
import type { Amount } from './amount.ts'
import { readPhrase } from './noun.ts'
import { readNumeral } from './number.ts'

export const examples: readonly Example[] = [
  { text: 'Roughly 60 percent of the grain was lost.', list: 'figures', finds: ['«Roughly 60 percent of the grain» share 60..60 about percent'] },
  { text: 'The port handles one-third of the imports.', list: 'figures', finds: ['«one-third of the imports» share 33.3..33.3 exact percent'] },
  { text: 'It will pay nearly half of the money.', list: 'figures', finds: ['«nearly half of the money» share ..50 under percent'] },
  { text: 'Output fell by a third.', list: 'figures', finds: ['«a third» share 33.3..33.3 exact percent'] },
  { text: 'One in five children is hungry.', list: 'figures', finds: ['«One in five children» share 20..20 exact percent'] },
  { text: 'The third round begins in the second quarter.', list: 'figures', finds: [] },
]

/** A share of a population: percentages and fractions, in percent. */
export function readShare(amount: Amount, view: View): Draft | undefined {
  const { tokens } = view
  if (amount.kind === 'plain') return readOneIn(amount, view)
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

/** "one in five children", "two out of three mines". */
function readOneIn(amount: Amount, view: View): Draft | undefined {
  const { tokens } = view
  const link = tokens[amount.to]?.lower
  const at = link === 'in' ? amount.to + 1 : link === 'out' && tokens[amount.to + 1]?.lower === 'of' ? amount.to + 2 : -1
  const base = at >= 0 && tokens[at]?.pos === 'NUM' && amount.most <= 10 ? readNumeral(tokens, at) : undefined
  if (!base || base.kind !== 'plain' || base.value <= amount.most || base.value > 100) return undefined
  const noun = readPhrase(tokens, base.to)
  if (!noun) return undefined
  const of = wordsOf(view, noun.from, noun.to)
  const part = Math.round((1000 * amount.most) / base.value) / 10
  const span = spanOf(view, amount.from, noun.to)
  return { span, at: amount.at, class: 'share', low: part, high: part, bound: 'exact', unit: 'percent', of, population: of, rule: 'figures/en/share' }
}

/** "a third of", "two-thirds", "half the": not "the third round", "half an hour", "the quarter". */
function isFraction(amount: Amount, { tokens }: View): boolean {
  const before = tokens[amount.at - 1]?.lower
  const next = tokens[amount.to]?.lower
  const word = tokens[amount.to - 1]?.lower
  if (amount.to - amount.at > 1 && tokens[amount.to - 1]?.lower !== 'half') return next === 'of' || word?.endsWith('s') === true
  if (word === 'half') return next === 'of' || next === 'the' || next === 'its' || next === 'their'
  // "fell by a third": the whole is what fell.
  const byHow =
    (before === 'a' || before === 'one') &&
    tokens[amount.at - 2]?.lower === 'by' &&
    !/^(?:NOUN|ADJ|NUM)$/.test(tokens[amount.to]?.pos ?? '') &&
    tokens[amount.to]?.text !== '-'
  return byHow || ((before === 'a' || before === 'an' || before === 'one') && next === 'of')
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
