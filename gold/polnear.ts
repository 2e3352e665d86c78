import type { Reading, Span } from '#model'
import { makeReport } from '#read'
import { readSentences } from '#text'
import { readJsonl } from './score/frame.ts'

/** An attribution as PolNeAR labels it, in offsets of our frozen text. */
export interface Relation {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

/** A document of PolNeAR, read by us, with its labels. */
export interface Paper {
  readonly id: string
  readonly reading: Reading
  readonly relations: readonly Relation[]
}

interface Raw {
  id: string
  publisher: string
  date: string
  text: string
  attributions: { source?: Span[]; cue?: Span[]; content?: Span[]; nested?: boolean }[]
}

const GONE = /[\s\u200B\u2060\uFEFF\u00AD]/

/** Where each place of the raw text stands in the frozen one: freezing only leaves out and replaces. */
function mapOffsets(raw: string, frozen: string): Int32Array {
  const places = new Int32Array(raw.length + 1)
  let at = 0
  for (let i = 0; i < raw.length; i++) {
    places[i] = at
    const char = raw[i] ?? ''
    if (char === frozen[at] || (/[\u2028\u2029]/.test(char) && frozen[at] === '\n') || (/[^\S\n]/.test(char) && frozen[at] === ' ') || !GONE.test(char)) at++
  }
  places[raw.length] = at
  return places
}

function readPaper(raw: Raw): Paper {
  const report = makeReport({ text: raw.text, publisher: raw.publisher, published: raw.date })
  const places = mapOffsets(raw.text, report.text)
  const move = (spans: Span[] | undefined): Span[] =>
    (spans ?? []).map(([start, end]) => [places[start] ?? 0, places[end - 1] === undefined ? 0 : (places[end - 1] ?? 0) + 1] as const)
  return {
    id: raw.id,
    reading: readSentences(report),
    relations: raw.attributions.map(one => ({ source: move(one.source), cue: move(one.cue), content: move(one.content) })),
  }
}

/** The train or dev part. The test part is never looked at. */
export function readPapers(part: 'train' | 'dev', limit = Infinity): Paper[] {
  return readJsonl<Raw>(`gold/attribution/polnear-${part}.jsonl`).slice(0, limit).map(readPaper)
}
