import type { Token } from '#model'
import { readRows } from '#text'

/** A number as read: the value, whether it is a plural scale ("hundreds"), a fraction in percent, or written in words. */
export interface Numeral {
  readonly value: number
  /** The index of the token after the number, in the list it was read from. */
  readonly to: number
  readonly kind: 'plain' | 'many' | 'part'
  /** Whether a scale word ("million") was part of it. */
  readonly scaled: boolean
}

interface NumberWord {
  readonly kind: string
  readonly value: number
}

const WORDS = new Map<string, NumberWord>(
  readRows('number-words', ['word', 'kind', 'value']).map(row => [row.word, { kind: row.kind, value: Number(row.value) }]),
)
const DIGITS = /^(\d{1,3}(?:[,\u00A0\u202F]\d{3})+|\d{1,15})(\.\d{1,6})?(k|m|mn|bn|tn|b)?$/i
const SUFFIX: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9, tn: 1e12 }

/** The value of a token of digits, with grouping commas and a suffix ("1,200", "3.5m"); undefined for other tokens. */
export function readDigits(token: Token | undefined): number | undefined {
  const match = token && DIGITS.exec(token.text)
  if (!match) return undefined
  const value = Number(`${(match[1] ?? '').replace(/[,\u00A0\u202F]/g, '')}${match[2] ?? ''}`)
  return round(value * (SUFFIX[(match[3] ?? '').toLowerCase()] ?? 1))
}

/** Without the dust of binary fractions: 1.4 × 10¹² is 1400000000000. */
export function round(value: number): number {
  return Number(value.toPrecision(12))
}

/** The word for a number, where the token is one. */
export function wordOf(token: Token | undefined): NumberWord | undefined {
  return token && WORDS.get(token.lower)
}

/** Whether a number can start at this token; a cheap test for the walk. */
export function canStart(token: Token): boolean {
  const first = token.text.charCodeAt(0)
  return (first >= 48 && first <= 57) || WORDS.has(token.lower)
}

/** The number that starts at `at`; undefined where none does. */
export function readNumeral(tokens: readonly Token[], at: number): Numeral | undefined {
  const first = tokens[at]
  const digits = readDigits(first)
  if (digits !== undefined) {
    const group = readGroups(tokens, at, digits)
    return readPart(tokens, group.to, group.value) ?? readScales(tokens, group.to, group.value, /[a-z]$/i.test(first?.text ?? ''))
  }
  const word = wordOf(first)
  if (!word) return undefined
  if (word.kind === 'many') return readMany(tokens, at)
  if (word.kind === 'part') return { value: word.value, to: at + 1, kind: 'part', scaled: false }
  if (word.kind === 'scale') return isDeterminer(tokens[at - 1]) ? readScales(tokens, at, 1, false) : undefined
  return readWords(tokens, at)
}

/** Digits grouped by single spaces: "25 000", "1 100". */
function readGroups(tokens: readonly Token[], at: number, digits: number): { value: number; to: number } {
  let value = digits
  let to = at + 1
  if (!/^\d{1,3}$/.test(tokens[at]?.text ?? '')) return { value, to }
  for (let next = tokens[to]; next && /^\d{3}$/.test(next.text) && next.start - (tokens[to - 1]?.end ?? 0) === 1; next = tokens[to]) {
    value = value * 1000 + Number(next.text)
    to++
  }
  return { value, to }
}

function isDeterminer(token: Token | undefined): boolean {
  return (
    token?.lower === 'a' || token?.lower === 'an' || token?.lower === 'half' || token?.lower === 'per' || token?.lower === 'few' || token?.lower === 'several'
  )
}

/** "hundreds of thousands": two of the unit named at least; scales are multiplied. */
function readMany(tokens: readonly Token[], at: number): Numeral {
  let value = 2 * (wordOf(tokens[at])?.value ?? 1)
  let to = at + 1
  for (;;) {
    const next = wordOf(tokens[to + 1])
    if (tokens[to]?.lower !== 'of' || (next?.kind !== 'many' && next?.kind !== 'scale')) return { value: round(value), to, kind: 'many', scaled: true }
    value *= next.value
    to += 2
  }
}

/** "twenty-five", "two hundred and six", "nine million": units and tens are added, scales multiply. */
function readWords(tokens: readonly Token[], at: number): Numeral {
  let value = wordOf(tokens[at])?.value ?? 0
  let to = at + 1
  if (wordOf(tokens[at])?.kind === 'tens') {
    const hyphen = tokens[to]?.text === '-' ? 1 : 0
    const unit = wordOf(tokens[to + hyphen])
    if (unit?.kind === 'unit' && unit.value > 0 && unit.value < 10) {
      value += unit.value
      to += hyphen + 1
    }
  }
  return readPart(tokens, to, value) ?? withRest(tokens, readScales(tokens, to, value, false))
}

/** "six hundred and forty": what "and" adds below a hundred, in words as well. */
function withRest(tokens: readonly Token[], numeral: Numeral): Numeral {
  const rest = wordOf(tokens[numeral.to + 1])
  if (tokens[numeral.to]?.lower !== 'and' || numeral.value < 100 || numeral.value % 100 !== 0 || (rest?.kind !== 'unit' && rest?.kind !== 'tens'))
    return numeral
  if (readDigits(tokens[numeral.to + 1]) !== undefined || wordOf(tokens[numeral.to - 1])?.kind !== 'scale') return numeral
  const added = readWords(tokens, numeral.to + 1)
  return added.kind === 'plain' && added.value < 100 ? { ...numeral, value: numeral.value + added.value, to: added.to } : numeral
}

/** "two-thirds", "3 quarters": a count of parts, in percent. */
function readPart(tokens: readonly Token[], to: number, count: number): Numeral | undefined {
  const hyphen = tokens[to]?.text === '-' ? 1 : 0
  const part = wordOf(tokens[to + hyphen])
  if (part?.kind !== 'part' || count > 9) return undefined
  return {
    value: Math.round((1000 * count * part.value) / (part.value === 33.3 ? 99.9 : part.value === 16.7 ? 100.2 : 100)) / 10,
    to: to + hyphen + 1,
    kind: 'part',
    scaled: false,
  }
}

/** A suffix that the tokenizer cut off: the "m" of "£7m". */
function suffixOf(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]
  return token && token.start === tokens[at - 1]?.end ? SUFFIX[token.lower] : undefined
}

/** Scale words that follow ("million", "dozen", "hundred and six"), for as long as they make sense. */
function readScales(tokens: readonly Token[], at: number, start: number, scaledBefore: boolean): Numeral {
  let value = start
  let to = at
  let scaled = scaledBefore
  for (;;) {
    const hyphen = scaled === scaledBefore && tokens[to]?.text === '-' ? 1 : 0
    const next = wordOf(tokens[to + hyphen])
    const glued = hyphen === 0 && !scaled ? suffixOf(tokens, to) : undefined
    if (!glued && (next?.kind !== 'scale' || next.value === 20)) break
    value *= glued ?? next?.value ?? 1
    to += hyphen + 1
    scaled = true
  }
  return { value: round(value), to, kind: 'plain', scaled }
}
