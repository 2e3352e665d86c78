import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { openCase, type Case, type Input } from '#case'
import { briefPage } from '#export'
import { readBytes, readInputs, readJsonl, faultOf } from '#read'
import { Readable } from 'node:stream'
import { printPage, write, type Face } from './face.ts'
import { addTo, openOrMake, readKnown } from './given.ts'
import { caseOption, jobsOption, toCount, withExamples } from './options.ts'

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url))

interface ServeChoices {
  readonly case?: string
  readonly port?: number
  readonly readOnly?: true
}

/** The commands that serve the desk: serve, and the hidden one behind `npm start`. */
export function servingCommands(program: Command, face: Face, leave: (code: number) => void): void {
  withExamples(program.command('serve').description('serve the desk and its API on 127.0.0.1').addOption(caseOption()).option('--port <n>', 'the port wanted; a taken one gives way to the next free one', toCount, 4747).option('--read-only', 'nothing can be added'), 'parley serve --case talks.parley')
    .action(async (choices: ServeChoices & { case: string }) => {
      const held = await openCase(choices.case, { readOnly: choices.readOnly ?? false })
      await serveUntilStopped(face, held, choices)
    })
  program.command('start', { hidden: true }).argument('[files...]').option('--case <file>').option('--no-serve').option('--port <n>', '', toCount, 4747).option('--publisher <name>').option('--published <date>').addOption(jobsOption())
    .action(async (files: string[], choices: StartChoices) => { leave(await start(face, files, choices)) })
}

interface StartChoices extends ServeChoices {
  readonly serve: boolean
  readonly jobs: number
  readonly publisher?: string
  readonly published?: string
}

/** Reads the files, or the examples, into a case; prints the briefing; serves the desk. A case that nobody named is a fresh one, and goes when nothing serves it. */
async function start(face: Face, files: readonly string[], choices: StartChoices): Promise<number> {
  const folder = choices.case === undefined ? mkdtempSync(join(tmpdir(), 'parley-')) : undefined
  const file = choices.case ?? join(folder ?? '', 'talks.parley')
  const own = files.length === 0
  const held = await openOrMake({ ...face, err: process.stderr }, file, own ? exampleKnown() : undefined)
  try {
    const counts = await addTo(face, held, own ? [EXAMPLES] : files, choices)
    await printPage(face, briefPage(await held.ask.brief()))
    await write(face.out, `\n${counts.failed > 0 ? `${String(counts.failed)} inputs failed, see above. ` : ''}The case is ${file}. Ask more with: npx parley positions --case ${file}\n`)
    if (choices.serve) await serveUntilStopped(face, held, choices)
    return counts.failed > 0 ? 1 : 0
  } finally {
    await held.close()
    if (folder !== undefined && !choices.serve) rmSync(folder, { recursive: true, force: true })
  }
}

function exampleKnown() {
  const file = join(EXAMPLES, 'known.yaml')
  return existsSync(file) ? readKnown(file) : undefined
}

/** Serves until the process is told to stop, then lets running answers end. */
async function serveUntilStopped(face: Face, held: Case, { port }: ServeChoices): Promise<void> {
  const { serve } = await import('#api')
  const serving = await serve({
    case: held, ...(port !== undefined && { port }), by: () => ({ by: face.by, at: face.now() }), read: readSent,
    examples: () => readInputs([EXAMPLES]) as AsyncIterable<Input>,
  })
  if (serving.wanted !== undefined) await write(face.out, `Port ${String(serving.wanted)} is taken; the desk is on ${String(serving.port)}.\n`)
  await write(face.out, `The desk: ${serving.url}\nStop it with Ctrl-C.\n`)
  await new Promise<void>(resolve => { for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { resolve() }) })
  await serving.close()
  await held.close()
}

/** Reads one file that a person sent to the desk. */
async function* readSent({ name, bytes, told }: { readonly name: string; readonly bytes: Uint8Array; readonly told: { readonly publisher?: string; readonly published?: string; readonly headline?: string; readonly url?: string } }): AsyncGenerator<Input> {
  const defaults = { ...(told.publisher !== undefined && { publisher: told.publisher }), ...(told.published !== undefined && { published: told.published }) }
  if (/\.(jsonl|ndjson)$/i.test(name)) {
    yield* readJsonl(Readable.from([bytes]), name, defaults) as AsyncGenerator<Input>
    return
  }
  try {
    yield readBytes(bytes, name, defaults) as Input
  } catch (error) {
    yield { source: name, error: faultOf(error, name) }
  }
}
