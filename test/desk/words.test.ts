import { ACTS, FIGURE_CLASSES, FINDING_KINDS, ISSUES, MERGE_REASONS, NOTE_CODES, RECORD_KINDS, REPORT_ORDERS, STANCES } from '#model'
import { describe, expect, test } from 'vitest'
import { checkWords, readWords, usedKeys } from '../../src/web/build/check.ts'

describe('messages of the desk', () => {
  test('none is missing, none is unused, and every language has the same variables', () => {
    expect(checkWords()).toEqual([])
  })
  test('a missing message is found', () => {
    const { keys } = usedKeys(new Map([['a.svelte', "{say('no.such.message')}"]]))
    expect([...keys].filter(key => !(key in readWords('en')))).toEqual(['no.such.message'])
  })
  const FAMILIES: Readonly<Record<string, readonly string[]>> = {
    issue: ISSUES,
    act: ACTS,
    class: FIGURE_CLASSES,
    note: NOTE_CODES,
    stance: STANCES,
    finding: FINDING_KINDS,
    kind: RECORD_KINDS,
    kinds: RECORD_KINDS,
    sort: REPORT_ORDERS,
    merge: MERGE_REASONS,
  }
  for (const [family, codes] of Object.entries(FAMILIES)) {
    test(`every ${family} has a word in every language`, () => {
      for (const language of ['en', 'ar']) expect(codes.filter(code => !(`${family}.${code}` in readWords(language)))).toEqual([])
    })
  }
  test('no word of ours asserts: the verbs of other people stay theirs', () => {
    const loaded = /\b(reveal(ed|s)?|admits|confirm(ed|s)?|claims|claimed|terrorist|regime|martyr)/i
    expect(Object.entries(readWords('en')).filter(([, message]) => loaded.test(message))).toEqual([])
  })
})
