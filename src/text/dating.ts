import { boundsOfWhen, contains, type Edtf, type Reading, type Report, type Sentence, type Span, type TimeExpression, type When } from '#model'
import { firstTokenFrom, sentenceAt, tokensIn } from './find.ts'

/** What is to be dated: its words, how it is told, and what it stands in. */
export interface Dated {
  readonly span: Span
  readonly reality?: 'reported' | 'planned' | 'hypothetical' | 'denied'
  /** The content of the statement that tells it: a date outside dates the saying, not the act. */
  readonly content?: readonly Span[]
  /** When that statement was uttered, where that is known. */
  readonly uttered?: When | undefined
}

const FAR = 34
/** Steps from the words of saying within which a time tells when something was said. */
const NEAR = 12
const BOUNDARY = new Set([
  ';',
  ':',
  '“',
  '”',
  '"',
  '(',
  ')',
  '—',
  '–',
  'that',
  'who',
  'which',
  'whose',
  'when',
  'where',
  'while',
  'after',
  'before',
  'because',
  'although',
  'though',
  'if',
  'as',
  'but',
  'said',
  'says',
  'told',
])

/** The first of the times, in reading order, that ends after the offset. */
function firstTime(times: readonly TimeExpression[], offset: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle]?.span[1] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The times of a sentence that may date something: on the calendar, and more than "now" or "every day". */
function* timesIn(sentence: Sentence, times: readonly TimeExpression[]): Generator<TimeExpression> {
  for (let i = firstTime(times, sentence.span[0]); i < times.length; i++) {
    const time = times[i]
    if (!time || time.span[0] >= sentence.span[1]) return
    if (time.when && time.type !== 'SET' && !time.value.endsWith('_REF')) yield time
  }
}

/** How far a time stands from the words it might date: tokens between, and ten more for each clause that begins between; 0 inside. */
function distance(reading: Reading, span: Span, time: Span): number {
  if (contains(span, time)) return 0
  const [from, to] = time[0] >= span[1] ? [span[1], time[0]] : [time[1], span[0]]
  return 1 + stepsBetween(reading, [from, to], 10)
}

/**
 * How many tokens begin in a gap, up to `FAR`: a name of many words counts once, so that nobody's name is far, and a word that
 * begins a clause `clause` times.
 */
export function stepsBetween({ tokens }: Reading, [from, to]: Span, clause = 1): number {
  let steps = 0
  for (let i = firstTokenFrom(tokens, from); i < tokens.length && steps < FAR; i++) {
    const token = tokens[i]
    if (!token || token.start >= to) break
    if (token.start < from || (token.name && tokens[i - 1]?.name && (tokens[i - 1]?.start ?? 0) >= from)) continue
    steps += BOUNDARY.has(token.lower) ? clause : 1
  }
  return steps
}

/** The time that dates these words: the nearest of its sentence by clauses and reading order; undefined where none stands near. */
export function timeFor(reading: Reading, times: readonly TimeExpression[], { span, content }: Pick<Dated, 'span' | 'content'>): TimeExpression | undefined {
  const sentence = sentenceAt(reading, span[0])
  if (!sentence) return undefined
  let best: TimeExpression | undefined
  let least = FAR
  for (const time of timesIn(sentence, times)) {
    if (content && content.length > 0 && !content.some(part => contains(part, time.span))) continue
    // A length that only ends by the telling dates nothing beside it.
    if (time.type === 'DURATION' && !time.when?.start && !contains(span, time.span)) continue
    const steps = distance(reading, span, time.span) + (time.type === 'DURATION' ? 4 : 0)
    if (steps >= least) continue
    least = steps
    best = time
  }
  return best
}

/** On or before the day ('before'), or on or after it, where nothing dates an act: the saying or the publication bounds it. Undefined where neither is dated. */
export function boundBy(report: Report, uttered: When | undefined, side: 'before' | 'after'): When | undefined {
  const { first, last } = uttered ? boundsOfWhen(uttered) : { first: null, last: null }
  const published = report.published?.slice(0, 10)
  // What is still to come lies after all of the saying, and nothing reported was said after the report.
  const said = last ?? first
  const day = said !== null && published !== undefined && side === 'after' && said > published ? published : (said ?? published)
  return day ? { start: (side === 'before' ? `[..${day}]` : `[${day}..]`) as Edtf } : undefined
}

/**
 * When an act was or will be: the time that dates it, else, as told: a reported or denied act on or before its telling, a planned or
 * hypothetical one on or after it; what is being done at the telling stays open. Undefined only in a report without a date.
 */
export function dateAct(reading: Reading, times: readonly TimeExpression[], act: Dated): When | undefined {
  const ahead = act.reality === 'planned' || act.reality === 'hypothetical'
  const dated = timeFor(reading, times, act)?.when ?? boundBy(reading.report, act.uttered, ahead ? 'after' : 'before')
  return dated?.start && !dated.end && !ahead && act.reality !== 'denied' && isGoingOn(reading, act.span) && dated.start.startsWith('[..')
    ? { ...dated, end: '..' }
    : dated
}

/** Whether the words tell of what is being done at the telling: "are fighting", "has been firing". */
function isGoingOn(reading: Reading, span: Span): boolean {
  const tokens = tokensIn(reading, span)
  return tokens.some(({ lower }, i) => {
    if (lower !== 'is' && lower !== 'are' && lower !== 'been') return false
    if (lower === 'been' && !/^(?:has|have|'ve|’ve)$/.test(tokens[i - 1]?.lower ?? '')) return false
    const next = tokens[i + 1]?.pos === 'ADV' ? tokens[i + 2] : tokens[i + 1]
    return next?.pos === 'VERB' && next.lower.endsWith('ing') && next.lower !== 'going'
  })
}

/** When something was said: the day or part of it that stands nearest to the cue, outside what is said, else on or before publication. */
export function dateSaying(
  reading: Reading,
  times: readonly TimeExpression[],
  said: { readonly cue?: Span; readonly source?: Span; readonly content: readonly Span[] },
): When | undefined {
  const cue = said.cue ?? said.source
  const sentence = cue && sentenceAt(reading, cue[0])
  let best: TimeExpression | undefined
  let least = NEAR
  if (cue && sentence) {
    for (const time of timesIn(sentence, times)) {
      if (time.type === 'DURATION' || said.content.some(part => contains(part, time.span))) continue
      const between: Span = time.span[0] >= cue[1] ? [cue[1], time.span[0]] : [time.span[1], cue[0]]
      const gap = stepsBetween(reading, between)
      if (between[0] > between[1] || gap >= least) continue
      least = gap
      best = time
    }
  }
  return best?.when ?? boundBy(reading.report, undefined, 'before')
}
