import type { Draft, Page } from '../page.ts'
import { readAttitudes } from './attitude.ts'
import { readPassives } from './passive.ts'
import { readPhrases } from './phrase.ts'
import { readRelatives } from './relative.ts'
import { readPlain, type Stretch } from './plain.ts'

/** What rules add to the statements of a sentence or a content, each rule after those before it. */
export function readAll(page: Page, stretch: Stretch, taken: readonly Draft[]): Draft[] {
  const found: Draft[] = []
  for (const read of [readPlain, readPassives, readAttitudes, readPhrases, readRelatives]) found.push(...read(page, stretch, [...taken, ...found]))
  return found
}
