import { overlaps, type Span } from '#model'
import type { Card } from '../card.ts'
import type { Kinship } from '../lineage/compare.ts'
import { compareTopics } from '../lineage/topic.ts'
import { likenessOf, type Agreement, type Likeness } from '../say/likeness.ts'
import { placeOf, type Place } from '../place.ts'
import type { Met } from '../say/meet.ts'
import { LOOSE, type Piece } from '../say/pieces.ts'
import { compareWho, type Sameness } from '../who.ts'
import { clashSpeakers } from './attribution.ts'
import { clashAskers } from './asker.ts'
import { findAgreement, findCorroboration } from './corroborate.ts'
import { clashDates } from './date.ts'
import { clashDeeds } from './deed.ts'
import { findDenial } from './denial.ts'
import { clashFigures } from './figure.ts'
import { dayTold, type Pair, type Relation, type Told } from './pair.ts'
import { clashHours, tellsHour } from './hour.ts'
import { clashTold, TOLD_AXES } from './told.ts'
import { clashStates } from './state.ts'

/** A relation between two places: `support` and `against` as the rule orders them. */
export interface Tie extends Omit<Relation, 'support' | 'spanA' | 'spanB'> {
  readonly support: Place
  readonly against: Place
}

type Rule = (pair: Pair) => Relation | undefined

const RULES: readonly Rule[] = [clashSpeakers, clashFigures, clashDates, clashDeeds, clashStates, findDenial, findCorroboration]

/** Rules for pieces whose words name their matter themselves, and how alike their reports must be. */
const TOLD_RULES: readonly Rule[] = [clashAskers, clashHours, clashTold, findAgreement]
const ALIKE = 0.3

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
  const { kind, type, why, rule, facet } = found
  return { kind, ...(type && { type }), ...(facet && { facet }), why, rule, support: found.support === 'a' ? a : b, against: found.support === 'a' ? b : a }
}

/** More content words than a sentence has: a list, or words of a page run together. */
const MANY = 40

/** Whether two pieces are such that one can be at odds with the other: in one report only what two are said to say. */
function mayClash({ a, b, who }: Pair): boolean {
  if (a.piece.words.length > MANY || b.piece.words.length > MANY) return false
  return a.card !== b.card || (a.said !== undefined && b.said !== undefined && who !== 'same')
}

/** The first of the rules that finds something between two pieces. */
function judge(pair: Pair, rules: readonly Rule[]): Tie[] {
  if (!mayClash(pair)) return []
  for (const rule of rules) {
    const found = rule(pair)
    if (found) return [tieOf(pair, found)]
  }
  return []
}

/** Whether two pieces may be held together: quoted words that nobody is given are not, nor is a piece against itself. */
function mayMeet(x: Piece, y: Piece, one: boolean): boolean {
  return x.statement !== LOOSE && y.statement !== LOOSE && !(one && overlaps(x.span, y.span))
}

/** Pieces that tell a state, or who asked: few in a report, so that each is held against each whatever other words they share. */
function tellersIn({ pieces }: Card): Piece[] {
  return pieces.filter(piece => piece.asker !== undefined || tellsHour(piece) || TOLD_AXES.some(axis => piece.axes[axis] !== undefined))
}

/** Whether two such pieces tell of one and the same axis. */
function tellAlike(x: Piece, y: Piece): boolean {
  return (
    (x.asker !== undefined && y.asker !== undefined) ||
    (tellsHour(x) && tellsHour(y)) ||
    TOLD_AXES.some(axis => (x.axes[axis] ?? 0) * (y.axes[axis] ?? 0) < 0 || (x.statement >= 0 && y.statement >= 0 && x.axes[axis] && y.axes[axis]))
  )
}

const NO_WORDS: Agreement = { shared: 0, ofShorter: 0, ofBoth: 0 }

function relateTold(a: Card, b: Card, topic: number): Tie[] {
  if (topic < ALIKE) return []
  const theirs = tellersIn(b)
  return tellersIn(a).flatMap(x =>
    theirs.flatMap(y => (tellAlike(x, y) && mayMeet(x, y, a === b) ? judge(new HeldPair(told(a, x), told(b, y), NO_WORDS, topic), TOLD_RULES) : [])),
  )
}

function nameOf({ support, against }: Tie): string {
  return [support.node, against.node].sort().join(' ')
}

const COPIES: ReadonlySet<Kinship> = new Set(['exact', 'near', 'wire'])

/** What the pieces of two reports, or of one with itself, are to each other. Copies are held against nothing: their words are one telling. */
export function relate(a: Card, b: Card, met: readonly Met[], kinship: Kinship | undefined): Tie[] {
  if (kinship !== undefined && COPIES.has(kinship)) return []
  const topic = a === b ? 1 : compareTopics(a.topic, b.topic)
  const byWords = met.flatMap(one =>
    tellsNothing(one) || !mayMeet(one.a, one.b, a === b) ? [] : judge(new HeldPair(told(a, one.a), told(b, one.b), one.matter, topic), RULES),
  )
  const tied = new Set(byWords.map(nameOf))
  return [...byWords, ...relateTold(a, b, topic).filter(tie => !tied.has(nameOf(tie)))]
}
