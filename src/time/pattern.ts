import type { Id, Span, TimeExpression, When } from '#model'
import type { Day } from './calendar.ts'
import type { Policies } from './policy.ts'

/** What an expression is read to mean, before it has an id and an anchor to other records. */
export type Sense = Pick<TimeExpression, 'type' | 'value' | 'mod' | 'known' | 'when' | 'policy'> & { readonly anchor?: TimeExpression['anchor'] }

/** What relative words count from. `day` is absent where nobody tells it; not `exact`: only known to be on or before that day. */
export interface Basis {
  readonly anchor: 'document' | 'utterance'
  readonly day?: Day
  readonly exact: boolean
}

/** A date told earlier in the text, to count on from. */
export interface Told {
  readonly id: Id<'time'>
  readonly first: Day
  readonly last: Day
  readonly span: Span
  readonly grain: 'day' | 'week' | 'month' | 'quarter' | 'year'
  readonly value: string
  readonly rule: string
}

/** Which way the tense of the clause points from the basis, and whether what is told still goes on. */
export interface Tense {
  readonly points?: 'ahead' | 'back'
  readonly ongoing?: true
  /** The verb group is in the simple past or past perfect. */
  readonly past?: true
}

/** A period that a case names, with the days it may touch. */
export interface Period {
  readonly names: readonly string[]
  readonly when: When
  readonly first: Day
  readonly last?: Day
}

/** All that stands around an expression when it is resolved. Words are in lower case. */
export interface Scene {
  readonly basis: Basis
  readonly tense: Tense
  /** Up to forty characters before and after, within the sentence. */
  readonly lead: string
  /** The expression as written. */
  readonly words: string
  readonly trail: string
  /** TIMEX3 mod from words before the pattern: 'early' START, 'nearly' LESS_THAN … */
  readonly mod?: string
  readonly span: Span
  /** The latest date told before, to the day, month or year. */
  readonly told?: Told
  /** The latest of the times told just before that is good to the day. */
  readonly toldDay: () => Told | undefined
  /** The year that the text names for what has none: `near` enough to hold in news too; `follows`: named before, so that time has gone on since. */
  readonly named?: { readonly year: number; readonly month?: number; readonly id: Id<'time'>; readonly near: boolean; readonly follows: boolean }
  /** The day that stands nearest in the same sentence, before or after; for lengths of hours. */
  readonly beside: () => Told | undefined
  /** The quarter that the text speaks of, not one it is compared with. */
  readonly quarter: () => Told | undefined
  /** The day that follows at once after 'before', 'after' or 'from': what "two weeks before Christmas" counts from; `begins`: the length starts there. */
  readonly from: () => { readonly told: Told; readonly sign: 1 | -1; readonly begins?: true } | undefined
  /** The text tells history: dates of its own, not the days of its publication. */
  readonly history: boolean
  readonly policies: Policies
  /** Whose report it is, where that is known. */
  readonly publisher: string | null
  /** The period that the case names whose name stands in these words, by its bounds. */
  readonly periodIn: (words: string) => Period | undefined
}

/** The named groups of a match; absent groups are undefined. */
export type Words = Readonly<Record<string, string | undefined>>

/** A kind of expression of one language. */
export interface Pattern {
  readonly rule: string
  /** First words, in lower case; '#' stands for a number in digits. */
  readonly on: readonly string[]
  /** Sticky, case-insensitive. */
  readonly shape: RegExp
  /** Which words before belong to it: 'date' (early, mid-), 'length' (nearly, more than), or none. */
  readonly mods?: 'date' | 'length'
  /** Says no where the words are something else: 'about 2,000 people'. `before` and `after` are up to forty characters in their own case. */
  readonly accepts?: (words: Words, whole: string, before: string, after: string) => boolean
  /** What it means there; undefined where it means no time. */
  readonly read: (words: Words, scene: Scene) => Sense | undefined
}
