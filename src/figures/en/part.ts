import type { Example, FigureClass } from '#model'
import type { Amount } from './amount.ts'
import { sizeOf, spanOf, type Draft, type View } from './draft.ts'
import { countedBy, type Counted } from './noun.ts'

export const examples: readonly Example[] = [
  {
    text: 'It holds 17 fighters: eleven taken at the locks and eight taken on the river.',
    list: 'figures',
    finds: ['«eleven» troops 11..11 exact fighters', '«eight» troops 8..8 exact fighters'],
  },
  { text: 'Monitors logged 87 breaches, 60 of them by night.', list: 'figures', finds: ['«60» violations 60..60 exact violations'] },
  { text: 'It holds the locks: one gate is open and two are shut.', list: 'figures', finds: [] },
]

/** Parts of a count without a noun of their own: after a colon they count what stands before it, before "of them" what was counted last. */
export function readPart(amount: Amount, view: View): Draft | undefined {
  const { tokens } = view
  if (amount.kind !== 'plain') return undefined
  const counted = /^of (?:them|whom|which)$/.test(`${tokens[amount.to]?.lower ?? ''} ${tokens[amount.to + 1]?.lower ?? ''}`)
    ? countedBefore(amount, view)
    : countedAtColon(amount, view)
  if (!counted) return undefined
  return { ...sizeOf(amount), span: spanOf(view, amount.from, amount.to), class: counted.class as FigureClass, unit: counted.unit, rule: 'figures/en/part' }
}

function countedAtColon(amount: Amount, { tokens }: View): Counted | undefined {
  if (tokens[amount.to]?.pos !== 'VERB') return undefined
  let colon = amount.from - 1
  while (colon > amount.from - 30 && colon > 0 && tokens[colon]?.text !== ':') colon--
  return tokens[colon]?.text === ':' ? countedBy(tokens[colon - 1]) : undefined
}

/** "logged 87 breaches, 60 of them": what the number before counts. */
function countedBefore(amount: Amount, { tokens }: View): Counted | undefined {
  for (let at = amount.from - 1; at > 0 && at > amount.from - 25; at--) {
    const counted = countedBy(tokens[at])
    if (counted && tokens.slice(Math.max(0, at - 3), at).some(token => token.pos === 'NUM')) return counted
  }
  return undefined
}
