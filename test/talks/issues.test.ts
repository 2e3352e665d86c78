import { describe, expect, test } from 'vitest'
import type { KnownIssue } from '#model'
import { makeReport } from '#read'
import { issueSigns, issuesIn, readSentences } from '#text'

const read = (text: string) => readSentences(makeReport({ text, publisher: 'Example Wire', published: '2025-05-12' }))
const issues = (text: string, known: readonly KnownIssue[] = []) => {
  const reading = read(text)
  return issuesIn(reading, [0, reading.report.text.length], known)
}

describe('issues of a span', () => {
  test('are told by phrases over lemmas, in order of mention', () => {
    expect(issues('They spoke of releasing hostages, reopening border crossings and ending the long war.')).toEqual([
      'CAPTIVES',
      'CROSSINGS_MOVEMENT',
      'WAR_END',
    ])
  })

  test('are found by a lemma though a longer form begins with the word as it is written', () => {
    // "jobs cut" and "job" are both forms: the one must not hide the other.
    expect(issues('The union fears that jobs cut now are lost for ever.')).toContain('WAGES_CONDITIONS')
    expect(issues('The union wants jobs to stay.')).toContain('WAGES_CONDITIONS')
  })

  test('count a hyphen as a space', () => {
    expect(issues('The cease-fire holds.')).toEqual(issues('The ceasefire holds.'))
  })

  test('take a hint only where nothing surer is told', () => {
    expect(issues('A deal is near.')).toEqual(['PROCESS'])
    expect(issues('A deal on tariffs is near.')).toEqual(['TRADE'])
  })

  test('leave out forms that only look like a sign', () => {
    expect(issues('He taught the history of the Second World War.')).toEqual([])
  })

  test('put the words of a case first', () => {
    const known = [{ id: 'own:FERRY', words: ['ferry line', 'night ferry'] }]
    expect(issues('The night ferry stays shut under the sanctions.', known)).toEqual(['own:FERRY', 'BLOCKADE_SANCTIONS'])
  })

  test('never overlap, and each slices its own words', () => {
    const reading = read('A nuclear weapons deal, a trade war and a ceasefire line, and the release of all prisoners of war.')
    const signs = issueSigns(reading, [])
    for (const [i, sign] of signs.entries()) expect(sign.span[0]).toBeGreaterThanOrEqual(signs[i - 1]?.span[0] ?? 0)
    expect(signs.map(sign => reading.report.text.slice(...sign.span))).toContain('nuclear weapons')
  })
})
