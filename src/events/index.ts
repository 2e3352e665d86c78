import type { Cast, CodedEvent, KnownIssue, Reading, Statement, TimeExpression } from '#model'

/** Codes what was done: acts with PLOVER type, actors, recipients, time and reality. */
export function codeEvents(_reading: Reading, _issues: readonly KnownIssue[], _statements: readonly Statement[], _cast: Cast, _times: readonly TimeExpression[]): CodedEvent[] {
  return []
}
