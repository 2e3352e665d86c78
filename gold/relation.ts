import { overlaps, type Span } from '#model'

/** What is compared of a relation: all spans of its parts. */
export interface Told {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

function touch(a: readonly Span[], b: readonly Span[]): boolean {
  return (a.length === 0 && b.length === 0) || a.some(x => b.some(y => overlaps(x, y)))
}

/** Intersection over union of the characters of two lists of spans. */
export function likeness(a: readonly Span[], b: readonly Span[]): number {
  const size = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0)
  let both = 0
  for (const x of a) for (const y of b) both += Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0]))
  return both / (size(a) + size(b) - both || 1)
}

/** Relation match: contents overlap by half (intersection over union), cues overlap, sources overlap, or both are absent. */
export function sameTold(a: Told, b: Told): boolean {
  return likeness(a.content, b.content) >= 0.5 && touch(a.cue, b.cue) && touch(a.source, b.source)
}

/** Pairs each of ours with at most one label; returns the indexes of the labels found, -1 where none. */
export function pairTold(ours: readonly Told[], gold: readonly Told[]): number[] {
  const free = new Set(gold.keys())
  return ours.map(one => {
    for (const at of free) {
      const label = gold[at]
      if (label && sameTold(one, label)) {
        free.delete(at)
        return at
      }
    }
    return -1
  })
}
