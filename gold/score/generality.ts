import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { analyse } from '#analyse'
import { newCase } from '#case'
import { briefPage, drawMarkdown } from '#export'
import { NOTHING_KNOWN, type Analysis, type Span } from '#model'
import { makeReport } from '#read'
import { faultsOf, namesIn } from '../neutral.ts'
import { compareSwapped, pairsOf } from '../swap.ts'
import { hasShared, SHARED, type Score, type Scorer } from './frame.ts'

interface Line {
  readonly id: string
  readonly outlet?: string
  readonly title?: string
  readonly url?: string
  readonly published?: string
  readonly text: string
}

/** Reports of every set in turn, the same ones each time: every Nth of the sorted files. */
function readReports(count: number): Line[] {
  const lines = readdirSync(`${SHARED}/reports`)
    .filter(name => name.endsWith('.jsonl'))
    .sort()
    .flatMap(name => readFileSync(`${SHARED}/reports/${name}`, 'utf8').split('\n').filter(Boolean))
  const step = Math.max(1, Math.floor(lines.length / count))
  return lines.filter((_, at) => at % step === 0).map(line => JSON.parse(line) as Line)
}

function givenOf({ id, outlet, title, url, published, text }: Line): Parameters<typeof makeReport>[0] {
  return { text, key: id, publisher: outlet ?? null, ...(title && { headline: title }), ...(url && { url }), ...(published && { published }) }
}

function analyseLine(line: Line): Analysis {
  return analyse(makeReport(givenOf(line)), NOTHING_KNOWN)
}

const SOURCED = ['events', 'tracks', 'proposals', 'positions', 'ceasefires', 'allegations', 'figures', 'indicators'] as const
const CITED = ['statements', 'times', ...SOURCED] as const

/** Whether a span lies in the text and begins and ends with words. */
function lies(text: string, [start, end]: Span): boolean {
  return start >= 0 && start < end && end <= text.length && !/\s/.test(text.charAt(start)) && !/\s/.test(text.charAt(end - 1))
}

/** Spans outside the text, tellers that are no statement of the report, and how many records a report has. */
function scoreRecordsOf(analyses: readonly Analysis[]): Score[] {
  let [spans, outside, told, dangling, records] = [0, 0, 0, 0, 0]
  for (const analysis of analyses) {
    const statements = new Set(analysis.statements.map(one => one.id))
    const cited = CITED.flatMap(list => analysis[list].map(one => one.span))
    const all = [...cited, ...analysis.mentions.map(one => one.span), ...analysis.notes.flatMap(one => one.spans), ...analysis.sentences]
    spans += all.length
    outside += all.filter(span => !lies(analysis.report.text, span)).length
    records += cited.length
    const tellers = SOURCED.flatMap(list => analysis[list].map(one => one.said)).filter(said => said !== null)
    told += tellers.length
    dangling += tellers.filter(said => !statements.has(said)).length
  }
  const set = `${String(analyses.length)} real reports`
  const share = (bad: number, all: number): number => (all === 0 ? 100 : (100 * (all - bad)) / all)
  return [
    { set, measure: 'spans inside the text', value: share(outside, spans), target: 100, detail: `${String(outside)} outside of ${String(spans)}` },
    { set, measure: 'tellers that are statements', value: share(dangling, told), target: 100, detail: `${String(dangling)} dangling of ${String(told)}` },
    { set, measure: 'records a report', value: records / analyses.length, target: 10, detail: `${String(records)} records (a count, not a share)` },
  ]
}

/** Of 200 reports with two parties of a kind that can be swapped word for word, those whose record swaps and else stays the same. */
function scoreSwaps(analyses: readonly Analysis[]): Score[] {
  let [same, all, changed, records] = [0, 0, 0, 0]
  const lists = new Map<string, number>()
  for (const [turn, analysis] of analyses.entries()) {
    const [pair] = pairsOf(analysis, turn)
    if (!pair || all === 200) continue
    all++
    const differences = compareSwapped(analysis.report, analysis, pair)
    if (differences.length === 0) same++
    records += CITED.reduce((sum, list) => sum + analysis[list].length, 0)
    changed += differences.filter(line => line.includes(' - ')).length
    for (const list of new Set(differences.map(line => line.split(' ')[0] ?? ''))) lists.set(list, (lists.get(list) ?? 0) + 1)
    if (process.env['SHOW_SWAPS'] !== undefined && differences.length > 0)
      console.log([analysis.report.key, [...pair].map(two => two.join('>')).join(' '), ...differences.map(line => line.slice(0, 300))].join('\n  '))
  }
  const where = [...lists].sort((a, b) => b[1] - a[1]).map(([list, count]) => `${list} ${String(count)}`)
  return [
    {
      set: 'swapped parties',
      measure: 'reports whose record swaps and else stays the same',
      value: (100 * same) / all,
      target: 100,
      detail: `${String(same)} of ${String(all)}${where.length > 0 ? `; reports that differ in: ${where.join(', ')}` : ''}`,
    },
    {
      set: 'swapped parties',
      measure: 'records that stay the same',
      value: (100 * (records - changed)) / records,
      detail: `${String(records - changed)} of ${String(records)}`,
    },
  ]
}

const NEGOTIATION = /talks?\b|negotiat|agree|\bdeals?\b|treat(?:y|ies)|pact|accord|strike|cease-?fire|dispute|propos|\boffer|mediat|summit|minister/i

/** Of 20 wire items on no negotiation, those in which no track, proposal or ceasefire is found. */
function scoreIdle(): Score[] {
  const lines = readFileSync(`${SHARED}/reports/load/reuters21578.jsonl`, 'utf8').split('\n', 4000).filter(Boolean)
  const idle = lines
    .filter((_, at) => at % 7 === 0)
    .map(line => JSON.parse(line) as Line)
    .filter(line => line.text.length > 800 && !NEGOTIATION.test(line.text))
    .slice(0, 20)
  const counts = idle.map(analyseLine).map(({ tracks, proposals, ceasefires }) => tracks.length + proposals.length + ceasefires.length)
  const empty = counts.filter(count => count === 0).length
  const records = counts.reduce((sum, count) => sum + count, 0)
  const detail = `${String(empty)} of ${String(idle.length)}, ${String(records)} records of talks in all`
  return [{ set: 'reports on no negotiation', measure: 'no track, proposal or ceasefire', value: (100 * empty) / idle.length, target: 95, detail }]
}

const DOING = { by: 'score', at: '2025-06-01T12:00:00.000Z' }

/** Briefings of 200 real reports and all findings on them: lines of ours that judge, take over a loaded word or lack who told them. */
async function scoreNeutral(lines: readonly Line[]): Promise<Score[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-neutral-'))
  const held = await newCase(join(folder, 'neutral.parley'), { ...DOING, name: 'neutral' })
  const inputs = lines.map(line => ({ source: line.id, report: makeReport(givenOf(line)) }))
  const numbers = new Set<number>()
  for await (const added of held.add(inputs, DOING)) if (added.as === 'added') numbers.add(added.number)
  let [told, bad, clean] = [0, 0, 0]
  const look = (page: string, names: readonly string[]): boolean => {
    const faults = faultsOf(page, names)
    told += page.split('\n').filter(Boolean).length
    bad += faults.length
    if (process.env['SHOW_FAULTS'] !== undefined) for (const fault of faults) console.log(fault)
    return faults.length === 0
  }
  for (const number of numbers) {
    const brief = await held.ask.brief({ report: String(number) })
    if (look(drawMarkdown(briefPage(brief)), namesIn(brief))) clean++
  }
  const whole = await held.ask.brief()
  look(drawMarkdown(briefPage(whole)), namesIn(whole))
  const actors = namesIn(await held.ask.actors({ limit: 500 }))
  let cursor: string | undefined
  do {
    const page = await held.ask.findings({ limit: 500, ...(cursor !== undefined && { cursor }) })
    for (const finding of page.items) look(finding.why, [...finding.about, ...actors])
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  await held.close()
  rmSync(folder, { recursive: true, force: true })
  const set = `briefings of ${String(numbers.size)} real reports, and what comparing them finds`
  return [
    { set, measure: 'briefings without a judging or loaded word of ours, every record told by somebody', value: (100 * clean) / numbers.size, target: 100 },
    { set, measure: 'lines and sentences so', value: (100 * (told - bad)) / told, target: 100, detail: `${String(bad)} faults in ${String(told)}` },
  ]
}

async function scoreAll(): Promise<Score[]> {
  const lines = readReports(600)
  const analyses = lines.map(analyseLine)
  return [
    ...scoreRecordsOf(analyses.filter((_, at) => at % 2 === 0).slice(0, 300)),
    ...scoreSwaps(analyses),
    ...scoreIdle(),
    ...(await scoreNeutral(lines.filter((_, at) => at % 3 === 0).slice(0, 200))),
  ]
}

export const scorer: Scorer = { name: 'generality', run: () => (hasShared() ? scoreAll() : []) }
