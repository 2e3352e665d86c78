const PRIME = 0x01000193

/** FNV-1a of a word's UTF-16 units, as an unsigned 32-bit number. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME)
  return hash >>> 0
}

/** Mixes a number into a hash so that every bit of both counts. */
export function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x9e3779b1)
  mixed ^= mixed >>> 15
  return Math.imul(mixed, 0x85ebca77) >>> 0
}
