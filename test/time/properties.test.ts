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

const pad = (number: number): string => String(number).padStart(2, '0')
const whenOf = (text: string, published: number): { start?: string; end?: string } => {
  const times = timesOf(text, iso(published))
  expect(times, text).toHaveLength(1)
  return times[0]?.when ?? {}
}
const ordinal = (day: number): string =>
  `${String(day)}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'}`

describe('written from the calendar of the machine, not from our rules', () => {
  test('a whole date with ordinals, weekdays, the time of day and in digits', () => {
    fc.assert(
      fc.property(moments, moments, fc.nat(23), fc.nat(59), (moment, published, hour, minute) => {
        const date = new Date(moment)
        const [day, month, year] = [date.getUTCDate(), MONTHS[date.getUTCMonth()] ?? '', String(date.getUTCFullYear())]
        for (const words of [
          `the ${ordinal(day)} of ${month} ${year}`,
          `${month} ${ordinal(day)}, ${year}`,
          `${WEEKDAYS[date.getUTCDay()] ?? ''} ${String(day)} ${month} ${year}`,
          `${String(((hour + 11) % 12) + 1)}:${pad(minute)} ${hour < 12 ? 'a.m.' : 'p.m.'} on ${month} ${String(day)}, ${year}`,
          ...(day > 12 ? [`${pad(day)}/${pad(date.getUTCMonth() + 1)}/${year}`, `${String(date.getUTCMonth() + 1)}/${String(day)}/${year}`] : []),
        ])
          expect(whenOf(`The gate was opened on ${words} in the rain.`, published).start, words).toBe(iso(moment))
      }),
    )
  })
  test('the clock time stays in the value', () => {
    fc.assert(
      fc.property(moments, fc.nat(23), fc.nat(59), (published, hour, minute) => {
        const words = `${String(((hour + 11) % 12) + 1)}:${pad(minute)} ${hour < 12 ? 'a.m.' : 'p.m.'}`
        expect(timesOf(`The siren was heard at ${words} today.`, iso(published))[0]?.value).toBe(`${iso(published)}T${pad(hour)}:${pad(minute)}`)
      }),
    )
  })
  test('weeks ago, and days and weeks later or earlier than a date told', () => {
    fc.assert(
      fc.property(moments, moments, fc.integer({ min: 2, max: 30 }), (published, told, count) => {
        expect(whenOf(`The well ran dry ${String(count)} weeks ago.`, published).start).toBe(iso(published - 7 * count * DAY))
        const date = new Date(told)
        const on = `${String(date.getUTCDate())} ${MONTHS[date.getUTCMonth()] ?? ''} ${String(date.getUTCFullYear())}`
        const of = (words: string): string | undefined => timesOf(`The camp was set up on ${on}. ${words} it burned.`, iso(published))[1]?.when?.start
        expect(of(`${String(count)} days later`)).toBe(iso(told + count * DAY))
        expect(of(`${String(count)} weeks later`)).toBe(iso(told + 7 * count * DAY))
        expect(of(`${String(count)} days earlier`)).toBe(iso(told - count * DAY))
        expect(of('The following day')).toBe(iso(told + DAY))
        expect(of('The day before,')).toBe(iso(told - DAY))
      }),
    )
  })
  test('months and years counted back, good to the month', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 2, max: 40 }), (published, count) => {
        const back = new Date(published)
        back.setUTCDate(1)
        back.setUTCMonth(back.getUTCMonth() - count)
        expect(whenOf(`The well ran dry ${String(count)} months ago.`, published).start).toBe(`${iso(back.getTime()).slice(0, 7)}~`)
        const year = new Date(published).getUTCFullYear() - count
        expect(whenOf(`The well ran dry ${String(count)} years ago.`, published).start).toBe(`${String(year)}-${iso(published).slice(5, 7)}~`)
      }),
    )
  })
  test('last and next week, month and year are whole units of the calendar', () => {
    fc.assert(
      fc.property(moments, published => {
        const date = new Date(published)
        const monday = published - ((date.getUTCDay() + 6) % 7) * DAY
        const week = (from: number): string => `[${iso(from)}..${iso(from + 6 * DAY)}]`
        expect(whenOf('Prices rose last week.', published).start).toBe(week(monday - 7 * DAY))
        expect(whenOf('They will vote next week.', published).start).toBe(week(monday + 7 * DAY))
        expect(whenOf('They met this week.', published).start).toBe(week(monday))
        const month = (step: number): string => iso(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + step, 1)).slice(0, 7)
        expect(whenOf('Prices rose last month.', published).start).toBe(month(-1))
        expect(whenOf('They will vote next month.', published).start).toBe(month(1))
        expect(whenOf('Prices rose last year.', published).start).toBe(String(date.getUTCFullYear() - 1))
      }),
    )
  })
  test('a month without its year, up to eleven back', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 11 }), (published, back) => {
        const date = new Date(published)
        const month = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, 1))
        expect(whenOf(`The bridge was closed in ${MONTHS[month.getUTCMonth()] ?? ''} by a storm.`, published).start).toBe(iso(month.getTime()).slice(0, 7))
      }),
    )
  })
  test('the last and the Nth such weekday of a month', () => {
    fc.assert(
      fc.property(moments, moments, (moment, published) => {
        const date = new Date(moment)
        const [day, month] = [date.getUTCDate(), date.getUTCMonth()]
        const of = `${WEEKDAYS[date.getUTCDay()] ?? ''} of ${MONTHS[month] ?? ''} ${String(date.getUTCFullYear())}`
        const nth = ['first', 'second', 'third', 'fourth', 'fifth'][Math.floor((day - 1) / 7)] ?? ''
        expect(whenOf(`It was held on the ${nth} ${of} at noon`.replace(' at noon', '.'), published).start).toBe(iso(moment))
        if (new Date(moment + 7 * DAY).getUTCMonth() !== month) expect(whenOf(`It was held on the last ${of}.`, published).start).toBe(iso(moment))
      }),
    )
  })
  test('open ends and ranges keep their days', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 25 }), moments, (first, length, published) => {
        const [from, to] = [new Date(first), new Date(first + length * DAY)]
        const on = (date: Date): string => `${String(date.getUTCDate())} ${MONTHS[date.getUTCMonth()] ?? ''} ${String(date.getUTCFullYear())}`
        expect(whenOf(`The road has been shut since ${on(from)}.`, published)).toEqual({ start: iso(first), end: '..' })
        expect(whenOf(`The road was shut until ${on(to)}.`, published)).toEqual({ end: iso(first + length * DAY) })
        if (from.getUTCMonth() !== to.getUTCMonth()) return
        const range = `${String(from.getUTCDate())} to ${on(to)}`
        expect(whenOf(`A round was held from ${range}.`, published)).toEqual({ start: iso(first), end: iso(first + length * DAY) })
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

test('moving publication by any n days moves every day counted from it by n, and no stated one', () => {
  const DAYS = [
    'They left three days ago.',
    'It rained yesterday.',
    'The well will be cleaned tomorrow.',
    'The council sat today.',
    'Last night the power failed.',
    'He spoke two weeks ago.',
    'The office opens 12 days from today.',
    'A second round will follow the day after tomorrow.',
    'Over the past two weeks the shelling has grown.',
    'In the next ten days the port will open.',
    'Many have fled in recent days.',
    'The bakeries have been closed for several days.',
    'The strait is now closed.',
    'The law of 18 March 2025 stands.',
    'The road was built in 1974.',
    'A round was held between 10 and 15 January 2025.',
  ]
  const edges = (time: TimeExpression): (string | null | undefined)[] =>
    [time.when?.start, time.when?.end].flatMap(edge => {
      const bounds = edge === undefined || edge === '..' ? undefined : boundsOf(edge)
      return [bounds?.first, bounds?.last]
    })
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...DAYS), { minLength: 1, maxLength: 6 }), moments, fc.integer({ min: -900, max: 900 }), (list, published, n) => {
      const [before, after] = [published, published + n * DAY].map(day => timesOf(list.join(' '), iso(day)))
      expect(after?.length).toBe(before?.length)
      before?.forEach((time, i) => {
        const other = after?.[i]
        if (!other) return
        expect([other.value === time.value || n !== 0, other.policy, other.known]).toEqual([true, time.policy, time.known])
        const moved = edges(time).map((edge, k) => {
          const to = edges(other)[k]
          return edge && to ? (Date.parse(to) - Date.parse(edge)) / DAY : (edge ?? to ?? undefined)
        })
        for (const days of moved) if (days !== undefined) expect(days, JSON.stringify(time.when)).toBe(time.known === 'stated' ? 0 : n)
      })
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
