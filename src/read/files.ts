import { existsSync } from 'node:fs'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { decodeText, FORMATS } from './bytes.ts'
import { givenFrom, readFrontMatter } from './front.ts'
import { readHtml } from './html.ts'
import { checkLength, faultOf, MAX_BYTES, ReadError, type Input } from './input.ts'
import { readJsonl, withDefaults, type Defaults } from './jsonl.ts'
import { readMarkdown } from './markdown.ts'
import { makeReport, type Given } from './report.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
}
const LINES = new Set(['.jsonl', '.ndjson'])

/** Reads files, the readable files of folders, and `-` (standard input: text, or JSONL where it begins with `{`). Each report or fault is one input, in order. */
export async function* readInputs(paths: readonly string[], defaults: Defaults = {}, stdin: Readable = process.stdin): AsyncGenerator<Input> {
  for (const path of paths) {
    if (path === '-') yield* readStdin(stdin, defaults)
    else yield* readPath(path, defaults)
  }
}

async function* readPath(path: string, defaults: Defaults): AsyncGenerator<Input> {
  try {
    const about = await stat(path)
    if (about.isDirectory()) yield* readFolder(path, defaults)
    else if (LINES.has(extname(path).toLowerCase())) yield* readJsonl(path, path, defaults)
    else yield await readFileInput(path, about.size, defaults)
  } catch (error) {
    yield { source: path, error: faultOf(error, path) }
  }
}

/** The reports of a folder in the order of their names; files of other kinds are passed over. */
async function* readFolder(path: string, defaults: Defaults): AsyncGenerator<Input> {
  const names = (await readdir(path)).sort()
  for (const name of names) {
    const ending = extname(name).toLowerCase()
    if (ending in TYPES || LINES.has(ending)) yield* readPath(join(path, name), defaults)
  }
}

async function readFileInput(path: string, size: number, defaults: Defaults): Promise<Input> {
  await checkHead(path)
  checkLength(size, path)
  return readBytes(await readFile(path), path, defaults, await readMetaFile(path))
}

/** A picture or a packed file is named for what it is before its size is looked at. */
async function checkHead(path: string): Promise<void> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
    if (/^(?:%PDF|PK\u0003\u0004|\u0089PNG|GIF8)/.test(buffer.subarray(0, bytesRead).toString('latin1'))) decodeText(buffer, path)
  } finally {
    await file.close()
  }
}

/** One file's bytes → one input; `meta` is what lies beside it. Throws ReadError. */
export function readBytes(bytes: Uint8Array, path: string, defaults: Defaults = {}, meta: Omit<Given, 'text'> = {}): Input {
  checkLength(bytes.length, path)
  if (bytes.length === 0) throw new ReadError('empty', 'The file is empty.', path, 'Give a file with the report’s words.')
  const ending = extname(path).toLowerCase()
  const source = decodeText(bytes, path)
  const mediaType = TYPES[ending] ?? 'text/plain'
  const given = readAs(mediaType, source, path)
  const report = makeReport(withDefaults({ ...given, ...meta }, defaults))
  if (report.text === '')
    throw new ReadError('empty', 'The file has no words.', path, `Read today: ${FORMATS}, up to ${String(MAX_BYTES / 1_000_000)} MB a report.`)
  return { source: path, report, original: { bytes, name: basename(path), mediaType } }
}

function readAs(mediaType: string, source: string, path: string): Given {
  if (mediaType === 'text/html' || (mediaType === 'text/plain' && /^\s*<(?:!doctype html|html)\b/i.test(source))) return readHtml(source, path)
  return mediaType === 'text/markdown' ? readMarkdown(source, path) : readFrontMatter(source, path)
}

/** What `NAME.meta.json` beside the file gives. Throws ReadError where it is not JSON. */
async function readMetaFile(path: string): Promise<Omit<Given, 'text'>> {
  const meta = `${path.slice(0, path.length - extname(path).length)}.meta.json`
  if (!existsSync(meta)) return {}
  try {
    return givenFrom(JSON.parse(await readFile(meta, 'utf8')) as Record<string, unknown>)
  } catch (error) {
    throw new ReadError(
      'bad-meta',
      `The file beside it is not JSON: ${(error as Error).message}`,
      meta,
      'Write {"publisher": …, "published": …} or take the file away.',
    )
  }
}

async function* readStdin(stdin: Readable, defaults: Defaults): AsyncGenerator<Input> {
  const chunks = stdin[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  const first = await chunks.next()
  const head = first.done ? Buffer.alloc(0) : Buffer.from(first.value)
  const whole = Readable.from(joinChunks(head, chunks))
  if (/^\s*\{/.test(head.subarray(0, 64).toString('latin1'))) yield* readJsonl(whole, 'standard input', defaults)
  else yield await readWhole(whole, defaults)
}

async function* joinChunks(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

async function readWhole(stream: Readable, defaults: Defaults): Promise<Input> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MAX_BYTES) break
  }
  try {
    return readBytes(Buffer.concat(chunks), 'standard input', defaults)
  } catch (error) {
    return { source: 'standard input', error: faultOf(error, 'standard input') }
  }
}
