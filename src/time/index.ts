import type { Attribution, Known, Reading, TimeExpression } from '#model'

/** Finds time expressions and resolves them: from the publication date, inside a quotation from the day it was uttered. */
export function findTimes(_reading: Reading, _attributions: readonly Attribution[], _known: Pick<Known, 'policies' | 'periods'>): TimeExpression[] {
  return []
}
