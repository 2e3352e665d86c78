import { readFileSync } from 'node:fs'
import { analyse } from '#analyse'
import { NOTHING_KNOWN, overlaps, type Analysis, type Span } from '#model'
import { makeReport } from '#read'
import { placeOf } from './own.ts'
import { f1, type Score } from './score/frame.ts'

/** Rules may be tuned on the one half; nobody looks at the faults of the other. */
export type Half = 'tune' | 'unseen'

/** Counts of one kind of record over a half: right, found, labelled. */
export type Counts = [right: number, found: number, labelled: number]

/** A labelled passage of our own with what we find in it. */
export type Passage<T> = T & { readonly text: string; readonly ours: Analysis }

/** The passages of a half of `gold/FOLDER`, analysed as reports of one day. */
export function readPassages<T>(folder: string, half: Half): Passage<T>[] {
  return readFileSync(new URL(`./${folder}/${half}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => {
      const passage = JSON.parse(line) as T & { text: string }
      return { ...passage, ours: analyse(makeReport({ text: passage.text, publisher: 'Example Wire', published: '2025-05-12' }), NOTHING_KNOWN) }
    })
}

/** Whether a record's span lies on the labelled words. */
export function liesOn(text: string, span: Span, words: string): boolean {
  return overlaps(span, placeOf(text, words, 0))
}

const strip = (name: string): string => name.toLowerCase().replace(/^(?:the|a|an|its|his|her|their) /, '')

/** Whether one of the actors has the labelled name, or the one name holds the other ("pilots", "Skyward Air's pilots"); nobody and no name agree. */
export function isNamed(analysis: Analysis, ids: readonly string[], names: readonly string[]): boolean {
  if (ids.length === 0 || names.length === 0) return ids.length === names.length
  const wanted = names.map(strip)
  const own = analysis.actors.filter(one => ids.includes(one.id)).flatMap(one => [one.name, ...one.names].map(strip))
  return own.some(name => wanted.some(label => name.includes(label) || label.includes(name)))
}

/** Pairs each of ours with one label at most, and adds to the counts. */
export function countPairs<O, G>(ours: readonly O[], gold: readonly G[], match: (ours: O, gold: G) => boolean, into: Counts): void {
  const left = [...gold]
  for (const one of ours) {
    const at = left.findIndex(label => match(one, label))
    if (at < 0) continue
    left.splice(at, 1)
    into[0]++
  }
  into[1] += ours.length
  into[2] += gold.length
}

/** A row of the scores. */
export function passageRow(half: Half, measure: string, [right, found, labelled]: Counts): Score {
  const { precision, recall, f1: value } = f1(right, found, labelled)
  const detail = `P ${precision.toFixed(1)} R ${recall.toFixed(1)} (${String(right)} right, ${String(found)} found, ${String(labelled)} labelled)`
  return { set: `own passages, ${half} half`, measure, value, detail }
}
