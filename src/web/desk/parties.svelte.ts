import type { ActorLine, Matrix, Page, Who } from '#model'
import { ask, asking } from './ask.svelte.ts'

/** A party's place in the order of first mention, from 1; 0 where it is none of the first. */
const state = $state<{ order: Map<string, number> }>({ order: new Map() })
const MOST_DRAWN = 24

function rootOf(id: string, all: ReadonlyMap<string, Who>): string {
  let here = id
  for (let step = 0; step < 8; step++) {
    const of = all.get(here)?.of
    if (of === undefined || of === here) return here
    here = of
  }
  return here
}

/** Learns the parties of the case: first those of the matrix in the order in which reports first mention them, then the others; who speaks for one is drawn as it. After the first 24 an actor has only its name. */
export async function learnParties(): Promise<void> {
  const [matrix, actors] = await Promise.all([ask<Matrix>(asking('/matrix', { columns: 8, per: 2 })), ask<Page<ActorLine>>(asking('/actors', { limit: 200 }))])
  const parties: readonly Who[] = [...matrix.actors, ...actors.items.filter(who => who.kind !== 'place' && who.kind !== 'outlet')]
  const all = new Map<string, Who>([...actors.items, ...matrix.actors].map(who => [who.id, who]))
  const order = new Map<string, number>()
  let next = 1
  for (const who of parties) {
    const root = rootOf(who.id, all)
    if (!order.has(root) && next > MOST_DRAWN) continue
    if (!order.has(root)) order.set(root, next++)
    order.set(who.id, order.get(root) ?? 0)
  }
  state.order = order
}

/** The number of an actor's party: its shape and hue. */
export function partyOf(who: Who | undefined): number {
  if (!who) return 0
  return state.order.get(who.id) ?? (who.of === undefined ? 0 : (state.order.get(who.of) ?? 0))
}
