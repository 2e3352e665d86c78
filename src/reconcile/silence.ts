import type { Anchor, Finding } from '#model'
import type { Register } from './cast/register.ts'
import type { Card, Party } from './shape.ts'
import { weekOf } from './days.ts'
import { findingId } from './place.ts'

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
  const week = String(weekOf(card.kin.day) ?? 'undated')
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
  if (hearings.length < 2 && cell.startsWith('silence week')) return []
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
