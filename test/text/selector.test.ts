import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeQuote, findQuote } from '#text'

const TEXT = 'The envoy said talks would resume. The minister said talks would resume. Nobody else said talks would resume.'

test('a quote that stands three times is found by what stands around it', () => {
  const at = TEXT.indexOf('talks would resume', 40)
  const selector = describeQuote(TEXT, [at, at + 18])
  expect(findQuote(TEXT, selector)).toEqual([at, at + 18])
  expect(findQuote(`A new first paragraph.\n${TEXT}`, selector)).toEqual([at + 23, at + 41])
})

test('a quote is found after an edit inside it', () => {
  const at = TEXT.indexOf('The minister said talks would resume')
  const selector = describeQuote(TEXT, [at, at + 36])
  const edited = TEXT.replace('The minister said talks would', 'The minister said the talks will')
  const found = findQuote(edited, selector)
  expect(found && edited.slice(found[0], found[1])).toContain('minister said the talks will resume')
})

test('a quote that is gone is not found', () => {
  expect(findQuote('Rain fell on the harbour all day long.', describeQuote(TEXT, [0, 34]))).toBeUndefined()
})

test('a span outside the text is the caller’s mistake', () => {
  expect(() => describeQuote('abc', [1, 9])).toThrow(new RangeError('Span [1, 9] is not inside a text of length 3'))
})

test('describing and finding give the same span back, in any text', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 5, maxLength: 200 }), fc.nat(), fc.nat(), (text, a, b) => {
      const start = a % (text.length - 1)
      const end = start + 1 + (b % (text.length - start))
      const found = findQuote(text, describeQuote(text, [start, Math.min(end, text.length)]))
      expect(found && text.slice(found[0], found[1])).toBe(text.slice(start, Math.min(end, text.length)))
    }),
    { numRuns: 300 },
  )
})
