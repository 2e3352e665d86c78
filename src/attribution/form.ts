import type { Span, Statement } from '#model'
import { hullOf, spanOf, wordAt, type Draft, type Page, type Range } from './page.ts'
import { ATTITUDES, HEDGES, KIND_OF_CUE } from './en/words.ts'

type Kind = NonNullable<Statement['kind']>

/** Rules that find texts given whole, without quotation marks. */
const WHOLE = /^attribution\/en\/(?:printed|posted)$/

/** Direct where every content stands in quotation marks, mixed where some words do, else indirect. */
export function formOf(page: Page, draft: Draft): Statement['form'] {
  if (WHOLE.test(draft.rule)) return 'direct'
  let quoted = 0
  let plain = 0
  for (const [from, to] of draft.content) {
    for (let i = from; i < to; i++) {
      const token = page.tokens[i]
      if (!token || !/[\p{L}\p{N}]/u.test(token.text)) continue
      if ((page.quoted[i] ?? 0) > 0) quoted++
      else plain++
    }
  }
  return quoted === 0 ? 'indirect' : plain === 0 ? 'direct' : 'mixed'
}

const WRITTEN = /^(?:tweet|statement|letter|email|e-mail|memo|blog|article|report|op-ed|editorial|post)$/

/** What kind of saying the cue tells; a document writes. */
export function kindOfCue(page: Page, draft: Draft, last: string): Kind {
  const { cue } = draft
  if (last === 'document' || WHOLE.test(draft.rule)) return 'writing'
  if (!cue) return 'speech'
  for (let i = cue[0]; i < cue[1]; i++) {
    const token = page.tokens[i]
    const kind = token && (KIND_OF_CUE.get(token.lemma) ?? KIND_OF_CUE.get(token.lower) ?? (ATTITUDES.has(token.lower) ? 'thought' : undefined))
    if (!kind) continue
    if (kind === 'speech' && isWritten(page, cue[1], draft)) return 'writing'
    return kind
  }
  return 'speech'
}

/** "said in a tweet", "wrote in a letter". */
function isWritten(page: Page, from: number, draft: Draft): boolean {
  for (let i = from; i < from + 5; i++) {
    if (draft.content.some(part => part[0] <= i && i < part[1])) return false
    if (WRITTEN.test(wordAt(page, i)) && /^(?:a|an|the|its|his|her|their|written)$/.test(wordAt(page, i - 1)) && wordAt(page, i) === 'tweet') return true
  }
  return false
}

const NEGATION = /^(?:not|n't|n’t|never|no|little|nothing)$/
const REFUSAL = /^(?:decline|refuse)$/

/** "did not say", "declined to comment", "gave no indication", "have yet to announce". */
export function isNegated(page: Page, draft: Draft): boolean {
  const { cue, source } = draft
  if (!cue) return false
  const from = source && source[1] <= cue[0] && cue[0] - source[1] < 4 ? source[1] : cue[0]
  for (let i = from; i < cue[1]; i++) {
    const word = wordAt(page, i)
    if ((NEGATION.test(word) && word !== 'little') || REFUSAL.test(page.tokens[i]?.lemma ?? '')) return true
    if (word === 'yet' && wordAt(page, i + 1) === 'to') return true
  }
  return false
}

/** The hedges in the statement's own words: in its cue, its frame, or its content, but not in what it quotes within. */
export function hedgesOf(page: Page, draft: Draft, inner: readonly Range[]): Span[] {
  const [from, to] = hullOf(draft)
  const found: Span[] = []
  for (let i = from; i < to; i++) {
    const end = hedgeEnd(page, i)
    if (end === undefined || inner.some(range => range[0] <= i && i < range[1]) || isSaidSo(page, draft, i)) continue
    const start = /^(?:has|have|had)$/.test(wordAt(page, i - 1)) && wordAt(page, i) === 'been' ? i - 1 : i
    found.push(spanOf(page, [start, end]))
    i = end - 1
  }
  return found
}

/** "The police alleged that": somebody's verb of saying, not the writer's holding back. */
function isSaidSo(page: Page, { cue, source }: Draft, at: number): boolean {
  return source !== undefined && cue !== undefined && cue[0] <= at && at < cue[1] && wordAt(page, at).endsWith('ed')
}

/** Adverbs that may stand inside a hedge of several words: "is now believed". */
const BETWEEN = /^(?:also|now|still|long|already|generally|commonly|widely|reliably|variously|privately|since|not)$/
/** Verbs that rows name by their lemma. */
const INFLECTED = /^(?:be|seem|appear|look)$/

/** "more likely to strike", "a potentially dangerous step": how likely a thing is, or what kind of thing, and nothing held back. */
function isCompared(page: Page, at: number): boolean {
  const word = wordAt(page, at)
  if (/^(?:un)?likely$/.test(word)) return /^(?:more|less|most|least|as|how|equally)$/.test(wordAt(page, at - 1))
  return word === 'potentially' && page.tokens[at + 1]?.pos === 'ADJ'
}

/** Where a hedge that begins at the token ends; undefined where none begins. */
function hedgeEnd(page: Page, at: number): number | undefined {
  if (isCompared(page, at)) return undefined
  const lemma = page.tokens[at]?.lemma ?? ''
  for (const hedge of HEDGES.get(INFLECTED.test(lemma) ? lemma : wordAt(page, at)) ?? []) {
    let end = at + 1
    const fits = hedge.slice(1).every(word => {
      while (BETWEEN.test(wordAt(page, end))) end++
      const token = page.tokens[end++]
      return token !== undefined && (token.lower === word || (token.lemma === word && INFLECTED.test(word)))
    })
    if (fits) return end
  }
  return undefined
}
