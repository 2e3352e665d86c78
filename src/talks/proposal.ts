import { overlaps, recordId, type Actor, type Id, type Issue, type Proposal, type Span, type Term } from '#model'
import { dateSaying, issuesIn, sentenceAt, tokensIn } from '#text'
import { outcomeAt } from './en/outcome.ts'
import { isVerbal } from './en/provision.ts'
import { clausesIn, itemsIn } from './en/split.ts'
import { specificityOf, type Found } from './position.ts'
import { actorAt, saidAt, statementAt, type Scene } from './scene.ts'
import { mainIssue, otherPart, partsOf } from './topic.ts'

/** A proposal as it is gathered from the sentences that tell it. */
export interface Draft {
  readonly by: readonly Id<'actor'>[]
  readonly span: Span
  readonly rule: string
  readonly terms: readonly Term[]
  readonly status: Proposal['status']
  readonly condition?: Span | undefined
  /** Told by a noun of demanding: "its terms", "their conditions". */
  readonly demanded?: true
  /** Told by "the plan" or such, which may be one told before. */
  readonly anaphoric?: true
  /** More of the plan told before it. */
  readonly continues?: true
}

const EXCLUSIVE = /\b(?:solely|exclusively|only|nothing but|nothing more than)\b/i
const DENIED =
  /\b(?:unconditional(?:ly)?|without (?:any )?(?:reciprocal|pre-?conditions?|conditions|concessions|compensation)|nothing in return|no strings attached)\b/i
const STATED =
  /\b(?:in (?:return|exchange)\b|in exchange for|reciproca\w+|mutual(?:ly)?|each other|one another|simultaneous(?:ly)?|swap|exchange of|step[- ]for[- ]step|tit for tat|action for action)/i

/** The terms that a span's words tell: one a conjunct with an issue of its own, one an item of a list of new things; a clause beside one with an issue is kept as OTHER. */
export function termsIn(scene: Scene, span: Span, condition?: Span, linked?: boolean): Term[] {
  const clauses = clausesIn(scene, span).map(clause => ({ clause, parts: partsOf(scene, clause).filter(part => !part.vague) }))
  const told = clauses.some(({ parts }) => parts.length > 0)
  return withExamples(
    scene,
    span,
    clauses
      .flatMap(({ clause, parts }) => (parts.length > 0 || !told ? parts : otherPart(scene, clause)))
      .flatMap(part => thingsIn(scene, part.span).map(one => makeTerm(scene, part.issue, one, condition, linked))),
  )
}

/** "specific areas such as soybeans and natural gas": examples of one thing are no things of their own. */
function withExamples(scene: Scene, span: Span, terms: readonly Term[]): Term[] {
  const { text } = scene.reading.report
  return terms
    .filter(term => !isPerson(scene, term.span))
    .reduce<Term[]>((kept, term) => {
      const before = kept.at(-1)
      const leads = before && LEADS.test(text.slice(before.span[0], term.span[0] + 'such as'.length))
      if (!before || !leads || term.span[0] <= span[0]) return [...kept, term]
      return [...kept.slice(0, -1), { ...before, span: [before.span[0], Math.max(before.span[1], term.span[1])] }]
    }, [])
}

/** "ministers, including Secretary John Lund": somebody is no thing that a plan holds. */
function isPerson(scene: Scene, span: Span): boolean {
  const tokens = tokensIn(scene.reading, span)
  if (tokens.length > 9 || tokens.some(token => token.pos === 'VERB' || token.pos === 'NUM')) return false
  if (tokens.length > 1 && tokens.every(token => /^(?:PROPN|ADP|PUNCT)$/.test(token.pos))) return true
  const last = tokens.findLast(token => token.pos === 'PROPN')
  const named = tokens.filter(token => token.pos === 'PROPN').some(token => actorAt(scene, token)?.kind === 'person')
  return last !== undefined && named && !tokens.some(token => token.pos === 'NOUN' && token.lower === token.text && !scene.mentions[token.index])
}

const LEADS = /\S\s+such as\b[^;.]*$/i

/** A span for each deed of a list of verbs, each item of a list of new things. */
function thingsIn(scene: Scene, span: Span): Span[] {
  const deeds = deedsOf(scene, span)
  return deeds.length > 1 ? deeds : itemsIn(scene, span)
}

const FOR = /^in (?:return|exchange) for\s+/i
const IF = /^(?:only )?(?:if|provided(?: that)?|providing(?: that)?|(?:as|so) long as|on (?:the )?condition that|once)\s+/i

/** That talks go on or that all is agreed is no deed of the other side. */
const OF_TALKS = /\b(?:talks|negotiat\w+|deal|agreement)\b/i

/** What another is to do for an offer to hold, as terms that hang on it: "in return for an end to the siege", "if the army lets convoys in". */
export function returnedIn(scene: Scene, condition: Span): Term[] {
  const words = scene.reading.report.text.slice(condition[0], condition[1])
  const lead = (FOR.exec(words) ?? IF.exec(words))?.[0].length
  if (lead === undefined || OF_TALKS.test(words)) return []
  const span: Span = [condition[0] + lead, condition[1]]
  const terms = termsIn(scene, span, undefined, true).filter(term => term.issue !== 'PROCESS')
  if (terms.length > 0) return terms
  const [hint] = issuesIn(scene.reading, span, scene.issues).filter(issue => issue !== 'PROCESS')
  if (hint) return [makeTerm(scene, hint, span, undefined, true)]
  return FOR.test(words) ? otherPart(scene, span).map(part => makeTerm(scene, part.issue, span, undefined, true)) : []
}

/** "withdraw the guns and reopen the road": a span for each deed of a list of bare verbs. */
function deedsOf(scene: Scene, span: Span): Span[] {
  const tokens = tokensIn(scene.reading, span)
  const isBare = (at: number): boolean => tokens[at]?.pos === 'VERB' && tokens[at]?.lower === tokens[at]?.lemma
  const first = tokens[0]?.lower === 'to' ? 1 : 0
  if (!isBare(first)) return [span]
  const cuts = tokens.flatMap((token, i) => {
    if (i <= first + 1 || (token.text !== ',' && (token.lower !== 'and' || tokens[i - 1]?.text === ','))) return []
    const after = tokens[i + 1]?.lower === 'and' ? i + 2 : i + 1
    const verb = ['to', 'also'].includes(tokens[after]?.lower ?? '') ? after + 1 : after
    return isBare(verb) && verb + 1 < tokens.length ? [{ end: tokens[i - 1]?.end ?? token.start, start: tokens[verb]?.start ?? token.end }] : []
  })
  return [...cuts, { end: span[1], start: span[1] }].map(({ end }, k): Span => [k === 0 ? span[0] : (cuts[k - 1]?.start ?? span[0]), end])
}

/** The terms of a plan; where no word of theirs tells an issue, the words that name the plan do, else what the report is about. */
export function planTerms(scene: Scene, span: Span, named: Span, condition?: Span, linked?: boolean): Term[] {
  const terms = termsIn(scene, span, condition, linked)
  if (terms.length > 0) return terms
  if (tokensIn(scene.reading, span).length < 2 || isPerson(scene, span)) return []
  const issue = issuesIn(scene.reading, named, scene.issues).find(one => one !== 'PROCESS') ?? mainIssue(scene)
  const [part] = issue ? [{ issue, span }] : otherPart(scene, span)
  return part ? thingsIn(scene, span).map(one => makeTerm(scene, part.issue, one, condition, linked)) : []
}

/** One term with who tells it. */
export function makeTerm(scene: Scene, issue: Issue, span: Span, condition?: Span, linked?: boolean): Term {
  return {
    issue,
    span,
    said: saidAt(scene, span),
    specificity: specificityOf(scene, span),
    ...(condition && { condition }),
    ...(linked && { linked: true as const }),
  }
}

/** What is offered without being put on a table, and what breaks off an agreed thing rather than gives one. */
const NO_OFFER =
  /^(?:(?:an?|the|his|her|its|their|some|any|effusive|no) )*(?:comply with|apolog\w+|condolences|praise|thanks|prayers|congratulations|comments?|glimpse|views?|opinions?|explanations?|assessments?|details|evidence|glimpses|advice|sympathy|a (?:look|sense))\b|^that would\b|^(?:stop|end|cease|suspend) (?:comply|cooperat|abid|honou?r)/i
/** A plan that is only called one: "a similar deal last year". */
const NAMELESS =
  /^(?:(?:an?|another|the|its|his|her|their|similar|new|other|better|different|own|comprehensive|alternative|same)\s+)+(?:ideas?|deals?|plans?|proposals?|offers?|alternatives?|version|solutions?)\b(?! (?:of|that|which|to (?!get|win|end|avoid)|under|for|with|on|over|about|including|involving)|[:,])/i
/** What parties say they will do together without putting anything to one another: talking, or keeping up a pressure. */
const TALKING = /^(?:apply|impose|maintain|keep|continue|strengthen|increase|discuss|meet|talk|speak|confer|consult)\b/i

/** What is only threatened: nothing given. */
const THREAT = /^(?:to )?(?:shut|strike|impose|fight|close|walk|bomb|attack|sue|go|use|take|pay|risk|accept|die|defend|respond|retaliate|let)\b/i

/** Whether a position tables something: an offer or proposal of more than talks, or a deed agreed to. */
function isTabled(scene: Scene, { position, row }: Found): boolean {
  if (position.stance === 'proposes') return true
  // "is ready to pull back if the shelling stops" names what it would give and for what.
  if (position.stance === 'open' && /^adjective\.(?:ready|prepared|willing)\.to/.test(row ?? ''))
    return (
      position.issue !== 'PROCESS' &&
      /^(?:explicit-if|linked)$/.test(position.conditionality) &&
      position.specificity > 0 &&
      !THREAT.test(scene.reading.report.text.slice(position.span[0], position.span[0] + 24))
    )
  // What somebody is told to be bound to or to have promised voters is put to nobody.
  if (/^noun\.(?:commitment|pledge|promise|vow)\b/.test(row ?? '')) return false
  if (position.stance === 'offers') return position.issue !== 'PROCESS' || row === 'verb.invite.np'
  // An agreement to talk is a line of talks; a proposal only where it says how, when or where.
  if (position.issue === 'PROCESS' && position.specificity < 2) return false
  // What several pledge together is agreed between them.
  if (position.stance === 'accepts' && position.commitment === 'promise') return /^verb\.(?:pledge|promise|vow|commit|undertake)\b/.test(row ?? '')
  return (
    position.commitment === 'agreed' &&
    (position.stance === 'accepts' || position.stance === 'accepts-with-conditions') &&
    ((row ?? '').startsWith('verb.agree') || position.rule === 'talks/en/pledge')
  )
}

/** "Sweden plans to …", "his plans to …": an intention, whatever the tagger took the word for. */
function isIntent(scene: Scene, { row, frame }: Found): boolean {
  if (/^(?:verb\.(?:consider|mull|weigh|explore|contemplate)|adjective\.(?:interested|keen|eager|inclined))\b/.test(row ?? '')) return true
  if (row !== 'noun.plan.to') return false
  const noun = tokensIn(scene.reading, frame)[0]
  return noun !== undefined && (noun.lower !== 'plan' || isVerbal(scene.reading.tokens, noun.index))
}

/** Whether nothing is put to anybody: an apology, talking, pressure kept up, what is only supposed, headlines of other reports. */
function isIdle(scene: Scene, { position, frame }: Found): boolean {
  const { text } = scene.reading.report
  const wanted = text.slice(position.span[0], position.span[0] + 60)
  const denied = /\bno (?:\w+ )?(?:signs?|indications?|evidence|guarantees?|proof) (?:that|of) [^.;]*$/i.test(text.slice(Math.max(0, frame[0] - 60), frame[0]))
  if (denied || NAMELESS.test(wanted)) return true
  const supposed = /\b(?:provided|providing|unless|whether|if|once)(?: that)? [^,.;:]*$/i.test(text.slice(Math.max(0, frame[0] - 50), frame[0]))
  if (NO_OFFER.test(wanted) || / \| |\bMORE\b/.test(text.slice(frame[0], frame[1] + 6))) return true
  if (position.commitment === 'agreed' && supposed) return true
  const together = position.rule === 'talks/en/pledge' || position.commitment === 'promise'
  return together && position.stance === 'accepts' && TALKING.test(wanted)
}

/** Proposals from positions that table something: those of one sentence with the same words are one, with all who share it. */
export function draftsFrom(scene: Scene, found: readonly Found[]): Draft[] {
  const bySpan = new Map<string, Found[]>()
  for (const one of found.filter(one => isTabled(scene, one) && !isIntent(scene, one) && !isIdle(scene, one))) {
    const sentence = sentenceAt(scene.reading, one.position.span[0])?.index ?? 0
    const key = `${String(sentence)}|${one.row ?? ''}|${String(one.frame[0])}`
    bySpan.set(key, [...(bySpan.get(key) ?? []), one])
  }
  return [...bySpan.values()].flatMap(group => {
    const draft = draftOf(scene, group)
    return draft.terms.length > 0 ? [draft] : []
  })
}

function draftOf(scene: Scene, group: readonly Found[]): Draft {
  const first = group[0]
  const spans = [...new Map(group.map(one => [one.position.span.join(), one.position.span])).values()]
  const frame: Span = [first?.frame[0] ?? 0, Math.max(...group.map(one => one.frame[1]))]
  const accepted = first?.position.stance === 'accepts' || first?.position.commitment === 'agreed'
  const conditional = first?.position.stance === 'accepts-with-conditions'
  return {
    by: [...new Set(group.map(one => one.position.actor))],
    span: frame,
    rule: 'talks/proposal',
    terms: [
      ...spans.flatMap(span => {
        const linked = first?.position.conditionality === 'linked'
        const terms = termsIn(scene, span, first?.condition, linked)
        const isOther = terms.length === 0 && group.some(one => one.position.issue === 'OTHER' && one.position.span === span)
        return isOther ? thingsIn(scene, span).map(one => makeTerm(scene, 'OTHER', one, first?.condition, linked)) : terms
      }),
      ...(first?.condition ? returnedIn(scene, first.condition) : []),
    ],
    status: accepted ? (conditional ? 'accepted-with-conditions' : 'accepted') : (verdictOn(scene, first) ?? 'tabled'),
    condition: first?.condition,
  }
}

/** What its own sentence tells became of an offer that a noun names: "rejected the union's offer of". */
function verdictOn(scene: Scene, found: Found | undefined): Proposal['status'] | undefined {
  if (!found?.row?.startsWith('noun.')) return undefined
  const noun = tokensIn(scene.reading, found.frame)[0]
  const sentence = sentenceAt(scene.reading, found.frame[0])
  return noun && sentence && outcomeAt(scene.reading.tokens, noun.index, sentence.from, sentence.to)
}

const AGREED = /^(?:deal|agreement|accord|pact|contract|truce|ceasefire|treaty|compromise|settlement|terms|package)\b/i

/** Authors for plans that name none: whoever wants the deal that the words stand in; for an agreed deal those told before to have reached it. */
export function withAuthors(scene: Scene, drafts: readonly Draft[], found: readonly Found[]): Draft[] {
  return drafts.map(draft => {
    if (draft.by.length > 0) return draft
    const around = found.filter(
      one =>
        one.frame[0] < draft.span[0] &&
        one.position.span[1] > draft.span[0] &&
        one.position.stance !== 'rejects' &&
        one.position.said === saidAt(scene, draft.span),
    )
    if (around.length > 0) return { ...draft, by: [...new Set(around.map(one => one.position.actor))] }
    const words = scene.reading.report.text.slice(draft.span[0], draft.span[1])
    const reached = found.filter(one => one.vague && one.position.commitment === 'agreed' && one.position.span[0] < draft.span[1])
    const last = Math.max(...reached.map(one => one.frame[0]))
    if (!draft.anaphoric || !AGREED.test(words) || reached.length === 0) return draft
    return { ...draft, by: [...new Set(reached.filter(one => one.frame[0] === last).map(one => one.position.actor))], status: 'accepted' }
  })
}

/** One draft for each proposal: what a later sentence tells of "the plan" joins it, two tellings of the same words with a common author are one. */
export function joinDrafts(drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = []
  for (const draft of [...drafts].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])) {
    const at = joined.findLastIndex(one => overlaps(one.span, draft.span) && sameAuthors(one, draft))
    const plan = at < 0 && draft.continues ? joined.findLastIndex(one => one.rule === draft.rule) : at
    const earlier = joined[plan]
    if (earlier) joined[plan] = join(earlier, draft)
    else joined.push(draft)
  }
  return joined
}

function join(earlier: Draft, draft: Draft): Draft {
  const more = draft.terms.filter(term => !earlier.terms.some(one => overlaps(one.span, term.span)))
  return { ...earlier, by: earlier.by.length > 0 ? earlier.by : draft.by, terms: [...earlier.terms, ...more] }
}

function sameAuthors(a: Draft, b: Draft): boolean {
  return b.by.length === 0 || a.by.length === 0 || a.by.some(id => b.by.includes(id))
}

/** A finished proposal: to whom, exclusive or not, with or without something in return. */
export function finish(scene: Scene, draft: Draft): Proposal {
  const { text } = scene.reading.report
  const sentence = sentenceAt(scene.reading, draft.span[0])?.span ?? draft.span
  const words = text.slice(draft.span[0], draft.span[1])
  const whole = text.slice(sentence[0], Math.max(sentence[1], draft.span[1]))
  const when = statementAt(scene, draft.span)?.uttered ?? dateSaying(scene.reading, scene.times, { cue: draft.span, content: [] })
  return {
    id: recordId('proposal', scene.reading.report.id, draft.span, ...draft.by),
    span: draft.span,
    rule: draft.rule,
    said: saidAt(scene, draft.span),
    by: [...draft.by],
    to: addressees(scene, sentence, draft),
    ...(when && { when }),
    status: draft.status,
    exclusive: EXCLUSIVE.test(words),
    reciprocity: DENIED.test(words) ? 'denied' : STATED.test(whole) ? 'stated' : 'not-stated',
    terms: [...draft.terms],
  }
}

const ADDRESSES = new Set(['to', 'invited', 'invite', 'offered', 'gave', 'told'])

const AUDIENCE = /\b(?:reporters?|journalists?|newsroom|viewers?|readers?|voters?|crowd|audience|supporters)\b/i

/** How many characters before and after its words a proposal's addressee may stand. */
const NEAR = 30

/** Whom a proposal is put to: the party named right after "to" or after the verb of offering. */
function addressees(scene: Scene, sentence: Span, { by, span, terms, condition }: Draft): Id<'actor'>[] {
  const tokens = tokensIn(scene.reading, [Math.max(sentence[0], span[0] - NEAR), Math.min(sentence[1], span[1] + NEAR)])
  for (const [i, token] of tokens.entries()) {
    if (!ADDRESSES.has(token.lower) || tokens[i - 1]?.lower === 'according') continue
    const here: Span = [token.start, token.end]
    if (terms.some(term => overlaps(term.span, here)) || (condition && overlaps(condition, here))) continue
    const actor: Actor | undefined = actorAt(scene, tokens[i + 1]) ?? (tokens[i + 1]?.pos === 'DET' ? actorAt(scene, tokens[i + 2]) : undefined)
    if (actor && actor.kind !== 'place' && actor.kind !== 'outlet' && !AUDIENCE.test(actor.name) && !by.includes(actor.id)) return [actor.id]
  }
  return []
}
