/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FindingEntry } from '#model'
import type { Case } from '#case'
import { readPlanted } from '../reconcile/planted.ts'
import { CHROMIUM, makeCase, reportsOf, settled, startDesk, violations, type Desk } from './harness.ts'

/** The planted reports as one case: it holds findings of nearly every kind. */
async function plantedCase(): Promise<{ held: Case; remove: () => Promise<void> }> {
  const given = readPlanted().flatMap(one =>
    one.reports.map(({ by, on, text, title, url, byline }) => ({
      publisher: by,
      published: on,
      text,
      ...(title !== undefined && { headline: title }),
      ...(url !== undefined && { url }),
      ...(byline !== undefined && { byline }),
    })),
  )
  return makeCase(reportsOf(given), 'planted')
}

let made: Awaited<ReturnType<typeof plantedCase>>
let findings: FindingEntry[]
beforeAll(async () => {
  made = await plantedCase()
  findings = (await made.held.ask.findings({ limit: 200 })).items
}, 120_000)
afterAll(() => made.remove())

describe('the places of findings', () => {
  test('each stands in its sentence, and says who passed it on, the publisher first', async () => {
    const places = findings.flatMap(one => [...one.supportCites, ...one.againstCites])
    expect(places.length).toBeGreaterThan(50)
    const texts = new Map<string, string>()
    for (const { report } of places) if (!texts.has(report)) texts.set(report, (await made.held.ask.report(report))?.analysis.report.text ?? '')
    for (const { report, words, around, chain, publisher } of places) {
      const rest = around.before.replace(/^… /, '') + words + around.after.replace(/ …$/, '')
      expect(texts.get(report)).toContain(rest)
      expect(chain[0]?.as).toBe('publisher')
      expect(chain[0]?.words ?? chain[0]?.who?.name ?? publisher).toBe(publisher)
    }
  })
  test('a list of reports may leave those that carry one text to the line of the first', async () => {
    const all = await made.held.ask.reports({ limit: 200 })
    const folded = await made.held.ask.reports({ limit: 200, fold: 'families' })
    const hidden = all.items.filter(one => !folded.items.some(other => other.id === one.id))
    expect(hidden.length).toBeGreaterThan(0)
    expect(folded.total).toBe(all.total - hidden.length)
    const named = folded.items.flatMap(one => one.family ?? [])
    for (const one of hidden) expect(named.map(other => other.id)).toContain(one.id)
  })
})

describe.skipIf(CHROMIUM === undefined)('the page of findings (needs Chromium)', () => {
  let desk: Desk
  let seat: Awaited<ReturnType<Desk['open']>>
  beforeAll(async () => {
    desk = await startDesk(made.held)
    seat = await desk.open()
  }, 60_000)
  afterAll(async () => {
    await seat.context.close()
    await desk.close()
  })
  const open = async (path: string): Promise<void> => {
    await seat.page.goto(new URL(path, desk.serving.url).href)
    await settled(seat.page)
  }

  test('every kind that was found is one click away, with how many there are', async () => {
    const { page } = seat
    await open('/findings')
    const kinds = [...new Set(findings.map(one => one.kind))]
    expect(await page.locator('.kinds li').count()).toBe(kinds.length + 1)
    await page.locator('.kinds a', { hasText: 'accounts differ' }).click()
    await settled(page)
    expect(new URL(page.url()).searchParams.get('kind')).toBe('contradiction')
    expect(await page.locator('main [role=status]').innerText()).toContain(String(findings.filter(one => one.kind === 'contradiction').length))
  })
  test('what is told differently stands side by side, and the words that differ are underlined', async () => {
    const { page } = seat
    await open('/findings?kind=contradiction&type=figure')
    const first = page.locator('.finding').first()
    expect(await first.locator('.pair > div').count()).toBe(2)
    const [left, right] = await first.locator('.pair > div').evaluateAll(sides => sides.map(side => side.getBoundingClientRect().top))
    expect(left).toBe(right)
    expect(await first.locator('.pair .cite').count()).toBeGreaterThan(1)
    expect(await page.locator('em.df').count()).toBeGreaterThan(0)
  })
  test('corroboration is shown by the list of its roots', async () => {
    const { page } = seat
    await open('/findings?kind=corroboration')
    const roots = await page.locator('.finding').first().locator('.roots > li').count()
    expect(roots).toBeGreaterThan(1)
  })
  test('only what is new since a time, and all again', async () => {
    const { page } = seat
    await open('/findings?since=2999-01-01T00:00:00.000Z')
    expect(await page.locator('.finding').count()).toBe(0)
    await page.locator('.empty a').click()
    await settled(page)
    expect(await page.locator('.finding').count()).toBeGreaterThan(0)
  })
  test('reports that carry one text stand in one line, and can be shown apart', async () => {
    const { page } = seat
    const shown = async (): Promise<number> => Number(await page.locator('.rows > li').first().getAttribute('aria-setsize'))
    await open('/reports')
    const folded = await shown()
    await page.getByText('Show every copy on its own line').click()
    await settled(page)
    await page.waitForFunction(before => Number(document.querySelector('.rows > li')?.getAttribute('aria-setsize')) > before, folded)
    expect(await shown()).toBeGreaterThan(folded)
  })
  test('no violation, in both directions, of both looks', async () => {
    for (const lang of ['en', 'ar']) {
      const other = await desk.open({}, lang)
      await other.page.goto(new URL('/findings', desk.serving.url).href)
      await settled(other.page)
      expect(await violations(other.page)).toEqual([])
      await other.page.emulateMedia({ colorScheme: 'dark' })
      expect(await violations(other.page, ['color-contrast', 'link-in-text-block'])).toEqual([])
      await other.context.close()
    }
  }, 60_000)
})
