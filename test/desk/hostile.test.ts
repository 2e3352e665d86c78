/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, makeCase, reportsOf, settled, startDesk, type Desk } from './harness.ts'
import { payloads } from './payloads.ts'

const ALL = payloads()
const CLEAN = (text: string): string => text.replaceAll('\n', ' ')

/** Hostile text in every field that reaches a page: none runs, and the content policy had nothing to stop. */
describe.skipIf(CHROMIUM === undefined)('hostile text (needs Chromium)', () => {
  let desk: Desk
  let made: Awaited<ReturnType<typeof makeCase>>
  let page: Page
  const ran: number[] = []
  const at = (path: string): string => new URL(path, desk.serving.url).href
  const look = async (path: string): Promise<void> => {
    await page.goto(at(path))
    await settled(page)
  }

  beforeAll(async () => {
    const given = Array.from({ length: 50 }, (_, n) => {
      const [title = '', outlet = '', name = '', words = ''] = ALL.slice(n * 4, n * 4 + 4)
      return {
        headline: title,
        publisher: outlet,
        published: '2025-05-12',
        url: n % 2 === 0 ? `javascript:ran(${String(n)})` : `https://example.org/${title}`,
        key: words,
        text: `Minister Anna ${CLEAN(name)} Dorr of Northland said on Monday that “${CLEAN(words)} the ceasefire must hold for ten days”. Southland demanded ${CLEAN(title)} a withdrawal and accused Northland of 12 violations ${CLEAN(outlet)} of the ceasefire. At least 40 people ${CLEAN(words)} were killed, ${CLEAN(name)} said.`,
      }
    })
    made = await makeCase(reportsOf(given), '<img src=x onerror=ran(999)>')
    desk = await startDesk(made.held)
    const seat = await desk.open()
    page = seat.page
    await page.exposeFunction('ran', (n: number) => {
      ran.push(n)
    })
    page.on('dialog', dialog => {
      ran.push(-1)
      void dialog.dismiss()
    })
  }, 120_000)
  afterAll(async () => {
    await desk.close()
    await made.remove()
  })

  test('200 payloads stand in the case as they were given, but for what turns a line round', async () => {
    const { items } = await made.held.ask.reports({ limit: 100, sort: 'added' })
    expect(items).toHaveLength(50)
    const plain = (text: string | undefined): string => (text ?? '').replaceAll('\u202e', '')
    expect(items.map(one => plain(one.headline)).sort()).toEqual(
      ALL.filter((_, n) => n % 4 === 0)
        .map(plain)
        .sort(),
    )
  })

  test('every list and drawing shows them as words', async () => {
    for (const path of [
      '/',
      '/reports',
      '/positions',
      '/proposals',
      '/timeline',
      '/ceasefires',
      '/figures',
      '/figures?show=conditions',
      '/sources',
      '/sources?show=graph',
      '/findings',
    ]) {
      await look(path)
      await page.mouse.wheel(0, 4000)
      await page.evaluate(() => {
        for (const node of document.querySelectorAll('main a, main img, main svg'))
          for (const kind of ['mouseover', 'focus', 'error', 'load']) node.dispatchEvent(new Event(kind))
      })
    }
    await look('/reports')
    expect(await page.locator('main').innerText()).toMatch(/<|&lt;/)
    expect(ran).toEqual([])
  }, 120_000)

  test('every report shows them as words', async () => {
    const { items } = await made.held.ask.reports({ limit: 100, sort: 'added' })
    for (const { id, headline } of items) {
      await look(`/reports/${id}`)
      expect(await page.locator('h1').textContent()).toBe(headline)
    }
    expect(ran).toEqual([])
  }, 120_000)

  test('an address that is none of the web is no link', async () => {
    const { items } = await made.held.ask.reports({ limit: 4, sort: 'added' })
    for (const { id } of items) {
      await look(`/reports/${id}`)
      expect(await page.evaluate(() => [...document.querySelectorAll('a')].map(link => link.protocol).filter(protocol => !/^https?:$/.test(protocol)))).toEqual(
        [],
      )
    }
  })

  test('records opened beside the page and on their own show them as words', async () => {
    for (const { id } of (await made.held.ask.statements({ limit: 12 })).items) await look(`/records/${id}`)
    for (const { id } of (await made.held.ask.positions({ limit: 4 })).items) await look(`/positions?record=${id}`)
    expect(ran).toEqual([])
  })

  test('200 searches for them, and addresses made of them', async () => {
    await look('/search')
    for (const payload of ALL) {
      await page.locator('#words').fill(payload)
      await page.locator('#words').press('Enter')
      await page.waitForFunction(() => document.documentElement.dataset.busy === undefined)
    }
    for (const payload of ALL.slice(0, 24)) {
      const part = encodeURIComponent(payload)
      await page.goto(at(`/reports/${part}?record=${part}&publisher=${part}#${part}`))
      await page.goto(at(`/timeline?from=${part}&kinds=${part}&record=${part}`))
    }
    expect(ran).toEqual([])
  }, 120_000)

  test('a title never leaves its page', async () => {
    await look('/')
    expect(await page.title()).toContain('onerror=ran(999)')
    expect(await page.locator('h1').textContent()).toBe('<img src=x onerror=ran(999)>')
  })

  test('the report of the content policy is empty, and the page has its guard', async () => {
    expect(desk.blocked).toEqual([])
    const stopped = await page.evaluate(() => {
      const node = document.createElement('div')
      try {
        node.innerHTML = '<img src=x>'
        return 'set'
      } catch {
        return 'stopped'
      }
    })
    expect(stopped).toBe('stopped')
  })
})
