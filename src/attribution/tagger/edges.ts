import { PUNCT } from './features.ts'
import type { Sheet } from './sheet.ts'

/** How many settings a change of label is weighed in. */
export const SETTINGS = 12

/** The setting of the change into unit `i`: quotation marks, and whether a sentence or a clause begins there. */
export function settingOf(sheet: Sheet, i: number): number {
  const opens = i === 0 || sheet.sentence[i] !== sheet.sentence[i - 1] ? 2 : sheet.pos[i - 1] === PUNCT ? 1 : 0
  return (sheet.quote[i] ?? 0) * 3 + opens
}
