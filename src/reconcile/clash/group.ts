import { recordId, type Anchor, type Finding } from '#model'
import { joinAll } from '../join.ts'
import { byPlace } from '../say/utterance.ts'
import { partyOf } from '../who.ts'
import type { End, Tie } from './relate.ts'

/** The name of a place in a report, for joining ties that meet in it. */
export function placeOf({ card, piece }: End): string {
  return `${card.report} ${String(piece.span[0])}-${String(piece.span[1])}`
}

function anchor({ card, span }: End): Anchor {
  return { report: card.report, ...(card.key !== undefined && { key: card.key }), span }
}

function anchors(ends: readonly End[]): Anchor[] {
  const kept = new Map(ends.map(end => [`${end.card.report} ${end.span.join('-')}`, anchor(end)]))
  return [...kept.values()].sort(byPlace)
}

/** Who tells: the speaker as named, with the publisher that carries it; the publisher itself in its own voice. */
export function tellerOf({ card, piece }: End): string {
  const said = card.said[piece.statement]
  const publisher = card.publisher ?? 'a report without a publisher'
  if (!said) return publisher
  const name = said.who.kind === 'unstated' || said.who.name === '' ? 'somebody not named' : said.who.name
  return `${name} (in ${publisher})`
}

function tellers(ends: readonly End[]): string {
  return [...new Set(ends.map(tellerOf))].sort().join(', ')
}

/** Ties of one kind that meet in a place, as two sides: a place on both sides stays where it first stood. */
function sides(ties: readonly Tie[]): { support: End[]; against: End[] } {
  const support = new Map<string, End>()
  const against = new Map<string, End>()
  for (const tie of ties) {
    const turned = tie.kind === 'contradiction' && (against.has(placeOf(tie.support)) || support.has(placeOf(tie.against)))
    const [x, y] = turned ? [tie.against, tie.support] : [tie.support, tie.against]
    if (!against.has(placeOf(x))) support.set(placeOf(x), x)
    if (!support.has(placeOf(y))) against.set(placeOf(y), y)
  }
  return { support: [...support.values()], against: [...against.values()] }
}

/** Independent first utterers: one a party, whoever carries it. */
function rootsOf(ends: readonly End[]): string[] {
  const parties = ends.flatMap(({ card, piece }) => {
    const said = card.said[piece.statement]
    return said ? [partyOf(said.who)] : []
  })
  return [...new Set(parties)].sort()
}

const WORDS: Readonly<Record<string, string>> = {
  contradiction: 'The two sides are told differently',
  denial: 'One side denies what the other says',
  update: 'The first side is told later',
  shift: 'One speaker is heard with both, the first side later',
  corroboration: 'Said by speakers of different parties',
}

function makeFinding(ties: readonly Tie[]): Finding | undefined {
  const [first] = ties
  if (!first) return undefined
  const { support, against } = sides(ties)
  const joint = first.kind === 'corroboration'
  const left = anchors(joint ? [...support, ...against] : support)
  const right = joint ? [] : anchors(against)
  const roots = rootsOf([...support, ...against])
  if (left.length === 0 || (!joint && right.length === 0) || (joint && roots.length < 2)) return undefined
  const who = joint ? `roots: ${roots.join('; ')}` : `${tellers(support)}; and ${tellers(against)}`
  const [place] = left
  return {
    id: recordId('finding', place?.report ?? '', place?.span ?? [0, 0], first.kind, first.type ?? '', first.rule),
    kind: first.kind,
    ...(first.type && { type: first.type }),
    about: [...new Set([...support, ...against].flatMap(({ card, piece }) => card.said[piece.statement]?.id ?? []))].sort(),
    support: left,
    against: right,
    ...(joint && { roots: roots.length }),
    why: `${WORDS[first.kind] ?? first.kind}: ${who}: ${first.why}.`,
    rule: first.rule,
  }
}

function byName(a: Tie, b: Tie): number {
  const name = (tie: Tie): string => [placeOf(tie.support), placeOf(tie.against)].sort().join(' ')
  return name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0
}

/** Findings from ties: those of one kind and type that meet in a place are one finding. */
export function groupTies(ties: readonly Tie[]): Finding[] {
  const kinds = new Map<string, Tie[]>()
  for (const tie of ties) {
    const kind = `${tie.kind} ${tie.type ?? ''} ${tie.rule}`
    kinds.set(kind, [...(kinds.get(kind) ?? []), tie])
  }
  return [...kinds.keys()].sort().flatMap(kind => {
    const list = kinds.get(kind) ?? []
    const groups = joinAll(list.flatMap(tie => [placeOf(tie.support), placeOf(tie.against)]), list.map(tie => [placeOf(tie.support), placeOf(tie.against)] as const))
    const groupOf = new Map(groups.flatMap((group, at) => group.map(place => [place, at] as const)))
    return groups.flatMap((_, at) => makeFinding(list.filter(tie => groupOf.get(placeOf(tie.support)) === at).sort(byName)) ?? [])
  })
}
