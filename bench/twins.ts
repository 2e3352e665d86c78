import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newCase } from '#case'
import type { Bench, Row } from './frame.ts'
import { twinInput } from './made.ts'

const DOING = { by: 'bench', at: '2025-06-01T12:00:00.000Z' }
const REPORTS = 400
const WINDOW = 50
const HOW = `${String(REPORTS)} invented reports of one day that are the same but for two numbers (bench/made.ts), one thread`

async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  try {
    const held = await newCase(join(folder, 'twins.parley'), DOING)
    const inputs = Array.from({ length: REPORTS }, (_, n) => twinInput(n))
    const spent: number[] = []
    const start = process.cpuUsage()
    for await (const _ of held.add(inputs, DOING)) {
      const { user, system } = process.cpuUsage(start)
      spent.push((user + system) / 1000)
    }
    await held.close()
    const at = (n: number): number => spent[n - 1] ?? 0
    return [
      { what: 'processor for one report', value: at(REPORTS) / REPORTS, unit: 'ms', how: HOW },
      { what: 'processor for one of the last fifty', value: (at(REPORTS) - at(REPORTS - WINDOW)) / WINDOW, unit: 'ms', how: HOW },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What hundreds of reports that tell the same cost. */
export const bench: Bench = { name: 'twins', run }
