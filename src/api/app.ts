import { Hono, type Context } from 'hono'
import type { Case, Input } from '#case'
import { addFile, sendAdded, type Adding, type Reader } from './adding.ts'
import { QUESTIONS, type Question } from './asks.ts'
import { openApi } from './document.ts'
import { knownHost, ownPage, takeToken, type Guard } from './guard.ts'
import { sealed } from './headers.ts'
import { Kept } from './kept.ts'
import { faultOf, missing, refuse } from './problem.ts'
import { serveShell } from './shell.ts'

/** What the desk is made of. */
export interface DeskOptions {
  readonly guard: Guard
  /** Reads the files that people add; without it nothing can be added. */
  readonly read?: Reader
  /** The reports of the examples case, offered where the case is empty. */
  readonly examples?: () => AsyncIterable<Input> | Iterable<Input>
  /** Who adds, and when; 'desk' and the clock where nothing is said. */
  readonly by?: () => { by: string; at: string }
  /** The folder of the built pages. */
  readonly shell?: string
  /** Told of every page element that the content policy stopped. */
  readonly onBlocked?: (report: string) => void
}

function usage(context: Context, issue: { message: string; path: PropertyKey[] } | undefined): Response {
  const place = String(issue?.path[0] ?? 'query')
  return refuse(context, 400, {
    code: 'usage',
    message: `${place}: ${issue?.message ?? 'not understood'}`,
    place,
    mend: 'What may be asked is listed in /api/openapi.json',
  })
}

function answer(held: Case, kept: Kept, one: Question) {
  return async (context: Context): Promise<Response> => {
    const query = one.query.safeParse(context.req.query())
    if (!query.success) return usage(context, query.error.issues[0])
    const id = context.req.param('id') ?? ''
    const found = await kept.answer(`${id} ${new URL(context.req.url).pathname} ${JSON.stringify(query.data)}`, () =>
      one.ask(held.ask, query.data as never, id),
    )
    if (found === undefined)
      return refuse(context, 404, {
        code: 'not-found',
        message: 'The case holds nothing with this id',
        place: id.slice(0, 200),
        mend: 'Ids are listed by /api/reports and by every list of records',
      })
    return context.body(found, 200, { 'content-type': 'application/json' })
  }
}

function routes(app: Hono, held: Case, options: DeskOptions): void {
  const kept = new Kept(held)
  for (const one of QUESTIONS) app.get(`/api${one.path.replace('{id}', ':id')}`, answer(held, kept, one))
  const adding: Adding = { case: held, by: options.by ?? (() => ({ by: 'desk', at: new Date().toISOString() })), ...(options.read && { read: options.read }) }
  app.post('/api/reports', context => addFile(context, adding))
  app.post('/api/examples', context => {
    if (!options.examples || held.readOnly)
      return refuse(context, 404, { code: 'not-found', message: 'There are no examples here', mend: 'npm start reads them into a case of their own' })
    return sendAdded(context, adding, options.examples())
  })
  app.get('/api/health', context =>
    context.json({
      ok: true,
      file: held.file,
      readOnly: held.readOnly,
      adds: Boolean(options.read) && !held.readOnly,
      examples: Boolean(options.examples) && !held.readOnly,
    }),
  )
  const document = JSON.stringify(openApi())
  app.get('/api/openapi.json', context => context.body(document, 200, { 'content-type': 'application/json' }))
  app.all('/api/*', context => refuse(context, 404, missing(new URL(context.req.url).pathname)))
}

/** The desk over a case, as a Hono app: call it with `app.request`, or serve it with `serve`. */
export function app(held: Case, options: DeskOptions): Hono {
  const desk = new Hono()
  desk.onError((error, context) => {
    const { status, fault } = faultOf(error)
    return refuse(context, status, fault)
  })
  desk.use(sealed())
  desk.use(knownHost(options.guard))
  desk.post('/csp', async context => {
    options.onBlocked?.((await context.req.text()).slice(0, 4000))
    return context.body(null, 204)
  })
  desk.use('/api/*', ownPage(options.guard))
  desk.use('/api/*', async (context, next) => {
    context.header('cache-control', 'no-store')
    return next()
  })
  routes(desk, held, options)
  desk.use(takeToken(options.guard))
  if (options.shell !== undefined) serveShell(desk, options.shell)
  desk.all('*', context => refuse(context, 405, { code: 'method', message: 'Nothing can be done here in this way' }))
  return desk
}
