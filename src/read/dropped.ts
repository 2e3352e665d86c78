import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { readBytes } from './files.ts'
import { faultOf, type Input } from './input.ts'
import { readJsonl, type Defaults } from './jsonl.ts'

/** What a person tells of a file that they add; what its text says wins over publisher and date. */
export interface Told extends Defaults {
  readonly headline?: string
  readonly url?: string
}

const LINES = new Set(['.jsonl', '.ndjson'])

/** Reads one file that came without a folder around it, as a browser sends it: JSON lines by its name, anything else by what it holds. */
export async function* readDropped(name: string, bytes: Uint8Array, told: Told = {}): AsyncGenerator<Input> {
  if (LINES.has(extname(name).toLowerCase())) {
    yield* readJsonl(Readable.from([bytes]), name, told)
    return
  }
  let input: Input
  try {
    const { headline, url, ...defaults } = told
    input = readBytes(bytes, name, defaults, { ...(headline !== undefined && { headline }), ...(url !== undefined && { url }) })
  } catch (error) {
    input = { source: name, error: faultOf(error, name) }
  }
  yield input
}
