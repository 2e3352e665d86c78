import type Database from 'better-sqlite3'
import { hashOf, type FoundChange, type Shelf, type ToldCount } from '#model'
import { writeFindings } from './write-findings.ts'

/** Cards, and heads of cards, kept in memory beside the tables. */
const KEPT = 180
const HEADS_KEPT = 300
/** Links kept in memory by their JSON: the parts that reports of one day join are read again and again. */
const LINKS_KEPT = 1500

/** A card as JSON: its head, and the rest. */
export interface CardText {
  readonly head: string
  readonly body: string
}

/** Keeps what was asked for last: reports come in the order of days, and are compared with those of near days, which are read again and again. */
function remember<T>(kept: Map<string, T>, most: number, report: string, one: T): void {
  kept.delete(report)
  kept.set(report, one)
  if (kept.size <= most) return
  for (const oldest of kept.keys()) {
    kept.delete(oldest)
    return
  }
}

/** The comparing of reports kept in the tables of a case: cards, keys, links and cells as JSON. Every call belongs to the transaction around it. Take a new one after a reset. */
export class ShelfTables<H extends object, C extends H, L, I> implements Shelf<H, C, L, I> {
  private readonly raw: Database.Database
  private readonly heads = new Map<string, H>()
  private readonly cards = new Map<string, C>()
  private readonly texts = new WeakMap<C, { readonly head: H; readonly text: CardText }>()
  private readonly linksRead = new Map<string, L>()
  private readonly queries = new Map<string, Database.Statement>()

  constructor(raw: Database.Database) {
    this.raw = raw
  }

  head(report: string): H | undefined {
    return this.held(this.heads, HEADS_KEPT, report, () => this.bodies<H>('SELECT head AS body FROM card WHERE id = ?', report)[0])
  }

  card(report: string): C | undefined {
    return this.held(this.cards, KEPT, report, () => {
      const head = this.head(report)
      const [body] = head ? this.bodies<Omit<C, keyof H>>('SELECT body FROM card WHERE id = ?', report) : []
      return head && body && ({ ...head, ...body } as unknown as C)
    })
  }

  /** A card from the JSON of its head and of the rest, which are kept as they are when the card is put. */
  read(text: CardText): C {
    const head = JSON.parse(text.head) as H
    const card = { ...head, ...(JSON.parse(text.body) as Omit<C, keyof H>) } as unknown as C
    this.texts.set(card, { head, text })
    return card
  }

  /** What is kept of a report that has a card, or else what `read` gives. */
  private held<T>(kept: Map<string, T>, most: number, report: string, read: () => T | undefined): T | undefined {
    const there = kept.get(report)
    if (there !== undefined && this.query('SELECT 1 FROM card WHERE id = ?').get(report) === undefined) kept.delete(report)
    const found = kept.get(report) ?? read()
    if (found !== undefined) remember(kept, most, report, found)
    return found
  }

  put(report: string, card: C, keys: readonly number[]): void {
    const made = this.texts.get(card)
    if (!made) throw new RangeError(`The card of report ${report} was not read from its JSON.`)
    const number = this.query('INSERT INTO card (id, keys, head, body) VALUES (?, ?, ?, ?)').run(report, JSON.stringify(keys), made.text.head, made.text.body)
    this.texts.delete(card)
    this.file(Number(number.lastInsertRowid), keys)
    remember(this.heads, HEADS_KEPT, report, made.head)
    remember(this.cards, KEPT, report, card)
  }

  drop(report: string): void {
    const number = this.number(report)
    this.cards.delete(report)
    this.heads.delete(report)
    this.loosen(number)
    this.query('DELETE FROM card WHERE n = ?').run(number)
  }

  rekey(report: string, keys: readonly number[]): void {
    const number = this.number(report)
    this.loosen(number)
    this.query('UPDATE card SET keys = ? WHERE n = ?').run(JSON.stringify(keys), number)
    this.file(number, keys)
  }

  /** Files a card under its keys. */
  private file(number: number, keys: readonly number[]): void {
    const insert = this.query('INSERT OR IGNORE INTO card_key (key, card) VALUES (?, ?)')
    for (const key of keys) insert.run(key, number)
  }

  /** Takes a card out from under its keys, and its links away. */
  private loosen(number: number): void {
    this.query('DELETE FROM card_key WHERE card = ? AND key IN (SELECT held.value FROM card, json_each(card.keys) AS held WHERE n = ?)').run(number, number)
    this.query('DELETE FROM link WHERE a = ?').run(number)
    this.query('DELETE FROM link WHERE b = ?').run(number)
  }

  sharing(keys: readonly number[], least: number): string[] {
    const found = this.query(
      'SELECT id FROM (SELECT card, count(*) AS shared FROM json_each(?) AS wanted JOIN card_key ON card_key.key = wanted.value GROUP BY card) JOIN card ON n = card WHERE shared >= ? ORDER BY id',
    )
    return (found.all(JSON.stringify(keys), least) as { id: string }[]).map(row => row.id)
  }

  linksOf(report: string): L[] {
    const number = this.number(report)
    return this.links('SELECT body FROM link WHERE a = ? UNION ALL SELECT body FROM link WHERE b = ? AND a <> ?', number)
  }

  linksAt(node: string): L[] {
    const name = hashOf(node)
    return this.links('SELECT body FROM link WHERE node_a = ? UNION ALL SELECT body FROM link WHERE node_b = ? AND node_a <> ?', name)
  }

  tie(link: L, [nodeA, nodeB]: readonly [string, string], [a, b]: readonly [string, string]): void {
    const body = JSON.stringify(link)
    this.query('INSERT INTO link (a, b, node_a, node_b, body) VALUES (?, ?, ?, ?, ?)').run(this.number(a), this.number(b), hashOf(nodeA), hashOf(nodeB), body)
    this.keepLink(body, link)
  }

  /** The links that a query gives for a value three times. One read before is the same object, however often it is asked for. */
  private links(text: string, value: string | number): L[] {
    const rows = this.query(text).all(value, value, value) as { body: string }[]
    return rows.map(({ body }) => this.linksRead.get(body) ?? this.keepLink(body, JSON.parse(body) as L))
  }

  private keepLink(body: string, link: L): L {
    if (this.linksRead.size >= LINKS_KEPT) this.linksRead.clear()
    this.linksRead.set(body, link)
    return link
  }

  items(cell: string): I[] {
    return this.bodies<I[]>('SELECT cell_item.body FROM cell_item JOIN card ON n = card WHERE cell = ? ORDER BY id', cell).flat()
  }

  setItems(cell: string, report: string, items: readonly I[]): void {
    const number = this.number(report)
    if (items.length === 0) this.query('DELETE FROM cell_item WHERE cell = ? AND card = ?').run(cell, number)
    else this.query('INSERT OR REPLACE INTO cell_item (cell, card, body) VALUES (?, ?, ?)').run(cell, number, JSON.stringify(items))
  }

  told(key: string): ToldCount[] {
    return this.query('SELECT key, name, party, reports FROM told WHERE key = ?').all(key) as ToldCount[]
  }

  tell(rows: readonly Omit<ToldCount, 'reports'>[], by: 1 | -1): void {
    const change = this.query('INSERT INTO told (key, name, party, reports) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET reports = reports + excluded.reports')
    const empty = this.query('DELETE FROM told WHERE key = ? AND name = ? AND party = ? AND reports = 0')
    for (const { key, name, party } of rows) {
      change.run(key, name, party, by)
      if (by < 0) empty.run(key, name, party)
    }
  }

  publish(change: FoundChange): void {
    writeFindings(text => this.query(text), change)
    const gone = [...change.gone, ...change.families.map(one => one.id)]
    for (const id of gone) {
      this.query('DELETE FROM family WHERE id = ?').run(id)
      this.query('DELETE FROM family_member WHERE family = ?').run(id)
    }
    for (const family of change.families) {
      this.query('INSERT INTO family (id, json) VALUES (?, ?)').run(family.id, JSON.stringify(family))
      for (const report of family.reports) this.query('INSERT OR IGNORE INTO family_member (report, family) VALUES (?, ?)').run(report, family.id)
    }
  }

  private number(report: string): number {
    const row = this.query('SELECT n FROM card WHERE id = ?').get(report) as { n: number } | undefined
    if (!row) throw new RangeError(`No card of report ${report} in the case.`)
    return row.n
  }

  private bodies<T>(text: string, ...values: readonly unknown[]): T[] {
    return (this.query(text).all(...values) as { body: string }[]).map(row => JSON.parse(row.body) as T)
  }

  private query(text: string): Database.Statement {
    let statement = this.queries.get(text)
    if (!statement) this.queries.set(text, (statement = this.raw.prepare(text)))
    return statement
  }
}
