import { LABELS } from '../../src/attribution/tagger/labels.ts'
import type { RawPass } from '../../src/attribution/tagger/weights.ts'
import type { Crf } from './crf.ts'
import type { Dictionary } from './prepare.ts'

/** The largest weight kept, in units of a score: what lies past it is cut to it. */
const LARGEST = 1.5

/** Keeps the `most` features with the largest weights, the commonest first, and makes each weight a small integer. */
export function packPass(crf: Pick<Crf, 'weights' | 'edges'>, dictionary: Dictionary, features: Int32Array, most: number): RawPass {
  const seen = new Uint32Array(dictionary.size)
  for (const feature of features) seen[feature] = (seen[feature] ?? 0) + 1
  const hashes = dictionary.hashes()
  const size = Float32Array.from({ length: dictionary.size }, (_, i) => {
    let largest = 0
    for (let y = 0; y < LABELS; y++) largest = Math.max(largest, Math.abs(crf.weights[i * LABELS + y] ?? 0))
    return largest
  })
  const scale = LARGEST / 127
  const sorted = Float32Array.from(size).sort()
  const least = Math.max(scale, sorted[Math.max(0, sorted.length - most)] ?? 0)
  const kept = Array.from(size.keys())
    .filter(i => (size[i] ?? 0) >= least)
    .sort((a, b) => (seen[b] ?? 0) - (seen[a] ?? 0) || (hashes[a] ?? 0) - (hashes[b] ?? 0))
  const rows = new Int8Array(kept.length * LABELS)
  kept.forEach((from, to) => {
    for (let y = 0; y < LABELS; y++) rows[to * LABELS + y] = Math.max(-127, Math.min(127, Math.round((crf.weights[from * LABELS + y] ?? 0) / scale)))
  })
  return { scale, edges: Float32Array.from(crf.edges), hashes: Uint32Array.from(kept, i => hashes[i] ?? 0), rows }
}
