import type { Pos, Reading, Token } from '#model'
import { sentenceAt } from '#text'
import { pairQuotes, type Quote } from '../quotes.ts'
import { hashWord } from './hash.ts'
import { maskToken } from './mask.ts'

/**
 * What the tagger sees of a report, a column per fact and a row per unit. A unit is a token, or a whole run of names,
 * so that neither the words nor the length of a name reaches any feature.
 */
export interface Sheet {
  readonly count: number
  /** First token of the unit, and the one after its last. */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly word: Int32Array
  readonly lemma: Int32Array
  readonly suffix: Int32Array
  readonly pos: Uint8Array
  /** 0 outside quotation marks, 1 an opening mark, 2 inside, 3 a closing mark. */
  readonly quote: Uint8Array
  /** The first unit of the sentence. */
  readonly sentence: Int32Array
  /** How often the unit's lemma is a cue in the training text: 0 never … 5 nearly always. */
  readonly cue: Uint8Array
  /** How often it ends a source. */
  readonly source: Uint8Array
  /** First units of the passages, and `count` at the end. */
  readonly passages: readonly number[]
}

/** What the training text says about words: which are cues, which end a source. */
export interface Lexicon {
  readonly cues: ReadonlyMap<number, number>
  readonly sources: ReadonlyMap<number, number>
}

const TAGS: readonly Pos[] = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'SPACE',
  'X',
]
const TAG = new Map(TAGS.map((tag, i) => [tag as string, i + 1]))
const NAME_HASH = hashWord('NAME') | 0

/** Rows past the last unit, for features that look ahead. */
const ROOM = 8

/** Tokens `[from, to)` that the tagger reads as one sequence. */
export interface Strip {
  readonly from: number
  readonly to: number
  /** Inside a content single quotation marks count as double ones do elsewhere. */
  readonly inner?: true
}

/** The passages of a reading as strips. */
export function stripsOf(reading: Reading): Strip[] {
  const strips: { from: number; to: number }[] = []
  let passage = -1
  for (const sentence of reading.sentences) {
    const last = strips.at(-1)
    if (sentence.passage === passage && last) last.to = sentence.to
    else strips.push({ from: sentence.from, to: sentence.to })
    passage = sentence.passage
  }
  return strips
}

/** Lays strips of a report out for the tagger: its passages where none are given. */
export function layOut(reading: Reading, lexicon: Lexicon, strips: readonly Strip[] = stripsOf(reading)): Sheet {
  const passages: number[] = []
  const sheet = emptySheet(
    strips.reduce((sum, strip) => sum + strip.to - strip.from, ROOM),
    passages,
  )
  for (const strip of strips) {
    passages.push(sheet.count)
    sheet.count = layStrip(reading, lexicon, strip, sheet, sheet.count)
  }
  passages.push(sheet.count)
  return sheet
}

function layStrip(reading: Reading, lexicon: Lexicon, strip: Strip, sheet: Sheet, from: number): number {
  const { tokens, report } = reading
  const start = tokens[strip.from]?.start ?? 0
  const end = tokens[strip.to - 1]?.end ?? start
  const quotes = new QuoteWalk(pairQuotes(report.text, { kind: 'paragraph', span: [start, end] }), strip.inner === true)
  let count = from
  let sentence = sentenceAt(reading, start)
  let wasName = false
  let opening = count
  for (let i = strip.from; i < strip.to; i++) {
    const token = tokens[i]
    if (!token) continue
    while (sentence && i >= sentence.to) {
      sentence = reading.sentences[sentence.index + 1]
      wasName = false
      opening = count
    }
    const masked = maskToken(token)
    if (masked.name && wasName) {
      sheet.to[count - 1] = i + 1
      continue
    }
    fillRow(sheet, count, i, token, masked.name ? 'NAME' : masked.form, masked.name)
    sheet.quote[count] = quotes.stateOf(token)
    sheet.sentence[count] = opening
    sheet.cue[count] = lexicon.cues.get((sheet.lemma[count] ?? 0) >>> 0) ?? 0
    sheet.source[count] = lexicon.sources.get((sheet.lemma[count] ?? 0) >>> 0) ?? 0
    count++
    wasName = masked.name
  }
  return count
}

function emptySheet(size: number, passages: readonly number[]): Sheet & { count: number } {
  // All columns stand in one piece of memory, which costs less than a piece for each.
  const room = new ArrayBuffer(size * (6 * 4 + 4))
  let at = 0
  const ints = (): Int32Array => new Int32Array(room, (at += 4 * size) - 4 * size, size)
  const bytes = (): Uint8Array => new Uint8Array(room, (at += size) - size, size)
  return {
    count: 0,
    passages,
    from: ints(),
    to: ints(),
    word: ints(),
    lemma: ints(),
    suffix: ints(),
    sentence: ints(),
    pos: bytes(),
    quote: bytes(),
    cue: bytes(),
    source: bytes(),
  }
}

function fillRow(sheet: Sheet, at: number, index: number, token: Token, form: string, name: boolean): void {
  const plain = form === token.lower
  sheet.from[at] = index
  sheet.to[at] = index + 1
  sheet.word[at] = name ? NAME_HASH : hashWord(form)
  sheet.lemma[at] = name ? NAME_HASH : plain ? hashWord(token.lemma) : hashWord(form)
  sheet.suffix[at] = plain && form.length > 3 ? hashWord(form.slice(-3)) : 0
  sheet.pos[at] = name ? (TAG.get('PROPN') ?? 0) : form === 'of-NAME' ? (TAG.get('ADJ') ?? 0) : (TAG.get(token.pos) ?? 0)
}

/** Walks over the outermost double quotations of a passage beside its tokens. */
class QuoteWalk {
  private readonly quotes: readonly Quote[]
  private at = 0

  constructor(quotes: readonly Quote[], inner: boolean) {
    this.quotes = quotes.filter(quote => quote.depth === 0 && (inner || !quote.single))
  }

  stateOf(token: Token): number {
    while ((this.quotes[this.at]?.span[1] ?? Infinity) <= token.start) this.at++
    const quote = this.quotes[this.at]
    if (!quote || token.end <= quote.span[0]) return 0
    if (token.start <= quote.span[0]) return 1
    return !quote.open && token.end >= quote.span[1] ? 3 : 2
  }
}
