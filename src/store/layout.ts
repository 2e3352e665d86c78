import { hashOf, type Analysis, type Statement } from '#model'
import { CastBook, type Voice } from './cast.ts'
import { dayOf, rowsOf, whoId, type Row } from './rows.ts'

type Cell = string | number | null

/**
 * What is derived from one report as the rows of each table, less the number of the report: made where the report is read, written where the case is.
 * Records are named by their place in `records`; actors of the case by their number, which is a hash of kind and name.
 */
export interface Layout {
  /** Who occurs: number, id, name, kind, mentions, statements, positions. */
  readonly who: readonly (readonly [n: number, id: string, name: string, kind: string, mentions: number, statements: number, positions: number])[]
  /** Actors of the report: id, place, who, of, mentions, JSON. */
  readonly cast: readonly (readonly Cell[])[]
  /** Records: said (a place), then kind, pos, id, start, end, sentence, rule, first, last, line, day, issue, value, who, party, series, JSON. */
  readonly records: readonly (readonly [said: number | null, ...rest: Cell[]])[]
  /** Who takes part: place of the record, role, who, kind, day. */
  readonly parts: readonly (readonly [record: number, ...rest: Cell[]])[]
  /** Issues: place of the record, issue, kind, day. */
  readonly topics: readonly (readonly [record: number, ...rest: Cell[]])[]
  /** The words of statements: place of the record, text. */
  readonly words: readonly (readonly [record: number, text: string])[]
  /** How many records of a kind count from a day. */
  readonly tally: readonly (readonly [kind: string, day: string, count: number])[]
  /** Engine, then the columns of `reading` in their order. */
  readonly reading: readonly Cell[]
  /** Speakers heard: party, speaker, named, statements. */
  readonly voices: readonly (readonly [party: number, speaker: string, named: number, statements: number])[]
  /** Whose words are taken: role, who, statements. */
  readonly quoted: readonly (readonly [role: string, who: number, statements: number])[]
  /** Words for unnamed sources: words, place of the first statement, statements. */
  readonly unnamed: readonly (readonly [words: string, record: number, statements: number])[]
  /** Notes: place, code, JSON. */
  readonly notes: readonly (readonly Cell[])[]
}

/** The columns of `reading` that a layout gives, in order. */
export const READING = [
  'engine',
  'characters',
  'sentences',
  'statement',
  'time',
  'event',
  'track',
  'proposal',
  'position',
  'ceasefire',
  'allegation',
  'figure',
  'indicator',
  'notes',
  'named',
  'unnamed',
  'unstated',
  'own',
  'spans',
  'mentions',
] as const

/** Lays an analysis out as rows. */
export function layOut(analysis: Analysis): Layout {
  const rows = rowsOf(analysis)
  const book = new CastBook(analysis)
  const numbers = new Map(analysis.actors.map(actor => [actor.id as string, whoNumber(actor.kind, actor.name)]))
  const places = new Map(rows.flatMap((row, index) => (row.kind === 'statement' ? [[row.id, index] as const] : [])))
  const voices = book.voices()
  return {
    who: whoRows(analysis, book, numbers, voices, rows),
    cast: castRows(analysis, book, numbers),
    records: rows.map(row => recordRow(row, analysis, places, numbers, book)),
    ...partRows(rows, numbers),
    words: analysis.statements.map(one => [places.get(one.id) ?? 0, wordsOf(one, analysis)] as const),
    tally: counted(rows.map(({ kind, bounds }) => [kind, dayOf(bounds)] as const)),
    reading: readingRow(analysis),
    voices: counted(
      voices.map(({ party, speaker, named }) => [numbers.get(party) ?? 0, named ? String(numbers.get(speaker) ?? speaker) : speaker, named ? 1 : 0] as const),
    ),
    quoted: quotedRows(analysis.statements, numbers),
    unnamed: unnamedRows(analysis, places),
    notes: analysis.notes.map((note, pos) => [pos, note.code, JSON.stringify(note)]),
  }
}

/** The number of an actor in every case: the first 52 bits of its id, so that it is the same whatever came before. */
export function whoNumber(kind: string, name: string): number {
  return Number.parseInt(whoId(kind, name).slice(0, 13), 16)
}

/** Rows that differ, each once, with how often it stands there. */
function counted<R extends readonly (string | number)[]>(rows: readonly R[]): (readonly [...R, number])[] {
  const counts = new Map<string, [R, number]>()
  for (const row of rows) {
    const key = row.join('\u0000')
    const held = counts.get(key)
    if (held) held[1]++
    else counts.set(key, [row, 1])
  }
  return [...counts.values()].map(([row, count]) => [...row, count] as const)
}

function whoRows({ actors }: Analysis, book: CastBook, numbers: ReadonlyMap<string, number>, voices: readonly Voice[], rows: readonly Row[]): Layout['who'] {
  const mentions = book.mentions()
  const found = new Map<number, [number, string, string, string, number, number, number]>()
  for (const { id, kind, name } of actors) {
    const n = numbers.get(id) ?? 0
    const held = found.get(n)
    if (held) held[4] += mentions.get(id) ?? 0
    else found.set(n, [n, whoId(kind, name), name, kind, mentions.get(id) ?? 0, 0, 0])
  }
  const at = (actor: string | undefined): [number, string, string, string, number, number, number] | undefined => found.get(numbers.get(actor ?? '') ?? -1)
  for (const { party } of voices) {
    const one = at(party)
    if (one) one[5]++
  }
  for (const { kind, who } of rows) {
    const one = kind === 'position' ? at(who) : undefined
    if (one) one[6]++
  }
  return [...found.values()]
}

function castRows({ actors }: Analysis, book: CastBook, numbers: ReadonlyMap<string, number>): Cell[][] {
  const mentions = book.mentions()
  return actors.map((actor, pos) => {
    const party = book.party(actor.id)
    const of = party === actor.id ? null : (numbers.get(party) ?? null)
    return [actor.id, pos, numbers.get(actor.id) ?? 0, of, mentions.get(actor.id) ?? 0, JSON.stringify(actor)]
  })
}

function recordRow(
  row: Row,
  analysis: Analysis,
  places: ReadonlyMap<string, number>,
  numbers: ReadonlyMap<string, number>,
  book: CastBook,
): readonly [said: number | null, ...rest: Cell[]] {
  const [start, end] = row.span
  return [
    row.said === null ? null : (places.get(row.said) ?? null),
    row.kind,
    row.pos,
    row.id,
    start,
    end,
    sentenceOf(analysis.sentences, start),
    row.rule,
    row.bounds.first,
    row.bounds.last,
    row.line,
    row.day,
    row.issues[0] ?? null,
    row.value,
    numbers.get(row.who ?? '') ?? null,
    row.kind === 'position' ? (numbers.get(book.party(row.who ?? '')) ?? null) : null,
    seriesOf(row, book),
    row.json,
  ]
}

function partRows(rows: readonly Row[], numbers: ReadonlyMap<string, number>): Pick<Layout, 'parts' | 'topics'> {
  const parts: [number, ...Cell[]][] = []
  const topics: [number, ...Cell[]][] = []
  rows.forEach(({ kind, day, parts: taken, issues }, index) => {
    for (const [role, actor] of taken) {
      const n = numbers.get(actor)
      if (n !== undefined) parts.push([index, role, n, kind, day])
    }
    for (const issue of issues) topics.push([index, issue, kind, day])
  })
  return { parts, topics }
}

function wordsOf({ content }: Statement, { report }: Analysis): string {
  return content.map(([start, end]) => report.text.slice(start, end)).join(' … ')
}

function readingRow(a: Analysis): Cell[] {
  const coded = [...a.events, ...a.tracks, ...a.proposals, ...a.positions, ...a.ceasefires, ...a.allegations, ...a.figures, ...a.indicators]
  const lists = [a.statements, a.times, a.events, a.tracks, a.proposals, a.positions, a.ceasefires, a.allegations, a.figures, a.indicators, a.notes]
  const { named, unnamed, unstated } = talliesOf(a.statements)
  return [
    a.engine,
    a.report.text.length,
    a.sentences.length,
    ...lists.map(list => list.length),
    named,
    unnamed,
    unstated,
    coded.filter(record => record.said === null).length,
    JSON.stringify(a.sentences),
    JSON.stringify(a.mentions),
  ]
}

function talliesOf(statements: readonly Statement[]): { named: number; unnamed: number; unstated: number } {
  const tally = { named: 0, unnamed: 0, unstated: 0 }
  for (const { chain } of statements) {
    const as = chain.at(-1)?.as
    tally[as === 'unstated' ? 'unstated' : as === 'unnamed' || as === 'group' ? 'unnamed' : 'named']++
  }
  return tally
}

function quotedRows(statements: readonly Statement[], numbers: ReadonlyMap<string, number>): Layout['quoted'] {
  return counted(
    statements.flatMap(({ chain }) =>
      chain.slice(1).flatMap((link, index, links) => {
        const n = link.actor ? numbers.get(link.actor) : undefined
        return n === undefined ? [] : [[index === links.length - 1 ? 'utterer' : 'through', n] as const]
      }),
    ),
  )
}

/** The words by which a statement describes a source that it does not name, in lower case; undefined where it names one. */
export function unnamedWords({ chain }: Statement, text: string): string | undefined {
  const link = chain.at(-1)
  return link?.as === 'unnamed' && link.span ? text.slice(link.span[0], link.span[1]).toLowerCase() : undefined
}

function unnamedRows({ statements, report }: Analysis, places: ReadonlyMap<string, number>): Layout['unnamed'] {
  const found = new Map<string, [string, number, number]>()
  for (const statement of statements) {
    const words = unnamedWords(statement, report.text)
    const held = words === undefined ? undefined : found.get(words)
    if (held) held[2]++
    else if (words !== undefined) found.set(words, [words, places.get(statement.id) ?? 0, 1])
  }
  return [...found.values()]
}

/** The number of the sentence that holds the offset, from 1; by halving. */
export function sentenceOf(sentences: Analysis['sentences'], offset: number): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.[1] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return Math.min(low + 1, Math.max(1, sentences.length))
}

/** The series that a figure belongs to: same provider, class, unit, thing counted, population and lump. */
function seriesOf({ series }: Row, book: CastBook): string | null {
  if (!series) return null
  const [provider, ...rest] = series
  const actor = provider === undefined ? undefined : book.byId.get(provider)
  return hashOf('who', 'series', [actor ? whoId(actor.kind, actor.name) : '', ...rest.map(part => part ?? '')].join('\u0001'))
}
