import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { givenFrom } from './front.ts'
import { checkLength, faultOf, ReadError, type Input } from './input.ts'
import { makeReport, type Given } from './report.ts'

/** What the caller supplies where a source is silent. A date given here is marked `assumed`. */
export interface Defaults {
  readonly published?: string
  readonly publisher?: string
}

/** Adds what the caller supplies where the source is silent. */
export function withDefaults(given: Given, defaults: Defaults): Given {
  const published = given.published ?? defaults.published
  const publisher = given.publisher ?? defaults.publisher
  return {
    ...given,
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    ...(given.published === undefined && published !== undefined && { publishedKnown: 'assumed' as const }),
  }
}

/** The reports of a JSONL file or stream, a line each, in order; a bad line is an input with an error and the run goes on. */
export async function* readJsonl(from: string | Readable, name: string, defaults: Defaults): AsyncGenerator<Input> {
  const stream = typeof from === 'string' ? createReadStream(from) : from
  const seen = new Set<string>()
  let number = 0
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++
      if (line.trim() !== '') yield readLine(line, `${name}:${String(number)}`, defaults, seen)
    }
  } catch (error) {
    yield { source: name, error: faultOf(error, name) }
  }
}

/** One line → one input. `seen` holds the ids that came before, so that a second use of one is told. */
function readLine(line: string, place: string, defaults: Defaults, seen: Set<string>): Input {
  let id: string | undefined
  try {
    const record = parseLine(line, place)
    const given = withDefaults({ ...givenFrom(record), text: '' }, defaults)
    id = given.key
    const text = textOf(record, place)
    const twice = id !== undefined && seen.has(id)
    if (id !== undefined) seen.add(id)
    const report = makeReport({ ...given, text, ...(twice && { repairs: [{ what: `id ${id ?? ''} was given to an earlier line too` }] }) })
    if (report.text === '') throw new ReadError('empty', 'The text is empty.', place, 'Give the report’s words in “text”.')
    return { source: place, report, original: { bytes: Buffer.from(line), name: place, mediaType: 'application/json' } }
  } catch (error) {
    return { source: place, ...(id !== undefined && { id }), error: faultOf(error, place) }
  }
}

function parseLine(line: string, place: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new ReadError('bad-line', `The line is not JSON: ${(error as Error).message}`, place, 'Write one JSON object a line, with at least “text”.')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new ReadError('bad-line', 'The line is JSON but no object.', place, 'Write one JSON object a line, with at least “text”.')
}

function textOf(record: Record<string, unknown>, place: string): string {
  const { text } = record
  if (typeof text !== 'string') throw new ReadError('bad-line', 'The line has no “text”.', place, 'Give the report’s words in “text”, as a string.')
  checkLength(Buffer.byteLength(text), place)
  return text
}
