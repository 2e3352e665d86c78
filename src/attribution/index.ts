import type { Attribution, Reading } from '#model'
import { buildAll } from './build.ts'
import { findDrafts } from './drafts.ts'
import { readPage } from './page.ts'

export { toStatements } from './statements.ts'

/** Finds who says what: statements by their words, before any date or actor is read. In reading order, outer before inner. */
export function attribute(reading: Reading): Attribution[] {
  const page = readPage(reading)
  return buildAll(page, findDrafts(page))
}
