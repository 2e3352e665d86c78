import type { Family, Finding, FoundChange, Shelf, ToldCount, Utterance } from '#model'
import type { Card, Head } from './card.ts'
import type { CellItem } from './cells.ts'
import type { Link } from './web.ts'

/** A shelf for cards, links and cells of this room. */
export type FindingShelf = Shelf<Head, Card, Link, CellItem>

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

interface Tied {
  readonly link: Link
  readonly nodes: readonly [string, string]
  readonly reports: readonly [string, string]
}

/** A shelf in memory, with what was published on it. */
export class MemoryShelf implements FindingShelf {
  readonly families = new Map<string, Family>()
  readonly utterances = new Map<string, Utterance>()
  readonly findings = new Map<string, Finding>()
  private readonly cards = new Map<string, { readonly card: Card; readonly keys: readonly number[] }>()
  private readonly byKey = new Map<number, Set<string>>()
  private readonly ofReport = new Map<string, Set<Tied>>()
  private readonly atNode = new Map<string, Set<Tied>>()
  private readonly persons = new Map<string, Map<string, ToldCount>>()
  private readonly cells = new Map<string, Map<string, readonly CellItem[]>>()

  head(report: string): Head | undefined {
    return this.card(report)
  }

  card(report: string): Card | undefined {
    return this.cards.get(report)?.card
  }

  put(report: string, card: Card, keys: readonly number[]): void {
    this.cards.set(report, { card, keys })
    for (const key of keys) keep(this.byKey, key, report)
  }

  drop(report: string): void {
    for (const key of this.cards.get(report)?.keys ?? []) dropFrom(this.byKey, key, report)
    this.cards.delete(report)
    for (const tied of [...(this.ofReport.get(report) ?? [])]) {
      for (const one of tied.reports) dropFrom(this.ofReport, one, tied)
      for (const node of tied.nodes) dropFrom(this.atNode, node, tied)
    }
  }

  rekey(report: string, keys: readonly number[]): void {
    const card = this.card(report)
    this.drop(report)
    if (card) this.put(report, card, keys)
  }

  sharing(keys: readonly number[], least: number): string[] {
    const counts = new Map<string, number>()
    for (const key of keys) for (const report of this.byKey.get(key) ?? []) counts.set(report, (counts.get(report) ?? 0) + 1)
    return [...counts]
      .filter(([, count]) => count >= least)
      .map(([report]) => report)
      .sort()
  }

  linksOf(report: string): Link[] {
    return [...(this.ofReport.get(report) ?? [])].map(tied => tied.link)
  }

  linksAt(node: string): Link[] {
    return [...(this.atNode.get(node) ?? [])].map(tied => tied.link)
  }

  tie(link: Link, nodes: readonly [string, string], reports: readonly [string, string]): void {
    const tied = { link, nodes, reports }
    for (const report of reports) keep(this.ofReport, report, tied)
    for (const node of nodes) keep(this.atNode, node, tied)
  }

  items(cell: string): CellItem[] {
    const held = this.cells.get(cell)
    return held ? [...held.keys()].sort().flatMap(report => held.get(report) ?? []) : []
  }

  setItems(cell: string, report: string, items: readonly CellItem[]): void {
    const held = this.cells.get(cell) ?? new Map<string, readonly CellItem[]>()
    if (items.length > 0) held.set(report, items)
    else held.delete(report)
    if (held.size > 0) this.cells.set(cell, held)
    else this.cells.delete(cell)
  }

  told(key: string): ToldCount[] {
    return [...(this.persons.get(key)?.values() ?? [])]
  }

  tell(rows: readonly Omit<ToldCount, 'reports'>[], by: 1 | -1): void {
    for (const { key, name, party } of rows) {
      const held = this.persons.get(key) ?? new Map<string, ToldCount>()
      const place = `${name}\n${party}`
      const reports = (held.get(place)?.reports ?? 0) + by
      if (reports > 0) held.set(place, { key, name, party, reports })
      else held.delete(place)
      this.persons.set(key, held)
    }
  }

  publish({ gone, families, utterances, findings }: FoundChange): void {
    for (const id of gone) for (const map of [this.families, this.utterances, this.findings]) map.delete(id)
    for (const one of families) this.families.set(one.id, one)
    for (const one of utterances) this.utterances.set(one.id, one)
    for (const one of findings) this.findings.set(one.id, one)
  }
}
