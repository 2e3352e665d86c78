import { nameWords, recordId, type Anchor, type Edtf, type Id, type Utterance } from '#model'
import { dayName } from '../days.ts'
import { joinAll } from '../join.ts'
import { anchorsOf, byPlace, type Place } from '../place.ts'
import type { Saying } from './link.ts'

/** Anchors in order, each once; of two that overlap by most of their words the longer stays. */
function settle(anchors: readonly Anchor[]): Anchor[] {
  const kept: Anchor[] = []
  const length = ({ span }: Anchor): number => span[1] - span[0]
  for (const anchor of [...anchors].sort((a, b) => length(b) - length(a) || byPlace(a, b))) {
    const same = kept.some(
      one => one.report === anchor.report && Math.min(one.span[1], anchor.span[1]) - Math.max(one.span[0], anchor.span[0]) > 0.6 * length(one),
    )
    if (!same) kept.push(anchor)
  }
  return kept.sort(byPlace)
}

/** The name the reports give the speaker: a person before a body, the fuller name of equals. */
function speakerOf(places: readonly Place[]): string {
  const named = places.filter(place => place.who !== undefined)
  const best = named.sort(
    (a, b) =>
      Number(b.person ?? false) - Number(a.person ?? false) ||
      nameWords(b.who ?? '').length - nameWords(a.who ?? '').length ||
      ((a.who ?? '') < (b.who ?? '') ? -1 : 1),
  )
  return best[0]?.who ?? ''
}

/** The day that the reports fix, or the days that all of them allow. */
function dayOf(places: readonly Place[]): Edtf | undefined {
  const dated = places.filter(place => place.dated)
  const ranges = (dated.length > 0 ? dated : places).flatMap(place => (place.days ? [place.days] : []))
  if (ranges.length === 0) return undefined
  const first = Math.max(...ranges.map(range => range[0]))
  const last = Math.min(...ranges.map(range => range[1]))
  if (first > last) return undefined
  return (first === last ? dayName(first) : `[${dayName(first)}..${dayName(last)}]`) as Edtf
}

/** The places of sayings, in order, each once. */
export function placesOf(sayings: readonly Saying[]): Place[] {
  const kept = new Map(sayings.flatMap(({ a, b }) => [a, b]).map(place => [`${place.report} ${place.span.join('-')}`, place]))
  return [...kept.values()].sort(byPlace)
}

/** The block of each node, by links. */
function blocksOf(nodes: readonly string[], links: readonly Saying[]): Map<string, readonly string[]> {
  const joined = joinAll(
    nodes,
    links.map(({ a, b }) => [a.node, b.node]),
  )
  return new Map(joined.flatMap(block => block.map(node => [node, block] as const)))
}

/** Where a lone telling belongs: with the block of quoted words that it agrees with most. */
function homeOf(node: string, blocks: ReadonlyMap<string, readonly string[]>, loose: readonly Saying[]): readonly string[] | undefined {
  const counts = new Map<readonly string[], number>()
  for (const { a, b } of loose) {
    const other = a.node === node ? b.node : b.node === node ? a.node : undefined
    const block = other === undefined ? undefined : blocks.get(other)
    if (block && block.length > 1) counts.set(block, (counts.get(block) ?? 0) + 1)
  }
  return [...counts].sort((x, y) => y[1] - x[1] || ((x[0][0] ?? '') < (y[0][0] ?? '') ? -1 : 1))[0]?.[0]
}

/**
 * Sayings that meet in places, apart by utterance. Tellings that share quoted words are one; a telling that only agrees in what it says goes with
 * the block that it agrees with most, and never joins two, or a speaker's whole week would become one utterance.
 */
export function splitSayings(sayings: readonly Saying[]): Saying[][] {
  const nodes = [...new Set(sayings.flatMap(({ a, b }) => [a.node, b.node]))].sort()
  const loose = sayings.filter(one => !one.firm)
  const blocks = blocksOf(
    nodes,
    sayings.filter(one => one.firm),
  )
  const home = new Map(nodes.map(node => [node, (blocks.get(node)?.length ?? 0) > 1 ? blocks.get(node) : homeOf(node, blocks, loose)]))
  const kept = sayings.filter(({ a, b }) => home.get(a.node) === home.get(b.node))
  const groups = new Map<readonly string[] | undefined, Saying[]>()
  const alone = blocksOf(
    nodes,
    kept.filter(({ a }) => home.get(a.node) === undefined),
  )
  for (const saying of kept) {
    const group = home.get(saying.a.node) ?? alone.get(saying.a.node)
    groups.set(group, [...(groups.get(group) ?? []), saying])
  }
  return [...groups.values()]
}

/** The utterance that sayings which meet in places make up. */
export function foldSayings(sayings: readonly Saying[]): Utterance {
  const places = placesOf(sayings)
  const members = settle(anchorsOf(places))
  const day = dayOf(places)
  const [first] = places
  const id: Id<'utterance'> = recordId('utterance', first?.report ?? '', first?.span ?? [0, 0], first?.node ?? '')
  return { id, speaker: speakerOf(places), ...(day !== undefined && { day }), members }
}
