import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newCase } from '#case'
import { knownSchema, proposeMerges, type NamedActor } from '#model'
import { makeReport } from '#read'

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

  test('a case lists them with whom they speak for, and their roles with the days', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-merge-'))
    const by = { by: 'test', at: '2030-01-01T00:00:00Z' }
    const held = await newCase(join(folder, 'merge.parley'), { ...by, known: knownSchema.parse({ actors: [{ name: 'Karsh', kind: 'state' }] }) })
    const report = (published: string, text: string): { source: string; report: ReturnType<typeof makeReport> } => ({
      source: 'test',
      report: makeReport({ publisher: 'Strait Herald', published, text }),
    })
    const inputs = [
      report('2031-03-01', "Karsh's foreign minister, Ilya Dorn, spoke on Saturday. Dorn said that the quay was closed."),
      report('2031-05-01', "Karsh's prime minister, Ilya Dorn, spoke on Thursday. Dorn said that the quay was open."),
    ]
    for await (const added of held.add(inputs, by)) expect(added.as).toBe('added')
    const { items } = await held.ask.merges({ words: 'dorn' })
    expect(items.map(one => [one.name, one.party])).toEqual([['Ilya Dorn', 'Karsh']])
    expect(items[0]?.roles.map(role => role.first).sort()).toEqual(['2031-03-01', '2031-05-01'])
    await held.close()
    rmSync(folder, { recursive: true, force: true })
  })
})
