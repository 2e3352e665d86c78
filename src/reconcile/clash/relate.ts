import { overlaps, type Span } from '#model'
import type { Card } from '../card.ts'
import { judgeKinship } from '../lineage/compare.ts'
import { commonTopic, compareTopics } from '../lineage/topic.ts'
import { compareQuotes, compareWords } from '../say/likeness.ts'
import { placeOf, type Place } from '../place.ts'
import { meet } from '../say/meet.ts'
import { LOOSE, matterOf, type Piece } from '../say/pieces.ts'
import { compareWho } from '../who.ts'
import { clashSpeakers } from './attribution.ts'
import { findCorroboration } from './corroborate.ts'
import { clashDates } from './date.ts'
import { clashDeeds } from './deed.ts'
import { findDenial } from './denial.ts'
import { clashFigures } from './figure.ts'
import { dayTold, type Pair, type Relation, type Told } from './pair.ts'
import { clashStates } from './state.ts'

/** A relation between two places: `support` and `against` as the rule orders them. */
export interface Tie extends Omit<Relation, 'support' | 'spanA' | 'spanB'> {
  readonly support: Place
  readonly against: Place
}

const RULES = [clashSpeakers, clashFigures, clashDates, clashDeeds, clashStates, findDenial, findCorroboration]

function told(card: Card, piece: Piece): Told {
  return { card, piece, said: card.said[piece.statement] }
}

function pairOf(a: Told, b: Told, topic: ReadonlySet<number>, alike: number): Pair {
  const [dayA, dayB] = [dayTold(a), dayTold(b)]
  return {
    a,
    b,
    topic: alike,
    like: { ...compareWords(matterOf(a.piece), matterOf(b.piece), topic), ...compareQuotes(a.piece, b.piece) },
    elsewhere: a.piece.capitals.some(word => !b.piece.words.includes(word)) && b.piece.capitals.some(word => !a.piece.words.includes(word)),
    names: a.piece.names.filter(name => b.piece.names.includes(name)).length,
    who: compareWho(a.said?.who, b.said?.who),
    gap: dayA === undefined || dayB === undefined ? undefined : dayB - dayA,
  }
}

function endOf({ card, piece }: Told, span: Span | undefined): Place {
  return placeOf(card, span ?? piece.span, piece.statement, `${String(piece.span[0])}-${String(piece.span[1])}`)
}

function tieOf(pair: Pair, found: Relation): Tie {
  const [a, b] = [endOf(pair.a, found.spanA), endOf(pair.b, found.spanB)]
  const { kind, type, why, rule } = found
  return { kind, ...(type && { type }), why, rule, support: found.support === 'a' ? a : b, against: found.support === 'a' ? b : a }
}

/** What the pieces of two reports, or of one with itself, are to each other. Copies are held against nothing: their words are one telling. */
export function relate(a: Card, b: Card): Tie[] {
  if (a !== b && ['exact', 'near', 'wire'].includes(judgeKinship(a.kin, b.kin)?.kind ?? '')) return []
  const topic = commonTopic(a.topic, b.topic)
  const alike = compareTopics(a.topic, b.topic)
  return meet(a, b).flatMap(([x, y]) => {
    if (x.statement === LOOSE || y.statement === LOOSE || (a === b && overlaps(x.span, y.span))) return []
    const pair = pairOf(told(a, x), told(b, y), topic, alike)
    for (const rule of RULES) {
      const found = rule(pair)
      if (found) return [tieOf(pair, found)]
    }
    return []
  })
}
