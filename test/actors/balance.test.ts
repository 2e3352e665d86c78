import { describe, expect, test } from 'vitest'
import { readRows } from '#text'

const cells = (cell: string): string[] =>
  cell
    .split('|')
    .map(one => one.trim())
    .filter(one => one !== '')
const states = readRows('states', ['id', 'name', 'also', 'adjective', 'people', 'seat'])
const living = states.filter(row => row.id.length === 2)

/** Rows and forms per kind of party, counted and shown: no row may make one party easier to know than its like. */
describe('rows treat parties of a kind alike', () => {
  test('every state has a name, an adjective or people, and a seat of government where its capital has a name of its own', () => {
    const named = new Set(living.map(row => row.name))
    const bare = living.filter(row => row.adjective === '' && row.people === '').map(row => row.name)
    const seatless = living.filter(row => row.seat === '').map(row => row.name)
    console.log(
      `states: ${String(living.length)}, forms each: ${shape(living.map(row => 1 + cells(row.also).length + cells(row.adjective).length + cells(row.people).length + cells(row.seat).length))}`,
    )
    expect(named.size).toBe(living.length)
    expect(bare).toEqual(['Dominica'])
    expect(living.filter(row => row.seat === '' && row.adjective === '')).toEqual([])
    expect(seatless.length).toBeLessThan(living.length * 0.08)
  })

  test.each(['organisations', 'armed-groups', 'parties', 'media'])('no row of %s has more than twelve forms', table => {
    const rows = readRows(table, ['id', 'also', 'kind', 'of', 'noun'])
    const forms = rows.map(row => 1 + cells(row.also).length)
    console.log(`${table}: ${String(rows.length)} rows, forms each: ${shape(forms)}`)
    expect(Math.max(...forms)).toBeLessThanOrEqual(12)
    expect(new Set(rows.map(row => row.id)).size).toBe(rows.length)
  })

  test('no state owns more than a sixth of the seats and organs named for themselves', () => {
    const owners = new Map<string, number>()
    for (const { of } of readRows('seats', ['id', 'also', 'kind', 'of', 'noun'])) owners.set(of, (owners.get(of) ?? 0) + 1)
    const counts = [...owners].filter(([of]) => of !== '').sort((a, b) => b[1] - a[1])
    console.log(`seats by state: ${counts.map(([of, count]) => `${of} ${String(count)}`).join(', ')}`)
    const [, most = 0] = counts[0] ?? []
    expect(most).toBeLessThanOrEqual(20)
  })

  test('a form stands for one actor only', () => {
    const owners = new Map<string, Set<string>>()
    for (const table of ['organisations', 'armed-groups', 'parties', 'seats', 'media', 'regions']) {
      for (const row of readRows(table, ['id', 'also', 'kind', 'of', 'noun']))
        for (const form of [row.id, ...cells(row.also)]) owners.set(form, (owners.get(form) ?? new Set()).add(row.id))
    }
    expect([...owners].filter(([, rows]) => rows.size > 1).map(([form]) => form)).toEqual([])
  })
})

/** "1: 3, 2: 10": how many have how many. */
function shape(numbers: readonly number[]): string {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => a[0] - b[0])
    .map(([forms, count]) => `${String(forms)} forms ${String(count)}`)
    .join(', ')
}
