import type Database from 'better-sqlite3'
import { canonical, sha256, type Analysis, type Report, type Statement } from '#model'
import { CastBook, type Voice } from './cast.ts'
import { appendEntry } from './log.ts'
import type { Connection } from './open.ts'
import { dayOf, publishedDay, rowsOf, whoId, type Row } from './rows.ts'
import type { Tables } from './tables.ts'

/** A report to be kept, with what was read in it, its bytes as they came, and who adds it, when and why. */
export interface Entrance {
  readonly report: Report
  readonly analysis: Analysis
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

type Write<T> = (row: T) => void

/** Writes reports and what is derived from them. Statements are compiled once by Kysely and run on the connection beneath. */
export class Putter {
  private readonly on: Connection
  private readonly inserts = new Map<string, Database.Statement>()
  private readonly queries = new Map<string, Database.Statement>()

  constructor(on: Connection) {
    this.on = on
  }

  /** Adds one report in one transaction, with what `also` does beside it; a report that is there already is left as it is. */
  put(entrance: Entrance, also?: () => void): Placed {
    return this.on.raw
      .transaction(() => {
        const placed = this.place(entrance)
        if (placed.as === 'added') also?.()
        return placed
      })
      .immediate()
  }

  /** Derives one report anew, in one transaction. */
  derive(number: number, analysis: Analysis, known: string, also?: () => void): void {
    this.on.raw
      .transaction(() => {
        this.writeAnalysis(number, analysis, known)
        also?.()
      })
      .immediate()
  }

  private place(entrance: Entrance): Placed {
    const { report, analysis } = entrance
    const there = this.one('SELECT number FROM report WHERE id = ?', report.id)
    if (there !== undefined) return { as: 'already', number: there, records: 0 }
    const number = (this.one('SELECT max(number) FROM report') ?? 0) + 1
    this.writeReport(number, entrance)
    return { as: 'added', number, records: this.writeAnalysis(number, analysis, entrance.known) }
  }

  private writeReport(number: number, { report, original, by, at, why }: Entrance): void {
    const { text, ...rest } = report
    const given = canonical(rest)
    const hashes = { text: sha256(text), given: sha256(given), original: original ? sha256(original.bytes) : null }
    if (original && hashes.original) this.query('INSERT OR IGNORE INTO original (hash, bytes) VALUES (?, ?)').run(hashes.original, original.bytes)
    this.insert('report')({
      number,
      id: report.id,
      key: report.key ?? null,
      publisher: report.publisher,
      headline: report.headline ?? null,
      url: report.url ?? null,
      language: report.language,
      published: report.published ?? null,
      known: report.publishedKnown ?? null,
      day: publishedDay(report.published),
      added: at,
      added_by: by,
      text_hash: hashes.text,
      original: hashes.original,
      given,
      text,
    })
    const about = [{ report: report.id, ...(report.key !== undefined && { key: report.key }), span: [0, text.length] as const }]
    const value = { number, ...hashes, ...(original && { name: original.name, mediaType: original.mediaType, bytes: original.bytes.length }) }
    appendEntry(this.on.raw, { at, by, kind: 'import', about, value, ...(why !== undefined && { why }) }, report.id)
  }

  private writeAnalysis(number: number, analysis: Analysis, known: string): number {
    const rows = rowsOf(analysis)
    const book = new CastBook(analysis)
    const voices = book.voices()
    const who = this.writeCast(number, analysis, book, rows, voices)
    this.writeRecords(number, analysis, rows, who, book)
    this.writeTally(rows)
    this.writeReading(number, analysis, known)
    this.writeVoices(number, voices, who)
    this.writeQuoted(analysis.report.publisher ?? '', analysis.statements, who)
    this.writeUnnamed(analysis)
    analysis.notes.forEach((note, pos) => {
      this.insert('note')({ report: number, pos, code: note.code, json: JSON.stringify(note) })
    })
    this.query('INSERT INTO report_words (rowid, headline, text) VALUES (?, ?, ?)').run(number, analysis.report.headline ?? '', analysis.report.text)
    return rows.length
  }

  /** Writes the actors of a report; gives the number in the case of each. */
  private writeCast(number: number, { actors }: Analysis, book: CastBook, rows: readonly Row[], voices: readonly Voice[]): Map<string, number> {
    const who = new Map(actors.map(actor => [actor.id as string, this.whoNumber(actor.kind, actor.name)]))
    const mentions = book.mentions()
    const grown = new Map<number, { mentions: number; statements: number; positions: number }>()
    const growth = (n: number): { mentions: number; statements: number; positions: number } => {
      let one = grown.get(n)
      if (!one) grown.set(n, (one = { mentions: 0, statements: 0, positions: 0 }))
      return one
    }
    actors.forEach((actor, pos) => {
      const n = who.get(actor.id) ?? 0
      const party = book.party(actor.id)
      const of = party === actor.id ? null : (who.get(party) ?? null)
      this.insert('cast')({ actor: actor.id, report: number, pos, who: n, of, mentions: mentions.get(actor.id) ?? 0, json: JSON.stringify(actor) })
      growth(n).mentions += mentions.get(actor.id) ?? 0
    })
    for (const { party } of voices) growth(who.get(party) ?? 0).statements++
    for (const row of rows) if (row.kind === 'position') growth(who.get(row.who ?? '') ?? 0).positions++
    const grow = this.query('UPDATE who SET mentions = mentions + ?, reports = reports + 1, statements = statements + ?, positions = positions + ? WHERE n = ?')
    for (const [n, more] of grown) grow.run(more.mentions, more.statements, more.positions, n)
    return who
  }

  private whoNumber(kind: string, name: string): number {
    const id = whoId(kind, name)
    const known = this.one('SELECT n FROM who WHERE id = ?', id)
    if (known !== undefined) return known
    return Number(
      this.query('INSERT INTO who (id, name, kind, mentions, reports, statements, positions) VALUES (?, ?, ?, 0, 0, 0, 0)').run(id, name, kind).lastInsertRowid,
    )
  }

  private writeRecords(number: number, analysis: Analysis, rows: readonly Row[], who: ReadonlyMap<string, number>, book: CastBook): void {
    const base = (this.one('SELECT max(n) FROM record') ?? 0) + 1
    const statements = new Map(rows.flatMap((row, index) => (row.kind === 'statement' ? [[row.id, base + index] as const] : [])))
    rows.forEach((row, index) => {
      const n = base + index
      const [start, end] = row.span
      this.insert('record')({
        n,
        report: number,
        kind: row.kind,
        pos: row.pos,
        id: row.id,
        start,
        end,
        sentence: sentenceOf(analysis.sentences, start),
        said: row.said === null ? null : (statements.get(row.said) ?? null),
        rule: row.rule,
        first: row.bounds.first,
        last: row.bounds.last,
        line: row.line,
        day: row.day,
        issue: row.issues[0] ?? null,
        value: row.value,
        who: who.get(row.who ?? '') ?? null,
        party: row.kind === 'position' ? (who.get(book.party(row.who ?? '')) ?? null) : null,
        series: seriesOf(row, analysis),
        json: row.json,
      })
      for (const [role, actor] of row.parts)
        if (who.has(actor))
          this.query('INSERT OR IGNORE INTO part (record, role, who, kind, day) VALUES (?, ?, ?, ?, ?)').run(n, role, who.get(actor), row.kind, row.day)
      for (const issue of row.issues) this.insert('topic')({ issue, kind: row.kind, record: n, day: row.day })
    })
    analysis.statements.forEach(statement => {
      const words = statement.content.map(([start, end]) => analysis.report.text.slice(start, end)).join(' … ')
      this.query('INSERT INTO statement_words (rowid, text) VALUES (?, ?)').run(statements.get(statement.id), words)
    })
  }

  private writeTally(rows: readonly Row[]): void {
    const counts = new Map<string, number>()
    for (const { kind, bounds } of rows) counts.set(`${kind} ${dayOf(bounds)}`, (counts.get(`${kind} ${dayOf(bounds)}`) ?? 0) + 1)
    const add = this.query('INSERT INTO tally (kind, at, count) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count')
    for (const [key, count] of counts) add.run(...key.split(' '), count)
  }

  private writeReading(number: number, a: Analysis, known: string): void {
    const tally = talliesOf(a.statements)
    const coded = [...a.events, ...a.tracks, ...a.proposals, ...a.positions, ...a.ceasefires, ...a.allegations, ...a.figures, ...a.indicators]
    this.insert('reading')({
      report: number,
      engine: a.engine,
      known,
      characters: a.report.text.length,
      sentences: a.sentences.length,
      statement: a.statements.length,
      time: a.times.length,
      event: a.events.length,
      track: a.tracks.length,
      proposal: a.proposals.length,
      position: a.positions.length,
      ceasefire: a.ceasefires.length,
      allegation: a.allegations.length,
      figure: a.figures.length,
      indicator: a.indicators.length,
      notes: a.notes.length,
      ...tally,
      own: coded.filter(record => record.said === null).length,
      spans: JSON.stringify(a.sentences),
      mentions: JSON.stringify(a.mentions),
    })
  }

  private writeVoices(number: number, voices: readonly Voice[], who: ReadonlyMap<string, number>): void {
    const add = this.query(
      'INSERT INTO voice (party, report, speaker, named, statements) VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET statements = statements + 1',
    )
    for (const { party, speaker, named } of voices) add.run(who.get(party) ?? 0, number, named ? String(who.get(speaker) ?? speaker) : speaker, named ? 1 : 0)
  }

  private writeQuoted(publisher: string, statements: readonly Statement[], who: ReadonlyMap<string, number>): void {
    const add = this.query('INSERT INTO quoted (publisher, role, who, statements) VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET statements = statements + 1')
    for (const { chain } of statements) {
      chain.slice(1).forEach((link, index, links) => {
        const n = link.actor ? who.get(link.actor) : undefined
        if (n !== undefined) add.run(publisher, index === links.length - 1 ? 'utterer' : 'through', n)
      })
    }
  }

  private writeUnnamed({ report, statements }: Analysis): void {
    const add = this.query(
      'INSERT INTO unnamed (publisher, words, statements, record) SELECT ?, ?, 1, n FROM record WHERE id = ? LIMIT 1 ON CONFLICT DO UPDATE SET statements = statements + 1',
    )
    for (const { id, chain } of statements) {
      const link = chain.at(-1)
      if (link?.as === 'unnamed' && link.span) add.run(report.publisher ?? '', report.text.slice(link.span[0], link.span[1]).toLowerCase(), id)
    }
  }

  /** An insert of whole rows, compiled once a table. */
  private insert<T extends keyof Tables>(table: T): Write<Record<string, unknown>> {
    return row => {
      let statement = this.inserts.get(table)
      if (!statement) {
        const { sql } = this.on.db
          .insertInto(table)
          .values(row as never)
          .compile()
        this.inserts.set(table, (statement = this.on.raw.prepare(sql)))
      }
      statement.run(...Object.values(row))
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

/** The number of the sentence that holds the offset, from 1; by halving. */
export function sentenceOf(sentences: Analysis['sentences'], offset: number): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.[1] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return Math.min(low + 1, Math.max(1, sentences.length))
}

function talliesOf(statements: readonly Statement[]): { named: number; unnamed: number; unstated: number } {
  const tally = { named: 0, unnamed: 0, unstated: 0 }
  for (const { chain } of statements) {
    const as = chain.at(-1)?.as
    tally[as === 'unstated' ? 'unstated' : as === 'unnamed' || as === 'group' ? 'unnamed' : 'named']++
  }
  return tally
}

/** The series that a figure belongs to: same provider, class, unit, thing counted, population and lump. */
function seriesOf(row: Row, analysis: Analysis): string | null {
  if (!row.series) return null
  const [provider, ...rest] = row.series
  const actor = analysis.actors.find(one => one.id === provider)
  return whoId('series', [actor ? whoId(actor.kind, actor.name) : '', ...rest.map(part => part ?? '')].join('\u0001'))
}
