import type { Position, Token } from '#model'
import { readRows } from '#text'
import { stemsOf } from './verb.ts'

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

const HEADS: Readonly<Record<string, RegExp>> = {
  'np-deal': /^(?:deal|agreement|accord|pact|treaty|contract|truce|ceasefire|cease-fire|fire|memorandum|protocol|bill|resolution|communique)s?$/,
  'np-agreement': /^(?:deal|agreement|accord|pact|compromise|truce|ceasefire|cease-fire|fire|contract|consensus|settlement|understanding)s?$/,
  'np-proposal': /^(?:proposal|plan|offer|draft|initiative|idea|package|counter-?offer|counterproposal|terms|road-?map|formula|blueprint|demand|condition)s?$/,
  'np-ceasefire': /^(?:ceasefire|cease-fire|fire|truce|armistice|moratorium)s?$/,
  'np-offer': /^(?:proposal|offer|counter-?offer|counterproposal|concession)s?$/,
  'np-condition': /^(?:condition|precondition|terms|deadline|ultimatum)s?$/,
  'to-agreement': /^(?:agreement|terms|compromise|deal)$/,
}
const DAYS = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/
const QUOTES = /^["“”‘’'()]+$/

function wordMatches(token: Token | undefined, word: string, kind: Frame['kind']): boolean {
  if (!token) return false
  return kind === 'adjective' ? token.lower === word : token.lemma.toLowerCase() === word || token.lower === word
}

function kindFits(token: Token, before: Token | undefined, frame: Frame): boolean {
  if (frame.kind === 'noun') return token.pos === 'NOUN' || token.lower === 'no' || isShown(token, before)
  if (frame.kind === 'adjective') return token.pos !== 'NOUN'
  if (token.text !== token.lower && token.index > 0 && !/[.!?“"]$/.test(before?.text ?? '.')) return false
  return (token.pos === 'VERB' && !isShown(token, before)) || token.pos === 'AUX' || (token.pos === 'NOUN' && token.lower.endsWith('ing'))
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

/** Words that date or soften what stands between a verb and the thing wanted: "agreed at least in principle", "vowed last week". */
const SOFT = new Set(['principle', 'least', 'part', 'return', 'turn', 'public', 'private'])
const NEAR = new Set(['this', 'last', 'next', 'earlier', 'late', 'early'])
const TIMES = new Set(['week', 'month', 'year', 'day', 'morning', 'evening', 'afternoon', 'night', 'spring', 'summer', 'autumn', 'fall', 'winter', 'weekend'])

function skipSoft(tokens: readonly Token[], at: number, to: number): number {
  let i = at
  for (; i < to; i++) {
    const token = tokens[i]
    const next = tokens[i + 1]?.lower ?? ''
    if ((token?.lower === 'in' || token?.lower === 'at') && SOFT.has(next)) i++
    else if (token && NEAR.has(token.lower) && (TIMES.has(next) || NEAR.has(next) || DAYS.test(tokens[i + 1]?.text ?? ''))) i++
    else if (token?.lower === 'on' && DAYS.test(tokens[i + 1]?.text ?? '')) i++
    else if (!token || (!QUOTES.test(token.text) && token.pos !== 'ADV' && !DAYS.test(token.text))) break
  }
  return i
}

/** Whether a noun phrase begins here: not a preposition, a mark or a clause. */
function beginsPhrase(token: Token | undefined): boolean {
  if (!token) return false
  // A finite verb never follows here: "rejected calls to", "opposes moves to" are nouns that the tagger took for verbs.
  if (token.pos === 'VERB') return /(?:ing|ed)$/.test(token.lower) || token.lower === `${token.lemma}s`
  return (
    ['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'SYM'].includes(token.pos) &&
    !['that', 'what', 'which', 'who', 'it', 'them', 'him', 'her', 'himself', 'itself', 'how', 'whether', 'themselves'].includes(token.lower)
  )
}

function finds(tokens: readonly Token[], from: number, to: number, test: (token: Token, index: number) => boolean): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (!token || /^[,;:—–]$/.test(token.text) || token.lower === 'that') return false
    if (test(token, i)) return true
  }
  return false
}

/** Whether an infinitive's verb begins here; the tagger calls some of them nouns. */
function beginsVerb(tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[skipSoft(tokens, at, to)]
  return next?.pos === 'VERB' || next?.pos === 'AUX' || (next?.pos === 'NOUN' && next.lower === next.lemma)
}

/** How far the head of a noun phrase may stand: never behind a word that brings a cause or a purpose. */
function headLimit(tokens: readonly Token[], at: number): number {
  for (let i = at; i < at + 9; i++) if (/^(?:for|over|after|because|if)$/.test(tokens[i]?.lower ?? '')) return i
  return at + 9
}

/** What tells where, with whom or when something was agreed or vowed, before the infinitive: "agreed at talks in Oslo to". */
const ADJUNCTS = new Set(['at', 'during', 'with', 'after', 'in', 'on'])

function infinitiveAt(tokens: readonly Token[], at: number, to: number): number | undefined {
  const first = tokens[at]
  if (first?.lower === 'to') return beginsVerb(tokens, at + 1, to) ? at + 1 : undefined
  if (!first || (!ADJUNCTS.has(first.lower) && first.pos !== 'NUM')) return undefined
  for (let i = at + 1; i < Math.min(to, at + 10); i++) {
    const token = tokens[i]
    if (!token || token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'PUNCT' || token.lower === 'plan') return undefined
    if (token.lower === 'to') return beginsVerb(tokens, i + 1, to) ? i + 1 : undefined
  }
  return undefined
}

/** "the proposed loan", "a working group": a participle that stands before its noun. */
function isModifier(tokens: readonly Token[], { index, lower }: Token): boolean {
  return (lower.endsWith('ed') || lower.endsWith('ing')) && ['NOUN', 'PROPN', 'ADJ'].includes(tokens[index + 1]?.pos ?? '')
}

const IN_BRIDGE = new Set(['ADP', 'DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'ADV', 'NUM', 'PART'])

/** "Its demand in the talks is that …", "their goal was to …": where the words after "is" begin. */
function predicateAt(tokens: readonly Token[], after: number, to: number): number | undefined {
  for (let i = after; i < Math.min(to, after + 9); i++) {
    const token = tokens[i]
    if (!token) return undefined
    if (/^(?:is|are|was|were|includes?|included|remains?|remained)$/.test(token.lower)) {
      const next = skipSoft(tokens, i + 1, to)
      const lower = tokens[next]?.lower ?? ''
      if (lower === 'that') return next + 1
      if (lower === 'to') return beginsVerb(tokens, next + 1, to) ? next + 1 : undefined
      if (lower === 'for' || lower === 'been') return lower === 'for' ? next + 1 : tokens[next + 1]?.lower === 'to' ? next + 2 : undefined
      return tokens[next]?.pos !== 'ADJ' && beginsPhrase(tokens[next]) && !tokens[next]?.lower.endsWith('ed') ? next : undefined
    }
    if (!IN_BRIDGE.has(token.pos) || token.lower === 'to' || token.lower === 'that') return undefined
  }
  return undefined
}

/** "gave the rebels until Monday to leave", "has three days to pay": where the deed begins that a deadline is set for. */
function deadlineAt(tokens: readonly Token[], from: number, to: number): number | undefined {
  let set = false
  for (let i = from; i < Math.min(to, from + 14); i++) {
    const token = tokens[i]
    if (!token || token.text === ',' || token.pos === 'AUX') return undefined
    set ||= /^(?:until|hours?|days?|weeks?|months?|deadline|ultimatum)$/.test(token.lower)
    if (set && token.lower === 'to' && beginsVerb(tokens, i + 1, to)) return i + 1
  }
  return undefined
}

/** Where the thing wanted begins if it follows as `need` asks; undefined where it does not. */
function follows(tokens: readonly Token[], after: number, to: number, need: string): number | undefined {
  const i = skipSoft(tokens, after, to)
  const token = tokens[i]
  if (!token || i >= to) return undefined
  if (need === 'to') return infinitiveAt(tokens, i, to)
  if (need === 'to-np') return token.lower === 'to' && beginsPhrase(tokens[skipSoft(tokens, i + 1, to)]) ? i + 1 : undefined
  if (need === 'np') return beginsPhrase(token) ? i : undefined
  if (need === 'that') return token.lower === 'that' && tokens[i + 1]?.pos !== 'PUNCT' ? i + 1 : undefined
  if (need === 'that-would')
    return finds(tokens, token.lower === 'that' ? i + 1 : i, Math.min(to, i + 12), one => /^(?:would|will|could|can)$/.test(one.lower)) ? i : undefined
  if (need === 'be') return predicateAt(tokens, after, to)
  if (need === 'deadline') return deadlineAt(tokens, i, to)
  if (need === 'verb') return token.pos === 'VERB' && token.lower === token.lemma ? i : undefined
  if (need === 'np-from') return beginsPhrase(token) && finds(tokens, i, Math.min(to, i + 7), one => one.lower === 'from') ? i : undefined
  if (need === 'that-should')
    return finds(
      tokens,
      token.lower === 'that' ? i + 1 : i,
      Math.min(to, i + 16),
      (one, index) =>
        /^(?:should|must)$/.test(one.lower) ||
        (/^(?:needs?|has|have)$/.test(one.lower) && tokens[index + 1]?.lower === 'to') ||
        (one.lower === 'be' && tokens[index - 1]?.lower !== 'to'),
    )
      ? i
      : undefined
  if (need === 'np-to')
    return token.pos !== 'ADP' &&
      token.lower !== 'that' &&
      finds(
        tokens,
        i,
        Math.min(to, i + 12),
        (one, index) =>
          one.lower === 'to' &&
          index > i &&
          !tokens.slice(i, index).some(between => between.pos === 'AUX' || (between.pos === 'VERB' && !isModifier(tokens, between))) &&
          beginsVerb(tokens, index + 1, to),
      )
      ? i
      : undefined
  if (need === 'np-for') return token.pos !== 'ADP' && finds(tokens, i, Math.min(to, i + 6), (one, index) => one.lower === 'for' && index > i) ? i : undefined
  const head = HEADS[need]
  if (head)
    return need === 'to-agreement' && token.lower !== 'to'
      ? undefined
      : finds(tokens, i, Math.min(to, headLimit(tokens, i)), one => head.test(one.lower))
        ? i
        : undefined
  return token.lower === need ? i + 1 : undefined
}

/** Every frame whose thing wanted follows as it should, in `tokens.slice(from, to)`; at a token the longest frame. */
export function findFrames(tokens: readonly Token[], from: number, to: number): Match[] {
  const found: Match[] = []
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (!token) continue
    const stem = token.pos === 'NOUN' && tokens[at - 1]?.pos === 'AUX' ? stemsOf(token).find(one => frames.has(one)) : undefined
    const match =
      matchAt(tokens, at, to, frames.get(token.lower)) ??
      matchAt(tokens, at, to, frames.get(token.lemma.toLowerCase())) ??
      (stem === undefined ? undefined : matchAt(tokens, at, to, frames.get(stem)))
    if (match) found.push(match)
  }
  return found
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
    if (
      !token ||
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
  return token && matchAt(tokens, at, to, frames.get(token.lemma.toLowerCase()))
}

/** The frame of a verb that takes the thing wanted as its object, by its lemma alone; for things that stand before their verb. */
export function takesObject(token: Token | undefined): Frame | undefined {
  if (!token || token.pos !== 'VERB') return undefined
  return frames
    .get(token.lemma.toLowerCase())
    ?.find(
      frame => frame.kind === 'verb' && frame.words.length === 1 && frame.needs.some(need => need === 'np' || need === 'np-deal' || need === 'np-agreement'),
    )
}
