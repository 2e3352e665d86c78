import { boundsOf, type Attribution, type Edtf, type Known, type Reading, type TimeExpression } from '#model'
import { parseDay, type Day } from './calendar.ts'
import { ENGLISH } from './en/index.ts'
import { periodPatterns } from './period.ts'
import { resolve } from './resolve.ts'
import { indexOf, scan, type Index } from './scan.ts'
import { meetTimes } from './within.ts'

export { POLICIES, type Policy } from './policy.ts'

type Given = Pick<Known, 'policies' | 'periods'>

const HOUSE = indexOf(ENGLISH)
const own = new WeakMap<Given['periods'], Index>()

/** The patterns with a case's own periods first; built once for each list of periods. */
function indexFor(periods: Given['periods']): Index {
  if (periods.length === 0) return HOUSE
  const ready = own.get(periods)
  if (ready) return ready
  const index = indexOf([...periodPatterns(periods), ...ENGLISH])
  own.set(periods, index)
  return index
}

/** The first and last day on which it may have been published: alike where the day is known, both undefined where nothing is. */
function publishedWithin(published: Edtf | undefined): [Day | undefined, Day | undefined] {
  const day = parseDay(published)
  const bounds = published === undefined || day !== undefined ? undefined : boundsOf(published)
  if (day !== undefined) return [day, day]
  const days = [bounds?.first, bounds?.last].map(edge => parseDay(edge ?? undefined))
  return days[0] === undefined || days[1] === undefined ? [undefined, undefined] : [days[0], days[1]]
}

/** Finds time expressions and resolves them: from the publication date, inside a quotation from the day it was uttered. In reading order. */
export function findTimes(reading: Reading, attributions: readonly Attribution[], known: Given): TimeExpression[] {
  if (reading.tokens.length === 0) return []
  const hits = scan(reading.report.text, indexFor(known.periods))
  const [first, last] = publishedWithin(reading.report.published)
  const late = resolve(reading, hits, attributions, known, last)
  return first === last ? late : meetTimes(resolve(reading, hits, attributions, known, first), late)
}
