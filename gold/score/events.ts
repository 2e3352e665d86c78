import { overlaps, type CodedEvent } from '#model'
import { hasShared, scoreRecords, shareActor, type Score, type Scorer } from './frame.ts'

/** Labelled events, without those that only restate a term of a proposal. */
function unproposed(analysis: { events: readonly CodedEvent[] }): CodedEvent[] {
  return analysis.events.filter(event => event.proposal === undefined)
}

function labelledEvents(): Score[] {
  return [
    ...scoreRecords('events, PLOVER and reality', unproposed, (ours, gold) => overlaps(ours.span, gold.span) && ours.plover === gold.plover && ours.reality === gold.reality, 62),
    ...scoreRecords('events, act and actor', unproposed, (ours, gold, pair) => overlaps(ours.span, gold.span) && ours.act === gold.act && shareActor(pair, ours.actors, gold.actors), 55),
  ]
}

export const scorer: Scorer = { name: 'events', run: () => (hasShared() ? labelledEvents() : []) }
