import { expect, test } from 'vitest'
import { formatDay } from '../../src/time/calendar.ts'
import { FEASTS } from '../../src/time/feast.ts'

const on = (id: string, year: number): string => {
  const day = FEASTS.find(feast => feast.id === id)?.in(year)
  return day === undefined ? 'none' : formatDay(day)
}

test.each([
  ['easter', 2024, '2024-03-31'],
  ['easter', 2025, '2025-04-20'],
  ['easter', 1961, '1961-04-02'],
  ['easter', 2038, '2038-04-25'],
  ['orthodox-easter', 2024, '2024-05-05'],
  ['orthodox-easter', 2025, '2025-04-20'],
  ['good-friday', 2023, '2023-04-07'],
  ['thanksgiving', 2012, '2012-11-22'],
  ['labor-day', 2019, '2019-09-02'],
  ['memorial-day', 2021, '2021-05-31'],
  ['ramadan', 2025, '2025-03-01'],
  ['eid-al-adha', 2024, '2024-06-16'],
  ['rosh-hashanah', 2024, '2024-10-03'],
  ['passover', 2025, '2025-04-13'],
  ['purim', 2024, '2024-03-24'],
  ['hanukkah', 2023, '2023-12-08'],
  ['lunar-new-year', 2025, '2025-01-29'],
  ['mid-autumn', 2024, '2024-09-17'],
])('%s %i is %s', (id, year, day) => {
  expect(on(id, year)).toBe(day)
})

test('beyond the tables of a calendar there is no guess', () => {
  expect(on('ramadan', 1700)).toBe('none')
})
