import { type Actor, type Attribution, type Cast, type Link, type Mention, type Reading, type Span, type Statement, type TimeExpression } from '#model'
import { utteredOf } from './uttered.ts'

/** Kinds of links that follow from the kind of their actor. */
const BY_ACTOR: Partial<Record<Actor['kind'], Link['as']>> = { person: 'person', office: 'office', organisation: 'body', state: 'body', outlet: 'outlet' }
/** Kinds that the words alone decide: an official stays unnamed whoever is meant. */
const BY_WORDS: ReadonlySet<Link['as']> = new Set(['publisher', 'unnamed', 'unstated', 'document', 'group'])

/** Attributions made statements: actors on the links, when they were uttered. `issues` stays empty here. */
export function toStatements(reading: Reading, attributions: readonly Attribution[], cast: Cast, times: readonly TimeExpression[]): Statement[] {
  const roster = new Roster(cast)
  return attributions.map(one => {
    const chain = chainWith(reading, one, roster)
    const uttered = utteredOf(reading, one, times)
    return { ...one, chain, ...(uttered && { uttered }), issues: [] }
  })
}

function chainWith(reading: Reading, one: Attribution, roster: Roster): Statement['chain'] {
  const own = (reading.report.publisher ?? '').toLowerCase().replace(/^the /, '')
  const links = one.chain.map((link, i) => (i === 0 ? withPublisher(link, roster, own) : withActor(reading, link, roster)))
  const kept = links.filter((link, i) => i === 0 || i === links.length - 1 || link.as !== 'outlet' || !isOwn(reading, link, own))
  return kept as unknown as Statement['chain']
}

function isOwn(reading: Reading, link: Link, own: string): boolean {
  if (!link.span || own === '') return false
  const words = reading.report.text.slice(link.span[0], link.span[1]).toLowerCase().replace(/^the /, '')
  return words.length > 1 && (own === words || own.startsWith(`${words} `) || own.endsWith(` ${words}`) || words.startsWith(`${own} `))
}

function withPublisher(link: Link, roster: Roster, own: string): Link {
  const actor = roster.outlet(own)
  return actor ? { ...link, actor } : link
}

function withActor(reading: Reading, link: Link, roster: Roster): Link {
  const { span } = link
  if (!span) return link
  const mention = (link.as === 'person' && roster.person(span, reading.report.text)) || roster.find(span, reading.report.text)
  const actor = mention?.actor && roster.actor(mention.actor)
  if (!actor || (link.as === 'document' && !isIssuer(reading, link, actor, mention))) return link
  return { ...link, as: kindWith(reading, link, actor, mention), actor: actor.id }
}

/** Those who only saw, hold or carry a document: "a draft seen by the Courier", "a letter to the ministry". */
const BEARER =
  /\b(?:(?:seen|obtained|reviewed|viewed|read|verified|cited|quoted|described|carried|published|printed|leaked|shown|provided|received|posted|reported|run|aired) (?:exclusively )?(?:by|on|in|to)|(?:sent|shared|given|leaked|provided|submitted|addressed|delivered|circulated|letter|memo|note|message) (?:to|with|among)) (?:[a-z]+ ){0,3}$/i

/** Whether the actor named with a document issued it. */
function isIssuer(reading: Reading, link: Link, actor: Actor, mention: Mention): boolean {
  return actor.kind !== 'outlet' && !BEARER.test(reading.report.text.slice(link.span?.[0], mention.span[0]))
}

function kindWith(reading: Reading, link: Link, actor: Actor, mention: Mention): Link['as'] {
  if (link.as === 'unnamed' && actor.kind === 'person' && mention.form === 'name') return 'person'
  if (BY_WORDS.has(link.as) && !(mention.form === 'pronoun' && link.as === 'group')) return link.as
  if (
    link.as === 'person' &&
    actor.kind === 'organisation' &&
    link.span &&
    !/^(?:the |an? |["“'‘])?$|['’]s? $/i.test(reading.report.text.slice(link.span[0], mention.span[0]))
  )
    return 'person'
  if (link.as === 'office' && actor.kind === 'organisation') return link.as
  if (link.as === 'outlet' && (actor.kind !== 'person' || (link.span && mention.span[0] > link.span[0]))) return link.as
  if (actor.kind === 'group') return mention.form === 'pronoun' || link.as === 'person' ? 'group' : link.as
  return BY_ACTOR[actor.kind] ?? link.as
}

/** Up to the first comma, bracket or preposition. */
const PHRASE = /^.*?(?=[,(;—–]| (?:of|in|for|at|from|with|who|and|to) |$)/su

/** The mentions of a report by place. */
class Roster {
  private readonly mentions: readonly Mention[]
  private readonly actors: ReadonlyMap<string, Actor>

  constructor(cast: Cast) {
    this.mentions = cast.mentions
    this.actors = new Map(cast.actors.map(actor => [actor.id, actor]))
  }

  actor(id: string): Actor | undefined {
    return this.actors.get(id)
  }

  outlet(name: string): Actor['id'] | undefined {
    for (const actor of this.actors.values()) if (actor.kind === 'outlet' && actor.name.toLowerCase() === name) return actor.id
    return undefined
  }

  /** The mention that stands for the span: the longest that starts with it or within its first words; a name inside where none does. */
  find([start, end]: Span, text: string): Mention | undefined {
    let best: Mention | undefined
    for (let i = this.firstFrom(start - 3); i < this.mentions.length; i++) {
      const mention = this.mentions[i]
      if (!mention || mention.span[0] >= end) break
      if (!mention.actor || mention.span[1] > end + 1) continue
      if (!best || rank(mention, start, end, text) > rank(best, start, end, text)) best = mention
    }
    return best
  }

  /** The person whose name ends the first phrase of the span ("Republican Sen. Ash", "the union's chairwoman Birch"), before any comma or preposition. */
  person([start, end]: Span, text: string): Mention | undefined {
    const phrase = PHRASE.exec(text.slice(start, end))?.[0].length ?? 0
    let last: Mention | undefined
    for (let i = this.firstFrom(start); i < this.mentions.length; i++) {
      const mention = this.mentions[i]
      if (!mention || mention.span[0] >= end) break
      // Behind the first phrase only a name that stands in apposition to it: "its spokesman, Ada Rowan".
      if (mention.span[0] >= start + phrase && (last || mention.span[0] > start + phrase + 2 || mention.span[1] < end)) break
      if (mention.form !== 'name' || !mention.actor || mention.span[1] > end + 1 || this.actor(mention.actor)?.kind !== 'person') continue
      if (!/^['’]/.test(text.slice(mention.span[1], end))) last = mention
    }
    return last
  }

  private firstFrom(offset: number): number {
    let low = 0
    let high = this.mentions.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.mentions[middle]?.span[0] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** What a possessive mark follows is whose the source is, not the source. */
function rank(mention: Mention, start: number, end: number, text: string): number {
  const owns = mention.span[1] < end - 2 && /^['’]s? /.test(text.slice(mention.span[1], mention.span[1] + 3))
  const near = !owns && mention.span[0] - start <= 4 ? 1000 : 0
  return near + (mention.span[1] - mention.span[0])
}
