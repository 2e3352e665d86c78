import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, type Case, type Input } from '#case'
import { byWhen, compareWhen, type TimelineEntry } from '#model'
import { makeReport } from '#read'
import { caseOf, exampleInputs, folderFor, inventedInputs } from './made.ts'

const folder = folderFor('timeline')
const file = join(folder, 'talks.parley')

/** Days of every make: to the day, week, month, year, open at an end, one of two, and none. */
const DAYS = makeReport({
  text: [
    'Northland met Southland on 3 March 2025.',
    'Northland released 5 prisoners in March 2025.',
    'Southland attacked Northland in early March.',
    'Northland has blockaded Southland since 2024.',
    'Southland will release 9 prisoners by 1 April 2025.',
    'Northland met Southland last week.',
    'Southland rejected the plan on 04/05/2019.',
    'Northland demands a withdrawal.',
    'Southland signed the pact in 1998.',
  ].join(' '),
  publisher: 'Example Wire',
  published: '2025-03-12',
})

let held: Case
let all: TimelineEntry[]

async function whole(of: Case, limit: number): Promise<TimelineEntry[]> {
  const items: TimelineEntry[] = []
  let cursor: string | null = null
  do {
    const part: { items: TimelineEntry[]; next: string | null } = await of.ask.timeline({ limit, ...(cursor !== null && { cursor }) })
    items.push(...part.items)
    cursor = part.next
  } while (cursor !== null)
  return items
}

beforeAll(async () => {
  const inputs: Input[] = [...(await exampleInputs()), ...inventedInputs(20), { source: 'days', report: DAYS }]
  held = await caseOf(file, inputs)
  all = await whole(held, 500)
}, 60_000)
afterAll(async () => {
  await held.close()
})

test('lines stand in the order of byWhen, undated ones last', () => {
  expect(all.length).toBeGreaterThan(100)
  for (const [i, one] of all.entries()) if (i > 0) expect(byWhen(all[i - 1]?.when, one.when)).toBeLessThanOrEqual(0)
  const undated = all.findIndex(one => one.when === undefined)
  if (undated >= 0) expect(all.slice(undated).every(one => one.when === undefined)).toBe(true)
})

test('each line says no more of its order than its days allow', () => {
  const told = { before: 'after', overlaps: 'overlaps', after: 'unknown', unknown: 'unknown' } as const
  for (const [i, one] of all.entries()) {
    const before = all[i - 1]
    expect(one.against).toBe(i === 0 ? 'first' : told[compareWhen(before?.when ?? {}, one.when ?? {})])
  }
  for (const against of ['after', 'overlaps', 'unknown'] as const) expect(all.some(one => one.against === against)).toBe(true)
})

test('the order is stable: part by part, in a second reading, and whatever order the reports came in', async () => {
  const parts = await whole(held, 7)
  expect(parts).toEqual(all)
  const again = await openCase(file, { readOnly: true })
  expect(await whole(again, 500)).toEqual(all)
  await again.close()
  const turned = await caseOf(join(folder, 'turned.parley'), [
    { source: 'days', report: DAYS },
    ...inventedInputs(20).reverse(),
    ...(await exampleInputs()).reverse(),
  ])
  expect((await whole(turned, 500)).map(one => one.id)).toEqual(all.map(one => one.id))
  await turned.close()
}, 60_000)
