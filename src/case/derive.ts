import { analyse } from '#analyse'
import type { Task } from '#pool'
import { cardOf } from '#reconcile'

/** What is derived from one report by itself, as JSON, which crosses between threads far quicker than the objects would. */
export interface Derived {
  readonly analysis: string
  readonly card: string
}

/** Reads one report, and makes the card under which it is compared with others. */
export default function derive({ report, known }: Task): Derived {
  const analysis = analyse(report, known)
  return { analysis: JSON.stringify(analysis), card: JSON.stringify(cardOf(analysis)) }
}
