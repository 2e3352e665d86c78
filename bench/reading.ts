import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { analyse } from '#analyse'
import { findActors } from '#actors'
import { attribute, toStatements } from '#attribution'
import { codeEvents } from '#events'
import { readFigures } from '#figures'
import { NOTHING_KNOWN, type Report } from '#model'
import { makeReport } from '#read'
import { readTalks } from '#talks'
import { readSentences } from '#text'
import { findTimes } from '#time'
import type { Bench, Row } from './frame.ts'

const SHARED = process.env['PARLEY_SHARED'] ?? fileURLToPath(new URL('../../shared/', import.meta.url))
const COUNT = 300

/** 300 reports of the load set and of the real reports, each as a frozen report. */
function reports(): Report[] {
  return ['reports/korea.jsonl', 'reports/us_china_trade.jsonl', 'reports/labour.jsonl'].flatMap(path =>
    readFileSync(`${SHARED}/${path}`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .slice(0, COUNT / 3)
      .map(line => {
        const { text, outlet, published } = JSON.parse(line) as { text: string; outlet: string; published?: string }
        return makeReport({ text, publisher: outlet, ...(published && { published }) })
      }),
  )
}

/** Seconds that each stage takes over all reports. */
function timeStages(all: readonly Report[]): Map<string, number> {
  const spent = new Map<string, number>()
  const timed = <T>(stage: string, work: () => T): T => {
    const start = performance.now()
    const result = work()
    spent.set(stage, (spent.get(stage) ?? 0) + (performance.now() - start) / 1000)
    return result
  }
  for (const report of all) {
    const reading = timed('sentences', () => readSentences(report))
    const attributions = timed('attribution', () => attribute(reading))
    const times = timed('time', () => findTimes(reading, attributions, NOTHING_KNOWN))
    const cast = timed('actors', () => findActors(reading, []))
    const statements = timed('statements', () => toStatements(reading, attributions, cast, times))
    const figures = timed('figures', () => readFigures(reading, statements, cast, times))
    const events = timed('events', () => codeEvents(reading, [], statements, cast, times))
    timed('talks', () => readTalks(reading, [], statements, cast, times, events, figures))
    timed('whole analysis', () => analyse(report, NOTHING_KNOWN))
  }
  return spent
}

export const bench: Bench = {
  name: 'reading',
  run: () => {
    const all = reports()
    timeStages(all.slice(0, 60)) // warm
    const tokens = all.reduce((sum, report) => sum + readSentences(report).tokens.length, 0)
    const how = `${String(all.length)} real reports, ${String(tokens)} tokens, one core`
    return [...timeStages(all)].map(([stage, seconds]): Row => ({
      what: stage,
      value: Math.round(tokens / seconds),
      unit: 'tokens/s',
      how,
      ...(stage === 'whole analysis' && { min: 60_000 }),
    }))
  },
}
