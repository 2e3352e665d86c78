import { readFileSync } from 'node:fs'
import { analyse } from '#analyse'
import { NOTHING_KNOWN, overlaps, type Analysis, type Position, type Span, type Term, type Track } from '#model'
import { makeReport } from '#read'
import { placeOf } from './own.ts'

/** A passage of our own with what its parties want, as words of its text. */
interface Passage {
  readonly id: string
  readonly text: string
  readonly positions: readonly { holder: string; issue: Position['issue']; stance: Position['stance']; words: string }[]
  readonly terms: readonly { by: string; issue: Term['issue']; words: string }[]
  readonly tracks: readonly { parties: readonly string[]; state: Track['state']; format: Track['format'] }[]
}

/** Counts of one kind of record over a half: right, found, labelled. */
export type Counts = [right: number, found: number, labelled: number]

const strip = (name: string): string => name.toLowerCase().replace(/^(?:the|a|an|its|his|her|their) /, '')

/** Whether one of the actor's names is the labelled one, or the one holds the other ("pilots", "Skyward Air's pilots"). */
function isNamed(analysis: Analysis, id: string, name: string): boolean {
  const actor = analysis.actors.find(one => one.id === id)
  const wanted = strip(name)
  return actor !== undefined && [actor.name, ...actor.names].some(own => strip(own).includes(wanted) || wanted.includes(strip(own)))
}

function anyNamed(analysis: Analysis, ids: readonly string[], names: readonly string[]): boolean {
  return (ids.length === 0 && names.length === 0) || names.some(name => ids.some(id => isNamed(analysis, id, name)))
}

/** Pairs each of ours with one label at most. */
function count<O, G>(ours: readonly O[], gold: readonly G[], match: (ours: O, gold: G) => boolean, into: Counts): void {
  const left = [...gold]
  for (const one of ours) {
    const at = left.findIndex(label => match(one, label))
    if (at < 0) continue
    left.splice(at, 1)
    into[0]++
  }
  into[1] += ours.length
  into[2] += gold.length
}

/** What we find of positions, terms and tracks in a half of gold/talks, counted as on the labelled reports. */
export function countWants(half: 'tune' | 'unseen'): Record<'positions' | 'issue' | 'terms' | 'tracks', Counts> {
  const counts = { positions: [0, 0, 0] as Counts, issue: [0, 0, 0] as Counts, terms: [0, 0, 0] as Counts, tracks: [0, 0, 0] as Counts }
  for (const line of readFileSync(new URL(`./talks/${half}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)) {
    const passage = JSON.parse(line) as Passage
    const ours = analyse(makeReport({ text: passage.text, publisher: 'Example Wire', published: '2025-05-12' }), NOTHING_KNOWN)
    const lies = (span: Span, words: string): boolean => overlaps(span, placeOf(passage.text, words, 0))
    const terms = ours.proposals.flatMap(({ by, terms }) => terms.map(({ span, issue }) => ({ by, span, issue })))
    count(
      ours.positions,
      passage.positions,
      (one, label) => lies(one.span, label.words) && one.issue === label.issue && one.stance === label.stance && isNamed(ours, one.actor, label.holder),
      counts.positions,
    )
    count(ours.positions, passage.positions, (one, label) => lies(one.span, label.words) && one.issue === label.issue, counts.issue)
    count(
      terms,
      passage.terms,
      (one, label) => lies(one.span, label.words) && one.issue === label.issue && anyNamed(ours, one.by, label.by ? [label.by] : []),
      counts.terms,
    )
    count(
      ours.tracks,
      passage.tracks,
      (one, label) => anyNamed(ours, [...one.parties, ...one.mediators], label.parties) && one.state === label.state,
      counts.tracks,
    )
  }
  return counts
}
