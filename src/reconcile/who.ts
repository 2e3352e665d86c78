import { nameWords, sameNames, type Actor, type Analysis, type Link } from '#model'
import { actorsOf, fullName } from './cast/name.ts'
import { holdsPost, isChamber, sideOf } from './cast/side.ts'

/** Somebody who speaks or acts, as one report names them: enough to meet the same one in another report. */
export interface Who {
  readonly name: string
  readonly kind: Actor['kind'] | 'unnamed' | 'unstated'
  /** Whom they belong to or speak for, as named. */
  readonly of?: string
  /** The words of the name in lower case without titles, in the order written. */
  readonly words: readonly string[]
  /** Whether a person of no known party holds a post in some government, so that it may speak for any. */
  readonly post?: true
}

/** The Who of an actor. */
export function whoOf(actor: Actor, analysis: Analysis): Who {
  const known = actorsOf(analysis)
  const of = sideOf(actor, known) ?? known.get(actor.of ?? '')?.name
  const name = fullName(actor)
  return {
    name,
    kind: actor.kind,
    ...(of !== undefined && { of }),
    words: nameWords(name),
    ...(of === undefined && holdsPost(actor) && { post: true as const }),
  }
}

/** The Who of a link: the actor's, or an unnamed one described by the words of the link. */
export function whoOfLink(link: Link, analysis: Analysis): Who {
  const actor = actorsOf(analysis).get(link.actor ?? '')
  if (actor) return whoOf(actor, analysis)
  const name = link.span ? analysis.report.text.slice(link.span[0], link.span[1]) : ''
  return { name, kind: link.as === 'unstated' ? 'unstated' : 'unnamed', words: nameWords(name) }
}

/** How two speakers stand to each other. 'party': one belongs to, or speaks for, the other. 'open': at least one is not known. */
export type Sameness = 'same' | 'party' | 'open' | 'different'

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at])
}

function belongs(a: Who, b: Who): boolean {
  if (a.of === undefined) return false
  const own = nameWords(a.of)
  return sameWords(own, b.words) || (b.of !== undefined && sameWords(own, nameWords(b.of)))
}

/** Whether two speakers are one, belong together, or differ. */
export function compareWho(a: Who | undefined, b: Who | undefined): Sameness {
  if (!a || !b || a.words.length === 0 || b.words.length === 0) return 'open'
  if (a.kind === 'unnamed' || a.kind === 'unstated' || b.kind === 'unnamed' || b.kind === 'unstated') return 'open'
  if (sameWords(a.words, b.words)) return 'same'
  if (a.kind === 'person' && b.kind === 'person') return sameNames(a.words, b.words) ? 'same' : 'different'
  return belongs(a, b) || belongs(b, a) ? 'party' : 'different'
}

/** The party a speaker counts for: whom it speaks for, else itself. Members of one chamber oppose one another there, so that a chamber is no party. */
export function partyOf(who: Who): string {
  return who.of === undefined || isChamber(who.of) ? who.name : who.of
}

const PUBLISHING = new Set(
  'agency news times post gazette herald courier wire press radio television tv journal tribune sentinel record mail evening weekly daily'.split(' '),
)

/** Whether a body is one that passes on what others say: an outlet or an agency, by kind or by name. */
export function passesOn(who: Who): boolean {
  return who.kind === 'outlet' || ((who.kind === 'organisation' || who.kind === 'group') && who.words.some(word => PUBLISHING.has(word)))
}
