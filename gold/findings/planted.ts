import { readPlanted, runPlanted } from '../../test/reconcile/planted.ts'
import { f1, type Score } from '../score/frame.ts'

/** Planted cases in invented negotiations: our own texts, half of them near misses. */
export function scorePlanted(): Score[] {
  const cases = readPlanted()
  const outcomes = cases.map(runPlanted)
  const count = (pick: (one: (typeof outcomes)[number]) => readonly unknown[]): number => outcomes.reduce((sum, one) => sum + pick(one).length, 0)
  const [found, missed, wrong] = [count(one => one.found), count(one => one.missed), count(one => one.wrong)]
  const { precision, recall } = f1(found, found + wrong, found + missed)
  const detail = `${String(cases.length)} cases: ${String(found)} found, ${String(missed)} missed, ${String(wrong)} wrong`
  return [
    { set: 'planted cases', measure: 'recall', value: recall, target: 90, detail },
    { set: 'planted cases', measure: 'precision', value: precision, target: 90, detail },
  ]
}
