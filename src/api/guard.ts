import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { refuse } from './problem.ts'

/** Who may call: the desk's own page with the cookie that the launch token is exchanged for, or a program with the token itself. */
export interface Guard {
  /** Given in the printed address, new at every start. */
  readonly token: string
  /** What the cookie is made from; outlives a restart, so that an open page goes on by itself. */
  readonly secret: string
  /** The name of the cookie: cookies do not tell ports apart, so the name does. */
  readonly cookie: string
  /** Values of the Host header that are answered; anything else is another site's name that was bound to this machine. */
  readonly hosts: () => readonly string[]
}

const READING = new Set(['GET', 'HEAD'])

function same(given: string | undefined, wanted: string): boolean {
  const a = createHmac('sha256', 'compare')
    .update(given ?? '')
    .digest()
  const b = createHmac('sha256', 'compare').update(wanted).digest()
  return given !== undefined && timingSafeEqual(a, b)
}

/** The value of the cookie. */
export function pass(guard: Guard): string {
  return createHmac('sha256', guard.secret).update('desk').digest('base64url')
}

function admitted(context: Context, guard: Guard): boolean {
  const bearer = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1]
  return same(bearer, guard.token) || same(getCookie(context, guard.cookie), pass(guard))
}

/** Whether the request comes from a page of another site. A browser always says so when it changes something. */
function foreign(context: Context, guard: Guard): boolean {
  const origin = context.req.header('origin')
  if (origin !== undefined && !guard.hosts().some(host => origin === `http://${host}`)) return true
  const site = context.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  return false
}

/** Answers only to the names of this machine: another name was bound to it from outside (DNS rebinding). */
export function knownHost(guard: Guard): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? ''
    if (guard.hosts().includes(host)) return next()
    return refuse(context, 421, {
      code: 'host',
      message: 'This desk does not answer to that name',
      place: host.slice(0, 200),
      mend: 'Open the address that parley serve printed',
    })
  }
}

/** Lets through only the desk's own page and programs that hold the token; nothing changes state without both checks. */
export function ownPage(guard: Guard): MiddlewareHandler {
  return async (context, next) => {
    if (foreign(context, guard)) {
      return refuse(context, 403, {
        code: 'origin',
        message: 'A page of another site may not use this desk',
        mend: 'Open the address that parley serve printed',
      })
    }
    if (!admitted(context, guard)) {
      return refuse(context, 401, {
        code: 'token',
        message: 'This page was opened without its key',
        mend: 'Open the whole address that parley serve printed, with the part after ?token=',
      })
    }
    if (!READING.has(context.req.method) && context.req.header('origin') === undefined && context.req.header('authorization') === undefined) {
      return refuse(context, 403, { code: 'origin', message: 'A change needs to say where it comes from', mend: 'Send the header Authorization: Bearer TOKEN' })
    }
    return next()
  }
}

/** Takes the launch token out of the address and leaves the cookie in its place. */
export function takeToken(guard: Guard): MiddlewareHandler {
  return async (context, next) => {
    const url = new URL(context.req.url)
    const token = url.searchParams.get('token')
    if (token === null) return next()
    if (same(token, guard.token)) setCookie(context, guard.cookie, pass(guard), { httpOnly: true, sameSite: 'Strict', path: '/' })
    url.searchParams.delete('token')
    return context.redirect(`${url.pathname.replace(/^\/{2,}/, '/')}${url.search}`, 303)
  }
}
