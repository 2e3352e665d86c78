/// <reference lib="dom" />
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { serve, type Serving } from '#api'
import { newCase, openCase, type Case } from '#case'
import { readInputs } from '#read'
import type { Bench, Row } from './frame.ts'
import { fillCase } from './growth.ts'

const REPORTS = fileURLToPath(new URL('../../shared/reports/', import.meta.url))
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path => existsSync(path))
const VIEWS = ['/', '/reports', '/positions', '/proposals', '/timeline', '/ceasefires', '/figures', '/sources', '/findings'] as const
const ROUNDS = 4

/** A case of the outside reports, in a file of its own or in the one that PARLEY_BENCH_CASE names, which is kept. */
async function filled(): Promise<{ held: Case; remove: () => void }> {
  const kept = process.env.PARLEY_BENCH_CASE
  if (kept !== undefined && existsSync(kept)) return { held: await openCase(kept), remove: () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const by = { by: 'bench', at: '2026-01-01T00:00:00Z' }
  const held = await newCase(kept ?? join(folder, 'talks.parley'), { ...by, name: 'Many reports' })
  const files = readdirSync(REPORTS)
    .filter(name => name.endsWith('.jsonl'))
    .sort()
    .map(name => join(REPORTS, name))
  for await (const added of held.add(readInputs(files), { ...by, jobs: availableParallelism() }))
    if (added.as === 'failed') console.error(`${added.source}: ${added.error.message}`)
  return {
    held,
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function at(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

async function watchTasks(page: Page): Promise<void> {
  // The loader of TypeScript wraps inner functions in a helper that the page does not have.
  await page.addInitScript('globalThis.__name = value => value')
  await page.addInitScript(() => {
    const seen: number[] = []
    Object.assign(globalThis, { tasks: seen })
    new PerformanceObserver(list => {
      for (const one of list.getEntries()) seen.push(one.duration)
    }).observe({ type: 'longtask', buffered: true })
  })
}

/** The longest tasks since the last call, in milliseconds. */
function takeTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks.splice(0))
}

/** Whether the page shows its answer. */
const READY = (): boolean =>
  document.querySelector('h1') !== null && document.documentElement.dataset.busy === undefined && document.querySelector('.waiting') === null

async function open(browser: Browser, serving: Serving): Promise<{ page: Page; first: number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await watchTasks(page)
  await page.goto(serving.url)
  await page.waitForFunction(READY)
  const times: number[] = []
  for (let n = 0; n < 5; n++) {
    await page.goto(serving.url)
    await page.waitForFunction(READY)
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
    times.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity))
  }
  return { page, first: at(times, 0.5) }
}

/** Waits until the page has looked ahead, as it does while somebody reads the first page. */
async function settle(page: Page): Promise<void> {
  for (let calm = 0; calm < 25;) {
    await page.waitForTimeout(100)
    calm = (await page.evaluate(READY)) ? calm + 1 : 0
  }
}

/** Clicks through the views and measures from the click to the answer that is drawn. */
async function switches(page: Page, report: string, rounds: number): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (const path of [...VIEWS, `/reports/${report}`]) {
      times.push(
        await page.evaluate(async href => {
          const link = Object.assign(document.createElement('a'), { href, textContent: 'go' })
          document.body.append(link)
          const start = performance.now()
          link.click()
          link.remove()
          await new Promise<void>(resolve => {
            const look = (): void => {
              const ready =
                location.pathname === href &&
                document.querySelector('main h1') !== null &&
                document.documentElement.dataset.busy === undefined &&
                document.querySelector('.waiting') === null
              if (ready)
                requestAnimationFrame(() => {
                  resolve()
                })
              else requestAnimationFrame(look)
            }
            requestAnimationFrame(() => requestAnimationFrame(look))
          })
          return performance.now() - start
        }, path),
      )
    }
  }
  return times
}

async function scrollThrough(page: Page, path: string, base: string): Promise<void> {
  await page.goto(new URL(path, base).href)
  await page.waitForFunction(READY)
  await takeTasks(page)
  for (let n = 0; n < 60; n++) {
    await page.mouse.wheel(0, 900)
    await page.waitForTimeout(30)
  }
}

async function typeSearch(page: Page, base: string): Promise<void> {
  await page.goto(new URL('/reports', base).href)
  await page.waitForFunction(READY)
  await takeTasks(page)
  await page.locator('main input[type=search]').pressSequentially('nuclear talks', { delay: 60 })
  await page.waitForFunction(READY)
}

/** A case of ten thousand outside reports, made once and kept: it takes minutes. */
async function tenThousand(): Promise<{ held: Case; remove: () => void }> {
  const file = fileURLToPath(new URL('../.cache/desk-10000.parley', import.meta.url))
  const there = existsSync(file) ? await openCase(file) : undefined
  if (there && there.counts().reports >= 9_900) return { held: there, remove: () => undefined }
  await there?.close()
  return { held: await fillCase(file, 10_000), remove: () => undefined }
}

async function run(): Promise<Row[]> {
  if (!existsSync(REPORTS) || CHROMIUM === undefined) return []
  return [...(await measure(await filled(), CHROMIUM)), ...(await measure(await tenThousand(), CHROMIUM))]
}

async function measure({ held, remove }: { readonly held: Case; readonly remove: () => void }, executablePath: string): Promise<Row[]> {
  const serving = await serve({ case: held, port: 0, secret: 'bench' })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const { page, first } = await open(browser, serving)
  const report = (await held.ask.reports({ sort: '-records', limit: 1 })).items[0]?.id ?? ''
  const cold = await switches(page, report, 1)
  await page.goto(serving.url)
  await settle(page)
  const times = await switches(page, report, ROUNDS)
  const tasks: number[] = []
  for (const path of ['/reports', '/timeline', '/ceasefires', '/figures', '/search?q=talks', `/reports/${report}`]) {
    await scrollThrough(page, path, serving.url)
    tasks.push(...(await takeTasks(page)))
  }
  await typeSearch(page, serving.url)
  tasks.push(...(await takeTasks(page)))
  const { reports } = await held.ask.overview()
  await browser.close()
  await serving.close()
  await held.close()
  remove()
  const how = `desk over ${reports.toLocaleString('en')} outside reports, Chromium, 1440 × 900`
  return [
    { what: 'first content', value: first, unit: 'ms', max: 1000, how: `${how}; first contentful paint, median of 5 loads` },
    {
      what: 'first switch to a view at once after the start, slowest',
      value: Math.max(...cold),
      unit: 'ms',
      how: `${how}; nothing looked ahead, nothing kept by the server`,
    },
    {
      what: 'switch of view, p50',
      value: at(times, 0.5),
      unit: 'ms',
      how: `${how}; ${String(times.length)} switches over ${String(VIEWS.length + 1)} views, click to drawn answer`,
    },
    {
      what: 'switch of view, p95',
      value: at(times, 0.95),
      unit: 'ms',
      max: 300,
      how: `${how}; ${String(times.length)} switches, after the page has looked ahead`,
    },
    {
      what: 'longest task while scrolling or typing',
      value: Math.max(0, ...tasks),
      unit: 'ms',
      max: 100,
      how: `${how}; six lists scrolled, thirteen letters typed; long tasks (from 50 ms) as the browser counts them`,
    },
  ]
}

/** The desk with many reports: how soon it shows, how fast it turns, whether it ever stands still. */
export const bench: Bench = { name: 'desk', run }
