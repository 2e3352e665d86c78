import type { Reading, Sentence, Span, Token } from '#model'
import { sentenceAt } from '#text'
import { pairQuotes, type Quote } from './quotes.ts'

/** Tokens `[from, to)` of a reading. */
export type Range = readonly [from: number, to: number]

/** A statement in the making, in tokens. */
export interface Draft {
  readonly rule: string
  source?: Range
  cue?: Range
  content: Range[]
  /** The speaker is not named here but taken over from the statement before. */
  inferred?: true
  /** Whose words hold this statement. */
  within?: Draft
  /** Words that name who carried it: an outlet told or cited, or those it cites; outermost first. */
  before?: Carrier[]
  after?: Carrier[]
  /** The draft whose speaker goes on here. */
  speaker?: Draft
}

export interface Carrier {
  readonly range: Range
  readonly as?: 'outlet'
  readonly inferred?: true
}

/** A reading with its quotations laid over the tokens. */
export interface Page {
  readonly reading: Reading
  readonly tokens: readonly Token[]
  /** The outermost double quotations of each passage. */
  readonly quotes: readonly (readonly Quote[])[]
  /** Per token: 0 outside, 1 an opening mark, 2 inside, 3 a closing mark. */
  readonly quoted: Uint8Array
}

/** Lays the quotations over the tokens. */
export function readPage(reading: Reading): Page {
  const { tokens, report } = reading
  const quotes = report.passages.map(passage => pairQuotes(report.text, passage).filter(quote => quote.depth === 0 && !quote.single))
  const quoted = new Uint8Array(tokens.length)
  const all = quotes.flat()
  let at = 0
  tokens.forEach((token, i) => {
    while ((all[at]?.span[1] ?? Infinity) <= token.start) at++
    const quote = all[at]
    if (!quote || token.end <= quote.span[0]) return
    quoted[i] = token.start <= quote.span[0] ? 1 : !quote.open && token.end >= quote.span[1] ? 3 : 2
  })
  return { reading, tokens: withNames(reading, quoted), quotes, quoted }
}

/** Whether the text begins with a small letter; most texts are settled by their first unit. */
function isSmall(text: string): boolean {
  const code = text.charCodeAt(0)
  return code < 128 ? code >= 97 && code <= 122 : /^\p{Ll}/u.test(text)
}

/** Tags that a capital inside a sentence speaks against. */
const RAISED = new Set(['VERB', 'ADV', 'ADJ', 'AUX'])

/** A capital inside a sentence makes a name of what was tagged as a verb: "Madden said". Titles of works and headlines are left alone. */
function withNames(reading: Reading, quoted: Uint8Array): readonly Token[] {
  const tokens = [...reading.tokens]
  for (const { from, to } of reading.sentences) {
    let small = 0
    for (let i = from; i < to; i++) if (isSmall(tokens[i]?.text ?? '')) small++
    if (small < 1 || small * 2 < to - from - 6) continue
    for (let i = from + 1; i < to; i++) {
      const token = tokens[i]
      if (
        token &&
        RAISED.has(token.pos) &&
        !isSmall(token.text) &&
        /^\p{Lu}\p{Ll}+$/u.test(token.text) &&
        quoted[i - 1] !== 1 &&
        !/^[:.?!“"‘']$/.test(tokens[i - 1]?.text ?? '')
      ) {
        tokens[i] = token.pos === 'ADJ' && tokens[i + 1]?.pos !== 'VERB' ? token : { ...token, pos: 'PROPN' }
      }
    }
  }
  return tokens
}

/** The lower-cased word at a token, '' outside the text. */
export function wordAt(page: Page, i: number): string {
  return page.tokens[i]?.lower ?? ''
}

export function sentenceOf(page: Page, i: number): Sentence | undefined {
  const token = page.tokens[i]
  return token && sentenceAt(page.reading, token.start)
}

const EDGE = /^[,;:.—–\-…()[\]]+$/

/** The range without commas, dashes and full stops at its edges; undefined where nothing stays. */
export function trimRange(page: Page, [from, to]: Range): Range | undefined {
  let first = from
  let last = to
  while (first < last && EDGE.test(wordAt(page, first))) first++
  while (last > first && EDGE.test(wordAt(page, last - 1))) last--
  if (first >= last) return undefined
  // "the Reform Party (RP)": a bracket that opened inside closes inside.
  if (wordAt(page, last) === ')' && last < to) for (let i = last - 1; i > first && last - i < 6; i--) if (wordAt(page, i) === '(') return [first, last + 1]
  return [first, last]
}

/** The characters of a range. */
export function spanOf(page: Page, [from, to]: Range): Span {
  return [page.tokens[from]?.start ?? 0, page.tokens[to - 1]?.end ?? 0]
}

export function textOf(page: Page, range: Range): string {
  const [start, end] = spanOf(page, range)
  return page.reading.report.text.slice(start, end)
}

/** The first and last token of all parts. */
export function hullOf(draft: Draft): Range {
  const parts = [...draft.content, ...(draft.source ? [draft.source] : []), ...(draft.cue ? [draft.cue] : [])]
  return [Math.min(...parts.map(part => part[0])), Math.max(...parts.map(part => part[1]))]
}

export function meets(a: Range | undefined, b: Range | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] < b[1] && b[0] < a[1]
}

export function holds(outer: Range, inner: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1]
}

const NOMINAL = new Set(['PROPN', 'NOUN', 'ADJ', 'DET', 'PRON', 'NUM', 'ADP', 'CCONJ', 'PART', 'SYM', 'X'])
const JOINING = new Set(['-', '–', '&', '’s', "'s", '’', "'"])
const CONTRACTED = new Set(["'s", '’s', "'re", '’re'])

/** Whether the token may stand inside a noun phrase. */
export function isNominal(page: Page, i: number): boolean {
  const token = page.tokens[i]
  return token !== undefined && (NOMINAL.has(token.pos) || JOINING.has(token.text) || (token.pos === 'VERB' && /(?:ed|ing)$/.test(token.lower)))
}

/** Whether a verb that can carry a clause stands in the range, outside nothing: "-ing" forms do not count. */
export function hasFinite(page: Page, [from, to]: Range): boolean {
  for (let i = from; i < to; i++) {
    const token = page.tokens[i]
    if (token?.pos !== 'VERB' && token?.pos !== 'AUX') continue
    if (!token.lower.endsWith('ing') || (token.pos === 'AUX' && CONTRACTED.has(token.text))) return true
  }
  return false
}
