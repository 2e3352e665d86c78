import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse } from '#analyse'
import { newCase } from '#case'
import { NOTHING_KNOWN, type Report } from '#model'
import { makeReport } from '#read'
import { Book, reconcile } from '#reconcile'
import { TWINS } from '../../src/reconcile/twins.ts'

const PAPERS = ['Example Wire', 'Morning Post', 'Harbour Times']

/** Reports of one day that are the same but for two numbers. */
function twin(n: number): Report {
  const text = `Anna Abel, a spokeswoman for Northland, said on Monday that Northland would release ${String(100 + n)} prisoners if Southland left the valley.

“We will not accept any deal without guarantees for the people of the valley,” she told reporters. At least ${String(300 + n)} people have been killed since 5 March, according to the health office of Southland. The talks stalled on Sunday after mediators from Eastmark presented a new draft to both sides, which neither would comment on.`
  return makeReport({ text, publisher: PAPERS[n % PAPERS.length] ?? null, published: '2025-03-11' })
}

const OTHER = `Northland and Southland met again. “We will not accept any deal without guarantees for the people of the valley,” Anna Abel said on Monday.`
const other = makeReport({ text: OTHER, publisher: 'Valley Radio', published: '2025-03-11' })
const analyses = [...Array.from({ length: TWINS + 5 }, (_, n) => twin(n)), other].map(report => analyse(report, NOTHING_KNOWN))
const wanted = JSON.stringify(reconcile(analyses))

test('reports that are the same but for a number are one family, and the words are one utterance, however many they are', () => {
  const { families, utterances } = reconcile(analyses)
  expect(families.map(family => family.reports.length)).toEqual([TWINS + 5])
  expect(utterances.map(one => one.members.length)).toContain(analyses.length)
  // Each of the first with each, each further one with the first alone.
  expect(families[0]?.links.length).toBe((TWINS * (TWINS - 1)) / 2 + 5)
})

test('any order of adding them, and any removal, gives what the set gives', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(analyses, { minLength: analyses.length }), fc.subarray(analyses), (order, gone) => {
      const book = new Book()
      for (const one of order) book.add(one)
      if (JSON.stringify(book.read()) !== wanted) return false
      for (const one of gone) book.remove(one.report.id)
      return JSON.stringify(book.read()) === JSON.stringify(reconcile(analyses.filter(one => !gone.includes(one))))
    }),
    { numRuns: 25, seed: 7 },
  )
}, 120_000)

test('a case keeps them as memory does, and is the same after one was taken out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-twins-'))
  const doing = { by: 'test', at: '2030-01-01T00:00:00Z' }
  const held = await newCase(join(folder, 'twins.parley'), doing)
  for await (const added of held.add(
    [...analyses].reverse().map(one => ({ source: 'test', report: one.report })),
    doing,
  ))
    expect(added.as).toBe('added')
  const first = analyses.map(one => one.report.id).sort()[0] ?? ''
  await held.remove(first, doing)
  const { findings } = reconcile(analyses.filter(one => one.report.id !== first))
  expect((await held.ask.findings({ limit: 500 })).items.map(one => one.id as string).sort()).toEqual(findings.map(one => one.id as string))
  expect((await held.verify()).first).toBeUndefined()
  await held.close()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)
