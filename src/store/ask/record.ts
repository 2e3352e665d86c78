import { toldBy, type Doubt, type Note, type RecordView, type Report, type Span, type Who } from '#model'
import { backingOf, CELL, type Backing, type CellRow } from '../cells.ts'
import type { Connection } from '../open.ts'
import { sentencesOf } from './talks.ts'

/** How much of the text is shown on each side of a record, at most. */
const AROUND = 600

/** One record with its words in context; undefined where there is none of this id. */
export async function viewRecord(on: Connection, id: string): Promise<RecordView | undefined> {
  const { db } = on
  const row: CellRow | undefined = await db.selectFrom('record').select(CELL).where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const backing = await backingOf(on, [row])
  const given = await db.selectFrom('report').select(['given', 'headline']).where('number', '=', row.report).executeTakeFirstOrThrow()
  const { passages } = JSON.parse(given.given) as Pick<Report, 'passages'>
  const cell = backing.cell(row)
  const said = backing.statements.get(row.kind === 'statement' ? row.n : (row.said ?? -1))
  const undated = row.first === null && row.last === null
  return {
    ...cell,
    kind: row.kind as RecordView['kind'],
    record: JSON.parse(row.json) as RecordView['record'],
    context: contextOf(
      row,
      backing,
      passages.map(passage => passage.span),
      given.headline,
    ),
    who: Object.fromEntries(backing.who),
    bounds: undated ? null : { first: row.first, last: row.last },
    told: toldBy(cell.chain, row.kind === 'statement' ? wordsOf(row, backing) : cell.cite.words, said),
    related: await relatedTo(on, row, backing),
    doubts: await doubtsAt(on, row),
  }
}

/** What a statement says, without who says it. */
function wordsOf(row: CellRow, backing: Backing): string {
  const { content } = JSON.parse(row.json) as { content: Span[] }
  return content.map(span => backing.words(row.report, span)).join(' … ')
}

function contextOf(row: CellRow, backing: Backing, passages: readonly Span[], headline: string | null): RecordView['context'] {
  const span: Span = [row.start, row.end]
  const [start, end] = passages.find(one => one[0] <= row.start && row.start < one[1]) ?? span
  const from = Math.max(start, row.start - AROUND)
  const to = Math.max(row.end, Math.min(end, row.end + AROUND))
  return {
    before: backing.words(row.report, [from, row.start]),
    words: backing.words(row.report, span),
    after: backing.words(row.report, [row.end, to]),
    span,
    ...(headline !== null && { headline }),
  }
}

/** The records that this one names, and those that name it or stand inside it. */
async function relatedTo({ db }: Connection, row: CellRow, backing: Backing): Promise<RecordView['related']> {
  const named = new Set((row.json.match(/"[0-9a-f]{16}"/g) ?? []).map(id => id.slice(1, -1)))
  named.delete(row.id)
  const others = await db
    .selectFrom('record')
    .select(['id', 'kind', 'said', 'json'])
    .where('report', '=', row.report)
    .where('id', '<>', row.id)
    .orderBy('kind')
    .orderBy('pos')
    .execute()
  return others.flatMap(({ id, kind, said, json }) => {
    if (backing.who.has(id)) return []
    if (named.has(id)) return [{ kind, id, as: 'named here' }]
    if (said === row.n) return [{ kind, id, as: 'said in this' }]
    return json.includes(`"${row.id}"`) ? [{ kind, id, as: 'names this' }] : []
  })
}

async function doubtsAt(on: Connection, row: CellRow): Promise<Doubt[]> {
  const notes = await on.db.selectFrom('note').select('json').where('report', '=', row.report).orderBy('pos').execute()
  const near = notes.map(one => JSON.parse(one.json) as Note).filter(note => note.spans.some(span => span[0] < row.end && row.start < span[1]))
  return doubtsOf(
    on,
    near.map(note => ({ report: row.report, note })),
  )
}

/** Notes as doubts: with the sentences that they point at. */
export async function doubtsOf(on: Connection, notes: readonly { readonly report: number; readonly note: Note }[]): Promise<Doubt[]> {
  const numbers = new Set(notes.map(one => one.report))
  const backing = await backingOf(on, [], [...numbers])
  const sentence = await sentencesOf(on, numbers)
  return notes.map(({ report, note }) => ({
    code: note.code,
    text: note.text,
    rule: note.rule,
    cites: (note.spans.length > 0 ? note.spans : [[0, 0] as Span]).map(span => backing.cite(report, span, sentence(report, span))),
  }))
}

/** Whom an actor of the case speaks for, as most of its reports have it. */
export async function partyOf({ db }: Connection, who: number): Promise<Who | undefined> {
  const row = await db
    .selectFrom('cast')
    .innerJoin('who', 'who.n', 'cast.of')
    .select(['who.id', 'who.name', 'who.kind'])
    .select(eb => eb.fn.countAll<number>().as('times'))
    .where('cast.who', '=', who)
    .groupBy('who.n')
    .orderBy('times', 'desc')
    .orderBy('who.id')
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, kind: row.kind as Who['kind'] }
}
