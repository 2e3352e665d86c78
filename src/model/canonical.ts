import { createHash } from 'node:crypto'

/** The SHA-256 of the bytes or of the text in UTF-8, in hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * Canonical JSON after RFC 8785: no white space, members ordered by the UTF-16 units of their names, numbers and strings as
 * ECMAScript writes them. Members that are undefined are left out, as JSON.stringify does. Throws a RangeError on NaN and infinities.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${String(value)} has no place in JSON (RFC 8785 section 3.2.2.3)`)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  members.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`
}
