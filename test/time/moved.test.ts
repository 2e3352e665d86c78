import { describe, expect, test } from 'vitest'
import { analyse } from '#analyse'
import { datesOf, movedTimes, NOTHING_KNOWN, type Known } from '#model'
import { makeReport } from '#read'

const report = makeReport({
  text: 'The mills of Almery have stood idle for several weeks. On Friday the envoy said a few days would do. Three days later they opened.',
  publisher: 'Example Wire',
  published: '2025-05-12',
})
const with_ = (id: string, low: number, high: number): Known => ({ ...NOTHING_KNOWN, policies: [{ id, low, high }] })
const plain = analyse(report, NOTHING_KNOWN)

describe('what a changed policy moves', () => {
  test('the same known moves nothing', () => {
    expect(movedTimes(datesOf(plain), analyse(report, NOTHING_KNOWN))).toEqual([])
  })

  test('bounds of one policy move the times that it dates, and say from what to what and where', () => {
    const moved = movedTimes(datesOf(plain), analyse(report, with_('several', 4, 5)))
    const times = moved.filter(one => one.kind === 'time')
    expect(times).toHaveLength(1)
    expect(times[0]).toMatchObject({
      policy: 'several',
      from: { start: '[2025-03-10..2025-04-21]', end: '..' },
      to: { start: '[2025-04-07..2025-04-14]', end: '..' },
    })
    expect(report.text.slice(...(times[0]?.sentence ?? [0, 0]))).toBe('The mills of Almery have stood idle for several weeks.')
  })

  test('there and back is the mirror of it', () => {
    const other = analyse(report, with_('several', 4, 5))
    const there = movedTimes(datesOf(plain), other)
    const back = movedTimes(datesOf(other), plain)
    expect(back.map(one => [one.id, one.field, one.from, one.to])).toEqual(there.map(one => [one.id, one.field, one.to, one.from]))
  })

  test('a period that the case names is told as new days', () => {
    const named: Known = { ...NOTHING_KNOWN, periods: [{ name: 'the mills of Almery', when: { start: '2024-01-01' as never } }] }
    const [first] = movedTimes(datesOf(plain), analyse(report, named))
    expect(first).toMatchObject({ kind: 'time', policy: 'period', to: { start: '2024-01-01' } })
    expect(first).not.toHaveProperty('from')
  })
})
