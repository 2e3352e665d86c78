import type { Example, Token } from '#model'
import { hasFinite, isNominal, trimRange, wordAt, type Draft, type Page, type Range } from '../page.ts'
import { cutGloss } from './content.ts'
import type { Stretch } from './plain.ts'
import { TAIL_VERBS } from './words.ts'

/** How many tokens a source after its content may have. */
const LONGEST = 40
/** How many tokens may follow the cue: a day, a place, whom it was told. */
const ADJUNCT = 22

/**
 * What somebody said stands first, who said it last: "The talks are over, the ministry said", "…, said a spokesman",
 * "…, according to the agency", "…, the channel reported, citing officials". The whole sentence before is the content.
 */
export function readTail(page: Page, sentence: Stretch): Draft | undefined {
  const end = lastWord(page, sentence)
  for (let comma = end - 1; comma > sentence.from + 2 && comma > end - LONGEST - ADJUNCT; comma--) {
    if (page.quoted[comma] !== 0 && page.quoted[comma] !== 3) continue
    const word = wordAt(page, comma)
    const accords = wordAt(page, comma) === 'according' && wordAt(page, comma + 1) === 'to'
    if (accords && hasFinite(page, [sentence.from, comma])) return accordance(page, sentence, comma, end)
    const afterQuote = page.quoted[comma] === 3 && page.quoted[comma + 1] === 0
    if (word !== ',' && !afterQuote) continue
    const found = readSaying(page, comma + 1, endBefore(page, comma + 1, end), afterQuote)
    if (found && isWhole(page, sentence, comma)) {
      const first = found.source[0] > comma ? (named(page, found.source, comma, sentence.from) ?? titled(page, comma, sentence.from)) : undefined
      if (first) found.source = [first, found.source[1]]
      const content = trimRange(page, [startOf(page, sentence), first ?? (afterQuote ? comma + 1 : comma)])
      if (content) return { rule: 'attribution/en/tail', ...found, content: [cutGloss(page, content)] }
    }
  }
  return undefined
}

interface Saying {
  source: Range
  cue: Range
}

/** "…, Timothy Rask, a researcher in London, told": where the name before its appositions starts. */
export function named(page: Page, source: Range, comma: number, from: number): number | undefined {
  const head = page.tokens[source[0]]
  if (!head || head.pos === 'PRON' || (head.pos === 'PROPN' && !isSeat(page, source[0]))) return undefined
  let end = comma
  for (let appositions = 0; appositions < 3; appositions++) {
    let first = end
    while (first > from && end - first < 8 && /^(?:PROPN|X)$/.test(page.tokens[first - 1]?.pos ?? '') && page.quoted[first - 1] === 0) first--
    const before = wordAt(page, first - 1)
    if (first < end && (before === ',' || page.quoted[first - 1] === 3)) return first
    let last = end - 1
    while (last > from && end - last < 14 && wordAt(page, last) !== ',' && page.quoted[last] === 0 && isNominal(page, last)) last--
    if (wordAt(page, last) !== ',' || page.quoted[last] !== 0 || hasFinite(page, [last + 1, end])) return undefined
    end = last
  }
  return undefined
}

/** "“We waited,” its spokesman, Pell Rask, told": where what the name is said to be starts, right behind the quotation. */
function titled(page: Page, comma: number, from: number): number | undefined {
  let first = comma
  while (first > from && comma - first < 12 && page.quoted[first - 1] === 0) first--
  if (
    first === comma ||
    page.quoted[first - 1] !== 3 ||
    !/^[,.?!…]$/.test(wordAt(page, first - 2)) ||
    !/^(?:DET|PRON|NOUN|PROPN|ADJ)$/.test(page.tokens[first]?.pos ?? '')
  )
    return undefined
  for (let i = first; i < comma; i++) if (!isNominal(page, i)) return undefined
  return first
}

/** "R-Wisconsin", "D-Ky.": a party's letter and a seat. */
function isSeat(page: Page, at: number): boolean {
  return /^[a-z]-?$/.test(wordAt(page, at)) || /^[a-z]-\p{L}/u.test(wordAt(page, at))
}

/** Tokens that a dateline may have: place, day, year, agency and their marks. */
const DATELINE = 16

/** Where the content starts: at the sentence, behind a dateline, or where a quotation of several sentences opened. */
function startOf(page: Page, sentence: Stretch): number {
  let from = sentence.from
  if (page.quoted[from] === 2) while (from > 0 && page.quoted[from] === 2) from--
  if (page.quoted[from] !== 0) return from
  for (let i = from; i < Math.min(from + DATELINE, sentence.to); i++) {
    if (/^(?:—|–|--|-)$/.test(wordAt(page, i)) && i > from) return i + 1
    const token = page.tokens[i]
    if (!token || !/^\p{Lu}|^[().,\d]/u.test(token.text)) break
  }
  return from
}

function lastWord(page: Page, sentence: Stretch): number {
  let end = sentence.to
  while (end > sentence.from && /^[.!?…]+$/.test(wordAt(page, end - 1))) end--
  return end
}

function accordance(page: Page, sentence: Stretch, at: number, end: number): Draft | undefined {
  let to = at + 2
  while (
    to < end &&
    to < at + LONGEST &&
    (isNominal(page, to) || (wordAt(page, to) === ',' && !hasFinite(page, [to, end])) || /^(?:who|which)$/.test(wordAt(page, to - 1)))
  )
    to++
  const content = trimRange(page, [startOf(page, sentence), at])
  const source = trimRange(page, [at + 2, to])
  if (!content || !source || end - to > 3 || page.quoted[at] !== 0) return undefined
  return { rule: 'attribution/en/tail', source, cue: [at, at + 2], content: [content] }
}

/** "the ministry said on Monday" or "said the ministry": source and cue between `from` and `end`, with nothing else that says anything. */
export function readSaying(page: Page, from: number, end: number, afterQuote = false): Saying | undefined {
  for (let i = from; i < Math.min(end, from + LONGEST); i++) {
    const token = page.tokens[i]
    if (!token || page.quoted[i] !== 0) return undefined
    if (i === from && afterQuote && isSpoken(token) && token.lemma !== 'tell') return inverted(page, from, end)
    if (isTold(page, i, end)) return i === from ? (token.lemma === 'tell' ? undefined : inverted(page, from, end)) : straight(page, from, i, end)
    if (token.pos === 'AUX' || token.pos === 'ADV' || token.text === ',' || /^(?:who|which|whose)$/.test(token.lower)) continue
    if (!isNominal(page, i)) return undefined
  }
  return undefined
}

/** A verb of saying, or a word that is one at the sentence's end ("the institute estimates"); a participle with "by" is none ("in a note reported by the paper"). */
function isTold(page: Page, i: number, end: number): boolean {
  const token = page.tokens[i]
  if (!token || wordAt(page, i + 1) === 'by') return false
  if (token.pos === 'VERB') return TAIL_VERBS.has(token.lemma) && !token.lower.endsWith('ing')
  return token.pos === 'NOUN' && i === end - 1 && /^(?:estimates|forecasts|reports|claims|notes|states)$/.test(token.lower)
}

/** After a closing quotation mark any past or present verb tells the manner of speaking: "fumed", "tweets". */
function isSpoken(token: Token): boolean {
  return (token.pos === 'VERB' && /(?:ed|s|id|ote)$/.test(token.lower)) || TAIL_VERBS.has(token.lemma)
}

const GOES_ON = /^(?:and|but) (?:goes|went|adds|added|continues|continued|concludes|concluded)$/

/** Where ", adding that …" goes on with a second statement. */
function endBefore(page: Page, from: number, end: number): number {
  for (let i = from; i < end - 1; i++)
    if (
      wordAt(page, i) === ',' &&
      (/^(?:adding|noting|warning|stressing|removing|as|while|although|though|after|amid|following|without)$/.test(wordAt(page, i + 1)) ||
        GOES_ON.test(`${wordAt(page, i + 1)} ${wordAt(page, i + 2)}`))
    )
      return i
  return end
}

function straight(page: Page, from: number, at: number, end: number): Saying | undefined {
  let to = at
  while (to > from && /^(?:AUX|ADV)$/.test(page.tokens[to - 1]?.pos ?? '')) to--
  const source = trimRange(page, [from, to])
  if (
    !source ||
    !looksLikeSource(page, source) ||
    page.tokens[source[1] - 1]?.pos === 'CCONJ' ||
    !isAdjunct(page, at + 1, end, page.tokens[at]?.lemma === 'tell')
  )
    return undefined
  let first = at
  while (first > source[1] && page.tokens[first - 1]?.pos === 'AUX') first--
  return { source, cue: [first, at + 1] }
}

function inverted(page: Page, from: number, end: number): Saying | undefined {
  let to = from + 1
  while (to < end && (isNominal(page, to) || page.tokens[to]?.pos === 'ADV' || wordAt(page, to) === ',' || /^(?:who|which)$/.test(wordAt(page, to - 1)))) to++
  const source = trimRange(page, [from + 1, mannerFrom(page, from + 2, to)])
  if (!source || to < end - 1 || !looksLikeSource(page, source)) return undefined
  // "said he sides with the crews": a pronoun with more behind it begins what was said.
  return source[1] - source[0] > 1 && page.tokens[source[0]]?.pos === 'PRON' && /^(?:he|she|it|they|we|i)$/.test(wordAt(page, source[0]))
    ? undefined
    : { source, cue: [from, from + 1] }
}

/** "said the minister | in comments to a paper": how it was said is none of who said it. */
function mannerFrom(page: Page, from: number, to: number): number {
  for (let i = from; i < to; i++)
    if (
      /^(?:in|during|on)$/.test(wordAt(page, i)) &&
      /^(?:an?|comments|remarks|response|his|her|testimony|reference|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(wordAt(page, i + 1))
    )
      return i
  return to
}

/** A phrase with a name, a noun or a pronoun at its start, and no conjunction that would begin a new clause. */
export function looksLikeSource(page: Page, [from, to]: Range): boolean {
  const first = page.tokens[from]
  if (!first || /^(?:and|but|or|which|that|who|as|while|when|if|because|in|on|at|for|to|with|by|after|before|than)$/.test(first.lower)) return false
  // An auxiliary outside a relative clause makes it a clause of its own: "a condition the state has rejected".
  for (let i = from; i < to && !/^(?:who|which|whose)$/.test(wordAt(page, i)); i++) if (page.tokens[i]?.pos === 'AUX') return false
  if (
    /(?:day|night|morning|afternoon|evening|week|month|year)$/.test(wordAt(page, to - 1)) &&
    /^(?:late|early|last|this|next|on|the|\w+day)$/.test(first.lower)
  )
    return false
  return (
    page.tokens.slice(from, to).some(token => /^(?:PROPN|NOUN|PRON)$/.test(token.pos)) &&
    /^(?:DET|PROPN|NOUN|PRON|ADJ|NUM)$/.test(first.pos) &&
    !/^(?:there|this|that|what)$/.test(first.lower)
  )
}

/** A day, a place, a listener or a carrier: no clause of its own and no quotation. */
function isAdjunct(page: Page, from: number, end: number, told: boolean): boolean {
  if (from >= end) return true
  if (!told && /^(?:DET|PRON|NUM|ADJ)$/.test(page.tokens[from]?.pos ?? '') && !/^(?:last|this|late|early|earlier)$/.test(wordAt(page, from))) return false
  if (end - from > ADJUNCT || /^(?:that|:|how|whether|what|why|he|she|they|it|we|there)$/.test(wordAt(page, from)) || page.quoted[from] !== 0) return false
  for (let i = from; i < end; i++) if (wordAt(page, i) === 'that' || (wordAt(page, i) === ',' && wordAt(page, i + 1) === 'to')) return false
  if (wordAt(page, from) === ',' && !/^(?:citing|quoting|referring|adding|noting)$/.test(wordAt(page, from + 1))) return false
  return !hasFinite(page, [from, end]) || /^(?:citing|quoting)$/.test(wordAt(page, from + 1))
}

/** Whether what stands before the comma is a clause or a quotation, not an opening phrase. */
function isWhole(page: Page, sentence: Stretch, comma: number): boolean {
  const first = wordAt(page, sentence.from)
  if (/^(?:asked|according|speaking)$/.test(first)) return false
  const quotedHere = page.quoted[sentence.from] !== 0
  if (quotedHere) return true
  if (/^(?:when|if|as|while|after|before|because|since|although|though|in|on|at|by|with|during|following|for|despite|given|unlike|amid|without)$/.test(first)) {
    const inner = page.tokens.slice(sentence.from, comma).findIndex(token => token.text === ',')
    return inner >= 0 && hasFinite(page, [sentence.from + inner, comma])
  }
  return hasFinite(page, [sentence.from, comma])
}

export const examples: readonly Example[] = [
  {
    text: 'The two delegations will meet again next week, the Foreign Ministry of Norland said on Monday.',
    list: 'statements',
    rule: 'attribution/en/tail',
    finds: [
      '«the Foreign Ministry of Norland» | «said» | «The two delegations will meet again next week» | indirect speech publisher > body:Foreign Ministry of Norland (2025-05-12)',
    ],
  },
  { text: 'On Monday, the delegation left the hotel.', list: 'statements', rule: 'attribution/en/tail', finds: [] },
]
