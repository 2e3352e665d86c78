/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readInputs } from '#read'
import { CHROMIUM, exampleFiles, makeCase, settled, startDesk, violations, type Desk } from './harness.ts'

describe.skipIf(CHROMIUM === undefined)('the columns of the matrix (needs Chromium)', () => {
  let desk: Desk
  let seat: Awaited<ReturnType<Desk['open']>>
  let remove: () => Promise<void>
  beforeAll(async () => {
    const made = await makeCase(readInputs(exampleFiles()))
    remove = made.remove
    desk = await startDesk(made.held)
    seat = await desk.open()
  }, 120_000)
  afterAll(async () => {
    await seat.context.close()
    await desk.close()
    await remove()
  })

  test('who speaks for a party has no column beside it, and a party unfolds into all that its speakers hold', async () => {
    const { page } = seat
    await page.goto(new URL('/positions', desk.serving.url).href)
    await settled(page)
    const matrix = await desk.held.ask.matrix({ columns: 8, per: 2 })
    const shown = new Set(matrix.actors.map(one => one.id))
    expect(matrix.actors.filter(one => one.of !== undefined && shown.has(one.of))).toEqual([])
    const party = matrix.actors.reduce((most, one) => (one.positions > most.positions ? one : most))
    const held = (): Promise<number> => page.locator(`td[data-who="${party.id}"] .pos`).count()
    const before = await held()
    await page.locator(`[data-place="u${party.id}"]`).click()
    await settled(page)
    await page.waitForFunction(([id, count]) => document.querySelectorAll(`td[data-who="${String(id)}"] .pos`).length > Number(count), [
      party.id,
      before,
    ] as const)
    expect(await held()).toBe(party.positions)
    expect(await violations(page)).toEqual([])
    await page.locator(`[data-place="u${party.id}"]`).click()
    await settled(page)
    expect(await held()).toBe(before)
  })
})
