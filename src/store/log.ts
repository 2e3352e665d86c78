import type Database from 'better-sqlite3'
import { canonical, NO_ENTRY, sealEntry, sha256, type Entry } from '#model'

/** Appends an entry, sealed over the one before it. Call it inside the transaction that does what the entry tells. */
export function appendEntry(
  raw: Database.Database,
  given: Omit<Entry, 'seq' | 'previous' | 'hash' | 'about'> & { about: readonly unknown[] },
  report: string | null = null,
): Entry {
  const last = raw.prepare('SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1').get() as { seq: number; hash: string } | undefined
  const entry = sealEntry({ seq: (last?.seq ?? 0) + 1, ...given, about: given.about as Entry['about'], previous: last?.hash ?? NO_ENTRY })
  const { hash, ...body } = entry
  raw.prepare('INSERT INTO log (seq, report, body, hash) VALUES (?, ?, ?, ?)').run(entry.seq, report, canonical(body), hash)
  return entry
}

/** A row of the log as it lies in the file. */
export interface LogRow {
  readonly seq: number
  readonly report: string | null
  readonly body: string
  readonly hash: string
}

/** What is wrong with a row of the log that should follow `previous`; undefined where it holds. */
export function faultOfEntry(row: LogRow, seq: number, previous: string): string | undefined {
  if (row.seq !== seq) return `entry ${String(seq)} is missing; entry ${String(row.seq)} stands in its place`
  if (sha256(row.body) !== row.hash) return `entry ${String(seq)} does not have the hash it was sealed with`
  const entry = JSON.parse(row.body) as Omit<Entry, 'hash'>
  if (entry.seq !== seq) return `entry ${String(seq)} calls itself ${String(entry.seq)}`
  if (entry.previous !== previous) return `entry ${String(seq)} does not follow the entry before it`
  if (entry.about[0]?.report !== (row.report ?? entry.about[0]?.report)) return `entry ${String(seq)} is filed under another report`
  return undefined
}
