import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { Context, Hono } from 'hono'
import { missing, refuse } from './problem.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

async function fileAt(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const file = normalize(join(folder, path))
  if (!file.startsWith(folder + sep)) return undefined
  try {
    return new Uint8Array(await readFile(file))
  } catch {
    return undefined
  }
}

async function send(context: Context, folder: string): Promise<Response> {
  const path = new URL(context.req.url).pathname
  const extension = extname(path)
  const asset = extension !== ''
  const bytes = await fileAt(folder, asset ? path : 'index.html')
  if (!bytes && asset) return refuse(context, 404, missing(path))
  if (!bytes) return refuse(context, 503, { code: 'not-built', message: 'The pages of the desk have not been built', place: folder, mend: 'npm run build' })
  const forever = path.startsWith('/assets/')
  context.header('content-type', TYPES[asset ? extension : '.html'] ?? 'application/octet-stream')
  context.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
  return context.body(bytes)
}

/** Serves the built pages in `folder`: every address that names no file is the one page, which reads the address itself. */
export function serveShell(app: Hono, folder: string): void {
  const root = normalize(folder).replace(/[\\/]$/, '')
  app.get('*', context => send(context, root))
}
