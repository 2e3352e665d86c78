import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newCase, type Case } from '#case'
import { middle, type Bench, type Row } from './frame.ts'
import { benchInputs } from './made.ts'

const DOING = { by: 'bench', at: '2025-06-01T12:00:00.000Z' }
const REPORTS = 2200
const HOW = `${String(REPORTS)} invented reports (bench/made.ts), one thread`

/** Milliseconds that a question takes, each time. */
async function timesOf(times: number, ask: (n: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const start = performance.now()
    await ask(n)
    taken.push(performance.now() - start)
  }
  return taken.sort((a, b) => a - b)
}

/** The 95th of a hundred. */
function p95(sorted: readonly number[]): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0
}

async function addRows(held: Case): Promise<Row[]> {
  const laps: number[] = []
  const start = performance.now()
  let last = start
  for await (const _ of held.add(benchInputs(REPORTS), DOING)) {
    const now = performance.now()
    laps.push(now - last)
    last = now
  }
  const around = (n: number): number => middle(laps.slice(n - 100, n + 100))
  return [
    { what: 'reports added a second', value: REPORTS / ((last - start) / 1000), unit: '/s', how: HOW },
    { what: 'report 2,000 against report 200 (medians of 200)', value: around(2000) / around(200), unit: 'times', max: 1.5, how: HOW },
    { what: 'memory after adding', value: process.memoryUsage().rss / 1e6, unit: 'MB', max: 700, how: HOW },
  ]
}

const WORDS = [
  'talks',
  'ceasefire violated',
  'prisoners',
  '"lifting of the blockade"',
  'guarantees',
  'relief office statement',
  'mediators draft',
  'shelling port',
  'killed',
  'Anna',
]

async function askRows({ ask }: Case): Promise<Row[]> {
  const views = {
    overview: () => ask.overview(),
    matrix: () => ask.matrix(),
    timeline: () => ask.timeline(),
    'timeline of a month': () => ask.timeline({ from: '2024-03', to: '2024-03' }),
    proposals: () => ask.proposals(),
    figures: () => ask.figures(),
    ceasefires: () => ask.ceasefires(),
    sources: () => ask.sources(),
    findings: () => ask.findings(),
    brief: () => ask.brief(),
  }
  const rows: Row[] = []
  for (const [name, view] of Object.entries(views))
    rows.push({ what: `${name}, p95`, value: p95(await timesOf(5, view)), unit: 'ms', max: 300, how: `over ${HOW}` })
  rows.push({
    what: 'search, p95',
    value: p95(await timesOf(60, n => ask.search({ q: WORDS[n % WORDS.length] ?? '', limit: 20 }))),
    unit: 'ms',
    max: 20,
    how: `ten questions in turn, over ${HOW}`,
  })
  return rows
}

export const bench: Bench = {
  name: 'case',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
    try {
      const held = await newCase(join(folder, 'bench.parley'), DOING)
      const rows = [...(await addRows(held)), ...(await askRows(held))]
      await held.close()
      return rows
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
