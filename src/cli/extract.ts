import type { Command } from 'commander'
import { analyseAll, type Analysed } from '#pool'
import { readInputs } from '#read'
import { readKnown } from './given.ts'
import { faultWords, write, type Face } from './face.ts'
import { jobsOption, withExamples } from './options.ts'
import { openBar } from './progress.ts'

interface Choices {
  readonly jobs: number
  readonly publisher?: string
  readonly published?: string
  readonly known?: string
}

type Input = ReturnType<typeof readInputs> extends AsyncGenerator<infer T> ? T : never

/** Text or JSON lines in, one analysis as JSON per line out, in order; a bad line is one error line and the run goes on. */
export function extractCommand(program: Command, face: Face, leave: (code: number) => void): void {
  const command = program
    .command('extract')
    .description('read reports without a case: one analysis as JSON per line')
    .argument('[files...]', 'files, folders, or - for standard input', ['-'])
    .addOption(jobsOption())
    .option('--publisher <name>', 'the publisher, where a file does not say')
    .option('--published <date>', 'the day of publication, where a file does not say; marked as assumed')
    .option('--known <file>', 'YAML of actors, issues, date policies and periods known beforehand')
  withExamples(
    command,
    'parley extract report.txt --published 2025-05-12 --publisher "Example Wire"',
    'parley extract archive.jsonl --jobs 2 > analyses.jsonl',
  ).action(async (files: string[], choices: Choices) => {
    leave(await extract(face, files, choices))
  })
}

async function extract(face: Face, files: readonly string[], { jobs, known, ...defaults }: Choices): Promise<number> {
  const bar = openBar(face, 'reports')
  let done = 0
  let failed = 0
  let open = true
  face.out.once('close', () => {
    open = false
  })
  face.out.once('error', () => {
    open = false
  })
  const report = (input: Input) => ('report' in input ? input.report : undefined)
  try {
    for await (const one of analyseAll(readInputs(files, defaults), report, { jobs, ...(known !== undefined && { known: readKnown(known) }) })) {
      if (!open) break
      if (one.result === undefined) failed++
      await write(face.out, lineOf(one))
      if (one.result === undefined && !face.out.isTTY) await write(face.err, errorLine(one))
      bar.to(++done)
    }
  } finally {
    bar.stop()
  }
  return failed > 0 ? 1 : 0
}

function errorOf({ item, error }: Analysed<Input>) {
  return error ?? ('error' in item ? item.error : { code: 'failed', message: 'It could not be read.' })
}

/** The analysis, or what was wrong under the id that the line has. */
function lineOf(one: Analysed<Input>): string {
  if (one.result !== undefined) return `${one.result}\n`
  const id = 'report' in one.item ? one.item.report.key : one.item.id
  return `${JSON.stringify({ id: id ?? null, error: errorOf(one) })}\n`
}

function errorLine(one: Analysed<Input>): string {
  return `parley: ${faultWords({ place: one.item.source, ...errorOf(one) })}\n`
}
