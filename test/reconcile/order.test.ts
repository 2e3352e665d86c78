import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { analyse } from '#analyse'
import { newCase } from '#case'
import type { Analysis } from '#model'
import { makeReport } from '#read'
import { Book, reconcile } from '#reconcile'
import { readPlanted } from './planted.ts'

/** The reports of a negotiation's first planted cases, as one case: enough for every kind of finding. */
function analysesOf(negotiation: string, count: number): Analysis[] {
  const cases = readPlanted().filter(one => one.negotiation === negotiation)
  const made = cases.flatMap(one => one.reports.map(({ by, on, text }) => analyse(makeReport({ publisher: by, published: on, text }), one.known)))
  return [...new Map(made.map(one => [one.report.id, one])).values()].slice(0, count)
}

const NEGOTIATIONS = [...new Set(readPlanted().map(one => one.negotiation))]
const folder = mkdtempSync(join(tmpdir(), 'parley-order-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** The first negotiation, and the one in which persons told of in one report are known in others. */
const SHUFFLED = [NEGOTIATIONS[0] ?? '', 'the Tarn reactors']

describe.each(SHUFFLED)('findings are a function of the set of reports: %s', negotiation => {
  const analyses = analysesOf(negotiation, 24)
  const wanted = JSON.stringify(reconcile(analyses))

  test('any order of adding gives the same', () => {
    expect(JSON.parse(wanted)).toHaveProperty('findings.0')
    fc.assert(
      fc.property(fc.shuffledSubarray(analyses, { minLength: analyses.length }), order => JSON.stringify(reconcile(order)) === wanted),
      { numRuns: 200, seed: 7 },
    )
  }, 120_000)

  test('removing reports gives what never adding them would', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(analyses, { minLength: analyses.length }), fc.subarray(analyses), (order, gone) => {
        const book = new Book()
        for (const one of order) book.add(one)
        for (const one of gone) book.remove(one.report.id)
        return JSON.stringify(book.read()) === JSON.stringify(reconcile(analyses.filter(one => !gone.includes(one))))
      }),
      { numRuns: 60, seed: 7 },
    )
  }, 120_000)

  test('adding a report twice changes nothing', () => {
    const book = new Book()
    for (const one of [...analyses, ...analyses]) book.add(one)
    expect(JSON.stringify(book.read())).toBe(wanted)
  })
})

describe('a case keeps what comparing shows', () => {
  test.each(NEGOTIATIONS)(
    'the tables hold what memory holds: %s',
    async negotiation => {
      const analyses = analysesOf(negotiation, 20)
      const known = readPlanted().find(one => one.negotiation === negotiation)?.known
      const held = await newCase(join(folder, `${negotiation.replaceAll(' ', '-')}.parley`), {
        by: 'test',
        at: '2030-01-01T00:00:00Z',
        ...(known && { known }),
      })
      const inputs = [...analyses].reverse().map(one => ({ source: 'test', report: one.report }))
      for await (const added of held.add(inputs, { by: 'test', at: '2030-01-01T00:00:00Z' })) expect(added.as).toBe('added')
      const { findings, utterances } = reconcile(analyses)
      const [found, said] = [await held.ask.findings({ limit: 500 }), await held.ask.utterances({ limit: 500 })]
      expect(found.items.map(one => one.id as string).sort()).toEqual(findings.map(one => one.id as string))
      expect(said.items.map(one => one.id as string).sort()).toEqual(utterances.map(one => one.id as string))
      expect((await held.verify()).first).toBeUndefined()
      await held.close()
    },
    60_000,
  )
})
