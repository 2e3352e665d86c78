import type { Finding } from '#model'
import type { Tie } from './relate.ts'

type Nearest = NonNullable<Finding['not']>

/** What a finding of a kind, or of a kind and type, comes nearest to, and why it is not that. */
const NEAREST: Readonly<Record<string, Nearest>> = {
  'contradiction figure': { kind: 'update', why: 'the values are told at one time and not by one provider' },
  'contradiction date': { kind: 'update', why: 'no teller puts off what the other tells; both tell of one act' },
  'contradiction existence': { kind: 'update', why: 'the two are told of one time, or of what does not change with the days' },
  'contradiction position': { kind: 'shift', why: 'two speakers, and not one at two times' },
  'contradiction attribution': { kind: 'rendering', why: 'the words name two, not one in two ways' },
  'contradiction roster': { kind: 'rendering', why: 'one telling says that somebody was not there; to name fewer would not say so' },
  denial: { kind: 'contradiction', why: 'the one who says no is heard, and speaks to what the other says' },
  update: { kind: 'contradiction', why: 'the one is told later than the other, and what is told can change with the days' },
  shift: { kind: 'update', why: 'one speaker is heard with both' },
  corroboration: { kind: 'rendering', why: 'two speakers of no common party, not one utterance told twice' },
}

/** The nearest thing that the finding of a tie is not, as a part of the finding. */
export function nearestNot({ kind, type }: Pick<Tie, 'kind' | 'type'>): { not?: Nearest } {
  const not = NEAREST[`${kind} ${type ?? ''}`] ?? NEAREST[kind]
  return not ? { not } : {}
}
