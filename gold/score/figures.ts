import { overlaps, type Figure } from '#model'
import { hasShared, scoreRecords, type Score, type Scorer } from './frame.ts'

function sameNumbers(ours: Figure, gold: Figure): boolean {
  return overlaps(ours.span, gold.span) && ours.low === gold.low && ours.high === gold.high
}

function run(): Score[] {
  if (!hasShared()) return []
  return [
    ...scoreRecords(
      'figures: low, high and class',
      a => a.figures,
      (ours, gold) => sameNumbers(ours, gold) && ours.class === gold.class,
      82,
    ),
    ...scoreRecords('figures: numbers alone', a => a.figures, sameNumbers, 90),
    ...scoreRecords(
      'figures: found',
      a => a.figures,
      (ours, gold) => overlaps(ours.span, gold.span),
    ),
    ...scoreRecords(
      'indicators: found',
      a => a.indicators,
      (ours, gold) => overlaps(ours.span, gold.span),
      50,
    ),
    ...scoreRecords(
      'indicators: trend',
      a => a.indicators,
      (ours, gold) => overlaps(ours.span, gold.span) && ours.trend === gold.trend,
    ),
  ]
}

export const scorer: Scorer = { name: 'figures', run }
