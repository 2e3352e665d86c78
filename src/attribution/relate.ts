import type { Reading } from '#model'
import { sentenceAt } from '#text'
import type { Piece } from './tagger/tagger.ts'

/** A cue with its source and its contents: the words of one statement. */
export interface Relation {
  source?: Piece
  cue?: Piece
  content: Piece[]
}

/** How far from its cue, in tokens, a source may stand on the wrong side. */
const NEAR = 3

/** Says which pieces belong together, passage by passage: contents by their side and nearness, sources by side and nearness. */
export function relatePieces(reading: Reading, pieces: readonly Piece[]): Relation[] {
  const relations: Relation[] = []
  let from = 0
  while (from < pieces.length) {
    const passage = passageOf(reading, pieces[from])
    let to = from + 1
    while (to < pieces.length && passageOf(reading, pieces[to]) === passage) to++
    relations.push(...relatePassage(reading, pieces.slice(from, to)))
    from = to
  }
  return relations
}

function passageOf(reading: Reading, piece: Piece | undefined): number {
  return piece ? (sentenceAt(reading, piece.span[0])?.passage ?? -1) : -1
}

/** Relates the pieces of one passage or content. */
export function relatePassage(reading: Reading, pieces: readonly Piece[]): Relation[] {
  const cues = pieces.filter(one => one.part === 'cue')
  const sources = pieces.filter(one => one.part === 'source')
  const relations: Relation[] = cues.map(cue => ({ cue, content: [] }))
  const sentence = (piece: Piece): number => sentenceAt(reading, piece.span[0])?.index ?? -1
  for (const content of pieces) {
    if (content.part !== 'content') continue
    const owner = ownerOf(content, relations, sentence)
    if (owner) owner.content.push(content)
    else relations.push({ content: [content] })
  }
  for (const relation of relations) {
    const source = relation.cue && sourceOf(relation, sources, cues, sentence)
    if (source) relation.source = source
  }
  return relations.filter(one => one.content.length > 0).sort((a, b) => startOf(a) - startOf(b))
}

function startOf(relation: Relation): number {
  return Math.min(relation.source?.from ?? Infinity, relation.cue?.from ?? Infinity, relation.content[0]?.from ?? Infinity)
}

/** The relation whose cue a content belongs to: the nearest on the side that the tagger told, else on the other side. */
function ownerOf(content: Piece, relations: readonly Relation[], sentence: (piece: Piece) => number): Relation | undefined {
  let next: Relation | undefined
  let last: Relation | undefined
  for (const relation of relations) {
    if (!relation.cue) continue
    if (relation.cue.from < content.from) last = relation
    else next ??= relation
  }
  const near = (relation: Relation | undefined): boolean => relation?.cue !== undefined && sentence(relation.cue) === sentence(content)
  if (content.side === 'before') return near(next) ? next : near(last) ? last : (next ?? last)
  return near(last) ? last : (last ?? next)
}

function sourceOf(relation: Relation, sources: readonly Piece[], cues: readonly Piece[], sentence: (piece: Piece) => number): Piece | undefined {
  const { cue } = relation
  if (!cue) return undefined
  const here = sources.filter(one => sentence(one) === sentence(cue))
  const left = here.filter(one => one.to <= cue.from).at(-1)
  const right = here.find(one => one.from >= cue.to)
  // A source after its cue belongs to the cue it follows at once, unless another cue claims it from the other side.
  const rightIsOurs = right?.side === 'after' && !cues.some(other => other.from >= cue.to && other.to <= right.from)
  if (right && rightIsOurs && (right.from - cue.to <= NEAR || left?.side !== 'before')) return right
  if (left && left.side === 'before') return left
  if (right && rightIsOurs) return right
  return left ?? (right && !cues.some(other => other.from >= cue.to && other.to <= right.from) ? right : undefined)
}
