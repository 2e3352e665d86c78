import type { Actor, Analysis, Link, Span } from '#model'

/** Somebody heard: the party spoken for, and the speaker by id, or by the words that describe somebody unnamed. */
export interface Voice {
  readonly party: string
  readonly speaker: string
  readonly named: boolean
}

const NAMED = new Set(['person', 'office', 'body', 'outlet', 'document'])
const HEARD = new Set(['speech', 'writing'])
const WORDED = new Set(['unnamed', 'group'])

/** What is asked of the actors of one report more than once, looked up by id. */
export class CastBook {
  readonly byId: ReadonlyMap<string, Actor>
  private readonly analysis: Analysis

  constructor(analysis: Analysis) {
    this.analysis = analysis
    this.byId = new Map(analysis.actors.map(actor => [actor.id as string, actor]))
  }

  /** How often each actor is mentioned. */
  mentions(): Map<string, number> {
    const counts = new Map<string, number>()
    for (const { actor } of this.analysis.mentions) if (actor) counts.set(actor, (counts.get(actor) ?? 0) + 1)
    return counts
  }

  /** The actor that somebody speaks for in the end: a person's office, an office's government. */
  party(id: string): string {
    let at = id
    for (let step = 0; step < 5; step++) {
      const next = this.byId.get(at)?.of
      if (!next || next === id) break
      at = next
    }
    return at
  }

  /** Who is heard in a report: the innermost links of speech and writing, with the party each speaks for. */
  voices(): Voice[] {
    return this.analysis.statements.flatMap(statement => {
      const link = statement.chain.at(-1)
      return link && statement.chain.length > 1 && HEARD.has(statement.kind ?? 'speech') && !statement.negated ? this.voice(link) : []
    })
  }

  private voice(link: Link): Voice[] {
    const named = NAMED.has(link.as)
    const words = link.span ? this.analysis.report.text.slice(link.span[0], link.span[1]) : ''
    const actor = link.actor ?? (link.span && WORDED.has(link.as) ? this.mentionedIn(link.span) : undefined)
    if (!actor) return []
    return [{ party: this.party(actor), speaker: named ? actor : words.toLowerCase() || actor, named }]
  }

  /** The first actor mentioned in the span: "a senior Northland official" speaks for Northland. */
  private mentionedIn(span: Span): string | undefined {
    return this.analysis.mentions.find(mention => mention.actor && span[0] <= mention.span[0] && mention.span[1] <= span[1])?.actor
  }
}
