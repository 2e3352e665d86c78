import type { Piece } from './pieces.ts'

/** How two pieces agree in their content words. */
export interface Agreement {
  /** Weight of the content words in both: a word that both reports are about tells little. */
  readonly shared: number
  /** Shared content words over those of the shorter piece. */
  readonly ofShorter: number
  /** Shared over all content words of both. */
  readonly ofBoth: number
}

/** How two pieces agree in their words and in what they quote. */
export interface Likeness extends Agreement {
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

/** How two pieces agree, from how their words do. */
export function likenessOf({ shared, ofShorter, ofBoth }: Agreement, a: Piece, b: Piece): Likeness {
  const { run, ofFragment } = compareQuotes(a, b)
  return { shared, ofShorter, ofBoth, run, ofFragment }
}

/** The weight of a word, and of one that both reports are about; whole numbers, so that sums are the same in any order. */
export const WHOLE = 100
const COMMON_TOPIC = 35

/** The weight of a word; `topic` holds those that both reports are about. */
export function weightOf(word: number, topic: ReadonlySet<number>): number {
  return topic.has(word) ? COMMON_TOPIC : WHOLE
}

/** How the words of two pieces agree, from the weights of what they share and of each. */
export function ratios(shared: number, ofA: number, ofB: number): Agreement {
  return shared === 0 ? NONE : { shared: shared / WHOLE, ofShorter: shared / Math.min(ofA, ofB), ofBoth: shared / (ofA + ofB - shared) }
}

const NONE: Agreement = { shared: 0, ofShorter: 0, ofBoth: 0 }
