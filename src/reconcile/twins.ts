/**
 * Of reports of one week that tell the same but for numbers, so many are held against all others; each further one, in the order of ids, only against
 * the first of them. So hundreds of them cost no more than as many others, and up to this many are compared as any others are.
 */
export const TWINS = 8

/** The twin that a report alone is held against; undefined where it is held against all others. `twins`: those on the shelf, by id, itself among them or not. */
export function firstTwin(report: string, twins: readonly string[]): string | undefined {
  return twins.filter(one => one < report).length < TWINS ? undefined : twins[0]
}

/** The twins that stand otherwise once a report comes or goes. `twins`: the others, by id. */
export function movedBy(report: string, twins: readonly string[]): string[] {
  const place = twins.filter(one => one < report).length
  return place >= TWINS ? [] : twins.slice(TWINS - 1, place === 0 ? undefined : TWINS)
}
