import type { Analysis, Family, Finding, FoundChange, Utterance } from '#model'
import { cardOf, type Card } from './card.ts'
import { cellsOf, readCell, type CellItem } from './cells.ts'
import { keysOf, SHARED_TOPICS, type Keys } from './keys.ts'
import { WordIndex } from './say/meet.ts'
import { MemoryShelf, type FindingShelf } from './shelf.ts'
import { compareCards, fold, reportsOf, type Folded, type Link } from './web.ts'

/** What comparing all reports of a case shows. */
export interface Reconciled {
  readonly families: readonly Family[]
  readonly utterances: readonly Utterance[]
  readonly findings: readonly Finding[]
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
  if (shelf.card(card.report)) return
  const others = affectedBy(card, shelf, keys).flatMap(report => shelf.card(report) ?? [])
  const index = new WordIndex(card)
  const links = [card, ...others].flatMap(other => compareCards(card, other, index))
  const before = partsAt(links, shelf)
  shelf.put(card.report, card, [...keys.marks, ...keys.topics])
  for (const link of links) shelf.tie(link, [link.a, link.b], reportsOf(link))
  const cells = cellsOf(card).map(([cell, own]) => ({ cell, own, items: shelf.items(cell) }))
  const told = cells.map(({ cell, items }) => ({ findings: readCell(cell, items) }))
  for (const { cell, own } of cells) shelf.setItems(cell, card.report, own)
  const now = cells.map(({ cell, own, items }) => ({ findings: readCell(cell, [...items, ...own].sort(byReport)) }))
  publish(shelf, [...before, ...told], partsAt(links, shelf), now)
}

/** Takes a report off a shelf: what is left is what never adding it would have given. */
export function removeCard(report: string, shelf: FindingShelf): void {
  const card = shelf.card(report)
  if (!card) return
  const links = shelf.linksOf(report)
  const before = partsAt(links, shelf)
  const told = countCells(card, shelf)
  for (const [cell] of cellsOf(card)) shelf.setItems(cell, report, [])
  shelf.drop(report)
  publish(shelf, [...before, ...told], partsAt(links, shelf), countCells(card, shelf))
}

/** What the connected parts make that hold the nodes of the links, each part once. */
function partsAt(links: readonly Link[], shelf: FindingShelf): Folded[] {
  const seen = new Set<string>()
  return links
    .flatMap(link => [link.a, link.b])
    .flatMap(node => {
      if (seen.has(node)) return []
      const part = partOf(node, seen, shelf)
      return part.length > 0 ? [fold(part)] : []
    })
}

/** All links of the connected part that a node stands in; its nodes go to `seen`. */
function partOf(start: string, seen: Set<string>, shelf: FindingShelf): Link[] {
  const links = new Map<string, Link>()
  const open = [start]
  seen.add(start)
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const link of shelf.linksAt(node)) {
      links.set(JSON.stringify(link), link)
      for (const next of [link.a, link.b]) {
        if (seen.has(next)) continue
        seen.add(next)
        open.push(next)
      }
    }
  }
  return [...links.keys()].sort().flatMap(key => links.get(key) ?? [])
}

/** The order in which a shelf gives the items of a cell. */
function byReport(a: CellItem, b: CellItem): number {
  return a.report < b.report ? -1 : a.report > b.report ? 1 : 0
}

/** The findings of the cells that a card has items in. */
function countCells(card: Card, shelf: FindingShelf): Folded[] {
  return cellsOf(card).map(([cell]) => ({ findings: readCell(cell, shelf.items(cell)) }))
}

/** Publishes what differs; most reports change nothing of most that they touch. */
function publish(shelf: FindingShelf, was: readonly Folded[], ...after: readonly (readonly Folded[])[]): void {
  const old = new Map(was.map(one => [JSON.stringify(one), one]))
  const fresh = new Map(after.flat().map(one => [JSON.stringify(one), one]))
  const before = [...old].filter(([text]) => !fresh.has(text)).map(([, one]) => one)
  const now = [...fresh].filter(([text]) => !old.has(text)).map(([, one]) => one)
  const change: FoundChange = {
    gone: before.flatMap(one => [one.family?.id, one.utterance?.id, ...one.findings.map(finding => finding.id)]).flatMap(id => id ?? []),
    families: now.flatMap(one => one.family ?? []),
    utterances: now.flatMap(one => one.utterance ?? []),
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
