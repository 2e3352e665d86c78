const PRIME = 0x01000193
const { imul } = Math

/** FNV-1a of a word's UTF-16 units, as an unsigned 32-bit number. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = imul(hash ^ word.charCodeAt(i), PRIME)
  return hash >>> 0
}

/** Two values as one, signed 32 bits; the order counts. */
export function join(a: number, b: number): number {
  return (imul(a, 0x2c1b3c6d) + b + (b << 16)) | 0
}

/**
 * A feature as one number, signed 32 bits: its template and up to three values. It is short, so that the compiler draws it into
 * its many callers; `mixKeys` makes hashes of such numbers.
 */
export function key(template: number, a: number, b: number, c: number): number {
  return (imul(a, 0x9e3779b1) + imul(b, 0x85ebca6b) + imul(c, 0x27d4eb2f) + imul(template, 0x165667b1)) | 0
}

/** Makes hashes of the first `count` keys, signed 32 bits: their top bits and their low bits are both well mixed. */
export function mixKeys(keys: Int32Array, count: number): void {
  for (let k = 0; k < count; k++) {
    let hash = keys[k] ?? 0
    hash = imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    hash = imul(hash ^ (hash >>> 12), 0x297a2d39)
    keys[k] = hash ^ (hash >>> 15)
  }
}
