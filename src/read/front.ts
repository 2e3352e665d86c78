import { parse } from 'yaml'
import type { Given } from './report.ts'
import { ReadError } from './input.ts'

const FRONT = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/
/** The names under which sources give what Parley keeps, the first that is there wins. */
const NAMES = {
  key: ['id', 'key'],
  publisher: ['publisher', 'outlet', 'source', 'site_name'],
  published: ['published', 'date', 'datePublished', 'published_at'],
  publishedKnown: ['publishedKnown'],
  headline: ['headline', 'title'],
  byline: ['byline', 'author'],
  url: ['url', 'link'],
  language: ['language', 'lang'],
} as const

/** What a record of names and values (front matter, a meta file, a JSON line) gives of a report. */
export function givenFrom(record: Readonly<Record<string, unknown>>): Omit<Given, 'text'> {
  const given: Record<string, string> = {}
  for (const [field, names] of Object.entries(NAMES)) {
    const value = names.map(name => record[name]).find(one => one !== undefined && one !== null && one !== '')
    if (value instanceof Date) given[field] = value.toISOString().slice(0, 10)
    else if (typeof value === 'string' || typeof value === 'number') given[field] = String(value)
  }
  if (given['publishedKnown'] !== 'assumed') delete given['publishedKnown']
  return given
}

/** A text without its front matter, and what that gives. Throws ReadError where the front matter is not YAML. */
export function readFrontMatter(text: string, place: string): Given {
  const front = FRONT.exec(text)
  if (!front) return { text }
  try {
    const record = parse(front[1] ?? '') as unknown
    if (typeof record === 'object' && record !== null && !Array.isArray(record))
      return { ...givenFrom(record as Record<string, unknown>), text: text.slice(front[0].length) }
  } catch (error) {
    const line = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
    throw new ReadError('bad-meta', `The front matter is not YAML: ${line}`, place, 'Write one “name: value” a line between the two lines of dashes.')
  }
  return { text }
}
