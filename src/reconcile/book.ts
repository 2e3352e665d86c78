import type { Analysis, Family, Finding, FoundChange, Utterance } from '#model'
import { Register } from './cast/register.ts'
import { cardOf, type Card, type Head } from './card.ts'
import { cellsOf, readCell, type CellItem } from './cells.ts'
import { keysOf, SHARED_TOPICS, type Keys } from './keys.ts'
import { Learning } from './learning.ts'
import { nodesOf, Parts } from './parts.ts'
import { WordIndex } from './say/meet.ts'
import { MemoryShelf, type FindingShelf } from './shelf.ts'
import { firstTwin, movedBy } from './twins.ts'
import { askOfCells, compareCards, compareHeads, nearInTime, reportsOf, type Folded, type Link } from './web.ts'

/** What comparing all reports of a case shows. */
export interface Reconciled {
  readonly families: readonly Family[]
  readonly utterances: readonly Utterance[]
  readonly findings: readonly Finding[]
}

/** The cards of reports that are on the shelf. */
function cardsOf(reports: readonly string[], shelf: FindingShelf): Card[] {
  return reports.flatMap(report => shelf.card(report) ?? [])
}

/** The reports on a shelf that one with this card can affect, or be affected by. */
export function affectedBy(card: Card, shelf: FindingShelf, { marks, around }: Keys = keysOf(card)): string[] {
  const found = new Set([...shelf.sharing(marks, 1), ...shelf.sharing(around, SHARED_TOPICS)])
  found.delete(card.report)
  return [...found].sort()
}

/**
 * Adds a report to a shelf: it is held against those that it can affect, and what hangs together with them is folded anew.
 * The outcome is a function of the set of reports, whatever the order of adding.
 */
export function addCard(card: Card, shelf: FindingShelf, keys: Keys = keysOf(card)): void {
  if (shelf.head(card.report)) return
  const moved = cardsOf(movedBy(card.report, shelf.sharing([keys.twin], 1)), shelf)
  loosen(moved, shelf)
  enter(card, shelf, keys)
  settle(moved, shelf)
}

/** Where a card stands among its twins: the keys under which it is kept, and the others that it is held against. */
function standing(card: Card, shelf: FindingShelf, keys: Keys): { readonly kept: readonly number[]; readonly others: () => readonly string[] } {
  const first = firstTwin(card.report, shelf.sharing([keys.twin], 1))
  if (first !== undefined) return { kept: [keys.twin], others: () => [first] }
  return { kept: [keys.twin, ...keys.marks, ...keys.topics], others: () => affectedBy(card, shelf, keys) }
}

/** All links of a card with others and with itself. Of those far from it in time the head is enough. */
function linksOf(card: Card, others: readonly string[], cells: readonly string[], shelf: FindingShelf): Link[] {
  const index = new WordIndex(card)
  const linksWith = (head: Head): Link[] => {
    const other = nearInTime(card, head) ? shelf.card(head.report) : undefined
    return other ? compareCards(card, other, index) : compareHeads(card, head)
  }
  return [...compareCards(card, card, index), ...others.flatMap(report => shelf.head(report) ?? []).flatMap(linksWith), ...askOfCells(card, cells)]
}

/** Parts some cards from all others, and keeps them where only their twins find them. */
function loosen(cards: readonly Card[], shelf: FindingShelf): void {
  if (cards.length === 0) return
  const register = new Register(key => shelf.told(key))
  const nodes = cards.flatMap(card => shelf.linksOf(card.report).flatMap(nodesOf))
  const before = partsOn(shelf).fold(nodes, register)
  for (const card of cards) shelf.rekey(card.report, [keysOf(card).twin])
  publish(shelf, before, partsOn(shelf).fold(nodes, register))
}

/** Holds cards that were parted from all others against those that they stand with now. */
function settle(cards: readonly Card[], shelf: FindingShelf): void {
  if (cards.length === 0) return
  const register = new Register(key => shelf.told(key))
  const links = cards.flatMap(card => {
    const { kept, others } = standing(card, shelf, keysOf(card))
    shelf.rekey(card.report, kept)
    return linksOf(
      card,
      others(),
      cellsOf(card).map(([cell]) => cell),
      shelf,
    )
  })
  const nodes = links.flatMap(nodesOf)
  const before = partsOn(shelf).fold(nodes, register)
  for (const link of links) shelf.tie(link, [link.a, link.b], reportsOf(link))
  publish(shelf, before, partsOn(shelf).fold(nodes, register))
}

function enter(card: Card, shelf: FindingShelf, keys: Keys): void {
  const ours = cellsOf(card)
  const { kept, others } = standing(card, shelf, keys)
  const links = linksOf(
    card,
    others(),
    ours.map(([cell]) => cell),
    shelf,
  )
  const known = new Learning(card, 1, shelf)
  const nodes = [...links.flatMap(nodesOf), ...known.nodes]
  const parts = partsOn(shelf)
  const before = parts.fold(nodes, known.before)
  const cells = [...ours, ...known.others(ours)].map(([cell, own]) => ({ cell, own, items: shelf.items(cell) }))
  const told = cells.map(({ cell, items }) => ({ findings: readCell(cell, items, known.before) }))
  shelf.put(card.report, card, kept)
  for (const link of links) shelf.tie(link, [link.a, link.b], reportsOf(link))
  for (const [cell, own] of ours) shelf.setItems(cell, card.report, own)
  shelf.tell(card.persons, 1)
  const now = cells.map(({ cell, own, items }) => ({ findings: readCell(cell, [...items, ...own].sort(byReport), known.after) }))
  publish(shelf, [...before, ...told], parts.with(links).fold(nodes, known.after), now)
}

/** Takes a report off a shelf: what is left is what never adding it would have given. */
export function removeCard(report: string, shelf: FindingShelf): void {
  const card = shelf.card(report)
  if (!card) return
  const twins = shelf.sharing([keysOf(card).twin], 1).filter(one => one !== report)
  const moved = cardsOf(movedBy(report, twins), shelf)
  loosen(moved, shelf)
  leave(card, shelf)
  settle(moved, shelf)
}

function partsOn(shelf: FindingShelf): Parts {
  return new Parts(node => shelf.linksAt(node))
}

function leave(card: Card, shelf: FindingShelf): void {
  const { report } = card
  const ours = cellsOf(card)
  const known = new Learning(card, -1, shelf)
  const nodes = [...shelf.linksOf(report).flatMap(nodesOf), ...known.nodes]
  const cells = [...ours, ...known.others(ours)].map(([cell]) => cell)
  const before = [...partsOn(shelf).fold(nodes, known.before), ...readCells(cells, shelf, known.before)]
  for (const [cell] of ours) shelf.setItems(cell, report, [])
  shelf.tell(card.persons, -1)
  shelf.drop(report)
  publish(shelf, before, partsOn(shelf).fold(nodes, known.after), readCells(cells, shelf, known.after))
}

/** The order in which a shelf gives the items of a cell. */
function byReport(a: CellItem, b: CellItem): number {
  return a.report < b.report ? -1 : a.report > b.report ? 1 : 0
}

function readCells(cells: readonly string[], shelf: FindingShelf, register: Register): Folded[] {
  return cells.map(cell => ({ findings: readCell(cell, shelf.items(cell), register) }))
}

/** Publishes what differs; most reports change nothing of most that they touch. */
function publish(shelf: FindingShelf, was: readonly Folded[], ...after: readonly (readonly Folded[])[]): void {
  const old = new Map(was.map(one => [JSON.stringify(one), one]))
  const fresh = new Map(after.flat().map(one => [JSON.stringify(one), one]))
  const before = [...old].filter(([text]) => !fresh.has(text)).map(([, one]) => one)
  const now = [...fresh].filter(([text]) => !old.has(text)).map(([, one]) => one)
  const change: FoundChange = {
    gone: before
      .flatMap(one => [one.family?.id, ...(one.utterances ?? []).map(utterance => utterance.id), ...one.findings.map(finding => finding.id)])
      .flatMap(id => id ?? []),
    families: now.flatMap(one => one.family ?? []),
    utterances: now.flatMap(one => one.utterances ?? []),
    findings: now.flatMap(one => one.findings),
  }
  if (before.length + now.length > 0) shelf.publish(change)
}

/** The reports of a case held against each other in memory. */
export class Book {
  private readonly shelf = new MemoryShelf()

  /** Adds a report. One that is there already is left as it is. */
  add(analysis: Analysis): void {
    addCard(cardOf(analysis), this.shelf)
  }

  /** Removes a report by its id. */
  remove(report: string): void {
    removeCard(report, this.shelf)
  }

  /** Families, utterances and findings as they stand, each list in the order of its ids. */
  read(): Reconciled {
    const { families, utterances, findings } = this.shelf
    return { families: inOrder(families), utterances: inOrder(utterances), findings: inOrder(findings) }
  }
}

function inOrder<T>(map: ReadonlyMap<string, T>): T[] {
  return [...map.keys()].sort().flatMap(id => map.get(id) ?? [])
}

/** Holds all reports of a case against each other. */
export function reconcile(analyses: readonly Analysis[]): Reconciled {
  const book = new Book()
  for (const analysis of analyses) book.add(analysis)
  return book.read()
}
