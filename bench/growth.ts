import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newCase, type Case, type Input } from '#case'
import { readInputs } from '#read'
import type { Bench, Row } from './frame.ts'
import { viewRows } from './views.ts'

const REPORTS = fileURLToPath(new URL('../../shared/reports/', import.meta.url))
const CACHE = fileURLToPath(new URL('../.cache/', import.meta.url))
const DOING = { by: 'bench', at: '2026-01-01T00:00:00Z' }
const WORDS = ['talks', 'tariffs', 'nuclear inspectors', '"trade deficit"', 'strike', 'missile test', 'budget', 'oil prices', 'sanctions', 'Japan']
const WINDOW = 200

/** The real reports spread evenly over the load set, so that every stretch has the same mix of long and short ones. */
export async function* mixedInputs(): AsyncGenerator<Input> {
  const files = readdirSync(REPORTS)
    .filter(name => name.endsWith('.jsonl'))
    .sort()
    .map(name => join(REPORTS, name))
  const real = readInputs(files)
  let n = 0
  for await (const one of readInputs([join(REPORTS, 'load', 'reuters21578.jsonl')])) {
    yield one
    if (n++ % 9 !== 8) continue
    const next = await real.next()
    if (!next.done) yield next.value
  }
}

/** A case of the first `size` of the mixed reports in `file`; `laps` takes the milliseconds since the start after each. */
export async function fillCase(file: string, size: number, laps: number[] = []): Promise<Case> {
  mkdirSync(CACHE, { recursive: true })
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  const held = await newCase(file, { ...DOING, name: 'Many reports' })
  const start = performance.now()
  for await (const added of held.add(first(mixedInputs(), size), { ...DOING, jobs: availableParallelism() })) {
    if (added.as === 'added') laps.push(performance.now() - start)
    if (laps.length % 1000 === 0 && added.as === 'added') console.error(`${String(laps.length)} reports, ${(laps.at(-1) ?? 0).toFixed(0)} ms`)
  }
  return held
}

async function* first<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T> {
  let n = 0
  for await (const item of items) {
    if (n++ >= size) return
    yield item
  }
}

async function run(): Promise<Row[]> {
  if (!existsSync(REPORTS)) return []
  const laps: number[] = []
  const held = await fillCase(join(CACHE, 'growth.parley'), Number(process.env['PARLEY_BENCH_REPORTS'] ?? 24_000), laps)
  const cost = (n: number): number => ((laps[n + WINDOW / 2] ?? 0) - (laps[n - WINDOW / 2] ?? 0)) / WINDOW
  const how = `${laps.length.toLocaleString('en')} outside reports, the real ones spread over the load set, ${String(availableParallelism())} workers`
  const rows: Row[] = [
    { what: 'reports added a second', value: laps.length / ((laps.at(-1) ?? 0) / 1000), unit: '/s', how },
    { what: 'report 200', value: cost(200), unit: 'ms', how: `${how}; mean of ${String(WINDOW)}` },
    { what: 'report 2,000', value: cost(2000), unit: 'ms', how: `${how}; mean of ${String(WINDOW)}` },
    { what: 'report 20,000', value: cost(20_000), unit: 'ms', how: `${how}; mean of ${String(WINDOW)}` },
    { what: 'report 20,000 against report 200', value: cost(20_000) / cost(200), unit: 'times', max: 1.5, how: `${how}; findings included` },
    ...(await viewRows(held, WORDS, `over ${how}`)),
  ]
  await held.close()
  return rows
}

/** A case that grows to the size of an archive. */
export const bench: Bench = { name: 'growth', run }
