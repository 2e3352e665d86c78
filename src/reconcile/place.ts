import { recordId, type Anchor, type Id, type Span } from '#model'
import type { Card, Said } from './shape.ts'
import { partyOf } from './who.ts'

/** A place in a report with what a finding needs to speak of it: enough by itself, so that a store can keep it without the card. */
export interface Place {
  /** Names the place among those that ties join. */
  readonly node: string
  readonly report: Id<'report'>
  readonly key?: string
  readonly publisher: string | null
  readonly span: Span
  readonly statement?: Id<'statement'>
  /** Who first uttered it, as named; absent in the publisher's own voice or where nobody is named. */
  readonly who?: string
  readonly person?: true
  /** A person of no told party who holds a post in some government. */
  readonly post?: true
  readonly party?: string
  readonly channel?: string
  readonly days?: readonly [first: number, last: number]
  readonly dated?: true
}

function saidPart(said: Said): Partial<Place> {
  const named = said.who.kind !== 'unstated' && said.who.name !== ''
  return {
    statement: said.id,
    ...(named && { who: said.who.name, party: partyOf(said.who) }),
    ...(said.who.kind === 'person' && { person: true }),
    ...(said.who.post && { post: true }),
    ...(said.channel !== '' && { channel: said.channel }),
    ...(said.days && { days: said.days }),
    ...(said.dated && { dated: true }),
  }
}

/** The place of some words of a report. `node` tells which places are one when ties meet. */
export function placeOf(card: Card, span: Span, statement: number, node: string): Place {
  const said = card.said[statement]
  const { report, key, publisher } = card
  return { node: `${report} ${node}`, report, ...(key !== undefined && { key }), publisher, span, ...(said && saidPart(said)) }
}

/** The anchor of a place. */
export function anchorOf({ report, key, span }: Place): Anchor {
  return { report, ...(key !== undefined && { key }), span }
}

/** Reading order of anchors and places: by report, then place. */
export function byPlace(a: Anchor, b: Anchor): number {
  return a.report < b.report ? -1 : a.report > b.report ? 1 : a.span[0] - b.span[0] || a.span[1] - b.span[1]
}

/** The anchors of places, in order, each once. */
export function anchorsOf(places: readonly Place[]): Anchor[] {
  const kept = new Map(places.map(place => [`${place.report} ${place.span.join('-')}`, anchorOf(place)]))
  return [...kept.values()].sort(byPlace)
}

/** Who tells, for a sentence of ours: the speaker as named, with the publisher that carries it; the publisher itself in its own voice. */
export function tellerOf(place: Place): string {
  const publisher = place.publisher ?? 'a report without a publisher'
  if (place.statement === undefined) return publisher
  return `${place.who ?? 'somebody not named'} (in ${publisher})`
}

/** The tellers of places, each once, in order of name. */
export function tellersOf(places: readonly Place[]): string {
  return [...new Set(places.map(tellerOf))].sort().join(', ')
}

/** The id of a finding: by its kind and rule and its first place, so that a finding that grows at its end keeps its name. */
export function findingId(first: Place | Anchor | undefined, ...apart: readonly string[]): Id<'finding'> {
  return recordId('finding', first?.report ?? '', first?.span ?? [0, 0], ...apart)
}
