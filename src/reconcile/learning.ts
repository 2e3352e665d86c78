import type { ToldCount } from '#model'
import { differs, recount, Register, sameStanding } from './cast/register.ts'
import type { Card } from './card.ts'
import type { CellItem } from './cells.ts'
import type { FindingShelf } from './shelf.ts'
import { askedNode } from './web.ts'

/** What the case learns of persons by a report that comes or goes: what it knows before and after, and what elsewhere hangs on the difference. */
export class Learning {
  readonly before: Register
  readonly after: Register
  /** Nodes of webs, and cells, whose outcome may change. */
  readonly nodes: readonly string[]
  private readonly cells: readonly string[]

  constructor({ persons }: Card, by: 1 | -1, shelf: FindingShelf) {
    const held = new Map<string, ToldCount[]>()
    const rowsAt = (key: string): ToldCount[] => held.get(key) ?? held.set(key, shelf.told(key)).get(key) ?? []
    const changed = new Map<string, ToldCount[]>()
    for (const key of new Set(persons.map(one => one.key)))
      changed.set(
        key,
        recount(
          rowsAt(key),
          persons.filter(one => one.key === key),
          by,
        ),
      )
    this.before = new Register(rowsAt)
    this.after = new Register(key => changed.get(key) ?? rowsAt(key))
    const open = [...changed].filter(([key, rows]) => differs(rowsAt(key), rows)).flatMap(([key]) => shelf.linksAt(askedNode(key)))
    const bodies = open.flatMap(link => (link.web === 'asked' && this.turns(link.body.name) ? [link.body] : []))
    this.nodes = [...new Set(bodies.flatMap(body => body.node ?? []))]
    this.cells = [...new Set(bodies.flatMap(body => body.cells ?? []))]
  }

  /** Whether somebody so named stands otherwise than before. */
  private turns(name: string): boolean {
    return !sameStanding(this.before.of(name), this.after.of(name))
  }

  /** The cells that change though the report has nothing in them. */
  others(ours: readonly (readonly [string, readonly CellItem[]])[]): [string, readonly CellItem[]][] {
    return this.cells.filter(cell => !ours.some(([own]) => own === cell)).map(cell => [cell, []])
  }
}
