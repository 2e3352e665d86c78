import type { Case } from '#case'
import type { Row } from './frame.ts'

/** Milliseconds that a question takes, each time, sorted. */
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

/** How long each view of a case takes, and a search for each of some words. */
export async function viewRows({ ask }: Case, words: readonly string[], how: string): Promise<Row[]> {
  const views = {
    overview: () => ask.overview(),
    matrix: () => ask.matrix(),
    timeline: () => ask.timeline(),
    proposals: () => ask.proposals(),
    figures: () => ask.figures(),
    ceasefires: () => ask.ceasefires(),
    sources: () => ask.sources(),
    actors: () => ask.merges(),
    findings: () => ask.findings(),
    brief: () => ask.brief(),
  }
  const rows: Row[] = []
  for (const [name, view] of Object.entries(views)) rows.push({ what: `${name}, p95`, value: p95(await timesOf(5, view)), unit: 'ms', max: 300, how })
  const search = p95(await timesOf(60, n => ask.search({ q: words[n % words.length] ?? '', limit: 20 })))
  rows.push({ what: 'search, p95', value: search, unit: 'ms', max: 20, how: `${String(words.length)} questions in turn, ${how}` })
  return rows
}
