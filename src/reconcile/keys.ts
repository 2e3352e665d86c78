import type { Card } from './card.ts'
import { weekOf } from './days.ts'
import { mix } from './hash.ts'

/** The keys under which a card is kept, and those under which it looks for others. Two cards are compared when they share a key, or three topic keys. */
export interface Keys {
  /** One shared key is enough: marks of the text, of quotations. */
  readonly marks: readonly number[]
  /** Topic words with the day of publication, under which the card is kept. */
  readonly topics: readonly number[]
  /** The words but for numbers with the week of publication: under it stand reports that tell the same but for a number. */
  readonly twin: number
  /** Topic words with every day on which another report of the matter may be published. */
  readonly around: readonly number[]
}

/** One mark in so many is a key; all where there are few. */
const SAMPLE = 4
const FEW = 24
/** Topic words that are keys, and how many must be shared. */
const TOPICS = 10
export const SHARED_TOPICS = 3
/** Days around publication in which other reports tell of the same. */
const AROUND = 5
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

/** The kinds of keys. A key is a number below 2^51, which SQLite and JavaScript both hold exactly: its kind, then 48 bits. */
const KINDS = { text: 1, mark: 2, quote: 3, topic: 4, twin: 5 } as const
const BITS = 2 ** 48

function keyOf(kind: keyof typeof KINDS, value: number): number {
  return KINDS[kind] * BITS + (value % BITS)
}

/** The key of a topic word, 24 bits, on a day: those of neighbouring days stand beside one another. */
function topicKey(word: number, day: number): number {
  return keyOf('topic', word * 2 ** 24 + (day & 0xffffff))
}

/** The keys of a card. */
export function keysOf(card: Card): Keys {
  const { marks, exact, bare } = card.kin.print
  const sampled = marks.length < FEW ? marks : marks.filter(([hash]) => hash % SAMPLE === 0)
  const quotes = card.pieces.flatMap(piece => quoteMarks(piece.quotes))
  const words = card.topic.slice(0, TOPICS).map(([word]) => word)
  const day = card.kin.day
  const days = day === undefined ? [] : Array.from({ length: 2 * AROUND + 1 }, (_, i) => day - AROUND + i)
  return {
    marks: [...new Set([keyOf('text', exact), ...sampled.map(([hash]) => keyOf('mark', hash)), ...quotes.map(hash => keyOf('quote', hash))])],
    twin: keyOf('twin', (bare % 2 ** 32) * 2 ** 16 + ((weekOf(day) ?? -1) & 0xffff)),
    topics: day === undefined ? [] : words.map(word => topicKey(word, day)),
    around: words.flatMap(word => days.map(one => topicKey(word, one))),
  }
}
