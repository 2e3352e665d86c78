import type { Token } from '#model'
import { readRows } from '#text'
import type { Amount } from './amount.ts'
import { readDigits } from './number.ts'

const AFTER = new Set<string>()
const BEFORE = new Set<string>()
const NOUN = new Set<string>()
const PLACES: Readonly<Record<string, Set<string>>> = { after: AFTER, before: BEFORE, noun: NOUN }
for (const row of readRows('kept-out', ['word', 'place', 'why'])) PLACES[row.place]?.add(row.word)

/** Whether a small number of this noun only says who or what is spoken of ("the two sides"). */
export function saysWho(noun: Token): boolean {
  return NOUN.has(noun.lemma) || NOUN.has(noun.lower)
}

/** Whether a plain number is a date, a length of time, an age, a clock time, a name with a number, a score or an address. */
export function isKeptOut(amount: Amount, tokens: readonly Token[]): boolean {
  const first = tokens[amount.at]
  const before = tokens[amount.from - 1]
  if (!first) return true
  if (amount.kind !== 'plain') return false
  if (before?.lower === 'no' && first.lower === 'one') return true
  if (isBase(amount, tokens)) return true
  return isTime(amount, tokens) || isName(amount, tokens, before) || isAge(amount, tokens, before) || isMark(amount, tokens, before)
}

/** The "five" of "one in five", "two out of three": a share tells it. */
function isBase({ from }: Amount, tokens: readonly Token[]): boolean {
  const link = tokens[from - 1]?.lower
  const first = link === 'in' ? from - 2 : link === 'of' && tokens[from - 2]?.lower === 'out' ? from - 3 : -1
  return first >= 0 && tokens[first]?.pos === 'NUM' && (tokens[first]?.text.length ?? 9) <= 5 && (readDigits(tokens[first]) ?? 0) < 100
}

function isTime(amount: Amount, tokens: readonly Token[]): boolean {
  let to = amount.to
  while (
    tokens[to]?.text === '-' ||
    tokens[to]?.text === '–' ||
    (to === amount.to && (tokens[to]?.pos === 'ADJ' || tokens[to]?.lower === 'more' || tokens[to]?.lower === 'other'))
  )
    to++
  const next = tokens[to]
  if (next && AFTER.has(next.lower)) return true
  const value = readDigits(tokens[amount.at])
  return (
    value !== undefined &&
    amount.to - amount.at === 1 &&
    value >= 1500 &&
    value <= 2100 &&
    !tokens[amount.at]?.text.includes(',') &&
    !isPlural(next) &&
    amount.bound === 'exact'
  )
}

function isPlural(token: Token | undefined): boolean {
  return token?.pos === 'NOUN' && token.lower !== token.lemma
}

function isName(amount: Amount, tokens: readonly Token[], before: Token | undefined): boolean {
  if (before && BEFORE.has(before.lower) && tokens[amount.at] && readDigits(tokens[amount.at]) !== undefined) return true
  const glued = tokens[amount.at - 1]
  if (amount.from === amount.at && glued && glued.end === tokens[amount.at]?.start && !/^[("“'‘[—–]$/.test(glued.text)) return true
  const next = tokens[amount.to]
  return next !== undefined && next.text === '-' && next.start === tokens[amount.to - 1]?.end && tokens[amount.to + 1]?.pos === 'NUM'
}

function isAge(amount: Amount, tokens: readonly Token[], before: Token | undefined): boolean {
  const after = tokens[amount.to]
  const beforeName = tokens[amount.from - 2]
  return (
    before?.text === ',' && beforeName?.pos === 'PROPN' && (after?.text === ',' || after?.text === '.') && amount.most < 110 && amount.to - amount.from === 1
  )
}

function isMark(amount: Amount, tokens: readonly Token[], before: Token | undefined): boolean {
  const after = tokens[amount.to]
  if (amount.from === 0 && (after?.text === '.' || after?.text === ')')) return true
  return before?.text === '(' && after?.text === ')'
}

/** Whether the number is tied by a hyphen to what follows: "13-member", "six-party". */
export function isCompound(amount: Amount, tokens: readonly Token[]): boolean {
  const next = tokens[amount.to]
  return next?.text === '-' && next.start === tokens[amount.to - 1]?.end
}
