import type { Actor, Example, Position, Span, Statement, Token } from '#model'
import { hull } from '#model'
import { sentencesWith } from '#text'
import { makePosition, type Found } from '../position.ts'
import { holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { isSupposedAt } from './clause.ts'
import { complementFrom, type Complement } from './complement.ts'
import { conditionsOf, underCondition } from './condition.ts'
import { isYielding } from './deeds.ts'
import { findFrames, frameAt, FRAMED, type Frame, type Match } from './frames.ts'
import { possessorOf } from './possessor.ts'
import { isSaid, speakerAt } from './spoken.ts'
import { firstActor, subjectOf, subjectOfClause, type Subject } from './subject.ts'
import { isNegation, verbGroup, type VerbGroup } from './verb.ts'
import { wantedParts } from './wanted.ts'
import { IDLE, SPEECH, WEAK } from './weak.ts'

/** Modals under which a wish is only supposed. */
const SUPPOSED = new Set(['may', 'might', 'could', 'can', 'should', 'must', 'ca'])
const TALKING = new Set([
  'talk',
  'negotiate',
  'discuss',
  'meet',
  'speak',
  'engage',
  'hold',
  'sit',
  'begin',
  'start',
  'resume',
  'return',
  'enter',
  'consider',
  'participate',
  'attend',
  'have',
])
const FIGHTING = new Set(['fight', 'attack', 'retaliate', 'respond', 'strike', 'defend', 'die', 'face', 'walk'])
/** What is used or taken up again where somebody is ready to fight. */
const FORCE = /^(?:force|weapons?|military|nuclear|war|fight(?:ing)?|hostilities|strikes?|attacks?|bomb(?:s|ing)?|offensive|missiles?|operations?)$/

/** Positions told by a verb, adjective or noun of wanting, offering, accepting or refusing: its subject or possessor holds what follows it. */
export function readStances(scene: Scene): Found[] {
  const { reading } = scene
  return sentencesWith(reading, FRAMED).flatMap(sentence => findFrames(reading, sentence).flatMap(match => readFrame(scene, match, sentence.from, sentence.to)))
}

function readFrame(scene: Scene, match: Match, from: number, to: number): Found[] {
  const { tokens } = scene.reading
  const verb = verbOf(tokens, match)
  const group = match.frame.kind === 'noun' ? undefined : verbGroup(tokens, verb, from)
  if (!group && (isUnderModal(scene, match.at, from) || LACKS.has(tokens[match.at - 1]?.lower ?? ''))) return []
  if (group && (isSupposed(scene, match, group) || isBeing(tokens, group.start))) return []
  const holder = findHolder(scene, match, group, verb, from, to)
  if (!holder || isAsked(scene, group, holder.at, to) || isSupposedAt(scene, holder.at, from)) return []
  // "We would welcome that" in somebody's own words; "they would reject it" only tells what is thought of others.
  if ((group?.modal === 'would' || group?.modal === "'d") && !isSpoken(scene, match) && !(TAKEN.has(match.frame.stance) && isOwn(scene, match, holder)))
    return []
  const wanted = withNegation(scene, complementFrom(scene, match.complement, to), match.complement)
  if (!wanted || ['no', 'nothing', 'little', 'neither'].includes(tokens[match.complement]?.lower ?? '')) return []
  const negated = ((group?.negated ?? false) || isGoingNot(tokens, group)) !== isNobody(tokens[holder.at], tokens[holder.at - 1])
  const stance = stanceOf(scene, match, group, negated)
  if (!stance || isWithdrawn(scene, match) || (stance === 'rejects' && isAssertion(scene, match))) return []
  if (OWN.has(match.frame.words[0] ?? '') && !isOwn(scene, match, holder)) return []
  if (isIdle(scene, match, holder)) return []
  const words: Span = [tokens[match.at]?.start ?? wanted.span[0], wanted.span[1]]
  const bare = match.complement + 1 >= to || (tokens[match.complement + 1]?.start ?? 0) >= wanted.span[1]
  const joint = match.frame.stance === 'pledge' && holder.actors.length > 1 && group?.participle !== true ? ('accepts' as const) : stance
  const yields = group?.modal !== undefined && SUPPOSED.has(group.modal)
  if (yields && !isOwn(scene, match, holder)) return []
  const strict = (stance === 'open' || stance === 'accepts') && underCondition(scene, wanted, group?.start ?? match.at)
  const found = wantedParts(scene, match, wanted.span)
    .filter(part => !part.vague || (part.named && match.frame.words[0] !== 'engage') || (!bare && !WEAK.has(match.frame.words[0] ?? '')))
    .flatMap(part =>
      holder.actors.flatMap(actor => {
        const who = holderOf(scene, actor)
        return who
          ? [
              {
                actor: who,
                part,
                stance: strict
                  ? 'accepts-with-conditions'
                  : yields
                    ? 'open'
                    : aimedAt(scene, match, part.span)
                      ? 'seeks'
                      : byIssue(scene, match, joint, part.issue),
                commitment: yields ? 'readiness' : match.frame.commitment,
                wanted,
                frame: hull([words, part.span]),
                group,
                row: match.frame.id,
                denied: isDenied(scene, group),
              },
            ]
          : []
      }),
    )
    .map(one => makePosition(scene, 'talks/en/stance', one))
  return [...found, ...setConditions(scene, match, wanted, holder, from)]
}

/** "agreed not to strike": the negation belongs to what is agreed. */
function withNegation(scene: Scene, wanted: Complement | undefined, at: number): Complement | undefined {
  const { tokens } = scene.reading
  const not = tokens[at - 1]?.lower === 'to' ? tokens[at - 2] : undefined
  return wanted && not && isNegation(not) ? { ...wanted, span: [not.start, wanted.span[1]] } : wanted
}

/** What the stance hangs on; a mere "if" beside what is already agreed sets nothing, and a wish only where it is a threat. */
function setConditions(scene: Scene, { frame, at, complement }: Match, wanted: Complement, holder: Subject, from: number): Found[] {
  const { tokens, report } = scene.reading
  const { condition } = wanted
  const isIf = condition !== undefined && /^if\b/i.test(report.text.slice(condition[0], condition[0] + 3))
  const only = tokens.slice(Math.max(from, at - 3), at).some(token => token.lower === 'only')
  if (isIf && ((frame.commitment === 'agreed' && !only) || frame.stance === 'proposes')) return []
  if (isIf && frame.stance === 'pledge' && !isYielding(tokens, complement)) return []
  const wish = frame.stance === 'seeks' || frame.stance === 'demands'
  if (wish && !frame.id.includes('threat')) return []
  const actors = holder.actors.map(one => holderOf(scene, one)).filter(actor => actor !== undefined)
  return conditionsOf(scene, wanted, actors, wish || frame.stance === 'rejects')
}

/** Verbs that stand for "is" before an adjective: "remain opposed", "stands ready". */
const LINKS = new Set(['remain', 'stand', 'appear', 'seem', 'look', 'become', 'feel', 'sound', 'stay', 'grow'])

/** The verb that holds the subject: the frame's own, or the one that links its adjective. */
function verbOf(tokens: readonly Token[], { frame, at }: Match): number {
  if (frame.kind !== 'adjective') return at
  let i = at - 1
  while (tokens[i]?.pos === 'ADV') i--
  return LINKS.has(tokens[i]?.lemma ?? '') ? i : at
}

/** "are not going to accept": the negation stands before "going". */
function isGoingNot(tokens: readonly Token[], group: VerbGroup | undefined): boolean {
  return group?.infinitive === true && /^(?:going|about|prepared)$/.test(tokens[group.start - 1]?.lower ?? '') && isNegation(tokens[group.start - 2])
}

/** "neither side wants": nobody of those named does. */
function isNobody(first: Token | undefined, before: Token | undefined): boolean {
  return ['neither', 'no', 'nobody'].includes(first?.lower ?? '') || ['neither', 'no', 'nor'].includes(before?.lower ?? '')
}

/** "would they accept it?": an auxiliary before its subject, in a question. */
function isAsked(scene: Scene, group: VerbGroup | undefined, subject: number, to: number): boolean {
  const { tokens } = scene.reading
  const before = tokens[subject - 1]
  return group !== undefined && before?.pos === 'AUX' && (tokens[to - 1]?.text.startsWith('?') ?? false)
}

/** "denies seeking": the stance is denied. */
function isDenied(scene: Scene, group: VerbGroup | undefined): boolean {
  return group?.participle === true && scene.reading.tokens[group.start - 1]?.lemma === 'deny'
}

/** "could involve commitments to": a noun of wanting under a verb that is only supposed. */
function isUnderModal(scene: Scene, noun: number, from: number): boolean {
  const { tokens } = scene.reading
  for (let i = noun - 1; i >= Math.max(from, noun - 8); i--) {
    const token = tokens[i]
    if (!token || /^[,;:]$/.test(token.text)) return false
    if (SUPPOSED.has(token.lower)) return true
  }
  return false
}

function isSpoken(scene: Scene, match: Match): boolean {
  const token = scene.reading.tokens[match.at]
  const statement = token && statementAt(scene, [token.start, token.end])
  return match.frame.words[0] === 'would' || (statement !== undefined && statement.form !== 'direct')
}

function isSupposed(scene: Scene, match: Match, group: VerbGroup): boolean {
  return group.modal !== undefined && SUPPOSED.has(group.modal) && !mayYield(scene, match, group)
}

/** "said it could accept", "said they might agree": what speakers say of themselves is readiness. */
function mayYield(scene: Scene, { frame }: Match, group: VerbGroup): boolean {
  if (!/^(?:could|may|might)$/.test(group.modal ?? '') || (frame.stance !== 'accepts' && frame.stance !== 'offers' && frame.stance !== 'open')) return false
  const verb = scene.reading.tokens[group.verb]
  return verb !== undefined && statementAt(scene, [verb.start, verb.end]) !== undefined
}

/** "without him being willing to": not so. */
function isBeing(tokens: readonly Token[], start: number): boolean {
  const at = tokens[start]?.lower === 'being' ? start : start - 1
  return tokens[at]?.lower === 'being' && tokens.slice(Math.max(0, at - 4), at).some(token => token.lower === 'without')
}

/** "no interest in", "without support for": a frame of its own or nobody's stance. */
const LACKS = new Set(['no', 'little', 'without', 'neither'])

/** "in a bid to", "in opposition to": whoever does what the clause tells. */
function isPurpose(scene: Scene, noun: number, frame: Frame): boolean {
  const { tokens } = scene.reading
  if (tokens[noun - 1]?.lower === 'in') return /^(?:support|opposition|protest)$/.test(tokens[noun]?.lower ?? '')
  let i = noun - 1
  while (i > noun - 5 && (tokens[i]?.pos === 'ADJ' || tokens[i]?.pos === 'NOUN' || tokens[i]?.text === '-')) i--
  return frame.stance === 'seeks' && tokens[i]?.pos === 'DET' && ['in', 'on'].includes(tokens[i - 1]?.lower ?? '')
}

const ASSERTIONS = new Set(
  'contention suggestion allegation accusation charge claim notion criticism report assertion argument comment remark speculation rumor rumour characterization question concern'.split(
    ' ',
  ),
)
const DROPS = new Set(['drop', 'abandon', 'lift', 'ease', 'soften', 'end', 'give', 'withdraw', 'overcome'])

/** "rejected suggestions that": words are refused, no thing wanted. */
function isAssertion(scene: Scene, match: Match): boolean {
  return scene.reading.tokens.slice(match.complement, match.complement + 4).some(token => token.pos === 'NOUN' && ASSERTIONS.has(token.lemma))
}

/** "dropped its opposition to": the stance is given up. */
function isWithdrawn(scene: Scene, match: Match): boolean {
  return (
    match.frame.kind === 'noun' && scene.reading.tokens.slice(Math.max(0, match.at - 4), match.at).some(token => token.pos === 'VERB' && DROPS.has(token.lemma))
  )
}

/** A name or noun of somebody right before, that no "with" brings. */
function isNoun(scene: Scene, at: number): boolean {
  const mention = scene.mentions[at]
  if (!mention || mention.form === 'pronoun') return false
  let i = at
  while (scene.mentions[i - 1] === mention) i--
  return scene.reading.tokens[i - 1]?.lower !== 'with'
}

/** Nouns whose "of" always brings the thing and never the holder: "the importance of". */
const OF_THING = new Set(['importance', 'necessity', 'urgency'])

function findHolder(scene: Scene, match: Match, group: VerbGroup | undefined, verb: number, from: number, to: number): Subject | undefined {
  if (!group && isSaid(scene, match, from)) return speakerAt(scene, match.at)
  if (!group)
    return isPurpose(scene, match.at, match.frame)
      ? subjectOfClause(scene, match.at, from)
      : possessorOf(scene, match.at, from, to, OF_THING.has(match.frame.words[0] ?? '') ? match.complement : undefined)
  // "lawmakers looking to win": what kind of lawmakers, no wish about the talks.
  if (group.participle && /^(?:look|hope|try|want)$/.test(match.frame.words[0] ?? '') && isNoun(scene, group.start - 1)) return undefined
  // "talks aimed at ending the war": those aim at it who hold the talks; ire that is aimed at somebody is none.
  if (match.frame.words[0] === 'aim' && match.need === 'at')
    return scene.reading.tokens[match.complement]?.lower.endsWith('ing')
      ? (subjectOf(scene, verb, from) ?? subjectOfClause(scene, group.start, from))
      : undefined
  if (!group.passive || (group.short && match.need === 'np') || match.frame.kind === 'adjective') return subjectOf(scene, verb, from)
  const { tokens } = scene.reading
  for (let i = match.complement; i < Math.min(to, match.complement + 25); i++) {
    if (tokens[i]?.lower !== 'by') continue
    const actor: Actor | undefined = firstActor(scene, i + 1, Math.min(to, i + 6))
    return actor ? { actors: [actor], at: i } : undefined
  }
  return undefined
}

function stanceOf(scene: Scene, match: Match, group: VerbGroup | undefined, negated: boolean): Position['stance'] | undefined {
  const { frame, complement } = match
  const { tokens } = scene.reading
  const lemma = tokens[complement]?.lemma ?? ''
  if (KEPT.has(frame.words[0] ?? '') && group !== undefined && group.modal === undefined && !group.infinitive) return undefined
  // "has not agreed": nothing is told yet.
  if (negated && frame.commitment === 'agreed' && group?.modal === undefined && isPerfect(tokens, group)) return undefined
  if (negated) return frame.negated
  if (frame.stance === 'rejects' && match.need === 'to' && refusesAt(tokens, complement)) return 'open'
  if (frame.stance === 'pledge' && (isNegation(tokens[complement - 2]) || (match.need === 'that' && isRefusal(tokens, complement)))) return 'rejects'
  if (frame.stance === 'rejects' && TALKING.has(lemma) && match.need === 'to') return 'refuses-to-discuss'
  if (frame.stance === 'rejects' && (SPEECH.has(lemma) || isDetail(tokens, complement))) return undefined
  if (match.need === 'to' && (AGAINST.has(frame.stance) || frame.words[0] === 'vote') && refusesAt(tokens, complement)) return 'rejects'
  if (frame.stance === 'pledge') return isYielding(tokens, complement) ? 'offers' : 'seeks'
  if (frame.stance === 'open' && (FIGHTING.has(lemma) || isForce(tokens, complement))) return undefined
  return frame.stance
}

/** "ready to use force", "prepared to resume the fighting": no readiness to yield. */
function isForce(tokens: readonly Token[], at: number): boolean {
  return /^(?:use|resume|deploy|launch)$/.test(tokens[at]?.lemma ?? '') && tokens.slice(at + 1, at + 5).some(token => FORCE.test(token.lower))
}

/** "vowed that no one would", "pledged that it would never": what is sworn is that a thing is not to be. */
function isRefusal(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? ''
  if (lower === 'no' || lower === 'not' || lower === 'never') return true
  const modal = tokens.slice(at, at + 10).findIndex(token => /^(?:will|would|'ll|wo)$/.test(token.lower))
  return modal >= 0 && isNegation(tokens[at + modal + 1])
}

function isPerfect(tokens: readonly Token[], group: VerbGroup | undefined): boolean {
  return group !== undefined && tokens.slice(group.start, group.verb).some(token => /^(?:have|has|had|'ve)$/.test(token.lower))
}

/** "was honoring the pact", "does not comply with": what is told of a deal kept or broken is a claim, no stance; "will honor it" is one. */
const KEPT = new Set(['honor', 'honour', 'comply', 'abide', 'adhere', 'observe', 'respect', 'uphold'])

/** Stances that a verb of refusing turns: "vowed to block the deal", "wants to reject it". */
const AGAINST: ReadonlySet<string> = new Set(['seeks', 'pledge', 'open'])

function refusesAt(tokens: readonly Token[], at: number): boolean {
  const inner = frameAt(tokens, at, at + 20)
  return inner
    ? inner.frame.kind === 'verb' && inner.frame.stance === 'rejects'
    : /^(?:veto|reject|oppose|block|resist|filibuster|fight|kill|scuttle|torpedo|derail|obstruct|thwart|overturn)$/.test(tokens[at]?.lower ?? '') &&
        tokens[at + 1]?.lower !== 'back'
}

/** "declined to release details": silence, no position. */
function isDetail(tokens: readonly Token[], at: number): boolean {
  return /^(?:details?|comments?|specifics|questions?|names?|information|timelines?|reasons?|numbers?|figures?|evidence|explanations?|answers?|estimates?|interviews?|dates?)$/.test(
    tokens.slice(at + 1, at + 5).find(token => token.pos === 'NOUN')?.lower ?? '',
  )
}

/** Verbs that tell a wish only of whoever says them: "we need", "we expect". */
const OWN = new Set(['need', 'expect', 'deserve', 'right'])

/** A wish that is none about the matter: "tried to quiet critics", or one whose thing is only asked for, "what they want to get out of it". */
function isIdle(scene: Scene, match: Match, holder: Subject): boolean {
  const { tokens } = scene.reading
  const verb = tokens[match.at]
  // "when they agree to": not yet told as done, while "when they agreed" is.
  if (/^(?:when|once)$/.test(tokens[holder.at - 1]?.lower ?? '') && (verb?.lower === verb?.lemma || verb?.lower === `${verb?.lemma ?? ''}s`)) return true
  if (match.frame.kind === 'noun') return false
  const weak = (match.frame.kind === 'adjective' || WEAK.has(match.frame.words[0] ?? '')) && match.need === 'to'
  const before = tokens.slice(Math.max(0, holder.at - 2), holder.at).some(token => token.lower === 'what')
  return before || (weak && IDLE.has(tokens[match.complement]?.lemma ?? ''))
}

function isOwn(scene: Scene, match: Match, holder: Subject): boolean {
  const token = scene.reading.tokens[match.at]
  const speaker = speakerOf(scene, token && statementAt(scene, [token.start, token.end]))
  const statement = token && statementAt(scene, [token.start, token.end])
  return (
    holder.actors.some(actor => actor === speaker || (speaker && (actor.of === speaker.id || speaker.of === actor.id))) || isUnnamed(scene, statement, speaker)
  )
}

/** "an official said", "it said": nobody who could be told from the one who is spoken of. */
function isUnnamed(scene: Scene, statement: Statement | undefined, speaker: Actor | undefined): boolean {
  if (!statement?.source || statement.form === 'direct') return false
  return speaker === undefined
    ? /^(?:it|they|he|she|an? (?:[a-z]+ )?(?:official|diplomat|source|aide|adviser))$/i.test(
        scene.reading.report.text.slice(statement.source[0], statement.source[1]),
      )
    : speaker.of === undefined &&
        /^\P{Lu}+$/u.test(speaker.name) &&
        /\b(?:officials?|members?|sources?|diplomats?|aides?|advisers?|people|persons?|negotiators?)\b/.test(speaker.name)
}

/** Stances that a speaker may tell under "would" of themselves. */
const TAKEN: ReadonlySet<string> = new Set(['accepts', 'rejects', 'open'])

const AIMS = /\b(?:to|at) (?:reach|achieve|secure|get|bring|ensure|find|conclude|clinch|end|reaching|achieving|ending)\b/i

/** "ready to talk to reach a truce": the truce is what the readiness is for. */
function aimedAt(scene: Scene, match: Match, span: Span): boolean {
  if (match.frame.stance !== 'open') return false
  const start = scene.reading.tokens[match.complement]?.start ?? span[0]
  return AIMS.test(scene.reading.report.text.slice(start, span[0]))
}

/** Readiness to do a named thing is an offer of it; readiness to talk is openness. */
function byIssue(scene: Scene, { frame, complement }: Match, stance: Position['stance'], issue: Position['issue']): Position['stance'] {
  if (
    stance !== 'open' ||
    issue === 'PROCESS' ||
    /^(?:verb\.(?:consider|explore|weigh|mull|contemplate|study|examine|review|be-flexible)|adjective\.(?:open|receptive|interested|flexible|sympathetic))\b/.test(
      frame.id,
    )
  )
    return stance
  const token = scene.reading.tokens[complement]
  return token && isYielding(scene.reading.tokens, complement) && !TALKING.has(token.lemma) ? 'offers' : stance
}

export const examples: readonly Example[] = [
  {
    text: 'Sweden wants an end to the war, a complete withdrawal of troops and reconstruction.',
    list: 'positions',
    finds: [
      'Sweden seeks WAR_END 1 wish «an end to the war» ([..2025-05-12])',
      'Sweden seeks WITHDRAWAL 1 wish «a complete withdrawal of troops» ([..2025-05-12])',
      'Sweden seeks RECONSTRUCTION 1 wish «reconstruction» ([..2025-05-12])',
    ],
  },
  {
    text: 'Sweden offered to send its brass bands to Norway, and Norway offered a glimpse of its brass bands.',
    list: 'positions',
    finds: ['Sweden offers OTHER 1 readiness «send its brass bands to Norway» ([..2025-05-12])'],
  },
  { text: 'Norway refused to negotiate.', list: 'positions', finds: ['Norway refuses-to-discuss PROCESS 1 wish «negotiate» ([..2025-05-12])'] },
  {
    text: 'Norway said on Monday that it was ready to release all prisoners if the blockade is lifted.',
    list: 'positions',
    finds: ['Norway offers CAPTIVES 1 explicit-if readiness «release all prisoners» (2025-05-12)'],
  },
  { text: 'Norway may demand a ceasefire.', list: 'positions', finds: [] },
  { text: 'Norway rejected suggestions that it had broken the ceasefire.', list: 'positions', finds: [] },
]
