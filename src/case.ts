import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { canonical, NOTHING_KNOWN, sha256, type Ask, type FaultView, type Known, type Report } from '#model'
import { analyseAll, type Analysed } from '#pool'
import { removeCard } from '#reconcile'
import { createStore, openStore, type Removed, type Store } from '#store'
import { compareDerived, layoutOf, type CardShelf, type Derived } from './case/derived.ts'

/** What the workers do with a report. */
const DERIVE = new URL(import.meta.url.endsWith('.ts') ? './case/derive.ts' : './case/derive.js', import.meta.url)

/** How many reports are committed together at most, and how many milliseconds one waits for others: the first comes alone, so that something is seen at once. */
const TOGETHER = 64
const PACE = 1000

/** Who does it and when: clock and person come in from the face. */
export interface By {
  readonly by: string
  /** ISO 8601 instant. */
  readonly at: string
}

/** What the read room makes of one file or line. */
export type Input =
  | { readonly source: string; readonly report: Report; readonly original?: { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string } }
  | { readonly source: string; readonly id?: string; readonly error: FaultView }

/** What became of one input. `already`: a report with the same publisher, date and text is there. */
export type Added =
  | {
      readonly source: string
      readonly as: 'added' | 'already'
      readonly report: string
      readonly number: number
      readonly key?: string
      readonly records: number
    }
  | { readonly source: string; readonly as: 'failed'; readonly key?: string; readonly error: FaultView }

/** The outcome of `verify`: how much was looked at, and the first thing wrong, if any. */
export interface Verdict {
  readonly ok: boolean
  readonly reports: number
  readonly originals: number
  readonly entries: number
  readonly first?: FaultView
}

export type { Removed } from '#store'

export interface AddOptions extends By {
  readonly jobs?: number
  readonly signal?: AbortSignal
  /** Why these are added; stands in the log. */
  readonly why?: string
}

/** How far a long task has come. */
export interface Progress {
  readonly done: number
  readonly total: number
}

/** A case: reports in, one sourced record out. One SQLite file. */
export interface Case {
  readonly file: string
  readonly readOnly: boolean
  readonly ask: Ask
  /** How many reports there are, the greatest number of one, and how many of them await `rebuild`. */
  counts(): { readonly reports: number; readonly last: number; readonly underived: number }
  /** Adds reports in the order they come, each wholly or not at all, and says of each what became of it once that lasts. Throws a Fault where the case cannot be written. */
  add(inputs: AsyncIterable<Input> | Iterable<Input>, options: AddOptions): AsyncGenerator<Added>
  /**
   * Takes out a report, meant by its number, its id or its key: what is derived becomes what never adding it would have given.
   * Its text stays beside the log, which says who took it out and why. Throws a Fault where there is no such report.
   */
  remove(report: string, options: By & { readonly why?: string }): Promise<Removed>
  /** Drops everything derived and derives it anew. */
  rebuild(options: AddOptions & { readonly known?: Known }): AsyncGenerator<Progress>
  /** Re-hashes what was given and compares what is derived with the same derived anew. */
  verify(options?: { readonly jobs?: number; readonly onProgress?: (progress: Progress) => void }): Promise<Verdict>
  /** The whole case as canonical JSON (RFC 8785), in pieces. Without the log, two cases of the same reports are the same bytes. */
  export(options?: { readonly log?: boolean }): AsyncGenerator<string>
  close(): Promise<void>
}

/** Makes a new case in `file`. Throws a Fault where the file exists or cannot be made. */
export function newCase(file: string, options: By & { readonly name?: string; readonly known?: Known }): Promise<Case> {
  const { by, at, name = basename(file).replace(/\.parley$/, ''), known = NOTHING_KNOWN } = options
  return Promise.resolve().then(() => {
    createStore(file, { by, at, name, known })
    return new OpenCase(openStore(file))
  })
}

/** Opens the case in `file`. Throws a Fault where it is not one, is newer, is damaged, or cannot be read. `wait`: milliseconds that a writer waits for another. */
export function openCase(file: string, options: { readonly readOnly?: boolean; readonly wait?: number } = {}): Promise<Case> {
  return Promise.resolve().then(() => new OpenCase(openStore(file, options)))
}

class OpenCase implements Case {
  readonly ask: Ask
  private readonly store: Store
  private shelf: CardShelf

  constructor(store: Store) {
    this.store = store
    this.shelf = store.shelf()
    this.ask = store.ask
  }

  get file(): string {
    return this.store.file
  }

  get readOnly(): boolean {
    return this.store.readOnly
  }

  counts(): { readonly reports: number; readonly last: number; readonly underived: number } {
    return this.store.counts()
  }

  async *add(inputs: AsyncIterable<Input> | Iterable<Input>, options: AddOptions): AsyncGenerator<Added> {
    const known = this.store.known()
    const stamp = sha256(canonical(known))
    const fresh = (input: Input): Report | undefined => ('report' in input && this.store.numberOf(input.report.id) === undefined ? input.report : undefined)
    const waiting: Analysed<Input, Derived>[] = []
    let since = Number.NEGATIVE_INFINITY
    for await (const one of analyseAll<Input, Derived>(inputs, fresh, { jobs: options.jobs ?? 1, known, signal: options.signal, work: DERIVE })) {
      waiting.push(one)
      if (waiting.length < TOGETHER && performance.now() - since < PACE) continue
      if (options.signal?.aborted) return
      yield* this.placeSome(waiting, stamp, options)
      since = performance.now()
    }
    while (waiting.length > 0 && !options.signal?.aborted) yield* this.placeSome(waiting, stamp, options)
  }

  /** Takes reports off the list one by one, as many as there is time for, and commits them together: only then is each said to be there. */
  private placeSome(waiting: Analysed<Input, Derived>[], known: string, options: AddOptions): Added[] {
    const until = performance.now() + PACE
    return this.store.together(() => {
      const placed: Added[] = []
      for (let one = waiting.shift(); one; one = performance.now() < until ? waiting.shift() : undefined) placed.push(this.place(one, known, options))
      return placed
    })
  }

  private place({ item: input, result, error: failed }: Analysed<Input, Derived>, known: string, { by, at, why }: AddOptions): Added {
    const { source } = input
    if ('error' in input) return { source, as: 'failed', ...(input.id !== undefined && { key: input.id }), error: input.error }
    const { report, original } = input
    const named = { source, report: report.id, ...(report.key !== undefined && { key: report.key }) }
    if (failed) return { source, as: 'failed', ...(report.key !== undefined && { key: report.key }), error: failed }
    const there = this.store.numberOf(report.id)
    if (there !== undefined || result === undefined) return { ...named, as: 'already', number: there ?? 0, records: 0 }
    return {
      ...named,
      ...this.store.put({ report, layout: layoutOf(result), known, by, at, ...(original && { original }), ...(why !== undefined && { why }) }, () => {
        compareDerived(result, this.shelf)
      }),
    }
  }

  remove(report: string, { by, at, why }: By & { readonly why?: string }): Promise<Removed> {
    return this.store.remove(report, { by, at, ...(why !== undefined && { why }) }, id => {
      removeCard(id, this.shelf)
    })
  }

  async *rebuild(options: AddOptions & { readonly known?: Known }): AsyncGenerator<Progress> {
    const { by, at, why } = options
    this.store.reset({ by, at, ...(why !== undefined && { why }) }, options.known)
    yield* deriveAll(this.store, this.store, options)
    this.shelf = this.store.shelf()
  }

  async verify(options: { readonly jobs?: number; readonly onProgress?: (progress: Progress) => void } = {}): Promise<Verdict> {
    const checked = this.store.check()
    const first = checked.first ?? (await this.compareDerived(options))
    return { ok: first === undefined, ...checked, ...(first && { first }) }
  }

  /** Derives everything into a scratch case and compares the two, row by row. */
  private async compareDerived({
    jobs,
    onProgress,
  }: {
    readonly jobs?: number
    readonly onProgress?: (progress: Progress) => void
  }): Promise<FaultView | undefined> {
    const folder = mkdtempSync(join(tmpdir(), 'parley-verify-'))
    const scratch = this.store.scratch(join(folder, 'scratch.parley'))
    try {
      for await (const progress of deriveAll(this.store, scratch, { ...(jobs !== undefined && { jobs }) })) onProgress?.(progress)
      return this.store.compare(scratch)
    } finally {
      await scratch.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }

  async *export(options: { readonly log?: boolean } = {}): AsyncGenerator<string> {
    const { findings, utterances } = await this.store.found()
    yield `{"analyses":[`
    let comma = ''
    for await (const { number } of this.store.reports('id')) {
      yield `${comma}${canonical(await this.store.analysis(number))}`
      comma = ','
    }
    yield `],"findings":${canonical(findings)},"known":${canonical(this.store.known())}`
    if (options.log ?? true) yield* this.exportLog()
    yield `,"parley":1,"utterances":${canonical(utterances)}}\n`
  }

  private async *exportLog(): AsyncGenerator<string> {
    yield `,"log":[`
    let comma = ''
    for await (const entry of this.store.entries()) {
      yield `${comma}${canonical(entry)}`
      comma = ','
    }
    yield ']'
  }

  close(): Promise<void> {
    return this.store.close()
  }
}

/** Derives every report of one store, in the order of adding, into another or into itself. */
async function* deriveAll(from: Store, into: Store, options: { readonly jobs?: number; readonly signal?: AbortSignal }): AsyncGenerator<Progress> {
  const known = from.known()
  const stamp = sha256(canonical(known))
  const total = from.counts().reports
  const shelf: CardShelf = into.shelf()
  let done = 0
  const work = { jobs: options.jobs ?? 1, known, signal: options.signal, work: DERIVE }
  for await (const { item, result, error } of analyseAll<{ number: number; report: Report }, Derived>(from.reports(), one => one.report, work)) {
    if (result === undefined) throw new Error(error?.message ?? `Report ${String(item.number)} was not analysed.`)
    into.derive(item.number, { report: item.report, layout: layoutOf(result), known: stamp }, () => {
      compareDerived(result, shelf)
    })
    yield { done: ++done, total }
  }
}
