import { contentHash } from '../form.ts'
import type { Pair, Relation } from './pair.ts'

/** A quotation of this many words given to two persons. */
const RUN = 7
/** From this length on whatever stands around them; a shorter run may be a common phrase. */
const LONG = 10
/** Days between two tellings of one quotation. */
const DAYS = 4

/** Words of a post that carries somebody's words: who posts them is not who says them. */
const POST = ['twitter', 'tweet', 'https'].map(contentHash)

function isPosted({ piece }: Pair['a']): boolean {
  return POST.some(word => piece.words.includes(word))
}

/** One quotation that two reports give to two speakers. */
export function clashSpeakers(pair: Pair): Relation | undefined {
  if (pair.a.piece.quotes.length === 0 || pair.b.piece.quotes.length === 0) return undefined
  if (isPosted(pair.a) || isPosted(pair.b)) return undefined
  if (Math.abs(pair.gap ?? 0) > DAYS || (pair.like.run < LONG && (pair.a.piece.quoted !== pair.b.piece.quoted || pair.like.ofBoth < 0.6))) return undefined
  if (pair.like.run < RUN || pair.like.ofFragment < 0.6 || pair.who !== 'different') return undefined
  const [a, b] = [pair.a.said?.who, pair.b.said?.who]
  if (!pair.a.said?.named || !pair.b.said?.named) return undefined
  if (a?.words.at(-1) === b?.words.at(-1) || !pair.a.said.spoken || !pair.b.said.spoken) return undefined
  if (a?.kind !== 'person' || b?.kind !== 'person' || pair.a.card.report === pair.b.card.report) return undefined
  return {
    kind: 'contradiction',
    type: 'attribution',
    support: 'a',
    why: `one quotation given to ${a.name} and to ${b.name}`,
    rule: 'reconcile/clash/attribution',
  }
}
