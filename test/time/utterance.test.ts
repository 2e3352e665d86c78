import { describe, expect, test } from 'vitest'
import { NOTHING_KNOWN, type Attribution, type Span, type TimeExpression } from '#model'
import { makeReport } from '#read'
import { readSentences } from '#text'
import { findTimes } from '#time'

/** The times of a text whose statements are given by their words: source, cue, content. */
function timesWith(
  text: string,
  ...given: readonly (readonly [source: string, cue: string, content: string, within?: number])[]
): Record<string, TimeExpression> {
  const report = makeReport({ text, publisher: 'Example Wire', published: '2025-05-12' })
  const at = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length]
  const attributions = given.map(([source, cue, content, within], i): Attribution => ({
    id: `s${String(i)}` as Attribution['id'],
    span: at(content),
    rule: 'given',
    source: at(source),
    cue: at(cue),
    content: [at(content)],
    form: 'direct',
    hedges: [],
    chain: [{ as: 'publisher' }, { as: 'unnamed' }],
    ...(within !== undefined && { within: `s${String(within)}` as Attribution['id'] }),
  }))
  const times = findTimes(readSentences(report), attributions, NOTHING_KNOWN)
  return Object.fromEntries(times.map(time => [text.slice(time.span[0], time.span[1]), time]))
}

describe('a date inside a quotation counts from the day it was spoken', () => {
  test('where its sentence tells that day', () => {
    const times = timesWith('“The port will open tomorrow,” the envoy said on Friday.', ['the envoy', 'said', '“The port will open tomorrow,”'])
    expect(times['tomorrow']).toMatchObject({ anchor: 'utterance', value: '2025-05-10', when: { start: '2025-05-10' } })
    expect(times['Friday']).toMatchObject({ anchor: 'document', value: '2025-05-09' })
  })
  test('before its sentence is over', () => {
    const times = timesWith('On 2 May 2025 the envoy said the port had closed three days ago.', ['the envoy', 'said', 'the port had closed three days ago'])
    expect(times['three days ago']).toMatchObject({ anchor: 'utterance', value: '2025-04-29' })
  })
  test('as the same speaker goes on', () => {
    const times = timesWith(
      '“It rains,” the envoy said on Friday. “It will stop tomorrow,” he added.',
      ['the envoy', 'said', '“It rains,”'],
      ['he', 'added', '“It will stop tomorrow,”'],
    )
    expect(times['tomorrow']?.value).toBe('2025-05-10')
  })
  test('of the outer speaker, where the inner one has none', () => {
    const times = timesWith(
      'The mayor said on Friday that the guard had told her that the gate broke yesterday.',
      ['The mayor', 'said', 'that the guard had told her that the gate broke yesterday'],
      ['the guard', 'told', 'that the gate broke yesterday', 0],
    )
    expect(times['yesterday']?.value).toBe('2025-05-08')
  })
})

test('where nobody tells the day it is bounded by publication, and says so', () => {
  const times = timesWith('“The strait is now shut, and was yesterday,” the envoy said.', ['the envoy', 'said', '“The strait is now shut, and was yesterday,”'])
  expect(times['now']).toMatchObject({ anchor: 'utterance', known: 'vague', when: { start: '[..2025-05-12]' } })
  expect(times['yesterday']).toMatchObject({ anchor: 'utterance', policy: 'undated-utterance' })
})

test('a date that stands in what was said does not date the saying', () => {
  const times = timesWith('The envoy said the raid of 2 May 2025 ended the talks that resumed yesterday.', [
    'The envoy',
    'said',
    'the raid of 2 May 2025 ended the talks that resumed yesterday',
  ])
  expect(times['yesterday']?.value).toBe('2025-05-11')
})

test('no saying is dated after its report', () => {
  const times = timesWith('“We meet tomorrow,” the envoy said ahead of 20 May 2025.', ['the envoy', 'said', '“We meet tomorrow,”'])
  expect(times['tomorrow']?.value).toBe('2025-05-13')
})
