import type { Finding } from '#model'
import type { Register } from './cast/register.ts'
import type { Card } from './card.ts'
import { chargeCells, readCharges, type Charge } from './one-side.ts'
import { silenceCells, readSilence, type Hearing } from './silence.ts'
import { stanceCells, readStances, type Stance } from './stance.ts'

/** What a card puts into a cell: all items of a cell are read together. */
export type CellItem = Hearing | Stance | Charge

/** The cells that a card has items in. */
export function cellsOf(card: Card): [cell: string, items: readonly CellItem[]][] {
  return [...silenceCells(card), ...stanceCells(card), ...chargeCells(card)]
}

/** The findings of a cell, from all its items in the order of their reports. `register`: what the case knows of persons. */
export function readCell(cell: string, items: readonly CellItem[], register: Register): Finding[] {
  const hearings = items.flatMap(item => (item.is === 'hearing' ? [item] : []))
  const charges = items.flatMap(item => (item.is === 'charge' ? [item] : []))
  const stances = items.flatMap(item => (item.is === 'stance' ? [item] : []))
  if (charges.length > 0) return readCharges(cell, charges)
  return cell.startsWith('silence') ? readSilence(cell, hearings, register) : readStances(stances)
}
