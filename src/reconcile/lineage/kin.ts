import type { Report } from '#model'
import { daysOf } from '../days.ts'
import { judgeKinship, type Kin } from './compare.ts'
import { printOf } from './print.ts'

/** What is compared of a report when its kinship to others is judged. */
export function kinOf(report: Report): Kin {
  const day = daysOf(report.published)?.[0]
  return {
    print: printOf(report),
    length: report.text.length,
    publisher: report.publisher,
    ...(day !== undefined && { day }),
    ...(report.url !== undefined && { url: report.url }),
    ...(report.headline !== undefined && { headline: report.headline }),
  }
}

/** The same of two reports already read for comparison. */
export function areKin(a: Kin, b: Kin): boolean {
  return judgeKinship(a, b) !== undefined
}

/** Whether two reports are copies, near copies, versions, carry one wire text, or one lifts a passage of the other. */
export function isCopyOf(a: Report, b: Report): boolean {
  return areKin(kinOf(a), kinOf(b))
}
