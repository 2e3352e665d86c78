import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import type { Case } from '#case'
import { app, type DeskOptions } from './app.ts'
import type { Guard } from './guard.ts'
import { deskSecret } from './secret.ts'

/** How the desk is served. */
export interface ServeOptions extends Omit<DeskOptions, 'guard'> {
  readonly case: Case
  /** The port wanted, 4747 where nothing is said; a taken one gives way to the next free one. 0: any free one. */
  readonly port?: number
  /** The launch token; a new one of 192 bits where nothing is said. */
  readonly token?: string
  /** What the cookie is made from; by default kept in the person's own state folder. */
  readonly secret?: string
}

/** A desk that is served. `url` holds the launch token; `wanted` is the port that was taken, where another had to do. */
export interface Serving {
  readonly url: string
  readonly port: number
  readonly wanted?: number
  close(): Promise<void>
}

const HOST = '127.0.0.1'
const TRIES = 50

function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    }
    server.once('error', failed)
    server.listen(port, HOST, () => {
      server.off('error', failed)
      resolve(true)
    })
  })
}

async function listenFrom(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + TRIES; port++) {
    if (await listen(server, port)) {
      const address = server.address()
      return typeof address === 'object' && address ? address.port : port
    }
  }
  throw new RangeError(`No free port between ${String(first)} and ${String(first + TRIES - 1)}`)
}

function stop(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => {
      resolve()
    })
    server.closeIdleConnections()
    setTimeout(() => {
      server.closeAllConnections()
    }, 2_000).unref()
  })
}

/** Serves the desk on 127.0.0.1 and gives its address with the launch token. `close` lets running answers end, for two seconds at most. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { case: held, port: wanted = 4747, token = randomBytes(24).toString('base64url'), secret = await deskSecret(held.file), ...rest } = options
  let port = wanted
  const guard: Guard = {
    token,
    secret,
    get cookie() {
      return `parley_${String(port)}`
    },
    hosts: () => [`${HOST}:${String(port)}`, `localhost:${String(port)}`],
  }
  const shell = fileURLToPath(new URL('../../dist/web', import.meta.url))
  const desk = app(held, { shell, ...rest, guard })
  const server = createServer(getRequestListener(desk.fetch, { overrideGlobalObjects: false }))
  port = await listenFrom(server, wanted)
  const url = `http://${HOST}:${String(port)}/?token=${token}`
  return { url, port, ...(wanted !== 0 && wanted !== port && { wanted }), close: () => stop(server) }
}
