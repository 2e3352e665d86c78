import { contains, type Attribution, type Edtf, type Reading, type TimeExpression, type When } from '#model'
import { sentenceAt, stepsBetween } from '#text'

/** Steps from the words of saying within which a date is theirs. */
const NEAR = 12
/** Kinds that are utterances, which have a day; thoughts last. */
const SPOKEN: ReadonlySet<string> = new Set(['speech', 'writing', 'decree', 'act'])

/**
 * When it was said: by a date in the statement's own clause outside its content; else some day up to publication. For a
 * thought only where a date stands there.
 */
export function utteredOf(reading: Reading, one: Attribution, times: readonly TimeExpression[]): When | undefined {
  const dated = dateOf(reading, one, times)
  if (dated) return dated
  const { published } = reading.report
  if (!published || !SPOKEN.has(one.kind ?? 'speech') || !one.cue) return undefined
  return { start: `[..${published}]` as Edtf }
}

function dateOf(reading: Reading, one: Attribution, times: readonly TimeExpression[]): When | undefined {
  const { cue } = one
  const sentence = cue && sentenceAt(reading, cue[0])
  if (!sentence) return undefined
  let best: TimeExpression | undefined
  let nearest = NEAR
  for (let i = firstFrom(times, sentence.span[0]); i < times.length; i++) {
    const time = times[i]
    if (!time || time.span[0] >= sentence.span[1]) break
    if (!time.when || time.type === 'DURATION' || time.type === 'SET' || time.known === 'vague') continue
    if (one.content.some(span => contains(span, time.span)) || (one.source && contains(one.source, time.span))) continue
    const distance = stepsBetween(reading, time.span[0] >= cue[1] ? [cue[1], time.span[0]] : [time.span[1], cue[0]])
    if (distance < nearest) {
      nearest = distance
      best = time
    }
  }
  return best?.when
}

function firstFrom(times: readonly TimeExpression[], offset: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle]?.span[0] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
