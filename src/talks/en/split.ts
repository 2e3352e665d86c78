import type { Span, Token } from '#model'
import { tokensIn } from '#text'
import type { Scene } from '../scene.ts'
import { trimSpan } from '../topic.ts'
import { MODAL } from './provision.ts'

/** How far before its auxiliary a clause may begin. */
const REACH = 14
const JOINTS = new Set(['and', 'while', ',', ';'])

/** "both armies would stay apart and a force would patrol": a span for each clause with an auxiliary of its own; the span itself where there is one. */
export function clausesIn(scene: Scene, span: Span): Span[] {
  const tokens = tokensIn(scene.reading, span)
  const modals = tokens.flatMap((token, i) => (MODAL.has(token.lower) ? [i] : []))
  const cuts = modals.slice(1).flatMap(at => jointBefore(tokens, at) ?? [])
  return spansBetween(scene, span, tokens, cuts)
}

/** The "and", "while" or comma that opens the clause of an auxiliary; undefined where a verb or a relative pronoun stands between. */
function jointBefore(tokens: readonly Token[], modal: number): number | undefined {
  for (let i = modal - 1; i > Math.max(0, modal - REACH); i--) {
    const token = tokens[i]
    if (!token || token.pos === 'VERB' || /^(?:that|which|who|if|when|as)$/.test(token.lower)) return undefined
    if (JOINTS.has(token.lower)) return token.lower === 'and' && isNameOrNoun(tokens, i) ? undefined : i
  }
  return undefined
}

/** "Sweden and Norway would": what is joined are two subjects, not two clauses. */
function isNameOrNoun(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.pos === 'PROPN' && tokens[at + 1]?.pos === 'PROPN'
}

/** Words that begin an item of a list that nothing was said of before. */
const OPENS = new Set('a an no more better higher fewer longer free new full two three four five six seven eight nine ten'.split(' '))
/** Nouns that only go on with the number before: "a week and a half". */
const PARTS = new Set('half quarter third fifth tenth'.split(' '))

/** "a four-day week, two years without strikes and a bonus": a span for each item of a list of new things; the span itself where there is one. */
export function itemsIn(scene: Scene, span: Span): Span[] {
  const tokens = tokensIn(scene.reading, span)
  if (!opensItem(tokens, 0)) return [span]
  const cuts = tokens.flatMap((token, i) => {
    if (i < 2 || !(token.text === ',' || (token.lower === 'and' && tokens[i - 1]?.text !== ','))) return []
    const next = tokens[i + 1]?.lower === 'and' ? i + 2 : i + 1
    const between = tokens.slice(0, i).some(one => /^(?:between|both|from|either)$/.test(one.lower))
    return opensItem(tokens, next) && !between ? [i] : []
  })
  return spansBetween(scene, span, tokens, cuts)
}

/** An article or a number with a noun of its own after it. */
function opensItem(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]
  if (!first || !(OPENS.has(first.lower) || first.pos === 'NUM' || /^[$€£]/.test(first.text))) return false
  for (const token of tokens.slice(at + 1, at + 8)) {
    if (token.pos === 'NOUN') return !PARTS.has(token.lower)
    if (!['ADJ', 'NUM', 'SYM', 'PROPN', 'ADV'].includes(token.pos) && !/^[-–%]$/.test(token.text)) return false
  }
  return false
}

function spansBetween(scene: Scene, span: Span, tokens: readonly Token[], cuts: readonly number[]): Span[] {
  if (cuts.length === 0) return [span]
  const { text } = scene.reading.report
  const starts = [span[0], ...cuts.map(at => tokens[tokens[at + 1]?.lower === 'and' ? at + 1 : at]?.end ?? span[1])]
  const ends = [...cuts.map(at => tokens[at]?.start ?? span[0]), span[1]]
  return starts.map((start, i) => trimSpan(text, start, ends[i] ?? span[1])).filter(([start, end]) => end > start)
}
