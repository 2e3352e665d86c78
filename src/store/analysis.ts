import { RECORD_KINDS, RECORD_LISTS, type Analysis, type RecordList, type Report } from '#model'
import type { Connection } from './open.ts'

const LIST_OF = Object.fromEntries(RECORD_KINDS.map((kind, index) => [kind, RECORD_LISTS[index]])) as Record<string, RecordList>

/** The report of a row: its text and the rest of what was given. */
export function reportOf(row: { readonly given: string; readonly text: string }): Report {
  return { ...(JSON.parse(row.given) as Omit<Report, 'text'>), text: row.text }
}

/** One report as it was given; undefined where there is none of this number. */
export async function readReport({ db }: Connection, number: number): Promise<Report | undefined> {
  const row = await db.selectFrom('report').select(['given', 'text']).where('number', '=', number).executeTakeFirst()
  return row && reportOf(row)
}

/** The analysis of one report, put together again from its rows; undefined where it is not derived. */
export async function readAnalysis(on: Connection, number: number): Promise<Analysis | undefined> {
  const { db } = on
  const report = await readReport(on, number)
  const reading = await db.selectFrom('reading').select(['engine', 'spans', 'mentions']).where('report', '=', number).executeTakeFirst()
  if (!report || !reading) return undefined
  const records = await db.selectFrom('record').select(['kind', 'json']).where('report', '=', number).orderBy('kind').orderBy('pos').execute()
  const cast = await db.selectFrom('cast').select('json').where('report', '=', number).orderBy('pos').execute()
  const notes = await db.selectFrom('note').select('json').where('report', '=', number).orderBy('pos').execute()
  const lists: Record<string, unknown[]> = Object.fromEntries(RECORD_LISTS.map(list => [list, []]))
  for (const { kind, json } of records) lists[LIST_OF[kind] ?? '']?.push(JSON.parse(json))
  return {
    parley: 1,
    engine: reading.engine,
    report,
    sentences: JSON.parse(reading.spans) as Analysis['sentences'],
    ...lists,
    actors: cast.map(row => JSON.parse(row.json) as Analysis['actors'][number]),
    mentions: JSON.parse(reading.mentions) as Analysis['mentions'],
    notes: notes.map(row => JSON.parse(row.json) as Analysis['notes'][number]),
  } as unknown as Analysis
}
