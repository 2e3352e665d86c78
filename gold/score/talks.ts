import { overlaps, type Allegation, type Analysis, type Ceasefire, type Id, type Position, type Span, type Term, type Track, type When } from '#model'
import { scoreWants } from '../wants.ts'
import { hasShared, sameActor, scoreRecords, shareActor, type Labelled, type Score, type Scorer } from './frame.ts'

/** A term with the authors of its proposal, which its match asks for. */
interface Tabled {
  readonly span: Span
  readonly issue: Term['issue']
  readonly by: readonly Id<'actor'>[]
}

function termsOf(analysis: Analysis): Tabled[] {
  return analysis.proposals.flatMap(proposal => proposal.terms.map(term => ({ span: term.span, issue: term.issue, by: proposal.by })))
}

function sameHolder(pair: Labelled, ours: Position, gold: Position): boolean {
  return overlaps(ours.span, gold.span) && ours.issue === gold.issue && sameActor(pair, ours.actor, gold.actor)
}

function sameWhen(ours: When | undefined, gold: When | undefined): boolean {
  return ours?.start === gold?.start && ours?.end === gold?.end
}

function sameCeasefire(ours: Ceasefire, gold: Ceasefire): boolean {
  return sameWhen(ours.effective, gold.effective) && sameWhen(ours.ended, gold.ended)
}

function sameAllegation(ours: Allegation, gold: Allegation, pair: Labelled): boolean {
  return overlaps(ours.span, gold.span) && shareActor(pair, ours.accused, gold.accused)
}

/** Tracks have no span to go by (one line of talks is told in many places): they match where they share a party. */
function sameTrack(ours: Track, gold: Track, pair: Labelled): boolean {
  return shareActor(pair, [...ours.parties, ...ours.mediators], [...gold.parties, ...gold.mediators])
}

function scoreTalks(): Score[] {
  return [
    ...scoreRecords<Position>(
      'positions',
      a => a.positions,
      (ours, gold, pair) => sameHolder(pair, ours, gold) && ours.stance === gold.stance,
      60,
    ),
    ...scoreRecords<Position>(
      'positions, issue alone',
      a => a.positions,
      (ours, gold) => overlaps(ours.span, gold.span) && ours.issue === gold.issue,
      75,
    ),
    ...scoreRecords<Position>(
      'positions, actor and issue',
      a => a.positions,
      (ours, gold, pair) => sameHolder(pair, ours, gold),
    ),
    ...scoreRecords<Tabled>(
      'terms',
      termsOf,
      (ours, gold, pair) => overlaps(ours.span, gold.span) && ours.issue === gold.issue && shareActor(pair, ours.by, gold.by),
      55,
    ),
    ...scoreRecords<Tabled>('terms, issue alone', termsOf, (ours, gold) => overlaps(ours.span, gold.span) && ours.issue === gold.issue),
    ...scoreRecords<Track>('tracks (a shared party)', a => a.tracks, sameTrack),
    ...scoreRecords<Track>(
      'tracks, format and state',
      a => a.tracks,
      (ours, gold, pair) => sameTrack(ours, gold, pair) && ours.format === gold.format && ours.state === gold.state,
    ),
    ...scoreRecords<Ceasefire>('ceasefires', a => a.ceasefires, sameCeasefire),
    ...scoreRecords<Allegation>('allegations', a => a.allegations, sameAllegation, 60),
  ]
}

export const scorer: Scorer = { name: 'talks', run: () => [...(hasShared() ? scoreTalks() : []), ...scoreWants('tune'), ...scoreWants('unseen')] }
