import { dayName } from '../days.ts'
import { countsDiffer } from './figure.ts'
import { isOneMatter, later, type Pair, type Relation } from './pair.ts'
import { opposedAxis } from './state.ts'

/** Days further apart than this are two events told in like words. */
const FAR = 10
/** Quoted words in common: the days then date the telling, not what is told. */
const RUN = 5
/** Reports further apart than this tell of two occasions. */
const TOLD = 3

function disjoint(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[1] < b[0] || b[1] < a[0]
}

function span([first, last]: readonly [number, number]): string {
  return first === last ? dayName(first) : `${dayName(first)} to ${dayName(last)}`
}

/** One act of two or more named in both, in words that agree well. */
function sharesAct(pair: Pair): boolean {
  const { a, b, like } = pair
  return pair.names >= 2 && like.shared >= 2 && like.ofShorter >= 0.5 && like.ofBoth >= 0.36 && a.piece.acts.some(act => b.piece.acts.includes(act))
}

/** Whether each report tells of its own day: two days' events in standing words. */
function tellOwnDays({ a, b }: Pair, x: readonly [number, number], y: readonly [number, number]): boolean {
  const [p, q] = [a.card.kin.day, b.card.kin.day]
  return p !== undefined && q !== undefined && p !== q && Math.abs(p - x[0]) <= 1 && Math.abs(q - y[0]) <= 1
}

/** One matter with two days. Not two nights that may be one, not two windows that overlap; from one speaker, later, it is an update. */
export function clashDates(pair: Pair): Relation | undefined {
  if (pair.a.piece.times.length !== 1 || pair.b.piece.times.length !== 1) return undefined
  if (pair.like.run >= RUN || pair.a.piece.open || pair.b.piece.open) return undefined
  const [x, y] = [pair.a.piece.times[0], pair.b.piece.times[0]]
  if (!x || !y || !disjoint(x.days, y.days)) return undefined
  const apart = Math.max(x.days[0], y.days[0]) - Math.min(x.days[1], y.days[1])
  if (apart > FAR || (apart <= 1 && (x.loose || y.loose)) || pair.a.piece.negated !== pair.b.piece.negated) return undefined
  if (tellOwnDays(pair, x.days, y.days)) return undefined
  if (countsDiffer(pair) || opposedAxis(pair.a.piece, pair.b.piece) !== undefined) return undefined
  if (!((isOneMatter(pair) && pair.like.ofBoth >= 0.5) || sharesAct(pair)) || Math.abs(pair.gap ?? 0) > TOLD) return undefined
  const moved = pair.who === 'same' && pair.gap !== undefined && pair.gap !== 0
  const why = `${span(x.days)} and ${span(y.days)} for what both tell in like words`
  return moved
    ? { kind: 'update', type: 'date', support: later(pair), why, rule: 'reconcile/clash/date' }
    : { kind: 'contradiction', type: 'date', support: 'a', why, rule: 'reconcile/clash/date' }
}
