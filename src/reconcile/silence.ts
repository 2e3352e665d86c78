import type { Actor, Anchor, Analysis, Finding, Link, Span } from '#model'
import { actorsOf } from './cast/name.ts'
import type { Register } from './cast/register.ts'
import type { Card, Party } from './shape.ts'
import { findingId } from './place.ts'
import { whoOfLink } from './who.ts'

/** Who of the parties is heard in one report; the item of a week's cell. */
export interface Hearing {
  readonly is: 'hearing'
  readonly report: Card['report']
  readonly key?: string
  readonly parties: readonly Party[]
  readonly heard: readonly string[]
  /** Persons heard of whom the report tells no party. */
  readonly voices: readonly string[]
}

const TALKING = new Set([
  'negotiate',
  'meet',
  'propose',
  'accept',
  'accept-with-conditions',
  'agree',
  'sign',
  'reject',
  'suspend-talks',
  'resume-talks',
  'quit-talks',
  'talks-stall',
  'talks-collapse',
  'amend',
])
const BODIES = new Set(['state', 'organisation', 'group'])

/** Whether a body has a name of its own: a described class ("students"), and words set in capitals alone, are no party that could be missed. */
function isNamed(name: string): boolean {
  return /^(?:the )?\p{Lu}.*\p{Ll}/u.test(name) || /^\p{Lu}{2,5}$/u.test(name)
}

/** The body that an actor is or belongs to, if it is one that can be a party. */
function bodyOf(actor: Actor | undefined, byId: ReadonlyMap<string, Actor>): string | undefined {
  let at = actor
  for (let step = 0; at && step < 4; step++) {
    if (at.kind === 'state' || (BODIES.has(at.kind) && at.of === undefined && isNamed(at.name))) return at.name
    at = at.of === undefined ? undefined : byId.get(at.of)
  }
  return undefined
}

/** The parties of the talks that a report tells of: of its tracks, or where it has none, of its acts of talking. */
export function partiesOf(analysis: Analysis): Party[] {
  const byId = actorsOf(analysis)
  const found = new Map<string, Span>()
  const note = (ids: readonly string[], span: Span): void => {
    for (const id of ids) {
      const name = bodyOf(byId.get(id), byId)
      if (name !== undefined && !found.has(name)) found.set(name, span)
    }
  }
  for (const track of analysis.tracks) note(track.parties, track.span)
  if (found.size < 2)
    for (const event of analysis.events) if (TALKING.has(event.act) && event.reality !== 'denied') note([...event.actors, ...event.recipients], event.span)
  return found.size < 2 ? [] : [...found].map(([name, span]) => ({ name, span })).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The innermost links of speech and writing. Ascribed acts and thoughts do not count. */
function speakersIn({ statements }: Analysis): Link[] {
  return statements.flatMap(({ negated, kind, chain }) => {
    const link = chain[chain.length - 1]
    const spoken = kind === undefined || kind === 'speech' || kind === 'writing'
    return negated || !spoken || !link || link.as === 'publisher' ? [] : [link]
  })
}

/** Names of those whose words a report gives, and of the bodies that they speak for. */
export function heardIn(analysis: Analysis): string[] {
  const byId = actorsOf(analysis)
  const names = speakersIn(analysis).flatMap(link => [whoOfLink(link, analysis).name, bodyOf(byId.get(link.actor ?? ''), byId) ?? ''])
  return [...new Set(names.filter(Boolean))].sort()
}

/** The persons heard of whom the report tells no party. */
export function voicesIn(analysis: Analysis): string[] {
  const names = speakersIn(analysis).flatMap(link => {
    const who = whoOfLink(link, analysis)
    return who.kind === 'person' && who.of === undefined ? [who.name] : []
  })
  return [...new Set(names)].sort()
}

/** The cells of a card: its own, and that of its week. */
export function silenceCells(card: Card): [string, readonly Hearing[]][] {
  if (card.parties.length === 0) return []
  const item: Hearing = {
    is: 'hearing',
    report: card.report,
    ...(card.key !== undefined && { key: card.key }),
    parties: card.parties,
    heard: card.heard,
    voices: card.voices,
  }
  const week = card.kin.day === undefined ? 'undated' : String(Math.floor((card.kin.day + 3) / 7))
  return [
    [`silence report ${card.report}`, [item]],
    [`silence week ${week}`, [item]],
  ]
}

function place(hearing: Hearing, party: Party): Anchor {
  return { report: hearing.report, ...(hearing.key !== undefined && { key: hearing.key }), span: party.span }
}

/** The parties of those heard of whom their reports tell none, as far as the case knows them. */
function partiesKnown(hearings: readonly Hearing[], register: Register): string[] {
  return [...new Set(hearings.flatMap(hearing => hearing.voices))].flatMap(name => {
    const standing = register.of(name)
    return standing.as === 'told' ? [standing.party] : []
  })
}

/** Parties that no report of the cell gives a word of: of one report, or of the reports of a week that name them as talking, two at least. */
export function readSilence(cell: string, hearings: readonly Hearing[], register: Register): Finding[] {
  const heard = new Set(hearings.flatMap(hearing => hearing.heard))
  const silent = new Map<string, Anchor[]>()
  for (const hearing of hearings)
    for (const party of hearing.parties) if (!heard.has(party.name)) silent.set(party.name, [...(silent.get(party.name) ?? []), place(hearing, party)])
  if (silent.size > 0) for (const party of partiesKnown(hearings, register)) silent.delete(party)
  return [...silent]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .flatMap(([name, support]) => {
      if (hearings.length > 1 && support.length < 2) return []
      const where = hearings.length > 1 ? `in the ${String(hearings.length)} reports of the week that tell of talks` : 'in this report'
      const why = `${name} is told of as a party to talks; no words of it are given ${where}.`
      return [
        { id: findingId(support[0], 'silence', name, cell), kind: 'silence' as const, about: [name], support, against: [], why, rule: 'reconcile/silence' },
      ]
    })
}
