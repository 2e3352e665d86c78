import { describe, expect, test } from 'vitest'
import { analyse } from '#analyse'
import { NOTHING_KNOWN, type Analysis } from '#model'
import { makeReport } from '#read'
import { draw } from '../draw.ts'

const read = (text: string): Analysis => analyse(makeReport({ text, publisher: 'Example Wire', published: '2025-05-12' }), NOTHING_KNOWN)
const lines = (text: string, list: 'positions' | 'proposals' | 'tracks' | 'ceasefires' | 'allegations') => draw(read(text), list).map(one => one.line)

const TEXT = `Sweden proposed a prisoner exchange and the withdrawal of heavy weapons. Norway rejected the proposal on Friday.
Norway's foreign minister said the blockade must be lifted before talks can resume. "We will not negotiate under fire," he said.
Talks between Sweden and Norway, mediated by Finland, were suspended on Sunday. Sweden accused Norway of shelling villages; Norway denied the charge.
A ceasefire took effect on 1 May.`

describe('what the talks stage finds', () => {
  test('a list of things wanted is one position an issue, each with its own words', () => {
    const found = read('Norway demanded an end to the blockade, the release of all hostages and new elections.').positions
    expect(found.map(one => [one.stance, one.issue])).toEqual([
      ['demands', 'BLOCKADE_SANCTIONS'],
      ['demands', 'CAPTIVES'],
      ['demands', 'POWER_ELECTIONS'],
    ])
  })

  test('every record slices its own words and says who tells it', () => {
    const analysis = read(TEXT)
    const told = new Set(analysis.statements.map(one => one.id))
    const records = [...analysis.positions, ...analysis.proposals, ...analysis.tracks, ...analysis.ceasefires, ...analysis.allegations]
    expect(records.length).toBeGreaterThan(6)
    for (const record of records) {
      const words = analysis.report.text.slice(...record.span)
      expect(words).toBe(words.trim())
      expect(words).not.toBe('')
      expect(record.said === null || told.has(record.said)).toBe(true)
    }
  })

  test('ids of one kind are unlike', () => {
    const analysis = read(TEXT)
    for (const list of [analysis.positions, analysis.proposals, analysis.tracks, analysis.allegations])
      expect(new Set(list.map(one => one.id)).size).toBe(list.length)
  })

  test('two parties of a kind, swapped in the text, give the swapped record', () => {
    const swapped = TEXT.replace(/Sweden|Norway/g, name => (name === 'Sweden' ? 'Norway' : 'Sweden'))
    const back = (line: string) => line.replace(/Sweden|Norway/g, name => (name === 'Sweden' ? 'Norway' : 'Sweden'))
    for (const list of ['positions', 'proposals', 'tracks', 'ceasefires', 'allegations'] as const)
      expect(lines(swapped, list).map(back)).toEqual(lines(TEXT, list))
  })

  test('a wish under "may", in a question or under "if" is none', () => {
    expect(lines('Norway may demand a ceasefire. If Sweden wants a truce, it can call. Would Norway accept sanctions?', 'positions')).toEqual([])
  })

  test('a report on no negotiation gives nothing', () => {
    const analysis = read('The mill made 40 tons of paper last week, the company said. Profit rose to 3 million crowns. Rain is expected in the north.')
    expect([analysis.positions, analysis.proposals, analysis.tracks, analysis.ceasefires, analysis.allegations].flat()).toEqual([])
  })

  test('plans are no proposals where nobody deals with anybody', () => {
    const plan = 'Sweden unveiled a plan. The plan calls for lifting the tariffs and releasing the prisoners.'
    expect(read(plan).proposals).toEqual([])
    expect(read(`${plan} Norway called it a fair deal.`).proposals).toHaveLength(1)
  })

  test('talks told twice are one track with its last state', () => {
    const { tracks } = read('Talks between Sweden and Norway began on Monday. On Friday the talks between Sweden and Norway collapsed.')
    expect(tracks.map(one => one.state)).toEqual(['collapsed'])
  })
})
