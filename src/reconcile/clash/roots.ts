import { nameWords, sameNames } from '#model'
import type { Register } from '../cast/register.ts'
import type { Place } from '../place.ts'

/** Where the words of a place come from first: a party that is told, a person of none, or nobody that can be told from the others. */
interface Root {
  readonly name: string
  readonly loose: boolean
}

/** The root of a person: the party told in its report; where that is silent, the one that the case knows of its name. The two at odds make none. */
function rootOfPerson({ who = '', party, post }: Place, register: Register): Root | undefined {
  const standing = register.of(who)
  const own = party === who ? undefined : party
  if (own !== undefined) return standing.as === 'told' && standing.party !== own ? undefined : { name: own, loose: false }
  if (standing.as === 'told') return { name: standing.party, loose: false }
  return post || standing.as !== 'unknown' || nameWords(who).length < 2 ? undefined : { name: who, loose: true }
}

function rootOf(place: Place, register: Register): Root | undefined {
  if (place.who === undefined || place.party === undefined) return undefined
  return place.person ? rootOfPerson(place, register) : { name: place.party, loose: false }
}

/** The roots of places, each beside its place. A person of whom the case knows no party is no root beside a body, for which it may speak. */
function rootedPlaces(places: readonly Place[], register: Register): { readonly place: Place; readonly name: string }[] {
  const body = places.some(place => !place.person && place.party !== undefined)
  return places.flatMap(place => {
    const root = rootOf(place, register)
    if (!root || (root.loose && body)) return []
    const up = register.of(root.name)
    return [{ place, name: up.as === 'told' ? up.party : root.name }]
  })
}

/** The independent first utterers of places, and the places that have one: each party once, whoever carries it, and each person of no party. */
export function rootsOf(places: readonly Place[], register: Register): { readonly roots: string[]; readonly rooted: Place[] } {
  const found = rootedPlaces(places, register)
  const roots: string[] = []
  for (const name of [...new Set(found.map(one => one.name))].sort((a, b) => nameWords(b).length - nameWords(a).length || (a < b ? -1 : 1)))
    if (!roots.some(one => sameNames(nameWords(one), nameWords(name)))) roots.push(name)
  return { roots: roots.sort(), rooted: found.map(one => one.place) }
}
