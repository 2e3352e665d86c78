import { overlaps, type Span } from '#model'
import type { Card } from '../card.ts'
import { judgeKinship } from '../lineage/compare.ts'
import { compareTopics } from '../lineage/topic.ts'
import { likenessOf, type Agreement, type Likeness } from '../say/likeness.ts'
import { placeOf, type Place } from '../place.ts'
import type { Met } from '../say/meet.ts'
import { LOOSE, type Piece } from '../say/pieces.ts'
import { compareWho, type Sameness } from '../who.ts'
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

/** A pair whose comparisons are made when a rule first asks for them: most rules turn away by what is at hand. */
class HeldPair implements Pair {
  readonly a: Told
  readonly b: Told
  readonly topic: number
  private readonly matter: Agreement
  private likeness: Likeness | undefined
  private sameness: Sameness | undefined

  constructor(a: Told, b: Told, matter: Agreement, topic: number) {
    this.a = a
    this.b = b
    this.matter = matter
    this.topic = topic
  }

  get like(): Likeness {
    return (this.likeness ??= likenessOf(this.matter, this.a.piece, this.b.piece))
  }

  get elsewhere(): boolean {
    const [a, b] = [this.a.piece, this.b.piece]
    return a.capitals.some(word => !b.words.includes(word)) && b.capitals.some(word => !a.words.includes(word))
  }

  get names(): number {
    return this.a.piece.names.filter(name => this.b.piece.names.includes(name)).length
  }

  get who(): Sameness {
    return (this.sameness ??= compareWho(this.a.said?.who, this.b.said?.who))
  }

  get gap(): number | undefined {
    const [a, b] = [dayTold(this.a), dayTold(this.b)]
    return a === undefined || b === undefined ? undefined : b - a
  }
}

/** The least weight of words in common for which a rule has a use, where neither quotations nor dated deeds meet. */
const LEAST = 1

function tellsNothing({ a, b, matter }: Met): boolean {
  return matter.shared < LEAST && (a.quotes.length === 0 || b.quotes.length === 0) && (a.deeds.length === 0 || b.deeds.length === 0)
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
export function relate(a: Card, b: Card, met: readonly Met[]): Tie[] {
  if (a !== b && ['exact', 'near', 'wire'].includes(judgeKinship(a.kin, b.kin)?.kind ?? '')) return []
  const alike = compareTopics(a.topic, b.topic)
  return met.flatMap(one => {
    const { a: x, b: y, matter } = one
    if (tellsNothing(one) || x.statement === LOOSE || y.statement === LOOSE || (a === b && overlaps(x.span, y.span))) return []
    const pair = new HeldPair(told(a, x), told(b, y), matter, alike)
    for (const rule of RULES) {
      const found = rule(pair)
      if (found) return [tieOf(pair, found)]
    }
    return []
  })
}
