import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'
import { NOTHING_KNOWN, type FaultView, type Known, type Report } from '#model'
import type { Task } from './worker.ts'

export interface PoolOptions {
  /** Workers; 1 reads in this thread. */
  readonly jobs?: number
  readonly known?: Known
  readonly signal?: AbortSignal | undefined
}

/** An item with the analysis of its report as JSON; items without a report, or whose reading failed, have none. */
export interface Analysed<T> {
  readonly item: T
  readonly json?: string
  readonly error?: FaultView
}

type Read = (task: Task) => Promise<string>

/** How many reports a worker has waiting beside the one it reads: enough to keep it busy, few enough to bound memory. */
const WAITING = 3

/** Reads the reports of many items at once and gives the items back in their order. What is in flight is bounded. */
export async function* analyseAll<T>(
  items: AsyncIterable<T> | Iterable<T>,
  reportOf: (item: T) => Report | undefined,
  options: PoolOptions = {},
): AsyncGenerator<Analysed<T>> {
  const { jobs = 1, known = NOTHING_KNOWN, signal } = options
  const pool = jobs > 1 ? openPool(jobs) : undefined
  const read: Read = pool ? task => pool.run(task) as Promise<string> : await readHere()
  const flight: Promise<Analysed<T>>[] = []
  try {
    for await (const item of items) {
      if (signal?.aborted) break
      flight.push(readItem(item, reportOf(item), known, read))
      if (flight.length >= (pool ? jobs * WAITING : 1)) yield (await flight.shift()) as Analysed<T>
    }
    while (flight.length > 0) yield (await flight.shift()) as Analysed<T>
  } finally {
    await Promise.allSettled(flight)
    await pool?.destroy()
  }
}

async function readItem<T>(item: T, report: Report | undefined, known: Known, read: Read): Promise<Analysed<T>> {
  if (!report) return { item }
  try {
    return { item, json: await read({ report, known }) }
  } catch (error) {
    const message = `The report could not be analysed: ${error instanceof Error ? error.message : String(error)}`
    return { item, error: { code: 'failed', message, place: report.key ?? report.id, mend: 'This is a fault in Parley: please report it with the text.' } }
  }
}

/** The worker in this thread; loaded only where it is wanted, because the language model takes a moment. */
async function readHere(): Promise<Read> {
  const { default: work } = await import('./worker.ts')
  return task => Promise.resolve().then(() => work(task))
}

/** Workers that run the built code, or the sources through the loader where this file is a source itself. */
function openPool(jobs: number): Piscina {
  const source = import.meta.url.endsWith('.ts')
  const filename = new URL(source ? './worker.ts' : './worker.js', import.meta.url).href
  const threads = { minThreads: jobs, maxThreads: jobs, concurrentTasksPerWorker: 1 }
  if (!source) return new Piscina({ filename, ...threads, execArgv: [] })
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  return new Piscina({ filename, ...threads, execArgv: ['--conditions=source', '--import', loader] })
}
