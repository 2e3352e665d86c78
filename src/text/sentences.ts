import winkNLP from 'wink-nlp'
import model from 'wink-eng-lite-web-model'
import type { Pos, Reading, Report, Sentence, Token } from '#model'

const nlp = winkNLP(model, ['sbd', 'pos'])
const { its } = nlp

/** Cuts a report into sentences and tokens, passage by passage; only English gets tokens with parts of speech. */
export function readSentences(report: Report): Reading {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  report.passages.forEach((passage, index) => {
    readPassage(report.text, passage.span[0], passage.span[1], index, tokens, sentences)
  })
  return { report, sentences, tokens }
}

function readPassage(text: string, start: number, end: number, passage: number, tokens: Token[], sentences: Sentence[]): void {
  const doc = nlp.readDoc(text.slice(start, end))
  const words = doc.tokens()
  const values = words.out(its.value)
  const tags = words.out(its.pos) as Pos[]
  const lemmas = words.out(its.lemma as never) as unknown as string[]
  const first = tokens.length
  let cursor = start
  values.forEach((value, i) => {
    const at = text.indexOf(value, cursor)
    cursor = at + value.length
    const lower = value.toLowerCase().replaceAll('’', "'")
    tokens.push({ index: first + i, start: at, end: cursor, text: value, lower, lemma: lemmas[i] ?? lower, pos: tags[i] ?? 'X' })
  })
  for (const [from, to] of doc.sentences().out(its.span) as unknown as [number, number][]) {
    const head = tokens[first + from]
    const tail = tokens[first + to]
    if (head && tail) sentences.push({ index: sentences.length, span: [head.start, tail.end], from: first + from, to: first + to + 1, passage })
  }
}
