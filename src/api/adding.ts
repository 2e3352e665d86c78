import { availableParallelism } from 'node:os'
import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import * as z from 'zod'
import type { Added, Case, Input } from '#case'
import { faultSchema } from '#model'
import { faultOf, refuse } from './problem.ts'

/** What a person says about the text that they add; what the text itself says wins where the reader finds it. */
export const addQuerySchema = z.strictObject({
  name: z.exactOptional(z.string().max(500).describe('name of the file')),
  publisher: z.exactOptional(z.string().max(500)),
  published: z.exactOptional(
    z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
      .describe('YYYY-MM-DD'),
  ),
  headline: z.exactOptional(z.string().max(2000)),
  url: z.exactOptional(z.string().max(4000)),
})
export type Told = z.infer<typeof addQuerySchema>

/** What became of one report, as a line of the answer. */
export const addedSchema = z.union([
  z.strictObject({
    source: z.string(),
    as: z.enum(['added', 'already']),
    report: z.string(),
    number: z.int(),
    key: z.exactOptional(z.string()),
    records: z.int(),
  }),
  z.strictObject({ source: z.string(), as: z.literal('failed'), key: z.exactOptional(z.string()), error: faultSchema }),
])

/** Turns one file's bytes into reports to add; the face that starts the desk brings it, since only the read room knows formats. */
export type Reader = (file: { readonly name: string; readonly bytes: Uint8Array; readonly told: Told }) => AsyncIterable<Input> | Iterable<Input>

/** The most bytes of one file that is sent to the desk. */
export const MOST_BYTES = 128 * 1024 * 1024

/** What adding needs: the case, how to read a file, and who adds at what instant. */
export interface Adding {
  readonly case: Case
  readonly read?: Reader
  readonly by: () => { by: string; at: string }
}

/** Adds what `inputs` give and sends a line of JSON for each as it is done; stops where the page goes away. With more than one job the reading is done beside the server. */
export function sendAdded(context: Context, adding: Adding, inputs: AsyncIterable<Input> | Iterable<Input>, jobs = 1): Response {
  const stop = new AbortController()
  context.header('content-type', 'application/x-ndjson; charset=utf-8')
  return stream(context, async out => {
    out.onAbort(() => {
      stop.abort()
    })
    const write = (line: Added): Promise<unknown> => out.write(`${JSON.stringify(line)}\n`)
    try {
      for await (const added of adding.case.add(inputs, { ...adding.by(), jobs, signal: stop.signal })) {
        await write(added)
        await breathe()
      }
    } catch (error) {
      if (!stop.signal.aborted) await write({ source: '', as: 'failed', error: faultOf(error).fault })
    }
  })
}

/** Lets other requests, and the news that the page has gone, come in between two reports. */
function breathe(): Promise<void> {
  return new Promise(resolve => {
    setImmediate(resolve)
  })
}

const MANY_BYTES = 500_000

async function bodyOf(context: Context): Promise<Uint8Array | undefined> {
  const announced = Number(context.req.header('content-length') ?? 0)
  if (announced > MOST_BYTES) return undefined
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of (context.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length
    if (length > MOST_BYTES) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Adds the file in the body: text, or anything that the read room reads. */
export async function addFile(context: Context, adding: Adding): Promise<Response> {
  if (!adding.read || adding.case.readOnly)
    return refuse(context, 409, {
      code: 'read-only',
      message: 'This case is open for reading only',
      mend: 'Open it with parley serve --case FILE, without --read-only',
    })
  const told = addQuerySchema.safeParse(context.req.query())
  if (!told.success)
    return refuse(context, 400, {
      code: 'usage',
      message: told.error.issues[0]?.message ?? 'A part of the address is wrong',
      place: String(told.error.issues[0]?.path[0] ?? 'query'),
    })
  const bytes = await bodyOf(context)
  if (!bytes)
    return refuse(context, 413, {
      code: 'too-large',
      message: `A file may have up to ${String(MOST_BYTES / 1024 / 1024)} MB`,
      place: told.data.name ?? 'body',
      mend: 'Cut it into smaller files, or add it with parley add',
    })
  if (bytes.length === 0) return refuse(context, 422, { code: 'empty', message: 'The file is empty: nothing was added', place: told.data.name ?? 'body' })
  return sendAdded(
    context,
    adding,
    adding.read({ name: told.data.name ?? 'pasted text', bytes, told: told.data }),
    bytes.length > MANY_BYTES ? availableParallelism() : 1,
  )
}
