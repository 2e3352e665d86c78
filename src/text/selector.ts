import search from 'approx-string-match'
import type { Span } from '#model'

/** A quote that finds its place again: W3C Web Annotation, TextQuoteSelector (section 4.2.4), with the position as a hint. */
export interface QuoteSelector {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** Where it began when it was described, in UTF-16 units. */
  readonly start: number
}

const CONTEXT = 32
/** The share of characters of a quote that may have changed. */
const TOLERANCE = 0.2
/** The longest pattern that is looked for with errors; a longer quote is found by its beginning and its end. */
const LONGEST = 400

/** The selector of a span of a text. Throws RangeError where the span is not inside it. */
export function describeQuote(text: string, span: Span): QuoteSelector {
  const [start, end] = span
  if (start < 0 || end > text.length || start >= end) {
    throw new RangeError(`Span [${String(start)}, ${String(end)}] is not inside a text of length ${String(text.length)}`)
  }
  return { exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT), start }
}

/** Where the quote stands in this text, perhaps after edits; undefined where nothing is near enough. */
export function findQuote(text: string, selector: QuoteSelector): Span | undefined {
  const exact = exactPlaces(text, selector.exact)
  const places = exact.length > 0 ? exact : nearPlaces(text, selector.exact)
  const scored = places.map(place => ({ place, score: likeness(text, place, selector) }))
  scored.sort((a, b) => b.score - a.score || Math.abs(a.place[0] - selector.start) - Math.abs(b.place[0] - selector.start))
  return scored[0]?.place
}

function exactPlaces(text: string, words: string): Span[] {
  const places: Span[] = []
  for (let at = text.indexOf(words); at >= 0 && places.length < 1000; at = text.indexOf(words, at + 1)) places.push([at, at + words.length])
  return places
}

function nearPlaces(text: string, words: string): Span[] {
  if (words.length <= LONGEST) return search(text, words, Math.floor(words.length * TOLERANCE)).map(found => [found.start, found.end])
  const heads = nearPlaces(text, words.slice(0, CONTEXT * 2))
  const tails = nearPlaces(text, words.slice(-CONTEXT * 2))
  const allowed = words.length * TOLERANCE
  return heads.flatMap(head => tails.filter(tail => Math.abs(tail[1] - head[0] - words.length) <= allowed).map((tail): Span => [head[0], tail[1]]))
}

/** How much of what stood around the quote stands around this place: characters counted outwards. */
function likeness(text: string, [start, end]: Span, { prefix, suffix }: QuoteSelector): number {
  let score = 0
  while (score < prefix.length && text[start - 1 - score] === prefix.at(-1 - score)) score++
  let after = 0
  while (after < suffix.length && text[end + after] === suffix[after]) after++
  return score + after
}
