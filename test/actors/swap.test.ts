import { describe, expect, test } from 'vitest'
import { analyse } from '#analyse'
import { NOTHING_KNOWN } from '#model'
import { makeReport } from '#read'
import { draw } from '../draw.ts'

/** Forms of two parties of one kind: what stands for the one stands, in the same place, for the other. */
const PAIRS: readonly (readonly [kind: string, one: readonly string[], other: readonly string[]])[] = [
  ['states', ['Chile', 'Chilean', 'Chileans', 'Republic of Chile'], ['Ghana', 'Ghanaian', 'Ghanaians', 'Republic of Ghana']],
  ['states with a seat', ['Norway', 'Norwegian', 'Norwegians', 'Oslo'], ['Sweden', 'Swedish', 'Swedes', 'Stockholm']],
  ['armed groups', ['Moro Islamic Liberation Front', 'MILF'], ['Moro National Liberation Front', 'MNLF']],
  ['parties', ['Labour Party', 'Labour'], ['Conservative Party', 'Conservatives']],
  ['unions', ['United Steelworkers', 'USW'], ['United Mine Workers', 'UMW']],
  ['companies', ['Boeing'], ['Airbus']],
  ['persons nobody knows', ['Edda Holm', 'Holm'], ['Ivar Lund', 'Lund']],
  ['states nobody knows', ['Norland', 'Norlandic'], ['Sudland', 'Sudlandic']],
]

const FRAMES = [
  '{0} and a neighbour agreed on Monday to open talks. Officials said {0} had proposed a truce.',
  '{0} rejected the offer. It accused the other side of shelling the port.',
  'The council urged {0} to release the sailors, and {0} refused.',
  'Talks between {0} and the lake towns resumed in Lima on 3 May 2025.',
  'A spokesman for {0} said it would lift the blockade if the army withdrew.',
  '{0} has not signed the treaty. Two people familiar with the talks said {0} wants more time.',
] as const

/** The line with the forms of each party made those of the other, all at once. */
function swap(line: string, one: readonly string[], other: readonly string[]): string {
  const order = one.map((form, at) => [form, other[at] ?? form] as const).sort((a, b) => b[0].length - a[0].length)
  const marked = order.reduce((text, [a, b], at) => text.replaceAll(b, `\u0002${String(at)}`).replaceAll(a, `\u0001${String(at)}`), line)
  return order.reduce((text, [a, b], at) => text.replaceAll(`\u0001${String(at)}`, b).replaceAll(`\u0002${String(at)}`, a), marked)
}

function linesOf(text: string): string[] {
  const analysis = analyse(makeReport({ text, publisher: 'Example Wire', published: '2025-05-12' }), NOTHING_KNOWN)
  return (['actors', 'events'] as const).flatMap(list => draw(analysis, list).map(one => one.line))
}

describe('two parties of a kind, swapped in the text, swap in the record and nothing else changes', () => {
  for (const [kind, one, other] of PAIRS) {
    test.each(FRAMES)(`${kind}: %s`, frame => {
      for (const [at, form] of one.entries()) {
        if (at > 0 && /(?:ic|ish|ian|ans|ians|des)$/.test(form)) continue
        const [mine, theirs] = [frame.replaceAll('{0}', form), frame.replaceAll('{0}', other[at] ?? form)]
        expect(linesOf(theirs)).toEqual(linesOf(mine).map(line => swap(line, one, other)))
      }
    })
    test(`${kind}: by adjective`, () => {
      const [mine, theirs] = [one, other].map(forms => `${forms[1] ?? forms[0] ?? ''} officials met the envoy.`)
      expect(linesOf(theirs ?? '')).toEqual(linesOf(mine ?? '').map(line => swap(line, one, other)))
    })
  }
})
