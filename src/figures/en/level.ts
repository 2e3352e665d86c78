import type { Example, FigureClass } from '#model'
import type { Amount } from './amount.ts'
import { sizeOf, spanOf, wordsOf, type Draft, type View } from './draft.ts'
import { countedBy, readPhrase } from './noun.ts'
import { fateOf } from './fate.ts'

export const examples: readonly Example[] = [
  {
    text: 'The number of trucks at the gate had grown to 22, from 14 on Thursday.',
    list: 'figures',
    finds: ['«22» vehicles 22..22 exact trucks', '«14» vehicles 14..14 exact trucks'],
  },
  { text: 'The death toll rose to 64 on Tuesday.', list: 'figures', finds: ['«64» killed 64..64 exact people'] },
  { text: 'This puts the death toll at 640.', list: 'figures', finds: ['«640» killed 640..640 exact people'] },
  { text: 'The envoy rose to speak at 10, from notes.', list: 'figures', finds: [] },
]

const MOVES = new Set([
  'rise',
  'grow',
  'fall',
  'drop',
  'climb',
  'increase',
  'decrease',
  'reach',
  'stand',
  'jump',
  'double',
  'shrink',
  'decline',
  'pass',
  'exceed',
  'be',
  'number',
  'total',
  'go',
  'surpass',
  'top',
  'hit',
  'near',
  'approach',
  'cross',
  'remain',
])
const COUNTS = new Set(['number', 'total', 'toll', 'count', 'tally', 'figure'])

/** A bare number that the count of something reached or left: "the number of ships had grown to 22, from 14". */
export function readLevel(amount: Amount, view: View): Draft | undefined {
  if (amount.kind !== 'plain' || view.tokens[amount.to]?.pos === 'NOUN') return undefined
  const counted = countedBefore(view, amount.from)
  if (!counted || !isReached(view, amount.from)) return undefined
  return { ...sizeOf(amount), span: spanOf(view, amount.from, amount.to), rule: 'figures/en/level', ...counted }
}

const COUNTED_AT = /^(?:toll|number|count|total|dead|killed|wounded|injured|missing|displaced|figure)$/

function isReached({ tokens }: View, at: number): boolean {
  const before = tokens[at - 1]
  if (before?.lower === 'from') return true
  const verb = before?.lower === 'to' || before?.lower === 'at' ? tokens[at - 2] : before
  if (before?.lower === 'at' && verb && COUNTED_AT.test(verb.lower)) return true
  return verb !== undefined && (MOVES.has(verb.lemma) || MOVES.has(verb.lower))
}

/** What "the number of X" or "the death toll" earlier in the sentence counts. */
function countedBefore(view: View, at: number): Pick<Draft, 'class' | 'unit' | 'of'> | undefined {
  const { tokens } = view
  for (let i = at - 1; i >= Math.max(0, at - 40); i--) {
    if (!COUNTS.has(tokens[i]?.lower ?? '')) continue
    if (tokens[i]?.lower === 'toll') return { class: 'killed', unit: 'people', of: 'dead' }
    const fate = tokens[i + 1]?.lower === 'of' ? fateOf(tokens[i + 2]) : undefined
    if (fate) return { class: fate.class, unit: 'people', of: tokens[i + 2]?.lower ?? '' }
    const phrase = tokens[i + 1]?.lower === 'of' ? readPhrase(tokens, i + 2) : undefined
    const head = phrase && tokens[phrase.head]
    if (!phrase || !head) continue
    const row = countedBy(head)
    return {
      class: fateOf(head)?.class ?? (row?.class as FigureClass | undefined) ?? 'other',
      unit: row?.unit ?? head.lower,
      of: wordsOf(view, phrase.from, phrase.to),
    }
  }
  return undefined
}
