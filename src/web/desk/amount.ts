import type { Figure } from '#model'
import { count, say, tongue } from './words.svelte.ts'

type Amount = Pick<Figure, 'low' | 'high' | 'bound' | 'unit'>

function number(value: number, unit: string): string {
  if (unit === 'percent') return new Intl.NumberFormat(tongue(), { style: 'percent', maximumFractionDigits: 6 }).format(value / 100)
  return count(value)
}

/** The number of a figure in words, with its bound: 'at least 40', '30 to 40'. Nothing is rounded, and nothing is filled in. */
export function amountInWords({ low, high, bound, unit }: Amount): string {
  if (low === null && high === null) return say('amount.none')
  if (low !== null && high !== null && low !== high) return say('amount.range', { low: number(low, unit), high: number(high, unit) })
  const n = number(low ?? high ?? 0, unit)
  if (bound === 'exact') return n
  if (bound === 'about') return say('amount.about', { n })
  if (bound === 'over') return say('amount.over', { n })
  if (bound === 'at-least') return say('amount.at-least', { n })
  if (bound === 'under') return say('amount.under', { n })
  return say('amount.at-most', { n })
}

/** What a figure counts, in the report's words where it has them. */
export function countedBy(figure: { readonly of?: string | undefined; readonly unit: string }): string {
  return figure.of ?? (figure.unit === 'percent' ? '' : figure.unit)
}
