import { overlaps, type Example, type Id, type Sentence, type Span, type Token } from '#model'
import { termsIn, type Draft } from '../proposal.ts'
import { makePosition, type Found } from '../position.ts'
import { holderOf, type Scene } from '../scene.ts'
import { complementFrom } from './complement.ts'
import { firstActor, possessorOf, subjectOf } from './subject.ts'
import { isNegation } from './verb.ts'

const PLANS = new Set(
  (
    'plan proposal offer deal agreement accord pact draft framework package compromise settlement arrangement initiative counteroffer counterproposal bill ' +
    'contract treaty roadmap blueprint truce ceasefire formula legislation measure'
  ).split(' '),
)
const PENDING = new Set([
  'plan',
  'proposal',
  'offer',
  'draft',
  'counteroffer',
  'counterproposal',
  'initiative',
  'bill',
  'demand',
  'condition',
  'blueprint',
  'formula',
  'roadmap',
  'framework',
  'compromise',
  'terms',
  'term',
  'package',
])
/** Nouns in the plural whose points are demanded. */
/** Nouns that one side tables, so that "the plan" is the one told last. */
const TABLED = new Set(['plan', 'proposal', 'offer', 'counteroffer', 'counterproposal', 'initiative', 'draft', 'blueprint'])
const STEPS = new Set(['steps', 'measures', 'ideas', 'approach', 'approaches', 'options', 'solutions', 'points', 'provisions'])
const DEMANDED = new Set(['terms', 'demands', 'conditions', 'preconditions'])
/** What a plan would bring about rather than do. */
const EFFECTS = new Set(
  (
    'mean produce throw point manage face hurt invite cost avert address fail lead result cause find take go need become pass hit leave see seem prove come get lose remain make ' +
    'help harm affect happen depend look serve work hold begin expire give add save hand turn'
  ).split(' '),
)
const HOLDS = new Set([
  'include',
  'contain',
  'envisage',
  'envision',
  'foresee',
  'stipulate',
  'require',
  'propose',
  'specify',
  'guarantee',
  'mandate',
  'feature',
  'comprise',
  'cover',
  'involve',
  'set',
  'allow',
  'offer',
  'entail',
])
const MODAL = new Set(['would', 'will', 'could', 'should', 'shall'])

/** "The plan would …", "the deal calls for …", "its terms, which include …", "under the proposal, X would …": the terms of a plan named by a noun. */
export function readPlans(scene: Scene): Draft[] {
  let last: Draft['by'] = []
  return scene.reading.sentences.flatMap(sentence => {
    const drafts = readSentence(scene, sentence).map(draft => (draft.by.length === 0 && draft.inherits ? { ...draft, by: last } : draft))
    last = drafts[0]?.by ?? authorsNamed(scene, sentence) ?? last
    return drafts
  })
}

/** Who is told in a sentence to have tabled a plan, its terms told or not. */
function authorsNamed(scene: Scene, { from, to }: Sentence): Draft['by'] | undefined {
  const { tokens } = scene.reading
  for (let i = from; i < to; i++) {
    if (!PENDING.has(tokens[i]?.lemma.toLowerCase() ?? '') || !isPlan(tokens[i])) continue
    const by = authorsOf(scene, i, from, to)
    if (by.length > 0) return by
  }
  return undefined
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

function readSentence(scene: Scene, { from, to }: Sentence): Draft[] {
  const { tokens } = scene.reading
  for (let i = from; i < to; i++) {
    if (!isPlan(tokens[i]) || tokens[i - 1]?.lower === 'no' || (tokens[i]?.lower === 'terms' && isManner(tokens, i))) continue
    const start = isUnder(tokens, i, from) ? afterUnder(tokens, i, to) : termsStart(tokens, i, to)
    const draft = start === undefined ? undefined : draftAt(scene, i, start, from, to)
    if (draft) return [draft]
  }
  return []
}

/** "in simple terms". */
function isManner(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === 'in' || tokens[at - 2]?.lower === 'in'
}

/** "under the deal", "as part of the agreement", "in the proposal". */
function isUnder(tokens: readonly Token[], at: number, from: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 6); i--) {
    const token = tokens[i]
    if (token?.lower === 'under') return true
    if (!token || (token.pos !== 'DET' && token.pos !== 'ADJ' && token.pos !== 'NOUN' && token.pos !== 'ADP' && token.pos !== 'PROPN' && token.pos !== 'PART'))
      return false
  }
  return false
}

function afterUnder(tokens: readonly Token[], at: number, to: number): number | undefined {
  for (let i = at + 1; i < Math.min(to, at + 14); i++) if (tokens[i]?.text === ',') return hasModal(tokens, i + 1, to) ? i + 1 : undefined
  return undefined
}

function hasModal(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 16); i++) if (MODAL.has(tokens[i]?.lower ?? '') || tokens[i]?.lower === 'agreed') return true
  return false
}

/** Words between a plan and its verb that leave it the subject: "that", "which", an adverb, a day, "on Wednesday". */
function leavesSubject(token: Token): boolean {
  return (
    token.pos === 'ADV' ||
    token.pos === 'AUX' ||
    token.pos === 'ADP' ||
    token.pos === 'PROPN' ||
    token.pos === 'NOUN' ||
    token.pos === 'ADJ' ||
    token.pos === 'DET' ||
    token.lower === 'that' ||
    token.lower === 'which'
  )
}

/** Where the terms begin after the noun of a plan: past "would", "calls for", ", which include". Undefined where another subject or a "not" stands between. */
function termsStart(tokens: readonly Token[], at: number, to: number): number | undefined {
  const relative = tokens[at + 1]?.text === ',' && tokens[at + 2]?.lower === 'which'
  for (let i = at + (relative ? 3 : 1); i < Math.min(to, at + 8); i++) {
    const token = tokens[i]
    const next = tokens[i + 1]
    if (!token || !next || isNegation(token) || isNegation(next) || ['and', 'but', 'or', ',', 'because'].includes(token.lower)) return undefined
    const start = startAt(token, next, i, relative || DEMANDED.has(tokens[at]?.lower ?? '') || STEPS.has(tokens[at]?.lower ?? ''))
    if (start !== undefined) return start
    const told = token.pos === 'VERB' && ['that', 'which'].includes(tokens[at + 1]?.lower ?? '')
    if ((token.pos === 'VERB' && !told) || (!told && !leavesSubject(token))) return undefined
  }
  return undefined
}

/** The first token of the terms where a verb of holding or doing begins at a token. */
function startAt(token: Token, next: Token, at: number, onlyHolds: boolean): number | undefined {
  if (/^(?:paired|coupled|combined)$/.test(token.lower) && next.lower === 'with') return at + 2
  if ((token.lemma === 'call' || token.lemma === 'provide') && next.lower === 'for') return at + 2
  if (token.pos === 'VERB' && HOLDS.has(token.lemma) && !['proposed', 'set', 'offered', 'involved'].includes(token.lower)) return at + 1
  if (token.lower === 'including') return at + 1
  if (!MODAL.has(token.lower) || next.lower === 'be') return undefined
  if (HOLDS.has(next.lemma)) return at + 2
  return next.pos === 'VERB' && !onlyHolds && !EFFECTS.has(next.lemma) ? at + 1 : undefined
}

function draftAt(scene: Scene, noun: number, start: number, from: number, to: number): Draft | undefined {
  const { tokens } = scene.reading
  const wanted = complementFrom(scene, start, to)
  const head = tokens[noun]
  if (!wanted || !head) return undefined
  const terms = termsIn(scene, wanted.span, wanted.condition, wanted.conditionality === 'linked')
  if (terms.length === 0) return undefined
  const told = {
    ...(/^(?:terms?|demands?|conditions?)$/.test(head.lower) && { demanded: true as const }),
    ...(['the', 'this', 'that', 'its'].includes(definiteAt(tokens, noun, from)) && { anaphoric: true as const }),
  }
  const inherits = told.anaphoric && TABLED.has(head.lemma.toLowerCase())
  const span: Span = [Math.min(head.start, wanted.span[0]), Math.max(head.end, wanted.span[1])]
  return {
    by: authorsOf(scene, noun, from, to),
    span,
    rule: 'talks/en/plan',
    terms,
    status: PENDING.has(head.lemma.toLowerCase()) ? 'tabled' : 'unclear',
    ...told,
    ...(inherits && { inherits }),
  }
}

/** The article of the noun phrase that ends at a token. */
function definiteAt(tokens: readonly Token[], noun: number, from: number): string {
  for (let i = noun - 1; i >= Math.max(from, noun - 4); i--) if (tokens[i]?.pos === 'DET') return tokens[i]?.lower ?? ''
  return ''
}

/** Who tabled the plan: its possessor, or whoever "by" or "from" names near it. */
function authorsOf(scene: Scene, noun: number, from: number, to: number): Id<'actor'>[] {
  const { tokens } = scene.reading
  const owner = possessorOf(scene, noun, from, to)?.actors ?? []
  const holders = owner.map(actor => holderOf(scene, actor)).filter(actor => actor !== undefined)
  if (holders.length > 0) return holders.map(actor => actor.id)
  const sender = PENDING.has(tokens[noun]?.lemma.toLowerCase() ?? '') ? senderOf(scene, noun, from, to) : []
  if (sender.length > 0) return sender
  for (let i = noun + 1; i < Math.min(to, noun + 8); i++) {
    if (!['by', 'from'].includes(tokens[i]?.lower ?? '')) continue
    const actor = holderOf(scene, firstActor(scene, i + 1, Math.min(to, i + 6)))
    if (actor) return [actor.id]
  }
  return []
}

const SENDS = new Set([
  'send',
  'propose',
  'make',
  'put',
  'offer',
  'table',
  'submit',
  'present',
  'unveil',
  'draft',
  'outline',
  'float',
  'announce',
  'pitch',
  'seek',
  'want',
  'demand',
  'set',
  'lay',
  'circulate',
  'hand',
  'deliver',
  'back',
  'push',
])

/** "the proposal that the ministry sent", "the ministry sent a new offer": whoever sends it. */
function senderOf(scene: Scene, noun: number, from: number, to: number): Id<'actor'>[] {
  const { tokens } = scene.reading
  const near = [...Array(9).keys()].map(k => noun - 8 + k).filter(i => i >= from && i < noun)
  const after = [...Array(8).keys()].map(k => noun + 1 + k).filter(i => i < to)
  for (const i of [...after, ...near.reverse()]) {
    const token = tokens[i]
    if (!token || token.pos !== 'VERB' || !SENDS.has(token.lemma.toLowerCase())) continue
    if (i > noun && !tokens.slice(noun + 1, i).every(one => one.pos !== 'VERB' && one.text !== ';')) continue
    const actors = (subjectOf(scene, i, from)?.actors ?? []).map(actor => holderOf(scene, actor)).filter(actor => actor !== undefined)
    if (actors.length > 0) return actors.map(actor => actor.id)
  }
  return []
}

export const examples: readonly Example[] = [
  {
    text: 'The Arland plan calls for a ceasefire and the release of all prisoners.',
    list: 'proposals',
    finds: ['tabled «plan calls for a ceasefire and the release of all prisoners» {CEASEFIRE 1 «a ceasefire»} {CAPTIVES 1 «the release of all prisoners»}'],
  },
  { text: 'The plan has not been seen by anybody.', list: 'proposals', finds: [] },
]
