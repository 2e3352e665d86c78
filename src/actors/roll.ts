import { actorId, type Actor, type ActorKind, type Id, type Mention, type Span } from '#model'

/** An actor while a report is read. */
export interface Draft {
  readonly key: string
  name: string
  kind: ActorKind
  of?: Draft
  /** Whom it is told with, without speaking for them: by this it is found again. */
  beside?: Draft
  readonly names: string[]
  readonly roles: { title: string; span: Span }[]
  /** Common nouns by which later sentences may call it: "the union", "the president". */
  readonly nouns: Set<string>
  /** What tells whether a person is he or she: below zero she, above zero he. */
  lean?: number
  wikidata?: string
  inferred?: true
  /** The token at which it was last mentioned, and how often it was. */
  last: number
  count: number
  order: number
  /** The members of a group that the text names together. */
  members?: readonly Draft[]
}

export interface Spotted {
  readonly span: Span
  readonly draft: Draft
  readonly form: Mention['form']
}

/** All actors met so far in a report, by key and by the nouns that call them. */
export class Roll {
  readonly drafts = new Map<string, Draft>()
  readonly spotted: Spotted[] = []
  private readonly called = new Map<string, Draft[]>()

  /** The actor of this key, entered if it is new. */
  enter(key: string, name: string, kind: ActorKind, of?: Draft): Draft {
    const known = this.drafts.get(key)
    if (known) {
      if (of && !known.of && of !== known) known.of = of
      return known
    }
    const draft: Draft = { key, name, kind, names: [], roles: [], nouns: new Set(), last: -1, count: 0, order: this.drafts.size, ...(of && { of }) }
    this.drafts.set(key, draft)
    return draft
  }

  /** Notes a mention. `at` is its token; `named` keeps the words among the actor's names. */
  spot(draft: Draft, span: Span, form: Mention['form'], at: number, named?: string): void {
    this.spotted.push({ span, draft, form })
    draft.last = at
    draft.count++
    if (named !== undefined && !draft.names.includes(named)) draft.names.push(named)
    for (const noun of draft.nouns) this.call(noun, draft)
  }

  /** Lets the noun call this actor from now on. */
  call(noun: string, draft: Draft): void {
    draft.nouns.add(noun)
    const list = (this.called.get(noun) ?? []).filter(one => one !== draft)
    list.push(draft)
    this.called.set(noun, list)
  }

  /** The actor last called by the noun, of the same owner where one is given. */
  recall(noun: string, of?: Draft, fits: (draft: Draft) => boolean = () => true): Draft | undefined {
    const list = this.called.get(noun) ?? []
    for (let at = list.length - 1; at >= 0; at--) {
      const draft = list[at] as Draft
      if (fits(draft) && (!of || (draft.of ?? draft.beside) === of || draft === of)) return draft
    }
    return undefined
  }

  /** Makes one actor of two: what was told of the first is told of the second. */
  merge(from: Draft, into: Draft): void {
    this.spotted.forEach((one, at) => {
      if (one.draft === from) this.spotted[at] = { ...one, draft: into }
    })
    for (const draft of this.drafts.values()) {
      if (draft.of === from) draft.of = into
      if (draft.beside === from) draft.beside = into
    }
    for (const name of from.names) if (!into.names.includes(name)) into.names.push(name)
    for (const role of from.roles) into.roles.push(role)
    into.count += from.count
    for (const noun of from.nouns) {
      this.called.set(
        noun,
        (this.called.get(noun) ?? []).filter(one => one !== from),
      )
      this.call(noun, into)
    }
    this.drafts.delete(from.key)
  }

  /** The actor called most by the noun, a lead of two mentions for the one called last. */
  recallMain(noun: string, fits: (draft: Draft) => boolean = () => true): Draft | undefined {
    const list = (this.called.get(noun) ?? []).filter(fits)
    const last = list.at(-1)
    return list.reduce<Draft | undefined>(
      (best, draft) => (best && best.count + (best === last ? 2 : 0) >= draft.count + (draft === last ? 2 : 0) ? best : draft),
      last,
    )
  }

  /** The actors that were mentioned or are needed by one that was, in order of first mention. */
  actors(report: string): { actors: Actor[]; ids: Map<Draft, Id<'actor'>> } {
    const wanted = new Set<Draft>()
    const want = (draft: Draft | undefined): void => {
      if (!draft || wanted.has(draft)) return
      wanted.add(draft)
      want(draft.of)
      draft.members?.forEach(want)
    }
    for (const { draft } of this.spotted) want(draft)
    const ids = new Map<Draft, Id<'actor'>>()
    for (const draft of wanted) ids.set(draft, actorId(report, draft.kind, draft.name === draft.key ? draft.name : `${draft.name}\u0001${draft.key}`))
    const actors = [...wanted].map(draft => toActor(draft, ids))
    return { actors, ids }
  }
}

function toActor(draft: Draft, ids: ReadonlyMap<Draft, Id<'actor'>>): Actor {
  const { name, kind, names, roles, wikidata, inferred } = draft
  const of = draft.of && draft.of !== draft ? ids.get(draft.of) : undefined
  return {
    id: ids.get(draft) as Id<'actor'>,
    name,
    kind,
    names: [...names],
    roles: [...roles],
    ...(of && { of }),
    ...(wikidata !== undefined && { wikidata }),
    ...(inferred && { inferred }),
  }
}
