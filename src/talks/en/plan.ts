import { overlaps, type Example, type Sentence, type Span, type Token, type Track } from '#model'
import { planTerms, type Draft } from '../proposal.ts'
import { makePosition, type Found } from '../position.ts'
import type { Scene } from '../scene.ts'
import { AGREED, authorsOf, knownAuthors, newLedger, noteAuthors, type Ledger } from './author.ts'
import { complementFrom, type Complement } from './complement.ts'
import { UNDERTAKES, dutyAfter, dutyBefore, isVerbal, provisionEnd, provisionStart } from './provision.ts'

const PLANS = new Set(
  (
    'plan proposal offer deal agreement accord pact draft framework package compromise settlement arrangement initiative counteroffer counterproposal bill ' +
    'contract treaty roadmap blueprint truce ceasefire formula legislation measure resolution declaration memorandum protocol ultimatum communique'
  ).split(' '),
)
const PENDING = new Set(
  'plan proposal offer draft counteroffer counterproposal initiative bill demand condition blueprint formula roadmap framework compromise terms term package legislation resolution ultimatum'.split(
    ' ',
  ),
)
const STEPS = new Set(['steps', 'measures', 'ideas', 'approach', 'approaches', 'options', 'solutions', 'points', 'provisions'])
/** Nouns in the plural whose points are demanded. */
const DEMANDED = new Set(['terms', 'demands', 'conditions', 'preconditions'])
/** How many sentences later "the plan" still adds to the one told. */
const REACH = 6

/** What is told so far: who stands behind which plan, and the plan told last. */
interface Told {
  readonly ledger: Ledger
  readonly pair: Draft['by']
  last?: { readonly draft: Draft; readonly noun: string; readonly sentence: number }
}

/** "The plan would …", "the deal calls for …", "its terms, which include …", "under the proposal, X would …", "it would also …": the terms of a plan named by a noun. */
export function readPlans(scene: Scene, tracks: readonly Track[]): Draft[] {
  const told: Told = { ledger: newLedger(), pair: tracks[0]?.parties ?? [] }
  return scene.reading.sentences.flatMap(sentence => {
    const drafts = readSentence(scene, sentence, told)
    return drafts.length > 0 ? drafts : goOn(scene, sentence, told)
  })
}

/** One position an issue for whoever tabled a plan: its points are what they propose, its conditions what they demand. */
export function positionsOfPlans(scene: Scene, drafts: readonly Draft[], known: readonly Found[]): Found[] {
  return drafts
    .filter(draft => draft.status !== 'accepted')
    .flatMap(draft => {
      const stance = draft.demanded ? ('demands' as const) : ('proposes' as const)
      const terms = draft.terms.filter((term, i) => draft.terms.findIndex(one => one.issue === term.issue) === i)
      return terms.flatMap(term =>
        draft.by.flatMap(id => {
          const actor = scene.actors.get(id)
          const wanted = { span: term.span, conditionality: term.linked ? ('linked' as const) : ('none-stated' as const) }
          const told = known.some(({ position }) => position.actor === id && position.issue === term.issue && overlaps(position.span, term.span))
          return actor && !told
            ? [makePosition(scene, draft.rule, { actor, part: { issue: term.issue, span: term.span }, stance, commitment: 'wish', wanted, frame: draft.span })]
            : []
        }),
      )
    })
}

function isPlan(token: Token | undefined): boolean {
  if (token === undefined || (token.pos !== 'NOUN' && token.pos !== 'PROPN')) return false
  return PLANS.has(token.lemma.toLowerCase()) || DEMANDED.has(token.lower) || STEPS.has(token.lower)
}

/** The drafts of one sentence; who stands behind a plan is kept even where no terms are told. */
function readSentence(scene: Scene, sentence: Sentence, told: Told): Draft[] {
  const { tokens } = scene.reading
  const { from, to } = sentence
  const drafts: Draft[] = []
  for (let i = from; i < to; i++) {
    const noun = tokens[i]
    if (!noun || !isPlan(noun) || tokens[i - 1]?.lower === 'no' || isVerbal(tokens, i) || (noun.lower === 'terms' && isManner(tokens, i))) continue
    if (drafts.some(one => one.span[0] <= noun.start && noun.end <= one.span[1])) continue
    const lemma = noun.lemma.toLowerCase()
    const own = authorsOf(scene, i, from, to)
    noteAuthors(told.ledger, lemma, own)
    const wanted = wantedAt(scene, i, from, to)
    const draft = wanted && draftAt(scene, { noun: i, sentence, own, wanted }, told)
    if (!draft) continue
    drafts.push(draft)
    told.last = { draft, noun: lemma, sentence: sentence.index }
  }
  return drafts
}

/** The words that tell the terms of the plan at a token: after "under the plan,", before "under the plan", else after its verb. */
function wantedAt(scene: Scene, noun: number, from: number, to: number): Complement | undefined {
  const { tokens } = scene.reading
  const under = underAt(tokens, noun, from)
  if (under === undefined) {
    const onlyHolds = DEMANDED.has(tokens[noun]?.lower ?? '') || STEPS.has(tokens[noun]?.lower ?? '')
    const start = provisionStart(tokens, noun, to, onlyHolds)
    return start === undefined
      ? undefined
      : complementFrom(scene, start, /^(?:to|that)$/.test(tokens[noun + 1]?.lower ?? '') ? provisionEnd(tokens, start, to) : to)
  }
  const opens = under === from || /^(?:[,:;“”"—–-]|that|and|but|said|says|while|because)$/.test(tokens[under - 1]?.lower ?? '')
  const start = opens ? afterUnder(tokens, noun, to) : undefined
  if (start !== undefined) return complementFrom(scene, start, to)
  const duty = dutyBefore(tokens, under, from)
  if (duty === undefined) return undefined
  return complementFrom(scene, UNDERTAKES.test(tokens[duty]?.lower ?? '') ? duty + 2 : clauseAt(tokens, duty, from), under)
}

/** "in simple terms". */
function isManner(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === 'in' || tokens[at - 2]?.lower === 'in'
}

/** "under the deal", "as part of the agreement", "under the terms of the proposal": the first token of these words. */
function underAt(tokens: readonly Token[], at: number, from: number): number | undefined {
  for (let i = at - 1; i >= Math.max(from, at - 8); i--) {
    const token = tokens[i]
    if (token?.lower === 'under') return tokens[i + 1]?.pos === 'NUM' || tokens[i - 1]?.lower === 'just' ? undefined : i
    if (token?.lower === 'part' && tokens[i - 1]?.lower === 'as') return i - 1
    if (!token || (!['DET', 'ADJ', 'NOUN', 'ADP', 'PROPN', 'PART', 'NUM', 'PRON'].includes(token.pos) && !/^[-–“”"'’]$/.test(token.text))) return undefined
  }
  return undefined
}

function afterUnder(tokens: readonly Token[], at: number, to: number): number | undefined {
  for (let i = at + 1; i < Math.min(to, at + 24); i++) {
    const token = tokens[i]
    const duty = token?.text === ',' ? dutyAfter(tokens, i + 1, to) : undefined
    if (duty !== undefined) return UNDERTAKES.test(tokens[duty]?.lower ?? '') ? duty + 2 : i + 1
    if (token?.pos === 'AUX' && token.lower !== 'was' && token.lower !== 'were') return undefined
  }
  return undefined
}

/** Where the clause of a "would" begins: past the comma, the "that" or the saying before it. */
function clauseAt(tokens: readonly Token[], duty: number, from: number): number {
  for (let i = duty - 1; i >= Math.max(from, duty - 14); i--) {
    if (/^(?:,|that|and|but|said|says|“|”|"|:|;|—|–|while|because|which)$/.test(tokens[i]?.lower ?? '')) return tokens[i]?.lower === 'which' ? duty : i + 1
  }
  return Math.max(from, duty - 14)
}

interface Spot {
  readonly noun: number
  readonly sentence: Sentence
  readonly own: Draft['by']
  readonly wanted: Complement
}

function draftAt(scene: Scene, { noun, sentence, own, wanted }: Spot, told: Told): Draft | undefined {
  const { tokens } = scene.reading
  const { from } = sentence
  const head = tokens[noun]
  if (!head) return undefined
  const lemma = head.lemma.toLowerCase()
  if (NO_TERM.test(scene.reading.report.text.slice(wanted.span[0], wanted.span[0] + 200)) || (!OWN.has(lemma) && isGeneric(tokens, noun))) return undefined
  const terms = termsOf(scene, wanted, [tokens[Math.max(from, noun - 4)]?.start ?? head.start, head.end])
  if (terms.length === 0) return undefined
  const definite = isDefinite(tokens, noun, from)
  const near = told.last && sentence.index - told.last.sentence <= REACH && STEPS.has(head.lower) ? told.last.draft.by : []
  const known = definite && own.length === 0 ? [...knownAuthors(told.ledger, lemma), ...near] : own
  const by = known.length === 0 && definite && AGREED.has(lemma) ? told.pair : known
  const continues = definite && told.last?.noun === lemma && sentence.index - told.last.sentence <= REACH && told.last.draft.by.join() === by.join()
  return {
    by,
    span: [Math.min(head.start, wanted.span[0]), Math.max(head.end, wanted.span[1])],
    rule: 'talks/en/plan',
    terms,
    status: PENDING.has(lemma) ? 'tabled' : 'unclear',
    ...(/^(?:terms?|demands?|conditions?)$/.test(head.lower) && { demanded: true as const }),
    ...(definite && { anaphoric: true as const }),
    ...(continues && { continues: true as const }),
  }
}

/** The terms of the words, and what "in return for" adds; the plan's own words tell the issue where theirs do not. */
function termsOf(scene: Scene, wanted: Complement, named: Span): Draft['terms'] {
  const linked = wanted.conditionality === 'linked'
  const terms = planTerms(scene, wanted.span, named, wanted.condition, linked)
  const words = wanted.condition ? scene.reading.report.text.slice(wanted.condition[0], wanted.condition[1]) : ''
  const lead = /^in (?:return|exchange) for\s+/i.exec(words)?.[0].length
  if (lead === undefined || !wanted.condition || terms.length === 0) return terms
  const back = planTerms(scene, [wanted.condition[0] + lead, wanted.condition[1]], named, undefined, true)
  return [...terms, ...back]
}

/** What a plan is thought to bring about, or words that no sentence holds. */
const NO_TERM =
  /^(?:\S+ ){0,4}?(?:risks?|threats?|obstacles?|odds|chances?|hopes?|fears?|uncertainty|tensions?|path|doubts?|stage|tone|time|opportunity|leverage|questions?|concerns?|stakes)\b|^(?:\S+ ){0,4}whom\b| \| |\bMORE\b/

/** Nouns whose plural without an article still means certain ones. */
const OWN = new Set([
  'bill',
  'plan',
  'proposal',
  'term',
  'demand',
  'condition',
  'step',
  'idea',
  'approach',
  'option',
  'solution',
  'point',
  'provision',
  'measure',
])

/** "trade deals that …": deals in general. */
function isGeneric(tokens: readonly Token[], noun: number): boolean {
  const token = tokens[noun]
  return token !== undefined && token.lower.endsWith('s') && token.lower !== token.lemma && !isDefinite(tokens, noun, noun - 5)
}

/** "the", "this", "its" before the noun of a plan. */
function isDefinite(tokens: readonly Token[], noun: number, from: number): boolean {
  for (let i = noun - 1; i >= Math.max(from, noun - 6); i--) {
    const token = tokens[i]
    if (token?.pos === 'DET' || token?.lower === 'its') return /^(?:the|this|that|its|these)$/.test(token.lower)
    if (!token || ['VERB', 'ADP', 'AUX'].includes(token.pos)) return false
  }
  return false
}

const OPENS =
  /^(?:(?:and|but) )?(?:it|this|that|they)(?:['’]ll| (?:also |then |further )?(?:would|will|calls? for|includes?|requires?|allows?|provides? for|commits?|proposes?|raises?|cuts?|extends?|sets?|bans?|limits?))\b/i
const ALSO =
  /^.{0,60}?\b(?:would|will|must) also\b|^.{0,40}?\balso (?:calls? for|called for|includes?|included|requires?|required|provides? for|agreed to)\b|^in (?:return|exchange),/i

/** "It would also …", "In return, X would …" right after a plan: more of its terms. */
function goOn(scene: Scene, { from, to, index, span }: Sentence, told: Told): Draft[] {
  const { tokens, report } = scene.reading
  const { last } = told
  const words = report.text.slice(span[0], Math.min(span[1], span[0] + 120))
  if (!last || index - last.sentence > 2 || !(OPENS.test(words) || ALSO.test(words))) return []
  const start = /^in (?:return|exchange)/i.test(words) ? from + 3 : provisionStart(tokens, from, Math.min(to, from + 20), false)
  const wanted = start === undefined ? undefined : complementFrom(scene, start, to)
  const first = tokens[from]
  if (!wanted || !first) return []
  const terms = termsOf(scene, wanted, last.draft.span)
  if (terms.length === 0) return []
  const draft: Draft = { ...last.draft, span: [wanted.span[0], wanted.span[1]], terms, continues: true }
  told.last = { ...last, draft, sentence: index }
  return [draft]
}

export const examples: readonly Example[] = [
  {
    text: 'The Arland plan calls for a ceasefire and the release of all prisoners.',
    list: 'proposals',
    finds: ['tabled «plan calls for a ceasefire and the release of all prisoners» {CEASEFIRE 1 «a ceasefire»} {CAPTIVES 1 «the release of all prisoners»}'],
  },
  { text: 'The plan has not been seen by anybody.', list: 'proposals', finds: [] },
]
