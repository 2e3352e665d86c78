import type { Analysis, Note, Reading } from '#model'

/** One check: reads an analysis without its notes and raises doubts. One file per check. */
export type Check = (analysis: Analysis, reading: Reading) => Note[]

const CHECKS: readonly Check[] = []

/** The analysis with its doubts, in the order of their first place. */
export function withNotes(analysis: Analysis, reading: Reading): Analysis {
  const notes = CHECKS.flatMap(check => check(analysis, reading))
  return { ...analysis, notes: notes.sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0)) }
}
