/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, makeCase, settled, startDesk, type Desk } from './harness.ts'

const TEXT = 'The envoy of Northland said on Monday that the ceasefire would hold for ten days. Southland rejected the offer, the Example Wire reported.'

/** Reports come in by paste, choice and drop; every one has a row that says what became of it. */
describe.skipIf(CHROMIUM === undefined)('adding reports (needs Chromium)', () => {
  let desk: Desk
  let made: Awaited<ReturnType<typeof makeCase>>
  let page: Page
  const count = async (): Promise<number> => (await made.held.ask.overview()).reports
  const rows = (): Promise<string[]> => page.locator('.res li .r').allInnerTexts()
  const done = async (): Promise<void> => {
    await page.waitForFunction(() => document.querySelector('.res li.waiting') === null && document.querySelector('.res li') !== null)
    await settled(page)
  }

  beforeAll(async () => {
    made = await makeCase([], 'empty')
    desk = await startDesk(made.held)
    page = (await desk.open()).page
  }, 60_000)
  afterAll(async () => {
    expect(desk.blocked).toEqual([])
    await desk.close()
    await made.remove()
  })

  test('the first page of an empty case says what Parley is not, and what to do', async () => {
    await settled(page)
    const text = await page.locator('main').innerText()
    expect(text).toMatch(/no score of truth/)
    expect(text).toMatch(/Nothing leaves this machine/)
    expect(await page.getByRole('button', { name: 'Read the examples' }).isVisible()).toBe(true)
  })

  for (const [path, words] of [
    ['/reports', /No report has been added/],
    ['/positions', /No position/],
    ['/proposals', /No proposal/],
    ['/timeline', /Nothing was told/],
    ['/ceasefires', /No ceasefire/],
    ['/figures', /No figure/],
    ['/figures?show=conditions', /No condition/],
    ['/sources', /No report/],
    ['/findings', /Nothing to compare/],
    ['/search?q=peace', /Nothing holds/],
  ] as const) {
    test(`an empty ${path} says what is missing`, async () => {
      await page.goto(new URL(path, desk.serving.url).href)
      await page.waitForSelector('.empty')
      expect(await page.locator('main').innerText()).toMatch(words)
    })
  }

  test('a date that is none is refused before anything is sent', async () => {
    await page.goto(new URL('/', desk.serving.url).href)
    await page.getByLabel('Or paste the text of one report').fill(TEXT)
    await page.getByLabel('Published').fill('yesterday')
    expect(await page.getByRole('button', { name: 'Read it' }).isDisabled()).toBe(true)
    expect(await page.locator('#date-note').innerText()).toMatch(/2025-05-12/)
  })

  test('a pasted text comes in, and the page knows at once', async () => {
    await page.getByLabel('Published').fill('2025-05-12')
    await page.getByRole('textbox', { name: 'Publisher' }).fill('Example Wire')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.waitForFunction(() => /1 report/.test(document.querySelector('header .case')?.textContent ?? ''))
    expect(await count()).toBe(1)
  })

  test('the same text again is already there', async () => {
    await page.getByLabel('Or paste the text of one report').fill(TEXT)
    await page.getByLabel('Published').fill('2025-05-12')
    await page.getByRole('textbox', { name: 'Publisher' }).fill('Example Wire')
    await page.getByRole('button', { name: 'Read it' }).click()
    await done()
    expect(await rows()).toContain('already there')
    expect(await count()).toBe(1)
  })

  test('files: one comes in with its particulars, one fails with the reason and a retry, an empty one is not called done', async () => {
    const buffer = (text: string | number[]): Buffer => Buffer.from(text as string)
    await page.locator('input[type=file]').setInputFiles([
      { name: 'a.txt', mimeType: 'text/plain', buffer: buffer('Talks in Port Hesper will go on, the minister of Keldria said.') },
      { name: 'a.meta.json', mimeType: 'application/json', buffer: buffer('{"publisher":"Harbour Post","published":"2024-04-01","headline":"Talks go on"}') },
      { name: 'b.png', mimeType: 'image/png', buffer: buffer([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]) },
      { name: 'c.txt', mimeType: 'text/plain', buffer: buffer('') },
    ])
    await done()
    const all = await page.locator('.res').innerText()
    expect(all).toMatch(/added\s+a\.txt/)
    expect(all).toMatch(/failed\s+b\.png/)
    expect(all).toMatch(/failed\s+c\.txt/)
    expect(await page.locator('.res .failed button').count()).toBe(2)
    expect(await page.locator('.results [role=status]').innerText()).toMatch(/2 added, 1 already there, 2 failed/)
    expect((await made.held.ask.reports({ publisher: 'Harbour Post' })).items[0]).toMatchObject({ headline: 'Talks go on', published: '2024-04-01' })
    await page.locator('.res .failed button').first().click()
    await done()
    expect(await page.locator('.res .failed').count()).toBe(2)
  })

  test('what is dropped comes in', async () => {
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['The mediator said in Almery that both sides had agreed to meet again.'], 'dropped.txt', { type: 'text/plain' }))
      return transfer
    })
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: data })
    await page.waitForFunction(() => /dropped\.txt/.test(document.querySelector('.res')?.textContent ?? ''))
    await done()
    expect(await count()).toBe(3)
  })

  test('many lines come in one by one; the rest is cancelled, what came stays', async () => {
    const lines = Array.from({ length: 2000 }, (_, n) =>
      JSON.stringify({
        id: `n${String(n)}`,
        publisher: 'Example Wire',
        published: '2025-05-12',
        text: `Minister ${String(n)} of Northland said on Monday that talk ${String(n)} would resume.`,
      }),
    )
    await page.locator('input[type=file]').setInputFiles([{ name: 'many.jsonl', mimeType: 'application/x-ndjson', buffer: Buffer.from(lines.join('\n')) }])
    await page.waitForFunction(() => document.querySelectorAll('.res li.added').length > 6)
    await page.getByRole('button', { name: 'Cancel the rest' }).click()
    await page.waitForFunction(() => /cancelled/.test(document.querySelector('.res')?.textContent ?? ''))
    await page.waitForTimeout(500)
    const came = await count()
    expect(came).toBeGreaterThan(6)
    expect(came).toBeLessThan(2003)
    await page.waitForTimeout(300)
    expect(await count()).toBe(came)
  })
})
