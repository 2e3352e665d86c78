import type { Finding } from '#model'
import type { Register } from '../cast/register.ts'
import { anchorsOf, findingId, tellersOf, type Place } from '../place.ts'
import { rootsOf } from './roots.ts'
import { nearestNot } from './nearest.ts'
import type { Tie } from './relate.ts'

/** Ties of one kind that meet in a place, as two sides. In a contradiction neither side is first, so a tie is turned to fit those before it. */
function sides(ties: readonly Tie[]): { support: Place[]; against: Place[] } {
  const support = new Map<string, Place>()
  const against = new Map<string, Place>()
  for (const tie of ties) {
    const turned = tie.kind === 'contradiction' && (against.has(tie.support.node) || support.has(tie.against.node))
    const [x, y] = turned ? [tie.against, tie.support] : [tie.support, tie.against]
    if (!against.has(x.node)) support.set(x.node, x)
    if (!support.has(y.node)) against.set(y.node, y)
  }
  return { support: [...support.values()], against: [...against.values()] }
}

const WORDS: Readonly<Record<string, string>> = {
  contradiction: 'Told differently',
  denial: 'One says no to what another says',
  update: 'Told anew later',
  shift: 'One speaker is heard with both, the first of the two later',
  corroboration: 'Said by speakers of more than one party',
}

function makeFinding(ties: readonly Tie[], register: Register): Finding | undefined {
  const [first] = ties
  if (!first) return undefined
  const { support, against } = sides(ties)
  const joint = first.kind === 'corroboration'
  const { roots, rooted } = joint ? rootsOf([...support, ...against], register) : { roots: [], rooted: [] }
  const all = joint ? rooted : [...support, ...against]
  const [left, right] = joint ? [anchorsOf(all), []] : [anchorsOf(support), anchorsOf(against)]
  if (left.length === 0 || (joint ? roots.length < 2 : right.length === 0)) return undefined
  const who = joint ? `roots: ${roots.join('; ')}` : `${tellersOf(support)}; and ${tellersOf(against)}`
  return {
    id: findingId(
      left[0],
      first.kind,
      first.type ?? '',
      first.rule,
      first.facet ?? '',
      ...all
        .map(place => place.node)
        .sort()
        .slice(0, 1),
    ),
    kind: first.kind,
    ...(first.type && { type: first.type }),
    about: [...new Set(all.flatMap(place => place.statement ?? []))].sort(),
    support: left,
    against: right,
    ...(joint && { roots: roots.length }),
    ...nearestNot(first),
    why: `${WORDS[first.kind] ?? first.kind}: ${who}: ${first.why}.`,
    rule: first.rule,
  }
}

function nameOf(tie: Tie): string {
  return [tie.support.node, tie.against.node].sort().join(' ')
}

/** The finding of ties of one kind, type and rule that meet in places: one stands for many pairs. */
export function foldTies(ties: readonly Tie[], register: Register): Finding | undefined {
  return makeFinding(
    [...ties].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0)),
    register,
  )
}
