import { expect, test } from 'vitest'
import { drawTerminal } from '../../src/export/page.ts'

const long = 'words that go on and on until the column has to give way to its neighbours'

test('a column that must give way breaks no word while another has room', () => {
  const page = drawTerminal([{ kind: 'table', head: ['issue', 'one', 'two'], rows: [['WAGES_CONDITIONS', long, long]] }], { width: 60, colour: false })
  expect(page).toContain('WAGES_CONDITIONS  ')
  expect(Math.max(...page.split('\n').map(line => line.length))).toBeLessThanOrEqual(60)
})

test('a word longer than the page is cut, and the page keeps its width', () => {
  const page = drawTerminal([{ kind: 'table', head: ['a', 'b'], rows: [['x'.repeat(80), 'y'.repeat(80)]] }], { width: 40, colour: false })
  expect(Math.max(...page.split('\n').map(line => line.length))).toBeLessThanOrEqual(40)
  expect(page.replaceAll(/[^x]/g, '')).toHaveLength(80)
})
