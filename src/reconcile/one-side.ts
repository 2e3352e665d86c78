import { nameWords, type Analysis, type Anchor, type Finding } from '#model'
import type { Card, MadeCharge } from './shape.ts'
import { weekOf } from './days.ts'
import { findingId } from './place.ts'
import { actorsOf } from './cast/name.ts'
import { partyOf, whoOf } from './who.ts'

/** The item of a week's cell of charges against one. */
export interface Charge extends MadeCharge {
  readonly is: 'charge'
  readonly report: Card['report']
  readonly key?: string
}

/** The accusations of a report that name both sides. */
export function chargesOf(analysis: Analysis, heard: readonly string[]): MadeCharge[] {
  const partyNamed = (id: string): string | undefined => {
    const actor = actorsOf(analysis).get(id)
    return actor && partyOf(whoOf(actor, analysis))
  }
  return analysis.allegations.flatMap(({ accuser, accused, of, span, response }) => {
    const from = accuser === 'unstated' ? undefined : partyNamed(accuser)
    return accused.flatMap(id => {
      const name = partyNamed(id)
      if (from === undefined || name === undefined || from === name) return []
      return [{ accused: name, accuser: from, of, span, answered: response !== 'none-recorded' || heard.includes(name) }]
    })
  })
}

/** The cells of a card's accusations: by the accused, the kind of wrong and the week. */
export function chargeCells(card: Card): [string, readonly Charge[]][] {
  const cells = new Map<string, Charge[]>()
  const week = String(weekOf(card.kin.day) ?? 'undated')
  for (const charge of card.charges) {
    const cell = `charge ${nameWords(charge.accused).join(' ')} ${charge.of} ${week}`
    cells.set(cell, [...(cells.get(cell) ?? []), { is: 'charge', ...charge, report: card.report, ...(card.key !== undefined && { key: card.key }) }])
  }
  return [...cells]
}

/** One party alone accuses, in two reports at least, and the accused is heard in none of them. */
export function readCharges(cell: string, charges: readonly Charge[]): Finding[] {
  const accusers = new Set(charges.map(charge => charge.accuser))
  const [first] = charges
  if (!first || accusers.size !== 1 || charges.some(charge => charge.answered) || new Set(charges.map(charge => charge.report)).size < 2) return []
  const support: Anchor[] = charges.map(({ report, key, span }) => ({ report, ...(key !== undefined && { key }), span }))
  const why = `Only ${first.accuser} is heard to accuse ${first.accused} (${first.of}); no answer of ${first.accused} is given in these reports.`
  return [{ id: findingId(support[0], 'one-side', cell), kind: 'one-side', about: [first.accused], support, against: [], why, rule: 'reconcile/one-side' }]
}
