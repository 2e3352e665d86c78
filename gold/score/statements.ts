import { overlaps, type Span, type Statement } from '#model'
import { f1, hasShared, readLabelled, scoreRecords, type Score, type Scorer } from './frame.ts'

/** Intersection over union of the characters of two lists of spans. */
export function likeness(a: readonly Span[], b: readonly Span[]): number {
  const size = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0)
  let both = 0
  for (const x of a) for (const y of b) both += Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0]))
  return both / (size(a) + size(b) - both || 1)
}

function touch(a: Span | undefined, b: Span | undefined): boolean {
  return a && b ? overlaps(a, b) : a === b
}

/** Relation match: contents overlap by half, cues overlap, sources overlap or both are absent. */
export function sameRelation(a: Pick<Statement, 'content' | 'cue' | 'source'>, b: Pick<Statement, 'content' | 'cue' | 'source'>): boolean {
  return likeness(a.content, b.content) >= 0.5 && touch(a.cue, b.cue) && touch(a.source, b.source)
}

function chains(): Score[] {
  let matched = 0
  let right = 0
  for (const { ours, gold } of readLabelled()) {
    for (const label of gold.statements) {
      const found = ours.statements.find(one => sameRelation(one, label))
      if (!found) continue
      matched++
      if (found.chain.map(link => link.as).join() === label.chain.map(link => link.as).join()) right++
    }
  }
  const { precision } = f1(right, matched, matched)
  return [{ set: 'labelled reports', measure: 'chains of matched statements', value: precision, target: 80, detail: `${String(right)} of ${String(matched)}` }]
}

export const scorer: Scorer = {
  name: 'statements',
  run: () => (hasShared() ? [...scoreRecords('statements, relation F1', a => a.statements, sameRelation, 80), ...chains()] : []),
}
