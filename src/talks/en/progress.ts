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
  // "walked out of the talks": the verb before its particle.
  const head = /^(?:out|off|away|down|up|back)$/.test(tokens[i - 1]?.lower ?? '') && tokens[i - 2]?.pos === 'VERB' ? tokens[i - 2] : tokens[i - 1]
  if (token.lower === 'in' && isBeing(tokens, i, from)) return 'ongoing'
  const state = token.lower === 'of' && head ? NOUNS[head.lemma] : undefined
  if (state) return state
  if (head && (OPEN.has(head.lower) || (head.pos === 'VERB' && WISHING.has(head.lemma) && (head.lemma !== 'call' || token.lower === 'for')))) return 'proposed'
  // "ended a second day of talks": what is done with their part is done with them, save that a part's end is no end.
  if (token.lower === 'of' && head && STRETCHES.has(head.lemma)) return partOf(governs(tokens, i - 1, from))
  if (token.lower === 'in' && head && /^(?:participation|involvement|role|part)$/.test(head.lower)) return governs(tokens, i - 1, from)
  return head?.pos === 'VERB' ? underVerb(tokens, head.index, from) : undefined
}

/** One day or round of talks that is over leaves them going on. */
function partOf(state: State | undefined): State | undefined {
  return state === 'concluded' ? 'ongoing' : state
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
  if (group.participle && /^(?:of|from|against|without|about)$/.test(tokens[verb - 1]?.lower ?? '')) return undefined
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
      const close = isListed(tokens, i) || tokens[i + 1]?.lower === 'which' ? i : asideEnd(tokens, i, to)
      if (close === undefined) break
      const aside = tokens[i + 1]?.lower === 'which' ? asideEnd(tokens, i, to) : undefined
      // ", which are being held in Oslo." with no further verb: what the clause tells is told of the talks.
      i = aside ?? (close === i && tokens[i + 1]?.lower === 'which' ? i + 1 : close)
      continue
    }
    due ||= DUE.has(token.lower) && tokens[i - 1]?.pos === 'AUX'
    if (/^(?:that|which|who)$/.test(token.lower)) clause = true
    ahead ||= WILL.has(token.lower) || DUE.has(token.lower) || (token.lower === 'to' && tokens[i - 1]?.pos === 'AUX')
    if (token.pos === 'VERB' && (isPurpose(tokens, i) || isDescribing(tokens, i))) continue
    const row = rowAt(tokens, i)
    const isVerb = token.pos === 'VERB' || token.pos === 'AUX' || (tokens[i - 1]?.text === ',' && token.lower.endsWith('ed'))
    if (row && (isVerb || isStanding(tokens, i, row))) return endedAs(tokens, i, row, to) ?? stated(tokens, i, row, ahead, from)
    if (!isVerb && !COMES.has(token.lemma)) continue
    const come = COMES.has(token.lemma) && !ahead ? comesTo(tokens, i, to) : undefined
    if (come) return come
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

/** "between A, B and C": a comma of the list of parties. */
function isListed(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.lower === 'the' ? tokens[at + 2] : tokens[at + 1]
  return tokens[at - 1]?.pos === 'PROPN' && (next?.pos === 'PROPN' || next?.lower === 'and')
}

/** "Envoys left Oslo without a deal after talks", "ended a day of talks without agreement": how those who talk part, where the words for it govern no talks. */
export function leavingOf(tokens: readonly Token[], { from, to }: Sentence, at: number): State | undefined {
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (token?.pos !== 'VERB' || !LEAVES.has(token.lower)) continue
    const group = verbGroup(tokens, i, from)
    if (group.negated || group.modal !== undefined || group.infinitive) continue
    const left = i < at ? leftAs(tokens, i, to) : undefined
    if (left) return STRETCHES.has(tokens[at - 2]?.lemma ?? '') && i > at - 8 ? 'ongoing' : left
  }
  return undefined
}

const LEAVES = new Set('left departed parted emerged returned ended concluded finished'.split(' '))

/** What talks come to by a noun behind a verb that says little: "reached an impasse", "made little progress", "entered a second week". */
const COMES = new Set('hit reach face be remain come grind run make enter get go stay show bring yield produce end'.split(' '))
const STUCK = /^(?:impasse|stalemate|deadlock|snag|standstill|halt|wall|roadblock|logjam|limbo|buffers|nowhere|aground)$/

function comesTo(tokens: readonly Token[], at: number, to: number): State | undefined {
  let none = false
  for (let i = at + 1; i < Math.min(to, at + 6); i++) {
    const token = tokens[i]
    if (!token || token.pos === 'PUNCT' || token.pos === 'VERB') return undefined
    if (STUCK.test(token.lower)) return token.lower === 'halt' && tokens[at]?.lemma === 'be' ? undefined : 'stalled'
    if (/^(?:hold|ice)$/.test(token.lower) && tokens[i - 1]?.lower === 'on') return 'suspended'
    none ||= token.lower === 'no'
    if (/^(?:progress|headway|breakthrough)$/.test(token.lower)) return none ? 'stalled' : token.lower === 'breakthrough' ? undefined : 'ongoing'
    if (tokens[at]?.lemma === 'enter' && /^(?:day|week|month|year|stage|phase|round|hours)$/.test(token.lemma)) return 'ongoing'
  }
  return undefined
}

const DONE = /^(?:end|break|conclude|finish|close|wrap|adjourn|fail)$/
const GOALS = /^(?:reach|produce|yield|agree|bring|break|bridge|deliver|secure|strike|narrow|make|result|clinch|achieve|find)$/

/** How talks that are over are left: "ended without a deal", "broke up in acrimony", "failed to produce an accord". */
function endedAs(tokens: readonly Token[], at: number, row: StateRow, to: number): State | undefined {
  const lemma = tokens[at]?.lemma ?? ''
  if (!DONE.test(lemma) || row.words.includes('down')) return undefined
  if (lemma === 'fail') return tokens[at + 1]?.lower === 'to' && GOALS.test(tokens[at + 2]?.lemma ?? '') ? 'stalled' : undefined
  return leftAs(tokens, at, to)
}

/** "without a deal", "with no agreement", "in failure" within a few tokens of a verb of ending. */
export function leftAs(tokens: readonly Token[], at: number, to: number): State | undefined {
  for (let i = at + 1; i < Math.min(to, at + 12); i++) {
    const lower = tokens[i]?.lower ?? ''
    if (/^[;:“”"]$/.test(lower)) return undefined
    const next = tokens.slice(i + 1, Math.min(to, i + 6)).map(token => token.lower)
    if (lower === 'without' || (lower === 'with' && next[0] === 'no')) return next.some(word => RESULTS.test(word)) ? 'stalled' : undefined
    if (lower === 'in' && next.some(word => /^(?:acrimony|failure|collapse|disarray)$/.test(word))) return 'collapsed'
    if (lower === 'in' && next.some(word => /^(?:deadlock|stalemate|impasse)$/.test(word))) return 'stalled'
    if (lower === 'inconclusively') return 'stalled'
  }
  return undefined
}

const RESULTS = /^(?:deal|agreement|accord|pact|breakthrough|result|results|progress|settlement|resolution|compromise|consensus|conclusion|signs?)$/

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

/** "the exiled cabinet", "the striking drivers": a participle inside a name of those who talk. */
function isDescribing(tokens: readonly Token[], at: number): boolean {
  return /(?:ed|ing)$/.test(tokens[at]?.lower ?? '') && tokens[at - 1]?.pos === 'DET' && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[at + 1]?.pos ?? '')
}

/** "talks to end the war", "talks on ending the war": what they are for. */
function isPurpose(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const leads = before?.pos === 'ADV' ? tokens[at - 2] : before
  if (leads?.lower === 'to' && tokens[leads.index - 1]?.pos === 'AUX') return false
  return leads?.lower === 'to' || (leads?.pos === 'ADP' && (tokens[at]?.lower.endsWith('ing') ?? false))
}

function verbIsHolding({ lemma, lower }: Token): boolean {
  return HOLDING.has(lemma) || /^(?:take|taking|held|happen|happening|go|going|occur)$/.test(lower)
}

/** "talks are over", "talks at an impasse": no verb, but what is said of them. */
function isStanding(tokens: readonly Token[], at: number, row: StateRow): boolean {
  const before = tokens[at - 1]
  if (/^(?:impasse|stalemate|deadlock|snag|standstill|logjam)$/.test(row.words[0] ?? '')) return true
  if (tokens[at]?.pos === 'NOUN' || tokens[at]?.pos === 'PROPN') return false
  return before?.pos === 'AUX' || before?.pos === 'ADV' || row.words[0] === 'ongoing' || row.words[0]?.startsWith('under') === true
}

function stated(tokens: readonly Token[], at: number, row: StateRow, ahead: boolean, from: number): State | undefined {
  const group = verbGroup(tokens, at, from)
  if (group.negated || (group.modal !== undefined && !WILL.has(group.modal))) return undefined
  if (row.state === 'ongoing') return ahead && row.words[0] !== 'continue' ? 'announced' : 'ongoing'
  return ahead && row.state !== 'suspended' ? undefined : row.state
}
