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

/** Relates the pieces of one passage or content. Linear but for the cues of a single sentence. */
export function relatePassage(reading: Reading, pieces: readonly Piece[]): Relation[] {
  const sentences = new Map<Piece, number>()
  const sources = new Map<number, Piece[]>()
  const cues = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const sentence = sentenceAt(reading, piece.span[0])?.index ?? -1
    sentences.set(piece, sentence)
    if (piece.part === 'content') continue
    const list = piece.part === 'source' ? sources : cues
    const there = list.get(sentence)
    if (there) there.push(piece)
    else list.set(sentence, [piece])
  }
  const relations = ownContents(pieces, sentences)
  for (const relation of relations) {
    const sentence = (relation.cue && sentences.get(relation.cue)) ?? -1
    const source = relation.cue && sourceOf(relation.cue, sources.get(sentence) ?? [], cues.get(sentence) ?? [])
    if (source) relation.source = source
  }
  return relations.filter(one => one.content.length > 0).sort((a, b) => startOf(a) - startOf(b))
}

function startOf(relation: Relation): number {
  return Math.min(relation.source?.from ?? Infinity, relation.cue?.from ?? Infinity, relation.content[0]?.from ?? Infinity)
}

/** Gives every content to a cue: the nearest on the side that the tagger told, else on the other side, else to none. */
function ownContents(pieces: readonly Piece[], sentences: ReadonlyMap<Piece, number>): Relation[] {
  const cued = pieces.filter(one => one.part === 'cue').map((cue): Relation => ({ cue, content: [] }))
  const loose: Relation[] = []
  let at = 0
  for (const content of pieces) {
    if (content.part !== 'content') continue
    while (at < cued.length && (cued[at]?.cue?.from ?? 0) < content.from) at++
    const owner = ownerOf(content, cued[at - 1], cued[at], sentences)
    if (owner) owner.content.push(content)
    else loose.push({ content: [content] })
  }
  return [...cued, ...loose]
}

function ownerOf(content: Piece, last: Relation | undefined, next: Relation | undefined, sentences: ReadonlyMap<Piece, number>): Relation | undefined {
  const near = (relation: Relation | undefined): boolean => relation?.cue !== undefined && sentences.get(relation.cue) === sentences.get(content)
  if (content.side === 'before') return near(next) ? next : near(last) ? last : (next ?? last)
  return near(last) ? last : (last ?? next)
}

function sourceOf(cue: Piece, here: readonly Piece[], cues: readonly Piece[]): Piece | undefined {
  const left = here.findLast(one => one.to <= cue.from)
  const right = here.find(one => one.from >= cue.to)
  // A source after its cue belongs to the cue it follows at once, unless another cue claims it from the other side.
  const isFree = right !== undefined && !cues.some(other => other.from >= cue.to && other.to <= right.from)
  const rightIsOurs = right?.side === 'after' && isFree
  if (right && rightIsOurs && (right.from - cue.to <= NEAR || left?.side !== 'before')) return right
  if (left && left.side === 'before') return left
  if (right && rightIsOurs) return right
  // What stands before a later cue is the source of that one.
  return left ?? (isFree && !cues.some(other => other.from >= right.to) ? right : undefined)
}
