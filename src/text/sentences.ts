import type { Pos, Reading, Report, Sentence, Token } from '#model'
import { mergesWithNext } from './merge.ts'
import { freshTagger } from './tagger.ts'

type Nlp = ReturnType<typeof freshTagger>

/** A full stop or bracket with no space before the next sentence ("Center)A senior", "programme.Despite"). */
const STUCK = /([\p{Ll}\d)\]][.!?]["”’')\]]*|\))(?=["“‘]?\p{Lu}\p{L}*[\s\p{Ll}])/gu
/** The longest piece given to the tagger at once, in UTF-16 units: a longer passage is cut at white space. */
const PIECE = 20_000

/** Cuts a report into sentences and tokens, passage by passage. A language other than English gets sentences only. */
export function readSentences(report: Report): Reading {
  const reading = { report, sentences: [] as Sentence[], tokens: [] as Token[] }
  const nlp = freshTagger()
  report.passages.forEach(({ span: [start, end] }, passage) => {
    if (report.language === 'en') for (const piece of cut(report.text, start, end)) readPassage(nlp, reading, piece[0], piece[1], passage)
    else readForeign(reading, start, end, passage)
  })
  return reading
}

type Growing = { report: Report; sentences: Sentence[]; tokens: Token[] }

function* cut(text: string, start: number, end: number): Generator<[number, number]> {
  let from = start
  while (end - from > PIECE) {
    const space = text.lastIndexOf(' ', from + PIECE)
    const to = space > from ? space : from + PIECE
    yield [from, to]
    from = to
  }
  yield [from, end]
}

function readPassage(nlp: Nlp, reading: Growing, start: number, end: number, passage: number): void {
  const { report, tokens, sentences } = reading
  const doc = nlp.readDoc(report.text.slice(start, end).replaceAll('\n', ' ').replace(STUCK, '$1 '))
  const places = addTokens(nlp, reading, doc, start)
  const bounds = doc.sentences().out(nlp.its.span) as unknown as [number, number][]
  let from: number | undefined
  for (const [head, tail] of bounds) {
    from ??= places[head] ?? tokens.length
    const to = places[tail + 1] ?? tokens.length
    if (to < tokens.length && mergesWithNext(tokens, from, to)) continue
    const [a, b] = [tokens[from], tokens[to - 1]]
    if (a && b) sentences.push({ index: sentences.length, span: [a.start, b.end], from, to, passage })
    from = undefined
  }
}

/**
 * Tokens with their places in the report: found one after the other, so that what was put between them for the tagger does not count.
 * Gives the index in `tokens` of each of the tagger's words; white space that it gives as a word has none of its own.
 */
function addTokens({ its }: Nlp, { report: { text }, tokens }: Growing, doc: ReturnType<Nlp['readDoc']>, start: number): number[] {
  const words = doc.tokens()
  const values = words.out(its.value)
  const tags = words.out(its.pos) as Pos[]
  const lemmas = words.out(its.lemma as never) as unknown as string[]
  let cursor = start
  return values.map((value, i) => {
    const index = tokens.length
    const at = text.indexOf(value, cursor)
    if (at < 0 || value.trim() === '') return index
    cursor = at + value.length
    const lower = value.toLowerCase().replaceAll('’', "'")
    tokens.push({ index, start: at, end: cursor, text: value, lower, lemma: lemmas[i] ?? lower, pos: tags[i] ?? 'X' })
    return index
  })
}

function readForeign(reading: Growing, start: number, end: number, passage: number): void {
  const segmenter = new Intl.Segmenter(reading.report.language, { granularity: 'sentence' })
  for (const { segment, index } of segmenter.segment(reading.report.text.slice(start, end))) {
    const words = segment.trim()
    const from = start + index + segment.indexOf(words)
    if (words) reading.sentences.push({ index: reading.sentences.length, span: [from, from + words.length], from: 0, to: 0, passage })
  }
}
