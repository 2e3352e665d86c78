import { addCard, type Card, type FindingShelf, type Keys } from '#reconcile'
import type { CardText, Layout } from '#store'

/** What is derived from one report by itself: its rows, and its card with the keys under which it is compared with others. Each as JSON, which crosses between threads far quicker than objects. */
export interface Derived extends CardText {
  readonly layout: string
  readonly keys: string
}

/** The rows of a derived report. */
export function layoutOf(derived: Derived): Layout {
  return JSON.parse(derived.layout) as Layout
}

/** Where cards are kept, and read from JSON. */
export type CardShelf = FindingShelf & { read(text: CardText): Card }

/** Holds a derived report against those on the shelf. */
export function compareDerived(derived: Derived, shelf: CardShelf): void {
  addCard(shelf.read(derived), shelf, JSON.parse(derived.keys) as Keys)
}
