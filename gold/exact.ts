import type { Span } from '#model'
import type { Relation } from './polnear.ts'
import { f1 } from './score/frame.ts'

export const PARTS = ['source', 'cue', 'content'] as const
export type Part = (typeof PARTS)[number]
export type Spans = Readonly<Record<Part, readonly Span[]>>

const EDGE = /[\s"“”‘’'„«».,`]/

/** A span without the quotation marks, commas, full stops and blanks at its edges, as the counting rules have it. */
export function trimSpan(text: string, [start, end]: Span): Span {
  let from = start
  let to = end
  while (from < to && EDGE.test(text[from] ?? '')) from++
  while (to > from && EDGE.test(text[to - 1] ?? '')) to--
  return [from, to]
}

/** Right, found and labelled, for exact spans and for words, of one part. */
export interface Counts {
  exact: [number, number, number]
  words: [number, number, number]
}

export function emptyCounts(): Record<Part, Counts> {
  const make = (): Counts => ({ exact: [0, 0, 0], words: [0, 0, 0] })
  return { source: make(), cue: make(), content: make() }
}

/** The spans of all relations, each once. */
export function spansOf(relations: readonly Relation[]): Spans {
  return { source: relations.flatMap(one => one.source), cue: relations.flatMap(one => one.cue), content: relations.flatMap(one => one.content) }
}

function keys(text: string, spans: readonly Span[]): Set<string> {
  return new Set(
    spans
      .map(span => trimSpan(text, span))
      .filter(([start, end]) => start < end)
      .map(span => span.join()),
  )
}

function wordsIn(text: string, spans: readonly Span[]): Set<number> {
  const words = new Set<number>()
  for (const [start, end] of spans) for (const found of text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)) words.add(start + found.index)
  return words
}

function count<T>(into: [number, number, number], ours: ReadonlySet<T>, gold: ReadonlySet<T>): void {
  for (const one of ours) if (gold.has(one)) into[0]++
  into[1] += ours.size
  into[2] += gold.size
}

/** Adds one text to the counts. */
export function countSpans(counts: Record<Part, Counts>, text: string, ours: Spans, gold: Spans): void {
  for (const part of PARTS) {
    count(counts[part].exact, keys(text, ours[part]), keys(text, gold[part]))
    count(counts[part].words, wordsIn(text, ours[part]), wordsIn(text, gold[part]))
  }
}

/** One line: exact and word F1 of source, cue, content. */
export function lineOf(counts: Record<Part, Counts>): string {
  const row = (kind: 'exact' | 'words'): string => PARTS.map(part => f1(...counts[part][kind]).f1.toFixed(1)).join('/')
  const pr = PARTS.map(part => {
    const { precision, recall } = f1(...counts[part].exact)
    return `${precision.toFixed(0)}-${recall.toFixed(0)}`
  }).join(' ')
  return `exact ${row('exact')} words ${row('words')} (P-R ${pr})`
}
