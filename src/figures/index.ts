import type { Cast, Figures, Reading, Statement, TimeExpression } from '#model'

/** Reads numbers with definition and provider, and conditions of living. */
export function readFigures(_reading: Reading, _statements: readonly Statement[], _cast: Cast, _times: readonly TimeExpression[]): Figures {
  return { figures: [], indicators: [] }
}
