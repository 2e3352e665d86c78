import fc from 'fast-check'
import winkNLP from 'wink-nlp'
import model from 'wink-eng-lite-web-model'
import { describe, expect, test } from 'vitest'
import { makeReport } from '#read'
import { issueSigns, readSentences } from '#text'

const read = (text: string) => readSentences(makeReport({ text, language: 'en' })).tokens

/** Words of many tags in small letters, marks and contractions: what wink's patterns choose between. */
const WORDS =
  'the a talks plan plans that this to of not it he they she who which has had been would will can be is are was said says told stop stops ending ended up out about like most as so while her his release free fire present ' +
  "well back close open more than one two 3rd 1,200 $5 , ; : - — ( ) “ ” \" ! ? . ’s don’t hasn't it’s they're better right left lead run last next"
const ORDINARY = WORDS.split(' ')
const NAMES = ['Rice', 'Hope', 'Marlow', 'Ward', 'Voss', 'Okonjo', 'Land', 'Moving', 'Frost', 'Quickly']

describe('tags', () => {
  test('are those that wink itself gives where no name stands', () => {
    const wink = winkNLP(model, ['sbd', 'pos'])
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ORDINARY), { minLength: 1, maxLength: 40 }), words => {
        const text = words.join(' ')
        const tokens = wink.readDoc(text).tokens()
        const ours = read(text)
        expect(ours.map(token => token.text)).toEqual(tokens.out())
        expect(ours.map(token => token.pos)).toEqual(tokens.out(wink.its.pos))
        expect(ours.map(token => token.lemma)).toEqual(tokens.out(wink.its.lemma as never))
      }),
      { numRuns: 200 },
    )
  })

  test.each([
    'The envoy told NAME that the plan to NAME will free all.',
    'NAME met NAME NAME in the capital, and NAME’s aides left.',
    'As NAME said, the new NAME plan had NAME’s backing; talks with NAME NAME go on.',
    'They hope that NAME plans to lead. Then NAME left for home.',
  ])('do not hang on the letters of a name: %s', frame => {
    const lead =
      'They had seen Rice and Hope, then Marlow and Ward leave; they had met Voss and Okonjo before, and heard that Land and Moving would travel with Frost and Quickly. '
    const tagsWith = (shift: number): string => {
      let at = shift
      return read(lead + frame.replace(/NAME/g, () => NAMES[at++ % NAMES.length] ?? ''))
        .map(token => `${token.pos} ${String(token.name)}`)
        .join()
    }
    for (let shift = 1; shift < NAMES.length; shift++) expect(tagsWith(shift)).toBe(tagsWith(0))
  })

  test('a name that is a word is known by its capital inside a sentence, and at a beginning by the rest of the report', () => {
    const names = (text: string): string[] => read(text).flatMap(token => (token.name ? [token.text] : []))
    expect(names('The envoy met Hope. Hope left.')).toEqual(['Hope', 'Hope'])
    expect(names('Hope left the talks.')).toEqual([])
    expect(names('The hope of Marlow was small. Hope left.')).toEqual(['Marlow'])
    expect(names('On Monday I met the mayor of The Sands.')).toEqual(['Sands'])
  })

  test('a word that somebody is called by is no sign of an issue; the head of a thing that has a name is', () => {
    const signs = (text: string): string[] => {
      const reading = readSentences(makeReport({ text, language: 'en' }))
      return issueSigns(reading, []).map(sign => text.slice(...sign.span))
    }
    expect(signs('The crew saw Mirella Waters. Waters left early, and Waters’s aide stayed.')).toEqual([])
    expect(signs('The waters of the river were low.')).toEqual(['waters'])
    expect(signs('All kept the Marlow Ceasefire in May.')).toEqual(['Ceasefire'])
  })
})
