import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { attribute } from '#attribution'
import { makeReport } from '#read'
import { readSentences } from '#text'
import { Tagger } from '../../src/attribution/tagger/tagger.ts'
import { packWeights, readWeights, unpackWeights } from '../../src/attribution/tagger/weights.ts'

function read(text: string): ReturnType<typeof readSentences> {
  return readSentences(makeReport({ text, publisher: 'Example Wire', published: '2025-05-12' }))
}

const TEXT = `The two delegations met in Ostermouth on Monday, and the Sudrian envoy said that President Marden had asked for more time.
“We will wait,” Marden told reporters. According to the Norland Council, the Veltian army has denied the charge.`

/** The words of all statements of a text, by place. */
function places(text: string): string[] {
  return attribute(read(text)).map(one => [one.source, one.cue, ...one.content].map(span => span?.join('-') ?? '').join(' '))
}

describe('the tagger', () => {
  test('marks sources, cues and contents in reading order', () => {
    const reading = read(TEXT)
    const pieces = new Tagger(reading).tag()
    expect(pieces.map(piece => piece.part)).toContain('source')
    expect(pieces.every((piece, i) => i === 0 || piece.from >= (pieces[i - 1]?.to ?? 0))).toBe(true)
  })

  test('gives the same statements whatever the parties are called', () => {
    const names = { Ostermouth: 'Kelderport', Sudrian: 'Bomarian', Marden: 'Tilvas', Norland: 'Estmark', Veltian: 'Corvian' }
    let renamed = TEXT
    for (const [from, to] of Object.entries(names)) renamed = renamed.replaceAll(from, to.padEnd(from.length, 'a').slice(0, from.length))
    expect(places(renamed)).toEqual(places(TEXT))
    expect(places(TEXT).length).toBeGreaterThan(2)
  })

  test('gives the same statements whoever is a woman and whoever a man', () => {
    const hers = 'She said the bridge was safe. A spokeswoman told reporters that her office had checked it.'
    const his = 'He  said the bridge was safe. A spokesman   told reporters that his office had checked it.'
    const words = (text: string): string[] =>
      attribute(read(text)).map(one =>
        [one.cue, ...one.content]
          .map(span => (span ? text.slice(...span) : ''))
          .join('|')
          .replaceAll('her ', 'his '),
      )
    expect(words(his)).toEqual(words(hers))
  })

  test('gives the same statements twice', () => {
    expect(attribute(read(TEXT))).toEqual(attribute(read(TEXT)))
  })
})

describe('the judge', () => {
  const words = (text: string, least?: number): string[] => {
    const told = new Tagger(read(text)).relate(least)
    return told.map(({ source, cue, content }) => [source, cue, ...content].map(one => (one ? text.slice(...one.span) : '')).join(' | '))
  }

  test('keeps fewer relations the surer they must be, each of a cue of its own', () => {
    const few = new Tagger(read(TEXT)).relate(0.6)
    const many = new Tagger(read(TEXT)).relate(0.05)
    expect(few.length).toBeLessThanOrEqual(many.length)
    expect(new Set(many.map(one => one.cue?.from)).size).toBe(many.length)
  })

  test('takes a signed quotation and the turns of a transcript by their layout', () => {
    expect(words('“The bridge was closed for a week.” — Ada Marden')).toEqual(['Ada Marden | — | “The bridge was closed for a week.”'])
    expect(words('ORRE: Is it safe?\n\nMARDEN: It has held since May.')).toEqual(['ORRE | : | Is it safe?', 'MARDEN | : | It has held since May.'])
  })

  test('ties the next paragraph to a saying that ends with a colon', () => {
    expect(words('The minister said:\n\n“The bridge was closed for a week.”')).toEqual(['The minister | said | “The bridge was closed for a week.”'])
  })

  test('takes no heading and no dash within a sentence for a speaker', () => {
    expect(words('Bridges: a history.\n\nThe bridge – Norland’s oldest – was closed.')).toEqual([])
  })
})

describe('the weights', () => {
  const bytes = readFileSync(new URL('../../data/weights/attribution.bin', import.meta.url))

  test('stay under five megabytes', () => {
    expect(bytes.length).toBeLessThan(5_000_000)
  })

  const { lexicon, first, judge } = readWeights()
  const pass = { scale: 1, edges: new Float32Array(4), hashes: Uint32Array.of(7), rows: new Int8Array(11) }

  test('are refused where they belong to another set of labels', () => {
    expect(() => unpackWeights(packWeights(lexicon, pass, { worth: pass, forest: judge.forest }))).toThrow(RangeError)
  })

  test('are refused where a tree asks about what is not known', () => {
    const forest = { ...judge.forest, traits: judge.forest.traits.map(trait => (trait === 0 ? 200 : trait)) }
    expect(() => unpackWeights(packWeights(lexicon, { ...pass, edges: first.edges }, { worth: pass, forest }))).toThrow(RangeError)
  })
})
