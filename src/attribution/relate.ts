import type { Piece } from './tagger/piece.ts'

/** A cue with its source and its contents: the words of one statement. */
export interface Relation {
  source?: Piece
  cue?: Piece
  content: Piece[]
}

/** How far from its cue, in tokens, a source may stand on the wrong side. */
const NEAR = 3

/** Says which pieces of one passage or content belong together; relations without a content are left out unless `open`. Linear but for the cues of a single sentence. */
export function relatePassage(pieces: readonly Piece[], open = false): Relation[] {
  const sources = new Map<number, Piece[]>()
  const cues = new Map<number, Piece[]>()
  for (const piece of pieces) {
    if (piece.part === 'content') continue
    const list = piece.part === 'source' ? sources : cues
    const there = list.get(piece.sentence)
    if (there) there.push(piece)
    else list.set(piece.sentence, [piece])
  }
  const relations = ownContents(pieces)
  for (const relation of relations) {
    const { cue } = relation
    const source = cue && sourceOf(cue, sources.get(cue.sentence) ?? [], cues.get(cue.sentence) ?? [])
    if (source) relation.source = source
  }
  return relations.filter(one => open || one.content.length > 0).sort((a, b) => startOf(a) - startOf(b))
}

function startOf(relation: Relation): number {
  return Math.min(relation.source?.from ?? Infinity, relation.cue?.from ?? Infinity, relation.content[0]?.from ?? Infinity)
}

/** Gives every content to a cue: the nearest on the side that the tagger told, else on the other side, else to none. */
function ownContents(pieces: readonly Piece[]): Relation[] {
  const cued = pieces.filter(one => one.part === 'cue').map((cue): Relation => ({ cue, content: [] }))
  const loose: Relation[] = []
  let at = 0
  for (const content of pieces) {
    if (content.part !== 'content') continue
    while (at < cued.length && (cued[at]?.cue?.from ?? 0) < content.from) at++
    const owner = ownerOf(content, cued[at - 1], cued[at])
    if (owner) owner.content.push(content)
    else loose.push({ content: [content] })
  }
  return [...cued, ...loose]
}

function ownerOf(content: Piece, last: Relation | undefined, next: Relation | undefined): Relation | undefined {
  const near = (relation: Relation | undefined): boolean => relation?.cue?.sentence === content.sentence
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
