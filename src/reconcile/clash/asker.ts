import type { Pair, Relation } from './pair.ts'

const ONE_MATTER = 0.3
const DAYS = 5

/** Talks asked for by one party, as one tells, and by another, as another tells. */
export function clashAskers(pair: Pair): Relation | undefined {
  const { a, b } = pair
  const [x, y] = [a.piece.asker, b.piece.asker]
  if (!x || !y || pair.topic < ONE_MATTER || Math.abs(pair.gap ?? 0) > DAYS || a.piece.negated || b.piece.negated) return undefined
  if (x.some(one => y.includes(one))) return undefined
  const named = x.some(one => b.piece.names.includes(one)) || y.some(one => a.piece.names.includes(one))
  if (!named || pair.who === 'same' || (!a.said && !b.said)) return undefined
  return { kind: 'contradiction', type: 'attribution', support: 'a', why: 'two are told to have asked for the talks', rule: 'reconcile/clash/asker' }
}
