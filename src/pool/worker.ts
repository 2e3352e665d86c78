import { analyse } from '#analyse'
import type { Known, Report } from '#model'

/** What a worker is given. */
export interface Task {
  readonly report: Report
  readonly known: Known
}

/** Reads one report. The analysis goes back as JSON, which crosses between threads far quicker than the objects would. */
export default function work({ report, known }: Task): string {
  return JSON.stringify(analyse(report, known))
}
