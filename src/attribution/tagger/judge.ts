import type { Reading, Token } from '#model'
import { askForest } from './forest.ts'
import type { Offer, Scene } from './offers.ts'
import { shapeOf } from './shape.ts'
import { TRAITS, writeTraits, type Weighed } from './traits.ts'
import type { Judge } from './weights.ts'
import { weighWords, type WordWeights } from './words.ts'
import { MOST_WEIGHED, writeWorth, type Beside } from './worth.ts'

/** Gives an offer log odds by its words; the hashes are used up. */
export type Worth = (hashes: Int32Array, count: number) => number

/** Weighs words by the judge's first half. */
export function worthOf(words: WordWeights): Worth {
  return (hashes, count) => weighWords(words, hashes, count)
}

/** The offers of a scene in groups whose cues share units, of which one at most can be right. */
export function groupOffers(offers: readonly Offer[]): Offer[][] {
  const groups: Offer[][] = []
  let end = -1
  for (const offer of offers) {
    const last = groups.at(-1)
    if (last && offer.cue.low < end) last.push(offer)
    else groups.push([offer])
    end = Math.max(end, offer.cue.high)
  }
  return groups
}

/** All offers of a scene with what is known of each, in their order. */
export function weighOffers(scene: Scene, worth: (scene: Scene, offer: Offer, beside: Beside) => Pick<Weighed, 'shape' | 'worth'>): Weighed[] {
  return groupOffers(scene.offers).flatMap((rivals, group, groups) => {
    const beside = { before: groups[group - 1]?.[0], after: groups[group + 1]?.[0] }
    return rivals.map(offer => ({ offer, beside, group, ...worth(scene, offer, beside) }))
  })
}

/** An offer with the log odds that it is right. */
export interface Judged {
  readonly offer: Offer
  readonly odds: number
}

/** The best offer of each group; one that the best labels do not make must be ahead by `lead` in log odds. */
export function judgeScene(scene: Scene, judge: Judge, lead = 0): Judged[] {
  const room = new Int32Array(MOST_WEIGHED)
  const worth = worthOf(judge.worth)
  const all = weighOffers(scene, (_, offer, beside) => {
    const shape = shapeOf(scene, offer)
    return { shape, worth: worth(room, writeWorth(scene, offer, shape, beside, room)) }
  })
  const numbers = new Float64Array(TRAITS)
  const best: Judged[] = []
  let group = -1
  let most = -Infinity
  all.forEach((weighed, k) => {
    const { offer } = weighed
    if (weighed.worth >= HOPELESS) writeTraits(scene, all, k, numbers, 0)
    const odds = offer.change === 'layout' ? CERTAIN : weighed.worth < HOPELESS ? weighed.worth : askForest(judge.questions, numbers, 0)
    const value = odds + (offer.behind === 0 && offer.change !== 'subject' && offer.change !== 'source' ? lead : 0)
    if (weighed.group !== group) best.push({ offer, odds })
    else if (value > most) best[best.length - 1] = { offer, odds }
    most = weighed.group !== group ? value : Math.max(most, value)
    group = weighed.group
  })
  return best
}

/** The log odds of what the layout says, and those by words below which no number helps. */
const CERTAIN = 9
const HOPELESS = -4

/** How many readings before one may share its content. */
const BEHIND = 4

/** Where two cues are given one content, neither stands in the other's and no "and" joins them, the likelier reading alone: "told them this morning that …". */
export function likelier({ tokens }: Reading, judged: readonly Judged[]): Judged[] {
  const kept: Judged[] = []
  for (const one of judged) {
    const rival = kept.slice(-BEHIND).find(other => sharesContent(one.offer, other.offer) && !isJoined(tokens, other.offer.cue.to, one.offer.cue.from))
    if (!rival) kept.push(one)
    else if (one.odds > rival.odds) kept[kept.indexOf(rival)] = one
  }
  return kept
}

function isJoined(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(token => token.lower === 'and' || token.lower === 'or')
}

function sharesContent(a: Offer, b: Offer): boolean {
  const holds = (offer: Offer, cue: Offer['cue']): boolean => offer.relation.content.some(part => part.from <= cue.from && cue.to <= part.to)
  const shared = a.relation.content.some(x => b.relation.content.some(y => x.from < y.to && y.from < x.to))
  return shared && !holds(a, b.cue) && !holds(b, a.cue)
}
