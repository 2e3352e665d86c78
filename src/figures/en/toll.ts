import type { Example } from '#model'
import type { Amount } from './amount.ts'
import { sizeOf, spanOf, type Draft, type View } from './draft.ts'
import { fateAfter, fateBefore } from './fate.ts'
import { readPhrase } from './noun.ts'

export const examples: readonly Example[] = [
  {
    text: 'Fighting has killed 2,500 in the east, leaving at least six dead on Sunday.',
    list: 'figures',
    finds: ['«killed 2,500» killed 2500..2500 exact people', '«at least six dead» killed 6.. at-least people'],
  },
  { text: 'The shelling left 40 killed or wounded.', list: 'figures', finds: ['«40 killed or wounded» casualties 40..40 exact people lumps dead+wounded'] },
  { text: 'The committee met in 2014 and again in 2015.', list: 'figures', finds: [] },
]

/** A number of people without a noun, told by what became of them: "killed 2,500", "six dead", "over 14,000 still missing". */
export function readToll(amount: Amount, view: View): Draft | undefined {
  if (amount.kind !== 'plain') return undefined
  const after = fateAfter(view, view.tokens[amount.to]?.lower === 'people' ? amount.to + 1 : amount.to)
  const before = after ? undefined : fateBefore(view, amount.from)
  const fate = after ?? before
  if (!fate || view.tokens[after?.to ?? amount.to]?.pos === 'NOUN') return undefined
  const named = before && readPhrase(view.tokens, amount.to) // "detained two Norland ships": the noun tells what
  if (named && view.tokens[named.head]?.pos === 'NOUN') return undefined
  return {
    ...sizeOf(amount),
    span: spanOf(view, before ? before.at : amount.from, after?.to ?? amount.to),
    class: fate.class,
    unit: 'people',
    ...(fate.lump && { lumps: ['dead', 'wounded'] }),
    rule: 'figures/en/toll',
  }
}
