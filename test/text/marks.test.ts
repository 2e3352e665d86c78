import { describe, expect, it } from 'vitest'
import { makeReport } from '#read'
import { markWords, placesIn, placesOf, readSentences, sentencesWith } from '#text'

const reading = readSentences(makeReport({ text: 'The gate was shut. Nobody opened it. They are shutting the gates.', publisher: null }))
const words = (mark: number): string[] => placesOf(reading, mark).map(at => reading.tokens[at]?.text ?? '')

describe('classes of words', () => {
  it('finds words, lemmas and what a test fits, in reading order, each once', () => {
    expect(words(markWords({ words: ['gate', 'nobody'], lemmas: ['gate'] }))).toEqual(['gate', 'Nobody', 'gates'])
    expect(words(markWords({ fits: lower => lower.endsWith('ing') }))).toEqual(['shutting'])
  })

  it('finds the sentences in which a class stands', () => {
    expect(sentencesWith(reading, markWords({ lemmas: ['gate'] })).map(one => one.index)).toEqual([0, 2])
    expect(sentencesWith(reading, markWords({ words: ['ferry'] }))).toEqual([])
  })

  it('finds the words of a class in one sentence', () => {
    expect(reading.sentences.map(one => placesIn(reading, markWords({ lemmas: ['gate'] }), one).length)).toEqual([1, 0, 1])
  })

  it('finds a class that was made after the reading was walked', () => {
    expect(words(markWords({ words: ['opened'] }))).toEqual(['opened'])
  })
})
