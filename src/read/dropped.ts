import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { readBytes } from './files.ts'
import { faultOf, type Input } from './input.ts'
import { readJsonl, type Defaults } from './jsonl.ts'

const LINES = new Set(['.jsonl', '.ndjson'])

/** Reads one file that came without a folder around it, as a browser sends it: JSON lines by its name, anything else by what it holds. */
export async function* readDropped(name: string, bytes: Uint8Array, defaults: Defaults = {}): AsyncGenerator<Input> {
  if (LINES.has(extname(name).toLowerCase())) {
    yield* readJsonl(Readable.from([bytes]), name, defaults)
    return
  }
  let input: Input
  try {
    input = readBytes(bytes, name, defaults)
  } catch (error) {
    input = { source: name, error: faultOf(error, name) }
  }
  yield input
}
