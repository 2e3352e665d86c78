import type { Report } from '#model'
import { makeReport } from '#read'
import { areKin, groupEvents, kinOf } from '#reconcile'
import { f1, readJsonl, type Score } from '../score/frame.ts'

interface Given {
  readonly id: string
  readonly outlet: string
  readonly title: string
  readonly published: string
  readonly text: string
  readonly event: string | number
}

/** Three outlets on one event each: none is a copy of another; the three belong together. */
export function scoreSameEvent(): Score[] {
  const given = readJsonl<Given>('gold/same-event/basil.jsonl')
  const reports: Report[] = given.map(one =>
    makeReport({ text: one.text, publisher: one.outlet, headline: one.title, ...(one.published && { published: one.published }), key: one.id }),
  )
  const eventOf = new Map(given.map(one => [one.id, one.event]))
  const kin = new Map(reports.map(report => [report, kinOf(report)]))
  let copies = 0
  let pairs = 0
  let labelled = 0
  reports.forEach((a, i) => {
    for (const b of reports.slice(i + 1)) {
      pairs++
      if (eventOf.get(a.key ?? '') === eventOf.get(b.key ?? '')) labelled++
      const [x, y] = [kin.get(a), kin.get(b)]
      if (x && y && areKin(x, y)) copies++
    }
  })
  let right = 0
  let found = 0
  for (const group of groupEvents(reports)) {
    group.forEach((a, i) => {
      for (const b of group.slice(i + 1)) {
        found++
        if (eventOf.get(a.key ?? '') === eventOf.get(b.key ?? '')) right++
      }
    })
  }
  const { precision, recall, f1: value } = f1(right, found, labelled)
  return [
    {
      set: 'BASIL',
      measure: 'pairs told apart as no copies',
      value: 100 - (100 * copies) / labelled,
      target: 99,
      detail: `${String(copies)} false copies; ${String(labelled)} pairs of one event, ${String(pairs)} in all`,
    },
    {
      set: 'BASIL',
      measure: 'same event, pairwise F1',
      value,
      target: 80,
      detail: `P ${precision.toFixed(1)} R ${recall.toFixed(1)} (${String(right)} right, ${String(found)} found, ${String(labelled)} labelled)`,
    },
  ]
}
