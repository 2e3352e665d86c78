import type { ToldCount } from '#model'
import { Register, sameStanding, stir } from './cast/register.ts'
import type { Card } from './card.ts'
import type { CellItem } from './cells.ts'
import type { FindingShelf } from './shelf.ts'
import { askedNode } from './web.ts'

function byKey(persons: Card['persons']): Map<string, Card['persons'][number][]> {
  const keys = new Map<string, Card['persons'][number][]>()
  for (const one of persons) {
    const held = keys.get(one.key)
    if (held) held.push(one)
    else keys.set(one.key, [one])
  }
  return keys
}

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
    for (const [key, told] of byKey(persons)) {
      const rows = stir(rowsAt(key), told, by)
      if (rows) changed.set(key, rows)
    }
    this.before = new Register(rowsAt)
    this.after = this.before.with(changed)
    const open = [...changed.keys()].flatMap(key => shelf.linksAt(askedNode(key)))
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
