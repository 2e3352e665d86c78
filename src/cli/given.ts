import { existsSync, readFileSync } from 'node:fs'
import { Option, type Command } from 'commander'
import { parse } from 'yaml'
import { newCase, openCase, type Added, type Case } from '#case'
import { Fault, knownSchema, type Known } from '#model'
import { readInputs } from '#read'
import { faultWords, printJson, write, type Face } from './face.ts'
import { caseOption, jobsOption, jsonOption, withCase, withExamples } from './options.ts'
import { openBar } from './progress.ts'
import { rebuild, type Rebuilding } from './rebuilding.ts'

/** What a case knows beforehand, from YAML. Throws a Fault that names the place in the file. */
export function readKnown(file: string): Known {
  try {
    return knownSchema.parse(parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const message = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').slice(0, 300) : String(error)
    throw new Fault('usage', `What the case should know does not read: ${message}`, {
      place: file,
      mend: 'It is YAML with actors, issues, policies and periods; see src/model/README.md.',
      cause: error,
    })
  }
}

const KNOWN = ['--known <file>', 'YAML of actors, issues, date policies and periods that the case knows beforehand'] as const

function newCommand(program: Command, face: Face): void {
  withExamples(
    program
      .command('new')
      .description('make a new case')
      .argument('[file]', 'the case file', 'talks.parley')
      .option('--name <name>', 'what the case is called')
      .option(...KNOWN),
    'parley new talks.parley --known known.yaml',
  ).action(async (file: string, options: { name?: string; known?: string }) => {
    const held = await newCase(file, {
      by: face.by,
      at: face.now(),
      ...(options.name !== undefined && { name: options.name }),
      ...(options.known !== undefined && { known: readKnown(options.known) }),
    })
    await held.close()
    await write(face.out, `Made the case ${file}. Add reports with: parley add FILES --case ${file}\n`)
  })
}

/** The commands that give: new, add, rebuild, verify, and the export of the whole. */
export function givingCommands(program: Command, face: Face, leave: (code: number) => void): void {
  newCommand(program, face)
  withExamples(
    addCommand(program),
    'parley add reports/*.txt',
    'parley add archive.jsonl --jobs 2',
    'curl -s … | parley add - --publisher "Example Wire" --published 2025-05-12',
  ).action(async (files: string[], options: AddChoices) => {
    leave(await addFiles(face, files, options))
  })
  withExamples(
    program
      .command('remove')
      .description('take reports out: what is derived becomes what never adding them would have given; their texts stay beside the log')
      .argument('<reports...>', 'each by its number, its id, or the id its source gave it')
      .addOption(caseOption())
      .option('--why <words>', 'why these are taken out; kept in the log')
      .addOption(jsonOption()),
    'parley remove 12 --why "not about the talks"',
  ).action(async (reports: string[], options: RemoveChoices) => {
    await removeReports(face, reports, options)
  })
  withExamples(
    program
      .command('rebuild')
      .description('read every report anew; where --known changes what the case knows, list the days that moved')
      .addOption(caseOption())
      .addOption(jobsOption())
      .option(...KNOWN)
      .addOption(jsonOption()),
    'parley rebuild --jobs 2',
    'parley rebuild --known known.yaml',
  ).action(async ({ known, ...options }: Rebuilding & { known?: string }) => {
    await rebuild(face, options, known === undefined ? undefined : readKnown(known))
  })
  withExamples(
    program
      .command('verify')
      .description('re-hash what was given, and compare what is derived with the same derived anew')
      .addOption(caseOption())
      .addOption(jobsOption())
      .addOption(jsonOption()),
    'parley verify --case talks.parley',
  ).action(async (options: { case: string; jobs: number; json?: true }) => {
    leave(await verify(face, options))
  })
  withExamples(
    program
      .command('export')
      .description('write the whole case')
      .addOption(caseOption())
      .addOption(new Option('--as <format>', 'the format').choices(['json']).default('json'))
      .option('--no-log', 'leave the log out'),
    'parley export --as json > case.json',
  ).action(async (options: { case: string; log: boolean }) =>
    withCase(face, options.case, true, async held => {
      for await (const piece of held.export({ log: options.log })) await write(face.out, piece)
    }),
  )
}

interface AddChoices {
  readonly case: string
  readonly jobs: number
  readonly publisher?: string
  readonly published?: string
  readonly why?: string
  readonly json?: true
}

function addCommand(program: Command): Command {
  return program
    .command('add')
    .description('add reports: text, Markdown, HTML or JSON lines; the same report twice adds nothing')
    .argument('<files...>', 'files, folders, or - for standard input')
    .addOption(caseOption())
    .addOption(jobsOption())
    .option('--publisher <name>', 'the publisher, where a file does not say')
    .option('--published <date>', 'the day of publication, where a file does not say; marked as assumed')
    .option('--why <words>', 'why these are added; kept in the log')
    .addOption(jsonOption())
}

/** Opens the case, or makes it where there is none. */
export async function openOrMake(face: Face, file: string, known?: Known): Promise<Case> {
  if (existsSync(file)) return openCase(file)
  const held = await newCase(file, { by: face.by, at: face.now(), ...(known && { known }) })
  await write(face.err, `Made the case ${file}.\n`)
  return held
}

async function addFiles(face: Face, files: readonly string[], options: AddChoices): Promise<number> {
  const held = await openOrMake(face, options.case)
  try {
    const counts = await addTo(face, held, files, options)
    const { reports } = held.counts()
    if (!options.json)
      await write(
        face.out,
        `Added ${String(counts.added)}, already there ${String(counts.already)}, failed ${String(counts.failed)}. The case ${options.case} holds ${String(reports)} reports.\n`,
      )
    return counts.failed > 0 ? 1 : 0
  } finally {
    await held.close()
  }
}

/** Adds files to an open case; each failure is told as it comes. Gives how many were added, there already, and failed. */
export async function addTo(face: Face, held: Case, files: readonly string[], options: Omit<AddChoices, 'case'>): Promise<Record<Added['as'], number>> {
  const counts = { added: 0, already: 0, failed: 0 }
  const bar = openBar(face, 'reports')
  const defaults = {
    ...(options.publisher !== undefined && { publisher: options.publisher }),
    ...(options.published !== undefined && { published: options.published }),
  }
  const doing = { by: face.by, at: face.now(), jobs: options.jobs, ...(options.why !== undefined && { why: options.why }) }
  try {
    for await (const added of held.add(readInputs(files, defaults), doing)) {
      counts[added.as]++
      bar.to(counts.added + counts.already + counts.failed)
      if (options.json) await write(face.out, `${JSON.stringify(added)}\n`)
      else if (added.as === 'failed') await write(face.err, `parley: ${faultWords({ place: added.source, ...added.error })}\n`)
    }
  } finally {
    bar.stop()
  }
  return counts
}

interface RemoveChoices {
  readonly case: string
  readonly why?: string
  readonly json?: true
}

async function removeReports(face: Face, reports: readonly string[], { case: file, why, json }: RemoveChoices): Promise<void> {
  await withCase(face, file, false, async held => {
    for (const meant of reports) {
      const removed = await held.remove(meant, { by: face.by, at: face.now(), ...(why !== undefined && { why }) })
      if (json) await write(face.out, `${JSON.stringify(removed)}\n`)
      else await write(face.out, `Took out report ${String(removed.number)} with its ${String(removed.records)} records. Its text stays beside the log.\n`)
    }
  })
}

async function verify(face: Face, options: { case: string; jobs: number; json?: true }): Promise<number> {
  return withCase(face, options.case, true, async held => {
    const bar = openBar(face, 'reports', held.counts().reports)
    const verdict = await held.verify({
      jobs: options.jobs,
      onProgress: ({ done, total }) => {
        bar.to(done, total)
      },
    })
    bar.stop()
    if (options.json) await printJson(face, verdict)
    else if (verdict.first) await write(face.err, `parley: ${faultWords(verdict.first)}\n`)
    else
      await write(
        face.out,
        `The case holds: ${String(verdict.reports)} reports, ${String(verdict.originals)} originals, ${String(verdict.entries)} entries of the log; what is derived is what deriving it anew gives.\n`,
      )
    return verdict.ok ? 0 : 1
  })
}
