import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { analyseAll } from '#pool'
import { readInputs } from '#read'
import { readSentences } from '#text'
import type { Bench, Row } from './frame.ts'

const SHARED = process.env['PARLEY_SHARED'] ?? fileURLToPath(new URL('../../shared/', import.meta.url))
const FILE = join(SHARED, 'reports', 'load', 'reuters21578.jsonl')
const LINES = Number(process.env['PARLEY_BENCH_LINES'] ?? 3000)

/** Reads the first lines of the load set as `parley extract` does, and watches speed and memory. */
async function extract(): Promise<Row[]> {
  const heaps: number[] = []
  let [lines, answered, tokens, spent] = [0, 0, 0, 0]
  let start = process.cpuUsage()
  for await (const one of analyseAll(readInputs([FILE]), input => ('report' in input ? input.report : undefined))) {
    const { user, system } = process.cpuUsage(start)
    spent += (user + system) / 1e6
    lines++
    if (one.result !== undefined || 'error' in one.item) answered++
    if ('report' in one.item) tokens += readSentences(one.item.report).tokens.length
    if (lines % 200 === 0) heaps.push(process.memoryUsage().rss / 1e6)
    if (lines >= LINES) break
    start = process.cpuUsage()
  }
  const how = `the first ${String(lines)} lines of reuters21578.jsonl, one thread, processor time`
  return [
    { what: 'tokens a second, read and analysed', value: tokens / spent, unit: '/s', min: 60_000, how },
    { what: 'lines answered', value: answered / lines, unit: 'of 1', min: 1, how },
    { what: 'memory, most', value: Math.max(...heaps), unit: 'MB', how },
    { what: 'memory, last against first', value: (heaps.at(-1) ?? 1) / (heaps[0] ?? 1), unit: 'times', max: 1.5, how },
  ]
}

export const bench: Bench = { name: 'extract', run: () => (existsSync(FILE) ? extract() : []) }
