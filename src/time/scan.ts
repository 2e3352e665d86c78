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
function mayFollow(text: string, article: string, end: number, index: ReadonlyMap<string, readonly Pattern[]>): boolean {
  NEXT.lastIndex = end
  const next = NEXT.exec(text)?.[1]?.toLowerCase()
  if (next === undefined) return false
  const first = next.charCodeAt(0)
  return (first >= 48 && first <= 57) || (article === 'the' ? AFTER_THE.has(next) || index.has(next) : AFTER_A.has(next))
}

/** Patterns by the word that they may begin with. */
export function indexOf(patterns: readonly Pattern[]): ReadonlyMap<string, readonly Pattern[]> {
  const index = new Map<string, Pattern[]>()
  for (const pattern of patterns) for (const word of pattern.on) index.set(word, [...(index.get(word) ?? []), pattern])
  return index
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

function hitAt(text: string, at: number, end: number, index: ReadonlyMap<string, readonly Pattern[]>): Hit | undefined {
  const first = text.charCodeAt(at)
  const low = first >= 48 && first <= 57 ? '#' : end - at > LONGEST ? '' : text.slice(at, end).toLowerCase()
  const patterns = index.get(low)
  return patterns && (!ARTICLES.has(low) || mayFollow(text, low, end, index)) ? fitAt(text, at, patterns) : undefined
}

/** Every place where a pattern fits, left to right; the longest at each place, none overlapping. */
export function scan(text: string, index: ReadonlyMap<string, readonly Pattern[]>): Hit[] {
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
