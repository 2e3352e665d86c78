import {
  boundsOf,
  boundsOfWhen,
  hashOf,
  type Analysis,
  type Bounds,
  type Edtf,
  type Issue,
  type RecordKind,
  type RecordList,
  type Span,
  type Statement,
  type When,
} from '#model'

/** A record of an analysis as a row of the store, its references still ids of this report. */
export interface Row {
  readonly kind: RecordKind
  readonly pos: number
  readonly id: string
  readonly span: Span
  readonly rule: string
  readonly said: string | null
  readonly bounds: Bounds
  readonly day: string
  readonly line: string
  readonly value: string | null
  readonly who: string | undefined
  readonly series: readonly (string | undefined)[] | undefined
  readonly parts: readonly (readonly [role: string, actor: string])[]
  readonly issues: readonly Issue[]
  readonly json: string
}

/** What stands for "no day known": after every date, so that undated things come last. */
export const NO_DAY = '~'
const NO_BOUNDS: Bounds = { first: null, last: null }

type Fields = Pick<Row, 'value' | 'who' | 'parts' | 'issues' | 'series'> & { readonly when: When | undefined }
type Item<L extends RecordList> = Analysis[L][number]

const KINDS: { readonly [L in RecordList]: readonly [kind: RecordKind, read: (item: Item<L>) => Fields] } = {
  statements: ['statement', readStatement],
  times: ['time', one => fields({ when: one.when, value: one.type })],
  events: [
    'event',
    one =>
      fields({
        when: one.when,
        value: one.act,
        who: one.actors[0],
        parts: [...as('actor', one.actors), ...as('recipient', one.recipients)],
        issues: one.issues ?? [],
      }),
  ],
  tracks: [
    'track',
    one =>
      fields({
        when: one.when,
        value: one.state,
        who: one.parties[0],
        parts: [...as('party', one.parties), ...as('mediator', one.mediators)],
        issues: one.issues ?? [],
      }),
  ],
  proposals: [
    'proposal',
    one =>
      fields({
        when: one.when,
        value: one.status,
        who: one.by[0],
        parts: [...as('by', one.by), ...as('to', one.to)],
        issues: one.terms.map(term => term.issue),
      }),
  ],
  positions: ['position', one => fields({ when: one.held, value: one.stance, who: one.actor, parts: as('actor', [one.actor]), issues: [one.issue] })],
  ceasefires: [
    'ceasefire',
    one =>
      fields({
        when: hullOf([one.declared, one.effective, one.ended]),
        who: one.parties[0],
        parts: [...as('party', one.parties), ...as('ended', one.endedBy ? [one.endedBy] : [])],
      }),
  ],
  allegations: [
    'allegation',
    one =>
      fields({
        when: one.when,
        value: one.of,
        who: stated(one.accuser),
        parts: [...as('accuser', one.accuser === 'unstated' ? [] : [one.accuser]), ...as('accused', one.accused)],
      }),
  ],
  figures: [
    'figure',
    one =>
      fields({
        when: one.period ?? (one.asOf ? { start: one.asOf } : undefined),
        value: one.class,
        who: one.provider,
        parts: as('provider', one.provider ? [one.provider] : []),
        series: [one.provider, one.class, one.unit, one.of, one.population, one.lumps?.join('+')],
      }),
  ],
  indicators: ['indicator', one => fields({ when: one.when, value: one.trend, who: one.provider, parts: as('provider', one.provider ? [one.provider] : []) })],
}

/** The records of an analysis as rows, list by list in the order of NOUNS; statements come first, so that what they hold can name them. */
export function rowsOf(analysis: Analysis): Row[] {
  const published = analysis.report.published ? dayOf(bounded(analysis.report.published)) : NO_DAY
  const spoken = new Map<string | null, string>()
  return (Object.keys(KINDS) as RecordList[]).flatMap(list => rowsOfList(analysis, list, spoken, published))
}

function rowsOfList<L extends RecordList>(analysis: Analysis, list: L, spoken: Map<string | null, string>, published: string): Row[] {
  const [kind, read] = KINDS[list]
  return analysis[list].map((item, pos) => {
    const { when, ...rest } = read(item as Item<L>)
    const bounds = when ? boundsOfWhen(when) : NO_BOUNDS
    const said = 'said' in item ? item.said : 'within' in item ? (item.within ?? null) : null
    const own = dayOf(bounds)
    const day = own === NO_DAY ? (spoken.get(said) ?? published) : own
    if (kind === 'statement') spoken.set(item.id, day)
    return {
      kind,
      pos,
      id: item.id,
      span: item.span,
      rule: item.rule,
      said,
      bounds,
      day,
      line: when ? lineOf(bounds) : UNDATED,
      ...rest,
      json: JSON.stringify(item),
    }
  })
}

function fields(given: Partial<Fields>): Fields {
  return { when: given.when, value: given.value ?? null, who: given.who, parts: given.parts ?? [], issues: [...new Set(given.issues)], series: given.series }
}

function readStatement(one: Statement): Fields {
  const utterer = one.chain.at(-1)?.actor
  const through = one.chain.slice(1, -1).flatMap(link => (link.actor ? [link.actor] : []))
  return fields({
    when: one.uttered,
    value: one.form,
    who: utterer,
    parts: [...as('speaker', utterer ? [utterer] : []), ...as('through', through)],
    issues: one.issues,
  })
}

function as(role: string, actors: readonly string[]): (readonly [string, string])[] {
  return [...new Set(actors)].map(actor => [role, actor] as const)
}

function stated(accuser: string): string | undefined {
  return accuser === 'unstated' ? undefined : accuser
}

/** From the first day that any of them may touch to the last. */
export function hullOf(whens: readonly (When | undefined)[]): When | undefined {
  const given = whens.filter(when => when !== undefined)
  const first = given[0]?.start ?? given[0]?.end
  const last = given.at(-1)
  const end = last?.end ?? last?.start
  return first === undefined || first === '..' ? given[0] : { start: first, ...(given.length > 1 && end !== undefined && { end }) }
}

function bounded(edtf: Edtf): Bounds {
  return boundsOf(edtf) ?? NO_BOUNDS
}

/** The day that something counts from: the first on which it may have begun, or, where nothing bounds that, the last. */
export function dayOf(bounds: Bounds): string {
  return bounds.first ?? bounds.last ?? NO_DAY
}

/** What has no days at all stands after what is dated but open on both sides, as `byWhen` has it. */
const UNDATED = `${NO_DAY}${NO_DAY}`

/** The place on a timeline: by the day it counts from, then by its last day. */
function lineOf(bounds: Bounds): string {
  return `${dayOf(bounds)}/${bounds.last ?? NO_DAY}`
}

/** The identity of an actor in the whole case: kind and name. */
export function whoId(kind: string, name: string): string {
  return hashOf('who', kind, name)
}

/** The first and last day of a published date. */
export function publishedDay(published: Edtf | undefined): string | null {
  return published ? bounded(published).first : null
}
