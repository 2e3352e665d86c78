import type Database from 'better-sqlite3'
import { canonical, sha256, type Report, type Statement } from '#model'
import { READING, unnamedWords, type Layout } from './layout.ts'
import { appendEntry } from './log.ts'
import type { Connection } from './open.ts'
import { publishedDay } from './rows.ts'

/** A report to be kept, with what was read in it laid out, its bytes as they came, and who adds it, when and why. */
export interface Entrance {
  readonly report: Report
  readonly layout: Layout
  readonly known: string
  readonly original?: { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string }
  readonly by: string
  readonly at: string
  readonly why?: string
}

export interface Placed {
  readonly as: 'added' | 'already'
  readonly number: number
  readonly records: number
}

/** Records a report may have: its number times this is the number of its first. So a record's number is the same whatever else the case holds. */
const RECORDS = 2 ** 20

const INSERTS = {
  report: insertInto('report', 'number id key publisher headline url language published known day added added_by text_hash original given text'),
  original: 'INSERT OR IGNORE INTO original (hash, bytes) VALUES (?, ?)',
  who: `${insertInto('who', 'n id name kind mentions statements positions reports')} ON CONFLICT (n) DO UPDATE SET
    mentions = mentions + excluded.mentions, statements = statements + excluded.statements, positions = positions + excluded.positions, reports = reports + 1`,
  // Most who are named say nothing there: what is ordered by their statements and positions is then left alone.
  named: `${insertInto('who', 'n id name kind mentions statements positions reports')} ON CONFLICT (n) DO UPDATE SET
    mentions = mentions + excluded.mentions, reports = reports + 1`,
  cast: insertInto('cast', 'report actor pos who of mentions json'),
  record: insertInto('record', 'n report said kind pos id start end sentence rule first last line day issue value who party series json'),
  part: insertInto('part', 'record role who kind day').replace('INSERT', 'INSERT OR IGNORE'),
  topic: insertInto('topic', 'record issue kind day'),
  tally: `${insertInto('tally', 'kind at count')} ON CONFLICT DO UPDATE SET count = count + excluded.count`,
  reading: insertInto('reading', `report known ${READING.join(' ')}`),
  voice: insertInto('voice', 'report party speaker named statements'),
  quoted: `${insertInto('quoted', 'publisher role who statements')} ON CONFLICT DO UPDATE SET statements = statements + excluded.statements`,
  unnamed: `${insertInto('unnamed', 'publisher words record statements')} ON CONFLICT DO UPDATE SET
    statements = statements + excluded.statements, record = min(record, excluded.record)`,
  note: insertInto('note', 'report pos code json'),
  report_words: insertInto('report_words', 'rowid headline text'),
  statement_words: insertInto('statement_words', 'rowid text'),
} as const

function insertInto(table: string, columns: string): string {
  const names = columns.split(' ')
  return `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
}

/** Writes reports and what is derived from them, by statements that are prepared once. */
export class Putter {
  private readonly on: Connection
  private readonly queries = new Map<string, Database.Statement>()

  constructor(on: Connection) {
    this.on = on
  }

  /** Adds one report in one transaction, with what `also` does beside it; a report that is there already is left as it is. */
  put(entrance: Entrance, also?: () => void): Placed {
    return this.whole(() => {
      const placed = this.place(entrance)
      if (placed.as === 'added') also?.()
      return placed
    })
  }

  /** Derives one report anew, in one transaction. */
  derive(number: number, { report, layout, known }: Pick<Entrance, 'report' | 'layout' | 'known'>, also?: () => void): void {
    this.whole(() => {
      this.writeLayout(number, report, layout, known)
      also?.()
    })
  }

  /**
   * Does all of it or nothing. Inside a transaction that several reports share it is no savepoint: at each of those SQLite would write out
   * the index of words, and what throws undoes the shared transaction anyway.
   */
  private whole<T>(work: () => T): T {
    return this.on.raw.inTransaction ? work() : this.on.raw.transaction(work).immediate()
  }

  private place(entrance: Entrance): Placed {
    const { report, layout } = entrance
    const there = this.one('SELECT number FROM report WHERE id = ?', report.id)
    if (there !== undefined) return { as: 'already', number: there, records: 0 }
    const number = Math.max(this.one('SELECT max(number) FROM report') ?? 0, this.one('SELECT max(number) FROM removed') ?? 0) + 1
    this.writeReport(number, entrance)
    this.writeLayout(number, report, layout, entrance.known)
    return { as: 'added', number, records: layout.records.length }
  }

  private writeReport(number: number, { report, original, by, at, why }: Entrance): void {
    const { text, ...rest } = report
    const given = canonical(rest)
    const hashes = { text: sha256(text), given: sha256(given), original: original ? sha256(original.bytes) : null }
    if (original) this.query(INSERTS.original).run(hashes.original, original.bytes)
    this.query(INSERTS.report).run(
      number,
      report.id,
      report.key ?? null,
      report.publisher,
      report.headline ?? null,
      report.url ?? null,
      report.language,
      report.published ?? null,
      report.publishedKnown ?? null,
      publishedDay(report.published),
      at,
      by,
      hashes.text,
      hashes.original,
      given,
      text,
    )
    const about = [{ report: report.id, ...(report.key !== undefined && { key: report.key }), span: [0, text.length] as const }]
    const value = { number, ...hashes, ...(original && { name: original.name, mediaType: original.mediaType, bytes: original.bytes.length }) }
    appendEntry(this.on.raw, { at, by, kind: 'import', about, value, ...(why !== undefined && { why }) }, report.id)
  }

  private writeLayout(number: number, { headline, text, publisher }: Report, layout: Layout, known: string): void {
    const base = number * RECORDS
    if (layout.records.length >= RECORDS) throw new RangeError(`${String(layout.records.length)} records; a report may have ${String(RECORDS)}.`)
    const [engine, ...counts] = layout.reading
    this.query(INSERTS.reading).run(number, known, engine, ...counts)
    for (const row of layout.who) this.query(row[5] + row[6] > 0 ? INSERTS.who : INSERTS.named).run(...row, 1)
    const cast = this.query(INSERTS.cast)
    for (const row of layout.cast) cast.run(number, ...row)
    this.writeRecords(number, base, layout)
    const tally = this.query(INSERTS.tally)
    for (const row of layout.tally) tally.run(...row)
    const voice = this.query(INSERTS.voice)
    for (const row of layout.voices) voice.run(number, ...row)
    const quoted = this.query(INSERTS.quoted)
    for (const row of layout.quoted) quoted.run(publisher ?? '', ...row)
    const unnamed = this.query(INSERTS.unnamed)
    for (const [words, place, count] of layout.unnamed) unnamed.run(publisher ?? '', words, base + place, count)
    const note = this.query(INSERTS.note)
    for (const row of layout.notes) note.run(number, ...row)
    this.query(INSERTS.report_words).run(number, headline ?? '', text)
  }

  private writeRecords(number: number, base: number, { records, parts, topics, words }: Layout): void {
    const record = this.query(INSERTS.record)
    records.forEach(([said, ...rest], index) => record.run(base + index, number, said === null ? null : base + said, ...rest))
    const part = this.query(INSERTS.part)
    for (const [place, ...rest] of parts) part.run(base + place, ...rest)
    const topic = this.query(INSERTS.topic)
    for (const [place, ...rest] of topics) topic.run(base + place, ...rest)
    const spoken = this.query(INSERTS.statement_words)
    for (const [place, text] of words) spoken.run(base + place, text)
  }

  /** Takes out of the tables what `layout` put in: what stays is what never adding the report would have given. */
  takeOut(number: number, { publisher }: Report, layout: Layout): void {
    const base = number * RECORDS
    for (const text of REMOVALS) this.query(text).run(number)
    for (const text of RECORD_REMOVALS) this.query(text).run(base, base + RECORDS)
    for (const [place] of layout.words) this.query('DELETE FROM statement_words WHERE rowid = ?').run(base + place)
    const who = this.query('UPDATE who SET mentions = mentions - ?, statements = statements - ?, positions = positions - ?, reports = reports - 1 WHERE n = ?')
    for (const [n, , , , mentions, statements, positions] of layout.who) who.run(mentions, statements, positions, n)
    const tally = this.query('UPDATE tally SET count = count - ? WHERE kind = ? AND at = ?')
    for (const [kind, day, count] of layout.tally) tally.run(count, kind, day)
    const quoted = this.query('UPDATE quoted SET statements = statements - ? WHERE publisher = ? AND role = ? AND who = ?')
    for (const [role, n, count] of layout.quoted) quoted.run(count, publisher ?? '', role, n)
    const unnamed = this.query('UPDATE unnamed SET statements = statements - ? WHERE publisher = ? AND words = ?')
    for (const [words, , count] of layout.unnamed) unnamed.run(count, publisher ?? '', words)
    for (const text of EMPTIED) this.query(text).run()
    this.nameFirst(publisher, base)
  }

  /** Where the words for an unnamed source were first told in a report that is gone, the next statement that bears them takes its place. */
  private nameFirst(publisher: string | null, base: number): void {
    const left = this.query('SELECT words FROM unnamed WHERE publisher = ? AND record BETWEEN ? AND ?').all(publisher ?? '', base, base + RECORDS)
    const open = new Set((left as { words: string }[]).map(row => row.words))
    if (open.size === 0) return
    const told = this.query(
      "SELECT n, record.json, text FROM report JOIN record ON record.report = number WHERE publisher IS ? AND kind = 'statement' ORDER BY n",
    ).all(publisher) as { n: number; json: string; text: string }[]
    for (const { n, json, text } of told) {
      const words = unnamedWords(JSON.parse(json) as Statement, text)
      if (words !== undefined && open.delete(words))
        this.query('UPDATE unnamed SET record = ? WHERE publisher = ? AND words = ?').run(n, publisher ?? '', words)
    }
  }

  private query(text: string): Database.Statement {
    let statement = this.queries.get(text)
    if (!statement) this.queries.set(text, (statement = this.on.raw.prepare(text)))
    return statement
  }

  /** The one number that a query gives, undefined where there is no row or null. */
  private one(text: string, ...values: readonly unknown[]): number | undefined {
    const value = this.query(text)
      .raw()
      .get(...values) as readonly (number | null)[] | undefined
    return value?.[0] ?? undefined
  }
}

const REMOVALS = [...['reading', 'cast', 'voice', 'note'].map(table => `DELETE FROM ${table} WHERE report = ?`), 'DELETE FROM report_words WHERE rowid = ?']
const RECORD_REMOVALS = [
  ...['part', 'topic'].map(table => `DELETE FROM ${table} WHERE record >= ? AND record < ?`),
  'DELETE FROM record WHERE n >= ? AND n < ?',
]
const EMPTIED = ['who WHERE reports = 0', 'tally WHERE count = 0', 'quoted WHERE statements = 0', 'unnamed WHERE statements = 0'].map(
  rest => `DELETE FROM ${rest}`,
)
