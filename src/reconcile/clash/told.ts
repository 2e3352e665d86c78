import { areStrangers, bothSpeak, dayTold, later, sharedMatter, type Pair, type Relation } from './pair.ts'

/** Axes whose words name their matter themselves: whether a meeting is on, whether talks go on, contact, a pledge, a vote, presence at talks. */
export const TOLD_AXES = ['summit', 'parley', 'contact', 'pledge', 'vote', 'presence'] as const

/** How alike two reports must be for the talks of both to be the same, and days within which one telling follows the other. */
const ONE_MATTER = 0.3
const DAYS = 3
/** Days from a state to the next: that a meeting is off is history on the second day; talks that go on are told of for days. */
const NEXT = { summit: 1, contact: 1, parley: 3 }

/** What is told of somebody's presence: both sides name the one who was or was not there, and no other day. */
function clashPresence(pair: Pair): Relation | undefined {
  const { a, b } = pair
  const [x, y] = [a.piece.times[0]?.days, b.piece.times[0]?.days]
  if (a.card === b.card || pair.names === 0 || a.piece.open || b.piece.open || (x && y && (x[0] > y[1] || y[0] > x[1]))) return undefined
  const apart = [...a.piece.names].filter(name => !b.piece.names.includes(name)).length + b.piece.names.filter(name => !a.piece.names.includes(name)).length
  if (apart > pair.names + 1 || pair.who === 'same') return undefined
  return { kind: 'contradiction', type: 'roster', support: 'a', why: 'one told as present and as absent', rule: 'reconcile/clash/told', facet: 'presence' }
}

/** A pledge told as kept by one and as broken by another. */
function clashPledges(pair: Pair): Relation | undefined {
  if (!bothSpeak(pair) || pair.a.piece.open || pair.b.piece.open) return undefined
  return { kind: 'contradiction', type: 'existence', support: 'a', why: 'a pledge told as kept and as broken', rule: 'reconcile/clash/told' }
}

const WHY: Readonly<Record<string, string>> = {
  summit: 'a meeting told as on and as off',
  parley: 'talks told as going on and as over or stalled',
  contact: 'contact told as had and as missing',
}

function sidesOf({ a, b }: Pair, axis: string): readonly [number, number] {
  return [a.piece.axes[axis] ?? 0, b.piece.axes[axis] ?? 0]
}

/** The first of the axes on which the two stand on opposite sides. */
function opposedOf(pair: Pair): (typeof TOLD_AXES)[number] | undefined {
  return TOLD_AXES.find(axis => {
    const [x, y] = sidesOf(pair, axis)
    return x * y < 0
  })
}

/** A vote told as to come, and told as held: never the other way round, and of one body that both name. */
function clashVotes(pair: Pair): Relation | undefined {
  const { a, b } = pair
  const support = (a.piece.axes['vote'] ?? 0) > 0 ? 'a' : 'b'
  const after = (support === 'b' ? 1 : -1) * (pair.gap ?? 0)
  const [x, y] = [a.piece.times[0]?.days, b.piece.times[0]?.days]
  const apart = x && y && (x[0] > y[1] || y[0] > x[1])
  if (a.card === b.card || pair.names === 0 || sharedMatter(pair) === 0 || after < 0 || apart || (!x && !y)) return undefined
  return { kind: 'update', support, why: 'a vote told as to come and as held', rule: 'reconcile/clash/told', facet: 'vote' }
}

/** Whether what is told later is told of a later day too, where the words give the days: a telling of today may look back. */
function liesAfter({ a, b }: Pair, support: 'a' | 'b'): boolean {
  const day = (told: typeof a): number | undefined => told.piece.times[0]?.days[0] ?? dayTold(told)
  const [x, y] = [day(a), day(b)]
  return x === undefined || y === undefined || (support === 'a' ? x > y : y > x)
}

/** One matter told from both sides of an axis, in other words: by another later an update, by the same later a shift; of a pledge, at odds. */
export function clashTold(pair: Pair): Relation | undefined {
  const axis = opposedOf(pair)
  if (axis === undefined || pair.topic < ONE_MATTER || areStrangers(pair)) return undefined
  const gap = pair.gap ?? 0
  if (Math.abs(gap) > DAYS || pair.a.said?.negated || pair.b.said?.negated) return undefined
  if (axis === 'pledge') return clashPledges(pair)
  if (axis === 'presence') return clashPresence(pair)
  if (axis === 'vote') return clashVotes(pair)
  if (gap === 0 || Math.abs(gap) > NEXT[axis] || pair.a.card === pair.b.card || (axis !== 'parley' && (pair.a.piece.open || pair.b.piece.open)))
    return undefined
  const support = later(pair)
  if (!liesAfter(pair, support)) return undefined
  const side = sidesOf(pair, axis)[support === 'a' ? 0 : 1]
  const why = WHY[axis] ?? axis
  return {
    kind: pair.who === 'same' ? 'shift' : 'update',
    support,
    why,
    rule: 'reconcile/clash/told',
    facet: `${axis} ${String(side)} ${axis === 'parley' ? '' : String(dayTold(support === 'a' ? pair.a : pair.b))}`,
  }
}
