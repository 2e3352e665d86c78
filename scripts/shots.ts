/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** Writes pictures of every page of the desk over the examples to docs/desk: `npm run shots [-- NAME …]`. Look at each of them. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { parse } from 'yaml'
import { serve, type Serving } from '#api'
import { newCase, type Case } from '#case'
import { knownSchema } from '#model'
import { makeReport, readInputs } from '#read'
import { palettePng } from './palette.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'docs/desk')
const by = { by: 'shots', at: '2024-06-01T00:00:00Z' }

/** The ways in which every page is pictured. */
const LOOKS = [
  { name: 'light-1440', lang: 'en', scheme: 'light', width: 1440, height: 900 },
  { name: 'dark-1440', lang: 'en', scheme: 'dark', width: 1440, height: 900 },
  { name: 'ar-1440', lang: 'ar', scheme: 'light', width: 1440, height: 900 },
  { name: 'light-390', lang: 'en', scheme: 'light', width: 390, height: 844 },
] as const

async function examples(file: string): Promise<Case> {
  const known = knownSchema.parse(parse(readFileSync(join(root, 'examples/known.yaml'), 'utf8')))
  const held = await newCase(file, { ...by, name: 'The lower Issen', known })
  const files = readdirSync(join(root, 'examples'))
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => join(root, 'examples', name))
  for await (const added of held.add(readInputs(files), by)) if (added.as === 'failed') console.error(`${added.source}: ${added.error.message}`)
  return held
}

/** The reports of the planted findings of one invented negotiation: the page of findings shows more of them than of the examples. */
async function planted(file: string): Promise<Case> {
  const held = await newCase(file, { ...by, name: 'The Calder ferries' })
  const { cases } = parse(readFileSync(join(root, 'examples/planted/ferries.yaml'), 'utf8')) as {
    cases: { reports: { by: string; on: string; text: string; title?: string }[] }[]
  }
  const inputs = cases.flatMap(one =>
    one.reports.map(({ by: publisher, on: published, text, title }) => ({
      source: publisher,
      report: makeReport({ publisher, published, text, ...(title !== undefined && { headline: title }) }),
    })),
  )
  for await (const added of held.add(inputs, by)) if (added.as === 'failed') console.error(`${added.source}: ${added.error.message}`)
  return held
}

/** The pages with something open on each that shows what it is for. */
async function pagesOf(held: Case): Promise<Record<string, string>> {
  const busiest = (await held.ask.reports({ sort: '-records', limit: 1 })).items[0]?.id ?? ''
  const view = await held.ask.report(busiest)
  const position = (await held.ask.positions({ limit: 1 })).items[0]?.id ?? ''
  const proposal = (await held.ask.proposals({ limit: 1 })).items[0]?.id ?? ''
  const record = view?.analysis.times.find(one => one.known !== 'stated')?.id ?? view?.analysis.times[0]?.id ?? ''
  return {
    case: '/',
    reports: '/reports',
    report: `/reports/${busiest}?record=${record}`,
    positions: `/positions?record=${position}`,
    compared: '/positions?at=2024-05-17&against=2024-04-01',
    proposals: `/proposals?record=${proposal}`,
    timeline: '/timeline',
    ceasefires: '/ceasefires',
    figures: '/figures',
    sources: '/sources',
    graph: '/sources?show=graph',
    actors: '/sources?show=actors',
    search: '/search?q=ceasefire',
    record: `/records/${position}`,
  }
}

/** The RGBA pixels of a PNG, as the browser decodes them. */
async function pixelsOf(blank: Page, png: Buffer): Promise<Uint8Array> {
  const coded = await blank.evaluate(async source => {
    const bytes = Uint8Array.from(atob(source), letter => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')
    canvas?.drawImage(image, 0, 0)
    const { data } = canvas?.getImageData(0, 0, image.width, image.height) ?? { data: new Uint8ClampedArray() }
    let text = ''
    for (let n = 0; n < data.length; n += 32768) text += String.fromCharCode(...data.subarray(n, n + 32768))
    return btoa(text)
  }, png.toString('base64'))
  return new Uint8Array(Buffer.from(coded, 'base64'))
}

async function picture(browser: Browser, serving: Serving, pages: Readonly<Record<string, string>>, look: (typeof LOOKS)[number]): Promise<void> {
  const context = await browser.newContext({ viewport: { width: look.width, height: look.height }, colorScheme: look.scheme })
  const page = await context.newPage()
  const blank = await browser.newPage()
  await page.goto(`${serving.url}&lang=${look.lang}`)
  await page.evaluate(lang => {
    localStorage.setItem('lang', lang)
  }, look.lang)
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(new URL(path, serving.url).href)
    await page.waitForSelector('h1')
    await page.waitForFunction(() => document.querySelector('.waiting') === null && document.documentElement.dataset.busy === undefined)
    await page.waitForTimeout(250)
    const file = join(out, `${name}-${look.name}.png`)
    const shot = await page.screenshot({ animations: 'disabled' })
    writeFileSync(file, palettePng(await pixelsOf(blank, shot), look.width, look.height))
    console.log(`${file.slice(root.length)}  ${String(Math.round(statSync(file).size / 1000))} kB`)
  }
  await blank.close()
  await context.close()
}

const wanted = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'parley-shots-'))
const held = await examples(join(folder, 'talks.parley'))
const serving = await serve({ case: held, port: 0, secret: 'shots', read: () => [] })
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path => existsSync(path))
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: ['--no-sandbox', '--disable-lcd-text', '--force-color-profile=srgb'],
})
mkdirSync(out, { recursive: true })
const ferries = await planted(join(folder, 'ferries.parley'))
const second = await serve({ case: ferries, port: 0, secret: 'shots', read: () => [] })
const chosen = (pages: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(pages).filter(([name]) => wanted.length === 0 || wanted.includes(name)))
const pages = chosen(await pagesOf(held))
const others = chosen({ findings: '/findings' })
for (const look of LOOKS) {
  await picture(browser, serving, pages, look)
  await picture(browser, second, others, look)
}
await browser.close()
for (const one of [serving, second]) await one.close()
for (const one of [held, ferries]) await one.close()
rmSync(folder, { recursive: true, force: true })
