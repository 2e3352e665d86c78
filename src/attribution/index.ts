import type { Attribution, Cast, Reading, Statement, TimeExpression } from '#model'

/** Finds who says what: statements by their words, before any date or actor is read. In reading order, outer before inner. */
export function attribute(_reading: Reading): Attribution[] {
  return []
}

/** Attributions made statements: actors on the links, when they were uttered. `issues` stays empty here. */
export function toStatements(_reading: Reading, _attributions: readonly Attribution[], _cast: Cast, _times: readonly TimeExpression[]): Statement[] {
  return []
}
