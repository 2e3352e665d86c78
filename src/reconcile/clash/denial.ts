import { isOneMatter, shareName, type Pair, type Relation, type Told } from './pair.ts'

/** Content words below which a piece is a fragment. */
const FEWEST = 3

function speaks(told: Told): boolean {
  return told.said !== undefined && told.said.who.kind !== 'unstated'
}

/** Whether `no` turns words that `yes` says straight out. */
function turns(no: Told, yes: Told): boolean {
  return no.piece.denied.some(word => yes.piece.words.includes(word) && !yes.piece.denied.includes(word))
}

/** Days between what is said and the no to it; where one of the two is undated nothing ties them. */
const DAYS = 5

function toldTogether({ gap }: Pair): boolean {
  return gap !== undefined && Math.abs(gap) <= DAYS
}

/** What one says and another says is not so: a denial where the one who says no is heard. Never one speaker against itself, nor one outlet's voice against another's. */
export function findDenial(pair: Pair): Relation | undefined {
  const { a, b } = pair
  if (
    a.piece.negated === b.piece.negated ||
    pair.who === 'same' ||
    pair.who === 'party' ||
    !toldTogether(pair) ||
    !isOneMatter(pair) ||
    a.piece.open ||
    b.piece.open
  )
    return undefined
  const [no, yes] = a.piece.negated ? [a, b] : [b, a]
  // Who will not do a thing says nothing of whether it was done.
  if (no.piece.modal && !yes.piece.modal) return undefined
  if (!turns(no, yes) || !shareName(pair) || Math.min(a.piece.words.length, b.piece.words.length) < FEWEST) return undefined
  const base = { support: a.piece.negated ? 'a' : 'b', why: 'one says not what the other says, in like words', rule: 'reconcile/clash/denial' } as const
  return speaks(no) ? { kind: 'denial', ...base } : undefined
}
