import type { Reading, Sentence, Span, Token } from '#model'

/** The position of the first item whose end lies after `offset`, by halving. */
function firstAfter(count: number, endOf: (index: number) => number, offset: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (endOf(middle) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The index of the first token that begins at the offset or after it. */
export function firstTokenFrom(tokens: readonly Token[], offset: number): number {
  return firstAfter(tokens.length, index => (tokens[index]?.start ?? 0) + 1, offset)
}

/** The tokens that lie wholly or partly inside the span. */
export function tokensIn(reading: Reading, span: Span): readonly Token[] {
  const { tokens } = reading
  const from = firstAfter(tokens.length, index => tokens[index]?.end ?? 0, span[0])
  const to = firstTokenFrom(tokens, span[1])
  return tokens.slice(from, to)
}

/** The sentence that holds the offset, or the next one after it. */
export function sentenceAt(reading: Reading, offset: number): Sentence | undefined {
  const { sentences } = reading
  return sentences[firstAfter(sentences.length, index => sentences[index]?.span[1] ?? 0, offset)]
}

/** The tokens of a sentence. */
export function tokensOf(reading: Reading, sentence: Sentence): readonly Token[] {
  return reading.tokens.slice(sentence.from, sentence.to)
}
