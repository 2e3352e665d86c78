import { overlaps, type Attribution, type Reading, type Sentence, type Some, type Span, type Token } from '#model'
import { readRows, tokensOf } from '#text'
import { pairQuotes, type Quote } from './quotes.ts'

/** A statement by its words alone. */
export type Draft = Pick<Attribution, 'source' | 'cue' | 'content' | 'form' | 'hedges'> & { kind: NonNullable<Attribution['kind']> }

const cues = new Map(readRows('cues', ['cue', 'kind']).map(row => [row.cue, row.kind as Draft['kind']]))
const hedges = new Set(readRows('hedges', ['hedge']).map(row => row.hedge))

/** Statements by cue words: a verb of saying with what stands before and after it. */
export function tagClauses(reading: Reading): Draft[] {
  const { text, passages } = reading.report
  const quotes = passages.map(passage => pairQuotes(text, passage).filter(quote => quote.depth === 0 && !quote.single))
  return reading.sentences.flatMap(sentence => {
    const draft = tagSentence(reading, sentence, quotes[sentence.passage] ?? [])
    return draft ? [draft] : []
  })
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span | undefined {
  let first = from
  let last = to - 1
  while (first <= last && /^[,;:—–-]+$/.test(tokens[first]?.text ?? '')) first++
  while (last >= first && /^[,;:.—–-]+$/.test(tokens[last]?.text ?? '')) last--
  const start = tokens[first]
  const end = tokens[last]
  return start && end && first <= last ? [start.start, end.end] : undefined
}

function tagSentence(reading: Reading, sentence: Sentence, quotes: readonly Quote[]): Draft | undefined {
  const tokens = tokensOf(reading, sentence)
  const inQuote = (token: Token): boolean => quotes.some(quote => overlaps(quote.span, [token.start, token.end]))
  const at = tokens.findIndex((token, i) => !inQuote(token) && (isCue(token) || (token.lower === 'according' && tokens[i + 1]?.lower === 'to')))
  const cueToken = tokens[at]
  if (!cueToken) return undefined
  const accords = cueToken.lower === 'according'
  const cueEnd = accords ? at + 2 : at + 1
  const before = nounBefore(tokens, at)
  const inverted = accords || before === undefined || before[1] - before[0] < 1
  const source = inverted ? nounAfter(tokens, cueEnd) : before
  if (!source) return undefined
  const content = contentOf(tokens, source, at, cueEnd, inverted)
  const [first, ...rest] = content
  const quoted = content.some(span => quotes.some(quote => overlaps(quote.span, span)))
  const whole = content.every(span => quotes.some(quote => quote.span[0] <= span[0] && quote.span[1] >= span[1] - 1))
  const cue = spanOf(tokens, at, cueEnd)
  const named = spanOf(tokens, source[0], source[1])
  if (!first || !cue || !named) return undefined
  return {
    source: named, cue, content: [first, ...rest] as unknown as Some<Span>,
    form: whole && quoted ? 'direct' : quoted ? 'mixed' : 'indirect',
    kind: cues.get(cueToken.lemma) ?? 'speech',
    hedges: tokens.filter(token => hedges.has(token.lower)).map(token => [token.start, token.end] as const),
  }
}

function isCue(token: Token): boolean {
  return token.pos === 'VERB' && cues.has(token.lemma)
}

/** The noun phrase that ends where the verb begins, auxiliaries and adverbs left out. */
function nounBefore(tokens: readonly Token[], at: number): [number, number] | undefined {
  let to = at
  while (to > 0 && /^(?:AUX|ADV|PART)$/.test(tokens[to - 1]?.pos ?? '')) to--
  let from = to
  while (from > 0 && /^(?:PROPN|NOUN|ADJ|DET|PRON|NUM)$/.test(tokens[from - 1]?.pos ?? '')) from--
  return from < to ? [from, to] : undefined
}

function nounAfter(tokens: readonly Token[], from: number): [number, number] | undefined {
  let to = from
  while (to < tokens.length && /^(?:PROPN|NOUN|ADJ|DET|PRON|NUM)$/.test(tokens[to]?.pos ?? '')) to++
  return from < to ? [from, to] : undefined
}

function contentOf(tokens: readonly Token[], source: readonly [number, number], at: number, cueEnd: number, inverted: boolean): Span[] {
  const left = spanOf(tokens, 0, Math.min(source[0], at))
  const right = spanOf(tokens, inverted ? Math.max(source[1], cueEnd) : cueEnd, tokens.length)
  const long = (span: Span | undefined): span is Span => span !== undefined && span[1] - span[0] > 12
  if (!inverted && long(right) && !/^[,.]/.test(tokens[cueEnd]?.text ?? '')) return [right]
  return [left, right].filter(long)
}
