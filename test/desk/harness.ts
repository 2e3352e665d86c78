/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { build } from 'vite'
import { serve, type Serving } from '#api'
import { newCase, openCase, type Case, type Input } from '#case'
import { makeReport, readDropped, readInputs, type Given } from '#read'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Where Chromium is on this machine; undefined where there is none. */
export const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  path => path !== undefined && existsSync(path),
)

/** The reports of the examples. */
export function exampleFiles(): string[] {
  return readdirSync(join(root, 'examples'))
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => join(root, 'examples', name))
}

const by = (): { by: string; at: string } => ({ by: 'test', at: new Date().toISOString() })

/** A case in a folder of its own, with these reports. */
export async function makeCase(
  inputs: AsyncIterable<Input> | Iterable<Input>,
  name = 'river',
): Promise<{ held: Case; file: string; remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-desk-'))
  const file = join(folder, 'talks.parley')
  const held = await newCase(file, { ...by(), name })
  for await (const added of held.add(inputs, by())) if (added.as === 'failed') throw new Error(`${added.source}: ${added.error.message}`)
  const remove = async (): Promise<void> => {
    await held.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { held, file, remove }
}

/** Reports made of what is given, as inputs. */
export function reportsOf(given: readonly Given[]): Input[] {
  return given.map((one, index) => ({ source: `report ${String(index + 1)}`, report: makeReport(one) }))
}

/** A desk over a case, with a browser before it. */
export interface Desk {
  readonly serving: Serving
  readonly browser: Browser
  readonly held: Case
  /** What the content policy stopped; empty where all is well. */
  readonly blocked: string[]
  /** A context that holds the cookie. */
  open(options?: Parameters<Browser['newContext']>[0], lang?: string): Promise<{ context: BrowserContext; page: Page; problems: string[] }>
  close(): Promise<void>
}

let built: Promise<unknown> | undefined

/** Builds the pages where they have not been built. */
export function buildPages(): Promise<unknown> {
  built ??= existsSync(join(root, 'dist/web/index.html')) ? Promise.resolve() : build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' })
  return built
}

/** Serves a case the way `parley serve` does. */
export function serveCase(held: Case, blocked: string[], options: { port?: number; secret?: string } = {}): Promise<Serving> {
  return serve({
    case: held,
    port: 0,
    secret: 'kept',
    ...options,
    by,
    read: ({ name, bytes, told }) => readDropped(name, bytes, told),
    examples: () => readInputs(exampleFiles()),
    onBlocked: report => blocked.push(report),
  })
}

/** Starts a desk and a browser. */
export async function startDesk(held: Case): Promise<Desk> {
  await buildPages()
  const blocked: string[] = []
  const serving = await serveCase(held, blocked)
  const browser = await chromium.launch({ ...(CHROMIUM !== undefined && { executablePath: CHROMIUM }), args: ['--no-sandbox'] })
  return {
    serving,
    browser,
    held,
    blocked,
    async open(options = {}, lang = 'en') {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
      const page = await context.newPage()
      const problems: string[] = []
      page.on('pageerror', error => problems.push(error.message))
      page.on('console', message => {
        if (message.type() === 'error' && !/status of 4\d\d|ERR_CONNECTION_REFUSED/.test(message.text())) problems.push(message.text())
      })
      await page.goto(`${serving.url}&lang=${lang}`)
      await page.evaluate(tongue => {
        localStorage.setItem('lang', tongue)
      }, lang)
      return { context, page, problems }
    },
    async close() {
      await browser.close()
      await serving.close()
    },
  }
}

export { openCase }

/** What stands against WCAG 2.2 AA on the page, in short; `only` names single rules. */
export async function violations(page: Page, only?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async rules => {
    const axe = (
      globalThis as unknown as {
        axe: {
          run(
            where: Document,
            options: { runOnly: readonly string[] },
          ): Promise<{ violations: { id: string; nodes: { target: unknown[]; html: string; any: { message: string }[] }[] }[] }>
        }
      }
    ).axe
    const { violations } = await axe.run(document, { runOnly: rules ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    return violations.map(
      one =>
        `${one.id}: ${one.nodes
          .slice(0, 3)
          .map(node => `${String(node.target[0])} ${node.html.slice(0, 140)} ${node.any[0]?.message ?? ''}`)
          .join(' | ')}`,
    )
  }, only)
}

/** Waits until the page has its answer. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1')
  await page.waitForFunction(() => document.querySelector('.waiting') === null && document.documentElement.dataset.busy === undefined)
}
