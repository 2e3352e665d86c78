import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'
import { NOTHING_KNOWN, type FaultView, type Known, type Report } from '#model'
import type { Task } from './worker.ts'

export type { Task } from './worker.ts'

export interface PoolOptions {
  /** Workers; 1 reads in this thread. */
  readonly jobs?: number
  /** The module whose default export does the work on a task, where it is not to give the analysis as JSON. */
  readonly work?: URL
  readonly known?: Known
  readonly signal?: AbortSignal | undefined
}

/** An item with what the work gave of its report: its analysis as JSON. Items without a report, or whose reading failed, have none. */
export interface Analysed<T, R = string> {
  readonly item: T
  readonly result?: R
  readonly error?: FaultView
}

type Read<R> = (task: Task) => Promise<R>

/** How many reports a worker has waiting beside the one it reads: enough to keep it busy while this thread writes, few enough to bound memory. */
const WAITING = 16

/** Megabytes for what lives as long as one report: enough that little of it is ever copied. */
const YOUNG = 16
/** Megabytes for the language model, the rows and the longest report; a bound that the collector keeps well under. */
const OLD = 384

/** Reads the reports of many items at once and gives the items back in their order. What is in flight is bounded. */
export async function* analyseAll<T, R = string>(
  items: AsyncIterable<T> | Iterable<T>,
  reportOf: (item: T) => Report | undefined,
  options: PoolOptions = {},
): AsyncGenerator<Analysed<T, R>> {
  const { jobs = 1, known = NOTHING_KNOWN, signal, work = ownWork() } = options
  const pool = jobs > 1 ? openPool(jobs, work) : undefined
  const read: Read<R> = pool ? task => pool.run(task) as Promise<R> : await readHere(work)
  const flight: Promise<Analysed<T, R>>[] = []
  try {
    for await (const item of items) {
      if (signal?.aborted) break
      flight.push(readItem(item, reportOf(item), known, read))
      if (flight.length >= (pool ? jobs * WAITING : 1)) yield (await flight.shift()) as Analysed<T, R>
    }
    while (flight.length > 0) yield (await flight.shift()) as Analysed<T, R>
  } finally {
    await Promise.allSettled(flight)
    await pool?.destroy()
  }
}

async function readItem<T, R>(item: T, report: Report | undefined, known: Known, read: Read<R>): Promise<Analysed<T, R>> {
  if (!report) return { item }
  try {
    return { item, result: await read({ report, known }) }
  } catch (error) {
    const message = `The report could not be analysed: ${error instanceof Error ? error.message : String(error)}`
    return { item, error: { code: 'failed', message, place: report.key ?? report.id, mend: 'This is a fault in Parley: please report it with the text.' } }
  }
}

/** Whether this runs as a source, through the loader, and not as built code. */
function isSource(): boolean {
  return import.meta.url.endsWith('.ts')
}

function ownWork(): URL {
  return new URL(isSource() ? './worker.ts' : './worker.js', import.meta.url)
}

/** The worker in this thread; loaded only where it is wanted, because the language model takes a moment. */
async function readHere<R>(module: URL): Promise<Read<R>> {
  const { default: work } = (await import(module.href)) as { default: (task: Task) => R }
  return task => Promise.resolve().then(() => work(task))
}

/** Workers that run the built code, or the sources through the loader. */
function openPool(jobs: number, work: URL): Piscina {
  const threads = {
    filename: work.href,
    minThreads: jobs,
    maxThreads: jobs,
    concurrentTasksPerWorker: WAITING,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG, maxOldGenerationSizeMb: OLD },
  }
  if (!isSource()) return new Piscina({ ...threads, execArgv: [] })
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  return new Piscina({ ...threads, execArgv: ['--conditions=source', '--import', loader] })
}
