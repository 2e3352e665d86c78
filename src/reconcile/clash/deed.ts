import { dayName } from '../days.ts'
import type { Deed } from '../say/pieces.ts'
import type { Pair, Relation } from './pair.ts'

/** Days further apart than this are two acts of one kind. */
const FAR = 4
/** Reports further apart than this tell of two occasions. */
const TOLD = 4

function shared(a: readonly number[], b: readonly number[]): number[] {
  return a.filter(one => b.includes(one))
}

/** Whether all words of the shorter name are in the longer: Dorn and Ilya Dorn. */
function sameName(a: readonly number[], b: readonly number[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length > 0 && short.every(word => long.includes(word))
}

function sameDeed(x: Deed, y: Deed, { a, b }: Pair): boolean {
  const met = x.who.filter(one => y.who.some(other => sameName(one, other)))
  if (x.act !== y.act || met.length < 2) return false
  // The same two may meet on two days: a place or an object in common must say that it is one meeting.
  const named = shared(a.piece.capitals, b.piece.capitals).filter(word => !x.nameWords.includes(word) && !y.nameWords.includes(word))
  return named.length >= 2
}

/** One act of the same two, done at one place, told of two days. */
export function clashDeeds(pair: Pair): Relation | undefined {
  if (Math.abs(pair.gap ?? 0) > TOLD || pair.a.card === pair.b.card) return undefined
  for (const x of pair.a.piece.deeds)
    for (const y of pair.b.piece.deeds) {
      const apart = Math.abs(x.day - y.day)
      if (apart === 0 || apart > FAR || !sameDeed(x, y, pair)) continue
      const why = `${dayName(x.day)} and ${dayName(y.day)} for one act (${x.act}) of the same`
      return { kind: 'contradiction', type: 'date', support: 'a', why, rule: 'reconcile/clash/deed' }
    }
  return undefined
}
