import { expect, test } from 'vitest'
import { makeReport } from '#read'
import { issuesIn, readSentences } from '#text'

/** The issues of a text by the rows. */
function issuesOf(text: string): readonly string[] {
  const reading = readSentences(makeReport({ text }))
  return issuesIn(reading, [0, text.length], [])
}

test('a sign is found by its lemma though another form begins with the word as it is written', () => {
  // "jobs cut" and "job" are both forms: the one must not hide the other.
  expect(issuesOf('The union fears that jobs cut now are lost for ever.')).toContain('WAGES_CONDITIONS')
  expect(issuesOf('The union wants jobs to stay.')).toContain('WAGES_CONDITIONS')
})

test('words that name no issue tell none', () => {
  expect(issuesOf('The band played until the lamps went out.')).toEqual([])
})
