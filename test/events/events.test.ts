import { describe, expect, test } from 'vitest'
import { analyse } from '#analyse'
import { codeSentence } from '#events'
import { findActors } from '#actors'
import { NOTHING_KNOWN, type Known } from '#model'
import { makeReport } from '#read'
import { readSentences } from '#text'
import { draw } from '../draw.ts'

function read(text: string, known: Known = NOTHING_KNOWN) {
  return analyse(makeReport({ text, publisher: 'Example Wire', published: '2025-05-12' }), known)
}

function eventsOf(text: string): string[] {
  return draw(read(text), 'events').map(one => one.line)
}

describe('one event told twice', () => {
  test('is one where the second telling adds nothing', () => {
    expect(eventsOf('Chile met Peru in Lima on 3 May 2025. Chile met Peru.')).toEqual([
      'meet CONSULT reported Chile + Peru «Chile met Peru» at Lima (2025-05-03)',
    ])
  })
  test('is two where the second names another day', () => {
    expect(eventsOf('Chile met Peru on 3 May 2025. Chile met Peru on 9 May 2025.')).toHaveLength(2)
  })
})

describe('a promise is not a deed', () => {
  test('its PLOVER type is the concession, the deed is a retreat', () => {
    expect(read('Chile will release the sailors.').events[0]).toMatchObject({ act: 'release', plover: 'CONCEDE', reality: 'planned' })
    expect(read('Chile released the sailors.').events[0]).toMatchObject({ act: 'release', plover: 'RETREAT', reality: 'reported' })
  })
  test('a demand for talks is no talks', () => {
    expect(read('Peru demanded talks with Chile.').events.map(one => one.act)).toEqual(['demand'])
  })
})

describe('a case’s own actors win', () => {
  const known: Known = {
    ...NOTHING_KNOWN,
    actors: [{ name: 'Lake Council', kind: 'organisation', aliases: ['the Circle', 'LC'], side: 'north', wikidata: 'Q1' }],
  }
  test('by every alias, over what the rows would say', () => {
    const { actors } = read('LC met Chile. The Lake Council thanked Chile.', known)
    expect(actors.find(one => one.name === 'Lake Council')).toMatchObject({ kind: 'organisation', wikidata: 'Q1', names: ['LC', 'Lake Council'] })
  })
})

describe('homonyms', () => {
  test('a state’s name before another capital is a person’s', () => {
    expect(read('Chad Olsen met the mayor. Olsen left.').actors.map(one => `${one.kind} ${one.name}`)).toContain('person Chad Olsen')
  })
  test('a capital after "in" is the place, alone the state', () => {
    const { actors } = read('Envoys met in Lima. Lima rejected the plan.')
    expect(actors.map(one => `${one.kind} ${one.name}`)).toEqual(expect.arrayContaining(['place Lima', 'state Peru']))
  })
})

describe('one sentence coded by itself', () => {
  const code = (text: string) => {
    const reading = readSentences(makeReport({ text, publisher: null }))
    return codeSentence(reading, findActors(reading, []))?.plover
  }
  test.each([
    ['Peru promised to release the sailors.', 'AGREE'],
    ['Peru threatened to close the border with Chile.', 'THREATEN'],
    ['Peru refused to meet the envoy of Chile.', 'REJECT'],
    ['Peru said that Chile must open the port.', 'REQUEST'],
    ['Peruvian troops shelled the port.', 'ASSAULT'],
    ['Peru sent food to the islands.', 'AID'],
  ])('%s %s', (text, plover) => {
    expect(code(text)).toBe(plover)
  })
})
