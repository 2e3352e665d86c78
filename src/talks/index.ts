import type { Cast, CodedEvent, Figures, KnownIssue, Reading, Statement, Talks, TimeExpression } from '#model'

/** Reads lines of talks, proposals and terms, positions, ceasefires and allegations. */
export function readTalks(
  _reading: Reading,
  _issues: readonly KnownIssue[],
  _statements: readonly Statement[],
  _cast: Cast,
  _times: readonly TimeExpression[],
  _events: readonly CodedEvent[],
  _figures: Figures,
): Talks {
  return { tracks: [], proposals: [], positions: [], ceasefires: [], allegations: [] }
}
