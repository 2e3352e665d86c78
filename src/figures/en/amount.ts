import type { Token } from '#model'
import { readRows } from '#text'
import { boundAfter, boundBefore, type Bound } from './bound.ts'
import { canStart, readDigits, readNumeral, round, type Numeral } from './number.ts'

/** A number with its bound, range, currency or percent sign: what stands before the noun. Token indexes count in the sentence. */
export interface Amount {
  readonly from: number
  readonly to: number
  /** Where the first number itself starts. */
  readonly at: number
  readonly least: number
  readonly most: number
  readonly bound: Bound
  readonly kind: 'plain' | 'part' | 'percent' | 'money'
  readonly currency?: string
  /** Whether a scale word was part of it ("million"). */
  readonly scaled: boolean
}

const SIGNS = new Map<string, string>()
const MONEY_WORDS = new Map<string, string>()
for (const row of readRows('currencies', ['word', 'place', 'code'])) (row.place === 'before' ? SIGNS : MONEY_WORDS).set(row.word, row.code)

const PERCENT = new Set(['%', 'percent', 'percentage', 'pct'])

interface Part {
  readonly numeral: Numeral
  readonly at: number
  readonly to: number
  readonly currency?: string
  readonly percent: boolean
}

/** One number with its sign and its currency or percent word. */
function readOne(tokens: readonly Token[], from: number): Part | undefined {
  const sign = SIGNS.get(tokens[from]?.lower ?? '')
  const at = sign ? from + 1 : from
  const numeral = readNumeral(tokens, at)
  if (!numeral) return undefined
  const next = tokens[numeral.to]
  if (next && PERCENT.has(next.lower)) return { numeral, at, to: numeral.to + (/^points?$/.test(tokens[numeral.to + 1]?.lower ?? '') ? 2 : 1), percent: true }
  if (next?.lower === 'per' && tokens[numeral.to + 1]?.lower === 'cent') return { numeral, at, to: numeral.to + 2, percent: true }
  if (sign) return { numeral, at, to: numeral.to, currency: sign, percent: false }
  const hyphen = next?.text === '-' || (next?.lower === 'of' && numeral.kind === 'many') ? 1 : 0
  const after = tokens[numeral.to + hyphen]
  const currency = MONEY_WORDS.get(after?.lower ?? '')
  if (currency && (after?.lower !== 'won' || numeral.scaled || numeral.value >= 1000))
    return { numeral, at, to: numeral.to + hyphen + 1, currency, percent: false }
  return { numeral, at, to: numeral.to, percent: false }
}

const RANGE_WORDS = new Set(['to', '-', '–', '—', 'or'])

/** The second number of a range that goes on at `to`: "3% to 4%", "between 30 and 40", "$3-4 billion". */
function readSecond(tokens: readonly Token[], one: Part, before: string): Part | undefined {
  const joint = tokens[one.to]?.lower ?? ''
  const between = before === 'between' && joint === 'and'
  if (!between && !RANGE_WORDS.has(joint)) return undefined
  const two = readOne(tokens, one.to + 1)
  if (!two || two.numeral.kind !== 'plain' || (one.percent && !two.percent) || (before === 'from' && !(two.percent && !one.percent))) return undefined
  const scale = two.numeral.scaled && !one.numeral.scaled ? lastScale(two.numeral.value) : 1
  const low = round(one.numeral.value * scale)
  if (low >= two.numeral.value || (joint === 'or' && two.numeral.value > low + Math.max(1, low))) return undefined
  return { ...two, numeral: { ...two.numeral, value: two.numeral.value }, at: scale }
}

function lastScale(value: number): number {
  return value >= 1e12 ? 1e12 : value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : value >= 1e3 ? 1e3 : 1
}

/** The amount whose number or currency sign starts at `start`; undefined where there is none. */
export function readAmount(tokens: readonly Token[], start: number): Amount | undefined {
  const one = readOne(tokens, start)
  if (!one) return undefined
  // "more than a hundred": the article belongs to the number.
  const ahead = boundBefore(tokens, tokens[start - 1]?.lower === 'a' ? start - 1 : start)
  const before = tokens[(ahead?.from ?? start) - 1]?.lower ?? ''
  const two = one.numeral.kind === 'plain' ? readSecond(tokens, one, before) : undefined
  const to = two?.to ?? one.to
  const behind = boundAfter(tokens, to)
  const currency = one.currency ?? two?.currency
  const percent = one.percent || two?.percent === true
  return {
    from: ahead?.from ?? start,
    to: behind?.to ?? to,
    at: one.at,
    least: two ? round(one.numeral.value * two.at) : one.numeral.value,
    most: two?.numeral.value ?? one.numeral.value,
    bound: behind?.bound ?? ahead?.bound ?? (one.numeral.kind === 'many' ? 'at-least' : 'exact'),
    kind: currency ? 'money' : percent ? 'percent' : one.numeral.kind === 'part' ? 'part' : 'plain',
    ...(currency && { currency }),
    scaled: one.numeral.scaled || two?.numeral.scaled === true,
  }
}

/** Every amount of a sentence, in reading order; none overlaps another. */
export function readAmounts(tokens: readonly Token[]): Amount[] {
  const amounts: Amount[] = []
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i]
    const amount = token && (canStart(token) || SIGNS.has(token.lower)) ? readAmount(tokens, i) : undefined
    if (amount) amounts.push(amount)
    i = amount ? Math.max(amount.to, i + 1) : i + 1
  }
  return amounts
}

/** The first currency that the report names by a sign or after a number. */
export function currencyOf(tokens: readonly Token[]): string | undefined {
  for (const token of tokens) {
    const code = SIGNS.get(token.lower)
    if (code) return code
  }
  return undefined
}

/** Notes the scale of a scaled sum by its digits, for sums told later without it. */
export function noteScale(amount: Amount, tokens: readonly Token[], scales: Map<number, number>): void {
  const digits = readDigits(tokens[amount.at])
  if (amount.kind === 'money' && amount.scaled && digits !== undefined && digits > 0 && digits < 1000) scales.set(digits, round(amount.least / digits))
}
