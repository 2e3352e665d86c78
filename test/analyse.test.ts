import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '#analyse'
import { analysisSchema, contains, EXAMPLE_LISTS, RECORD_LISTS, type Analysis, type Known, type Span } from '#model'
import { makeReport } from '#read'
import { draw } from './draw.ts'
import { frames, PARTIES, textOf } from './invented.ts'

const KNOWN: Known = {
  actors: PARTIES.map(({ name, adjective, capital }) => ({ name, kind: 'state', aliases: [adjective, capital] })),
  issues: [],
  policies: [],
  periods: [],
}

function analysisOf(text: string): Analysis {
  return analyse(makeReport({ text, publisher: 'River Wire', published: '2031-03-12', language: 'en' }), KNOWN)
}

/** Every span of a value, wherever it stands: pairs of numbers under a name that holds spans. */
function spansOf(value: unknown, name = ''): Span[] {
  if (Array.isArray(value)) {
    if (value.length === 2 && value.every(one => typeof one === 'number')) return [value as unknown as Span]
    return value.flatMap(one => spansOf(one, name))
  }
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => spansOf(one, key)) : []
}

describe('an analysis of any text', () => {
  const texts = fc.oneof(
    frames.map(drawn => textOf(drawn)),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
  )

  test('keeps the contract: shapes, spans inside the text without white space at their edges, said names a statement or null', () => {
    fc.assert(
      fc.property(texts, text => {
        const analysis = analysisOf(text)
        const parsed = analysisSchema.safeParse(analysis)
        expect(parsed.success ? '' : parsed.error.message).toBe('')
        const { text: frozen } = analysis.report
        for (const [start, end] of spansOf({ ...analysis, report: analysis.report.passages })) {
          expect(start >= 0 && start < end && end <= frozen.length, `[${String(start)}, ${String(end)}]`).toBe(true)
          expect(frozen.slice(start, end)).toBe(frozen.slice(start, end).trim())
        }
        const statements = new Map(analysis.statements.map(one => [one.id as string, one]))
        for (const list of RECORD_LISTS) {
          for (const record of analysis[list]) {
            if (!('said' in record) || record.said === null) continue
            const statement = statements.get(record.said)
            expect(statement && contains(statement.span, record.span), `${list} ${record.id}`).toBe(true)
          }
        }
        const ids = RECORD_LISTS.flatMap(list => analysis[list].map(record => record.id as string))
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 300 },
    )
  })

  test('the same text gives the same bytes', () => {
    fc.assert(
      fc.property(texts, text => {
        expect(JSON.stringify(analysisOf(text))).toBe(JSON.stringify(analysisOf(text)))
      }),
      { numRuns: 60 },
    )
  })
})

describe('two parties of a kind, swapped', () => {
  const NAMES: readonly (readonly [string, string])[] = [
    ['name', 'name'],
    ['adjective', 'adjective'],
    ['capital', 'capital'],
    ['minister', 'minister'],
  ].map(([key]) => [PARTIES[0][key as 'name'], PARTIES[1][key as 'name']] as const)

  /** The other party's words for each party's words: all at once, by a sign that no text has. */
  function swapWords(line: string): string {
    const both = [...NAMES, ['Edda Holm', 'Ivar Lund'] as const]
    const marked = both.reduce((text, [a, b], at) => text.replaceAll(a, `\u0001${String(at)}`).replaceAll(b, `\u0002${String(at)}`), line)
    return both.reduce((text, [a, b], at) => text.replaceAll(`\u0001${String(at)}`, b).replaceAll(`\u0002${String(at)}`, a), marked)
  }

  test('give the swapped analysis', () => {
    fc.assert(
      fc.property(frames, drawn => {
        const [plain, swapped] = [analysisOf(textOf(drawn)), analysisOf(textOf(drawn, true))]
        for (const list of EXAMPLE_LISTS) {
          const lines = draw(plain, list).map(one => swapWords(one.line))
          expect(
            draw(swapped, list).map(one => one.line),
            list,
          ).toEqual(lines)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('long and odd texts', () => {
  test.each([
    ['one line of 100,000 characters', 'talks '.repeat(17_000)],
    ['10,000 lines of one word', 'ceasefire\n'.repeat(10_000)],
    ['500 nested quotation marks', `${'“'.repeat(500)}yes${'”'.repeat(500)} he said.`],
    ['no words', '!?.,;:—'.repeat(200)],
    ['capitals alone', 'THE MINISTER SAID TALKS WOULD RESUME ON FRIDAY, OFFICIALS SAID. '.repeat(50)],
    ['numbers alone', '1,234 5.6 7 '.repeat(2_000)],
  ])('%s', (_name, text) => {
    const analysis = analysisOf(text)
    expect(analysis.sentences.length).toBeGreaterThan(0)
    for (const one of analysis.statements) expect(one.span[1] - one.span[0]).toBeLessThan(120_000)
  })
})
