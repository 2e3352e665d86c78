import { countsDiffer } from './figure.ts'
import { mayBelong, type Pair, type Relation } from './pair.ts'
import { passesOn } from '../who.ts'
import { opposedAxis } from './state.ts'

/** Links that can be a root: somebody who speaks, not an outlet or a paper that passes words on. */
const FIRST = new Set(['person', 'office', 'body', 'group'])

/** Whether a speaker has a name of its own, rather than a description or words of a headline. */
function isName(name: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(name)
}

/** Two speakers of different parties who say the same, each on its own: never an outlet's voice, never words one quotes from the other. */
export function findCorroboration(pair: Pair): Relation | undefined {
  const [a, b] = [pair.a.said, pair.b.said]
  if (!a || !b || pair.like.shared < 3 || pair.like.ofShorter < 0.6 || pair.like.ofBoth < 0.48) return undefined
  if (
    !a.spoken ||
    !b.spoken ||
    !a.named ||
    !b.named ||
    !FIRST.has(a.as) ||
    !FIRST.has(b.as) ||
    !isName(a.who.name) ||
    !isName(b.who.name) ||
    passesOn(a.who) ||
    passesOn(b.who) ||
    pair.who !== 'different' ||
    a.negated ||
    b.negated ||
    pair.a.piece.negated !== pair.b.piece.negated
  )
    return undefined
  if (mayBelong(pair) || countsDiffer(pair) || opposedAxis(pair.a.piece, pair.b.piece) !== undefined) return undefined
  const { like } = pair
  if (like.run >= 3 || pair.a.piece.open || pair.b.piece.open || Math.abs(pair.gap ?? 0) > 2) return undefined
  return { kind: 'corroboration', support: 'a', why: 'two speakers say the same in like words', rule: 'reconcile/clash/corroborate' }
}
