import { nameWords, type Finding, type Utterance } from '#model'
import { anchorsOf, findingId, tellersOf, type Place } from '../place.ts'
import type { Saying } from './link.ts'
import { placesOf } from './utterance.ts'

/** One utterance in wordings that differ: shown side by side, never a contradiction. Verbatim tellings make none. */
export function renderingFinding(utterance: Utterance, sayings: readonly Saying[]): Finding | undefined {
  const differing = sayings.filter(saying => !saying.verbatim)
  if (differing.length === 0) return undefined
  const places = placesOf(differing)
  const why = `One utterance in different words: ${tellersOf(places)}.`
  return {
    id: findingId(places[0], 'rendering', utterance.id),
    kind: 'rendering',
    about: [utterance.id],
    support: anchorsOf(places),
    against: [],
    why,
    rule: 'reconcile/say/rendering',
  }
}

function cites(place: Place, publisher: string | null): boolean {
  if (publisher === null) return false
  const words = nameWords(publisher).join(' ')
  return [...(place.channel ?? '').split(' > '), place.who ?? ''].some(name => nameWords(name).join(' ') === words)
}

/** Two reports that each have the words from the other: no root is left outside the circle. */
export function circularFinding(sayings: readonly Saying[]): Finding | undefined {
  const circle = sayings.filter(({ a, b }) => cites(a, b.publisher) && cites(b, a.publisher))
  if (circle.length === 0) return undefined
  const places = placesOf(circle)
  const why = `Each of ${[...new Set(places.map(place => place.publisher ?? ''))].sort().join(' and ')} gives the other as its source: no teller outside the two is named.`
  return {
    id: findingId(places[0], 'circular'),
    kind: 'circular',
    about: [...new Set(places.map(place => place.report as string))].sort(),
    support: anchorsOf(places),
    against: [],
    why,
    rule: 'reconcile/say/circular',
  }
}
