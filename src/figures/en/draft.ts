import type { Figure, FigureClass, Span, Token } from '#model'
import { limits } from './bound.ts'
import type { Amount } from './amount.ts'

/** A figure as a rule reads it from one sentence, before anybody is asked who said it. */
export interface Draft {
  readonly span: Span
  /** Index of the number in the sentence, to order and to look around. */
  readonly at: number
  readonly class: FigureClass
  readonly low: number | null
  readonly high: number | null
  readonly bound: Figure['bound']
  readonly unit: string
  readonly of?: string
  readonly population?: string
  readonly lumps?: readonly string[]
  readonly rule: string
}

/** What a rule sees: the tokens of one sentence, the text, and whether the report speaks of captives rather than prisoners. */
export interface View {
  readonly tokens: readonly Token[]
  readonly text: string
  readonly captives: boolean
  /** The currency that the report counts in, where it names one. */
  readonly currency?: string
  /** Scales of sums told so far, by the digits before the scale word: 1.4 → 10¹². */
  readonly scales: ReadonlyMap<number, number>
}

/** A rule: reads the figure of one amount, or says that it is none of its kind. */
export type FigureRule = (amount: Amount, view: View) => Draft | undefined

/** The words of tokens `from` to `to` (exclusive) of a sentence. */
export function wordsOf(view: View, from: number, to: number): string {
  const first = view.tokens[from]
  const last = view.tokens[to - 1]
  return first && last && to > from ? view.text.slice(first.start, last.end).replaceAll('\n', ' ') : ''
}

/** The span of tokens `from` to `to` (exclusive). */
export function spanOf(view: View, from: number, to: number): Span {
  return [view.tokens[from]?.start ?? 0, view.tokens[to - 1]?.end ?? 0]
}

/** Low, high and bound of an amount. */
export function sizeOf(amount: Amount): Pick<Draft, 'low' | 'high' | 'bound' | 'at'> {
  return { ...limits(amount.least, amount.most, amount.bound), bound: amount.bound, at: amount.at }
}
