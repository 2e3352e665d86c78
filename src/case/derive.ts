import { analyse } from '#analyse'
import type { Task } from '#pool'
import { cardOf, keysOf } from '#reconcile'
import { layOut } from '#store'
import type { Derived } from './derived.ts'

/** Reads one report, and makes all of it that needs no other report. */
export default function derive({ report, known }: Task): Derived {
  const analysis = analyse(report, known)
  const card = cardOf(analysis)
  return { layout: JSON.stringify(layOut(analysis)), card: JSON.stringify(card), keys: JSON.stringify(keysOf(card)) }
}
