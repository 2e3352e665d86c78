import type { Register } from './cast/register.ts'
import { fold, type Folded, type Link } from './web.ts'

/** The nodes at which a link may change what is folded. */
export function nodesOf(link: Link): string[] {
  return link.web === 'asked' ? [] : [link.a, link.b]
}

const texts = new WeakMap<Link, string>()

/** A link as JSON, made once. */
function textOf(link: Link): string {
  let text = texts.get(link)
  if (text === undefined) texts.set(link, (text = JSON.stringify(link)))
  return text
}

/** The connected parts of webs. Links are read once, however often they are folded. */
export class Parts {
  private readonly read: (node: string) => readonly Link[]
  private readonly held = new Map<string, readonly Link[]>()

  /** `read` gives the links that meet in a node. */
  constructor(read: (node: string) => readonly Link[]) {
    this.read = read
  }

  /** The same with some links more. */
  with(links: readonly Link[]): Parts {
    const more = new Map<string, Link[]>()
    for (const link of links) for (const node of nodesOf(link)) more.set(node, [...(more.get(node) ?? []), link])
    return new Parts(node => [...this.linksAt(node), ...(more.get(node) ?? [])])
  }

  /** What the parts make that hold the nodes, each part once. */
  fold(nodes: readonly string[], register: Register): Folded[] {
    const seen = new Set<string>()
    return nodes.flatMap(node => {
      if (seen.has(node)) return []
      const part = this.partOf(node, seen)
      return part.length > 0 ? [fold(part, register)] : []
    })
  }

  private linksAt(node: string): readonly Link[] {
    let links = this.held.get(node)
    if (!links) this.held.set(node, (links = this.read(node)))
    return links
  }

  /** All links of the connected part that a node stands in; its nodes go to `seen`. */
  private partOf(start: string, seen: Set<string>): Link[] {
    const links = new Map<string, Link>()
    const open = [start]
    seen.add(start)
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const link of this.linksAt(node)) {
        links.set(textOf(link), link)
        for (const next of [link.a, link.b]) {
          if (seen.has(next)) continue
          seen.add(next)
          open.push(next)
        }
      }
    }
    return [...links].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link)
  }
}
