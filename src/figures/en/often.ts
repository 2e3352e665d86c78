import type { Example, FigureClass } from '#model'
import type { Amount } from './amount.ts'
import { sizeOf, spanOf, type Draft, type View } from './draft.ts'

export const examples: readonly Example[] = [
  { text: 'The truce has been broken 249 times.', list: 'figures', finds: ['«249 times» violations 249..249 exact violations'] },
  { text: 'They have met four times since March.', list: 'figures', finds: ['«four times» meetings 4..4 exact meetings'] },
  { text: 'It is three times larger.', list: 'figures', finds: [] },
]

const ACTS: Readonly<Record<string, readonly [FigureClass, string]>> = {
  break: ['violations', 'violations'],
  broken: ['violations', 'violations'],
  broke: ['violations', 'violations'],
  violate: ['violations', 'violations'],
  breach: ['violations', 'violations'],
  meet: ['meetings', 'meetings'],
  met: ['meetings', 'meetings'],
  bomb: ['strikes', 'strikes'],
  shell: ['strikes', 'strikes'],
  strike: ['strikes', 'strikes'],
  struck: ['strikes', 'strikes'],
  attack: ['strikes', 'attacks'],
}

/** How often something was done: "broken 249 times". */
export function readOften(amount: Amount, view: View): Draft | undefined {
  const { tokens } = view
  if (amount.kind !== 'plain' || !/^(?:times|occasions)$/.test(tokens[amount.to]?.lower ?? '')) return undefined
  for (let i = amount.from - 1; i >= Math.max(0, amount.from - 8); i--) {
    const act = ACTS[tokens[i]?.lemma ?? ''] ?? ACTS[tokens[i]?.lower ?? '']
    if (act) return { ...sizeOf(amount), span: spanOf(view, amount.from, amount.to + 1), class: act[0], unit: act[1], rule: 'figures/en/often' }
  }
  return undefined
}
