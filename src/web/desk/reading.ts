import type { Analysis, Note, RecordKind, Span } from '#model'

/** The kinds of the margin of a report. */
export type MarginKind = RecordKind | 'note'

/** A record of a report in the shape that the margin needs. `raw` is the record as the analysis has it. */
export interface Entry {
  readonly kind: MarginKind
  readonly id: string
  readonly spans: readonly Span[]
  readonly at: number
  readonly said: string | null | undefined
  readonly raw: Readonly<Record<string, unknown>>
}

const LISTS = [
  ['statements', 'statement'],
  ['times', 'time'],
  ['figures', 'figure'],
  ['proposals', 'proposal'],
  ['ceasefires', 'ceasefire'],
  ['allegations', 'allegation'],
  ['positions', 'position'],
  ['events', 'event'],
  ['tracks', 'track'],
  ['indicators', 'indicator'],
] as const

/** The order in which the kinds stand in the row of filters. */
export const MARGIN_KINDS: readonly MarginKind[] = [...LISTS.map(([, kind]) => kind), 'note']

/** Every record of a report, doubts among them, in reading order. */
export function entriesOf(analysis: Analysis): Entry[] {
  const entries: Entry[] = []
  for (const [list, kind] of LISTS) {
    for (const record of analysis[list]) {
      const spans = kind === 'statement' && 'content' in record ? record.content : [record.span]
      const raw = record as unknown as Record<string, unknown>
      entries.push({ kind, id: record.id, spans, at: spans[0][0], said: kind === 'statement' ? undefined : (raw.said as string | null | undefined), raw })
    }
  }
  analysis.notes.forEach((note: Note, index) => {
    entries.push({
      kind: 'note',
      id: `note-${String(index + 1)}`,
      spans: note.spans,
      at: note.spans[0]?.[0] ?? 0,
      said: undefined,
      raw: note as unknown as Record<string, unknown>,
    })
  })
  return entries.sort((a, b) => a.at - b.at)
}

export type Mark = 'time' | 'figure' | 'allegation' | 'hedge'

/** A run of text that no span's edge cuts: the records that hold it, and the one that its mark leads to. */
export interface Piece {
  readonly text: string
  readonly from: number
  readonly ids: readonly string[]
  readonly link: string | undefined
  readonly mark: Mark | undefined
  readonly opens: number
  readonly closes: number
  readonly here: boolean
}
export interface SentenceText {
  readonly span: Span
  readonly index: number
  /** Whether the publisher speaks here in its own voice. */
  readonly own: boolean
  readonly pieces: readonly Piece[]
}
export interface Paragraph {
  readonly index: number
  readonly kind: string
  readonly span: Span
  readonly sentences: readonly SentenceText[]
  readonly entries: readonly Entry[]
}

interface Run {
  readonly start: number
  readonly end: number
  readonly id: string
  readonly mark: Mark | undefined
  readonly brackets: boolean
}

const RANK: Readonly<Record<Mark, number>> = { time: 0, figure: 1, hedge: 2, allegation: 3 }

function runsOf(entries: readonly Entry[], shown: ReadonlySet<MarginKind>, target: Span | undefined): Run[] {
  const runs: Run[] = []
  for (const entry of entries) {
    if (!shown.has(entry.kind)) continue
    const mark = entry.kind === 'time' || entry.kind === 'figure' || entry.kind === 'allegation' ? entry.kind : undefined
    for (const [start, end] of entry.spans) runs.push({ start, end, id: entry.id, mark, brackets: entry.kind === 'statement' })
    if (entry.kind === 'statement') {
      for (const [start, end] of entry.raw.hedges as Span[]) runs.push({ start, end, id: entry.id, mark: 'hedge', brackets: false })
    }
  }
  if (target) runs.push({ start: target[0], end: target[1], id: '', mark: undefined, brackets: false })
  return runs.sort((a, b) => a.start - b.start)
}

function pieceOf(text: string, from: number, to: number, runs: readonly Run[]): Piece {
  const over = runs.filter(run => run.start <= from && run.end >= to)
  const marked = over.filter((run): run is Run & { mark: Mark } => run.mark !== undefined).sort((a, b) => RANK[a.mark] - RANK[b.mark])[0]
  return {
    text: text.slice(from, to),
    from,
    ids: over.filter(run => run.id !== '').map(run => run.id),
    link: marked?.id,
    mark: marked?.mark,
    opens: over.filter(run => run.brackets && run.start === from).length,
    closes: over.filter(run => run.brackets && run.end === to).length,
    here: over.some(run => run.id === ''),
  }
}

function piecesOf(text: string, span: Span, runs: readonly Run[]): Piece[] {
  const edges = new Set<number>([span[0], span[1]])
  for (const run of runs) for (const edge of [run.start, run.end]) if (edge > span[0] && edge < span[1]) edges.add(edge)
  const order = [...edges].sort((a, b) => a - b)
  return order.slice(0, -1).map((from, index) => pieceOf(text, from, order[index + 1] ?? span[1], runs))
}

function ownShare(span: Span, statements: readonly Entry[]): number {
  let covered = 0
  let reached = span[0]
  const parts = statements
    .flatMap(entry => [...entry.spans, entry.raw.source, entry.raw.cue].filter((part): part is Span => Array.isArray(part)))
    .sort((a, b) => a[0] - b[0])
  for (const [start, end] of parts) {
    const from = Math.max(start, reached)
    const to = Math.min(end, span[1])
    if (to > from) covered += to - from
    reached = Math.max(reached, Math.min(end, span[1]))
  }
  return 1 - covered / Math.max(1, span[1] - span[0])
}

/** What overlaps the span, of things in order of their start; `from` moves forward and must begin at the first that may reach it. */
function touching<T>(items: readonly T[], span: Span, edges: (item: T) => Span): T[] {
  return items.filter(item => edges(item)[0] < span[1] && edges(item)[1] > span[0])
}

function hullOf(entry: Entry): Span {
  const all = [...entry.spans, entry.raw.source, entry.raw.cue].filter((part): part is Span => Array.isArray(part))
  return [Math.min(...all.map(part => part[0])), Math.max(...all.map(part => part[1]))]
}

/** The passages of a report with their sentences, cut into pieces where records begin and end. Linear in the text but for what overlaps within a passage. */
export function paragraphsOf(analysis: Analysis, entries: readonly Entry[], shown: ReadonlySet<MarginKind>, target?: Span): Paragraph[] {
  const { report, sentences } = analysis
  const runs = runsOf(entries, shown, target)
  const statements = entries.filter(entry => entry.kind === 'statement')
  let sentence = 0
  let entry = 0
  let open: Run[] = []
  let next = 0
  return report.passages.map((passage, index) => {
    const here: { span: Span; index: number }[] = []
    for (; sentence < sentences.length && (sentences[sentence]?.[0] ?? 0) < passage.span[1]; sentence++) {
      const span = sentences[sentence]
      if (span) here.push({ span, index: sentence })
    }
    const mine: Entry[] = []
    for (; entry < entries.length && (entries[entry]?.at ?? 0) < passage.span[1]; entry++) {
      const one = entries[entry]
      if (one) mine.push(one)
    }
    for (; next < runs.length && (runs[next]?.start ?? 0) < passage.span[1]; next++) {
      const one = runs[next]
      if (one) open.push(one)
    }
    open = open.filter(run => run.end > passage.span[0])
    const near = touching(statements, passage.span, hullOf)
    const texts = sentencesIn(report.text, passage.span, here).map(one => {
      const over = touching(open, one.span, run => [run.start, run.end])
      return { ...one, own: ownShare(one.span, near) > 0.4, pieces: piecesOf(report.text, one.span, over) }
    })
    return { index, kind: passage.kind, span: passage.span, sentences: texts, entries: mine }
  })
}

/** The sentences of a passage, stretched so that no character between them is lost. */
function sentencesIn(_text: string, passage: Span, found: readonly { span: Span; index: number }[]): { span: Span; index: number }[] {
  if (found.length === 0) return [{ span: passage, index: -1 }]
  return found.map((one, place) => ({
    index: one.index,
    span: [place === 0 ? passage[0] : one.span[0], found[place + 1]?.span[0] ?? passage[1]],
  }))
}
