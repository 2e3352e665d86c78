import type { Calendar } from '#model'
import { dayAt, firstDay } from './dates.ts'

function monthAfter(at: string): string {
  const [year = 0, month = 1] = at.split('-').map(Number)
  return month === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`
}

/** The last day of a bin. */
export function endOfBin(at: string, unit: Calendar['unit']): string {
  if (unit === 'day') return at
  return unit === 'month' ? dayAt((firstDay(monthAfter(at)) ?? 1) - 1) : `${at}-12-31`
}

/** The days that hold nine tenths of all, where they are less than half of the whole time; undefined where nothing needs to be left out. */
export function bulkOf(calendar: Calendar): [first: number, last: number] | undefined {
  const bins = calendar.bins
    .map(bin => ({ from: firstDay(bin.at) ?? 0, to: firstDay(endOfBin(bin.at, calendar.unit)) ?? 0, count: bin.count }))
    .sort((a, b) => a.from - b.from)
  const sum = bins.reduce((n, bin) => n + bin.count, 0)
  let seen = 0
  const near = bins.filter(bin => {
    const before = seen
    seen += bin.count
    return seen > sum * 0.05 && before < sum * 0.95
  })
  const [first] = near
  const whole = Math.max(...bins.map(bin => bin.to)) - (bins[0]?.from ?? 0)
  if (!first) return undefined
  const last = Math.max(...near.map(bin => bin.to))
  return last - first.from > whole / 2 ? undefined : [first.from, last]
}
