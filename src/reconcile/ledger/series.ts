import type { Analysis, Figure, Id } from '#model'
import { dayName, daysOf } from '../days.ts'

/** One value of a series, where it stands. */
export interface Point {
  readonly report: Id<'report'>
  readonly figure: Id<'figure'>
  readonly day: string
  readonly low: number | null
  readonly high: number | null
  readonly bound: Figure['bound']
}

/** The values that one provider gives for one definition, over time. Two providers, or two definitions, are two series: nothing is summed, averaged or overwritten. */
export interface Series {
  /** null: no provider is named, and the publisher tells it in its own voice. */
  readonly provider: string | null
  readonly publisher: string | null
  readonly class: Figure['class']
  readonly unit: string
  readonly of?: string
  readonly population?: string
  readonly lumps?: readonly string[]
  readonly points: readonly Point[]
}

/** Figures as series, in the order of their definitions. Figures without any day stand at the day of publication; undated ones are left out. */
export function seriesOfFigures(analyses: readonly Analysis[]): Series[] {
  const found = new Map<string, Omit<Series, 'points'> & { points: Point[] }>()
  for (const { report, figures, actors } of analyses)
    for (const figure of figures) {
      const day = daysOf(figure.asOf)?.[1] ?? daysOf(figure.period?.start)?.[1] ?? daysOf(report.published)?.[0]
      if (day === undefined) continue
      const provider = actors.find(actor => actor.id === figure.provider)?.name ?? null
      const publisher = provider === null ? report.publisher : null
      const { class: kind, unit, of, population, lumps } = figure
      const key = JSON.stringify([kind, unit, of ?? '', population ?? '', lumps ?? [], provider, publisher])
      const series = found.get(key) ?? {
        provider,
        publisher,
        class: kind,
        unit,
        ...(of !== undefined && { of }),
        ...(population !== undefined && { population }),
        ...(lumps && { lumps }),
        points: [],
      }
      series.points.push({ report: report.id, figure: figure.id, day: dayName(day), low: figure.low, high: figure.high, bound: figure.bound })
      found.set(key, series)
    }
  return [...found.keys()].sort().flatMap(key => {
    const series = found.get(key)
    return series ? [{ ...series, points: series.points.sort((a, b) => (a.day + a.figure < b.day + b.figure ? -1 : 1)) }] : []
  })
}
