import { Command, CommanderError } from 'commander'
import { ENGINE } from '#model'
import { askingCommands } from './asking.ts'
import { codebookCommand } from './codebook.ts'
import { extractCommand } from './extract.ts'
import { faultView, faultWords, type Face } from './face.ts'
import { findingOneCommands } from './finding.ts'
import { givingCommands } from './given.ts'
import { servingCommands } from './serving.ts'

const RIGHT = 0
const FAILED = 1
const USAGE = 2
const USAGE_CODES = new Set(['usage', 'no-such-actor', 'no-such-issue'])

/** Runs one command line and gives the exit code: 0 right, 1 something failed, 2 usage. */
export async function run(words: readonly string[], face: Face): Promise<number> {
  let code = RIGHT
  const program = makeProgram(face, left => {
    code = left
  })
  try {
    await program.parseAsync([...words], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? RIGHT : USAGE
    const fault = faultView(error)
    face.err.write(words.includes('--json') ? `${JSON.stringify({ error: fault })}\n` : `parley: ${faultWords(fault)}\n`)
    if (fault.code === 'failed' && face.env.PARLEY_DEBUG) face.err.write(`${String((error as Error).stack)}\n`)
    return USAGE_CODES.has(fault.code) ? USAGE : FAILED
  }
}

function makeProgram(face: Face, leave: (code: number) => void): Command {
  const program = new Command('parley')
    .description('Follows a negotiation through the reports about it: who said what, through whom, when, on which issue. It does not say what is true.')
    .version(ENGINE, '-V, --version')
    .exitOverride()
    .showHelpAfterError('(parley --help lists the commands)')
    .enablePositionalOptions()
    .configureOutput({ writeOut: text => face.out.write(text), writeErr: text => face.err.write(text) })
    .addHelpText(
      'after',
      '\nExamples:\n  $ parley add reports/*.txt --case talks.parley\n  $ parley brief\n  $ parley positions --at 2025-05-12\n  $ parley extract archive.jsonl --jobs 2 > analyses.jsonl\n\nExit codes: 0 right, 1 some inputs failed, 2 usage.\n',
    )
  givingCommands(program, face, leave)
  askingCommands(program, face)
  findingOneCommands(program, face)
  extractCommand(program, face, leave)
  codebookCommand(program, face)
  servingCommands(program, face, leave)
  for (const command of program.commands)
    command
      .exitOverride()
      .showHelpAfterError('(--help shows how)')
      .configureOutput({ writeOut: text => face.out.write(text), writeErr: text => face.err.write(text) })
  return program
}
