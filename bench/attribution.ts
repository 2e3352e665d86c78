import { createRequire } from 'node:module'
import nlp from 'compromise'
import winkNLP from 'wink-nlp'
import model from 'wink-eng-lite-web-model'
import { attribute } from '#attribution'
import type { Reading, Span } from '#model'
import { readSentences } from '#text'
import { readPapers } from '../gold/polnear.ts'
import { likeness } from '../gold/relation.ts'
import { f1, hasShared } from '../gold/score/frame.ts'
import { Tagger } from '../src/attribution/tagger/tagger.ts'
import { middle, type Bench, type Row } from './frame.ts'

interface Parsed {
  readonly index: number
  readonly text: string
}

const parser = createRequire(import.meta.url)('quote-parser') as { parse: (text: string, language: string, options: { minLength: number }) => Parsed[] }

/** Finds the contents of direct speech in a text. */
type Finder = (reading: Reading) => Span[]

const FINDERS: readonly (readonly [name: string, find: Finder])[] = [
  [
    'Parley',
    reading =>
      attribute(reading)
        .filter(one => one.form === 'direct')
        .flatMap(one => one.content),
  ],
  [
    'compromise .quotations()',
    reading =>
      (nlp(reading.report.text).quotations().json({ offset: true }) as { offset: { start: number; length: number } }[]).map(
        ({ offset }) => [offset.start, offset.start + offset.length] as const,
      ),
  ],
  ['quote-parser', reading => parser.parse(reading.report.text, 'en', { minLength: 10 }).map(one => [one.index, one.index + one.text.length] as const)],
]

/** Milliseconds of one core, the middle of three runs. */
function time(work: () => void): number {
  return middle(
    [0, 1, 2].map(() => {
      const start = process.cpuUsage()
      work()
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    }),
  )
}

/** The labelled contents that stand in quotation marks from end to end. */
function directOf(text: string, spans: readonly Span[]): Span[] {
  return spans.filter(([start, end]) => /["“]/.test(text.slice(start - 1, start + 1)) && /["”]/.test(text.slice(end - 2, end + 1)))
}

function compareDirect(papers: ReturnType<typeof readPapers>): Row[] {
  const words = papers.reduce((sum, paper) => sum + paper.reading.tokens.length, 0)
  return FINDERS.flatMap(([name, find]) => {
    const counts: [number, number, number] = [0, 0, 0]
    const speed = words / time(() => papers.forEach(paper => find(paper.reading)))
    for (const { reading, relations } of papers) {
      const gold = directOf(
        reading.report.text,
        relations.flatMap(one => one.content),
      )
      const ours = find(reading)
      counts[0] += gold.filter(label => ours.some(span => likeness([span], [label]) >= 0.8)).length
      counts[1] += ours.length
      counts[2] += gold.length
    }
    const { precision, recall, f1: value } = f1(...counts)
    const how = `PolNeAR dev, contents of direct speech that agree in four characters of five: P ${precision.toFixed(1)} R ${recall.toFixed(1)}; the others give no indirect speech, and their finder runs on the raw text`
    return [
      { what: `${name}, direct speech F1`, value, unit: '', how },
      { what: `${name}, direct speech, speed`, value: Math.round(speed), unit: 'k tokens/s', how: 'PolNeAR dev, one core, processor time' },
    ]
  })
}

function speeds(papers: ReturnType<typeof readPapers>): Row[] {
  const wink = winkNLP(model, ['sbd', 'pos'])
  const tokens = papers.reduce((sum, paper) => sum + paper.reading.tokens.length, 0)
  const rate = (work: (reading: Reading) => void): number =>
    Math.round(
      tokens /
        time(() =>
          papers.forEach(paper => {
            work(paper.reading)
          }),
        ),
    )
  const how = 'PolNeAR dev, one core, processor time'
  const floor = rate(reading => {
    wink.readDoc(reading.report.text).tokens().out()
  })
  return [
    { what: 'wink sentences and parts of speech alone (the floor)', value: floor, unit: 'k tokens/s', how },
    {
      what: 'text door (sentences, tokens, tags)',
      value: rate(reading => {
        readSentences(reading.report)
      }),
      unit: 'k tokens/s',
      how,
    },
    {
      what: 'tagger of sources, cues and contents, and judge of relations',
      value: rate(reading => {
        new Tagger(reading).relate()
      }),
      unit: 'k tokens/s',
      how,
      min: 150,
    },
    {
      what: 'attribute(): tagger, nesting, rules, chains',
      value: rate(reading => {
        attribute(reading)
      }),
      unit: 'k tokens/s',
      how,
    },
  ]
}

export const bench: Bench = {
  name: 'attribution',
  run: () => {
    if (!hasShared()) return []
    const papers = readPapers('dev')
    papers.forEach(paper => attribute(paper.reading)) // warm
    return [...speeds(papers), ...compareDirect(papers)]
  },
}
