import { Option, type Command } from 'commander'
import type { Case } from '#case'
import {
  allegationLine,
  briefPage,
  ceasefireLine,
  figureLine,
  findingLine,
  indicatorLine,
  matrixTable,
  PROPOSAL_HEAD,
  proposalRow,
  reportKey,
  statementLine,
  timelineLine,
  trackLine,
  type Block,
  type Line,
} from '#export'
import {
  type AllegationEntry,
  type BriefQuery,
  type CeasefireEntry,
  type FindingsQuery,
  type IndicatorEntry,
  type MergedActor,
  type MatrixQuery,
  type Page,
  type ProposalEntry,
  type RecordsQuery,
  type ReportLine,
  type Series,
  type SourceLine,
  type StatementEntry,
  type TimelineEntry,
  type TrackEntry,
} from '#model'
import { drawActors } from './cast.ts'
import { printJson, printJsonList, printPage, write, type Face } from './face.ts'
import { caseOption, jsonOption, toCount, toDay, withCase, withExamples } from './options.ts'

/** How many items people are shown where they do not say. */
const SHOWN = 40

interface Choices extends RecordsQuery {
  readonly case: string
  readonly json?: true
}

/** A command that gives a list: how to ask for a part of it, and how to draw it. */
interface Listing<T> {
  readonly name: string
  readonly about: string
  readonly examples: readonly string[]
  readonly options?: (command: Command) => Command
  readonly ask: (held: Case, query: never) => Promise<Page<T>>
  readonly draw: (items: readonly T[]) => Block[]
}

function listOf<T>(heading: string, line: (item: T) => Line): (items: readonly T[]) => Block[] {
  return items => [{ kind: 'heading', words: heading }, items.length === 0 ? { kind: 'lines', lines: [['none']] } : { kind: 'list', lines: items.map(line) }]
}

function narrowing(command: Command): Command {
  return command
    .addOption(new Option('--from <day>', 'from this day on').argParser(toDay))
    .addOption(new Option('--to <day>', 'up to this day').argParser(toDay))
    .option('--actor <name>', 'with this actor, or somebody who speaks for it')
    .option('--issue <code>', 'on this issue')
    .option('--report <id>', 'in this report: number, id or key')
    .option('--publisher <name>', 'by this publisher')
}

const LISTINGS = [
  {
    name: 'timeline',
    about: 'what happened when, as told; ordered by intervals',
    examples: ['parley timeline --from 2025-03 --to 2025-05-12', 'parley timeline --actor Northland --kinds event,ceasefire'],
    options: command =>
      narrowing(command).option('--kinds <list>', 'event, track, proposal, position, ceasefire, figure').option('--act <act>', 'events of this act'),
    ask: (held, query: RecordsQuery & { kinds?: string }) =>
      held.ask.timeline({ ...query, ...(query.kinds !== undefined && { kinds: query.kinds.split(',') }) } as never),
    draw: listOf('Timeline', timelineLine),
  } satisfies Listing<TimelineEntry>,
  {
    name: 'proposals',
    about: 'what was offered, by whom, with its terms',
    examples: ['parley proposals --actor Northland'],
    options: narrowing,
    ask: (held, query) => held.ask.proposals(query),
    draw: items => [
      { kind: 'heading', words: 'Proposals' },
      { kind: 'table', head: PROPOSAL_HEAD, rows: items.map(proposalRow) },
    ],
  } satisfies Listing<ProposalEntry>,
  {
    name: 'tracks',
    about: 'lines of talks',
    examples: ['parley tracks'],
    options: narrowing,
    ask: (held, query) => held.ask.tracks(query),
    draw: listOf('Lines of talks', trackLine),
  } satisfies Listing<TrackEntry>,
  {
    name: 'statements',
    about: 'who said what',
    examples: ['parley statements --actor Northland --issue CEASEFIRE'],
    options: narrowing,
    ask: (held, query) => held.ask.statements(query),
    draw: listOf('Statements', statementLine),
  } satisfies Listing<StatementEntry>,
  {
    name: 'ceasefires',
    about: 'ceasefires with what is alleged within them',
    examples: ['parley ceasefires --json'],
    options: narrowing,
    ask: (held, query) => held.ask.ceasefires(query),
    draw: items => [
      { kind: 'heading', words: 'Ceasefires' },
      { kind: 'list', lines: items.flatMap(one => [ceasefireLine(one), ...one.allegations.map(allegationLine)]) },
    ],
  } satisfies Listing<CeasefireEntry>,
  {
    name: 'allegations',
    about: 'who accuses whom of what, and the responses recorded',
    examples: ['parley allegations --actor Southland'],
    options: narrowing,
    ask: (held, query) => held.ask.allegations(query),
    draw: listOf('Allegations', allegationLine),
  } satisfies Listing<AllegationEntry>,
  {
    name: 'figures',
    about: 'series of figures by provider and definition, never joined',
    examples: ['parley figures --class killed'],
    options: command => narrowing(command).option('--class <class>', 'figures of this class'),
    ask: (held, query) => held.ask.figures(query),
    draw: items => [
      { kind: 'heading', words: 'Figures' },
      { kind: 'list', lines: items.flatMap(seriesLines) },
    ],
  } satisfies Listing<Series>,
  {
    name: 'conditions',
    about: 'conditions of life as reported',
    examples: ['parley conditions'],
    options: narrowing,
    ask: (held, query) => held.ask.indicators(query),
    draw: listOf('Conditions', indicatorLine),
  } satisfies Listing<IndicatorEntry>,
  {
    name: 'sources',
    about: 'publishers, and whom they quote',
    examples: ['parley sources --json'],
    ask: (held, query) => held.ask.sources(query),
    draw: drawSources,
  } satisfies Listing<SourceLine>,
  {
    name: 'actors',
    about: 'who is told of, each once: names merged with the reason, names kept apart, roles over time',
    examples: ['parley actors', 'parley actors --words Brandt --json'],
    options: command => command.option('--words <words>', 'actors with these words in a name'),
    ask: (held, query) => held.ask.merges(query),
    draw: drawActors,
  } satisfies Listing<MergedActor>,
  {
    name: 'reports',
    about: 'the reports of the case',
    examples: ['parley reports --limit 20'],
    ask: (held, query) => held.ask.reports(query),
    draw: listOf('Reports', reportKey),
  } satisfies Listing<ReportLine>,
] as readonly Listing<unknown>[]

function seriesLines(one: Series): Line[] {
  return one.points.map(figureLine)
}

function drawSources(items: readonly SourceLine[]): Block[] {
  const few = (words: readonly string[]): string => words.slice(0, 4).join('; ')
  const rows = items.map(one => [
    one.publisher ?? 'not stated',
    String(one.reports),
    `${one.first ?? 'undated'} – ${one.last ?? 'undated'}`,
    `${String(one.named)} named, ${String(one.unnamed)} unnamed, ${String(one.unstated)} not stated`,
    few(one.quotes.map(quote => `${quote.who.name} ${String(quote.statements)}`)),
    few(one.through.map(quote => `${quote.who.name} ${String(quote.statements)}`)),
    few(one.unnamedAs.map(as => `“${as.words}” ${String(as.statements)} [${as.cite.label}]`)),
  ])
  return [
    { kind: 'heading', words: 'Sources' },
    { kind: 'table', head: ['publisher', 'reports', 'days', 'statements', 'quotes', 'through', 'unnamed'], rows },
  ]
}

/** The commands that ask. */
export function askingCommands(program: Command, face: Face): void {
  for (const one of LISTINGS) listingCommand(program, face, one)
  briefCommand(program, face)
  positionsCommand(program, face)
  findingsCommand(program, face)
}

function listingCommand(program: Command, face: Face, one: Listing<unknown>): void {
  const command = program
    .command(one.name)
    .description(one.about)
    .addOption(caseOption())
    .addOption(jsonOption())
    .addOption(new Option('--limit <n>', `how many; ${String(SHOWN)} for people, all for --json`).argParser(toCount))
  withExamples(one.options?.(command) ?? command, ...one.examples).action(async (choices: Choices) =>
    withCase(face, choices.case, true, async held => {
      const { case: _file, json, limit, ...query } = choices
      if (json) return printJsonList(face, itemsOf(held, one, query, limit))
      const { items, total } = await one.ask(held, { ...query, limit: Math.min(limit ?? SHOWN, 500) } as never)
      await printPage(face, one.draw(items))
      if (total > items.length) await write(face.out, `\n${String(items.length)} of ${String(total)}; --limit shows more, --json all.\n`)
    }),
  )
}

/** The items of a list, part by part. */
async function* itemsOf<T>(held: Case, { ask }: Pick<Listing<T>, 'ask'>, query: object, limit = Infinity): AsyncGenerator<T> {
  let cursor: string | null | undefined
  let left = limit
  while (cursor !== null && left > 0) {
    const part: Page<T> = await ask(held, { ...query, limit: Math.min(200, left), ...(cursor !== undefined && { cursor }) } as never)
    yield* part.items
    left -= part.items.length
    cursor = part.next
  }
}

function briefCommand(program: Command, face: Face): void {
  const command = program
    .command('brief')
    .description('the briefing: what was read, who was heard and who was not, talks, proposals, positions, ceasefires, figures, doubts')
    .addOption(caseOption())
    .addOption(jsonOption())
    .option('--markdown', 'print Markdown')
    .option('--since <day>', 'only reports added after this day or instant')
    .option('--about <name>', 'only this actor or issue')
    .addOption(new Option('--from <day>', 'published from this day on').argParser(toDay))
    .addOption(new Option('--to <day>', 'published up to this day').argParser(toDay))
    .option('--report <id>', 'only this report: number, id or key')
  withExamples(command, 'parley brief', 'parley brief --about CEASEFIRE --markdown > brief.md', 'parley brief --since 2025-05-10').action(
    async ({ case: file, json, markdown, ...query }: BriefQuery & { case: string; json?: true; markdown?: true }) =>
      withCase(face, file, true, async held => {
        const brief = await held.ask.brief(query)
        await (json ? printJson(face, brief) : printPage(face, briefPage(brief), markdown))
      }),
  )
}

function positionsCommand(program: Command, face: Face): void {
  const command = program
    .command('positions')
    .description('who wants what, as somebody reported it: actor by issue')
    .addOption(caseOption())
    .addOption(jsonOption())
    .addOption(new Option('--at <day>', 'as of this day').argParser(toDay))
    .addOption(new Option('--against <day>', 'compared with this day').argParser(toDay))
    .option('--actors <names>', 'these actors, between commas')
    .option('--issues <codes>', 'these issues, between commas')
    .addOption(new Option('--columns <n>', 'how many actors').argParser(toCount))
    .addOption(new Option('--per <n>', 'how many positions a cell').argParser(toCount))
    .option('--report <id>', 'in this report')
    .option('--publisher <name>', 'by this publisher')
  withExamples(command, 'parley positions --at 2025-05-12 --against 2025-03-01', 'parley positions --actors "Northland,Southland" --issues CEASEFIRE').action(
    async ({
      case: file,
      json,
      actors,
      issues,
      ...query
    }: Omit<MatrixQuery, 'actors' | 'issues'> & { case: string; json?: true; actors?: string; issues?: string }) =>
      withCase(face, file, true, async held => {
        const matrix = await held.ask.matrix({
          ...(face.out.isTTY && { columns: 6 }),
          ...query,
          ...(actors !== undefined && { actors: actors.split(',') }),
          ...(issues !== undefined && { issues: issues.split(',') }),
        })
        await (json ? printJson(face, matrix) : printPage(face, [{ kind: 'heading', words: 'Positions' }, matrixTable(matrix)]))
      }),
  )
}

function findingsCommand(program: Command, face: Face): void {
  const command = program
    .command('findings')
    .description('what comparing reports shows')
    .addOption(caseOption())
    .addOption(jsonOption())
    .option('--kind <kind>', 'findings of this kind')
    .option('--type <type>', 'contradictions of this type')
    .option('--about <id>', 'about this record, utterance or report')
    .option('--report <id>', 'with this report')
    .option('--since <day>', 'with reports added after this day')
    .addOption(new Option('--limit <n>', 'how many').argParser(toCount))
  withExamples(command, 'parley findings --kind contradiction').action(
    async ({ case: file, json, limit, ...query }: FindingsQuery & { case: string; json?: true }) =>
      withCase(face, file, true, async held => {
        if (json) {
          const { limit: _most, ...rest } = { limit, ...query }
          return printJson(face, {
            utterances: await all(itemsOf(held, { ask: (one, part) => one.ask.utterances(part) }, rest)),
            findings: await all(itemsOf(held, { ask: (one, part) => one.ask.findings(part) }, rest, limit)),
          })
        }
        const { items } = await held.ask.findings({ ...query, limit: Math.min(limit ?? SHOWN, 500) })
        await printPage(face, listOf('Findings', findingLine)(items))
      }),
  )
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}
