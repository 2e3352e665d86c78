import type {
  Allegation,
  AllegationEntry,
  Ceasefire,
  CeasefireEntry,
  Figure,
  FigureEntry,
  Indicator,
  IndicatorEntry,
  Position,
  PositionEntry,
  Proposal,
  ProposalEntry,
  Span,
  Statement,
  StatementEntry,
  TermEntry,
  Track,
  TrackEntry,
  Who,
} from '#model'
import type { Backing, CellRow } from '../cells.ts'
import { NO_DAY } from '../rows.ts'

/** The parts of an object that are not undefined, under the names given. */
function kept<T extends object, K extends keyof T>(from: T, ...names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.filter(name => from[name] !== undefined).map(name => [name, from[name]])) as Pick<T, K>
}

function day(row: CellRow): string | null {
  return row.day === NO_DAY ? null : row.day
}

/** A place: an actor's name, or the words that stand for it. */
export function placeName(backing: Backing, place: string | undefined): string | undefined {
  return place === undefined ? undefined : (backing.person(place)?.name ?? place)
}

const NOBODY: Who = { id: '', name: '', kind: 'group' }

export function positionEntry(row: CellRow, backing: Backing): PositionEntry {
  const one = JSON.parse(row.json) as Position
  return {
    ...backing.cell(row),
    who: backing.person(one.actor) ?? NOBODY,
    ...kept(one, 'issue', 'stance', 'specificity', 'conditionality', 'commitment', 'denied', 'held'),
    day: day(row),
  }
}

export function statementEntry(row: CellRow, backing: Backing): StatementEntry {
  const one = JSON.parse(row.json) as Statement
  const speaker = backing.person(one.chain.at(-1)?.actor) ?? null
  return {
    ...backing.cell(row),
    ...kept(one, 'form', 'kind', 'negated', 'uttered', 'issues'),
    speaker,
    content: one.content.map(span => backing.words(row.report, span)),
  }
}

export function trackEntry(row: CellRow, backing: Backing): TrackEntry {
  const one = JSON.parse(row.json) as Track
  const venue = placeName(backing, one.venue)
  return {
    ...backing.cell(row),
    parties: backing.people(one.parties),
    mediators: backing.people(one.mediators),
    ...(venue !== undefined && { venue }),
    ...kept(one, 'when', 'issues', 'format', 'rounds'),
    stage: one.state,
    day: day(row),
  }
}

/** A proposal; its terms take their sentence from `sentence`. */
export function proposalEntry(row: CellRow, backing: Backing, sentence: (report: number, span: Span) => number): ProposalEntry {
  const one = JSON.parse(row.json) as Proposal
  const terms = one.terms.map((term): TermEntry => ({
    ...kept(term, 'issue', 'specificity', 'linked', 'figure'),
    cite: backing.cite(row.report, term.span, sentence(row.report, term.span)),
    ...(term.condition && { condition: backing.words(row.report, term.condition) }),
  }))
  return {
    ...backing.cell(row),
    by: backing.people(one.by),
    to: backing.people(one.to),
    ...kept(one, 'when', 'status', 'exclusive', 'reciprocity', 'replaces'),
    terms,
    day: day(row),
  }
}

export function allegationEntry(row: CellRow, backing: Backing): AllegationEntry {
  const one = JSON.parse(row.json) as Allegation
  return {
    ...backing.cell(row),
    accuser: one.accuser === 'unstated' ? null : (backing.person(one.accuser) ?? null),
    accused: backing.people(one.accused),
    ...kept(one, 'of', 'count', 'when', 'response'),
    day: day(row),
  }
}

export function ceasefireEntry(row: CellRow, backing: Backing, allegations: AllegationEntry[], allegationsTotal: number): CeasefireEntry {
  const one = JSON.parse(row.json) as Ceasefire
  return {
    ...backing.cell(row),
    parties: backing.people(one.parties),
    ...kept(one, 'declared', 'effective', 'ended', 'duration'),
    endedBy: backing.person(one.endedBy) ?? null,
    allegations,
    allegationsTotal,
  }
}

export function figureEntry(row: CellRow, backing: Backing): FigureEntry {
  const one = JSON.parse(row.json) as Figure
  return {
    ...backing.cell(row),
    ...kept(one, 'class', 'low', 'high', 'bound', 'unit', 'of', 'population', 'period', 'asOf', 'lumps'),
    provider: backing.person(one.provider) ?? null,
    day: day(row),
  }
}

export function indicatorEntry(row: CellRow, backing: Backing): IndicatorEntry {
  const one = JSON.parse(row.json) as Indicator
  const place = placeName(backing, one.place)
  return {
    ...backing.cell(row),
    ...kept(one, 'what', 'trend', 'when'),
    condition: one.state,
    ...(place !== undefined && { place }),
    provider: backing.person(one.provider) ?? null,
    day: day(row),
  }
}
