import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freezeText } from '#text'

const whats = (raw: string): string[] => freezeText(raw).repairs.map(repair => repair.what)

describe('freezing a text', () => {
  test('makes line ends one kind and trims', () => {
    expect(freezeText('\uFEFF a\r\nb\rc\u2028d \n')).toEqual({ text: 'a\nb\nc\nd', repairs: [] })
  })
  test('composes letters (NFC)', () => {
    expect(freezeText('Tu\u0308rkiye').text).toBe('Türkiye')
  })
  test('replaces half characters and says so', () => {
    expect(freezeText('a\uD800b').text).toBe('a\uFFFDb')
    expect(whats('a\uD800b')).toEqual(['1 half characters (lone surrogates) replaced by U+FFFD'])
  })
  test('leaves whole surrogate pairs and joined emoji alone', () => {
    expect(freezeText('👩‍👧 ok').text).toBe('👩‍👧 ok')
  })
  test('replaces NUL and other control characters by a space and says so', () => {
    expect(freezeText('a\u0000b\u0007c\td').text).toBe('a b c\td')
    expect(whats('a\u0000b')).toEqual(['1 control characters replaced by a space'])
  })
  test('leaves out zero-width characters without a word, direction overrides with one', () => {
    expect(freezeText('ta\u200Blks\u00AD').text).toBe('talks')
    expect(whats('ta\u200Blks')).toEqual([])
    expect(freezeText('a\u202Eb').text).toBe('ab')
    expect(whats('a\u202Eb')).toEqual(['1 characters that turn the writing direction left out'])
  })
  test('freezing a frozen text changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), raw => {
        const { text } = freezeText(raw)
        expect(freezeText(text).text).toBe(text)
      }),
      { numRuns: 500 },
    )
  })
})
