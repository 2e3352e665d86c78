import { analyse } from '#analyse'
import type { Task } from '#pool'
import { cardOf, keysOf, splitCard } from '#reconcile'
import { layOut } from '#store'
import type { Derived } from './derived.ts'

/** Reads one report, and makes all of it that needs no other report. */
export default function derive({ report, known }: Task): Derived {
  const analysis = analyse(report, known)
  const card = cardOf(analysis)
  const { head, body } = splitCard(card)
  return { layout: JSON.stringify(layOut(analysis)), head: JSON.stringify(head), body: JSON.stringify(body), keys: JSON.stringify(keysOf(card)) }
}
