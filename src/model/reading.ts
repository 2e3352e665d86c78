import type { Report } from './report.ts'
import type { Span } from './span.ts'

/** Universal part-of-speech tags, as the tagger behind the text door gives them. */
export type Pos =
  'ADJ' | 'ADP' | 'ADV' | 'AUX' | 'CCONJ' | 'DET' | 'INTJ' | 'NOUN' | 'NUM' | 'PART' | 'PRON' | 'PROPN' | 'PUNCT' | 'SCONJ' | 'SYM' | 'VERB' | 'SPACE' | 'X'

/** One token of a report; `index` counts through the whole report. `text.slice(start, end)` are its words. */
export interface Token {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly text: string
  /** Lower case, with a straight apostrophe. */
  readonly lower: string
  readonly lemma: string
  readonly pos: Pos
  /** It stands as a name: nothing may hang on its letters but who it is. */
  readonly name: boolean
}

/** A sentence: its span, its tokens as `tokens.slice(from, to)` of the reading, and the passage it stands in. */
export interface Sentence {
  readonly index: number
  readonly span: Span
  readonly from: number
  readonly to: number
  readonly passage: number
}

/** A report cut into sentences and tokens: what every stage reads. `tokens` is empty where the language is not analysed. */
export interface Reading {
  readonly report: Report
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
}
