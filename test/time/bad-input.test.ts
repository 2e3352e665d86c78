import { describe, expect, test } from 'vitest'
import { timesOf } from './times.ts'

describe('what no calendar has', () => {
  test.each(['31 February 2025', '30 February', '31 April 2024'])('%s stays as written, without a day', words => {
    const [time] = timesOf(`The notice gave ${words} as the day.`)
    expect(time?.policy).toBe('impossible')
    expect(time?.when).toBeUndefined()
  })
  test.each(['25:61', '2019-13-45', '99/99/2020', '0 May', '2025-00-00'])('%s is nothing', words => {
    expect(timesOf(`The board showed ${words} in red.`).filter(time => time.when?.start && time.value.length > 7)).toEqual([])
  })
})

test('day and month of unknown order are both there, never one by guess', () => {
  const [time] = timesOf('The letter is dated 04/05/2019.')
  expect(time).toMatchObject({ known: 'vague', policy: 'numeric-order', when: { start: '[2019-04-05,2019-05-04]' } })
})

test('a year in two digits names its policy', () => {
  const [time] = timesOf('The order of 25/03/87 stands.')
  expect(time).toMatchObject({ value: '1987-03-25', policy: 'century-of' })
})

test('a range that runs backwards is not one', () => {
  expect(timesOf('The hall is open on April 9-3.').every(time => time.type !== 'DURATION')).toBe(true)
})

test.each([
  ['one letter a million times', 'a'.repeat(1_000_000)],
  ['one digit a million times', '1'.repeat(1_000_000)],
  ['blanks', `x${' '.repeat(1_000_000)}x`],
  ['a word again and again', 'the '.repeat(250_000)],
  ['articles and counts', 'a few the last two '.repeat(50_000)],
  ['dashes', '5-'.repeat(500_000)],
  ['half a date', 'March the '.repeat(100_000)],
  ['full stops', '.'.repeat(1_000_000)],
])(
  '%s is read in linear time',
  (_name, text) => {
    expect(Array.isArray(timesOf(text))).toBe(true)
  },
  60_000,
)

test.each(['May 5 and ', 'two weeks before ', 'on Monday ', 'hours on Friday ', 'three days later '])(
  'a chain of "%s" has an end',
  words => {
    expect(timesOf(words.repeat(5_000)).length).toBeGreaterThan(4_000)
  },
  60_000,
)

test('ten thousand dates in one text are ten thousand times', () => {
  const text = Array.from({ length: 10_000 }, (_, i) => `May ${String((i % 28) + 1)}, ${String(1900 + (i % 120))}`).join('; ')
  expect(timesOf(text)).toHaveLength(10_000)
}, 60_000)

describe('a report without a date', () => {
  test('resolves what needs none', () => {
    expect(timesOf('The law of 18 March 2025 stands.', null)[0]?.when).toEqual({ start: '2025-03-18' })
    expect(timesOf('It was signed on 2 April 2025. Three days later it burned.', null)[1]?.when).toEqual({ start: '2025-04-05' })
  })
  test('says of the rest that it is undated', () => {
    const times = timesOf('They met on Friday, and again last week and yesterday.', null)
    expect(times.map(time => [time.policy, time.when])).toEqual([
      ['undated', undefined],
      ['undated', undefined],
      ['undated', undefined],
    ])
  })
  test('published on no day that can be read is undated as well', () => {
    expect(timesOf('They met on Friday.', 'last spring')[0]?.policy).toBe('undated')
  })
})

test.each([
  'The pact cost $2010 and 1984 people came.',
  'Rovers won 5-3 at gate 1876.',
  'He lives at 1600 Mill Road.',
  'Flight 1950 carried 2,025 passengers.',
  'The Boeing 1997 has 1,999 seats.',
  'She said Sun Microsystems and May Blunt marched.',
])('no time in: %s', text => {
  expect(timesOf(text)).toEqual([])
})
