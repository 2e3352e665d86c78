import { holds, meets, wordAt, type Draft, type Page, type Range } from '../page.ts'

/** A comma, a dash or another mark that ends a noun phrase. */
const GAP = /^[,;:—–().]$/

/** Whether the token is free: no statement has it in its cue, its source or its content. */
export function isFree(at: number, taken: readonly Draft[]): boolean {
  const word: Range = [at, at + 1]
  return !taken.some(draft => meets(draft.cue, word) || meets(draft.source, word) || draft.content.some(part => holds(part, word)))
}

/** Where what is said ends: a clause at the end of the stretch, a noun phrase at the next mark outside quotations. */
export function endOfSaid(page: Page, from: number, to: number, clause: boolean): number {
  for (let i = from + 1; i < to; i++) if (page.quoted[i] === 0 && (clause ? /^;$/ : GAP).test(wordAt(page, i))) return i
  return to
}
