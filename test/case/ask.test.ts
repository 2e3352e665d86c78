import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, type Case } from '#case'
import { briefSchema, matrixSchema, overviewSchema, recordViewSchema, searchSchema, type Cite, type Page } from '#model'
import { caseOf, DOING, exampleInputs, folderFor, inventedInputs } from './made.ts'

const folder = folderFor('ask')
let held: Case

beforeAll(async () => {
  held = await caseOf(join(folder, 'ask.parley'), [...(await exampleInputs()), ...inventedInputs(25)])
}, 60_000)
afterAll(() => held.close())

const LISTS = [
  'reports',
  'actors',
  'positions',
  'statements',
  'tracks',
  'proposals',
  'timeline',
  'ceasefires',
  'allegations',
  'figures',
  'indicators',
  'sources',
] as const

async function walk<T>(ask: (query: { limit: number; cursor?: string }) => Promise<Page<T>>, limit: number): Promise<T[]> {
  const items: T[] = []
  let next: string | null = ''
  while (next !== null) {
    const part: Page<T> = await ask({ limit, ...(next !== '' && { cursor: next }) })
    expect(part.items.length).toBeLessThanOrEqual(limit)
    items.push(...part.items)
    next = part.next
  }
  return items
}

test.each(LISTS)('%s: walking part by part gives each item once, in the order of one large part', async name => {
  const ask = held.ask[name] as unknown as (query: object) => Promise<Page<object>>
  const whole = await ask({ limit: 500 })
  const parts = await walk(ask, 7)
  expect(parts).toHaveLength(whole.total)
  const bare = (item: object): unknown => ({ ...item, against: undefined })
  expect(parts.map(bare)).toEqual(whole.items.map(bare))
})

test('the timeline of some days holds what may touch them, whole and part by part', async () => {
  const days = { from: '2025-03-05', to: '2025-03-12' }
  const whole = await held.ask.timeline({ ...days, limit: 500 })
  expect(whole.items).toHaveLength(whole.total)
  const parts = await walk(query => held.ask.timeline({ ...days, ...query }), 5)
  expect(parts.map(one => one.id)).toEqual(whole.items.map(one => one.id))
  const all = await walk(query => held.ask.timeline(query), 500)
  const touching = all.filter(
    ({ bounds: { first, last } }) => (first !== null || last !== null) && (last === null || last >= days.from) && (first ?? last ?? '') <= days.to,
  )
  expect(new Set(whole.items.map(one => one.id))).toEqual(new Set(touching.map(one => one.id)))
})

test('a cursor that nobody here made is refused by name', async () => {
  await expect(held.ask.timeline({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'usage', place: 'cursor' })
})

test('every cell cites the words of its report, with the sentence that holds them', async () => {
  const { items } = await held.ask.timeline({ limit: 200 })
  for (const { cite } of items) {
    const view = await held.ask.report(cite.report)
    expect(view?.analysis.report.text.slice(cite.span[0], cite.span[1])).toBe(cite.words)
    const sentence = view?.analysis.sentences[cite.sentence - 1]
    expect(sentence && sentence[0] <= cite.span[0] && cite.span[0] < sentence[1]).toBe(true)
  }
})

test('answers are what their schemas say', async () => {
  expect(overviewSchema.safeParse(await held.ask.overview({ since: '2025' })).error).toBeUndefined()
  expect(matrixSchema.safeParse(await held.ask.matrix({ at: '2025-03-20', against: '2025-03-01' })).error).toBeUndefined()
  expect(briefSchema.safeParse(await held.ask.brief()).error).toBeUndefined()
  expect(searchSchema.safeParse(await held.ask.search({ q: 'talks' })).error).toBeUndefined()
  const { items } = await held.ask.positions({ limit: 1 })
  expect(recordViewSchema.safeParse(await held.ask.record(items[0]?.id ?? '')).error).toBeUndefined()
})

test('the matrix at a day holds nothing later, and one before every report holds nothing', async () => {
  const matrix = await held.ask.matrix({ at: '2025-03-10' })
  for (const cell of matrix.cells) for (const entry of cell.at) expect((entry.day ?? '') <= '2025-03-10').toBe(true)
  expect((await held.ask.matrix({ at: '1900' })).cells).toEqual([])
})

test('who speaks for a party stands in its column of the matrix, by name', async () => {
  const { actors, cells } = await held.ask.matrix({ columns: 50, per: 50 })
  const spoken = cells.flatMap(cell => cell.at.filter(entry => entry.who.id !== cell.who).map(entry => ({ cell, entry })))
  expect(spoken.length).toBeGreaterThan(0)
  for (const { cell, entry } of spoken) {
    expect(entry.who.of).toBeDefined()
    expect(actors.some(actor => actor.id === cell.who)).toBe(true)
  }
})

test('a case of an older version is brought up when it is asked, says that it waits for a rebuild, and then answers the same', async () => {
  const older = join(folder, 'older.parley')
  const now = new Database(held.file, { readonly: true })
  now.prepare('VACUUM INTO ?').run(older)
  now.close()
  const raw = new Database(older)
  raw.exec('DROP TABLE removed; DROP INDEX record_cell; ALTER TABLE record DROP COLUMN party; CREATE INDEX record_cell ON record (who, issue, day, id)')
  raw.pragma('user_version = 2')
  raw.close()
  const opened = await openCase(older, { readOnly: true })
  expect(opened.counts().underived).toBe(held.counts().reports)
  await opened.close()
  const rebuilt = await openCase(older)
  for await (const _ of rebuilt.rebuild(DOING));
  expect(await rebuilt.ask.matrix()).toEqual(await held.ask.matrix())
  await rebuilt.close()
})

test('an actor narrows a list to its own records and those of its speakers', async () => {
  const { items } = await held.ask.positions({ actor: 'Northland', limit: 500 })
  expect(items.length).toBeGreaterThan(0)
  expect(items.every(one => one.who.name === 'Northland' || one.who.of !== undefined)).toBe(true)
  await expect(held.ask.positions({ actor: 'Nobody At All' })).rejects.toMatchObject({ code: 'no-such-actor' })
  await expect(held.ask.positions({ issue: 'NOTHING' })).rejects.toMatchObject({ code: 'no-such-issue' })
})

test('search finds words in any of their forms, marks them, and counts facets among the hits', async () => {
  const answer = await held.ask.search({ q: 'violate ceasefire', limit: 5 })
  expect(answer.items.length).toBeGreaterThan(0)
  for (const { snippet } of answer.items) for (const [start, end] of snippet.marks) expect(snippet.text.slice(start, end).toLowerCase()).toMatch(/violat|cease/)
  expect(answer.facets.kind.reduce((sum, one) => sum + one.count, 0)).toBe(answer.total)
  const publisher = answer.facets.publisher[0]
  const narrowed = await held.ask.search({ q: 'violate ceasefire', publisher: publisher?.value ?? '' })
  expect(narrowed.total).toBe(publisher?.count)
})

test.each(['"', '*', 'AND', 'NEAR(a b)', 'text:x', '-', "'; drop table report; --", '\u0000', '(', 'a"b', '"unclosed', '😀'])(
  'search takes %j as words or refuses it by name',
  async q => {
    const answer = await held.ask.search({ q }).catch((error: unknown) => error)
    if (answer instanceof Error) expect(answer).toMatchObject({ code: 'usage' })
    else expect(answer).toHaveProperty('items')
  },
)

test('a report is found by number, id, the beginning of its id, and its key', async () => {
  const view = await held.ask.report('3')
  const id = view?.line.id ?? ''
  for (const name of [id, id.slice(0, 10)]) expect((await held.ask.report(name))?.line.number).toBe(3)
  expect((await held.ask.report('r4'))?.line.key).toBe('r4')
  expect(await held.ask.report('no such report')).toBeUndefined()
  expect(await held.ask.record('0000000000000000')).toBeUndefined()
})

test('every sentence of ours has somebody who said it, and none of the verbs that judge', async () => {
  const { items } = await held.ask.timeline({ limit: 500 })
  for (const { told, cite } of items) {
    const ours = told.split('“')[0] ?? ''
    expect(ours).toMatch(/ (?:said|wrote)\b/)
    expect(ours).not.toMatch(/\b(?:revealed|admitted|confirmed|claimed)\b/)
    expect(told).toContain(cite.words.replaceAll(/\s+/g, ' '))
  }
})

test('the briefing is bounded, whatever the case holds', async () => {
  const brief = await held.ask.brief()
  const cites: Cite[] = [...brief.tracks, ...brief.proposals, ...brief.figures].map(one => one.cite)
  expect(cites.length).toBeLessThanOrEqual(8 + 8 + 10)
  expect(brief.matrix.actors.length).toBeLessThanOrEqual(5)
  const one = await held.ask.brief({ report: '1' })
  expect(one.overview.reports).toBe(1)
  expect(one.proposals.every(proposal => proposal.cite.number === 1)).toBe(true)
})
