import { describe, expect, test } from 'vitest'
import { analyse } from '#analyse'
import { knownSchema, rankFindings, weighFinding, type Analysis, type Finding, type Proposal, type Term } from '#model'
import { makeReport } from '#read'
import { compareTerms, filesOfTruces, linesOfPositions, linesOfTalks, reconcile, seriesOfFigures } from '#reconcile'

const known = knownSchema.parse({
  actors: [
    { name: 'Karsh', kind: 'state' },
    { name: 'Oltava', kind: 'state' },
    { name: 'Sund', kind: 'state' },
  ],
})
const read = (publisher: string, published: string, text: string): Analysis => analyse(makeReport({ publisher, published, text }), known)

describe('ledgers over reports', () => {
  test('two providers of one count are two series', () => {
    const series = seriesOfFigures([
      read('Strait Herald', '2031-03-09', 'The shelling of Port Amber killed 12 fishermen, the hospital of Port Amber said.'),
      read('Inland Mail', '2031-03-10', 'The shelling of Port Amber killed 19 fishermen, the harbour office of Cape Rosel said.'),
      read('Strait Herald', '2031-03-11', 'The shelling of Port Amber killed 15 fishermen, the hospital of Port Amber said.'),
    ]).filter(one => one.class === 'killed')
    expect(series.reduce((sum, one) => sum + one.points.length, 0)).toBe(3)
    expect(series.length).toBeGreaterThanOrEqual(2)
    for (const one of series) expect([...one.points].sort((a, b) => (a.day < b.day ? -1 : 1))).toEqual(one.points)
  })

  test('a position that is not told again is stale, not dropped', () => {
    const lines = linesOfPositions(
      [read('Strait Herald', '2031-03-01', 'Karsh rejected the withdrawal of its troops from the northern channel.')],
      '2031-03-31',
    )
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line.stale).toBeGreaterThan(0)
    expect(
      linesOfPositions([read('Strait Herald', '2031-03-01', 'Karsh rejected the withdrawal of its troops from the northern channel.')], '2031-02-01'),
    ).toEqual([])
  })

  test('lines of talks and files of truces stand under their parties, whatever the order of reports', () => {
    const reports = [
      read(
        'Strait Herald',
        '2031-03-01',
        'Karsh and Oltava held talks in Lunde mediated by Sund. A ceasefire between Karsh and Oltava took effect on March 1.',
      ),
      read(
        'Inland Mail',
        '2031-03-04',
        'Talks between Karsh and Oltava mediated by Sund resumed in Lunde. The ceasefire between Karsh and Oltava ended on March 3.',
      ),
    ]
    expect(linesOfTalks([...reports].reverse())).toEqual(linesOfTalks(reports))
    expect(filesOfTruces([...reports].reverse())).toEqual(filesOfTruces(reports))
    for (const line of linesOfTalks(reports)) expect(line.parties.length).toBeGreaterThanOrEqual(2)
  })

  test('terms are paired within an issue; what one report does not mention stays on the other side', () => {
    const analysis = read('Strait Herald', '2031-03-01', 'release forty prisoners; open the northern channel; release fifty prisoners')
    const term = (words: string, issue: Term['issue']): Term => {
      const start = analysis.report.text.indexOf(words)
      return { issue, span: [start, start + words.length], specificity: 2 }
    }
    const proposal = (terms: Term[]): Proposal => ({
      id: 'p' as Proposal['id'],
      span: [0, 7],
      said: null,
      rule: 'test',
      by: [],
      to: [],
      status: 'tabled',
      exclusive: false,
      reciprocity: 'not-stated',
      terms,
    })
    const a = { analysis, proposal: proposal([term('release forty prisoners', 'CAPTIVES'), term('open the northern channel', 'CROSSINGS_MOVEMENT')]) }
    const b = { analysis, proposal: proposal([term('release fifty prisoners', 'CAPTIVES')]) }
    expect(compareTerms(a, b).map(pair => [pair.issue, pair.as])).toEqual([
      ['CAPTIVES', 'other-words'],
      ['CROSSINGS_MOVEMENT', 'only-a'],
    ])
    expect(compareTerms(b, a).map(pair => [pair.issue, pair.as])).toEqual([
      ['CAPTIVES', 'other-words'],
      ['CROSSINGS_MOVEMENT', 'only-b'],
    ])
  })

  test('a list of what matters is not filled by one kind', () => {
    const finding = (kind: Finding['kind'], n: number): Finding => ({
      id: `${kind}${String(n)}` as Finding['id'],
      kind,
      about: [],
      support: [],
      against: [],
      why: '',
      rule: 'test',
    })
    const many = Array.from({ length: 20 }, (_, n) => finding('contradiction', n))
    const ranked = rankFindings([...many, finding('shift', 0), finding('copy', 0)], 9)
    expect(ranked).toHaveLength(9)
    expect(ranked.some(one => one.kind === 'shift') && ranked.some(one => one.kind === 'copy')).toBe(true)
    expect(weighFinding(finding('contradiction', 0))).toBeGreaterThan(weighFinding(finding('copy', 0)))
  })

  test('sentences of findings name who tells and never say what is so', () => {
    const { findings } = reconcile([
      read('Strait Herald', '2031-03-10', 'Anna Vell said that Karsh laid mines in the northern channel during the truce.'),
      read('Inland Mail', '2031-03-11', 'Ilya Dorn said that Karsh did not lay mines in the northern channel during the truce.'),
    ])
    const denial = findings.find(one => one.kind === 'denial')
    expect(denial?.why).toContain('Anna Vell')
    expect(denial?.why).toContain('Ilya Dorn')
    for (const one of findings) expect(one.why).not.toMatch(/\b(?:true|false|fact|proved?|confirmed|claimed|admitted|revealed|lied?|wins?)\b/i)
  })
})
