import edtf from 'edtf'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boundsOf,
  boundsOfWhen,
  byWhen,
  compareWhen,
  formatEdtf,
  intersects,
  lastDayOf,
  parseEdtf,
  type Edtf,
  type EdtfDate,
  type EdtfStretch,
  type EdtfValue,
  type When,
} from '#model'

const as = (text: string): Edtf => text as Edtf
const when = (start?: string, end?: string): When => ({ ...(start && { start: as(start) }), ...(end && { end: as(end) }) })

const qualifier = fc.constantFrom(undefined, '?', '~', '%')
const date: fc.Arbitrary<EdtfDate> = fc
  .record({
    year: fc.integer({ min: -9999, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    grain: fc.integer({ min: 1, max: 3 }),
    qualifier,
  })
  .map(({ year, month, day, grain, qualifier: mark }) => ({
    kind: 'date',
    year,
    ...(grain > 1 && { month }),
    ...(grain > 2 && { day: Math.min(day, lastDayOf(year, month)) }),
    ...(mark && { qualifier: mark as '?' }),
  }))
const stretch: fc.Arbitrary<EdtfStretch> = fc
  .record({ from: fc.option(date), to: fc.option(date) })
  .map(({ from, to }) => ({ kind: 'stretch', ...(from && { from }), ...(to && { to }) }))
const set: fc.Arbitrary<EdtfValue> = fc
  .record({ of: fc.constantFrom('one', 'all'), members: fc.array(fc.oneof(date, stretch), { minLength: 1, maxLength: 4 }) })
  .map(one => ({ kind: 'set', ...one }) as EdtfValue)
const value: fc.Arbitrary<EdtfValue> = fc.oneof(date, set)
const whens: fc.Arbitrary<When> = fc
  .record({ start: fc.option(value), end: fc.option(fc.oneof(value, fc.constant('..' as const))) })
  .filter(({ start, end }) => start !== null || end !== null)
  .map(({ start, end }) => ({ ...(start && { start: formatEdtf(start) }), ...(end && { end: end === '..' ? end : formatEdtf(end) }) }))

describe('parse and format', () => {
  test('what is written is read back', () => {
    fc.assert(
      fc.property(value, one => {
        expect(parseEdtf(formatEdtf(one))).toEqual(one)
      }),
    )
  })
  test.each([
    '2025',
    '2025-03',
    '2025-05-11',
    '2025-03~',
    '[2025-05-03..2025-05-09]',
    '[..2025-05-12]',
    '[2025-05-12..]',
    '[2019-04-05,2019-05-04]',
    '201X',
    '19XX',
    '2025-XX',
    '2025-03-XX',
    '2025-21',
    '2025-W19',
    'Y17000',
    '-0044-03-15',
    '{1960,1961-12}',
  ])('%s is read and written', text => {
    const read = parseEdtf(text)
    expect(read && formatEdtf(read)).toBe(text)
  })
  test.each([
    '',
    '..',
    '2025-02-31',
    '2025-13',
    '2025-00',
    '2023-02-29',
    '25-03',
    '2025-3-1',
    '[2025',
    '2025]',
    '[2025-02-30..]',
    '2025-W54',
    'yesterday',
    '2025-03-01T25',
    '2X2X',
    '[]',
  ])('%s is not', text => {
    expect(parseEdtf(text)).toBeUndefined()
  })
})

describe('bounds', () => {
  test('of sets: first day of the first, last day of the last', () => {
    expect(boundsOf(as('[2025-05-03..2025-05-09]'))).toEqual({ first: '2025-05-03', last: '2025-05-09' })
    expect(boundsOf(as('[..2025-05]'))).toEqual({ first: null, last: '2025-05-31' })
    expect(boundsOf(as('[2019-04-05,2019-05-04]'))).toEqual({ first: '2019-04-05', last: '2019-05-04' })
  })
  test('of decades, seasons and ISO weeks', () => {
    expect(boundsOf(as('201X'))).toEqual({ first: '2010-01-01', last: '2019-12-31' })
    expect(boundsOf(as('2024-24'))).toEqual({ first: '2024-12-01', last: '2025-02-28' })
    expect(boundsOf(as('2025-W01'))).toEqual({ first: '2024-12-30', last: '2025-01-05' })
    expect(boundsOf(as('2020-W53'))).toEqual({ first: '2020-12-28', last: '2021-01-03' })
  })
  test('of a when run from its start to its end', () => {
    expect(boundsOfWhen(when('2025-03', '..'))).toEqual({ first: '2025-03-01', last: null })
    expect(boundsOfWhen(when(undefined, '2025-03'))).toEqual({ first: null, last: '2025-03-31' })
  })
  test('of a date agree with the edtf package', () => {
    fc.assert(
      fc.property(date, one => {
        const text = formatEdtf({ ...one, year: (Math.abs(one.year) % 8999) + 1 })
        if (!parseEdtf(text)) return
        const other = edtf(text) as { min: number; max: number }
        const day = (time: number): string => new Date(time).toISOString().slice(0, 10)
        expect(boundsOf(text)).toEqual({ first: day(other.min), last: day(other.max) })
      }),
    )
  })
})

describe('comparing', () => {
  test('by what is sure', () => {
    expect(compareWhen(when('2025-03-01'), when('2025-03-02'))).toBe('before')
    expect(compareWhen(when('2025-04'), when('2025-03'))).toBe('after')
    expect(compareWhen(when('2025-03-01'), when('2025-03-01'))).toBe('overlaps')
    expect(compareWhen(when('2025-03-01'), when('2025-03'))).toBe('unknown')
    expect(compareWhen(when('2025-03-01'), when('2025-02', '2025-04'))).toBe('overlaps')
    expect(compareWhen(when('[..2025-05-12]'), when('2025-05-13'))).toBe('before')
    expect(compareWhen(when('2025-01', '..'), when('2026'))).toBe('unknown')
    expect(compareWhen(when('rubbish'), when('2026'))).toBe('unknown')
  })
  test('turned round it gives the turned answer', () => {
    const turned = { before: 'after', after: 'before', overlaps: 'overlaps', unknown: 'unknown' }
    fc.assert(
      fc.property(whens, whens, (a, b) => {
        expect(compareWhen(b, a)).toBe(turned[compareWhen(a, b)])
      }),
    )
  })
  test('what is wholly before does not intersect', () => {
    fc.assert(
      fc.property(whens, whens, (a, b) => {
        expect(intersects(a, b)).toBe(!['before', 'after'].includes(compareWhen(a, b)))
      }),
    )
  })
  test('the order of a timeline is one', () => {
    const sign = (n: number): number => Math.sign(n) + 0
    fc.assert(
      fc.property(whens, whens, whens, (a, b, c) => {
        expect(sign(byWhen(a, b))).toBe(sign(-byWhen(b, a)))
        if (byWhen(a, b) <= 0 && byWhen(b, c) <= 0) expect(byWhen(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

test('any text is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect([undefined, 'object']).toContain(parseEdtf(text) && 'object')
    }),
  )
  expect(parseEdtf('2'.repeat(1_000_000))).toBeUndefined()
  expect(parseEdtf(`[${'2025,'.repeat(200_000)}2025]`)).toBeDefined()
})
