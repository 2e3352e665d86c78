import {
  canonical,
  ENGINE,
  Fault,
  knownSchema,
  NOTHING_KNOWN,
  type Analysis,
  type Ask,
  type Entry,
  type FaultView,
  type Finding,
  type Known,
  type Report,
  type Utterance,
} from '#model'
import { readAnalysis, readReport, reportOf } from './analysis.ts'
import { needReport } from './ask/find.ts'
import { askOf } from './ask/index.ts'
import { checkGiven, type Checked } from './check.ts'
import { compareDerived } from './compare.ts'
import { faultOf } from './fault.ts'
import { ShelfTables } from './findings.ts'
import { appendEntry } from './log.ts'
import { RESET } from './migrations.ts'
import { createFile, openFile, type Connection } from './open.ts'
import { layOut } from './layout.ts'
import { Putter, type Entrance, type Placed } from './put.ts'

export { type Checked } from './check.ts'
export type { CardText } from './findings.ts'
export { layOut, type Layout } from './layout.ts'
export { type Entrance, type Placed } from './put.ts'

/** Who does it, when and why: what every entry of the log says. */
export interface Doing {
  readonly by: string
  readonly at: string
  readonly why?: string
}

/** A report that was taken out. */
export interface Removed {
  readonly as: 'removed'
  readonly report: string
  readonly number: number
  readonly records: number
}

/** Makes a case file: whole or not at all. Its first entry seals its name and what it knows beforehand. */
export function createStore(file: string, given: Doing & { readonly name: string; readonly known: Known }): void {
  const { name, known, by, at, why = 'a new case' } = given
  createFile(file, raw => {
    const meta = raw.prepare('INSERT INTO meta (key, value) VALUES (?, ?)')
    for (const [key, value] of Object.entries({ name, created: at, known: canonical(known), engine: ENGINE })) meta.run(key, value)
    appendEntry(raw, { at, by, kind: 'import', about: [], value: { name, known }, why })
  })
}

/** Opens a case file. Throws a Fault where it is no case, newer, damaged, or out of reach. */
export function openStore(file: string, options: { readonly readOnly?: boolean; readonly wait?: number } = {}): Store {
  return new Store(openFile(file, options))
}

/** The tables of one case: what was given, what is derived from it, and the questions to both. */
export class Store {
  readonly ask: Ask
  private readonly on: Connection
  private readonly putter: Putter

  constructor(on: Connection) {
    this.on = on
    this.ask = askOf(on)
    this.putter = new Putter(on)
  }

  get file(): string {
    return this.on.file
  }

  get readOnly(): boolean {
    return this.on.readOnly
  }

  /** What the case knows beforehand. */
  known(): Known {
    const row = this.on.raw.prepare("SELECT value FROM meta WHERE key = 'known'").get() as { value: string } | undefined
    return row ? knownSchema.parse(JSON.parse(row.value)) : NOTHING_KNOWN
  }

  /** The number of a report that is there already. */
  numberOf(id: string): number | undefined {
    return this.guard(() => (this.on.raw.prepare('SELECT number FROM report WHERE id = ?').get(id) as { number: number } | undefined)?.number)
  }

  /** How many reports there are, the greatest number of one, and how many of them are not derived yet. */
  counts(): { reports: number; last: number; underived: number } {
    const { reports, last, underived } = this.on.raw
      .prepare(
        'SELECT (SELECT count(*) FROM report) AS reports, (SELECT coalesce(max(number), 0) FROM report) AS last, (SELECT count(*) FROM report LEFT JOIN reading ON reading.report = number WHERE reading.report IS NULL) AS underived',
      )
      .get() as { reports: number; last: number; underived: number }
    return { reports, last, underived }
  }

  /** Does several things in one transaction; each report put within it stands or falls by itself. What was done lasts once this returns. */
  together<T>(work: () => T): T {
    return this.guard(() => this.on.raw.transaction(work).immediate())
  }

  /** Keeps a report with all that is derived from it, in one transaction. */
  put(entrance: Entrance, also?: () => void): Placed {
    return this.guard(() => this.putter.put(entrance, also))
  }

  /** The reports in the order of adding, or by id. */
  async *reports(order: 'number' | 'id' = 'number'): AsyncGenerator<{ number: number; report: Report }> {
    let after: number | string = order === 'number' ? 0 : ''
    for (;;) {
      const rows = await this.on.db
        .selectFrom('report')
        .select(['number', 'id', 'given', 'text'])
        .where(order, '>', after as never)
        .orderBy(order)
        .limit(100)
        .execute()
      for (const row of rows) yield { number: row.number, report: reportOf(row) }
      const last = rows.at(-1)
      if (!last) return
      after = last[order]
    }
  }

  /** One analysis, put together again from its rows. */
  analysis(number: number): Promise<Analysis | undefined> {
    return readAnalysis(this.on, number)
  }

  /** Drops all that is derived. Where `known` is given, it takes the place of what the case knew, and the log says so. */
  reset(doing: Doing, known?: Known): void {
    this.guard(() =>
      this.on.raw
        .transaction(() => {
          if (known) {
            this.on.raw.prepare("UPDATE meta SET value = ? WHERE key = 'known'").run(canonical(known))
            appendEntry(this.on.raw, { ...doing, kind: 'import', about: [], value: { known } })
          }
          this.on.raw.exec(RESET)
          this.on.raw.prepare("INSERT INTO meta (key, value) VALUES ('engine', ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(ENGINE)
        })
        .immediate(),
    )
  }

  /** Derives one report anew. */
  derive(number: number, derived: Pick<Entrance, 'report' | 'layout' | 'known'>, also?: () => void): void {
    this.guard(() => {
      this.putter.derive(number, derived, also)
    })
  }

  /** Takes a report out, with all that is derived from it, in one transaction; its text stays beside the log. `also` takes it out of the findings. Throws a Fault where there is none. */
  async remove(meant: string, doing: Doing, also: (report: string) => void): Promise<Removed> {
    const number = await needReport(this.on, meant)
    const analysis = await this.analysis(number)
    const report = analysis?.report ?? (await readReport(this.on, number))
    if (!report) throw new RangeError(`Report ${String(number)} was taken out meanwhile.`)
    const layout = analysis && layOut(analysis)
    this.guard(() =>
      this.on.raw
        .transaction(() => {
          also(report.id)
          if (layout) this.putter.takeOut(number, report, layout)
          this.on.raw.prepare('INSERT INTO removed SELECT * FROM report WHERE number = ?').run(number)
          this.on.raw.prepare('DELETE FROM report WHERE number = ?').run(number)
          const about = [{ report: report.id, ...(report.key !== undefined && { key: report.key }), span: [0, report.text.length] as const }]
          appendEntry(this.on.raw, { ...doing, kind: 'remove', about, value: { number } }, report.id)
        })
        .immediate(),
    )
    return { as: 'removed', number, records: layout?.records.length ?? 0, report: report.id }
  }

  /** Where the comparing of reports keeps what it needs. Calls belong into `also` of put or derive, so that they stand or fall with the report. */
  shelf<H extends object, C extends H, L, I>(): ShelfTables<H, C, L, I> {
    return new ShelfTables<H, C, L, I>(this.on.raw)
  }

  /** Every entry of the log, in order. */
  async *entries(): AsyncGenerator<Entry> {
    let after = 0
    for (;;) {
      const rows = await this.on.db.selectFrom('log').selectAll().where('seq', '>', after).orderBy('seq').limit(500).execute()
      for (const { body, hash } of rows) yield { ...(JSON.parse(body) as Omit<Entry, 'hash'>), hash }
      after = rows.at(-1)?.seq ?? 0
      if (rows.length === 0) return
    }
  }

  /** Everything that comparing reports shows, by id. */
  async found(): Promise<{ findings: Finding[]; utterances: Utterance[] }> {
    const findings = await this.on.db.selectFrom('finding').select('json').orderBy('id').execute()
    const utterances = await this.on.db.selectFrom('utterance').select('json').orderBy('id').execute()
    return { findings: findings.map(row => JSON.parse(row.json) as Finding), utterances: utterances.map(row => JSON.parse(row.json) as Utterance) }
  }

  /** Checks what was given against the log. */
  check(): Checked {
    try {
      return checkGiven(this.on)
    } catch (error) {
      const fault = faultOf(error, this.file)
      if (!(fault instanceof Fault) && !(fault instanceof SyntaxError)) throw fault
      const first =
        fault instanceof Fault ? fault.toJSON() : { code: 'damaged', message: `What is kept as JSON does not read: ${fault.message}`, place: this.file }
      return { reports: 0, originals: 0, entries: 0, removed: 0, first }
    }
  }

  /** The first way in which what is derived differs from `fresh`, the same derived anew. */
  compare(fresh: Store): FaultView | undefined {
    return compareDerived(this.on, fresh.on)
  }

  /** An empty store beside this one, to derive into for a comparison: nothing in it need last. */
  scratch(file: string): Store {
    createStore(file, { by: 'verify', at: '', name: '', known: this.known() })
    const on = openFile(file)
    on.raw.pragma('foreign_keys = OFF')
    on.raw.pragma('synchronous = OFF')
    return new Store(on)
  }

  async close(): Promise<void> {
    if (!this.readOnly) this.on.raw.pragma('optimize')
    await this.on.db.destroy()
    if (this.on.raw.open) this.on.raw.close()
  }

  private guard<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw faultOf(error, this.file)
    }
  }
}
