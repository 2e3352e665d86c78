const PRIME = 0x01000193

/** FNV-1a of a word's UTF-16 units, as an unsigned 32-bit number. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME)
  return hash >>> 0
}

/** Two values as one, signed 32 bits; the order counts. */
export function join(a: number, b: number): number {
  return (Math.imul(a, 0x2c1b3c6d) + b + (b << 16)) | 0
}

/** The hash of a feature, signed 32 bits: its template and up to three values. Its top bits and its low bits are both well mixed. */
export function key(template: number, a: number, b: number, c: number): number {
  let hash = (Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca6b) + Math.imul(c, 0x27d4eb2f) + Math.imul(template, 0x165667b1)) | 0
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return hash ^ (hash >>> 15)
}
