import type { Analysis, Family, Finding, Utterance } from '#model'
import { cardOf, type Card } from './card.ts'
import { readCell, cellsOf, type CellItem } from './cells.ts'
import { keysOf, SHARED_TOPICS, type Keys } from './keys.ts'
import { compareCards, fold, type Folded, type Link } from './web.ts'

/** What comparing all reports of a case shows. */
export interface Reconciled {
  readonly families: readonly Family[]
  readonly utterances: readonly Utterance[]
  readonly findings: readonly Finding[]
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Adds a value to the set under a key. */
function keep<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}

function dropFrom<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key)
  set?.delete(value)
  if (set?.size === 0) map.delete(key)
}

/**
 * The reports of a case held against each other, in memory. Adding or removing a report touches only those that share a key
 * with it and what hangs together with them; the outcome is a function of the set of reports, whatever the order.
 */
export class Book {
  private readonly cards = new Map<string, { card: Card; keys: Keys }>()
  private readonly byKey = new Map<string, Set<string>>()
  private readonly linksOf = new Map<string, Set<Link>>()
  private readonly atNode = new Map<string, Set<Link>>()
  private readonly folded = new Map<string, Folded>()
  private readonly headOf = new Map<string, string>()
  private readonly cells = new Map<string, Map<string, CellItem[]>>()
  private readonly told = new Map<string, readonly Finding[]>()

  /** Adds a report. One that is there already is left as it is. */
  add(analysis: Analysis): void {
    this.addCard(cardOf(analysis))
  }

  /** Adds the card of a report. */
  addCard(card: Card): void {
    if (this.cards.has(card.report)) return
    const keys = keysOf(card)
    const others = this.affectedBy(keys)
    this.cards.set(card.report, { card, keys })
    for (const key of [...keys.marks, ...keys.topics]) keep(this.byKey, key, card.report)
    const links = [card, ...others].flatMap(other => compareCards(card, other))
    for (const link of links) this.tie(link)
    this.refold(links)
    this.recount(card, card.report)
  }

  /** The reports that one with these keys can affect. */
  affectedBy(keys: Keys): Card[] {
    const found = new Set<string>()
    const topics = new Map<string, number>()
    for (const key of keys.marks) for (const report of this.byKey.get(key) ?? []) found.add(report)
    for (const key of keys.around) for (const report of this.byKey.get(key) ?? []) topics.set(report, (topics.get(report) ?? 0) + 1)
    for (const [report, count] of topics) if (count >= SHARED_TOPICS) found.add(report)
    return [...found].sort().flatMap(report => this.cards.get(report)?.card ?? [])
  }

  /** Removes a report: what is left is what never adding it would have given. */
  remove(report: string): void {
    const held = this.cards.get(report)
    if (!held) return
    this.cards.delete(report)
    for (const key of [...held.keys.marks, ...held.keys.topics]) dropFrom(this.byKey, key, report)
    const links = [...(this.linksOf.get(report) ?? [])]
    for (const link of links) this.untie(link)
    this.refold(links)
    this.recount(held.card, undefined)
  }

  private reportsOf({ body }: Link): readonly string[] {
    return 'support' in body ? [body.support.report, body.against.report] : [body.a.report, body.b.report]
  }

  private tie(link: Link): void {
    for (const report of this.reportsOf(link)) keep(this.linksOf, report, link)
    for (const node of [link.a, link.b]) keep(this.atNode, node, link)
  }

  private untie(link: Link): void {
    for (const report of this.reportsOf(link)) dropFrom(this.linksOf, report, link)
    for (const node of [link.a, link.b]) dropFrom(this.atNode, node, link)
  }

  /** Folds anew every connected part that the links touch. */
  private refold(touched: readonly Link[]): void {
    const nodes = new Set(touched.flatMap(link => [link.a, link.b]))
    for (const node of nodes) {
      const head = this.headOf.get(node)
      if (head !== undefined) this.folded.delete(head)
    }
    const seen = new Set<string>()
    for (const node of nodes) {
      if (seen.has(node)) continue
      const links = this.partOf(node, seen)
      this.headOf.delete(node)
      if (links.length > 0) this.settle(links)
    }
  }

  /** All links of the connected part that a node stands in; the nodes go to `seen`. */
  private partOf(start: string, seen: Set<string>): Link[] {
    const links = new Set<Link>()
    const open = [start]
    seen.add(start)
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const link of this.atNode.get(node) ?? []) {
        links.add(link)
        for (const next of [link.a, link.b]) {
          if (seen.has(next)) continue
          seen.add(next)
          open.push(next)
        }
      }
    }
    return [...links]
  }

  private settle(links: readonly Link[]): void {
    const nodes = [...new Set(links.flatMap(link => [link.a, link.b]))].sort()
    const head = nodes[0] ?? ''
    for (const node of nodes) {
      const before = this.headOf.get(node)
      if (before !== undefined) this.folded.delete(before)
    }
    for (const node of nodes) this.headOf.set(node, head)
    this.folded.set(head, fold(links))
  }

  /** Puts the card's items into their cells, or takes them out, and reads those cells anew. */
  private recount(card: Card, add: string | undefined): void {
    for (const [cell, items] of cellsOf(card)) {
      const held = this.cells.get(cell) ?? new Map<string, CellItem[]>()
      if (add === undefined) held.delete(card.report)
      else held.set(add, [...items])
      if (held.size > 0) this.cells.set(cell, held)
      else this.cells.delete(cell)
      const found = held.size === 0 ? [] : readCell(cell, [...held.keys()].sort().flatMap(report => held.get(report) ?? []))
      if (found.length > 0) this.told.set(cell, found)
      else this.told.delete(cell)
    }
  }

  /** Families, utterances and findings as they stand, each list in the order of its ids. */
  read(): Reconciled {
    const parts = [...this.folded.values()]
    return {
      families: parts.flatMap(part => part.family ?? []).sort(byId),
      utterances: parts.flatMap(part => part.utterance ?? []).sort(byId),
      findings: [...parts.flatMap(part => part.findings), ...[...this.told.values()].flat()].sort(byId),
    }
  }
}

/** Holds all reports of a case against each other. */
export function reconcile(analyses: readonly Analysis[]): Reconciled {
  const book = new Book()
  for (const analysis of analyses) book.add(analysis)
  return book.read()
}
