import type { Span } from '#model'

/** How long a snippet is, in characters. */
const LENGTH = 240
const WORD = /[\p{L}\p{N}]+/gu

/** The beginnings by which the words of a query are found again in a text, folded as the index folds them. */
export function stemsOf(q: string): string[] {
  const words = q.match(WORD) ?? []
  return [...new Set(words.map(word => stem(fold(word))))].filter(word => word !== '')
}

function fold(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** Without the endings that the index's Porter stemmer takes off most often. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ations?|ational|ings?|edly|ed|ies|ely|es|s|ly|e|y)$/, '') : word
}

/** The part of a span where the words sought stand closest together, and their places within it. */
export function snippetOf(text: string, [start, end]: Span, stems: readonly string[]): { text: string; marks: Span[]; span: Span } {
  const places = placesOf(text.slice(start, end), stems)
  const first = bestStart(places)
  const from = start + atWord(text.slice(start, end), Math.max(0, first - 60))
  const to = Math.min(end, from + LENGTH)
  const words = text.slice(from, to)
  const marks = places.map(([a, b]): Span => [a + start - from, b + start - from]).filter(([a, b]) => a >= 0 && b <= words.length)
  return { text: words, marks, span: [from, to] }
}

function placesOf(text: string, stems: readonly string[]): Span[] {
  const places: Span[] = []
  if (stems.length === 0) return places
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const folded = fold(word)
    if (stems.some(one => folded.startsWith(one) && folded.length <= one.length + 6)) places.push([index, index + word.length])
  }
  return places
}

/** The place from which a snippet holds the most of the words. */
function bestStart(places: readonly Span[]): number {
  let best = places[0]?.[0] ?? 0
  let most = 0
  let low = 0
  places.forEach(([, end], high) => {
    while (end - (places[low]?.[0] ?? 0) > LENGTH - 80) low++
    if (high - low + 1 > most) {
      most = high - low + 1
      best = places[low]?.[0] ?? 0
    }
  })
  return best
}

function atWord(text: string, from: number): number {
  if (from <= 0) return 0
  const space = text.slice(from, from + 30).search(/\s/)
  return space < 0 ? from : from + space + 1
}
