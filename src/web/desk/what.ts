import type { TimelineEntry } from '#model'
import { term } from './words.svelte.ts'

const FAMILY: Readonly<Record<TimelineEntry['kind'], string>> = {
  event: 'act',
  track: 'talks',
  proposal: 'status',
  position: 'stance',
  ceasefire: 'kind',
  figure: 'class',
}

/** What a line of the timeline is about, in a word of the desk's. */
export function whatOf(one: Pick<TimelineEntry, 'kind' | 'what'>): string {
  const family = FAMILY[one.kind]
  return family === 'kind' ? term('kind', one.kind) : term(family, one.what)
}
