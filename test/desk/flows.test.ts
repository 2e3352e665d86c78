/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { rmSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readInputs } from '#read'
import { CHROMIUM, exampleFiles, makeCase, serveCase, settled, startDesk, type Desk } from './harness.ts'

/** How far below the top of the window a link stands once the rows around it, measured as they are drawn, have come to rest. */
async function restingHeight(link: Locator): Promise<number> {
  let last = NaN
  for (let calm = 0; calm < 5;) {
    const y = (await link.boundingBox())?.y ?? NaN
    calm = y === last ? calm + 1 : 0
    last = y
    await link.page().waitForTimeout(60)
  }
  return last
}

/** What people do at the desk, from the first page to the last sentence. */
describe.skipIf(CHROMIUM === undefined)('flows (needs Chromium)', () => {
  let desk: Desk
  let made: Awaited<ReturnType<typeof makeCase>>
  let page: Page
  let problems: string[]
  let busiest = ''
  const at = (path: string): string => new URL(path, desk.serving.url).href
  const go = async (path: string): Promise<void> => {
    await page.goto(at(path))
    await settled(page)
  }

  beforeAll(async () => {
    made = await makeCase(readInputs(exampleFiles()))
    desk = await startDesk(made.held)
    const seat = await desk.open()
    page = seat.page
    problems = seat.problems
    busiest = (await made.held.ask.reports({ sort: '-records', limit: 1 })).items[0]?.id ?? ''
  }, 120_000)
  afterAll(async () => {
    expect(problems).toEqual([])
    expect(desk.blocked).toEqual([])
    await desk.close()
    await made.remove()
  })

  test('the launch token leaves the address', async () => {
    await page.goto(desk.serving.url)
    expect(page.url()).not.toContain('token')
    await settled(page)
    expect(await page.locator('h1').innerText()).toBe('river')
  })

  test('nothing is loaded from elsewhere', async () => {
    const seen: string[] = []
    page.on('request', request => seen.push(request.url()))
    for (const path of ['/', '/timeline', `/reports/${busiest}`, '/sources?show=graph']) await go(path)
    expect(seen.length).toBeGreaterThan(10)
    expect(seen.filter(url => !url.startsWith(new URL(desk.serving.url).origin))).toEqual([])
  })

  test('without the key the page says what to open', async () => {
    const context = await desk.browser.newContext()
    const stranger = await context.newPage()
    await stranger.goto(at('/reports'))
    await stranger.waitForSelector('.banner')
    expect(await stranger.locator('.banner').innerText()).toMatch(/token/)
    expect(await stranger.locator('main').innerText()).not.toMatch(/Brannoch|Keldria/)
    await context.close()
  })

  test('the whole reading of one report by keyboard alone', async () => {
    await go('/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
    for (let n = 0; n < 12 && (await page.evaluate(() => document.activeElement?.getAttribute('href'))) !== '/reports'; n++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/reports$/)
    await page.waitForSelector('.rows a')
    for (let n = 0; n < 30 && !(await page.evaluate(() => /^\/reports\/[0-9a-f]{64}$/.test(document.activeElement?.getAttribute('href') ?? ''))); n++)
      await page.keyboard.press('Tab')
    const id = (await page.evaluate(() => document.activeElement?.getAttribute('href')))?.split('/').at(-1) ?? ''
    await page.keyboard.press('Enter')
    await page.waitForSelector('.report .entry')
    const view = await made.held.ask.report(id)
    const wanted = view
      ? [
          ...view.analysis.statements,
          ...view.analysis.times,
          ...view.analysis.figures,
          ...view.analysis.proposals,
          ...view.analysis.ceasefires,
          ...view.analysis.allegations,
        ].map(one => one.id as string)
      : []
    const seen = new Set<string>()
    for (let n = 0; n < wanted.length + 2; n++) {
      await page.keyboard.press('j')
      const now = new URL(page.url()).searchParams.get('record') ?? ''
      seen.add(now)
      await page.waitForSelector(`li[data-record="${now}"][data-open]`)
      expect(await page.locator('.report .on').count()).toBeGreaterThan(0)
      expect(await page.locator('.why').count()).toBe(1)
    }
    expect([...seen].sort()).toEqual([...wanted].sort())
    const ring = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement ?? document.body)
      return `${style.outlineStyle} ${style.outlineWidth}`
    })
    expect(ring).toBe('solid 2px')
    await page.keyboard.press('Escape')
    expect(page.url()).not.toContain('record=')
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    expect(page.url()).not.toContain('record=')
  })

  test('a cited place opens the report at its words', async () => {
    await go('/')
    const link = page.locator('main .cite').first()
    const [, span] = (await link.getAttribute('href'))?.split('#') ?? []
    await link.click()
    await page.waitForSelector('.report .here')
    const [start = 0, end = 0] = (span ?? '').split('-').map(Number)
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const text = (await made.held.ask.report(id))?.analysis.report.text ?? ''
    const shown = (await page.locator('.here').allInnerTexts()).join('')
    expect(shown.replaceAll(/\s+/g, '')).toBe(text.slice(start, end).replaceAll(/\s+/g, ''))
    expect(
      await page
        .locator('.here')
        .first()
        .evaluate(node => {
          const box = node.getBoundingClientRect()
          return box.top >= 0 && box.bottom <= innerHeight
        }),
    ).toBe(true)
  })

  test('back returns to the same place and the same link', async () => {
    await go('/timeline')
    await page.waitForSelector('.rows li')
    await page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight - innerHeight - 200)
    })
    await page.waitForTimeout(200)
    const link = page.locator('.rows li .cite:visible').nth(3)
    await link.scrollIntoViewIfNeeded()
    const before = await restingHeight(link)
    const href = await link.getAttribute('href')
    await link.click()
    await page.waitForSelector('.report')
    await page.goBack()
    await page.waitForSelector('.rows li')
    await page.waitForFunction(
      ([wanted, height]) =>
        document.activeElement?.getAttribute('href') === wanted && Math.abs(document.activeElement.getBoundingClientRect().top - height) < 4,
      [href, before] as const,
    )
  })

  test('the day of the matrix can be moved, and a later position is not there before it was held', async () => {
    await go('/positions')
    const many = await page.locator('.matrix .pos').count()
    await page.locator('input[type=range]').first().focus()
    await page.keyboard.press('Home')
    await page.waitForURL(/at=2024-03-04/)
    await settled(page)
    expect(await page.locator('.matrix .pos').count()).toBeLessThan(many)
    expect(await page.locator('.matrix').innerText()).toContain('not mentioned')
  })

  test('two days compared: a cell opens both sentences', async () => {
    await go('/positions')
    await page.getByLabel('Compare two days').check()
    await page.waitForURL(/against=/)
    await settled(page)
    await page.locator('.matrix .ch').first().click()
    await page.waitForSelector('aside .said')
    expect(await page.locator('aside h3').count()).toBe(2)
  })

  test('a position opens beside the matrix, and Esc gives the focus back', async () => {
    await go('/positions')
    const cell = page.locator('.matrix .pos').first()
    const place = await cell.getAttribute('data-place')
    await cell.click()
    await page.waitForSelector('aside .sheet blockquote mark')
    expect(await page.locator('aside mark').innerText()).not.toBe('')
    await page.keyboard.press('Escape')
    await page.waitForSelector('aside', { state: 'detached' })
    await page.waitForFunction(wanted => document.activeElement?.getAttribute('data-place') === wanted, place)
  })

  test('/ goes to the search, the query is the address, the words are marked', async () => {
    await go('/')
    await page.keyboard.press('/')
    await page.keyboard.type('river locks')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?q=river\+locks/)
    await settled(page)
    await page.waitForSelector('.hit mark')
    const marks = (await page.locator('.hit mark').allInnerTexts()).map(word => word.toLowerCase())
    expect(marks.length).toBeGreaterThan(0)
    expect(marks.every(word => /river|lock/.test(word))).toBe(true)
    await page.locator('.facets a').first().click()
    await settled(page)
    expect([...new URL(page.url()).searchParams].length).toBe(2)
  })

  test('no key does anything while somebody types', async () => {
    await go('/')
    await page.keyboard.press('/')
    await page.keyboard.type('a/b?c jk')
    expect(await page.inputValue('#words')).toBe('a/b?c jk')
    expect(await page.locator('dialog').count()).toBe(0)
  })

  test('? shows the keys and gives the focus back', async () => {
    await go(`/reports/${busiest}`)
    await page.keyboard.press('?')
    await page.waitForSelector('dialog[open]')
    expect(await page.locator('dialog').innerText()).toMatch(/Next record/)
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog', { state: 'detached' })
  })

  test('a date stands in words, and its EDTF is one step away', async () => {
    await go('/timeline')
    const when = page.locator('.rows .when').first()
    expect(await when.innerText()).toMatch(/[A-Z]?\w+/)
    expect(await when.getAttribute('title')).toMatch(/^[[\]\d.~/-]+$/)
  })

  test('the marks of the timeline lead to their records, and the list says the same', async () => {
    await go('/timeline?kinds=proposal,ceasefire')
    await page.waitForSelector('.tl a')
    const href = await page.locator('.tl a').first().getAttribute('href')
    await page.locator('.tl a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('aside .sheet')
    expect(new URL(page.url()).search).toBe(new URL(at(href ?? '')).search)
    const id = new URL(page.url()).searchParams.get('record') ?? ''
    expect((await made.held.ask.timeline({ limit: 500 })).items.some(one => one.id === id)).toBe(true)
  })

  test('kinds of the timeline can be left out', async () => {
    await go('/timeline')
    const all = await page.locator('.head .meta').innerText()
    await page.getByRole('checkbox', { name: 'Acts' }).uncheck()
    await page.waitForURL(/kinds=/)
    await settled(page)
    expect(await page.locator('.head .meta').innerText()).not.toBe(all)
  })

  test('a report can be shown with every kind of record and with none', async () => {
    await go(`/reports/${busiest}`)
    for (const box of await page.locator('.filters input').all()) await box.uncheck()
    expect(await page.locator('.entry').count()).toBe(0)
    for (const box of await page.locator('.filters input').all()) await box.check()
    const view = await made.held.ask.report(busiest)
    const lists = ['statements', 'times', 'events', 'tracks', 'proposals', 'positions', 'ceasefires', 'allegations', 'figures', 'indicators', 'notes'] as const
    expect(await page.locator('.entry').count()).toBe(lists.reduce((sum, list) => sum + (view?.analysis[list].length ?? 0), 0))
  })

  test('the text of a report is shown whole and unchanged', async () => {
    await go(`/reports/${busiest}`)
    const text = (await made.held.ask.report(busiest))?.analysis.report.text ?? ''
    const shown = await page.evaluate(() => [...document.querySelectorAll('.para > p')].map(one => one.textContent).join(''))
    expect(shown.replaceAll(/\s+/g, '')).toBe(text.replaceAll(/\s+/g, ''))
  })

  test('the records of the margin stand at the height of their words', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await go(`/reports/${busiest}`)
    await page.waitForSelector('.placed')
    await page.waitForTimeout(150)
    const off = await page.evaluate(() => {
      const first = document.querySelector<HTMLElement>('.what > li')
      const words = document.querySelector(`[data-r~="${first?.dataset.record ?? ''}"]`)
      return Math.abs((first?.getBoundingClientRect().top ?? 0) - (words?.getBoundingClientRect().top ?? 999))
    })
    expect(off).toBeLessThan(12)
    const crossed = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.what > li')].map(one => one.getBoundingClientRect())
      return boxes.some((box, index) => index > 0 && box.top < (boxes[index - 1]?.bottom ?? 0) - 1)
    })
    expect(crossed).toBe(false)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  for (const width of [360, 640, 1920]) {
    test(`no page is wider than a window of ${String(width)} px`, async () => {
      await page.setViewportSize({ width, height: 800 })
      for (const path of [
        '/',
        '/reports',
        `/reports/${busiest}`,
        '/positions',
        '/proposals',
        '/timeline',
        '/ceasefires',
        '/figures',
        '/sources',
        '/search?q=river',
        '/findings',
      ]) {
        await go(path)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0)
      }
      await page.setViewportSize({ width: 1280, height: 900 })
    })
  }

  test('at a zoom of 400 % everything is there and nothing is cut off', async () => {
    const seat = await desk.open({ viewport: { width: 320, height: 225 }, deviceScaleFactor: 4 })
    for (const path of ['/', `/reports/${busiest}`, '/positions', '/search?q=river']) {
      await seat.page.goto(at(path))
      await settled(seat.page)
      expect(await seat.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0)
      expect(await seat.page.locator('nav a').count()).toBeGreaterThanOrEqual(9)
    }
    await seat.context.close()
  })

  test('the matrix prints: no controls, no colour but black', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await go('/positions')
    expect(await page.locator('header nav').isVisible()).toBe(false)
    expect(await page.locator('.matrix').isVisible()).toBe(true)
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)')
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.length).toBeGreaterThan(5000)
    await page.emulateMedia({ media: null, colorScheme: null })
  })

  test('dark and light can be chosen against the system, and are remembered', async () => {
    await go('/')
    const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const light = await ground()
    await page.getByLabel('Look').selectOption('dark')
    const dark = await ground()
    expect(dark).not.toBe(light)
    await page.reload()
    await settled(page)
    expect(await ground()).toBe(dark)
    await page.getByLabel('Look').selectOption('system')
  })

  test('Arabic turns the page round and keeps the reports as they are', async () => {
    await go('/')
    await page.getByLabel('Language').selectOption('ar')
    await page.waitForFunction(() => document.documentElement.dir === 'rtl')
    expect(await page.locator('nav').innerText()).toMatch(/التقارير/)
    await page.goto(at(`/reports/${busiest}`))
    await settled(page)
    expect(
      await page
        .locator('.para p')
        .first()
        .evaluate(node => getComputedStyle(node).direction),
    ).toBe('ltr')
    await page.locator('footer select').first().selectOption('en')
    await page.waitForFunction(() => document.documentElement.dir === 'ltr')
  })

  test('in the pseudo-locale every word of the desk is a message', async () => {
    const seat = await desk.open({}, 'en-XA')
    for (const path of [
      '/',
      '/reports',
      `/reports/${busiest}`,
      '/positions',
      '/proposals',
      '/timeline',
      '/ceasefires',
      '/figures',
      '/sources',
      '/search?q=river',
      '/findings',
      '/nowhere',
    ]) {
      await seat.page.goto(at(path))
      await settled(seat.page)
      const plain = await seat.page.evaluate(() =>
        [...document.querySelectorAll('h1, h2, h3, th, legend, label, button, nav a, dt, option')]
          .filter(node => !node.querySelector('bdi, [dir], code') && !node.closest('[lang]:not(html), bdi, [dir=auto]') && node.closest('html') !== null)
          .map(node =>
            [...node.childNodes]
              .filter(child => child.nodeType === 3)
              .map(child => child.textContent ?? '')
              .join('')
              .trim(),
          )
          .filter(text => /[a-z]{4,}/i.test(text) && !/[^\u0000-\u00b6\u2000-\u206f]/.test(text)),
      )
      expect(
        plain.filter(text => !/^“?(Parley|river|TIMEX3|PLOVER)/.test(text)),
        path,
      ).toEqual([])
    }
    await seat.context.close()
  })

  test('an address that names nothing says so', async () => {
    await go('/records/0123456789abcdef')
    expect(await page.locator('main').innerText()).toMatch(/holds nothing at this address/)
    await go('/somewhere/else')
    expect(await page.locator('h1').innerText()).toMatch(/Nothing has this address/)
  })

  test('one record on its own page: words in context, chain, when, rule, JSON', async () => {
    const statement = (await made.held.ask.report(busiest))?.analysis.statements[0]
    await go(`/records/${statement?.id ?? ''}`)
    const text = await page.locator('main').innerText()
    expect(text).toContain(statement?.rule)
    await page.locator('details summary').click()
    expect(JSON.parse(await page.locator('pre').innerText())).toMatchObject({ id: statement?.id, span: statement?.span })
    await page.locator('.go a').first().click()
    await page.waitForSelector('li[data-open]')
  })

  test('the server stops and comes back: said, and gone on with by itself', async () => {
    const other = await makeCase(readInputs(exampleFiles().slice(0, 1)), 'other')
    const blocked: string[] = []
    const first = await serveCase(other.held, blocked)
    const context = await desk.browser.newContext()
    const here = await context.newPage()
    await here.goto(first.url)
    await settled(here)
    await first.close()
    await here.locator('nav a', { hasText: 'Findings' }).click()
    await here.waitForSelector('.banner')
    expect(await here.locator('.banner').innerText()).toMatch(/stopped/)
    const second = await serveCase(other.held, blocked, { port: first.port })
    await here.waitForSelector('.banner', { state: 'detached', timeout: 8000 })
    await here.waitForFunction(() => document.querySelector('.fault') === null)
    expect(second.port).toBe(first.port)
    await context.close()
    await second.close()
    await other.remove()
  })

  test('a case that is deleted while it is open is said to be, and the page stays', async () => {
    const other = await makeCase(readInputs(exampleFiles().slice(0, 1)), 'gone')
    const serving = await serveCase(other.held, [])
    const context = await desk.browser.newContext()
    const here = await context.newPage()
    await here.goto(serving.url)
    await settled(here)
    await other.held.close()
    rmSync(other.file, { force: true })
    await here.locator('#words').fill('nothing looked at before')
    await here.locator('#words').press('Enter')
    await here.waitForSelector('.fault')
    expect(await here.locator('.fault').first().innerText()).not.toBe('')
    expect(await here.locator('nav').isVisible()).toBe(true)
    await context.close()
    await serving.close()
  })

  test('the port that is wanted is taken: the next free one, and said so', async () => {
    const serving = await serveCase(made.held, [], { port: desk.serving.port })
    expect(serving.port).not.toBe(desk.serving.port)
    expect(serving.wanted).toBe(desk.serving.port)
    await serving.close()
  })
})
