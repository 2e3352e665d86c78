import { describe, expect, test } from 'vitest'
import { analyse } from '#analyse'
import { attribute } from '#attribution'
import { NOTHING_KNOWN, type Attribution } from '#model'
import { makeReport } from '#read'
import { readSentences } from '#text'

function find(text: string): Attribution[] {
  return attribute(readSentences(makeReport({ text, publisher: 'Example Wire', published: '2025-05-12' })))
}

const LONG = 200_000

const TEXTS: Readonly<Record<string, string>> = {
  'no text at all': '',
  'only white space': ' \n\n \t ',
  'only quotation marks': '"'.repeat(501),
  'nested quotation marks': `${'“'.repeat(500)}he said${'”'.repeat(500)}`,
  'single marks without end': "'".repeat(LONG),
  'one letter for ever': 'a'.repeat(LONG),
  'commas for ever': ', '.repeat(LONG / 2),
  'said for ever': 'said '.repeat(20_000),
  'names for ever': 'Marden Orre '.repeat(10_000),
  'colons for ever': 'MR ORRE: '.repeat(10_000),
  'brackets and dashes': '— (–) '.repeat(20_000),
  'one long paragraph': 'The minister said that the envoy had told him “the bridge is safe”, and he added that it would hold. '.repeat(1500),
  'no punctuation': 'the minister said that the envoy told him the bridge was safe and he added that it would hold '.repeat(200),
  'capitals only': 'THE MINISTER SAID THE BRIDGE WAS SAFE. "WE CHECKED IT," HE SAID.',
  'a transcript': 'Q: Is it safe?\nMR. ORRE: Yes, it is safe.\nQ: And the dam?\nMR. ORRE: I cannot say.',
  'a tweet': 'BREAKING: @norland says NO to deal!! #talks https://example.org/x',
  'a list of quotations': '- “It is over.”\n- “It is not over.”\n- “Who knows?”',
  'an open quotation': 'He said: “It has begun, and nobody',
  'other scripts': '大臣は「橋は安全だ」と述べた。 وقال الوزير إن الجسر آمن.',
}

describe('bad input', () => {
  for (const [name, text] of Object.entries(TEXTS)) {
    test(
      name,
      () => {
        for (const one of find(text)) {
          expect(one.span[0]).toBeGreaterThanOrEqual(0)
          expect(one.span[1]).toBeLessThanOrEqual(text.length)
          for (const span of [one.span, one.source, one.cue, ...one.content, ...one.hedges]) {
            if (!span) continue
            expect(span[0]).toBeLessThan(span[1])
            expect(text.slice(...span)).toBe(text.slice(...span).trim())
          }
        }
      },
      60_000,
    )
  }

  test('a transcript gives its speakers', () => {
    const text = TEXTS['a transcript'] ?? ''
    expect(find(text).map(one => one.source && text.slice(...one.source))).toContain('MR. ORRE')
  })

  test('a statement lies within one that holds it, and chains begin with the publisher', () => {
    const analysis = analyse(
      makeReport({ text: TEXTS['one long paragraph']?.slice(0, 5000) ?? '', publisher: 'Example Wire', published: '2025-05-12' }),
      NOTHING_KNOWN,
    )
    const by = new Map(analysis.statements.map(one => [one.id, one]))
    expect(by.size).toBe(analysis.statements.length)
    for (const one of analysis.statements) {
      expect(one.chain[0].as).toBe('publisher')
      if (one.within) expect(by.has(one.within)).toBe(true)
    }
  })
})
