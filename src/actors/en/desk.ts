import type { Reading, Span } from '#model'
import type { Roll } from '../roll.ts'
import type { Lean } from './gender.ts'
import type { Naming } from './naming.ts'
import type { Phrase } from './phrase.ts'

/** What resolving one phrase needs to know of the report. */
export interface Desk {
  readonly reading: Reading
  readonly roll: Roll
  readonly naming: Naming
  /** Full names of persons by their last and first words. */
  readonly persons: ReadonlyMap<string, readonly string[]>
  /** How persons are called by pronouns, by their full names in small letters. */
  readonly leans: ReadonlyMap<string, Lean>
}

/** The words of a phrase. */
export function spanOf(desk: Desk, from: number, to: number): Span {
  const { tokens } = desk.reading
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0]
}

/** The words from one token to before another, white space made one. */
export function wordsOf(desk: Desk, from: number, to: number): string {
  const [start, end] = spanOf(desk, from, to)
  return desk.reading.report.text.slice(start, end).replace(/\s+/g, ' ')
}

/** Where the words begin once a leading article is counted in. */
export function detFrom({ reading }: Desk, phrase: Phrase): number {
  const before = reading.tokens[phrase.from - 1]
  return phrase.det === 'none' && before !== undefined && /^(?:the|a|an)$/.test(before.lower) ? phrase.from - 1 : phrase.from
}

/** Where the words begin without article. */
export function bareFrom({ reading }: Desk, phrase: Phrase): number {
  return /^(?:the|a|an|this|that|these|those|his|her|its|their|our|whose)$/.test(reading.tokens[phrase.from]?.lower ?? '') ? phrase.from + 1 : phrase.from
}
