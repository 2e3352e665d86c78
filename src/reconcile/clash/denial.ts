import { isOneMatter, type Pair, type Relation, type Told } from './pair.ts'

function speaks(told: Told): boolean {
  return told.said !== undefined && told.said.who.kind !== 'unstated'
}

/** Whether `no` turns words that `yes` says straight out. */
function turns(no: Told, yes: Told): boolean {
  return no.piece.denied.some(word => yes.piece.words.includes(word) && !yes.piece.denied.includes(word))
}

/** What one says and another says is not so: a denial where the one who says no is heard. Never one speaker against itself, nor one outlet's voice against another's. */
export function findDenial(pair: Pair): Relation | undefined {
  const { a, b } = pair
  if (a.piece.negated === b.piece.negated || pair.who === 'same' || pair.who === 'party' || !isOneMatter(pair) || a.piece.open || b.piece.open) return undefined
  const [no, yes] = a.piece.negated ? [a, b] : [b, a]
  if (!turns(no, yes)) return undefined
  const base = { support: a.piece.negated ? 'a' : 'b', why: 'one says not what the other says, in like words', rule: 'reconcile/clash/denial' } as const
  return speaks(no) ? { kind: 'denial', ...base } : undefined
}
