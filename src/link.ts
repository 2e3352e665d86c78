import {
  overlaps,
  type Actor,
  type Allegation,
  type Analysis,
  type Ceasefire,
  type CodedEvent,
  type Figure,
  type Indicator,
  type KnownIssue,
  type Mention,
  type Position,
  type Proposal,
  type Reading,
  type Statement,
  type Term,
  type TimeExpression,
  type Track,
  type When,
} from '#model'
import { issuesIn, sentenceAt } from '#text'

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

/**
 * Fills references that a stage could not yet know: the issues that statements speak of, the figure of a term, the proposal
 * whose term an event only restates, the ceasefire that a length measures.
 */
export function link(found: Unlinked, reading: Reading, issues: readonly KnownIssue[]): Analysis {
  const proposals = found.proposals.map(one => ({ ...one, terms: one.terms.map(term => linkFigure(term, found.figures)) }))
  return {
    ...found,
    statements: found.statements.map(one => (one.issues.length > 0 ? one : { ...one, issues: issuesOf(reading, one, issues) })),
    times: found.times.map(time => linkCeasefire(reading, time, found.ceasefires)),
    actors: [...found.actors],
    mentions: [...found.mentions],
    events: found.events.map(event => linkProposal(event, proposals)),
    tracks: [...found.tracks],
    proposals,
    positions: [...found.positions],
    ceasefires: [...found.ceasefires],
    allegations: [...found.allegations],
    figures: [...found.figures],
    indicators: [...found.indicators],
    notes: [],
  }
}

function issuesOf(reading: Reading, statement: Statement, known: readonly KnownIssue[]): Statement['issues'] {
  return [...new Set(statement.content.flatMap(span => issuesIn(reading, span, known)))]
}

function linkFigure(term: Term, figures: readonly Figure[]): Term {
  const figure = term.figure ?? figures.find(one => overlaps(one.span, term.span))?.id
  return figure === undefined ? term : { ...term, figure }
}

/** An act that is promised or supposed in the words of a term only restates it; one told as done stands for itself. */
function linkProposal(event: CodedEvent, proposals: readonly Proposal[]): CodedEvent {
  if (event.proposal || event.reality === 'reported' || event.reality === 'denied') return event
  const proposal = proposals.find(one => one.said === event.said && one.terms.some(term => overlaps(term.span, event.span)))
  return proposal ? { ...event, proposal: proposal.id } : event
}

const HALT = /\b(?:ceasefire|cease-fire|truce|armistice)\b/i

/** A length told of the one ceasefire of its sentence ("a two-month truce", "the ceasefire period") is dated by it, where the text dates it. */
function linkCeasefire(reading: Reading, time: TimeExpression, ceasefires: readonly Ceasefire[]): TimeExpression {
  if (time.type !== 'DURATION' || ceasefires.length === 0) return time
  const { text } = reading.report
  const named =
    HALT.test(text.slice(time.span[0], time.span[1])) ||
    /^[- ]*(?:long )?(?:ceasefire|cease-fire|truce|armistice)\b/i.test(text.slice(time.span[1], time.span[1] + 20))
  if (!named) return time
  const sentence = sentenceAt(reading, time.span[0])
  const [ceasefire, other] = ceasefires.filter(one => ceasefires.length === 1 || (sentence && overlaps(one.span, sentence.span)))
  const when = ceasefire && !other ? spanOf(ceasefire) : undefined
  return ceasefire && when ? { ...time, anchor: ceasefire.id, when } : time
}

function spanOf({ effective, ended }: Ceasefire): When | undefined {
  if (!effective?.start) return undefined
  return { start: effective.start, end: ended?.start ?? ended?.end ?? '..' }
}
