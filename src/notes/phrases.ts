import type { Reading, Span } from '#model'
import { markWords, placesOf, type Mark } from '#text'

/** A phrase of one or more words, and what it stands for. */
export interface Phrase<T> {
  readonly words: string
  readonly about: T
}

/** Where a phrase stands. */
export interface Hit<T> {
  readonly span: Span
  readonly about: T
  readonly words: string
}

/** Phrases by their first word, the longest first. `first`: the class of all first words. */
export interface PhraseIndex<T> {
  readonly first: Mark
  readonly byWord: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly about: T }[]>
}

/** Prepares phrases for one walk over the tokens. Words are cut as the text door cuts them. */
export function makeIndex<T>(phrases: readonly Phrase<T>[]): PhraseIndex<T> {
  const index = new Map<string, { words: readonly string[]; about: T }[]>()
  for (const { words, about } of phrases) {
    const parts = words.toLowerCase().replaceAll('-', ' - ').split(' ').filter(Boolean)
    const list = index.get(parts[0] ?? '') ?? []
    list.push({ words: parts, about })
    list.sort((a, b) => b.words.length - a.words.length)
    index.set(parts[0] ?? '', list)
  }
  return { first: markWords({ words: index.keys() }), byWord: index }
}

/** Every phrase of the index in the report, in reading order; at one place the longest, and all that share its words. */
export function findPhrases<T>(reading: Reading, index: PhraseIndex<T>): Hit<T>[] {
  const { tokens } = reading
  const hits: Hit<T>[] = []
  for (const at of placesOf(reading, index.first)) {
    const token = tokens[at]
    const phrases = token && index.byWord.get(token.lower)
    if (!phrases) continue
    let length = 0
    for (const phrase of phrases) {
      if (phrase.words.length < length || !phrase.words.every((word, i) => tokens[at + i]?.lower === word)) continue
      length = phrase.words.length
      hits.push({ span: [token.start, tokens[at + length - 1]?.end ?? token.end], about: phrase.about, words: phrase.words.join(' ') })
    }
  }
  return hits
}
