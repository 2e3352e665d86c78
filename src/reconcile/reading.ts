import type { Report, Span } from '#model'
import { readWords, type Word } from './words.ts'

const readings = new WeakMap<Report, readonly Word[]>()

/** All words of the report, read once. */
export function wordsOf(report: Report): readonly Word[] {
  let words = readings.get(report)
  if (!words) readings.set(report, (words = readWords(report.text)))
  return words
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

/** Where the words inside the span begin and end among all words of the report. */
function rangeOf(words: readonly Word[], [start, end]: Span): readonly [from: number, to: number] {
  const from = firstFrom(words, start)
  const to = firstFrom(words, end)
  return [from, to > from && (words[to - 1]?.end ?? 0) > end ? to - 1 : to]
}

/** The words that lie inside the span. */
export function wordsIn(report: Report, span: Span): readonly Word[] {
  const words = wordsOf(report)
  return words.slice(...rangeOf(words, span))
}

/** How many words lie inside the span. */
export function countWords(report: Report, span: Span): number {
  const [from, to] = rangeOf(wordsOf(report), span)
  return to - from
}
