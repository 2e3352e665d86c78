import { closeSync, existsSync, linkSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely'
import { Fault } from '#model'
import { faultOf, notACase } from './fault.ts'
import { APPLICATION_ID, MIGRATIONS } from './migrations.ts'
import type { Tables } from './tables.ts'

/** An open case file: queries by Kysely, transactions by hand on the one connection beneath. */
export interface Connection {
  readonly file: string
  readonly readOnly: boolean
  readonly db: Kysely<Tables>
  readonly raw: Database.Database
}

/** How long a writer waits for another, in milliseconds. */
export const WAIT = 10_000
const STATEMENTS_KEPT = 400
/** Pages of 4 kB that the log ahead of the file may hold before they are moved into it: 64 MB, so that many reports share one move. */
const PAGES_AHEAD = 16_384

/** Opens a case. A read-only folder is read without touching it. Throws a Fault where it is no case, newer, damaged or out of reach. */
export function openFile(file: string, options: { readonly readOnly?: boolean; readonly wait?: number } = {}): Connection {
  if (!existsSync(file))
    throw new Fault('no-such-file', 'There is no such case.', { place: file, mend: 'Make one with `parley new`, or name another with --case FILE.' })
  try {
    if (!isCase(file)) throw notACase(file)
    const readOnly = options.readOnly ?? false
    const wait = options.wait ?? WAIT
    let raw = connect(file, readOnly, wait)
    checkVersion(raw, file)
    if (readOnly && versionOf(raw) < MIGRATIONS.length) {
      raw.close()
      bringUp(file, wait)
      raw = connect(file, readOnly, wait)
    }
    if (!readOnly) migrate(raw)
    return { file, readOnly, raw, db: kyselyOn(raw) }
  } catch (error) {
    throw faultOf(error, file)
  }
}

/** Makes a new case file with `fill`; whole or not at all. Throws a Fault where the file exists or cannot be made. */
export function createFile(file: string, fill: (raw: Database.Database) => void): void {
  if (existsSync(file)) throw exists(file)
  const draft = `${file}.new-${String(process.pid)}`
  try {
    rmSync(draft, { force: true })
    const raw = new Database(draft)
    raw.pragma('synchronous = FULL')
    raw.transaction(() => {
      raw.pragma(`application_id = ${String(APPLICATION_ID)}`)
      migrate(raw)
      fill(raw)
    })()
    raw.close()
    linkSync(draft, file)
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') throw exists(file)
    throw folderFault(error, file)
  } finally {
    rmSync(draft, { force: true })
    rmSync(`${draft}-journal`, { force: true })
  }
}

function exists(file: string): Fault {
  return new Fault('exists', 'There is a file of this name already; it is left as it is.', {
    place: file,
    mend: 'Choose another name, or add to the case with `parley add`.',
  })
}

/** A folder that is not there is the commonest reason why a case cannot be made. */
function folderFault(error: unknown, file: string): unknown {
  const missing = error instanceof TypeError && error.message.includes('directory does not exist')
  if (!missing) return faultOf(error, file)
  return new Fault('cannot-write', 'The folder for the new case is not there.', {
    place: file,
    mend: 'Make the folder first, or choose another.',
    cause: error,
  })
}

function connect(file: string, readOnly: boolean, wait: number): Database.Database {
  if (!readOnly) return settings(new Database(file, { timeout: wait, fileMustExist: true }), false)
  const raw = new Database(file, { timeout: wait, fileMustExist: true, readonly: true })
  try {
    return settings(raw, true)
  } catch (error) {
    raw.close()
    if (!/^SQLITE_(CANTOPEN|READONLY)/.test((error as { code?: string }).code ?? '') || existsSync(`${file}-wal`)) throw error
    return settings(inMemory(file), true)
  }
}

/** A case in a folder that may not be written has no place for SQLite's shared memory: it is read as a copy in memory, its header set from WAL to rollback. */
function inMemory(file: string): Database.Database {
  const bytes = readFileSync(file)
  bytes[18] = 1
  bytes[19] = 1
  return new Database(bytes, { readonly: true })
}

function settings(raw: Database.Database, readOnly: boolean): Database.Database {
  if (!readOnly) {
    raw.pragma('journal_mode = WAL')
    raw.pragma('synchronous = FULL')
    raw.pragma(`wal_autocheckpoint = ${String(PAGES_AHEAD)}`)
  }
  raw.pragma('foreign_keys = ON')
  raw.pragma('cache_size = -32768')
  raw.pragma('temp_store = MEMORY')
  raw.prepare('SELECT count(*) FROM sqlite_master').get()
  return raw
}

/** Whether the file's first page says that it is a case; looked at before SQLite touches it, so that no other file is ever changed. */
function isCase(file: string): boolean {
  if (statSync(file).isDirectory()) return false
  const head = Buffer.alloc(100)
  const from = openSync(file, 'r')
  try {
    return readSync(from, head, 0, 100, 0) === 100 && head.toString('latin1', 0, 16) === 'SQLite format 3\0' && head.readUInt32BE(68) === APPLICATION_ID
  } finally {
    closeSync(from)
  }
}

function versionOf(raw: Database.Database): number {
  return Number(raw.pragma('user_version', { simple: true }))
}

/** A case of an older version is brought up before it is read; where it may not be written, that is said. */
function bringUp(file: string, wait: number): void {
  try {
    const raw = connect(file, false, wait)
    migrate(raw)
    raw.close()
  } catch (cause) {
    throw new Fault('cannot-write', 'The case was made by an older Parley and cannot be brought up to this one where it lies.', {
      place: file,
      mend: 'Copy it to a folder that may be written, and open the copy.',
      cause,
    })
  }
}

function checkVersion(raw: Database.Database, file: string): void {
  const version = versionOf(raw)
  if (version <= MIGRATIONS.length) return
  throw new Fault('newer-version', `The case has version ${String(version)}; this Parley knows versions up to ${String(MIGRATIONS.length)}.`, {
    place: file,
    mend: 'Open it with the newer Parley that wrote it. Nothing was changed.',
  })
}

/** Brings a case to the newest version, one numbered step at a time; a second run does nothing. */
function migrate(raw: Database.Database): void {
  const version = versionOf(raw)
  if (version >= MIGRATIONS.length) return
  raw
    .transaction(() => {
      MIGRATIONS.slice(version).forEach((step, index) => {
        raw.exec(step)
        raw.pragma(`user_version = ${String(version + index + 1)}`)
      })
    })
    .immediate()
}

/** Kysely over the connection, with the statements it prepares kept for the next time. */
function kyselyOn(raw: Database.Database): Kysely<Tables> {
  const kept = new Map<string, Database.Statement>()
  const database = {
    close: () => raw.close(),
    prepare(text: string): Database.Statement {
      const known = kept.get(text)
      if (known) return known
      const made = raw.prepare(text)
      if (kept.size >= STATEMENTS_KEPT) kept.clear()
      kept.set(text, made)
      return made
    },
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: database as unknown as SqliteDatabase }) })
}
