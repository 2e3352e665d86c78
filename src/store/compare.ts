import type Database from 'better-sqlite3'
import type { FaultView } from '#model'
import type { Connection } from './open.ts'

/** Derived tables with the order in which their rows are compared, and their rows where these name others by a number of no meaning. */
const COMPARED: readonly (readonly [table: string, order: string, rows?: string])[] = [
  ['reading', 'report'],
  ['record', 'n'],
  ['tally', 'kind, at'],
  ['part', 'record, role, who'],
  ['topic', 'record, issue'],
  ['who', 'n'],
  ['cast', 'report, pos'],
  ['voice', 'party, report, speaker'],
  ['quoted', 'publisher, role, who'],
  ['unnamed', 'publisher, words'],
  ['note', 'report, pos'],
  ['finding', 'id'],
  ['finding_about', 'about, finding'],
  ['utterance', 'id'],
  ['utterance_member', 'report, utterance'],
  ['family', 'id'],
  ['family_member', 'report, family'],
  ['card', 'id', 'SELECT id, keys, head, body FROM card'],
  ['card_key', 'key, id', 'SELECT key, id FROM card_key JOIN card ON n = card'],
  ['cell_item', 'cell, id', 'SELECT cell, id, cell_item.body FROM cell_item JOIN card ON n = card'],
  ['told', 'key, name, party'],
  ['link', 'body', 'SELECT x.id AS id, y.id AS other, node_a, node_b, link.body AS body FROM link JOIN card AS x ON x.n = a JOIN card AS y ON y.n = b'],
]
const INDEXED = ['report_words', 'statement_words'] as const
const MEND = 'Run `parley rebuild`: what is derived is made anew from what was given.'

/** The first row in which what is derived differs from the same derived anew; undefined where nothing does. */
export function compareDerived(stored: Connection, fresh: Connection): FaultView | undefined {
  for (const [table, order, rows = `SELECT * FROM ${table}`] of COMPARED) {
    const found = compareTable(stored.raw, fresh.raw, table, `${rows} ORDER BY ${order}`)
    if (found) return found
  }
  for (const table of INDEXED) {
    const found = compareWords(stored.raw, fresh.raw, table)
    if (found) return found
  }
  return undefined
}

type Cells = Record<string, unknown>

function compareTable(stored: Database.Database, fresh: Database.Database, table: string, query: string): FaultView | undefined {
  return compareRows(stored.prepare(query).iterate() as IterableIterator<Cells>, fresh.prepare(query).iterate() as IterableIterator<Cells>, table)
}

/** Words in the index with the number of rows and of places they stand in. */
function compareWords(stored: Database.Database, fresh: Database.Database, table: string): FaultView | undefined {
  const words = (raw: Database.Database): IterableIterator<Cells> => {
    raw.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${table}_vocab USING fts5vocab(main, ${table}, row)`)
    return raw.prepare(`SELECT term, doc, cnt FROM temp.${table}_vocab`).iterate() as IterableIterator<Cells>
  }
  return compareRows(words(stored), words(fresh), table)
}

function compareRows(stored: IterableIterator<Cells>, fresh: IterableIterator<Cells>, table: string): FaultView | undefined {
  try {
    for (const there of stored) {
      const wanted = fresh.next()
      const column = wanted.done ? undefined : Object.keys(there).find(name => there[name] !== (wanted.value as Cells)[name])
      if (wanted.done) return differs(table, there, 'is not there when derived anew')
      if (column !== undefined) return differs(table, there, `differs in ${column} from what is derived anew`)
    }
    const missing = fresh.next()
    return missing.done ? undefined : differs(table, missing.value as Cells, 'is missing')
  } finally {
    fresh.return?.()
  }
}

function differs(table: string, row: Cells, how: string): FaultView {
  const name = String(row.id ?? row.n ?? row.term ?? row.actor ?? row.report ?? Object.values(row)[0])
  const report = typeof row.report === 'number' ? `report ${String(row.report)}, ` : ''
  return { code: 'damaged', message: `A row of what is derived ${how}.`, place: `${report}${table} ${name}`, mend: MEND }
}
