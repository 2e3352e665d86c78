import type { Block } from '#export'
import type { MergedActor } from '#model'

const SHOWN = 4

function some<T>(all: readonly T[], word: (one: T) => string): string {
  const rest = all.length - SHOWN
  return [...all.slice(0, SHOWN).map(word), ...(rest > 0 ? [`${String(rest)} more`] : [])].join('; ')
}

function roleWords({ title, first, last }: MergedActor['roles'][number]): string {
  const days = first === null ? '' : first === last ? ` (${first})` : ` (${first} – ${last ?? ''})`
  return `${title}${days}`
}

/** Actors as a table: each once, with the names proposed to be its own and why, and those kept apart. */
export function drawActors(items: readonly MergedActor[]): Block[] {
  const rows = items.map(one => [
    one.name,
    one.kind,
    one.party ?? '',
    String(one.reports),
    some(one.merged, form => `${form.name} (${form.reason})`),
    some(one.apart, form => `${form.name} (${form.why})`),
    some(one.roles, roleWords),
  ])
  return [
    { kind: 'heading', words: 'Actors' },
    { kind: 'table', head: ['actor', 'kind', 'speaks for', 'reports', 'merged, suggested', 'kept apart', 'roles, as told'], rows },
  ]
}
