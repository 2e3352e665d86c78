import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NOTHING_KNOWN, type Analysis, type Reading, type TimeExpression } from '#model'
import { makeReport } from '#read'
import { readSentences } from '#text'
import { findTimes } from '#time'
import { scoreTimex, tally, type Tally, type Timex } from '../gold/timex.ts'
import { f1 } from '../gold/score/frame.ts'
import { goldOf, sameWhen } from '../gold/score/time.ts'
import { RIVALS, type Tagger } from './rivals.ts'
import { middle, type Bench, type Row } from './frame.ts'

const SHARED = process.env['PARLEY_SHARED'] ?? fileURLToPath(new URL('../../shared/', import.meta.url))

interface Doc {
  readonly text: string
  readonly day: string
  readonly reading: Reading
  readonly gold: readonly (Timex & Partial<Pick<TimeExpression, 'known' | 'when'>>)[]
}

function docOf(raw: string, day: string, gold: (text: string) => Doc['gold']): Doc {
  const report = makeReport({ text: raw, publisher: 'gold', published: day })
  return { text: report.text, day, reading: readSentences(report), gold: gold(report.text) }
}

function timebank(): Doc[] {
  return readFileSync(`${SHARED}/gold/time/timebank.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => {
      const doc = JSON.parse(line) as { text: string; dct: string; timexes: { start: number; end: number; text: string; type: string; value: string }[] }
      return docOf(doc.text, doc.dct.slice(0, 10), text => goldOf(doc, text))
    })
}

function labelled(): Doc[] {
  const folder = `${SHARED}/gold/reports`
  return readdirSync(folder)
    .filter(name => name.endsWith('.json') && !name.endsWith('.meta.json'))
    .map(name => {
      const base = `${folder}/${name.replace(/\.json$/, '')}`
      const gold = JSON.parse(readFileSync(`${base}.json`, 'utf8')) as Analysis
      return docOf(readFileSync(`${base}.txt`, 'utf8'), gold.report.published ?? '2000-01-01', () => gold.times)
    })
}

const OURS = 'Parley'
const byText = new Map<string, Reading>()
/** Ours on a text already cut into sentences, as the others' own cutting is part of their time. */
const ours: Tagger = {
  name: OURS,
  tag: text => {
    const reading = byText.get(text)
    return reading ? findTimes(reading, [], NOTHING_KNOWN) : []
  },
}

interface Measured {
  readonly total: Tally
  readonly speed: number
  readonly whens: number
}

function measure(tagger: Tagger, docs: readonly Doc[]): Measured {
  const total = tally()
  const speeds: number[] = []
  const characters = docs.reduce((sum, doc) => sum + doc.text.length, 0)
  let found: Timex[][] = []
  for (let round = 0; round < (tagger.name === OURS ? 41 : tagger.name === 'chrono-node' ? 3 : 1); round++) {
    // Processor time, not the clock: other work on the machine counts for nobody.
    const start = process.cpuUsage()
    found = docs.map(doc => tagger.tag(doc.text, doc.day))
    const { user, system } = process.cpuUsage(start)
    speeds.push(characters / ((user + system) / 1_000_000))
  }
  docs.forEach((doc, i) => {
    scoreTimex(found[i] ?? [], doc.gold, doc.text, total)
  })
  return { total, speed: middle(speeds), whens: whensRight(docs, found) }
}

/** The share of labelled `when`s of stated and implied times that are equal; a value that is a plain date is its own `when`. */
function whensRight(docs: readonly Doc[], found: readonly Timex[][]): number {
  let [right, all] = [0, 0]
  docs.forEach((doc, i) => {
    for (const label of doc.gold) {
      if (!label.when || label.known === 'vague') continue
      all++
      const one = found[i]?.find(time => time.span[0] < label.span[1] && label.span[0] < time.span[1]) as
        (Timex & { when?: TimeExpression['when'] }) | undefined
      const when =
        one?.when ??
        (one && /^\d{4}(-\d\d){0,2}(T.*)?$/.test(one.value) ? ({ start: one.value.slice(0, 10).replace(/T.*/, '') } as TimeExpression['when']) : undefined)
      if (when && sameWhen(when, label.when)) right++
    }
  })
  return (100 * right) / (all || 1)
}

function measureOurs(docs: readonly Doc[]): Measured {
  for (const doc of docs) byText.set(doc.text, doc.reading)
  measure(ours, docs) // warm
  return measure(ours, docs)
}

function rowsOf(set: string, docs: readonly Doc[], own: Measured): Row[] {
  const rivals = RIVALS.map(tagger => [tagger.name, measure(tagger, docs)] as const)
  const measured = [[OURS, own] as const, ...rivals]
  const valueOf = ({ total }: Measured): number => f1(total.relaxed, total.found, total.labelled).f1 * (total.value / (total.relaxed || 1))
  const best = Math.max(...measured.slice(1).map(([, one]) => valueOf(one)))
  return measured.flatMap(([name, one]) => {
    const { total, speed, whens } = one
    const strict = f1(total.strict, total.found, total.labelled).f1
    const relaxed = f1(total.relaxed, total.found, total.labelled)
    const how = `${set}: relaxed F1 ${relaxed.f1.toFixed(1)} (P ${relaxed.precision.toFixed(1)} R ${relaxed.recall.toFixed(1)}), strict F1 ${strict.toFixed(1)}${docs.some(doc => doc.gold.some(label => label.when)) ? `, when equal ${whens.toFixed(1)}` : ''}`
    const value: Row = {
      what: `${name}, value F1`,
      value: valueOf(one),
      unit: '',
      how,
      ...(name === OURS && { min: Math.round(best * 10) / 10 + 20, compared: `the best of the others ${best.toFixed(1)}` }),
    }
    return [
      value,
      {
        what: `${name}, speed`,
        value: Math.round(speed / 1000) / 1000,
        unit: 'M characters/s',
        how: `${set}, one core${name === OURS ? ', without cutting into sentences' : ''}`,
        ...(name === OURS && { min: 2 }),
      },
    ]
  })
}

export const bench: Bench = {
  name: 'time',
  run: () => {
    if (!existsSync(`${SHARED}/gold`)) return []
    const sets = [
      ['TimeBank', timebank()],
      ['labelled reports', labelled()],
    ] as const
    // Ours first: one of the others, once it has run, slows every regular expression of the process.
    const own = sets.map(([, docs]) => measureOurs(docs))
    return sets.flatMap(([set, docs], i) => rowsOf(set, docs, own[i] ?? measureOurs(docs)))
  },
}
