import type { Command } from 'commander'
import { Option } from 'commander'
import type { Case } from '#case'
import { briefPage, label, shorten, type Block, type Line, type Piece } from '#export'
import { chainLine, Fault, RECORD_LISTS, type Hit, type RecordView, type ReportView, type SearchAnswer, type SearchQuery, type Span } from '#model'
import { printJson, printPage, write, type Face } from './face.ts'
import { caseOption, jsonOption, toCount, toDay, withCase, withExamples } from './options.ts'

/** The commands that find one thing: search and show. */
export function findingOneCommands(program: Command, face: Face): void {
  searchCommand(program, face)
  withExamples(
    program
      .command('show')
      .description('one report, one sentence (1.7), or one record, with its words in context')
      .argument('<id>', 'number, id or key of a report; a sentence as 1.7; the id of a record')
      .addOption(caseOption())
      .addOption(jsonOption()),
    'parley show 1',
    'parley show 1.7',
    'parley show 5f2c… --json',
  ).action(async (id: string, choices: { case: string; json?: true }) => withCase(face, choices.case, true, held => show(face, held, id, choices.json)))
}

function searchCommand(program: Command, face: Face): void {
  const command = program
    .command('search')
    .description('words in reports and statements; "a phrase", begin*')
    .argument('<words...>')
    .addOption(caseOption())
    .addOption(jsonOption())
    .option('--actor <name>', 'said by or through this actor')
    .option('--issue <code>')
    .option('--act <act>', 'statements that tell of this act')
    .option('--publisher <name>')
    .option('--form <form>', 'direct, indirect or mixed')
    .addOption(new Option('--kind <kind>').choices(['report', 'statement']))
    .option('--year <year>')
    .addOption(new Option('--from <day>').argParser(toDay))
    .addOption(new Option('--to <day>').argParser(toDay))
    .addOption(new Option('--limit <n>').default(20).argParser(toCount))
    .option('--cursor <cursor>', '`next` of the part before')
  withExamples(command, 'parley search ceasefire', 'parley search \'"exchange of prisoners"\' --year 2025 --json').action(
    async (words: string[], { case: file, json, ...query }: Omit<SearchQuery, 'q'> & { case: string; json?: true }) =>
      withCase(face, file, true, async held => {
        const answer = await held.ask.search({ q: words.join(' '), ...query })
        await (json ? printJson(face, answer) : printHits(face, answer))
      }),
  )
}

async function printHits(face: Face, answer: SearchAnswer): Promise<void> {
  const head = `${String(answer.total)}${answer.capped ? ' or more' : ''} hits`
  await printPage(face, [
    { kind: 'heading', words: head },
    { kind: 'list', lines: answer.items.map(hitLine) },
  ])
}

function hitLine(hit: Hit): Line {
  const { text, marks } = hit.snippet
  const pieces: Piece[] = []
  let at = 0
  for (const [start, end] of marks) {
    pieces.push(text.slice(at, start), { strong: text.slice(start, end) })
    at = end
  }
  const who =
    hit.kind === 'statement'
      ? chainLine(hit.chain)
      : `${hit.cite.publisher ?? 'publisher not stated'}${hit.headline === undefined ? '' : `, “${hit.headline}”`}`
  return [{ faint: `${who}: ` }, ...pieces, text.slice(at), ' ', { faint: label(hit.cite) }]
}

async function show(face: Face, held: Case, id: string, json: true | undefined): Promise<void> {
  const sentence = /^(\d+)\.(\d+)$/.exec(id)
  if (sentence) return showSentence(face, held, sentence[1] ?? '', Number(sentence[2]), json)
  const record = /^[0-9a-f]{16}$/.test(id) ? await held.ask.record(id) : undefined
  if (record) return json ? printJson(face, record) : printPage(face, recordPage(record))
  const report = await held.ask.report(id)
  if (!report)
    throw new Fault('no-such-report', `There is no report or record “${id}” in this case.`, {
      place: 'id',
      mend: 'Give the number, id or key of a report, a sentence as 1.7, or the id of a record.',
    })
  if (json) return printJson(face, report)
  await printPage(face, briefPage(await held.ask.brief({ report: report.line.id })))
  await write(face.out, `\n${report.analysis.report.text}\n`)
}

function recordPage(view: RecordView): Block[] {
  const { before, words, after } = view.context
  return [
    { kind: 'title', words: `${view.kind} ${view.id}` },
    { kind: 'lines', lines: [[view.told], [{ faint: `${chainLine(view.chain)} ${label(view.cite)}, ${view.state}, rule ${view.rule}` }]] },
    { kind: 'lines', lines: [[before, { strong: words }, after]] },
    { kind: 'lines', lines: [[{ faint: JSON.stringify(view.record) }]] },
    ...(view.related.length > 0 ? [{ kind: 'list' as const, lines: view.related.map(one => [`${one.as}: ${one.kind} ${one.id}`]) }] : []),
    ...(view.doubts.length > 0 ? [{ kind: 'list' as const, lines: view.doubts.map(doubt => [{ strong: `${doubt.code}: ` }, doubt.text]) }] : []),
  ]
}

async function showSentence(face: Face, held: Case, report: string, number: number, json: true | undefined): Promise<void> {
  const view = await held.ask.report(report)
  const span = view?.analysis.sentences[number - 1]
  if (!view || !span)
    throw new Fault('no-such-report', `There is no sentence ${report}.${String(number)} in this case.`, {
      place: 'id',
      mend: 'The number before the stop is the report’s, the one after it the sentence’s, both from 1.',
    })
  const words = view.analysis.report.text.slice(span[0], span[1])
  const records = recordsIn(view, span)
  if (json) return printJson(face, { report: view.line, sentence: number, span, words, records })
  await printPage(face, [
    { kind: 'title', words: `${report}.${String(number)}` },
    { kind: 'lines', lines: [[words]] },
    {
      kind: 'list',
      lines: records.map(({ list, record }) => [
        { strong: `${list} ` },
        `“${shorten(view.analysis.report.text.slice(record.span[0], record.span[1]), 120)}” `,
        { faint: record.id },
      ]),
    },
  ])
}

function recordsIn({ analysis }: ReportView, [start, end]: Span): { list: string; record: { id: string; span: Span } }[] {
  return RECORD_LISTS.flatMap(list => analysis[list].filter(record => start <= record.span[0] && record.span[0] < end).map(record => ({ list, record })))
}
