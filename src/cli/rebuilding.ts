import type { Case } from '#case'
import { whenWords } from '#export'
import { datesOf, movedTimes, type Analysis, type Dated, type Known, type Moved, type When } from '#model'
import { printJson, write, type Face } from './face.ts'
import { withCase } from './options.ts'
import { openBar } from './progress.ts'

/** How a case is to be read anew. */
export interface Rebuilding {
  readonly case: string
  readonly jobs: number
  readonly json?: true
}

/** A day that moved, with its report's number and the words of its record and sentence. */
type MovedLine = Omit<Moved, 'sentence'> & { readonly report: number; readonly words: string; readonly sentence: string }

/** Every report's analysis, in the order of adding. A report that was never read has none. */
async function* analyses(held: Case): AsyncGenerator<readonly [number: number, analysis: Analysis]> {
  const { last } = held.counts()
  for (let number = 1; number <= last; number++) {
    const view = await held.ask.report(String(number))
    if (view?.line.number === number) yield [number, view.analysis]
  }
}

async function listMoved(held: Case, before: ReadonlyMap<number, readonly Dated[]>): Promise<MovedLine[]> {
  const all: MovedLine[] = []
  for await (const [number, analysis] of analyses(held)) {
    const { text } = analysis.report
    for (const { sentence, ...one } of movedTimes(before.get(number) ?? [], analysis))
      all.push({ report: number, ...one, words: text.slice(...one.span), sentence: text.slice(...sentence).replaceAll(/\s+/g, ' ') })
  }
  return all
}

const daysOf = (when: When | undefined): string => (when ? whenWords(when) : 'no day')

function movedWords({ report, kind, field, words, policy, from, to, sentence }: MovedLine): string {
  const what = kind === 'time' ? `time “${words}”` : `${kind}, ${field}`
  return `  report ${String(report)}, ${what}${policy === undefined ? '' : ` (policy ${policy})`}: ${daysOf(from)} → ${daysOf(to)}\n    “${sentence}”\n`
}

/** Reads every report of a case anew. Where `known` takes the place of what the case knew, says which records' days moved by it, from what to what. */
export async function rebuild(face: Face, { case: file, jobs, json }: Rebuilding, known: Known | undefined): Promise<void> {
  await withCase(face, file, false, async held => {
    const before = new Map<number, readonly Dated[]>()
    if (known) for await (const [number, analysis] of analyses(held)) before.set(number, datesOf(analysis))
    const bar = openBar(face, 'reports', held.counts().reports)
    let done = 0
    for await (const progress of held.rebuild({ by: face.by, at: face.now(), jobs, ...(known && { known }) })) {
      done = progress.done
      bar.to(progress.done, progress.total)
    }
    bar.stop()
    const moved = known ? await listMoved(held, before) : []
    if (json) return printJson(face, { reports: done, moved })
    await write(face.out, `Read ${String(done)} reports anew.\n`)
    if (known) await write(face.out, moved.length === 0 ? 'No days moved.\n' : `${String(moved.length)} days moved:\n`)
    for (const one of moved) await write(face.out, movedWords(one))
  })
}
