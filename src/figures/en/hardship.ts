import { overlaps } from '#model'
import { readArrivals } from './arrival.ts'
import { readCompared } from './compared.ts'
import { readConditions, type ConditionDraft } from './condition.ts'
import type { View } from './draft.ts'
import { readLacks } from './lack.ts'
import { readRations } from './ration.ts'

const READERS = [readConditions, readCompared, readLacks, readRations, readArrivals]

/** The conditions of life that one sentence tells of, in reading order; of two about the same words the first reader's stays. */
export function readHardships(view: View): ConditionDraft[] {
  const found: ConditionDraft[] = []
  for (const read of READERS) for (const draft of read(view)) if (!found.some(one => overlaps(one.span, draft.span))) found.push(draft)
  return found.sort((a, b) => a.span[0] - b.span[0])
}
