/**
 * `npm run audit -- PART [LIST …] [--show]`: draws 60 records (200 statements) of each list of a part by a fixed seed over all sets of ../shared/reports, one a report, and counts the verdicts kept in
 * gold/audit/PART.tsv or LIST.tsv (report, list, span, verdict, why; no text). `--show` prints the records without a verdict with their sentence, to be judged by a person.
 * Parts: talks, attribution, figures, events, findings (50 over the reports on Korea as one case). A part is a row of PARTS below; the owner of a part adds his lists there.
 */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { analyse } from '#analyse'
import { NOTHING_KNOWN, type Analysis, type RecordList, type Span } from '#model'
import { makeReport } from '#read'
import { auditFindings } from './findings/audit.ts'
import { hasShared, SHARED } from './score/frame.ts'
import { readVerdictRows } from './verdicts.ts'

const SEED = 'parley-audit-1'
/** How many records of a list are drawn; statements are many and their faults of many kinds. */
const DRAWN = process.argv[2] === 'attribution' ? 200 : 60

/** The lists of a part, with the precision each should reach, in percent. */
const PARTS: Readonly<Record<string, Readonly<Partial<Record<RecordList, number>>>>> = {
  talks: { positions: 70, proposals: 70, tracks: 75, ceasefires: 75, allegations: 70 },
  attribution: { statements: 80 },
  figures: { figures: 80, indicators: 70 },
  events: { events: 80 },
}

interface Line {
  readonly id: string
  readonly outlet?: string
  readonly publisher?: string
  readonly title?: string
  readonly headline?: string
  readonly url?: string
  readonly published?: string
  readonly text: string
}

/** One record drawn, with what a person needs to judge it. */
interface Drawn {
  readonly report: string
  readonly list: RecordList
  readonly span: Span
  readonly told: string
  readonly sentence: string
}

function hash(...parts: readonly string[]): string {
  return createHash('sha256')
    .update([SEED, ...parts].join('|'))
    .digest('hex')
}

/** Every report of every set, in an order that only the seed decides. */
function readLines(): Line[] {
  const files = readdirSync(`${SHARED}/reports`)
    .filter(name => name.endsWith('.jsonl'))
    .sort()
  const lines = files.flatMap(name =>
    readFileSync(`${SHARED}/reports/${name}`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as Line),
  )
  return lines
    .map(line => ({ line, key: hash(line.id) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(one => one.line)
}

function analyseLine(line: Line): Analysis {
  const { id, outlet, publisher, title, headline, url, published, text } = line
  const head = title ?? headline
  return analyse(
    makeReport({
      text,
      key: id,
      publisher: outlet ?? publisher ?? null,
      ...(head && { headline: head }),
      ...(url && { url }),
      ...(published && { published }),
    }),
    NOTHING_KNOWN,
  )
}

/** A record in short: its fields with actors by name and spans by words. */
function show(analysis: Analysis, record: object): string {
  const names = new Map(analysis.actors.map(actor => [actor.id as string, actor.name]))
  const value = (part: unknown): string => {
    if (typeof part === 'string') return names.get(part) ?? part
    if (!Array.isArray(part)) return typeof part === 'object' && part !== null ? `{${fields(part)}}` : String(part)
    const [start, end] = part as unknown[]
    return part.length === 2 && typeof start === 'number' && typeof end === 'number'
      ? `«${analysis.report.text.slice(start, end)}»`
      : `[${part.map(value).join('; ')}]`
  }
  const fields = (part: object): string =>
    Object.entries(part)
      .filter(([key]) => !['id', 'rule', 'said', 'held', 'when', 'states', 'roles'].includes(key))
      .map(([key, one]) => `${key}=${value(one)}`)
      .join(' ')
  return fields(record)
}

/** One record of a list from each report, in the order of the seed, until enough are drawn. */
function draw(lists: readonly RecordList[]): Drawn[] {
  const drawn: Drawn[] = []
  const count = new Map<RecordList, number>(lists.map(list => [list, 0]))
  for (const line of readLines()) {
    if ([...count.values()].every(n => n >= DRAWN)) break
    const analysis = analyseLine(line)
    for (const list of lists) {
      if ((count.get(list) ?? 0) >= DRAWN) continue
      const [record] = [...analysis[list]].sort((a, b) => (hash(line.id, a.span.join()) < hash(line.id, b.span.join()) ? -1 : 1))
      if (!record) continue
      count.set(list, (count.get(list) ?? 0) + 1)
      const sentence = analysis.sentences.find(span => span[0] <= record.span[0] && record.span[0] < span[1]) ?? record.span
      const words = analysis.report.text.slice(sentence[0], Math.max(sentence[1], record.span[1])).replaceAll('\n', ' ')
      drawn.push({ report: line.id, list, span: record.span, told: show(analysis, record).replaceAll('\n', ' '), sentence: words })
    }
  }
  return drawn
}

interface Verdict {
  readonly right: boolean
  readonly why: string
}

/** The verdicts kept for a part, or for its lists in files of their own, by report, list and span. */
function readVerdicts(part: string, lists: readonly RecordList[]): Map<string, Verdict> {
  return new Map(
    [part, ...lists].flatMap(readVerdictRows).map(row => {
      const [report = '', list = '', span = '', verdict = '', why = ''] = row
      return [`${report}|${list}|${span}`, { right: verdict === 'right', why }]
    }),
  )
}

/** Prints shares of right records a list, its target, and how often each fault occurred. */
function report(part: string, lists: readonly RecordList[], drawn: readonly Drawn[]): void {
  const verdicts = readVerdicts(part, lists)
  for (const list of lists) {
    const judged = drawn
      .filter(one => one.list === list)
      .map(one => verdicts.get(`${one.report}|${list}|${one.span.join('-')}`))
      .filter(one => one !== undefined)
    const right = judged.filter(one => one.right).length
    const faults = new Map<string, number>()
    for (const { why } of judged.filter(one => !one.right)) faults.set(why, (faults.get(why) ?? 0) + 1)
    const share = judged.length === 0 ? '-' : ((100 * right) / judged.length).toFixed(1)
    console.log(
      `${list}: ${String(right)} of ${String(judged.length)} judged right (${share} %, target ${String(PARTS[part]?.[list] ?? '-')}), ${String(drawn.filter(one => one.list === list).length - judged.length)} not judged`,
    )
    for (const [why, n] of [...faults].sort((a, b) => b[1] - a[1])) console.log(`  ${String(n)} × ${why}`)
  }
}

const asked = process.argv.slice(2).filter(word => !word.startsWith('--'))
const [part = 'talks', ...some] = asked
const lists = (Object.keys(PARTS[part] ?? {}) as RecordList[]).filter(list => some.length === 0 || some.includes(list))
if (!hasShared()) console.log('The outside reports are not here (../shared/reports, or PARLEY_SHARED).')
else if (part === 'findings') auditFindings(process.argv.includes('--show'))
else if (lists.length === 0) console.log(`No part or list of that name; parts: ${Object.keys(PARTS).join(', ')}`)
else {
  const drawn = draw(lists)
  if (process.argv.includes('--show')) {
    const verdicts = readVerdicts(part, lists)
    for (const one of drawn) {
      if (!verdicts.has(`${one.report}|${one.list}|${one.span.join('-')}`))
        console.log(`${one.report}\t${one.list}\t${one.span.join('-')}\n  ${one.told}\n  | ${one.sentence.slice(0, 600)}`)
    }
  }
  report(part, lists, drawn)
}
