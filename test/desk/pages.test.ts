import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readInputs } from '#read'
import { CHROMIUM, exampleFiles, makeCase, settled, startDesk, violations, type Desk } from './harness.ts'

/** Every page, in two languages of two directions, light and dark: what it must show, and no violation of WCAG 2.2 AA. */
describe.skipIf(CHROMIUM === undefined)('pages (needs Chromium)', () => {
  let desk: Desk
  let remove: () => Promise<void>
  let paths: Record<string, string>

  beforeAll(async () => {
    const made = await makeCase(readInputs(exampleFiles()))
    remove = made.remove
    desk = await startDesk(made.held)
    const { items } = await made.held.ask.reports({ sort: '-records', limit: 1 })
    const report = items[0]?.id ?? ''
    const position = (await made.held.ask.positions({ limit: 1 })).items[0]?.id ?? ''
    const statement = (await made.held.ask.report(report))?.analysis.statements[0]?.id ?? ''
    paths = {
      case: '/',
      reports: '/reports',
      report: `/reports/${report}`,
      opened: `/reports/${report}?record=${statement}`,
      positions: `/positions?record=${position}`,
      compared: '/positions?at=2024-05-17&against=2024-03-20',
      proposals: '/proposals',
      timeline: '/timeline',
      ceasefires: '/ceasefires',
      figures: '/figures',
      conditions: '/figures?show=conditions',
      sources: '/sources',
      drawn: '/sources?show=graph',
      actors: '/sources?show=actors',
      search: '/search?q=locks',
      findings: '/findings',
      record: `/records/${statement}`,
      missing: '/nowhere',
    }
  }, 120_000)
  afterAll(async () => {
    await desk.close()
    await remove()
  })

  const names = [
    'case',
    'reports',
    'report',
    'opened',
    'positions',
    'compared',
    'proposals',
    'timeline',
    'ceasefires',
    'figures',
    'conditions',
    'sources',
    'drawn',
    'actors',
    'search',
    'findings',
    'record',
    'missing',
  ]
  for (const lang of ['en', 'ar']) {
    describe(`${lang}, light and dark`, () => {
      let seat: Awaited<ReturnType<Desk['open']>>
      beforeAll(async () => {
        seat = await desk.open({}, lang)
      })
      afterAll(() => seat.context.close())
      for (const name of names) {
        test(name, async () => {
          const { page, problems } = seat
          await page.emulateMedia({ colorScheme: 'light' })
          await page.goto(new URL(paths[name] ?? '/', desk.serving.url).href)
          await settled(page)
          expect(await page.getAttribute('html', 'dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr')
          expect(await page.locator('h1').count()).toBe(1)
          expect(await page.locator('main').innerText()).not.toMatch(/undefined|NaN|\[object|Invalid/)
          expect(await violations(page)).toEqual([])
          await page.emulateMedia({ colorScheme: 'dark' })
          expect(await violations(page, ['color-contrast', 'link-in-text-block'])).toEqual([])
          expect(problems).toEqual([])
        })
      }
    })
  }

  test('nothing was stopped by the content policy', () => {
    expect(desk.blocked).toEqual([])
  })
})
