import type { Position, Term, Track } from '#model'
import { countPairs, isNamed, liesOn, passageRow, readPassages, type Counts, type Half } from './passage.ts'
import type { Score } from './score/frame.ts'

/** What the parties of a passage want, as words of its text. */
interface Wants {
  readonly positions: readonly { holder: string; issue: Position['issue']; stance: Position['stance']; words: string }[]
  readonly terms: readonly { by: string; issue: Term['issue']; words: string }[]
  readonly tracks: readonly { parties: readonly string[]; state: Track['state']; format: Track['format'] }[]
}

/** Positions, terms and lines of talks in a half of gold/talks, counted as on the labelled reports. */
export function scoreWants(half: Half): Score[] {
  const positions: Counts = [0, 0, 0]
  const issues: Counts = [0, 0, 0]
  const terms: Counts = [0, 0, 0]
  const tracks: Counts = [0, 0, 0]
  for (const one of readPassages<Wants>('talks', half)) {
    const { text, ours } = one
    const about = (a: Position, b: Wants['positions'][number]): boolean => liesOn(text, a.span, b.words) && a.issue === b.issue
    countPairs(ours.positions, one.positions, (a, b) => about(a, b) && a.stance === b.stance && isNamed(ours, [a.actor], [b.holder]), positions)
    countPairs(ours.positions, one.positions, about, issues)
    countPairs(
      ours.proposals.flatMap(({ by, terms }) => terms.map(({ span, issue }) => ({ by, span, issue }))),
      one.terms,
      (a, b) => liesOn(text, a.span, b.words) && a.issue === b.issue && isNamed(ours, a.by, b.by ? [b.by] : []),
      terms,
    )
    countPairs(ours.tracks, one.tracks, (a, b) => isNamed(ours, [...a.parties, ...a.mediators], b.parties) && a.state === b.state, tracks)
  }
  return [
    passageRow(half, 'positions', positions),
    passageRow(half, 'positions, issue alone', issues),
    passageRow(half, 'terms', terms),
    passageRow(half, 'tracks, a shared party and state', tracks),
  ]
}
