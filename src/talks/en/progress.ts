import type { Sentence, Token, Track } from '#model'
import { readRows } from '#text'
import { isNegation, verbGroup } from './verb.ts'

type State = Track['state']

interface StateRow {
  readonly words: readonly string[]
  readonly state: State
}
const states = new Map<string, StateRow[]>()
for (const row of readRows('talk-states', ['words', 'state'])) {
  const words = row.words.split(' ')
  const key = words[0] ?? ''
  states.set(
    key,
    [...(states.get(key) ?? []), { words, state: row.state as State }].sort((a, b) => b.words.length - a.words.length),
  )
}

/** Adjectives right before "talks". */
const TRAITS: Readonly<Record<string, State>> = {
  stalled: 'stalled',
  deadlocked: 'stalled',
  frozen: 'stalled',
  suspended: 'suspended',
  postponed: 'suspended',
  failed: 'collapsed',
  collapsed: 'collapsed',
  ongoing: 'ongoing',
  current: 'ongoing',
  continuing: 'ongoing',
  upcoming: 'announced',
  forthcoming: 'announced',
  planned: 'announced',
  scheduled: 'announced',
  proposed: 'proposed',
  possible: 'proposed',
  potential: 'proposed',
}
/** "the collapse of talks": nouns that say it. */
const NOUNS: Readonly<Record<string, State>> = {
  collapse: 'collapsed',
  breakdown: 'collapsed',
  failure: 'collapsed',
  suspension: 'suspended',
  postponement: 'suspended',
  cancellation: 'suspended',
  conclusion: 'concluded',
}
/** What one does with talks that are to come, or that go on. */
const HOLDING = new Set(
  'hold begin start open resume restart relaunch reopen convene reconvene launch conduct have enter continue join attend host return'.split(' '),
)
const WISHING = new Set(
  'invite call urge propose want offer seek demand hope push press ask request refuse reject resist rule welcome favor favour oppose'.split(' '),
)
const OPEN = new Set('willing ready open prepared willingness readiness offer proposal invitation request prospect possibility push idea'.split(' '))
const DUE = new Set('scheduled set due expected slated planned planning plan plans agreed agree'.split(' '))
const WILL = new Set(['will', "'ll", '’ll', 'would'])
const DOUBTED = new Set([
  'may',
  'might',
  'could',
  'can',
  'should',
  'must',
  'if',
  'whether',
  'unless',
  'until',
  'before',
  'once',
  'let',
  'deny',
  'denied',
  'denies',
  'avoid',
  'prevent',
  'no',
  'any',
])
/** A participle that only tells more of the talks, so that their verb is still to come. */
const MORE = new Set('aimed held focused focussed brokered mediated hosted led sponsored involving including designed meant between'.split(' '))

/** How talks named at a token stand, as the words that govern it or that it governs tell; unclear where none do. */
export function progressOf(tokens: readonly Token[], sentence: Sentence, at: number): State {
  if (isDoubted(tokens, at, sentence.from)) return 'unclear'
  if (tokens.slice(Math.max(sentence.from, at - 4), at).some(token => token.lower === 'door')) return 'proposed'
  const before = governs(tokens, at, sentence.from)
  const after = governed(tokens, at, sentence)
  // What the talks' own verb says comes before an adjective that stays with them.
  return after ?? before ?? traitOf(tokens, at, sentence.from) ?? 'unclear'
}

/** "no talks", "any talks", "denied that the talks": nothing is told of them. */
function isDoubted(tokens: readonly Token[], at: number, from: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 5); i--) {
    const token = tokens[i]
    if (!token || /^[,;:“”"]$/.test(token.text)) return false
    if (DOUBTED.has(token.lower)) return true
    if (token.pos === 'VERB' && token.lower !== 'said') return DOUBTED.has(token.lemma)
  }
  return false
}

function rowAt(tokens: readonly Token[], at: number): StateRow | undefined {
  return states.get(tokens[at]?.lemma ?? '')?.find(row => row.words.every((word, k) => tokens[at + k]?.lemma === word))
}

function traitOf(tokens: readonly Token[], at: number, from: number): State | undefined {
  for (let i = at - 1; i >= Math.max(from, at - 5); i--) {
    const token = tokens[i]
    const state = token && TRAITS[token.lower]
    if (state) return state
    if (!token || !['ADJ', 'NOUN', 'PROPN', 'NUM', 'PART', 'VERB'].includes(token.pos)) return undefined
  }
  return undefined
}

/** The verb or noun that the talks depend on: "broke off talks", "the collapse of the talks", "ready to resume negotiations". */
function governs(tokens: readonly Token[], at: number, from: number): State | undefined {
  let i = at - 1
  while (i >= Math.max(from, at - 9) && ['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART', 'PUNCT', 'PRON', 'ADV'].includes(tokens[i]?.pos ?? '')) {
    if (/^[,;:()]$/.test(tokens[i]?.text ?? '') || tokens[i]?.lower === 'to') break
    i--
    if (isModifier(tokens, i)) i--
  }
  const token = tokens[i]
  if (!token || i < from) return undefined
  if (token.pos === 'VERB') return underVerb(tokens, i, from)
  if (token.pos !== 'ADP' && token.lower !== 'to') return undefined
  const head = tokens[i - 1]
  if (token.lower === 'in' && isBeing(tokens, i, from)) return 'ongoing'
  const state = token.lower === 'of' && head ? NOUNS[head.lemma] : undefined
  if (state) return state
  if (head && (OPEN.has(head.lower) || (head.pos === 'VERB' && WISHING.has(head.lemma) && (head.lemma !== 'call' || token.lower === 'for')))) return 'proposed'
  // "ended a second day of talks": what is done with their part is done with them.
  if (token.lower === 'of' && head && STRETCHES.has(head.lemma)) return governs(tokens, i - 1, from)
  return head?.pos === 'VERB' ? underVerb(tokens, i - 1, from) : undefined
}

/** What talks are told by the length of. */
const STRETCHES = new Set('round day week month hour session series night set phase'.split(' '))

/** "working-level talks", "the continuing talks": a participle that only describes the talks. */
function isModifier(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.pos !== 'VERB' || !/(?:ing|ed)$/.test(token.lower)) return false
  return /^[-–]$/.test(tokens[at + 1]?.text ?? '') || ['DET', 'ADJ', 'PART'].includes(tokens[at - 1]?.pos ?? '')
}

/** "is in talks", "have been in negotiations". */
function isBeing(tokens: readonly Token[], at: number, from: number): boolean {
  return tokens.slice(Math.max(from, at - 4), at).some(token => /^(?:is|are|'re|’re|been|remain|remains|currently)$/.test(token.lower))
}

/** What the verb of the talks says: as told, as to come, or as wished for. */
function underVerb(tokens: readonly Token[], verb: number, from: number): State | undefined {
  const lemma = tokens[verb]?.lemma ?? ''
  if (WISHING.has(lemma) && (lemma !== 'call' || tokens[verb + 1]?.lower === 'for')) return 'proposed'
  const group = verbGroup(tokens, verb, from)
  const row = rowAt(tokens, verb)
  if (group.negated || isAsked(tokens, group.start, from)) return undefined
  if (group.infinitive) return HOLDING.has(lemma) ? aheadOf(tokens, group.start, from) : undefined
  if (group.modal !== undefined) return WILL.has(group.modal) && HOLDING.has(lemma) ? (lemma === 'continue' ? 'ongoing' : 'announced') : undefined
  if (group.participle && tokens[verb]?.lower.endsWith('ing'))
    return isBeing(tokens, verb, from) && HOLDING.has(lemma) ? 'ongoing' : row && !HOLDING.has(lemma) ? row.state : undefined
  if (HOLDING.has(lemma) && isBeing(tokens, verb, from)) return 'ongoing'
  // A bare form behind "let" or "help" tells nothing done.
  return tokens[verb]?.lower === lemma && row?.state !== 'ongoing' ? undefined : row?.state
}

/** "whether the sides will resume talks", "if they hold talks". */
function isAsked(tokens: readonly Token[], at: number, from: number): boolean {
  return tokens.slice(Math.max(from, at - 14), at).some(token => /^(?:whether|if|unless|should|let)$/.test(token.lower))
}

/** "agreed to resume talks", "is set to hold talks", "wants to begin negotiations": what stands before the infinitive. */
function aheadOf(tokens: readonly Token[], start: number, from: number): State | undefined {
  for (let i = start - 1; i >= Math.max(from, start - 4); i--) {
    const token = tokens[i]
    if (!token || /^[,;:“”"]$/.test(token.text)) return undefined
    if (DUE.has(token.lower)) return 'announced'
    if (OPEN.has(token.lower) || WISHING.has(token.lemma)) return 'proposed'
    if (token.pos === 'AUX') return /^(?:is|are|was|were)$/.test(token.lower) && i === start - 1 ? 'announced' : undefined
  }
  return undefined
}

/** The verb that the talks are the subject of: "talks between A and B stalled", "negotiations that lasted all night were resuming". */
function governed(tokens: readonly Token[], at: number, { from, to }: Sentence): State | undefined {
  let clause = false
  let ahead = false
  let due = false
  for (let i = at + 1; i < Math.min(to, at + 20); i++) {
    const token = tokens[i]
    if (!token || /^[;:“”"]$/.test(token.text) || isNegation(token) || DOUBTED.has(token.lower)) return undefined
    if (token.text === ',' && !clause) {
      const close = asideEnd(tokens, i, to)
      if (close === undefined) break
      i = close
      continue
    }
    due ||= DUE.has(token.lower) && tokens[i - 1]?.pos === 'AUX'
    if (/^(?:that|which|who)$/.test(token.lower)) clause = true
    ahead ||= WILL.has(token.lower) || DUE.has(token.lower)
    if (token.pos === 'VERB' && isPurpose(tokens, i)) continue
    const row = rowAt(tokens, i)
    const isVerb = token.pos === 'VERB' || token.pos === 'AUX' || (tokens[i - 1]?.text === ',' && token.lower.endsWith('ed'))
    if (row && (isVerb || isStanding(tokens, i, row))) return stated(tokens, i, row, ahead, from)
    if (token.pos !== 'VERB') continue
    if (MORE.has(token.lower) || DUE.has(token.lower)) continue
    if (clause) {
      clause = false
      continue
    }
    return verbIsHolding(token) && ahead ? 'announced' : verbIsHolding(token) && isBeing(tokens, i, from) ? 'ongoing' : undefined
  }
  return due ? 'announced' : undefined
}

/** The comma that closes an aside about the talks, where a verb of theirs follows it: ", held in Oslo, stalled", ", which Finland hosts, resumed". */
function asideEnd(tokens: readonly Token[], open: number, to: number): number | undefined {
  const first = tokens[open + 1]
  if (first?.pos !== 'VERB' && !/^(?:which|now|once|long|the|an?|in|at|\w+ed)$/.test(first?.lower ?? '')) return undefined
  for (let i = open + 2; i < Math.min(to - 1, open + 18); i++) {
    if (tokens[i]?.text !== ',') continue
    const next = tokens[i + 1]
    return (/^(?:VERB|AUX)$/.test(next?.pos ?? '') && !next?.lower.endsWith('ing')) || rowAt(tokens, i + 1) ? i : undefined
  }
  return undefined
}

/** "talks to end the war", "talks on ending the war": what they are for. */
function isPurpose(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const leads = before?.pos === 'ADV' ? tokens[at - 2] : before
  return leads?.lower === 'to' || (leads?.pos === 'ADP' && (tokens[at]?.lower.endsWith('ing') ?? false))
}

function verbIsHolding({ lemma, lower }: Token): boolean {
  return HOLDING.has(lemma) || /^(?:take|taking|held|happen|happening|go|going|occur)$/.test(lower)
}

/** "talks are over", "talks at an impasse": no verb, but what is said of them. */
function isStanding(tokens: readonly Token[], at: number, row: StateRow): boolean {
  const before = tokens[at - 1]
  if (/^(?:impasse|stalemate|deadlock|snag)$/.test(row.words[0] ?? '')) return true
  if (tokens[at]?.pos === 'NOUN' || tokens[at]?.pos === 'PROPN') return false
  return before?.pos === 'AUX' || before?.pos === 'ADV' || row.words[0] === 'ongoing' || row.words[0]?.startsWith('under') === true
}

function stated(tokens: readonly Token[], at: number, row: StateRow, ahead: boolean, from: number): State | undefined {
  const group = verbGroup(tokens, at, from)
  if (group.negated || (group.modal !== undefined && !WILL.has(group.modal))) return undefined
  if (row.state === 'ongoing') return ahead && row.words[0] !== 'continue' ? 'announced' : 'ongoing'
  return ahead && row.state !== 'suspended' ? undefined : row.state
}
