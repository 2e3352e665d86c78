import type { Report, Span } from '#model'
import { contentHash } from './stem.ts'
import { readWords, type Word } from './words.ts'

/** The words of a report, read once, with the hash of each by its content (0 for a common word). */
interface Reading {
  readonly words: readonly Word[]
  readonly hashes: readonly number[]
}

const readings = new WeakMap<Report, Reading>()

function readingOf(report: Report): Reading {
  const kept = readings.get(report)
  if (kept) return kept
  const words = readWords(report.text)
  const reading = { words, hashes: words.map(word => contentHash(word.form)) }
  readings.set(report, reading)
  return reading
}

/** The first word of those in order that begins at `place` or after it, by its index. */
function firstFrom(words: readonly Word[], place: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.start ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** All words of the report. */
export function wordsOf(report: Report): readonly Word[] {
  return readingOf(report).words
}

/** The words that lie inside the span. */
export function wordsIn(report: Report, [start, end]: Span): readonly Word[] {
  const { words } = readingOf(report)
  const from = firstFrom(words, start)
  return words.slice(from, endOf(words, from, end))
}

/** The content hashes of the words that lie inside the span, in reading order; 0 for a common word. */
export function hashesIn(report: Report, [start, end]: Span): readonly number[] {
  const { words, hashes } = readingOf(report)
  const from = firstFrom(words, start)
  return hashes.slice(from, endOf(words, from, end))
}

/** Where the words from `from` on that end inside `end` end. */
function endOf(words: readonly Word[], from: number, end: number): number {
  const to = firstFrom(words, end)
  return to > from && (words[to - 1]?.end ?? 0) > end ? to - 1 : to
}
