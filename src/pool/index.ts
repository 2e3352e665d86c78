import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'
import { NOTHING_KNOWN, type FaultView, type Known, type Report } from '#model'
import type { Task } from './worker.ts'

export type { Task } from './worker.ts'

export interface PoolOptions {
  /** Threads that read, this one among them. */
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

type Read<R> = (task: Task) => R

/** An item on its way; `landed` once it is read. */
interface Flight<T, R> {
  readonly landing: Promise<Analysed<T, R>>
  landed?: Analysed<T, R>
}

/** How many reports a worker has waiting beside the one it reads: enough to keep it busy while this thread writes, few enough to bound memory. */
const WAITING = 24

/** Characters of a report that is left to a worker, where there is one, so that this thread goes on answering. */
const LONG = 200_000

/** Megabytes for what lives as long as one report: enough that little of it is ever copied. */
const YOUNG = 48
/** Megabytes for the language model, the rows and the longest report; a bound that the collector keeps well under. */
const OLD = 384

/** Reads the reports of many items at once and gives the items back in their order. What is in flight is bounded. */
export async function* analyseAll<T, R = string>(
  items: AsyncIterable<T> | Iterable<T>,
  reportOf: (item: T) => Report | undefined,
  options: PoolOptions = {},
): AsyncGenerator<Analysed<T, R>> {
  const { jobs = 1, known = NOTHING_KNOWN, signal, work = ownWork() } = options
  const workers = jobs > 1 ? new Workers<R>(jobs - 1, work) : undefined
  const flight: Flight<T, R>[] = []
  try {
    const readHere = await workHere<R>(work)
    for await (const item of items) {
      if (signal?.aborted) break
      if (workers?.full) yield* await landed(flight)
      flight.push(send(item, reportOf(item), known, workers, readHere))
      if (flight.length >= (workers?.most ?? 1)) yield (await flight.shift()?.landing) as Analysed<T, R>
    }
    for (let one = flight.shift(); one; one = flight.shift()) yield await one.landing
  } finally {
    await Promise.allSettled(flight.map(one => one.landing))
    await workers?.close()
  }
}

/** Takes off the list what has landed at its head, once all that came from the workers has been taken in. */
async function landed<T, R>(flight: Flight<T, R>[]): Promise<Analysed<T, R>[]> {
  await new Promise(setImmediate)
  const there = flight.findIndex(one => one.landed === undefined)
  return flight.splice(0, there < 0 ? flight.length : there).flatMap(one => one.landed ?? [])
}

/** Has a report read: by a worker that has room, or else in this thread at once. */
function send<T, R>(item: T, report: Report | undefined, known: Known, workers: Workers<R> | undefined, readHere: Read<R>): Flight<T, R> {
  const away = report && workers && (!workers.full || report.text.length > LONG)
  const read = (): R | Promise<R> | undefined => report && (away ? workers.read({ report, known }) : readHere({ report, known }))
  const one: Flight<T, R> = { landing: readItem(item, report, read) }
  void one.landing.then(found => {
    one.landed = found
  })
  return one
}

async function readItem<T, R>(item: T, report: Report | undefined, read: () => R | Promise<R> | undefined): Promise<Analysed<T, R>> {
  if (!report) return { item }
  try {
    return { item, result: (await read()) as R }
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

/** The work in this thread; loaded only where it is wanted, because the language model takes a moment. */
async function workHere<R>(module: URL): Promise<Read<R>> {
  const { default: work } = (await import(module.href)) as { default: Read<R> }
  return work
}

/** The threads beside this one, and how many reports are with them. */
class Workers<R> {
  /** How many items may be in flight. */
  readonly most: number
  private readonly pool: Piscina
  private readonly room: number
  private away = 0

  constructor(threads: number, work: URL) {
    this.pool = openPool(threads, work)
    this.room = threads * WAITING
    this.most = 2 * this.room
  }

  /** Whether each worker has enough waiting. */
  get full(): boolean {
    return this.away >= this.room
  }

  async read(task: Task): Promise<R> {
    this.away++
    try {
      return (await this.pool.run(task)) as R
    } finally {
      this.away--
    }
  }

  close(): Promise<void> {
    return this.pool.destroy()
  }
}

/** Workers that run the built code, or the sources through the loader. */
function openPool(threads: number, work: URL): Piscina {
  const options = {
    filename: work.href,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: WAITING,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG, maxOldGenerationSizeMb: OLD },
  }
  if (!isSource()) return new Piscina({ ...options, execArgv: [] })
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  return new Piscina({ ...options, execArgv: ['--conditions=source', '--import', loader] })
}
