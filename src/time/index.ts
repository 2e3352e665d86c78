import type { Attribution, Known, Reading, TimeExpression } from '#model'
import { ENGLISH } from './en/index.ts'
import type { Pattern } from './pattern.ts'
import { periodPatterns } from './period.ts'
import { resolve } from './resolve.ts'
import { indexOf, scan } from './scan.ts'

export { POLICIES, type Policy } from './policy.ts'

type Given = Pick<Known, 'policies' | 'periods'>

const HOUSE = indexOf(ENGLISH)
const own = new WeakMap<Given['periods'], ReadonlyMap<string, readonly Pattern[]>>()

/** The patterns with a case's own periods first; built once for each list of periods. */
function indexFor(periods: Given['periods']): ReadonlyMap<string, readonly Pattern[]> {
  if (periods.length === 0) return HOUSE
  const ready = own.get(periods)
  if (ready) return ready
  const index = indexOf([...periodPatterns(periods), ...ENGLISH])
  own.set(periods, index)
  return index
}

/** Finds time expressions and resolves them: from the publication date, inside a quotation from the day it was uttered. In reading order. */
export function findTimes(reading: Reading, attributions: readonly Attribution[], known: Given): TimeExpression[] {
  if (reading.tokens.length === 0) return []
  return resolve(reading, scan(reading.report.text, indexFor(known.periods)), attributions, known)
}
