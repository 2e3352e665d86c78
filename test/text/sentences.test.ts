import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeReport } from '#read'
import { findPassages, readSentences, sentenceAt, tokensIn } from '#text'

function sentences(text: string): string[] {
  const report = makeReport({ text, language: 'en' })
  return readSentences(report).sentences.map(one => report.text.slice(one.span[0], one.span[1]))
}

describe('sentences', () => {
  test.each([
    [
      'an agency in brackets stuck to the first word',
      'PORT ELDA (River Wire)A senior official spoke. Talks go on.',
      ['PORT ELDA (River Wire)A senior official spoke.', 'Talks go on.'],
    ],
    ['a full stop stuck to the next word', 'They froze the programme.Despite this, talks go on.', ['They froze the programme.', 'Despite this, talks go on.']],
    [
      'titles and initials',
      'U.S. Rep. John A. Marlow met Sens. Ann Voss and Lee Orr. He left.',
      ['U.S. Rep. John A. Marlow met Sens. Ann Voss and Lee Orr.', 'He left.'],
    ],
    ['a party and state in brackets', 'Sen. Mark Tell (R-Ill.) is proposing an amendment.', ['Sen. Mark Tell (R-Ill.) is proposing an amendment.']],
    ['a question with its speaker after it', '“Is it over?” the envoy asked. Nobody spoke.', ['“Is it over?” the envoy asked.', 'Nobody spoke.']],
    ['a question with a named speaker after it', '“Is it over?” Ms. Arden asked reporters.', ['“Is it over?” Ms. Arden asked reporters.']],
    ['an ellipsis inside a sentence', 'They share values … especially peace.', ['They share values … especially peace.']],
    ['headings without a stop', 'A long road\nTalks opened on Monday.', ['A long road', 'Talks opened on Monday.']],
    ['a numbered list', '1. Prisoners go home.\n2. Crossings open.', ['1. Prisoners go home.', '2. Crossings open.']],
    ['bullets', '• Prisoners go home\n• Crossings open', ['• Prisoners go home', '• Crossings open']],
    ['a sentence that ends with an initialism before an opener', 'They flew to the U.S. The talks go on.', ['They flew to the U.S.', 'The talks go on.']],
    ['a site name', 'He wrote on example. com about it.', ['He wrote on example. com about it.']],
  ])('%s', (_name, text, wanted) => {
    expect(sentences(text)).toEqual(wanted)
  })

  test('lines wrapped at a fixed width are one paragraph', () => {
    const text = [
      'The delegations of both sides met again in the old customs',
      'house on the quay, where the mediators had set two tables and',
      'a third one for the maps, and they stayed there until late in',
      'the evening without any break.',
      '    A second paragraph begins at an indent and goes on for a',
      'while.',
    ].join('\n')
    expect(findPassages(text).map(one => text.slice(one.span[0], one.span[0] + 8))).toEqual(['The dele', 'A second'])
    expect(sentences(text)).toHaveLength(2)
  })

  test('every token and sentence slices its words out of the text, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), raw => {
        const report = makeReport({ text: raw, language: 'en' })
        const { tokens, sentences: found } = readSentences(report)
        let end = 0
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(report.text.slice(token.start, token.end)).toBe(token.text)
          end = token.end
        }
        for (const one of found) {
          expect(tokens[one.from]?.start).toBe(one.span[0])
          expect(tokens[one.to - 1]?.end).toBe(one.span[1])
        }
      }),
      { numRuns: 300 },
    )
  })

  test('one line of 100,000 characters and 10,000 lines of one word are cut without loss', () => {
    expect(readSentences(makeReport({ text: 'talks '.repeat(17_000), language: 'en' })).tokens).toHaveLength(17_000)
    expect(readSentences(makeReport({ text: 'talks\n'.repeat(10_000), language: 'en' })).sentences).toHaveLength(10_000)
    expect(readSentences(makeReport({ text: 'x'.repeat(100_000), language: 'en' })).tokens.at(-1)?.end).toBe(100_000)
  })

  test('a language that is not analysed gets sentences and no tokens', () => {
    const reading = readSentences(makeReport({ text: 'Les pourparlers reprennent. Le ministre est parti pour la capitale.', language: 'fr' }))
    expect(reading.sentences).toHaveLength(2)
    expect(reading.tokens).toEqual([])
  })

  test('tokens and sentences are found by their place', () => {
    const reading = readSentences(makeReport({ text: 'Talks opened. The envoy left early.', language: 'en' }))
    expect(tokensIn(reading, [14, 23]).map(token => token.text)).toEqual(['The', 'envoy'])
    expect(sentenceAt(reading, 20)?.index).toBe(1)
    expect(sentenceAt(reading, 1000)).toBeUndefined()
  })
})
