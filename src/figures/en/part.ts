import type { Example, FigureClass } from '#model'
import type { Amount } from './amount.ts'
import { sizeOf, spanOf, type Draft, type View } from './draft.ts'
import { countedBy } from './noun.ts'

export const examples: readonly Example[] = [
  {
    text: 'It holds 17 fighters: eleven taken at the locks and eight taken on the river.',
    list: 'figures',
    finds: ['«eleven» troops 11..11 exact fighters', '«eight» troops 8..8 exact fighters'],
  },
  { text: 'It holds the locks: one gate is open and two are shut.', list: 'figures', finds: [] },
]

/** Parts of a count after a colon, without a noun of their own: they count what stands before the colon. */
export function readPart(amount: Amount, view: View): Draft | undefined {
  const { tokens } = view
  if (amount.kind !== 'plain' || tokens[amount.to]?.pos !== 'VERB') return undefined
  let colon = amount.from - 1
  while (colon > amount.from - 30 && colon > 0 && tokens[colon]?.text !== ':') colon--
  const counted = tokens[colon]?.text === ':' ? countedBy(tokens[colon - 1]) : undefined
  if (!counted) return undefined
  return { ...sizeOf(amount), span: spanOf(view, amount.from, amount.to), class: counted.class as FigureClass, unit: counted.unit, rule: 'figures/en/part' }
}
