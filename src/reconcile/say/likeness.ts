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

/** The length of the longest run of equal items in two lists. */
export function longestRun(a: readonly number[], b: readonly number[]): number {
  let best = 0
  let before = new Uint16Array(b.length + 1)
  for (const item of a) {
    const row = new Uint16Array(b.length + 1)
    b.forEach((other, j) => {
      if (item !== other) return
      const run = (before[j] ?? 0) + 1
      row[j + 1] = run
      if (run > best) best = run
    })
    before = row
  }
  return best
}

/** The longest common quoted run of two pieces. */
export function compareQuotes(a: Piece, b: Piece): { run: number; ofFragment: number } {
  let found = { run: 0, ofFragment: 0 }
  for (const x of a.quotes)
    for (const y of b.quotes) {
      const run = longestRun(x, y)
      if (run > found.run) found = { run, ofFragment: run / Math.min(x.length, y.length) }
    }
  return found
}

/** The weight of a word that both reports are about. */
const COMMON_TOPIC = 0.35

function weigh(words: readonly number[], topic: ReadonlySet<number>): number {
  return words.reduce((sum, word) => sum + (topic.has(word) ? COMMON_TOPIC : 1), 0)
}

/** Compares two lists of words; `topic` holds the words that both reports are about. */
export function compareWords(a: readonly number[], b: readonly number[], topic: ReadonlySet<number>): Pick<Likeness, 'shared' | 'ofShorter' | 'ofBoth'> {
  const both = a.filter(word => b.includes(word))
  if (both.length === 0) return { shared: 0, ofShorter: 0, ofBoth: 0 }
  const shared = weigh(both, topic)
  const [ofA, ofB] = [weigh(a, topic), weigh(b, topic)]
  return { shared, ofShorter: shared / Math.min(ofA, ofB), ofBoth: shared / (ofA + ofB - shared) }
}
