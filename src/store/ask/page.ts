import { Fault, MOST_ITEMS, SOME_ITEMS, type Page } from '#model'

/** The place after which a part of a list begins: the ordering values of the last item given. */
export type Place = readonly (string | number)[]

/** A place as a cursor. */
export function toCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** A cursor as the place it was made from. Throws a Fault where nobody here made it. */
export function fromCursor(cursor: string | undefined, length: number): Place | undefined {
  if (cursor === undefined || cursor === '') return undefined
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown
    if (Array.isArray(place) && place.length === length && place.every(part => typeof part === 'string' || typeof part === 'number')) return place as Place
  } catch {
    // A cursor that does not read is answered below, like one that reads as something else.
  }
  throw new Fault('usage', 'The cursor is none that this list gave.', { place: 'cursor', mend: 'Take `next` of the part before, or leave it out to begin.' })
}

/** How many items a part has. */
export function sizeOf(limit: number | undefined): number {
  return Math.min(Math.max(1, limit ?? SOME_ITEMS), MOST_ITEMS)
}

/** A part of a list from rows of which one more than `size` was asked for. */
export function partOf<R, T>(rows: readonly R[], size: number, total: number, placeOf: (row: R) => Place, item: (row: R) => T): Page<T> {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { items: shown.map(item), next: rows.length > size && last !== undefined ? toCursor(placeOf(last)) : null, total }
}
