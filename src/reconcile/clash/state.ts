import { contentHash } from '../form.ts'
import type { Piece } from '../say/pieces.ts'
import { isOneMatter, later, type Pair, type Relation } from './pair.ts'

/** The axis on which two pieces stand on opposite sides, if any, and none on which they agree. */
export function opposedAxis(a: Piece, b: Piece): string | undefined {
  let found: string | undefined
  for (const axis in a.axes) {
    const side = a.axes[axis]
    const other = b.axes[axis]
    if (side === undefined || other === undefined || side === 0 || other === 0) continue
    if (other === side) return undefined
    found ??= axis
  }
  return found
}

/** Words for talks and meetings, and how alike two reports must be for theirs to be the same. */
const TALKS = ['talks', 'meeting'].map(contentHash)
const ONE_MATTER = 0.3

/** Two days on one matter: the later telling may simply be later. */
const DAYS = 12

/** Two pieces on talks between the same, in reports of one matter. */
function sameTalk(pair: Pair): boolean {
  const { a, b, like, topic } = pair
  const talks = TALKS.some(word => a.piece.words.includes(word)) && TALKS.some(word => b.piece.words.includes(word))
  return talks && topic >= ONE_MATTER && pair.names >= 2 && like.shared >= 1 && like.ofShorter >= 0.6
}

/** Other numbers of things are other things, whatever became of them. */
function countsApart({ a, b }: Pair): boolean {
  const [x, y] = [a.piece.counts, b.piece.counts]
  return x.length > 0 && y.length > 0 && !x.some(one => y.some(other => one.low === other.low && one.high === other.high))
}

/** One matter told from both sides of an axis: from one speaker later a shift, told later by another an update, at one time a contradiction. */
export function clashStates(pair: Pair): Relation | undefined {
  const axis = opposedAxis(pair.a.piece, pair.b.piece)
  if (axis === undefined || !(isOneMatter(pair) || (axis === 'talks' && sameTalk(pair)))) return undefined
  if (countsApart(pair) || pair.a.piece.open || pair.b.piece.open) return undefined
  if (!pair.a.said && !pair.b.said && pair.like.ofShorter < 0.6) return undefined
  const gap = pair.gap ?? 0
  if (Math.abs(gap) > DAYS) return undefined
  if (pair.a.said?.spoken === false || pair.b.said?.spoken === false) return undefined
  const base = { why: `opposite told states (${axis}) of what both tell in like words`, rule: 'reconcile/clash/state' }
  if (pair.who === 'same') return gap === 0 ? undefined : { kind: 'shift', support: later(pair), ...base }
  if (gap !== 0 && axis !== 'answer' && axis !== 'blame') return { kind: 'update', support: later(pair), ...base }
  if (!pair.a.said || !pair.b.said) return undefined
  return { kind: 'contradiction', type: axis === 'answer' ? 'position' : axis === 'blame' ? 'attribution' : 'existence', support: 'a', ...base }
}
