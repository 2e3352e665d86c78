import { InvalidArgumentError, Option, type Command } from 'commander'
import { openCase, type Case } from '#case'
import type { Face } from './face.ts'

/** The case a command works on where none is named. */
export const CASE = 'talks.parley'

export function caseOption(): Option {
  return new Option('-c, --case <file>', 'the case').default(CASE).env('PARLEY_CASE')
}

export function jsonOption(): Option {
  return new Option('--json', 'print JSON')
}

export function jobsOption(): Option {
  return new Option('-j, --jobs <n>', 'reports read at once').default(1).argParser(toCount)
}

/** A whole number from 1. */
export function toCount(words: string): number {
  const number = Number(words)
  if (Number.isInteger(number) && number >= 1) return number
  throw new InvalidArgumentError('It must be a whole number from 1.')
}

/** A year, a month or a day. */
export function toDay(words: string): string {
  if (/^-?\d{4}(-\d{2}(-\d{2})?)?$/.test(words)) return words
  throw new InvalidArgumentError('It must be YYYY, YYYY-MM or YYYY-MM-DD.')
}

/** Adds examples to a command's help. */
export function withExamples(command: Command, ...examples: readonly string[]): Command {
  return command.addHelpText('after', `\nExamples:\n${examples.map(line => `  $ ${line}`).join('\n')}\n`)
}

/** Opens a case for one question and closes it whatever happens. Reports that await a rebuild are said. */
export async function withCase<T>(face: Face, file: string, readOnly: boolean, work: (held: Case) => Promise<T>): Promise<T> {
  const held = await openCase(file, { readOnly })
  try {
    const { underived } = held.counts()
    if (underived > 0 && readOnly) face.err.write(`parley: ${String(underived)} reports are not read yet: run parley rebuild\n`)
    return await work(held)
  } finally {
    await held.close()
  }
}
