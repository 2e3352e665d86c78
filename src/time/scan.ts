import type { Span } from '#model'
import { AFTER_A, AFTER_THE, ARTICLES } from './en/articles.ts'
import { modBefore } from './en/mods.ts'
import type { Pattern, Words } from './pattern.ts'

/** Where a pattern fits: its span with the words before that belong to it. */
export interface Hit {
  readonly pattern: Pattern
  readonly words: Words
  readonly span: Span
  readonly mod?: string
}

const AROUND = 40
const LETTER = /[\p{L}\p{N}]/uy
/** The longest word that a pattern begins with. */
const LONGEST = 12

const NEXT = /(?:[ \u00A0\t]{1,2}|-)[’'‘]?([\p{L}\p{N}]+)/uy

/** Whether a pattern may go on after an article: most articles begin no time, and one look at the next word is cheaper than every pattern. */
function mayFollow(text: string, article: string, end: number, index: Index['byWord']): boolean {
  NEXT.lastIndex = end
  const next = NEXT.exec(text)?.[1]?.toLowerCase()
  if (next === undefined) return false
  const first = next.charCodeAt(0)
  return (first >= 48 && first <= 57) || (article === 'the' ? AFTER_THE.has(next) || index.has(next) : AFTER_A.has(next))
}

/** Patterns by the word that they may begin with, in lower case. */
export interface Index {
  readonly byWord: ReadonlyMap<string, readonly Pattern[]>
  /** Which first letters and lengths those words have: most words are left at this look, without being taken out of the text. */
  readonly letters: Uint8Array
}

/** The place in `letters` of a word of so many units that begins with these; capitals and small letters share one. */
function slotOf(first: number, second: number, length: number): number {
  return (first & 31) | ((second & 31) << 5) | (Math.min(length, 15) << 10)
}

/** Lays patterns out by the word that they may begin with. */
export function indexOf(patterns: readonly Pattern[]): Index {
  const byWord = new Map<string, Pattern[]>()
  const letters = new Uint8Array(1 << 14)
  for (const pattern of patterns) {
    for (const word of pattern.on) {
      byWord.set(word, [...(byWord.get(word) ?? []), pattern])
      // Other letters than ours may have another length as small ones.
      if (/[^\0-\x7f]/.test(word)) letters.fill(1)
      else letters[slotOf(word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : 0, word.length)] = 1
    }
  }
  return { byWord, letters }
}

function mayBegin(text: string, at: number, end: number, { letters }: Index): boolean {
  const first = text.charCodeAt(at)
  const second = end > at + 1 ? text.charCodeAt(at + 1) : 0
  return first > 127 || second > 127 || letters[slotOf(first, second, end - at)] === 1
}

function fitAt(text: string, at: number, patterns: readonly Pattern[]): Hit | undefined {
  let best: Hit | undefined
  for (const pattern of patterns) {
    pattern.shape.lastIndex = at
    const match = pattern.shape.exec(text)
    if (!match || (best && at + match[0].length <= best.span[1])) continue
    const end = at + match[0].length
    const words: Words = match.groups ?? {}
    if (pattern.accepts && !pattern.accepts(words, match[0], text.slice(Math.max(0, at - AROUND), at), text.slice(end, end + AROUND))) continue
    best = { pattern, words, span: [at, end] }
  }
  return best
}

function withMods(text: string, from: number, hit: Hit): Hit {
  if (!hit.pattern.mods) return hit
  const before = modBefore(text.slice(Math.max(from, hit.span[0] - AROUND), hit.span[0]), hit.pattern.mods)
  return before ? { ...hit, span: [hit.span[0] - before.length, hit.span[1]], mod: before.mod } : hit
}

/** Where the run of letters and digits ends that begins at a place; the place itself where none does. */
function wordEnd(text: string, at: number): number {
  let end = at
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code < 128) {
      if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57))) break
      end++
    } else {
      LETTER.lastIndex = end
      if (!LETTER.test(text)) break
      end = LETTER.lastIndex
    }
  }
  return end
}

function hitAt(text: string, at: number, end: number, index: Index): Hit | undefined {
  const first = text.charCodeAt(at)
  const isDigit = first >= 48 && first <= 57
  if (!isDigit && (end - at > LONGEST || !mayBegin(text, at, end, index))) return undefined
  const low = isDigit ? '#' : text.slice(at, end).toLowerCase()
  const patterns = index.byWord.get(low)
  return patterns && (!ARTICLES.has(low) || mayFollow(text, low, end, index.byWord)) ? fitAt(text, at, patterns) : undefined
}

/** Every place where a pattern fits, left to right; the longest at each place, none overlapping. */
export function scan(text: string, index: Index): Hit[] {
  const hits: Hit[] = []
  let from = 0
  let at = 0
  while (at < text.length) {
    const end = wordEnd(text, at)
    const hit = end > at ? hitAt(text, at, end, index) : undefined
    if (hit) {
      hits.push(withMods(text, from, hit))
      from = hit.span[1]
    }
    at = hit ? from : Math.max(end, at + 1)
  }
  return hits
}
