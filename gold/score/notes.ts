import { overlaps, type Analysis, type Note } from '#model'
import { hasShared, readLabelled, scoreRecords, type Score, type Scorer } from './frame.ts'

/** Notes that a program can raise: a coder's own doubts are for people. */
function raisable(analysis: Analysis): Note[] {
  return analysis.notes.filter(note => note.code !== 'annotator-doubt')
}

function samePlace(ours: Note, gold: Note): boolean {
  return ours.spans.some(span => gold.spans.some(other => overlaps(span, other)))
}

/** How many of each code were raised, were labelled, and agree in place. */
function byCode(): Score[] {
  const codes = new Map<string, [right: number, found: number, labelled: number]>()
  for (const { ours, gold } of readLabelled()) {
    const golds = raisable(gold)
    for (const note of golds) count(codes, note.code, 2)
    for (const note of raisable(ours)) {
      count(codes, note.code, 1)
      const at = golds.findIndex(other => other.code === note.code && samePlace(note, other))
      if (at < 0) continue
      golds.splice(at, 1)
      count(codes, note.code, 0)
    }
  }
  return [...codes].sort().map(([code, [right, found, labelled]]) => ({
    set: 'labelled reports',
    measure: `notes, ${code}`,
    value: labelled === 0 ? 0 : (200 * right) / (found + labelled),
    detail: `${String(right)} right, ${String(found)} found, ${String(labelled)} labelled`,
  }))
}

function count(codes: Map<string, [number, number, number]>, code: string, which: 0 | 1 | 2): void {
  const row = codes.get(code) ?? [0, 0, 0]
  row[which]++
  codes.set(code, row)
}

function run(): Score[] {
  if (!hasShared()) return []
  return [
    ...scoreRecords('notes by place', raisable, samePlace, 55),
    ...scoreRecords('notes by code', raisable, (ours, gold) => ours.code === gold.code && samePlace(ours, gold), 35),
    ...byCode(),
  ]
}

export const scorer: Scorer = { name: 'notes', run }
