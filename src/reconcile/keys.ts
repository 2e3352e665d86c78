import type { Card } from './card.ts'
import { mix } from './words.ts'

/** The keys under which a card is kept, and those under which it looks for others. Two cards are compared when they share a key, or three topic keys. */
export interface Keys {
  /** One shared key is enough: marks of the text, of quotations. */
  readonly marks: readonly string[]
  /** Topic words with the day of publication, under which the card is kept. */
  readonly topics: readonly string[]
  /** Topic words with every day on which another report of the matter may be published. */
  readonly around: readonly string[]
}

/** One mark in so many is a key; all where there are few. */
const SAMPLE = 4
const FEW = 24
/** Topic words that are keys, and how many must be shared. */
const TOPICS = 10
export const SHARED_TOPICS = 3
/** Days around publication in which other reports tell of the same. */
const AROUND = 7
/** Words in one gram of a quotation, and grams among which one is chosen: a shared run of seven words always meets. */
const GRAM = 4

function quoteMarks(quotes: readonly (readonly number[])[]): number[] {
  const marks: number[] = []
  for (const words of quotes) {
    const grams: number[] = []
    for (let i = 0; i + GRAM <= words.length; i++) grams.push(mix(words.slice(i, i + GRAM).reduce((sum, word) => Math.imul(sum, 31) + word, 7)))
    for (let i = 0; i + GRAM <= grams.length; i++) marks.push(Math.min(...grams.slice(i, i + GRAM)))
  }
  return marks
}

/** The keys of a card. */
export function keysOf(card: Card): Keys {
  const { marks, exact } = card.kin.print
  const sampled = marks.length < FEW ? marks : marks.filter(([hash]) => hash % SAMPLE === 0)
  const quotes = card.pieces.flatMap(piece => quoteMarks(piece.quotes))
  const words = card.topic.slice(0, TOPICS).map(([word]) => word)
  const day = card.kin.day
  const days = day === undefined ? [] : Array.from({ length: 2 * AROUND + 1 }, (_, i) => day - AROUND + i)
  return {
    marks: [...new Set([`x${String(exact)}`, ...sampled.map(([hash]) => `m${String(hash)}`), ...quotes.map(hash => `q${String(hash)}`)])],
    topics: words.map(word => `t${String(word)}@${String(day ?? '')}`),
    around: words.flatMap(word => (day === undefined ? [`t${String(word)}@`] : days.map(one => `t${String(word)}@${String(one)}`))),
  }
}
