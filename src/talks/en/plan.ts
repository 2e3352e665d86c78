import { overlaps, type Example, type Sentence, type Span, type Token, type Track } from '#model'
import { markWords, sentenceAt, sentencesWith, tokensIn } from '#text'
import { planTerms, returnedIn, termsIn, type Draft } from '../proposal.ts'
import { makePosition, type Found } from '../position.ts'
import type { Scene } from '../scene.ts'
import { amountAt, whichAt } from './amount.ts'
import { AGREED, authorsOf, knownAuthors, newLedger, noteAuthors, type Ledger } from './author.ts'
import { complementFrom, type Complement } from './complement.ts'
import { wantedOn } from './continued.ts'
import { isMade, outcomeAt } from './outcome.ts'
import { leadingPair } from './pair.ts'
import { MODAL, isDeed, isVerbal, provisionEnd, provisionStart } from './provision.ts'
import { isNegation } from './verb.ts'
import { PHASES, underAt, wantedUnder } from './under.ts'

const PLANS = new Set(
  (
    'plan proposal offer deal agreement accord pact draft framework package compromise settlement arrangement initiative counteroffer counterproposal bill ' +
    'contract treaty roadmap blueprint truce ceasefire formula legislation measure resolution declaration memorandum protocol ultimatum communique amendment'
  ).split(' '),
)
const PENDING = new Set(
  'plan proposal offer draft counteroffer counterproposal initiative bill amendment demand condition blueprint formula roadmap framework compromise terms term package legislation resolution ultimatum'.split(
    ' ',
  ),
)
/** What lays down terms only where something is so "according to" or "under" it. */
const DOCUMENTS = new Set(['document', 'text'])
const STEPS = new Set(['steps', 'measures', 'ideas', 'approach', 'approaches', 'options', 'solutions', 'points', 'provisions'])
/** Nouns in the plural whose points are demanded. */
const DEMANDED = new Set(['terms', 'demands', 'conditions', 'preconditions'])
/** How many sentences later "the plan" still adds to the one told. */
const REACH = 6

/** What is told so far: who stands behind which plan, and the plan told last. */
interface Told {
  readonly ledger: Ledger
  readonly pair: Draft['by']
  /** The plan told last, and the draft that its first terms made; without terms as yet where it was only named. */
  last?: { readonly draft: Draft; readonly head: Draft; readonly noun: string; readonly sentence: number }
  /** What later sentences tell became of a draft. */
  readonly outcomes: Map<Draft, Draft['status']>
}

/** "The plan would …", "the deal calls for …", "its terms, which include …", "under the proposal, X would …", "it would also …": the terms of a plan named by a noun. */
export function readPlans(scene: Scene, tracks: readonly Track[], offers: readonly Draft[]): Draft[] {
  const offered = new Map(offers.map(offer => [sentenceAt(scene.reading, offer.span[0])?.index, offer]))
  const told: Told = { ledger: newLedger(), pair: pairOf(scene, tracks) ?? leadingPair(scene), outcomes: new Map() }
  const naming = new Set(sentencesWith(scene.reading, PLANNED))
  const drafts = scene.reading.sentences.flatMap(sentence => {
    const before = told.last
    const found = naming.has(sentence) ? readSentence(scene, sentence, told) : []
    const more = found.length > 0 ? found : goOn(scene, sentence, told, before)
    const offer = more.length > 0 ? undefined : offered.get(sentence.index)
    if (offer) told.last = { draft: offer, head: offer, noun: '', sentence: sentence.index }
    return more
  })
  return drafts.map(draft => {
    const status = told.outcomes.get(draft)
    return status ? { ...draft, status } : draft
  })
}

/** The parties of the first line of talks between two of a kind. */
function pairOf(scene: Scene, tracks: readonly Track[]): Draft['by'] | undefined {
  return tracks.find(({ parties }) => new Set(parties.map(id => scene.actors.get(id)?.kind === 'person')).size === 1)?.parties
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

const BY_LEMMA = new Set([...PLANS, ...PHASES, ...DOCUMENTS])
const BY_FORM = new Set([...DEMANDED, ...STEPS])
const PLANNED = markWords({ lemmas: BY_LEMMA, words: BY_FORM })

function isPlan(token: Token | undefined): boolean {
  return token !== undefined && (token.pos === 'NOUN' || token.pos === 'PROPN') && (BY_LEMMA.has(token.lemma) || BY_FORM.has(token.lower))
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
    const lemma = kindOf(tokens, i)
    const own = authorsOf(scene, i, from, to)
    noteAuthors(told.ledger, lemma, own, dayNear(tokens, i, sentence))
    const spot = { noun: i, sentence, own }
    const wanted = wantedAt(scene, i, from, to)
    const draft = wanted && draftAt(scene, { ...spot, wanted }, told)
    if (draft) {
      drafts.push(draft)
      told.last = { draft, head: draft.continues && told.last ? told.last.head : draft, noun: lemma, sentence: sentence.index }
    } else name(scene, spot, told)
  }
  return drafts
}

/** The day named near a plan: "Monday's offer", "the offer that came on Monday". */
function dayNear(tokens: readonly Token[], noun: number, { from, to }: Pick<Sentence, 'from' | 'to'>): string | undefined {
  for (let i = Math.max(from, noun - 4); i < Math.min(to, noun + 12); i++) if (DAYS.test(tokens[i]?.text ?? '')) return tokens[i]?.text
  return undefined
}

const DAYS = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/

/** A plan only named: "put forward a new plan" may be told by the next sentence; "rejected the offer" tells what became of the one told before. */
function name(scene: Scene, spot: Omit<Spot, 'wanted'>, told: Told): void {
  const { noun, sentence, own } = spot
  const { tokens } = scene.reading
  const head = tokens[noun]
  const lemma = head?.lemma ?? ''
  const outcome = outcomeAt(tokens, noun, sentence.from, sentence.to)
  const definite = isDefinite(tokens, noun, sentence.from)
  if (told.last?.noun === lemma && definite) {
    if (outcome && told.last.head.terms.length > 0) told.outcomes.set(told.last.head, outcome)
    return
  }
  if (!head || own.length === 0 || STEPS.has(head.lower) || PHASES.has(lemma)) return
  const draft: Draft = {
    by: own,
    span: [head.start, head.end],
    rule: 'talks/en/plan',
    terms: [],
    status: outcome ?? statusOf(tokens, noun, sentence.from, false),
  }
  told.last = { draft, head: draft, noun: lemma, sentence: sentence.index }
}

/** The words that tell the terms of the plan at a token: after "under the plan,", before "under the plan", after "the plan:", else after its verb. */
function wantedAt(scene: Scene, noun: number, from: number, to: number): Complement | undefined {
  const { tokens } = scene.reading
  const head = tokens[noun]
  const under = underAt(tokens, noun, from)
  if (under !== undefined) return wantedUnder(scene, under, noun, from, to)
  const which = whichAt(tokens, noun)
  if (which !== undefined) return complementFrom(scene, which, to)
  const raised = /^(?:offer|counteroffer|proposal)$/.test(head?.lower ?? '') ? amountAt(tokens, noun, from, to) : undefined
  if (raised) return complementFrom(scene, raised.start, raised.end)
  const colon = STEPS.has(head?.lower ?? '') && head?.lower !== 'points' ? undefined : colonAt(tokens, noun, to)
  if (colon !== undefined) return complementFrom(scene, colon + 1, to)
  const onlyHolds = DOCUMENTS.has(head?.lemma ?? '') || DEMANDED.has(head?.lower ?? '') || STEPS.has(head?.lower ?? '') || PHASES.has(head?.lemma ?? '')
  const start = provisionStart(tokens, noun, to, onlyHolds)
  if (start !== undefined) return complementFrom(scene, start, /^(?:to|that)$/.test(tokens[noun + 1]?.lower ?? '') ? provisionEnd(tokens, start, to) : to)
  // "A proposal of four points" tells none of them.
  const offered = isOfferOf(tokens, noun) ? complementFrom(scene, noun + 2, to) : undefined
  return offered && termsIn(scene, offered.span).length > 0 ? offered : undefined
}

/** "the offer: 3 percent a year", "their demands on the table: …": the colon behind which a plan's points stand. */
function colonAt(tokens: readonly Token[], noun: number, to: number): number | undefined {
  for (let i = noun + 1; i < Math.min(to - 1, noun + 5); i++) {
    const token = tokens[i]
    if (token?.text === ':')
      return /^(?:[a-z0-9$€£])/.test(tokens[i + 1]?.text ?? '') &&
        !/^(?:thus|it|they|he|she|we|you|there|if|but|how|what|why)$/.test(tokens[i + 1]?.lower ?? '')
        ? i
        : undefined
    if (!token || !['ADP', 'DET', 'NOUN', 'ADV', 'ADJ'].includes(token.pos)) return undefined
  }
  return undefined
}

/** "an offer of a raise", "a package of tax cuts". */
function isOfferOf(tokens: readonly Token[], noun: number): boolean {
  return /^(?:offer|package|counteroffer|proposal)$/.test(tokens[noun]?.lower ?? '') && tokens[noun + 1]?.lower === 'of'
}

/** "in simple terms". */
function isManner(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === 'in' || tokens[at - 2]?.lower === 'in'
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
  const lemma = kindOf(tokens, noun)
  if (NO_TERM.test(scene.reading.report.text.slice(wanted.span[0], wanted.span[0] + 200)) || (!OWN.has(lemma) && isGeneric(tokens, noun))) return undefined
  const terms = termsOf(scene, wanted, [tokens[Math.max(from, noun - 4)]?.start ?? head.start, head.end])
  if (terms.length === 0) return undefined
  const definite = isDefinite(tokens, noun, from)
  const near = told.last && told.last.draft.terms.length > 0 && sentence.index - told.last.sentence <= REACH && STEPS.has(head.lower) ? told.last.draft.by : []
  const isUnder = head.lower === 'terms' && underAt(tokens, noun, from) !== undefined
  const known = isUnder
    ? knownAuthors(told.ledger, 'deal')
    : definite && own.length === 0
      ? [...knownAuthors(told.ledger, lemma, dayNear(tokens, noun, { from, to: noun + 6 })), ...near]
      : own
  const by = known.length === 0 && definite && AGREED.has(lemma) ? told.pair : known
  const outcome = outcomeAt(tokens, noun, from, sentence.to)
  if (by.length === 0 && !outcome && !isNear(tokens, noun, from) && isSupposed(tokens, noun, from, wanted)) return undefined
  noteAuthors(told.ledger, lemma, by)
  const continues = definite && told.last?.noun === lemma && sentence.index - told.last.sentence <= REACH && told.last.draft.by.join() === by.join()
  return {
    by,
    span: [Math.min(head.start, wanted.span[0]), Math.max(head.end, wanted.span[1])],
    rule: 'talks/en/plan',
    terms,
    status: isUnder ? 'accepted' : (outcome ?? statusOf(tokens, noun, from, isTentative(scene, wanted))),
    ...(!isUnder && /^(?:terms?|demands?|conditions?)$/.test(head.lower) && { demanded: true as const }),
    ...(definite && { anaphoric: true as const }),
    ...(continues && { continues: true as const }),
  }
}

/** The terms of the words, and what "in return for" adds; the plan's own words tell the issue where theirs do not. */
function termsOf(scene: Scene, wanted: Complement, named: Span): Draft['terms'] {
  const linked = wanted.conditionality === 'linked'
  const terms = [wanted, ...moreOf(scene, wanted)].flatMap(one => planTerms(scene, one.span, named, one.condition, linked))
  return wanted.condition && terms.length > 0 ? [...terms, ...returnedIn(scene, wanted.condition)] : terms
}

/** "while Sweden would …": what a further clause with a "would" of its own lays down; else what a further verb of the same plan does. */
function moreOf(scene: Scene, wanted: Complement, depth = 0): Complement[] {
  const end = wanted.condition?.[1] ?? wanted.span[1]
  const sentence = sentenceAt(scene.reading, end)
  const start = sentence && depth < 3 ? furtherClause(scene.reading.tokens, tokensIn(scene.reading, [end, sentence.span[1]])[0]?.index, sentence.to) : undefined
  const further = sentence && start !== undefined ? complementFrom(scene, start, sentence.to) : undefined
  return further ? [further, ...moreOf(scene, further, depth + 1)] : furtherVerb(scene, wanted)
}

/** The first token of a clause behind ", while", ", and" or ";" whose "would" comes before any verb. */
function furtherClause(tokens: readonly Token[], at: number | undefined, to: number): number | undefined {
  let i = at ?? to
  while (i < to && /^[,;]$/.test(tokens[i]?.text ?? '')) i++
  if (!/^(?:while|and|with)$/.test(tokens[i]?.lower ?? '')) return undefined
  for (let k = i + 1; k < Math.min(to, i + 14); k++) {
    const token = tokens[k]
    if (!token || token.pos === 'VERB' || /^[,;:“”"]$/.test(token.text) || token.lower === 'that') return undefined
    if (MODAL.has(token.lower))
      return k > i + 1 && token.lower !== 'could' && token.lower !== 'should' && !tokens.slice(k + 1, k + 4).some(isNegation) ? i + 1 : undefined
  }
  return undefined
}

/** "and obliges the ministry to …", "and would cut …": what a further verb of the same plan lays down. */
function furtherVerb(scene: Scene, { span, condition }: Complement): Complement[] {
  const end = condition?.[1] ?? span[1]
  const sentence = sentenceAt(scene.reading, span[0])
  const [first, ...rest] = tokensIn(scene.reading, [end, Math.min(end + 60, sentence?.span[1] ?? end)])
  const after = first?.text === ',' ? rest : [first, ...rest]
  const verb = after[0]?.lower === 'and' ? after.slice(1).find(token => token && !MODAL.has(token.lower) && token.pos !== 'ADV') : undefined
  if (!sentence || !verb || verb.pos !== 'VERB' || !isDeed(verb) || after.indexOf(verb) > 3) return []
  const isFinite = verb.lower !== verb.lemma || after.indexOf(verb) > 1
  const more = isFinite ? complementFrom(scene, verb.index, sentence.to) : undefined
  return more ? [more] : []
}

/** The kind of plan a noun names: a "Plan of Action" with a name of its own is a deal. */
function kindOf(tokens: readonly Token[], noun: number): string {
  const lemma = tokens[noun]?.lemma ?? ''
  return lemma === 'plan' && tokens[noun]?.text === 'Plan' && tokens[noun + 1]?.lower === 'of' ? 'agreement' : lemma
}

/** What a plan is thought to bring about, or words that no sentence holds. */
const NO_TERM =
  /^(?:\S+ ){0,4}?(?:trade war|risks?|threats?|obstacles?|odds|chances?|hopes?|fears?|uncertainty|tensions?|path|doubts?|stage|tone|time|opportunity|leverage|questions?|concerns?|stakes|(?:\S+ ){0,5}(?:(?:political|diplomatic|legal) cover|credibility|legitimacy|ammunition|credit card)\b)\b|^(?:\S+ ){0,4}whom\b| \| |\bMORE\b/

/** Nouns whose plural without an article still means certain ones. */
const OWN = new Set('bill plan proposal term demand condition step idea approach option solution point provision measure'.split(' '))

/** "trade deals that …": deals in general. */
function isGeneric(tokens: readonly Token[], noun: number): boolean {
  const token = tokens[noun]
  return token !== undefined && token.lower.endsWith('s') && token.lower !== token.lemma && !isDefinite(tokens, noun, noun - 5)
}

/** "a deal that includes new taxes", "any bill to fund": a plan that nobody tabled and that a clause only tells from others; "a deal should". */
function isSupposed(tokens: readonly Token[], noun: number, from: number, { span }: Complement): boolean {
  if (/^(?:steps|points|provisions|approaches|ideas)$/.test(tokens[noun]?.lower ?? '') || isDefinite(tokens, noun, from)) return false
  if (/^(?:any|every)$/.test(tokens[noun - 1]?.lower ?? '')) return true
  const between = tokens.slice(noun + 1, noun + 15).filter(token => token.end <= span[0])
  const clause = ['that', 'to', 'which'].includes(between[0]?.lower ?? '')
  // "a draft that the envoy handed over would stop": the clause ends before the plan's own verb.
  const modal = between.findIndex(token => MODAL.has(token.lower))
  const ended = modal > 0 && between.slice(0, modal).some(token => token.pos === 'VERB')
  const restricts = (clause && !ended) || between.some(token => /^(?:should|must|could)$/.test(token.lower))
  return restricts || between.length === 0 || (between[0]?.pos === 'VERB' && between[0].lower.endsWith('ing'))
}

/** "close to a deal that would", "working on a plan to": one in the making, whose terms are known. */
function isNear(tokens: readonly Token[], noun: number, from: number): boolean {
  return tokens
    .slice(Math.max(from, noun - 7), noun)
    .some(token =>
      /^(?:close|closer|near|nearing|finalizing|finalising|hammering|negotiating|discussing|considering|drafting|preparing|circulated|circulating)$/.test(
        token.lower,
      ),
    )
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

/** A plan that one side tables is tabled; a deal stands where nothing says that it is still to come. */
function statusOf(tokens: readonly Token[], noun: number, from: number, tentative: boolean): Draft['status'] {
  const lemma = kindOf(tokens, noun)
  if (PENDING.has(lemma)) return 'tabled'
  return AGREED.has(lemma) && !tentative && isMade(tokens, noun, from) ? 'accepted' : 'unclear'
}

/** "the deal would raise": a deal told under "would" may be one to come. */
function isTentative(scene: Scene, { span }: Complement): boolean {
  return /\b(?:would|could|might|may)\b/i.test(scene.reading.report.text.slice(Math.max(0, span[0] - 40), span[0] + 80))
}

/** "It would also …", "In return, X would …", "Farmers would get …" right after a plan: more of its terms. */
function goOn(scene: Scene, sentence: Sentence, told: Told, before: Told['last']): Draft[] {
  const last = before ?? told.last
  if (!last || told.last !== before) return []
  const wanted = wantedOn(scene, sentence, sentence.index - last.sentence, last.draft.terms.length > 0)
  const terms = wanted ? termsOf(scene, wanted, last.draft.span) : []
  if (!wanted || terms.length === 0) return []
  const opened = last.draft.terms.length > 0
  const draft: Draft = { ...last.draft, span: [wanted.span[0], wanted.span[1]], terms, ...(opened && { continues: true as const }) }
  told.last = { ...last, draft, head: opened ? last.head : draft, sentence: sentence.index }
  return [draft]
}

export const examples: readonly Example[] = [
  {
    text: 'The Arland plan calls for a ceasefire and the release of all prisoners.',
    list: 'proposals',
    finds: ['tabled «plan calls for a ceasefire and the release of all prisoners» {CEASEFIRE 1 «a ceasefire»} {CAPTIVES 1 «the release of all prisoners»}'],
  },
  { text: 'The plan has not been seen by anybody.', list: 'proposals', finds: [] },
  {
    text: 'Under the 2015 deal between Sweden and Norway, Sweden limits its stockpile of enriched uranium and allows inspections.',
    list: 'proposals',
    finds: [
      'accepted Sweden + Norway «deal between Sweden and Norway, Sweden limits its stockpile of enriched uranium» {NUCLEAR 1 «Sweden limits its stockpile of enriched uranium»} {MONITORING 1 «allows inspections»}',
    ],
  },
  {
    text: 'Sweden put forward a new proposal on Monday. It would end the blockade of the port.',
    list: 'proposals',
    finds: ['tabled Sweden «end the blockade of the port» {BLOCKADE_SANCTIONS 1 «end the blockade of the port»}'],
  },
  {
    text: 'The rebels rejected the offer of a prisoner exchange.',
    list: 'proposals',
    finds: ['rejected «offer of a prisoner exchange» {CAPTIVES 1 «a prisoner exchange»}'],
  },
  {
    text: 'Under a draft described by two diplomats, Sweden would lift its sanctions, while Norway would return 40 fishing boats.',
    list: 'proposals',
    finds: [
      'tabled «draft described by two diplomats, Sweden would lift its sanctions» {BLOCKADE_SANCTIONS 1 «Sweden would lift its sanctions»} {OTHER 2 «Norway would return 40 fishing boats»}',
    ],
  },
  {
    text: 'The union voted down a tentative agreement that would have raised pay by 24 per cent over four years.',
    list: 'proposals',
    finds: ['rejected «agreement that would have raised pay by 24 per cent over four years» {WAGES_CONDITIONS 2 «raised pay by 24 per cent over four years»}'],
  },
  { text: 'Sweden stepped up its criticism of the deal after Norway lifted its sanctions.', list: 'proposals', finds: [] },
]
