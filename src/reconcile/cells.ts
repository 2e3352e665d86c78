import type { Finding } from '#model'
import type { Card } from './card.ts'
import { silenceCells, readSilence, type Hearing } from './silence.ts'
import { stanceCells, readStances, type Stance } from './stance.ts'

/** What a card puts into a cell: all items of a cell are read together. */
export type CellItem = Hearing | Stance

/** The cells that a card has items in. */
export function cellsOf(card: Card): [cell: string, items: readonly CellItem[]][] {
  return [...silenceCells(card), ...stanceCells(card)]
}

/** The findings of a cell, from all its items in the order of their reports. */
export function readCell(cell: string, items: readonly CellItem[]): Finding[] {
  const hearings = items.flatMap(item => (item.is === 'hearing' ? [item] : []))
  const stances = items.flatMap(item => (item.is === 'stance' ? [item] : []))
  return cell.startsWith('silence') ? readSilence(cell, hearings) : readStances(stances)
}
