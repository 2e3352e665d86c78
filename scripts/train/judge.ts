import type { Paper } from '../../gold/polnear.ts'
import { sameTold } from '../../gold/relation.ts'
import { weighOffers, worthOf } from '../../src/attribution/tagger/judge.ts'
import type { Offer, Scene } from '../../src/attribution/tagger/offers.ts'
import { shapeOf, type Shape } from '../../src/attribution/tagger/shape.ts'
import { TRAITS, writeTraits } from '../../src/attribution/tagger/traits.ts'
import type { RawPass } from '../../src/attribution/tagger/weights.ts'
import type { WordWeights } from '../../src/attribution/tagger/words.ts'
import type { Forest } from '../../src/attribution/tagger/forest.ts'
import { MOST_WEIGHED, writeWorth } from '../../src/attribution/tagger/worth.ts'
import { learnForest } from './forest.ts'
import { learnWords, learnWorth, type Case } from './worth.ts'

/** A paper as a first pass sees it that was trained without it: its part of the papers, and a case per offer, in their order. */
export interface Seen {
  readonly part: number
  readonly scene: Scene
  readonly cases: ReadonlyMap<Offer, Case & { readonly shape: Shape }>
}

/** Lays the offers of a scene out for learning. */
export function seePaper(paper: Paper, scene: Scene, part: number): Seen {
  const room = new Int32Array(MOST_WEIGHED)
  const cases = new Map<Offer, Case & { shape: Shape }>()
  weighOffers(scene, (_, offer, beside) => {
    const shape = shapeOf(scene, offer)
    const hashes = room.slice(0, writeWorth(scene, offer, shape, beside, room))
    cases.set(offer, { hashes, shape, right: isRight(paper, offer) })
    return { shape, worth: 0 }
  })
  return { part, scene, cases }
}

function isRight(paper: Paper, { cue, relation }: Offer): boolean {
  const { source, content } = relation
  const told = { source: source ? [source.span] : [], cue: [cue.span], content: content.map(one => one.span) }
  return paper.relations.some(label => sameTold(told, label))
}

/** Learns to tell right offers from wrong: by their words from all papers, by numbers from what the words say where they were learnt without the paper's part. */
export function learnJudge(seen: readonly Seen[], parts: number): { worth: RawPass; forest: Forest } {
  const casesOf = (papers: readonly Seen[]): Case[] => papers.flatMap(one => [...one.cases.values()])
  const passes = Array.from({ length: parts }, (_, part) => learnWords(casesOf(seen.filter(one => one.part !== part))))
  const count = seen.reduce((sum, one) => sum + one.scene.offers.length, 0)
  const numbers = new Float64Array(count * TRAITS)
  const right = new Uint8Array(count)
  let row = 0
  for (const one of seen) {
    const pass = passes[one.part]
    if (pass) row = writeRows(one, pass, numbers, right, row)
  }
  return { worth: learnWorth(casesOf(seen)), forest: learnForest({ numbers: numbers.subarray(0, row * TRAITS), width: TRAITS, right: right.subarray(0, row) }) }
}

/** A row of numbers for each offer but those of the layout, which are not judged. */
function writeRows({ scene, cases }: Seen, words: WordWeights, numbers: Float64Array, right: Uint8Array, from: number): number {
  const worth = worthOf(words)
  const all = weighOffers(scene, (_, offer) => {
    const one = cases.get(offer)
    if (!one) throw new RangeError('an offer without a case')
    return { shape: one.shape, worth: worth(one.hashes.slice(), one.hashes.length) }
  })
  let row = from
  all.forEach(({ offer }, k) => {
    if (offer.change === 'layout') return
    writeTraits(scene, all, k, numbers, row * TRAITS)
    right[row++] = cases.get(offer)?.right ? 1 : 0
  })
  return row
}
