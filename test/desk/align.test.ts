import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differences } from '../../src/web/desk/align.ts'

const cut = (text: string, spans: readonly (readonly [number, number])[]): string[] => spans.map(([start, end]) => text.slice(start, end))

describe('words of two sentences, aligned', () => {
  test('what only one side has is named, runs of words as one', () => {
    const a = 'The ferries will sail again on Monday with a winter allowance of 40 crowns.'
    const b = 'The ferries will sail on Tuesday with a winter allowance of 35 crowns.'
    const found = differences(a, b)
    expect(cut(a, found.a)).toEqual(['again', 'Monday', '40'])
    expect(cut(b, found.b)).toEqual(['Tuesday', '35'])
  })
  test('capitals and the marks between words are no difference', () => {
    expect(differences('“We agreed,” she said', 'we agreed she said')).toEqual({ a: [], b: [] })
  })
  test('two sentences with little in common are not aligned', () => {
    expect(differences('The lock was shut at noon.', 'Nobody came out of the hall that evening.')).toEqual({ a: [], b: [] })
  })
  test('spans lie inside their text, in order and apart', () => {
    const text = fc.array(fc.constantFrom('river', 'lock', 'two', 'barges', '3.5', 'the', '“no”', '…'), { maxLength: 30 }).map(words => words.join(' '))
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { a: left, b: right } = differences(a, b)
        for (const [own, spans] of [
          [a, left],
          [b, right],
        ] as const)
          spans.forEach(([start, end], index) => {
            expect(start).toBeLessThan(end)
            expect(end).toBeLessThanOrEqual(own.length)
            expect(start).toBeGreaterThan(spans[index - 1]?.[1] ?? -1)
          })
      }),
      { seed: 11 },
    )
  })
  test('a text of a megabyte is left alone, at once', () => {
    const long = 'word '.repeat(200_000)
    expect(differences(long, 'word')).toEqual({ a: [], b: [] })
  })
})
