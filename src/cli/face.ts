import { userInfo } from 'node:os'
import { drawMarkdown, drawTerminal, type Block } from '#export'
import { Fault, type FaultView } from '#model'

/** Where a command's words go, and what it may ask of its surroundings. */
export interface Face {
  readonly out: NodeJS.WriteStream
  readonly err: NodeJS.WriteStream
  readonly env: NodeJS.ProcessEnv
  /** Who gives the commands, for the log. */
  readonly by: string
  /** The instant, ISO 8601, for the log. */
  now(): string
}

/** The terminal that the process runs in. */
export function terminalFace(): Face {
  return { out: process.stdout, err: process.stderr, env: process.env, by: process.env.PARLEY_BY ?? userName(), now: () => new Date().toISOString() }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'somebody'
  }
}

/** Writes to a stream that may be slower than we are; waits until it has taken the words. */
export async function write(stream: NodeJS.WriteStream, words: string): Promise<void> {
  if (stream.write(words)) return
  await new Promise<void>(resolve => {
    const done = (): void => {
      stream.off('drain', done)
      stream.off('close', done)
      resolve()
    }
    stream.once('drain', done)
    stream.once('close', done)
  })
}

/** Whether to colour: only on a terminal, and never against NO_COLOR. */
export function hasColour(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  return (env.NO_COLOR ?? '') === '' && stream.isTTY && env.TERM !== 'dumb'
}

/** Prints a page for people. */
export async function printPage(face: Face, blocks: readonly Block[], markdown = false): Promise<void> {
  const width = Math.max(60, Math.min(face.out.columns || Number(face.env.COLUMNS) || 100, 160))
  await write(face.out, markdown ? drawMarkdown(blocks) : drawTerminal(blocks, { width, colour: hasColour(face.out, face.env) }))
}

/** Prints an answer as JSON, two spaces deep. */
export async function printJson(face: Face, answer: unknown): Promise<void> {
  await write(face.out, `${JSON.stringify(answer, null, 2)}\n`)
}

/** Prints a list as a JSON array, an item a line, while it is still being read. */
export async function printJsonList(face: Face, items: AsyncIterable<unknown>): Promise<void> {
  let lead = '['
  for await (const item of items) {
    await write(face.out, `${lead}\n${JSON.stringify(item)}`)
    lead = ','
  }
  await write(face.out, lead === '[' ? '[]\n' : '\n]\n')
}

/** A fault in lines: what was wrong, where, and the mend. */
export function faultWords({ message, place, mend }: FaultView): string {
  return [message, place === undefined ? '' : `\n  where: ${place}`, mend === undefined ? '' : `\n  mend:  ${mend}`].join('')
}

/** Anything thrown, as a fault. What is none of ours keeps its message, so that it can be reported. */
export function faultView(error: unknown): FaultView {
  if (error instanceof Fault) return error.toJSON()
  return {
    code: 'failed',
    message: error instanceof Error ? error.message : String(error),
    mend: 'This is a fault in Parley: please report it with the command.',
  }
}
