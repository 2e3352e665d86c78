import type { Analysis, Note, NoteCode, Reading, Span, Statement } from '#model'
import { makeSaidBy, readRows, type SaidBy } from '#text'
import { findPhrases, makeIndex, type Hit } from './phrases.ts'

/** What a check reads: an analysis without its notes, and what several checks need to know of it. */
export interface NoteView {
  readonly analysis: Analysis
  readonly reading: Reading
  readonly saidBy: SaidBy
  /** Words of doubt in their place, by the code that they raise; only those whose voice fits. */
  readonly doubts: ReadonlyMap<NoteCode, readonly Hit<Doubt>[]>
}

/** A row of data/doubt-words.tsv. */
export interface Doubt {
  readonly code: NoteCode
  readonly kind: string
  readonly own: boolean
}

/** One check: raises doubts of one code. One file per check. */
export type Check = (view: NoteView) => Note[]

const DOUBTS = makeIndex(
  readRows('doubt-words', ['words', 'code', 'kind', 'voice']).map(row => ({
    words: row.words,
    about: { code: row.code as NoteCode, kind: row.kind, own: row.voice === 'own' },
  })),
)

/** Prepares the view of an analysis. */
export function makeView(analysis: Analysis, reading: Reading): NoteView {
  const saidBy = makeSaidBy(analysis.statements)
  const doubts = new Map<NoteCode, Hit<Doubt>[]>()
  for (const hit of findPhrases(reading, DOUBTS)) {
    if (hit.about.own && saidBy(hit.span)) continue
    const list = doubts.get(hit.about.code) ?? []
    list.push(hit)
    doubts.set(hit.about.code, list)
  }
  return { analysis, reading, saidBy, doubts }
}

/** The words of a span, cut to a readable length. */
export function quote({ analysis }: NoteView, span: Span): string {
  const words = analysis.report.text.slice(span[0], span[1]).replaceAll('\n', ' ')
  return words.length > 90 ? `“${words.slice(0, 60).trimEnd()} … ${words.slice(-20).trimStart()}”` : `“${words}”`
}

/** Several quotations in one line. */
export function quoteAll(view: NoteView, spans: readonly Span[]): string {
  return spans.map(span => quote(view, span)).join(', ')
}

/** A note of the check `code`, or none where there is no place to point to. */
export function raise(code: NoteCode, spans: readonly Span[], text: string): Note[] {
  return spans.length === 0 ? [] : [{ code, spans: [...spans], text, rule: `notes/${code}` }]
}

/** The first `most` of the spans, in reading order, without those that overlap an earlier one. */
export function firstSpans(spans: readonly Span[], most: number): Span[] {
  const kept: Span[] = []
  for (const span of [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = kept.at(-1)
    if (last && span[0] < last[1]) continue
    if (kept.length === most) break
    kept.push(span)
  }
  return kept
}

/** Whether somebody other than the publisher is the innermost utterer of the statement. */
export function speakerOf(statement: Statement): Statement['chain'][number] | undefined {
  const last = statement.chain.at(-1)
  return last && last.as !== 'publisher' && last.as !== 'unstated' ? last : undefined
}
