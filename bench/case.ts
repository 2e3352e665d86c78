import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newCase, type Case } from '#case'
import { type Bench, type Row } from './frame.ts'
import { viewRows } from './views.ts'
import { benchInputs } from './made.ts'

const DOING = { by: 'bench', at: '2025-06-01T12:00:00.000Z' }
const REPORTS = 2200
const HOW = `${String(REPORTS)} invented reports (bench/made.ts), one thread`

async function addRows(held: Case): Promise<Row[]> {
  const start = performance.now()
  const clock: number[] = []
  for await (const _ of held.add(benchInputs(REPORTS), DOING)) clock.push(performance.now() - start)
  const around = (n: number): number => (clock[n + 100] ?? 0) - (clock[n - 100] ?? 0)
  return [
    { what: 'reports added a second', value: REPORTS / ((clock.at(-1) ?? 0) / 1000), unit: '/s', how: HOW },
    { what: 'report 2,000 against report 200 (means of 200)', value: around(2000) / around(200), unit: 'times', max: 1.5, how: HOW },
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

export const bench: Bench = {
  name: 'case',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
    try {
      const held = await newCase(join(folder, 'bench.parley'), DOING)
      const rows = [...(await addRows(held)), ...(await viewRows(held, WORDS, `over ${HOW}`))]
      await held.close()
      return rows
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
