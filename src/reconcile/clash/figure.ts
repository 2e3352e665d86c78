import type { Counted } from '../say/pieces.ts'
import { later, type Pair, type Relation } from './pair.ts'

/** Classes that count too many things to be held against each other without strong agreement of words. */
const BROAD = /^(?:money|share|duration|other)\b/
/** "About" leaves a tenth on either side. */
const ABOUT = 0.1
/** Days between two tellings of one count that are not an update. */
const SAME_TIME = 1

function bounds({ low, high, about }: Counted): readonly [number, number] {
  const slack = about ? ABOUT : 0
  return [(low ?? 0) * (1 - slack), (high ?? Number.POSITIVE_INFINITY) * (1 + slack)]
}

/** Whether two figures of one kind do not meet. */
function apart(a: Counted, b: Counted): boolean {
  const [lowA, highA] = bounds(a)
  const [lowB, highB] = bounds(b)
  return highA < lowB || highB < lowA
}

/** Other counts on another day are another occasion. */
export function countsDiffer({ a, b }: Pair): boolean {
  return a.piece.counts.some(x => b.piece.counts.some(y => x.kind === y.kind && apart(x, y)))
}

function sameDefinition(a: Counted, b: Counted): boolean {
  if (a.kind !== b.kind) return false
  if (a.of.length === 0 || b.of.length === 0) return a.of.length === b.of.length
  const met = a.of.filter(word => b.of.includes(word)).length
  return met === a.of.length && met === b.of.length
}

function sameWindow(a: Counted, b: Counted, pair: Pair): boolean {
  if (a.days && b.days) return a.days[0] <= b.days[1] && b.days[0] <= a.days[1]
  const [x, y] = [pair.a.piece.times[0], pair.b.piece.times[0]]
  return !x || !y || (x.days[0] <= y.days[1] && y.days[0] <= x.days[1])
}

function number({ low, high }: Counted): string {
  return low === high
    ? String(low)
    : `${low === null ? 'up to' : String(low)}${high === null ? ' or more' : low === null ? ` ${String(high)}` : ` to ${String(high)}`}`
}

/** Whether a piece gives several values of one kind: which of them the other piece tells anew is not said. */
function isOneOfMany(x: Counted, counts: readonly Counted[]): boolean {
  return counts.filter(one => one.kind === x.kind).length > 1
}

/** Whether words that tell of broad kinds agree so well that both count one thing: what is planned is not what is done. */
function nearEnough({ like, a, b }: Pair, x: Counted): boolean {
  if (!BROAD.test(x.kind)) return like.shared >= 1.4 && like.ofShorter >= 0.34
  return x.of.length > 0 && a.piece.modal === b.piece.modal && like.shared >= 2.5 && like.ofShorter >= 0.6 && like.ofBoth >= 0.45
}

function judge(x: Counted, y: Counted, pair: Pair): Relation | undefined {
  if (isOneOfMany(x, pair.a.piece.counts) || isOneOfMany(y, pair.b.piece.counts)) return undefined
  if (!nearEnough(pair, x) || !sameDefinition(x, y) || !sameWindow(x, y, pair) || !apart(x, y)) return undefined
  const oneProvider = (x.provider !== undefined && x.provider === y.provider) || pair.who === 'same'
  const ownVoice = !pair.a.said && !pair.b.said && pair.a.card.publisher === pair.b.card.publisher
  const gap = Math.abs(pair.gap ?? 0)
  const base = {
    spanA: x.span,
    spanB: y.span,
    why: `${number(x)} and ${number(y)} for one count (${[...new Set(x.kind.split(' '))].join(' ')})`,
    rule: 'reconcile/clash/figure',
  }
  if ((oneProvider || ownVoice) && gap > 0) return { kind: 'update', type: 'figure', support: later(pair), ...base }
  return gap <= SAME_TIME && !oneProvider ? { kind: 'contradiction', type: 'figure', support: 'a', ...base } : undefined
}

/** One count with two values that do not meet. Other definitions, lumps, units and windows are other counts; a later value of one provider is an update. */
export function clashFigures(pair: Pair): Relation | undefined {
  if (pair.a.piece.counts.length === 0 || pair.b.piece.counts.length === 0) return undefined
  if (pair.a.piece.negated !== pair.b.piece.negated || pair.elsewhere) return undefined
  for (const x of pair.a.piece.counts)
    for (const y of pair.b.piece.counts) {
      const found = judge(x, y, pair)
      if (found) return found
    }
  return undefined
}
