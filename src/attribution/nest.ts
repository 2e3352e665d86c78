import { readAll } from './en/all.ts'
import { mendDraft } from './en/mend.ts'
import { readMidway } from './en/midway.ts'
import { readNouns } from './en/noun.ts'
import { readTail } from './en/tail.ts'
import { KIND_OF_CUE } from './en/words.ts'
import { hullOf, meets, wordAt, type Draft, type Page, type Range } from './page.ts'
import { relatePassage, type Relation } from './relate.ts'
import type { Tagger } from './tagger/tagger.ts'

/** How deep statements within statements are followed. */
const DEEPEST = 4
const SHORTEST = 5
const SELF = /^(?:i|we|you|me|us|my|our|your)(?:[’'](?:m|ve|re|d|ll))?$/
const THIRD = /^(?:he|she|they|it|his|her|their|its)$/

/** A relation of the tagger as a draft. */
export function toDraft(relation: Relation, rule = 'attribution/tagger'): Draft {
  const { source, cue, content } = relation
  return {
    rule,
    content: content.map(one => [one.from, one.to] as const),
    ...(source && { source: [source.from, source.to] as const }),
    ...(cue && { cue: [cue.from, cue.to] as const }),
  }
}

/** Finds statements inside the contents of the drafts by tagging each content as a text of its own, level by level. */
export function nestDrafts(page: Page, tagger: Tagger, drafts: readonly Draft[]): Draft[] {
  const all: Draft[] = []
  let level = [...drafts]
  for (let depth = 1; depth < DEEPEST && level.length > 0; depth++) {
    const found = tagInside(page, tagger, level)
    all.push(...found)
    level = found
  }
  return all
}

interface Place {
  readonly draft: Draft
  readonly strip: Range
}

function tagInside(page: Page, tagger: Tagger, drafts: readonly Draft[]): Draft[] {
  const places: Place[] = drafts.flatMap(draft =>
    draft.content.flatMap(part => {
      const strip = insideOf(page, part)
      return strip[1] - strip[0] >= SHORTEST ? [{ draft, strip }] : []
    }),
  )
  const strips = places.flatMap(({ strip }) => (mayTell(page, strip) ? [{ from: strip[0], to: strip[1], inner: true as const }] : []))
  const pieces = strips.length > 0 ? tagger.tag(strips) : []
  const found: Draft[] = []
  let at = 0
  for (const { draft, strip } of places) {
    const mine = []
    for (let piece = pieces[at]; piece && piece.from >= strip[0] && piece.to <= strip[1]; piece = pieces[++at]) mine.push(piece)
    const marked = relatePassage(mine)
      .flatMap(relation => mendDraft(page, toDraft(relation)) ?? [])
      .filter(inner => isHeard(page, inner, draft))
    const tail = tailInside(page, strip, draft)
    if (tail) {
      found.push(tail)
      continue
    }
    const stretch = { from: strip[0], to: strip[1] }
    const midway = readMidway(page, stretch).filter(one => !marked.some(draft => meets(draft.cue, one.cue) || meets(draft.source, one.source)))
    const plain = [...midway, ...readAll(page, stretch, [...marked, ...midway])].filter(inner => isHeard(page, inner, draft))
    const nouns = readNouns(page, stretch, [...marked, ...plain]).filter(inner => isHeard(page, inner, draft))
    for (const inner of [...marked, ...plain, ...nouns]) found.push({ ...inner, within: draft })
  }
  return found
}

/** "“We waited,” she said": a content that is a quotation with its speaker behind it. */
function tailInside(page: Page, [from, to]: Range, outer: Draft): Draft | undefined {
  const opens = page.quoted[from] === 2 && page.quoted[from - 1] === 1
  if (!opens || page.quoted[to - 1] !== 0) return undefined
  const tail = readTail(page, { from: from - 1, to })
  return tail && isHeard(page, tail, outer) ? { ...tail, within: outer } : undefined
}

/** Whether a word of the range can tell that somebody speaks or thinks. */
function mayTell(page: Page, range: Range): boolean {
  return kindOf(page, range) !== undefined
}

/** What the first word that tells of speech or thought in a range tells of. */
function kindOf(page: Page, [from, to]: Range): string | undefined {
  for (let i = from; i < to; i++) {
    const token = page.tokens[i]
    const kind = token?.lower === 'according' ? 'speech' : KIND_OF_CUE.get(token?.lemma ?? '')
    if (kind !== undefined) return kind
  }
  return undefined
}

/** A content without its quotation marks and the "that" at its head. */
function insideOf(page: Page, [from, to]: Range): Range {
  let first = from
  let last = to
  while (first < last && /^(?:["“”„«»‘’'`,.]+|that)$/.test(wordAt(page, first))) first++
  while (last > first && /^["“”„«»‘’'`,.]+$/.test(wordAt(page, last - 1))) last--
  return [first, last]
}

/** Whether somebody else than the outer speaker is heard: what speakers say of themselves is not nested. */
function isHeard(page: Page, inner: Draft, outer: Draft): boolean {
  const { source, cue } = inner
  if (!cue || !source || meets(cue, outer.cue)) return false
  const first = wordAt(page, source[0])
  if (SELF.test(first)) return false
  const hull = hullOf(inner)
  if (hull[1] - hull[0] < 4) return false
  if (/^(?:them|him|me|us)$/.test(first) || page.tokens[source[1] - 1]?.pos === 'ADP') return false
  const kind = kindOf(page, cue) ?? (inner.rule === 'attribution/tagger' ? undefined : 'speech')
  if (!kind) return false
  return !(source[1] - source[0] === 1 && THIRD.test(first) && (kind === 'thought' || inner.rule === 'attribution/en/noun'))
}
