import { readFileSync } from 'node:fs'
import { analyse } from '#analyse'
import { NOTHING_KNOWN, type Analysis, type Span } from '#model'
import { makeReport } from '#read'
import { pairTold, type Told } from './relation.ts'

interface Passage {
  readonly id: string
  readonly text: string
  readonly statements: readonly { source?: string; cue?: string; content: string[]; chain: string[]; hedges?: string[] }[]
}

/** One passage of our own with what we find in it. */
export interface Own {
  readonly id: string
  readonly text: string
  readonly gold: readonly (Told & { chain: readonly string[]; hedges: readonly Span[] })[]
  readonly ours: Analysis
  /** For each of our statements the label it matches, or -1. */
  readonly pairs: readonly number[]
}

/** Where the words stand: whole words, from an offset on, else anywhere. */
export function placeOf(text: string, words: string, from: number): Span {
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = text[at - 1] ?? ' '
    const after = text[at + words.length] ?? ' '
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return [at, at + words.length]
  }
  const any = text.indexOf(words)
  if (any < 0) throw new Error(`The gold names words that its text does not have: ${words}`)
  return from > 0 ? placeOf(text, words, 0) : [any, any + words.length]
}

function placeAll(text: string, one: Passage['statements'][number], from: number): Own['gold'][number] {
  let at = 0
  const content = one.content.map(words => {
    const span = placeOf(text, words, at)
    at = span[1]
    return span
  })
  const source = one.source === undefined ? [] : [placeOf(text, one.source, from)]
  // A cue stands beside its source: "said" after it, or before it in inverted order.
  const near = source[0] ? Math.max(0, source[0][0] - (one.cue?.length ?? 0) - 4) : 0
  const cue = one.cue === undefined ? [] : [placeOf(text, one.cue, near)]
  return { source, cue, content, chain: one.chain, hedges: (one.hedges ?? []).map(words => placeOf(text, words, 0)) }
}

/** The statements of an analysis as they are compared. */
export function toldOf(analysis: Analysis): Told[] {
  return analysis.statements.map(({ source, cue, content }) => ({ source: source ? [source] : [], cue: cue ? [cue] : [], content }))
}

/** The passages of a half of our own gold, analysed. */
export function readOwn(half: 'tune' | 'unseen'): Own[] {
  const lines = readFileSync(new URL(`./attribution/${half}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
  return lines.map(line => {
    const { id, text, statements } = JSON.parse(line) as Passage
    const ours = analyse(makeReport({ text, publisher: 'Example Wire', published: '2025-05-12' }), NOTHING_KNOWN)
    let from = 0
    const gold = statements.map(one => {
      const placed = placeAll(text, one, from)
      from =
        one.content.length > 0 && statements.length > 1 && placed.content[0] && placed.source[0] && placed.source[0][0] > placed.content[0][0]
          ? placed.source[0][1]
          : from
      return placed
    })
    return { id, text, gold, ours, pairs: pairTold(toldOf(ours), gold) }
  })
}
