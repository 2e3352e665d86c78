import type { Cast, KnownActor, Reading } from '#model'

/** Finds every actor of a report and every mention of one. */
export function findActors(_reading: Reading, _known: readonly KnownActor[]): Cast {
  return { actors: [], mentions: [] }
}
