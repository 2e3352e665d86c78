import type { Position, Reading, Sentence, Token } from '#model'
import { markWords, placesIn, readRows } from '#text'
import { follows } from './follows.ts'
import { stemsIn, stemsOf } from './verb.ts'

/** A way of wanting, offering, accepting or refusing: words, how the thing wanted must follow, and what it makes of the holder. */
export interface Frame {
  readonly id: string
  readonly words: readonly string[]
  readonly kind: 'verb' | 'adjective' | 'noun'
  readonly needs: readonly string[]
  readonly stance: Position['stance'] | 'pledge'
  readonly commitment: Position['commitment']
  /** The stance under a negation; absent where a negation leaves none. */
  readonly negated?: Position['stance']
}

/** A frame found in a sentence: its first token, the first token of the thing wanted, and how that follows. */
export interface Match {
  readonly frame: Frame
  readonly at: number
  readonly complement: number
  readonly need: string
}

const frames = new Map<string, Frame[]>()
for (const row of readRows('stance-frames', ['id', 'words', 'kind', 'needs', 'stance', 'commitment', 'negated'])) {
  const words = row.words.split(' ')
  const frame: Frame = {
    id: row.id,
    words,
    kind: row.kind as Frame['kind'],
    needs: row.needs.split(','),
    stance: row.stance as Frame['stance'],
    commitment: row.commitment as Frame['commitment'],
    ...(row.negated !== '-' && { negated: row.negated as Position['stance'] }),
  }
  const key = words[0] ?? ''
  frames.set(
    key,
    [...(frames.get(key) ?? []), frame].sort((a, b) => b.words.length - a.words.length),
  )
}

/** Words that a frame may begin with; of -ing forms their stem is one. */
export const FRAMED = markWords({ words: frames.keys(), lemmas: frames.keys(), fits: lower => stemsIn(lower).some(stem => frames.has(stem)) })

function wordMatches(token: Token | undefined, word: string, kind: Frame['kind']): boolean {
  if (!token) return false
  return kind === 'adjective' ? token.lower === word : token.lemma === word || token.lower === word
}

function kindFits(token: Token, before: Token | undefined, frame: Frame): boolean {
  if (frame.kind === 'noun') return token.pos === 'NOUN' || token.lower === 'no' || isShown(token, before) || (token.pos === 'VERB' && isOwned(token, before))
  if (frame.kind === 'adjective') return token.pos !== 'NOUN'
  if (token.text !== token.lower && token.index > 0 && !/[.!?“"]$/.test(before?.text ?? '.')) return false
  if (token.pos === 'VERB') return !isShown(token, before) && !isOwned(token, before)
  // "would welcome": the tagger takes it for an adjective.
  if (token.pos === 'ADJ' && /^(?:would|will|'d)$/.test(before?.lower ?? '')) return true
  return token.pos === 'AUX' || ((token.pos === 'NOUN' || token.pos === 'ADJ') && token.lower.endsWith('ing')) || isTold(token, before)
}

/** "Norway's push for", "its demand that": a noun that the tagger took for a verb. */
function isOwned(token: Token, before: Token | undefined): boolean {
  if (token.lower !== token.lemma || !before) return false
  return before.lower === "'s" || before.lower === '’s' ? before.pos === 'PART' : /^(?:its|their|his|our|my)$/.test(before.lower)
}

/** "Norway backs a truce": a verb right after a name that the tagger took for a noun. */
function isTold(token: Token, before: Token | undefined): boolean {
  return (
    token.pos === 'NOUN' &&
    before?.pos === 'PROPN' &&
    token.lower === `${token.lemma}s` &&
    /^(?:back|object|seek|demand|call|urge|offer|want|press|push|balk)$/.test(token.lemma)
  )
}

/** "expressed hope", "voiced support": a noun that the tagger took for a verb. */
function isShown(token: Token, before: Token | undefined): boolean {
  return (
    token.pos === 'VERB' &&
    token.lower === token.lemma &&
    /^(?:express|voice|signal|reiterate|reaffirm|announce|declare)(?:e?s|e?d|ing)?$/.test(before?.lower ?? '')
  )
}

/** "the proposed deal", "an agreed text": a participle before its noun tells nobody's stance. */
function isAttribute(tokens: readonly Token[], at: number, frame: Frame): boolean {
  const before = tokens[at - 1]
  return (
    frame.kind === 'verb' &&
    /(?:ed|en|ing)$/.test(tokens[at]?.lower ?? '') &&
    before !== undefined &&
    (before.pos === 'DET' ||
      before.pos === 'ADJ' ||
      before.pos === 'NUM' ||
      /^(?:its|their|his|her|our|my|your)$/.test(before.lower) ||
      (before.pos === 'PART' && before.lower !== 'to' && before.lower !== 'not' && before.lower !== "n't"))
  )
}

/** Every frame of a sentence whose thing wanted follows as it should; at a token the longest frame. */
export function findFrames(reading: Reading, sentence: Sentence): Match[] {
  const { tokens } = reading
  const { to } = sentence
  const found: Match[] = []
  for (const at of placesIn(reading, FRAMED, sentence)) {
    const token = tokens[at]
    if (!token) continue
    const stem = token.lower.endsWith('ing') && isDoingWord(tokens, at) ? stemsOf(token).find(one => frames.has(one)) : undefined
    const own = frames.get(token.lower)
    const lemma = token.lemma === token.lower ? own : frames.get(token.lemma)
    const match =
      (own && matchAt(tokens, at, to, own)) ??
      (lemma && lemma !== own ? matchAt(tokens, at, to, lemma) : undefined) ??
      (stem === undefined ? undefined : matchAt(tokens, at, to, frames.get(stem)))
    if (match) found.push(match)
  }
  return found
}

/** "was seeking a truce", "came to power promising an end to": an -ing form that the tagger took for a noun or an adjective. */
function isDoingWord(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (token?.pos === 'NOUN') return before?.pos === 'AUX'
  return token?.pos === 'ADJ' && token.lower.endsWith('ing') && (next?.pos === 'DET' || next?.lower === 'to' || next?.lower === 'for') && before?.pos !== 'DET'
}

/** "dismissed it as a stunt", "wants them eased": a pronoun for the thing told before. */
function takesPronoun(tokens: readonly Token[], at: number, frame: Frame): boolean {
  const lower = tokens[at]?.lower ?? ''
  if (!/^(?:it|them|this|that|those|these)$/.test(lower) || !frame.needs.includes('np')) return false
  const next = tokens[at + 1]
  if (frame.stance === 'seeks' || frame.stance === 'demands')
    return next !== undefined && (next.lower === 'to' || (next.pos === 'VERB' && /(?:ed|en)$/.test(next.lower)))
  return (
    lower !== 'them' &&
    (frame.stance === 'rejects' || frame.stance === 'accepts') &&
    (next === undefined || next.pos === 'PUNCT' || /^(?:as|and|but|if|because|when|after|on|in)$/.test(next.lower))
  )
}

function matchAt(tokens: readonly Token[], at: number, to: number, candidates: readonly Frame[] | undefined): Match | undefined {
  const token = tokens[at]
  for (const frame of candidates ?? []) {
    const second = frame.words[1]
    if (
      !token ||
      (second !== undefined && !wordMatches(tokens[at + 1], second, frame.kind)) ||
      !kindFits(token, tokens[at - 1], frame) ||
      isAttribute(tokens, at, frame) ||
      !frame.words.every((word, k) => wordMatches(tokens[at + k], word, frame.kind) || (k === 0 && stemsOf(token).includes(word)))
    )
      continue
    for (const need of frame.needs) {
      const complement = follows(tokens, at + frame.words.length, to, need)
      if (complement !== undefined) return { frame, at, complement, need }
    }
    if (frame.kind === 'verb' && takesPronoun(tokens, at + frame.words.length, frame)) return { frame, at, complement: at + frame.words.length, need: 'it' }
  }
  return undefined
}

/** The frame that begins at a token, with what it takes. */
export function frameAt(tokens: readonly Token[], at: number, to: number): Match | undefined {
  const token = tokens[at]
  return token && matchAt(tokens, at, to, frames.get(token.lemma))
}

/** The frame of a verb that takes the thing wanted as its object, by its lemma alone; for things that stand before their verb. */
export function takesObject(token: Token | undefined): Frame | undefined {
  if (!token || token.pos !== 'VERB') return undefined
  return objects.get(token.lemma)
}

/** The first frame of a lemma that takes its object. */
const objects = new Map(
  [...frames].flatMap(([word, all]) => {
    const first = all.find(
      frame => frame.kind === 'verb' && frame.words.length === 1 && frame.needs.some(need => need === 'np' || need === 'np-deal' || need === 'np-agreement'),
    )
    return first ? [[word, first] as const] : []
  }),
)

/** Verbs that take the thing wanted as their object. */
export const TAKING = markWords({ lemmas: objects.keys() })
