import { describe, expect, test } from 'vitest'
import { NOTHING_KNOWN } from '#model'
import { makeReport } from '#read'
import { readSentences } from '#text'
import { findTimes } from '#time'
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

test.each(['on April 9-3', 'from 2018-14', 'in 1953-50', 'between 12 and 3 June 2024'])('%s runs backwards and is no range', words => {
  for (const { when } of timesOf(`The hall was open ${words}.`)) {
    const [first, last] = when?.start && when.end && when.end !== '..' ? [when.start, when.end] : ['', '']
    expect(first <= last, JSON.stringify(when)).toBe(true)
  }
})

describe('a year in two digits', () => {
  test.each([
    ['25/03/26', '2026-03-25'],
    ['25/03/45', '2045-03-25'],
    ['25/03/46', '1946-03-25'],
    ['25/03/00', '2000-03-25'],
  ])('%s lies within 80 years before and 20 after', (words, value) => {
    expect(timesOf(`The order of ${words} stands.`)[0]).toMatchObject({ value, policy: 'century-of' })
  })
})

describe('the order of day and month', () => {
  const read = (words: string, publisher: string) => {
    const report = makeReport({ text: `The letter is dated ${words}.`, publisher, published: '2025-05-12' })
    return findTimes(readSentences(report), [], NOTHING_KNOWN)[0]
  }
  test('is that of the outlet where its country is known', () => {
    expect(read('04/05/2019', 'BBC News')).toMatchObject({ value: '2019-05-04', known: 'implied', policy: 'outlet-order' })
    expect(read('04/05/2019', 'New York Times')).toMatchObject({ value: '2019-04-05', known: 'implied', policy: 'outlet-order' })
  })
  test('is told by a day over twelve, whatever the outlet', () => {
    for (const outlet of ['BBC News', 'New York Times', 'Nobody']) expect(read('04/25/2019', outlet)?.value).toBe('2019-04-25')
  })
})

describe('another calendar', () => {
  test('has its feasts in ours, year by year', () => {
    expect(timesOf('It began on Ashura 2024 and Nowruz 2025.').map(time => time.value)).toEqual(['2024-07-16', '2025-03-21'])
  })
  test.each(['10 Muharram 1446', '5 Tishrei 5785', '15 Khordad 1404', 'Juche 113', 'the year 2568 BE', '1 Brumaire Year VIII'])(
    '%s is never read as a day of ours',
    words => {
      for (const { when, value } of timesOf(`The decree of ${words} stands.`)) {
        expect(value.length, `${words}: ${value}`).toBeLessThanOrEqual(4)
        expect(when?.start ?? '').not.toMatch(/^\d{4}-\d\d/)
      }
    },
  )
})

describe('years far away', () => {
  test.each([
    ['in 490 BC', '-0489'],
    ['in 1066', undefined],
    ['in 2150', '2150'],
  ])('%s', (words, start) => {
    expect(timesOf(`The city fell ${words}.`)[0]?.when?.start).toBe(start)
  })
  test.each(['1066 centuries ago', '99999 years ago', 'in 99999', '3000000 days later', 'in the year 12345'])('%s stands for no day', words => {
    for (const { when } of timesOf(`The sea froze ${words}.`)) expect(`${when?.start ?? ''} ${when?.end ?? ''}`).not.toMatch(/\d{5}/)
  })
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

describe('a report published in a month or a year that is all that is known', () => {
  test('resolves what every day of it gives alike', () => {
    const times = timesOf('Prices rose last month and in March. It began last year and in 2019; talks resume in June.', '2025-05')
    expect(times.map(time => [time.value, time.policy])).toEqual([
      ['2025-04', 'last-unit'],
      ['2025-03', 'month-past'],
      ['2024', 'last-unit'],
      ['2019', undefined],
      ['2025-06', 'month-ahead'],
    ])
  })
  test('says of the rest on which days it may lie, and that this is all', () => {
    const [friday, ago, weeks] = timesOf('They met on Friday, three days ago. It has been shut for nearly ten weeks.', '2025-05')
    expect(friday).toMatchObject({ value: '2025-XX-XX', known: 'vague', policy: 'published-within', when: { start: '[2025-04-25..2025-05-30]' } })
    expect(ago).toMatchObject({ known: 'vague', policy: 'published-within', when: { start: '[2025-04-28..2025-05-28]' } })
    expect(weeks?.when).toBeUndefined()
    expect(timesOf('It was signed in March.', '2025')[0]).toMatchObject({ value: 'XXXX-03', when: { start: '[2024-03-01..2025-03-31]' } })
    expect(timesOf('They met last year.', '2025')[0]).toMatchObject({ value: '2024', policy: 'last-unit' })
  })
})
