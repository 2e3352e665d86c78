import type { Reading, Sentence } from '#model'
import { formsOf, type Form, type Mark, type Marked } from './forms.ts'

/** What belongs to a class: words as they are written in lower case, lemmas, and all written words that a test fits. */
interface Class {
  readonly words?: Iterable<string>
  readonly lemmas?: Iterable<string>
  readonly fits?: (lower: string) => boolean
}

const byWord = new Map<string, Mark[]>()
const byLemma = new Map<string, Mark[]>()
const tests: { readonly mark: Mark; readonly fits: (lower: string) => boolean }[] = []
let count = 0

function add(to: Map<string, Mark[]>, word: string, mark: Mark): void {
  const marks = to.get(word)
  if (marks) marks.push(mark)
  else to.set(word, [mark])
}

/**
 * Makes a class of words, once, where a reader's file is loaded. What stands of it in a report is found in one walk for all classes together,
 * so that a reader looks only at sentences that concern it.
 */
export function markWords({ words = [], lemmas = [], fits }: Class): Mark {
  const mark = count++
  for (const word of new Set(words)) add(byWord, word, mark)
  for (const lemma of new Set(lemmas)) add(byLemma, lemma, mark)
  if (fits) tests.push({ mark, fits })
  return mark
}

function marksFor(lower: string, lemma: string): Marked {
  const fitting = tests.filter(test => test.fits(lower)).map(test => test.mark)
  return { marks: [...new Set([...(byWord.get(lower) ?? []), ...fitting, ...(byLemma.get(lemma) ?? [])])], lemma, of: count }
}

/** Where the words of each class stand in a reading. */
class Places {
  readonly of = count
  readonly tokens: number[][] = Array.from({ length: count }, () => [])
  readonly sentences: Sentence[][] = Array.from({ length: count }, () => [])

  constructor({ tokens, sentences }: Reading, forms: readonly Form[]) {
    const last = new Int32Array(count).fill(-1)
    for (const sentence of sentences) {
      for (let i = sentence.from; i < sentence.to; i++) {
        const token = tokens[i]
        const form = forms[i]
        if (!token || !form) continue
        let known = form.marks
        if (known?.lemma !== token.lemma || known.of !== count) form.marks = known = marksFor(token.lower, token.lemma)
        for (let k = 0; k < known.marks.length; k++) {
          const mark = known.marks[k] ?? 0
          this.tokens[mark]?.push(i)
          if (last[mark] === sentence.index) continue
          last[mark] = sentence.index
          this.sentences[mark]?.push(sentence)
        }
      }
    }
  }
}

const kept = new WeakMap<Reading, Places>()

function placesFor(reading: Reading, mark: Mark): Places {
  let places = kept.get(reading)
  if (!places || mark >= places.of) kept.set(reading, (places = new Places(reading, formsOf(reading))))
  return places
}

/** The sentences in which a word of the class stands, in reading order. */
export function sentencesWith(reading: Reading, mark: Mark): readonly Sentence[] {
  return placesFor(reading, mark).sentences[mark] ?? []
}

/** The tokens of the class by their index, in reading order. */
export function placesOf(reading: Reading, mark: Mark): readonly number[] {
  return placesFor(reading, mark).tokens[mark] ?? []
}

/** The tokens of the class in one sentence by their index. */
export function placesIn(reading: Reading, mark: Mark, { from, to }: Pick<Sentence, 'from' | 'to'>): readonly number[] {
  const places = placesOf(reading, mark)
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < places.length && (places[end] ?? to) < to) end++
  return low === end ? NOWHERE : places.slice(low, end)
}

const NOWHERE: readonly number[] = []
