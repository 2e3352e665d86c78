import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { givenFrom } from './front.ts'
import { ReadError } from './input.ts'
import type { Given } from './report.ts'

/** The parts of a DOM that are used here: linkedom's types are wider. */
interface Node {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<Node>
}
interface Page {
  readonly documentElement: Node | null
  readonly body: Node
  querySelector: (selector: string) => { getAttribute: (name: string) => string | null; textContent: string | null } | null
  querySelectorAll: (selector: string) => Iterable<{ textContent: string | null; remove: () => void }>
}

const BLOCKS = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE H1 H2 H3 H4 H5 H6 UL OL LI BLOCKQUOTE FIGURE FIGCAPTION TABLE THEAD TBODY TR DL DT DD PRE HR BR'.split(' '),
)
const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT FORM BUTTON NAV HEAD'.split(' '))

/** The article of a page with what its metadata gives: JSON-LD first, then OpenGraph and meta. Nothing in it is run or fetched. */
export function readHtml(html: string, place: string): Given {
  const page = parseHTML(html).document as unknown as Page
  if (!page.documentElement) throw new ReadError('no-text', 'The page has no text.', place, 'Give the page as saved by a browser, or paste its text.')
  const given = { ...readMeta(page), ...readJsonLd(page) }
  const text = readArticle(html) ?? blockText(page.body)
  if (text.trim() === '') throw new ReadError('no-text', 'The page has no text.', place, 'Give the page as saved by a browser, or paste its text.')
  return { ...given, text }
}

/** The text of a piece of HTML, one block a line. */
export function htmlText(html: string): string {
  return blockText((parseHTML(`<html><body>${html}</body></html>`).document as unknown as Page).body)
}

/** The article as Readability finds it; it changes the page, so it gets its own. */
function readArticle(html: string): string | undefined {
  const page = parseHTML(html).document as unknown as Page
  for (const element of page.querySelectorAll('script, style, noscript, template')) element.remove()
  const article = new Readability(page as unknown as ConstructorParameters<typeof Readability>[0], { charThreshold: 200 }).parse()
  const text = article?.content ? htmlText(article.content) : ''
  return text.trim() === '' ? undefined : text
}

function blockText(root: Node): string {
  const lines: string[] = ['']
  const walk = (node: Node, item: boolean): void => {
    if (node.nodeType === 3) lines[lines.length - 1] += (node.textContent ?? '').replace(/\s+/g, ' ')
    if (node.nodeType !== 1 || SKIPPED.has(node.nodeName)) return
    const block = BLOCKS.has(node.nodeName)
    if (block) lines.push(node.nodeName === 'LI' && item ? '• ' : '')
    if (node.nodeName === 'TD' || node.nodeName === 'TH') lines[lines.length - 1] += '\t'
    for (const child of node.childNodes) walk(child, true)
    if (block) lines.push('')
  }
  walk(root, true)
  return lines
    .map(line => line.trim())
    .filter(line => line !== '' && line !== '•')
    .join('\n')
}

function readMeta(page: Page): Omit<Given, 'text'> {
  const content = (...selectors: string[]): string | undefined =>
    selectors.map(selector => page.querySelector(selector)?.getAttribute('content')).find(value => value) ?? undefined
  return givenFrom({
    headline: content('meta[property="og:title"]', 'meta[name="twitter:title"]') ?? page.querySelector('title')?.textContent?.trim(),
    publisher: content('meta[property="og:site_name"]', 'meta[name="application-name"]', 'meta[name="publisher"]'),
    published:
      content(
        'meta[property="article:published_time"]',
        'meta[name="date"]',
        'meta[name="dc.date"]',
        'meta[name="DC.date.issued"]',
        'meta[itemprop="datePublished"]',
      ) ?? page.querySelector('time[datetime]')?.getAttribute('datetime'),
    byline: content('meta[name="author"]', 'meta[property="article:author"]'),
    url: page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? content('meta[property="og:url"]'),
  })
}

/** schema.org NewsArticle (or another Article) in the page's JSON-LD; a broken block counts as none. */
function readJsonLd(page: Page): Omit<Given, 'text'> {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const article = findArticle(parseJson(script.textContent ?? ''))
    if (article) {
      const author = Array.isArray(article['author']) ? (article['author'][0] as unknown) : article['author']
      return givenFrom({
        ...article,
        key: undefined,
        id: undefined,
        source: undefined,
        date: undefined,
        publisher: nameOf(article['publisher']),
        author: nameOf(author),
        title: undefined,
      })
    }
  }
  return {}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function findArticle(data: unknown): Record<string, unknown> | undefined {
  if (Array.isArray(data)) return data.map(findArticle).find(found => found)
  if (typeof data !== 'object' || data === null) return undefined
  const record = data as Record<string, unknown>
  if (/Article|Report|LiveBlogPosting/.test(JSON.stringify(record['@type'] ?? ''))) return record
  return findArticle(record['@graph'])
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' ? value.name : undefined
}
