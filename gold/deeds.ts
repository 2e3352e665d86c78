import type { Allegation, CodedEvent, Figure, Indicator } from '#model'
import { countPairs, isNamed, liesOn, passageRow, readPassages, type Counts, type Half } from './passage.ts'
import type { Score } from './score/frame.ts'

/** What is done, alleged and counted in a passage, as words of its text. */
interface Deeds {
  readonly events: readonly { act: CodedEvent['act']; reality: CodedEvent['reality']; actor: string; words: string }[]
  readonly allegations: readonly { accuser: string; accused: string; of: Allegation['of']; words: string }[]
  readonly figures: readonly { class: Figure['class']; low: number | null; high: number | null; words: string }[]
  readonly indicators: readonly { trend: Indicator['trend']; words: string }[]
}

/** Events, allegations, figures and conditions in a half of gold/deeds. */
export function scoreDeeds(half: Half): Score[] {
  const acts: Counts = [0, 0, 0]
  const doers: Counts = [0, 0, 0]
  const allegations: Counts = [0, 0, 0]
  const figures: Counts = [0, 0, 0]
  const conditions: Counts = [0, 0, 0]
  for (const one of readPassages<Deeds>('deeds', half)) {
    const { text, ours } = one
    const done = (a: CodedEvent, b: Deeds['events'][number]): boolean => liesOn(text, a.span, b.words) && a.act === b.act && a.reality === b.reality
    const events = ours.events.filter(event => !event.proposal)
    countPairs(events, one.events, done, acts)
    countPairs(events, one.events, (a, b) => done(a, b) && isNamed(ours, a.actors, b.actor ? [b.actor] : []), doers)
    countPairs(
      ours.allegations,
      one.allegations,
      (a, b) =>
        liesOn(text, a.span, b.words) &&
        a.of === b.of &&
        isNamed(ours, a.accused, [b.accused]) &&
        (a.accuser === 'unstated' ? b.accuser === 'unstated' : isNamed(ours, [a.accuser], [b.accuser])),
      allegations,
    )
    countPairs(ours.figures, one.figures, (a, b) => liesOn(text, a.span, b.words) && a.class === b.class && a.low === b.low && a.high === b.high, figures)
    countPairs(ours.indicators, one.indicators, (a, b) => liesOn(text, a.span, b.words) && a.trend === b.trend, conditions)
  }
  return [
    passageRow(half, 'events, act and reality', acts),
    passageRow(half, 'events, act, reality and actor', doers),
    passageRow(half, 'allegations with accuser, accused and kind', allegations),
    passageRow(half, 'figures: low, high and class', figures),
    passageRow(half, 'conditions with trend', conditions),
  ]
}
