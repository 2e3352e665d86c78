import type Database from 'better-sqlite3'
import { canonical, NO_ENTRY, sha256, type Entry, type FaultView, type Report } from '#model'
import { faultOfEntry, type LogRow } from './log.ts'
import type { Connection } from './open.ts'
import { publishedDay } from './rows.ts'
import type { ReportTable } from './tables.ts'

/** How much was looked at, and the first thing wrong. */
export interface Checked {
  reports: number
  originals: number
  entries: number
  /** Reports that were taken out: their texts are looked at too. */
  removed: number
  first?: FaultView
}

const MEND = 'Something other than Parley changed the file, or the disk failed. Take the last good copy; `parley verify` shows whether it is whole.'

function wrong(message: string, place: string): FaultView {
  return { code: 'damaged', message, place, mend: MEND }
}

/** Checks all that was given: SQLite's own structure, the log's chain, and texts and originals by the hashes in the log. */
export function checkGiven(on: Connection): Checked {
  const checked: Checked = { reports: 0, originals: 0, entries: 0, removed: 0 }
  const first = checkStructure(on.raw) ?? checkLog(on.raw, checked) ?? checkMeta(on.raw) ?? checkCounts(on.raw, checked)
  return first ? { ...checked, first } : checked
}

function checkStructure(raw: Database.Database): FaultView | undefined {
  const [row] = raw.pragma('integrity_check(1)') as { integrity_check: string }[]
  return row?.integrity_check === 'ok' ? undefined : wrong(`SQLite finds the file damaged: ${row?.integrity_check ?? 'no answer'}`, 'the case file')
}

/** Walks the log from its first entry and looks at each report as its entry comes up. */
function checkLog(raw: Database.Database, checked: Checked): FaultView | undefined {
  let previous = NO_ENTRY
  for (const row of raw.prepare('SELECT seq, report, body, hash FROM log ORDER BY seq').iterate() as IterableIterator<LogRow>) {
    const seq = checked.entries + 1
    const fault = faultOfEntry(row, seq, previous)
    if (fault !== undefined) return wrong(`The log does not hold: ${fault}.`, `log, entry ${String(seq)}`)
    previous = row.hash
    checked.entries = seq
    const entry = JSON.parse(row.body) as Omit<Entry, 'hash'>
    const found = row.report === null ? undefined : checkAbout(raw, entry, row.report, checked)
    if (found) return found
  }
  return undefined
}

/** What an entry says of a report must be so. */
function checkAbout(raw: Database.Database, entry: Omit<Entry, 'hash'>, id: string, checked: Checked): FaultView | undefined {
  if (entry.kind === 'import') return checkReport(raw, entry, id, checked)
  if (entry.kind !== 'remove') return undefined
  checked.removed++
  const { number } = entry.value as unknown as Sealed
  const row = raw.prepare('SELECT 1 FROM removed WHERE number = ? AND id = ?').get(number, id)
  return row ? undefined : wrong('A report that the log says was taken out does not lie with those.', `report ${String(number)} (${id.slice(0, 12)})`)
}

interface Sealed {
  readonly number: number
  readonly text: string
  readonly given: string
  readonly original: string | null
}

function checkReport(raw: Database.Database, entry: Omit<Entry, 'hash'>, id: string, checked: Checked): FaultView | undefined {
  const sealed = entry.value as unknown as Sealed
  const place = `report ${String(sealed.number)} (${id.slice(0, 12)})`
  const there = raw.prepare('SELECT * FROM report WHERE number = ?').get(sealed.number) as ReportTable | undefined
  const row = there ?? (raw.prepare('SELECT * FROM removed WHERE number = ?').get(sealed.number) as ReportTable | undefined)
  if (!row) return wrong('A report that the log tells of is not there.', place)
  if (there) checked.reports++
  if (sha256(row.text) !== sealed.text) return wrong('The text is not the one that was added: its hash differs.', `${place}, text`)
  if (sha256(row.given) !== sealed.given) return wrong('What was given with the text is not what was added: its hash differs.', `${place}, given`)
  return checkColumns(row, entry, sealed, id, place) ?? checkOriginal(raw, sealed.original, place, checked)
}

/** The columns of a report repeat what is sealed; they must say the same. */
function checkColumns(row: ReportTable, entry: Omit<Entry, 'hash'>, sealed: Sealed, id: string, place: string): FaultView | undefined {
  const given = JSON.parse(row.given) as Omit<Report, 'text'>
  const { text: _text, given: _given, ...there } = row
  const expected: typeof there = {
    number: sealed.number,
    id,
    key: given.key ?? null,
    publisher: given.publisher,
    headline: given.headline ?? null,
    url: given.url ?? null,
    language: given.language,
    published: given.published ?? null,
    known: given.publishedKnown ?? null,
    day: publishedDay(given.published),
    added: entry.at,
    added_by: entry.by,
    text_hash: sealed.text,
    original: sealed.original,
  }
  const column = (Object.keys(expected) as (keyof typeof there)[]).find(name => expected[name] !== there[name])
  if (column !== undefined) return wrong(`The column ${column} does not say what was given.`, `${place}, ${column}`)
  return given.id === id ? undefined : wrong('The report has another id than the log gives it.', `${place}, id`)
}

function checkOriginal(raw: Database.Database, hash: string | null, place: string, checked: Checked): FaultView | undefined {
  if (hash === null) return undefined
  const row = raw.prepare('SELECT bytes FROM original WHERE hash = ?').get(hash) as { bytes: Uint8Array } | undefined
  if (!row) return wrong('The original bytes are not there.', `${place}, original`)
  checked.originals++
  return sha256(row.bytes) === hash ? undefined : wrong('The original bytes are not those that were added: their hash differs.', `${place}, original`)
}

/** The name, the day and the known of the case are sealed by the entries that set them. */
function checkMeta(raw: Database.Database): FaultView | undefined {
  const meta = Object.fromEntries((raw.prepare('SELECT key, value FROM meta').all() as { key: string; value: string }[]).map(row => [row.key, row.value]))
  const bodies = (raw.prepare('SELECT body FROM log WHERE report IS NULL ORDER BY seq').all() as { body: string }[]).map(
    row => JSON.parse(row.body) as Omit<Entry, 'hash'>,
  )
  const made = bodies[0]
  const value = (made?.value ?? {}) as { name?: string }
  if (!made || meta.name !== value.name || meta.created !== made.at) return wrong('The name or the day of the case is not what its first entry says.', 'meta')
  const known = bodies
    .map(body => (body.value as { known?: unknown } | undefined)?.known)
    .filter(one => one !== undefined)
    .at(-1)
  return meta.known === canonical(known) ? undefined : wrong('What the case knows beforehand is not what the log says.', 'meta, known')
}

function checkCounts(raw: Database.Database, checked: Checked): FaultView | undefined {
  const { n } = raw.prepare('SELECT count(*) AS n FROM report').get() as { n: number }
  if (n !== checked.reports) return wrong(`There are ${String(n)} reports; the log tells of ${String(checked.reports)}.`, 'reports')
  const { gone } = raw.prepare('SELECT count(*) AS gone FROM removed').get() as { gone: number }
  if (gone !== checked.removed) return wrong(`${String(gone)} reports were taken out; the log tells of ${String(checked.removed)}.`, 'removed')
  const { bare } = raw
    .prepare(
      'SELECT count(*) AS bare FROM original WHERE hash NOT IN (SELECT original FROM report WHERE original IS NOT NULL UNION SELECT original FROM removed WHERE original IS NOT NULL)',
    )
    .get() as {
    bare: number
  }
  return bare === 0 ? undefined : wrong(`${String(bare)} originals belong to no report.`, 'originals')
}
