import { describe, expect, test } from 'vitest'
import { proposeMerges, type NamedActor } from '#model'

let number = 0
function named(name: string, reports = 3, party = '', kind: NamedActor['kind'] = 'person'): NamedActor {
  number++
  return { id: `a${String(number)}`, name, kind, reports, mentions: reports, parties: new Map(party === '' ? [] : [[party, reports]]) }
}

function merged(...actors: NamedActor[]): Record<string, string[]> {
  return Object.fromEntries(proposeMerges(actors).map(one => [one.name, one.merged.map(form => `${form.name}: ${form.reason}`)]))
}

describe('actors of a case', () => {
  test('one name in other marks, with a title, in full, or a letter off is one actor, with the reason', () => {
    expect(merged(named('Anna Vell', 9, 'Oltava'), named('Premier Anna Vell', 2), named('Anna Maria Vell', 1), named('Anna Well', 1))).toEqual({
      'Anna Vell': ['Premier Anna Vell: spelling', 'Anna Maria Vell: fuller-name', 'Anna Well: transliteration'],
    })
  })

  test('a surname goes to the only bearer, or to the only one of its party', () => {
    expect(merged(named('Ilya Dorn', 5, 'Karsh'), named('Dorn', 2))).toEqual({ 'Ilya Dorn': ['Dorn: surname'] })
    expect(merged(named('Pavel Brandt', 4, 'Karsh'), named('Greta Brandt', 4, 'Oltava'), named('Brandt', 2, 'Oltava'))).toEqual({
      'Greta Brandt': ['Brandt: surname'],
      'Pavel Brandt': [],
    })
  })

  test('homonyms are kept apart, and each says so', () => {
    const [pavel, greta, brandt] = proposeMerges([named('Pavel Brandt', 4, 'Karsh'), named('Greta Brandt', 4, 'Oltava'), named('Brandt', 2)])
    expect(pavel?.merged).toEqual([])
    expect(pavel?.apart.map(one => one.name)).toEqual(['Brandt'])
    expect(greta?.apart[0]?.why).toContain('Pavel Brandt')
    expect(brandt?.name).toBe('Brandt')
  })

  test('one full name told of two parties is two actors', () => {
    const found = proposeMerges([named('Pavel Brandt', 4, 'Karsh'), named('Pavel S. Brandt', 2, 'Oltava')])
    expect(found.map(one => [one.name, one.apart.length])).toEqual([
      ['Pavel Brandt', 1],
      ['Pavel S. Brandt', 0],
    ])
  })

  test('an acronym goes to the only body with these initials', () => {
    const body = (name: string): NamedActor => named(name, 3, '', 'organisation')
    expect(merged(body('Union of Harbour Pilots'), body('UHP'))).toEqual({ 'Union of Harbour Pilots': ['UHP: acronym'] })
    expect(merged(body('Union of Harbour Pilots'), body('United Herring Packers'), body('UHP'))).toEqual({
      'Union of Harbour Pilots': [],
      'United Herring Packers': [],
      UHP: [],
    })
  })

  test('the outcome hangs on nothing but what is given, in any order', () => {
    const all = [named('Pavel Brandt', 4, 'Karsh'), named('Greta Brandt', 4, 'Oltava'), named('Brandt', 2), named('Ilya Dorn', 5, 'Karsh'), named('Dorn', 1)]
    expect(proposeMerges([...all].reverse())).toEqual(proposeMerges(all))
  })
})
