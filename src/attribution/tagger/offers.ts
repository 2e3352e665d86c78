import type { Reading } from '#model'
import { relatePassage, type Relation } from '../relate.ts'
import type { Landmarks } from './features.ts'
import { hashWord } from './hash.ts'
import { CUE_BEGINS } from './labels.ts'
import { labelLayout } from './layout.ts'
import { findPaths, leadOf, type Path, type Paths } from './paths.ts'
import { cutPieces, makePiece, type Piece } from './piece.ts'
import type { Sheet } from './sheet.ts'

/** What an offer changes of the labels it was read from: nothing; the source is the next one after the cue, or the subject before it; the content is the next passage; it is the layout's. */
export const CHANGES = ['none', 'source', 'subject', 'passage', 'layout'] as const
export type Change = (typeof CHANGES)[number]

/** A relation that may be right, and how it came about. */
export interface Offer {
  readonly relation: Relation
  readonly cue: Piece
  /** The unit of the cue that is likeliest to tell of saying. */
  readonly head: number
  /** The units of its passage. */
  readonly low: number
  readonly high: number
  /** By how much the best labels with this cue outdo the best without. */
  readonly margin: number
  /** How far behind the best labels those are that say so, and how far the best that do not. */
  readonly behind: number
  readonly rival: number
  /** Shares of the near labels' weight that say just so; that have this cue; of those, that have this source; this content. */
  readonly shares: readonly [whole: number, cue: number, source: number, content: number]
  /** By how much the label outdoes any other where the source begins, where the content begins, and where it has ended. */
  readonly leads: readonly [source: number, content: number, end: number]
  readonly change: Change
}

/** A report's units with all that may be said in them, in the order of the cues. */
export interface Scene {
  readonly sheet: Sheet
  readonly marks: Landmarks
  readonly offers: readonly Offer[]
}

/** The relations that the best labels of each passage, and those little behind them, tell of. Linear but for the near labels of one passage, which are few. */
export function readScene(reading: Reading, sheet: Sheet, marks: Landmarks, scores: Float32Array, edges: Float32Array): Scene {
  const offers: Offer[] = []
  for (let s = 0; s + 1 < sheet.passages.length; s++) {
    const passage = new Passage(reading, sheet, marks, s)
    if (passage.high > passage.low) offers.push(...passage.offer(scores, edges))
  }
  return { sheet, marks, offers }
}

interface Reached {
  readonly relation: Relation
  readonly id: string
  readonly path: number
  readonly change: Change
}

const COLON = hashWord(':') | 0

class Passage {
  readonly low: number
  readonly high: number
  private readonly reading: Reading
  private readonly sheet: Sheet
  private readonly marks: Landmarks
  private readonly number: number

  constructor(reading: Reading, sheet: Sheet, marks: Landmarks, number: number) {
    this.reading = reading
    this.sheet = sheet
    this.marks = marks
    this.number = number
    this.low = sheet.passages[number] ?? 0
    this.high = sheet.passages[number + 1] ?? 0
  }

  offer(scores: Float32Array, edges: Float32Array): Offer[] {
    const { reading, sheet, low, high } = this
    const laid = labelLayout(reading, sheet, low, high)
    if (laid) return relatePassage(cutPieces(reading, sheet, laid, low, high, low)).flatMap(one => this.laidOut(one) ?? [])
    const paths = findPaths(sheet, low, high, scores, edges)
    const windows = paths.all.map(path => this.windowOf(path))
    const by = new Map<number, Reached[]>()
    for (const reached of this.relateAll(paths, windows)) {
      const there = by.get(reached.relation.cue?.low ?? -1)
      if (there) there.push(reached)
      else by.set(reached.relation.cue?.low ?? -1, [reached])
    }
    const sum = paths.all.reduce((all, path) => all + Math.exp(path.behind), 0)
    const weights = paths.all.map(path => Math.exp(path.behind) / sum)
    const offers = [...by].sort((a, b) => a[0] - b[0]).flatMap(([cue, reached]) => this.weigh(cue, reached, paths, windows, weights))
    return this.changeSources(offers, paths)
  }

  private laidOut(relation: Relation): Offer | undefined {
    const { cue } = relation
    return cue && { ...this.place(relation, cue), margin: SURE, behind: 0, rival: -SURE, shares: [1, 1, 1, 1], leads: [SURE, SURE, SURE], change: 'layout' }
  }

  private place(relation: Relation, cue: Piece): Pick<Offer, 'relation' | 'cue' | 'head' | 'low' | 'high'> {
    const grades = this.sheet.cue
    let head = cue.high - 1
    for (let k = cue.low; k < cue.high; k++) if ((grades[k] ?? 0) > (grades[head] ?? 0)) head = k
    return { relation, cue, head, low: this.low, high: this.high }
  }

  /** The sentences that a path changes, and the one on either side of them. */
  private windowOf({ from, to }: Path): readonly [number, number] {
    const { start, end } = this.marks
    const first = start[this.low + from] ?? this.low
    const last = end[this.low + to - 1] ?? this.high - 1
    return [Math.max(this.low, start[first - 1] ?? 0), Math.min(this.high, (end[last + 1] ?? this.high) + 1)]
  }

  private relateAll({ all }: Paths, windows: readonly (readonly [number, number])[]): Reached[] {
    const { reading, sheet, low, high } = this
    const next = sheet.word[high - 1] === COLON ? this.nextPassages() : undefined
    return all.flatMap(({ labels }, path) => {
      const [from, to] = windows[path] ?? [low, high]
      return relatePassage(cutPieces(reading, sheet, labels, from, to, low), next !== undefined).flatMap(relation => {
        const { cue } = relation
        const isOpen = relation.content.length === 0
        if (!cue || (isOpen && (!next || this.marks.end[cue.low] !== high - 1))) return []
        if (isOpen && next) relation.content.push(...next)
        return [{ relation, id: idOf(relation), path, change: isOpen ? ('passage' as const) : ('none' as const) }]
      })
    })
  }

  /** The passage after one that ends with a colon, and those after it as long as a quotation stays open. */
  private nextPassages(): Piece[] | undefined {
    const { reading, sheet } = this
    const { passages } = sheet
    const pieces: Piece[] = []
    for (let s = this.number + 1; s + 1 < passages.length && pieces.length < LONGEST; s++) {
      const [from, to] = [passages[s] ?? 0, passages[s + 1] ?? 0]
      pieces.push(makePiece(reading, sheet, { part: 'content', side: 'after' }, from, to))
      if (sheet.quote[from] !== 1 || sheet.quote[to - 1] === 3 || sheet.quote[to] !== 1) break
    }
    return pieces.length > 0 ? pieces : undefined
  }

  /** The relations of one cue, each once, with how the near labels stand to them. */
  private weigh(at: number, reached: readonly Reached[], paths: Paths, windows: readonly (readonly [number, number])[], weights: readonly number[]): Offer[] {
    // What each path says of this cue: where it does not reach it, what the best says.
    const says: (Reached | undefined)[] = new Array<Reached | undefined>(windows.length).fill(undefined)
    for (const one of reached) says[one.path] = one
    for (let path = 0; path < windows.length; path++) if (at < (windows[path]?.[0] ?? 0) || at >= (windows[path]?.[1] ?? 0)) says[path] = says[0]
    const margin = leadOf(paths.behind, at - this.low, CUE_BEGINS)
    const offers: Offer[] = []
    const met = new Set<string>()
    for (const one of reached) {
      const { relation, id, path, change } = one
      if (!relation.cue || met.has(id)) continue
      met.add(id)
      const { shares, rival } = shareOf(one, says, paths, weights)
      const behind = paths.all[path]?.behind ?? 0
      offers.push({ ...this.place(relation, relation.cue), margin, behind, rival, shares, leads: this.leadsOf(relation, paths, path), change })
    }
    return offers
  }

  private leadsOf({ source, content }: Relation, { all, behind }: Paths, path: number): [number, number, number] {
    const labels = all[path]?.labels ?? new Uint8Array(0)
    const lead = (unit: number | undefined): number => {
      const t = (unit ?? this.high) - this.low
      return t < 0 || t >= labels.length ? 0 : Math.max(-SURE, Math.min(SURE, leadOf(behind, t, labels[t] ?? 0)))
    }
    return [lead(source?.low), lead(content[0]?.low), lead(content.at(-1)?.high)]
  }

  /** For the first reading of each cue those with another source: the next one in its sentence where it has none, and the subject before it. */
  private changeSources(offers: readonly Offer[], { all }: Paths): Offer[] {
    const { reading, sheet, marks, low, high } = this
    const sources = new Map<number, Piece[]>()
    for (const piece of cutPieces(reading, sheet, all[0]?.labels ?? new Uint8Array(high - low), low, high, low))
      if (piece.part === 'source') sources.set(piece.sentence, [...(sources.get(piece.sentence) ?? []), piece])
    return offers.flatMap((offer, k) => {
      const { relation, cue } = offer
      if (offers[k - 1]?.cue.low === cue.low) return [offer]
      const here = relation.source
      const others: [Change, Piece | undefined][] = here ? [] : [['source', sources.get(cue.sentence)?.find(one => one.low >= cue.high)]]
      const subject = findSubject(sheet, marks.start[cue.low] ?? low, cue.low)
      if (subject && !(here && here.low < subject[1] && subject[0] < here.high))
        others.push(['subject', makePiece(reading, sheet, { part: 'source', side: 'before' }, ...subject)])
      return [offer, ...others.flatMap(([change, source]) => (source ? [{ ...offer, relation: { ...relation, source }, change }] : []))]
    })
  }
}

/** A lead that leaves no doubt. */
const SURE = 9
/** How many passages a quotation that stays open is followed. */
const LONGEST = 6
const [ADJ, ADV, AUX, DET, NOUN, NUM, PRON, NAME, VERB] = [1, 3, 4, 6, 8, 9, 11, 12, 16]
const PHRASE = new Set([ADJ, DET, NOUN, NUM, NAME])

/** The noun phrase right before the nearest verb to the left of a cue, in its sentence. */
function findSubject({ pos }: Sheet, start: number, cue: number): [number, number] | undefined {
  for (let i = cue - 1; i > start; i--) {
    if (pos[i] !== VERB && pos[i] !== AUX) continue
    let last = i - 1
    while (last > start && (pos[last] === ADV || pos[last] === AUX)) last--
    const tag = pos[last]
    if (tag !== NAME && tag !== PRON && tag !== NOUN) continue
    let first = last
    while (first > start && tag !== PRON && PHRASE.has(pos[first - 1] ?? 0)) first--
    return [first, last + 1]
  }
  return undefined
}

/** How much of the near labels' weight says what one of them says, and the best of those that do not. */
function shareOf(one: Reached, says: readonly (Reached | undefined)[], { all }: Paths, weights: readonly number[]): Pick<Offer, 'shares' | 'rival'> {
  const { source, content } = one.relation
  let [whole, cue, same, alike, rival] = [0, 0, 0, 0, -SURE]
  for (let k = 0; k < says.length; k++) {
    const other = says[k]
    const weight = weights[k] ?? 0
    if (other?.id === one.id) whole += weight
    else rival = Math.max(rival, all[k]?.behind ?? -SURE)
    if (!other) continue
    cue += weight
    if (other.relation.source?.low === source?.low) same += weight
    if (other === one || isSame(other.relation.content, content)) alike += weight
  }
  return { shares: [whole, cue, same / (cue || 1), alike / (cue || 1)], rival }
}

function idOf({ cue, source, content }: Relation): string {
  return [cue?.high, source?.low, source?.high, ...content.flatMap(one => [one.low, one.high])].join()
}

function isSame(a: readonly Piece[], b: readonly Piece[]): boolean {
  return a.length === b.length && a.every((one, k) => one.low === b[k]?.low && one.high === b[k]?.high)
}
