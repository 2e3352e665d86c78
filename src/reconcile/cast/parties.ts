import { contains, type Analysis, type Edtf, type Span } from '#model'
import { daysOf } from '../days.ts'
import type { Party } from '../shape.ts'
import { bodyOf } from './hearing.ts'
import { actorsOf } from './name.ts'

/** Acts that only those do who talk with one another. */
const TALKING = new Set(['negotiate', 'meet', 'sign', 'suspend-talks', 'resume-talks', 'quit-talks', 'talks-stall', 'talks-collapse'])

/** Days before publication from which on talks are of another time. */
const PAST = 120

function isPast(when: { readonly start?: Edtf; readonly end?: Edtf | '..' } | undefined, published: readonly [number, number] | undefined): boolean {
  const days = daysOf(when?.end === '..' ? undefined : (when?.end ?? when?.start))
  return days !== undefined && published !== undefined && !when?.start?.startsWith('[') && days[1] < published[0] - PAST
}

/** After the name of a place where it names a meeting: the Lunde summit. */
const MEETING = /^ (?:summit|meeting|talks|negotiations|conference|round|session|accords?|agreement|declaration|statement|treaty|process)\b/

/** Where a report names somebody right before a word for a meeting. */
function venuesIn({ mentions, report }: Analysis): { readonly id: string; readonly span: Span }[] {
  return mentions.flatMap(({ actor, span }) => (actor !== undefined && MEETING.test(report.text.slice(span[1], span[1] + 16)) ? [{ id: actor, span }] : []))
}

/** Actors that only name meetings by their place: they speak nowhere, and act only in a meeting so named. */
function placesIn(analysis: Analysis): Set<string> {
  const venues = venuesIn(analysis)
  if (venues.length === 0) return new Set()
  const doing = new Set<string>(analysis.statements.flatMap(({ chain }) => chain.flatMap(link => link.actor ?? [])))
  for (const { actors, recipients, span } of analysis.events)
    for (const id of [...actors, ...recipients]) if (!venues.some(one => one.id === id && contains(span, one.span))) doing.add(id)
  return new Set(venues.map(one => one.id).filter(id => !doing.has(id)))
}

/** The parties of the talks that a report tells of: of its tracks, or where it has none, of its acts of talking; not of talks of another time. */
export function partiesOf(analysis: Analysis): Party[] {
  const byId = actorsOf(analysis)
  const places = placesIn(analysis)
  const published = daysOf(analysis.report.published)
  const found = new Map<string, Span>()
  const note = (ids: readonly string[], span: Span): void => {
    const names = ids.flatMap(id => (places.has(id) ? [] : (bodyOf(byId.get(id), byId) ?? [])))
    for (const name of names) if (!found.has(name)) found.set(name, span)
  }
  for (const track of analysis.tracks) if (!isPast(track.when, published)) note(track.parties, track.span)
  if (found.size < 2)
    for (const { act, reality, when, actors, recipients, span } of analysis.events) {
      if (TALKING.has(act) && reality !== 'denied' && reality !== 'hypothetical' && !isPast(when, published)) note([...actors, ...recipients], span)
    }
  return found.size < 2 ? [] : [...found].map(([name, span]) => ({ name, span })).sort((a, b) => (a.name < b.name ? -1 : 1))
}
