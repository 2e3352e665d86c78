import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { NOTE_CODES, RECORD_LISTS } from '#model'
import { drawAnalysis, exampleNames, goldenFile, readExample } from './golden-text.ts'

describe('the reports in examples/', () => {
  const analyses = new Map(exampleNames().map(name => [name, readExample(name)]))

  for (const [name, analysis] of analyses) {
    test(`${name} reads as its golden says (npm run golden -- --update, then read the diff)`, () => {
      expect(drawAnalysis(analysis)).toBe(readFileSync(goldenFile(name), 'utf8'))
    })
  }

  test('bring every kind of record', () => {
    const all = [...analyses.values()]
    expect(RECORD_LISTS.filter(list => all.every(analysis => analysis[list].length === 0))).toEqual([])
  })

  test('raise every note code that a program can raise', () => {
    const raised = new Set([...analyses.values()].flatMap(analysis => analysis.notes.map(note => note.code)))
    expect(NOTE_CODES.filter(code => code !== 'annotator-doubt' && !raised.has(code))).toEqual([])
  })
})
