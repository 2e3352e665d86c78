import type { Attribution, Known, Reading, TimeExpression } from '#model'
import { ENGLISH } from './en/index.ts'
import { resolve } from './resolve.ts'
import { indexOf, scan } from './scan.ts'

export { POLICIES, type Policy } from './policy.ts'

const INDEX = indexOf(ENGLISH)

/** Finds time expressions and resolves them: from the publication date, inside a quotation from the day it was uttered. In reading order. */
export function findTimes(reading: Reading, attributions: readonly Attribution[], known: Pick<Known, 'policies' | 'periods'>): TimeExpression[] {
  return resolve(reading, scan(reading.report.text, INDEX), attributions, known)
}
