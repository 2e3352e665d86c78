import type { Ask, FaultView, Known, Report } from '#model'

/** Who does it and when: clock and person come in from the face. */
export interface By {
  readonly by: string
  /** ISO 8601 instant. */
  readonly at: string
}

/** What the read room makes of one file or line. */
export type Input =
  | { readonly source: string; readonly report: Report; readonly original: { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string } }
  | { readonly source: string; readonly id?: string; readonly error: FaultView }

/** What became of one input. `was`: the report that already holds the same publisher, date and text. */
export type Added =
  | { readonly source: string; readonly as: 'added' | 'already'; readonly report: string; readonly number: number; readonly key?: string; readonly records: number }
  | { readonly source: string; readonly as: 'failed'; readonly key?: string; readonly error: FaultView }

/** The outcome of `verify`: how much was looked at, and the first thing wrong, if any. */
export interface Verdict {
  readonly ok: boolean
  readonly reports: number
  readonly originals: number
  readonly entries: number
  readonly first?: FaultView
}

export interface AddOptions extends By {
  readonly jobs?: number
  readonly signal?: AbortSignal
  /** Why these are added; stands in the log. */
  readonly why?: string
}

/** A case: reports in, one sourced record out. One SQLite file. */
export interface Case {
  readonly file: string
  readonly readOnly: boolean
  readonly ask: Ask
  /** Adds reports in the order they come, each in one transaction, and says of each what became of it. */
  add(inputs: AsyncIterable<Input> | Iterable<Input>, options: AddOptions): AsyncGenerator<Added>
  /** Drops everything derived and derives it anew; yields the count done. */
  rebuild(options: AddOptions & { readonly known?: Known }): AsyncGenerator<{ readonly done: number; readonly total: number }>
  verify(options?: { readonly jobs?: number }): Promise<Verdict>
  /** The whole case as canonical JSON (RFC 8785), a line at a time. */
  export(): AsyncGenerator<string>
  close(): Promise<void>
}

/** Opens the case in `file`. Throws a Fault where it is not one, is newer, is damaged, or cannot be read. */
export function openCase(_file: string, _options: { readonly readOnly?: boolean } = {}): Promise<Case> {
  throw new Error('not built yet')
}

/** Makes a new case in `file`; throws a Fault where the file exists. */
export function newCase(_file: string, _options: By & { readonly name?: string; readonly known?: Known }): Promise<Case> {
  throw new Error('not built yet')
}
