import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf, formatEdtf, parseEdtf, type Edtf, type TimeExpression } from '#model'
import { timesOf } from './times.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const SHORT = ['Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.']
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const DAY = 86_400_000

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)
const moments = fc.integer({ min: Date.UTC(1950, 0, 1) / DAY, max: Date.UTC(2049, 11, 31) / DAY }).map(day => day * DAY)

/** Ways to write a date whole; none takes anything from the engine. */
const WHOLE: readonly ((date: Date) => string)[] = [
  d => `${String(d.getUTCDate())} ${MONTHS[d.getUTCMonth()] ?? ''} ${String(d.getUTCFullYear())}`,
  d => `${MONTHS[d.getUTCMonth()] ?? ''} ${String(d.getUTCDate())}, ${String(d.getUTCFullYear())}`,
  d => `${SHORT[d.getUTCMonth()] ?? ''} ${String(d.getUTCDate())}, ${String(d.getUTCFullYear())}`,
  d => `${WEEKDAYS[d.getUTCDay()] ?? ''}, ${MONTHS[d.getUTCMonth()] ?? ''} ${String(d.getUTCDate())}, ${String(d.getUTCFullYear())}`,
  d => iso(d.getTime()),
]

function onlyDay(times: readonly TimeExpression[]): string | undefined {
  const start = times[0]?.when?.start
  return times.length === 1 && start ? start : undefined
}

describe('a date written in a sentence is read back', () => {
  test('whole, from any publication', () => {
    fc.assert(
      fc.property(moments, moments, fc.nat(WHOLE.length - 1), (date, published, way) => {
        const words = WHOLE[way]?.(new Date(date)) ?? ''
        expect(onlyDay(timesOf(`The bridge was opened on ${words} in the rain.`, iso(published)))).toBe(iso(date))
      }),
    )
  })
  test('without its year, up to a year back', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 364 }), (published, back) => {
        const date = new Date(published - back * DAY)
        if (date.getUTCMonth() === 1 && date.getUTCDate() === 29) return
        const words = `${MONTHS[date.getUTCMonth()] ?? ''} ${String(date.getUTCDate())}`
        expect(onlyDay(timesOf(`The bridge was closed on ${words} by a storm.`, iso(published)))).toBe(iso(date.getTime()))
      }),
    )
  })
  test('as a weekday, up to six days back or ahead', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -6, max: 6 }), (published, away) => {
        const weekday = WEEKDAYS[new Date(published + away * DAY).getUTCDay()] ?? ''
        const text = away > 0 ? `The ferry will sail on ${weekday} at last.` : `The ferry sailed on ${weekday} at last.`
        expect(onlyDay(timesOf(text, iso(published)))).toBe(iso(published + away * DAY))
      }),
    )
  })
  test('as days ago, yesterday and tomorrow', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 2, max: 40 }), (published, count) => {
        expect(onlyDay(timesOf(`The well ran dry ${String(count)} days ago.`, iso(published)))).toBe(iso(published - count * DAY))
        expect(onlyDay(timesOf('The well ran dry yesterday.', iso(published)))).toBe(iso(published - DAY))
        expect(onlyDay(timesOf('The well will be cleaned tomorrow.', iso(published)))).toBe(iso(published + DAY))
      }),
    )
  })
})

/** Sentences of our own with every kind of expression. */
const SENTENCES = [
  'The port closed on Friday.',
  'They will meet on Tuesday.',
  'The price rose last month.',
  'Nobody has crossed since mid-April.',
  'They left three days ago.',
  'It has been shut for nearly ten weeks.',
  'A round was held between 10 and 15 January.',
  'Over the past two weeks the shelling has grown.',
  'Many have fled in recent days.',
  'The road was built in 1974.',
  'The law of 18 March 2025 stands.',
  'Shops were shut on Easter Monday.',
  'The vote is due by the end of the year.',
  'It is now closed, and will open soon.',
  'They met on Tuesday of last week.',
  'He came in the summer of 2019 and left the following year.',
  'The guns fell silent at 5:30 p.m. on Sunday.',
  'The siege lasted several months.',
  'A daily convoy runs each Monday.',
  'It happened in the 1990s, or the 16th century.',
  'The third quarter was bad.',
  'The letter is dated 04/05/2019.',
  'The notice gave 31 February 2025 as the day.',
  'In the year two thousand he left.',
]
const texts = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 6 }).map(list => list.join(' '))

function isSpan(edtf: Edtf | '..' | undefined): boolean {
  if (edtf === undefined || edtf === '..') return true
  const value = parseEdtf(edtf)
  return value !== undefined && formatEdtf(value) === edtf && boundsOf(edtf) !== undefined
}

test('every EDTF that is written can be read, and is the same when written again', () => {
  fc.assert(
    fc.property(texts, moments, (text, published) => {
      for (const { when } of timesOf(text, iso(published))) {
        expect(isSpan(when?.start) && isSpan(when?.end)).toBe(true)
        if (when) expect(when.start ?? when.end).toBeDefined()
      }
    }),
  )
})

/** Any words of time in any order, with numbers that fit nowhere. */
const WORDS =
  "the a last next this first second third two several few half past recent early late mid end of in on at by since until from to and or before after ago later earlier week weeks day days month months year years quarter weekend morning night noon Monday Tue. May March Sept. 0 1 5 12 28 31 32 99 1066 1950 1999 2014 2025 2150 9999 10000 1,000 2.5 5th 31st Q3 am p.m. GMT : . , - – / ' ’s Christmas Easter Ramadan summer fall today now soon fiscal decade century BC 1990s every each twice hours nineteen ninety thousand".split(
    ' ',
  )
const soup = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ' ', ' ', '', '-', '\n')), { minLength: 1, maxLength: 40 })
  .map(list => list.map(([word, gap]) => word + gap).join(''))

test('no order of words of time is too much: nothing throws, and what comes out is well formed', () => {
  fc.assert(
    fc.property(soup, moments, fc.boolean(), (text, published, dated) => {
      for (const { when, value, span } of timesOf(text, dated ? iso(published) : null)) {
        expect(isSpan(when?.start) && isSpan(when?.end), `${value} in ${text.slice(span[0], span[1])}: ${JSON.stringify(when)}`).toBe(true)
        expect(value).not.toMatch(/NaN|undefined|Infinity/)
      }
    }),
    { numRuns: 1500 },
  )
})

test('spans lie inside the text, in order, apart and without white space at their edges', () => {
  fc.assert(
    fc.property(texts, text => {
      let last = 0
      for (const { span } of timesOf(text)) {
        const words = text.slice(span[0], span[1])
        expect(span[0]).toBeGreaterThanOrEqual(last)
        expect(words.trim()).toBe(words)
        expect(words).not.toBe('')
        last = span[1]
      }
    }),
  )
})

test('moving publication by whole weeks moves every document-anchored day by as much and no stated one', () => {
  const DAYS = [
    'The port closed on Friday.',
    'They will meet on Tuesday.',
    'They left three days ago.',
    'It rained yesterday.',
    'The law of 18 March 2025 stands.',
    'The road was built in 1974.',
    'He spoke two weeks ago.',
    'The guns fell silent at 5:30 p.m. on Sunday.',
    'Last night the power failed.',
    'They met last week.',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...DAYS), { minLength: 1, maxLength: 6 }), moments, fc.integer({ min: -200, max: 200 }), (list, published, weeks) => {
      const [before, after] = [published, published + weeks * 7 * DAY].map(day => timesOf(list.join(' '), iso(day)))
      expect(after?.length).toBe(before?.length)
      before?.forEach((time, i) => {
        const [a, b] = [time, after?.[i]].map(one => one?.when && boundsOf(one.when.start as Edtf))
        const moved = a?.first && b?.first ? Date.parse(b.first) - Date.parse(a.first) : NaN
        expect(moved).toBe(time.known === 'stated' ? 0 : weeks * 7 * DAY)
      })
    }),
  )
})

test('the same text gives the same times', () => {
  fc.assert(
    fc.property(texts, text => {
      expect(timesOf(text)).toEqual(timesOf(text))
    }),
  )
})

test('without a publication date what needs one is undated, and the rest is as before', () => {
  fc.assert(
    fc.property(texts, text => {
      for (const time of timesOf(text, null)) {
        if (time.known === 'stated' || time.anchor !== 'document') continue
        expect(time.when).toBeUndefined()
      }
    }),
  )
})
