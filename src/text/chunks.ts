import type { Word } from './lexicon.ts'
import { freshCutter, modelOf } from './tagger.ts'

/** A word of a chunk, where it begins in it, and whether white space, or what was read as it, stands before. */
export interface Piece {
  readonly word: Word
  readonly at: number
  readonly spaced: boolean
}

/** What stands between white space. A full stop or bracket with no space before the next sentence ("Center)A", "programme.Despite") ends a chunk within. */
const STUCK = /(?:[\p{Ll}\d)\]][.!?]["”’')\]]*|\))(?=["“‘]?\p{Lu}\p{L}*[\s\p{Ll}])/gu
/** The longest chunk that is read at once, in UTF-16 units: patterns of addresses take long on longer ones, and no word is. */
const LONGEST = 500
/** How many chunks are remembered, and how long the longest of them may be. */
const [MOST, LONG] = [50_000, 40]

/** A chunk, and the words it is cut into. */
interface Known {
  readonly chunk: string
  readonly pieces: readonly Piece[]
}

const known = new Map<string, Known>()
const words = new Map<string, Word>()
/** The chunk that was met last for each of so many hashes: most are found here, without being cut out of the text. */
const [SLOTS, PRIME] = [1 << 16, 0x01000193]
const met: (Known | undefined)[] = Array.from({ length: SLOTS }, () => undefined)

/** Tells the words of each chunk of a text, and where it begins. */
export function cutChunks(text: string, tell: (pieces: readonly Piece[], start: number) => void): void {
  let hash = 0
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : SPACE
    if (!isSpace(code)) hash = Math.imul(hash ^ code, PRIME)
    else {
      if (at > start) tell(piecesAt(text, start, at, (hash ^ (hash >>> 15)) & (SLOTS - 1)), start)
      hash = 0
      start = at + 1
    }
  }
}

const SPACE = 0x20

/** White space of every kind, as patterns have it. */
function isSpace(code: number): boolean {
  return code <= SPACE ? code === SPACE || (code >= 9 && code <= 13) : code >= 0xa0 && WIDE.has(code)
}

const WIDE = new Set([0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff, ...Array.from({ length: 11 }, (_, i) => 0x2000 + i)])

function piecesAt(text: string, start: number, end: number, slot: number): readonly Piece[] {
  const last = met[slot]
  if (last?.chunk.length === end - start && text.startsWith(last.chunk, start)) return last.pieces
  const found = readChunk(text.slice(start, end))
  met[slot] = found
  return found.pieces
}

/** The words of a chunk, as wink cuts them when it meets nothing else. */
export function cutChunk(chunk: string): readonly Piece[] {
  return readChunk(chunk).pieces
}

function readChunk(chunk: string): Known {
  const found = known.get(chunk)
  if (found) return found
  const made = { chunk, pieces: cutPlain(chunk) ?? [...partsOf(chunk)].flatMap(([from, to]) => cutPart(chunk, from, to)) }
  if (chunk.length <= LONG) {
    if (known.size >= MOST) {
      known.clear()
      words.clear()
    }
    known.set(chunk, made)
  }
  return made
}

/** A word of letters in its marks: most chunks are one. */
const PLAIN = /^(["“‘([]?)([A-Za-z]{2,})([.,;:?!)\]"”’]?)(["”’]?)$/

/** The words of a plain chunk, as wink cuts it: what the model knows with its full stop stays with it, and so is not plain, nor is a contraction. */
function cutPlain(chunk: string): Piece[] | undefined {
  const [, before = '', text = '', after = '', last = ''] = chunk.length > LONG ? [] : (PLAIN.exec(chunk) ?? [])
  if (text === '') return undefined
  const { has, normalOf } = modelOf()
  const normal = normalOf(text)
  if (normal === undefined || (after === '.' && has(`${text}.`)) || (text !== chunk && has(chunk))) return undefined
  const pieces: Piece[] = []
  let at = 0
  const lay = (word: Word): void => {
    pieces.push({ word, at, spaced: at === 0 })
    at += word.text.length
  }
  if (before) lay(markOf(before))
  lay(wordOf(text, 'word', normal, undefined))
  if (after) lay(markOf(after))
  if (last) lay(markOf(last))
  return pieces
}

function markOf(mark: string): Word {
  return words.get(mark) ?? wordOf(mark, 'punctuation', mark, undefined)
}

function* partsOf(chunk: string): Generator<[number, number]> {
  let from = 0
  for (const {
    index,
    0: { length },
  } of `${chunk} `.matchAll(STUCK)) {
    yield* short(from, index + length)
    from = index + length
  }
  yield* short(from, chunk.length)
}

function* short(from: number, to: number): Generator<[number, number]> {
  for (let at = from; at < to; at += LONGEST) yield [at, Math.min(to, at + LONGEST)]
}

/** Words found one after the other; one that wink spells otherwise than the text is left out. */
function cutPart(chunk: string, from: number, to: number): Piece[] {
  const { readDoc, its } = freshCutter()
  const tokens = readDoc(chunk.slice(from, to)).tokens()
  const kinds = tokens.out(its.type)
  const normals = tokens.out(its.normal)
  const joined = tokens.out(its.contractionFlag) as unknown as boolean[]
  const tags = tokens.out(its.pos)
  const lemmas = tokens.out(its.lemma as never) as unknown as string[]
  let cursor = from
  return tokens.out(its.value).flatMap((text, i) => {
    const at = chunk.indexOf(text, cursor)
    if (at < 0 || at + text.length > to || text.trim() === '') return []
    const spaced = cursor === from && at === from
    cursor = at + text.length
    const parts = { tag: tags[i] ?? 'X', lemma: lemmas[i] ?? text }
    return [{ word: wordOf(text, kinds[i] ?? 'word', normals[i] ?? text, joined[i] ? parts : undefined), at, spaced }]
  })
}

function wordOf(text: string, kind: string, normal: string, parts: { readonly tag: string; readonly lemma: string } | undefined): Word {
  const key = parts ? `${text} ${normal} ${parts.tag} ${parts.lemma}` : text
  let word = words.get(key)
  if (!word) words.set(key, (word = modelOf().wordOf({ text, kind, normal, ...parts })))
  return word
}
