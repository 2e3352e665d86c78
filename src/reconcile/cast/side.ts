import type { Actor } from '#model'
import { readRows } from '#text'

const SEATS = readRows('seats', ['id', 'also', 'kind', 'noun'])

function seatsOf(fits: (row: (typeof SEATS)[number]) => boolean): ReadonlySet<string> {
  return new Set(SEATS.filter(fits).flatMap(row => [row.id, ...row.also.split('|')]))
}

const CHAMBERS = seatsOf(row => row.noun.includes('legislature'))
const OFFICES = seatsOf(row => row.kind === 'office')
const CHAMBER = /\b(?:Senate|House|Congress|Parliament|Assembly|Chamber|Legislature|Commons|Lords|Diet|Sabha|Committee|Subcommittee)\b/i
const NO_CHAMBER = /\b(?:Red Cross|(?:central|national|executive|strike|bargaining|negotiating|international) committee)\b/i

/** Whether a body is a parliament, a house or a committee of one: its members speak each for their own party. */
export function isChamber(name: string): boolean {
  return CHAMBERS.has(name) || (CHAMBER.test(name) && !NO_CHAMBER.test(name) && !OFFICES.has(name))
}

/** Bodies that speak for themselves, whatever state they lie in. */
const LEARNED = /\b(?:universit\w+|institut\w+|college|school|cent(?:er|re)|foundation|think tank|academy|hospital|association|union)\b/i

/** Steps from a person to the party: an office, its ministry, its state. */
const STEPS = 4

/**
 * The party that an actor speaks for in the end, as its report tells: of an office's holder the state, of a ministry's. Undefined where none is
 * told, or only a chamber, a place or an outlet.
 */
export function sideOf(actor: Actor, byId: ReadonlyMap<string, Actor>): string | undefined {
  let side: string | undefined
  let at = byId.get(actor.of ?? '')
  for (let step = 0; at && step < STEPS; step++) {
    if (at.kind === 'place' || at.kind === 'outlet' || isChamber(at.name)) break
    side = at.name
    if (LEARNED.test(at.name)) break
    at = byId.get(at.of ?? '')
  }
  return side
}

const POST =
  /\b(?:president|minister|premier|chancellor|secretary|spokes\w+|general|admiral|colonel|commander|ambassador|envoy|negotiator|diplomat|king|emperor|dictator|official)\b/i
const OF_CHAMBER = /\b(?:speaker|senator|sen|rep|representative|congress\w*|senate|house|majority|minority|lawmaker|deputy|whip|MP)\b/i

/** Whether a person's titles are of a post in some government. */
export function holdsPost({ kind, roles }: Actor): boolean {
  return kind === 'person' && roles.some(({ title }) => POST.test(title) && !OF_CHAMBER.test(title))
}
