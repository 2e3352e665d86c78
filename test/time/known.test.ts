import { describe, expect, test } from 'vitest'
import { POLICIES } from '#time'
import type { When } from '#model'
import { timesOf } from './times.ts'

const when = (start: string, end?: string): When => ({ start, ...(end && { end }) }) as When

describe('a case of its own', () => {
  const periods = [
    { name: 'the first phase', aliases: ['phase one'], when: when('2025-01-19', '2025-03-18') },
    { name: 'the Salt War', when: when('2024-02-01', '..') },
  ]
  test('names periods', () => {
    expect(timesOf('Nobody was freed in the first phase or after Phase One.', undefined, { periods }).map(time => [time.rule, time.when])).toEqual([
      ['time/period', when('2025-01-19', '2025-03-18')],
      ['time/period', when('2025-01-19', '2025-03-18')],
    ])
  })
  test('counts days of a named period from its start', () => {
    const times = timesOf('On the 471st day of the Salt War a convoy came.', undefined, { periods })
    expect(times[0]).toMatchObject({ value: '2025-05-16', policy: 'counted' })
  })
  test('changes a policy, and the change shows', () => {
    const policies = [{ id: 'recent-days', low: 1, high: 10 }]
    expect(timesOf('Many fled in recent days.', undefined, { policies })[0]?.when?.start).toBe('[2025-05-02..2025-05-11]')
    expect(timesOf('Many fled in recent days.')[0]?.when?.start).toBe('[2025-05-05..2025-05-11]')
  })
})

test('every policy that a time names has a row with its source', () => {
  const known = new Set(POLICIES.map(policy => policy.id))
  const text =
    'They met on Friday. They will meet on Monday. It rose in March, last month and in recent weeks. It has been shut for nearly ten weeks. On 31 April it was Easter, and 04/05/2019. Three days later it rained; on the third day of it they left. Nobody knows now, soon or recently. It may open in the next few days, this year or in the summer. On May 3 and 1/2/99 he came.'
  for (const published of ['2025-05-12', null])
    for (const { policy } of timesOf(text, published)) expect(policy === undefined || known.has(policy), policy).toBe(true)
  expect(POLICIES.every(policy => policy.source !== '' && policy.about !== '')).toBe(true)
})
