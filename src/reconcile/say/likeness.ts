import type { Piece } from './pieces.ts'

/** How two pieces agree in their words. */
export interface Likeness {
  /** Weight of the content words in both: a word that both reports are about tells little. */
  readonly shared: number
  /** Shared content words over those of the shorter piece. */
  readonly ofShorter: number
  /** Shared over all content words of both. */
  readonly ofBoth: number
  /** The longest run of words that stands in quotation marks in both. */
  readonly run: number
  /** That run over the shorter of the two quoted fragments. */
  readonly ofFragment: number
}

let room = new Uint16Array(64)

/** The length of the longest run of equal items in two lists. */
export function longestRun(a: readonly number[], b: readonly number[]): number {
  if (room.length <= b.length) room = new Uint16Array(2 * b.length + 1)
  const runs = room.fill(0, 0, b.length + 1)
  let best = 0
  for (const item of a) {
    for (let j = b.length; j > 0; j--) {
      if (b[j - 1] !== item) runs[j] = 0
      else {
        const run = (runs[j - 1] ?? 0) + 1
        runs[j] = run
        if (run > best) best = run
      }
    }
  }
  return best
}

const NO_RUN = { run: 0, ofFragment: 0 }

/** The longest common quoted run of two pieces. */
export function compareQuotes(a: Piece, b: Piece): Pick<Likeness, 'run' | 'ofFragment'> {
  let found = NO_RUN
  for (const x of a.quotes)
    for (const y of b.quotes) {
      const run = longestRun(x, y)
      if (run > found.run) found = { run, ofFragment: run / Math.min(x.length, y.length) }
    }
  return found
}

/** The weight of a word that both reports are about. */
const COMMON_TOPIC = 0.35

/** Compares two lists of words; `topic` holds the words that both reports are about. */
export function compareWords(a: readonly number[], b: readonly number[], topic: ReadonlySet<number>): Pick<Likeness, 'shared' | 'ofShorter' | 'ofBoth'> {
  let [shared, ofA, ofB] = [0, 0, 0]
  for (const word of a) {
    const weight = topic.has(word) ? COMMON_TOPIC : 1
    ofA += weight
    if (b.includes(word)) shared += weight
  }
  if (shared === 0) return { shared: 0, ofShorter: 0, ofBoth: 0 }
  for (const word of b) ofB += topic.has(word) ? COMMON_TOPIC : 1
  return { shared, ofShorter: shared / Math.min(ofA, ofB), ofBoth: shared / (ofA + ofB - shared) }
}
