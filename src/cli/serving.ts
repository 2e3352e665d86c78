import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { openCase, type Case, type Input } from '#case'
import { briefPage } from '#export'
import { readDropped, readInputs } from '#read'
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
  withExamples(
    program
      .command('serve')
      .description('serve the desk and its API on 127.0.0.1')
      .addOption(caseOption())
      .option('--port <n>', 'the port wanted; a taken one gives way to the next free one', toCount, 4747)
      .option('--read-only', 'nothing can be added'),
    'parley serve --case talks.parley',
  ).action(async (choices: ServeChoices & { case: string }) => {
    const held = await openCase(choices.case, { readOnly: choices.readOnly ?? false })
    await serveUntilStopped(face, held, choices)
  })
  program
    .command('start', { hidden: true })
    .argument('[files...]')
    .option('--case <file>')
    .option('--no-serve')
    .option('--port <n>', '', toCount, 4747)
    .option('--publisher <name>')
    .option('--published <date>')
    .addOption(jobsOption())
    .action(async (files: string[], choices: StartChoices) => {
      leave(await start(face, files, choices))
    })
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
  const kept = choices.case !== undefined || choices.serve
  const held = await openOrMake({ ...face, err: process.stderr }, file, own ? exampleKnown() : undefined)
  try {
    const counts = await addTo(face, held, own ? examples() : files, choices)
    await printPage(face, briefPage(await held.ask.brief()))
    if (counts.failed > 0) await write(face.out, `\n${String(counts.failed)} inputs failed, see above.\n`)
    await write(
      face.out,
      kept
        ? `\nThe case is ${file}. Ask more with: npx parley positions --case ${file}\n`
        : '\nNothing of this was kept. To keep a case: npx parley add FILES --case talks.parley\n',
    )
    if (choices.serve) await serveUntilStopped(face, held, choices)
    return counts.failed > 0 ? 1 : 0
  } finally {
    await held.close()
    if (folder !== undefined && !kept) rmSync(folder, { recursive: true, force: true })
  }
}

/** The texts of the examples, by name: not what is written about them. */
function examples(): string[] {
  return readdirSync(EXAMPLES)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => join(EXAMPLES, name))
}

function exampleKnown() {
  const file = join(EXAMPLES, 'known.yaml')
  return existsSync(file) ? readKnown(file) : undefined
}

/** Serves until the process is told to stop, then lets running answers end. */
async function serveUntilStopped(face: Face, held: Case, { port }: ServeChoices): Promise<void> {
  const { serve } = await import('#api')
  const serving = await serve({
    case: held,
    ...(port !== undefined && { port }),
    by: () => ({ by: face.by, at: face.now() }),
    read: ({ name, bytes, told }) => readDropped(name, bytes, told) as AsyncIterable<Input>,
    examples: () => readInputs(examples()) as AsyncIterable<Input>,
  })
  if (serving.wanted !== undefined) await write(face.out, `Port ${String(serving.wanted)} is taken; the desk is on ${String(serving.port)}.\n`)
  await write(face.out, `The desk: ${serving.url}\nStop it with Ctrl-C.\n`)
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve()
      })
  })
  await serving.close()
  await held.close()
}
