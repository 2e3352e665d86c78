import { NOTHING_KNOWN, type Known, type TimeExpression } from '#model'
import { makeReport } from '#read'
import { readSentences } from '#text'
import { findTimes } from '#time'

/** The times of a text published on a day, in the publisher's own voice. */
export function timesOf(text: string, published: string | null = '2025-05-12', known: Partial<Known> = {}): TimeExpression[] {
  const report = makeReport({ text, publisher: 'Example Wire', ...(published !== null && { published }) })
  return findTimes(readSentences(report), [], { ...NOTHING_KNOWN, ...known })
}
