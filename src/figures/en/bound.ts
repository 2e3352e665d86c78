import type { Figure, Token } from '#model'
import { readRows } from '#text'

export type Bound = Figure['bound']

interface BoundWords {
  readonly words: readonly string[]
  readonly bound: Bound
}

function readBounds(place: string): Map<string, BoundWords[]> {
  const byWord = new Map<string, BoundWords[]>()
  for (const row of readRows('number-bounds', ['words', 'place', 'bound'])) {
    if (row.place !== place) continue
    const words = row.words.split(' ')
    const key = (place === 'before' ? words.at(-1) : words[0]) ?? ''
    byWord.set(
      key,
      [...(byWord.get(key) ?? []), { words, bound: row.bound as Bound }].sort((a, b) => b.words.length - a.words.length),
    )
  }
  return byWord
}

const BEFORE = readBounds('before')
const AFTER = readBounds('after')

function matches(tokens: readonly Token[], from: number, words: readonly string[]): boolean {
  return from >= 0 && words.every((word, i) => tokens[from + i]?.lower === word)
}

/** The bound whose words end just before `at`, with the index where they start. */
export function boundBefore(tokens: readonly Token[], at: number): { bound: Bound; from: number } | undefined {
  const found = BEFORE.get(tokens[at - 1]?.lower ?? '')?.find(one => matches(tokens, at - one.words.length, one.words))
  return found && { bound: found.bound, from: at - found.words.length }
}

/** The bound whose words start at `at`, with the index after them. */
export function boundAfter(tokens: readonly Token[], at: number): { bound: Bound; to: number } | undefined {
  const found = AFTER.get(tokens[at]?.lower ?? '')?.find(one => matches(tokens, at, one.words))
  return found && { bound: found.bound, to: at + found.words.length }
}

/** Low and high of a bounded number, by NOUNS' reading rules: "over N" has no high, "up to N" and "nearly N" no low. */
export function limits(low: number, high: number, bound: Bound): { low: number | null; high: number | null } {
  if (bound === 'at-least' || bound === 'over') return { low, high: null }
  if (bound === 'at-most' || bound === 'under') return { low: null, high }
  return { low, high }
}
