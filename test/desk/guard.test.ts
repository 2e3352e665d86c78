import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { app, openApi } from '#api'
import { makeReport, readDropped } from '#read'
import { makeCase } from './harness.ts'

const HOST = '127.0.0.1:4747'
const ORIGIN = `http://${HOST}`
const BEARER = { host: HOST, authorization: 'Bearer right' }
const guard = { token: 'right', secret: 'secret', cookie: 'parley_4747', hosts: () => [HOST, 'localhost:4747'] }

let made: Awaited<ReturnType<typeof makeCase>>
let desk: ReturnType<typeof app>
let cookie = ''

beforeAll(async () => {
  made = await makeCase([
    {
      source: 'one',
      report: makeReport({ text: 'The minister of Northland said on Monday that talks would resume.', publisher: 'Example Wire', published: '2025-05-12' }),
    },
  ])
  desk = app(made.held, { guard, shell: '/nonexistent', read: ({ name, bytes, told }) => readDropped(name, bytes, told) })
  const opened = await desk.request(`${ORIGIN}/?token=right`, { headers: { host: HOST } })
  cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}, 60_000)
afterAll(() => made.remove())

const reports = async (): Promise<number> => (await made.held.ask.overview()).reports

describe('who is let in', () => {
  test('the launch token is exchanged for a strict cookie and taken out of the address', async () => {
    const opened = await desk.request(`${ORIGIN}/reports?token=right&sort=added`, { headers: { host: HOST } })
    expect(opened.status).toBe(303)
    expect(opened.headers.get('location')).toBe('/reports?sort=added')
    expect(opened.headers.get('set-cookie')).toMatch(/^parley_4747=[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/)
  })
  test('the cookie opens the API', async () => {
    expect((await desk.request(`${ORIGIN}/api/overview`, { headers: { host: HOST, cookie } })).status).toBe(200)
  })
  test('the token itself opens the API to a program', async () => {
    expect((await desk.request(`${ORIGIN}/api/overview`, { headers: BEARER })).status).toBe(200)
  })
  test('the cookie never leads elsewhere: a token on a path of two slashes stays on this desk', async () => {
    const opened = await desk.request(`${ORIGIN}//evil.example/?token=right`, { headers: { host: HOST } })
    expect(opened.headers.get('location')).toBe('/evil.example/')
  })
})

/** Each request would read or write if it were let through; none may. */
const STRANGERS: readonly [name: string, path: string, init: RequestInit & { headers: Record<string, string> }, status: number][] = [
  ['no key', '/api/overview', { headers: { host: HOST } }, 401],
  ['a wrong token', '/api/overview', { headers: { host: HOST, authorization: 'Bearer wrong' } }, 401],
  ['an empty token', '/api/overview', { headers: { host: HOST, authorization: 'Bearer ' } }, 401],
  ['a token of another scheme', '/api/overview', { headers: { host: HOST, authorization: 'Basic right' } }, 401],
  ['a token in the query of the API', '/api/overview?token=right', { headers: { host: HOST } }, 401],
  ['a wrong cookie', '/api/overview', { headers: { host: HOST, cookie: 'parley_4747=wrong' } }, 401],
  ['an empty cookie', '/api/overview', { headers: { host: HOST, cookie: 'parley_4747=' } }, 401],
  ['the token as the cookie', '/api/overview', { headers: { host: HOST, cookie: 'parley_4747=right' } }, 401],
  ['a cookie of another port', '/api/overview', { headers: { host: HOST, cookie: 'parley_4748=COOKIE' } }, 401],
  ['a report without a key', '/api/reports/1', { headers: { host: HOST } }, 401],
  ['the search without a key', '/api/search?q=talks', { headers: { host: HOST } }, 401],
  ['the document without a key', '/api/openapi.json', { headers: { host: HOST } }, 401],
  ['health without a key', '/api/health', { headers: { host: HOST } }, 401],
  ['adding without a key', '/api/reports', { method: 'POST', body: 'text', headers: { host: HOST, origin: ORIGIN } }, 401],
  ['a page of another site', '/api/overview', { headers: { host: HOST, cookie: 'COOKIE', origin: 'https://evil.example' } }, 403],
  ['a page of another port', '/api/overview', { headers: { host: HOST, cookie: 'COOKIE', origin: 'http://127.0.0.1:9999' } }, 403],
  ['a page of the same name over TLS', '/api/overview', { headers: { host: HOST, cookie: 'COOKIE', origin: `https://${HOST}` } }, 403],
  ['an opaque origin', '/api/overview', { headers: { host: HOST, cookie: 'COOKIE', origin: 'null' } }, 403],
  ['an origin that begins alike', '/api/overview', { headers: { host: HOST, cookie: 'COOKIE', origin: `${ORIGIN}.evil.example` } }, 403],
  ['a cross-site request without an origin', '/api/overview', { headers: { host: HOST, cookie: 'COOKIE', 'sec-fetch-site': 'cross-site' } }, 403],
  ['a same-site request of another origin', '/api/overview', { headers: { host: HOST, cookie: 'COOKIE', 'sec-fetch-site': 'same-site' } }, 403],
  [
    'adding from another site',
    '/api/reports',
    { method: 'POST', body: 'text', headers: { host: HOST, cookie: 'COOKIE', origin: 'https://evil.example' } },
    403,
  ],
  ['adding from an opaque origin', '/api/reports', { method: 'POST', body: 'text', headers: { host: HOST, cookie: 'COOKIE', origin: 'null' } }, 403],
  ['adding with the cookie and no origin', '/api/reports', { method: 'POST', body: 'text', headers: { host: HOST, cookie: 'COOKIE' } }, 403],
  ['adding from another site with the token', '/api/reports', { method: 'POST', body: 'text', headers: { ...BEARER, origin: 'https://evil.example' } }, 403],
  [
    'a form of another site',
    '/api/reports',
    {
      method: 'POST',
      body: 'a=b',
      headers: { host: HOST, cookie: 'COOKIE', origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
    },
    403,
  ],
  ['a name bound to this machine', '/api/overview', { headers: { host: 'evil.example', cookie: 'COOKIE' } }, 421],
  [
    'a name bound to this machine and its port',
    '/api/overview',
    { headers: { host: 'evil.example:4747', cookie: 'COOKIE', origin: 'http://evil.example:4747' } },
    421,
  ],
  ['no name', '/api/overview', { headers: { host: '', cookie: 'COOKIE' } }, 421],
  ['this machine at another port', '/api/overview', { headers: { host: '127.0.0.1:80', cookie: 'COOKIE' } }, 421],
  ['another address of this machine', '/api/overview', { headers: { host: '0.0.0.0:4747', cookie: 'COOKIE' } }, 421],
  ['a name with this one in it', '/api/overview', { headers: { host: '127.0.0.1:4747.evil.example', cookie: 'COOKIE' } }, 421],
  [
    'adding under a bound name',
    '/api/reports',
    { method: 'POST', body: 'text', headers: { host: 'evil.example', cookie: 'COOKIE', origin: 'http://evil.example' } },
    421,
  ],
  ['the shell under a bound name', '/', { headers: { host: 'evil.example' } }, 421],
]

describe(`strangers: ${String(STRANGERS.length)} requests, 0 reads, 0 writes`, () => {
  for (const [name, path, init, status] of STRANGERS) {
    test(name, async () => {
      const before = await reports()
      const value = cookie.split('=')[1] ?? ''
      const given = {
        ...init.headers,
        ...(init.headers.cookie && { cookie: init.headers.cookie === 'COOKIE' ? cookie : init.headers.cookie.replace('COOKIE', value) }),
      }
      const answer = await desk.request(`${ORIGIN}${path}`, { ...init, headers: given })
      const body = await answer.text()
      expect(answer.status).toBe(status)
      expect(Object.keys(JSON.parse(body) as object)).toEqual(expect.arrayContaining(['code', 'message']))
      expect(body).not.toMatch(/Northland|Example Wire/)
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
      expect(await reports()).toBe(before)
    })
  }
  test('no state changes by GET', async () => {
    for (const path of ['/api/reports?name=a.txt', '/api/examples']) await desk.request(`${ORIGIN}${path}`, { headers: BEARER })
    expect(await reports()).toBe(1)
  })
})

describe('answers', () => {
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    Promise.resolve(desk.request(`${ORIGIN}${path}`, { ...init, headers: { ...BEARER, ...(init.headers as Record<string, string> | undefined) } }))

  test('every answer is sealed', async () => {
    for (const path of ['/', '/api/overview', '/api/nothing', '/assets/none.js']) {
      const { headers } = await ask(path)
      expect(headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'")
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|https?:/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })
  test.for([
    ['/api/reports?limit=9999', 400, 'usage'],
    ['/api/reports?limit=x', 400, 'usage'],
    ['/api/reports?nonsense=1', 400, 'usage'],
    ['/api/timeline?from=yesterday', 400, 'usage'],
    ['/api/reports?cursor=zzz', 400, 'usage'],
    ['/api/search', 400, 'usage'],
    ['/api/reports/none', 404, 'not-found'],
    ['/api/records/none', 404, 'not-found'],
    ['/api/nothing', 404, 'not-found'],
    [`/api/records/${'x'.repeat(5000)}`, 404, 'not-found'],
    ['/api/reports/%00', 404, 'not-found'],
    ['/api/reports/..%2f..%2fetc', 404, 'not-found'],
  ] as const)('%s is refused in the one shape', async ([path, status, code]) => {
    const answer = await ask(path)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ code, message: expect.stringMatching(/./) })
  })
  test('a body over the limit is refused before it is read', async () => {
    const answer = await ask('/api/reports', { method: 'POST', body: 'x', headers: { 'content-length': String(200 * 1024 * 1024) } })
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ code: 'too-large', mend: expect.stringMatching(/smaller/) })
  })
  test('an empty body adds nothing and says so', async () => {
    const answer = await ask('/api/reports?name=a.txt', { method: 'POST', body: '' })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'empty' })
  })
  test('what cannot be read fails on its own line, with the reason', async () => {
    const answer = await ask('/api/reports?name=a.png', { method: 'POST', body: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) })
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { as: string; error?: { message: string } })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ as: 'failed', error: { message: expect.stringMatching(/./) } })
  })
  test('lines of JSON come in one by one, a bad one among them', async () => {
    const body = [{ id: 'a', publisher: 'Wire', published: '2025-05-12', text: 'The envoy of Southland said the offer stands.' }, { id: 'b' }]
      .map(one => JSON.stringify(one))
      .join('\n')
    const answer = await ask('/api/reports?name=many.jsonl', { method: 'POST', body })
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { as: string })
    expect(lines.map(line => line.as)).toEqual(['added', 'failed'])
    const again = await ask('/api/reports?name=many.jsonl', { method: 'POST', body: body.split('\n')[0] ?? '' })
    expect(JSON.parse(await again.text())).toMatchObject({ as: 'already' })
  })
  test('a read-only desk adds nothing', async () => {
    const closed = app(made.held, { guard })
    const answer = await closed.request(`${ORIGIN}/api/reports?name=a.txt`, { method: 'POST', body: 'text', headers: BEARER })
    expect(answer.status).toBe(409)
  })
  test('the document lists every question with an example, and every question answers', async () => {
    const document = openApi() as {
      openapi: string
      paths: Record<
        string,
        {
          get?: {
            parameters: { name: string; in: string; required: boolean }[]
            responses: Record<string, { content?: Record<string, { example?: unknown }> }>
          }
        }
      >
    }
    expect(document.openapi).toBe('3.1.0')
    expect(JSON.parse(await (await ask('/api/openapi.json')).text())).toEqual(JSON.parse(JSON.stringify(document)))
    for (const [path, { get }] of Object.entries(document.paths)) {
      if (!get) continue
      expect(get.responses['200']?.content?.['application/json']?.example).toBeDefined()
      if (path.includes('{id}')) continue
      expect((await ask(`${path}${path === '/api/search' ? '?q=talks' : ''}`)).status).toBe(200)
    }
  })
  test('only what may be left out is optional', () => {
    const { paths } = openApi() as { paths: Record<string, { get: { parameters: { name: string; required: boolean }[] } }> }
    const required = Object.entries(paths).flatMap(([path, { get }]) =>
      get ? get.parameters.filter(one => one.required).map(one => `${path} ${one.name}`) : [],
    )
    expect(required).toEqual(['/api/reports/{id} id', '/api/records/{id} id', '/api/search q'])
  })
})
