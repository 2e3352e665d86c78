import type { Actor, Example, Position, Sentence, Statement, Token } from '#model'
import { markWords, sentencesWith } from '#text'
import { makePosition, type Found } from '../position.ts'
import { holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { partsOf } from '../topic.ts'
import { isSupposedAt } from './clause.ts'
import { complementFrom } from './complement.ts'
import { conditionsOf, underCondition } from './condition.ts'
import { isKeeping, isYielding } from './deeds.ts'
import { frameAt } from './frames.ts'
import { subjectBefore, subjectOf } from './subject.ts'
import { isNegation } from './verb.ts'

const WILL = new Set(['will', 'would', "'ll", 'wo', '’ll', 'shall'])
const CAN = new Set(['can', 'could', 'ca', 'cannot'])
const TALKING = new Set(['negotiate', 'discuss', 'talk', 'meet', 'engage', 'sit', 'bargain'])
const TAKING = new Set(['accept', 'agree', 'recognise', 'recognize', 'allow', 'tolerate', 'support', 'sign', 'permit', 'approve', 'afford', 'concede'])

/** What happens to somebody, or is only said or thought: no will about the matter. */
const NO_WILL = new Set(
  (
    'be have see know need affect hurt harm depend cost lose say tell speak announce decide look face become get benefit suffer happen like love think believe find learn hear ' +
    'remember forget wait expect hope win matter mean prove feel understand watch report publish present brief update share show reveal survive die feel pass receive visit travel meet beg remind step come talk discuss negotiate use put'
  ).split(' '),
)
const WEIGHING = new Set(['entertain', 'consider', 'weigh', 'explore', 'contemplate'])
const RESUMED = /^(?:talks?|negotiations?|dialogue|discussions?|table|summit|meetings?|work|jobs?|ceasefire|cease-fire|truce|agreement|deal|accord|pact)$/
const COMING = new Set(['support', 'back', 'vote', 'sign', 'approve', 'endorse', 'attend', 'join', 'participate', 'resume', 'return', 'rejoin'])

const WILLING = markWords({ words: [...WILL, ...CAN, 'going', 'about'], lemmas: TALKING })

/** "We will lift the blockade", "said it would keep its sanctions": what speakers say that they themselves will do or will not do. */
export function readPledges(scene: Scene): Found[] {
  return sentencesWith(scene.reading, WILLING).flatMap(sentence => readSentence(scene, sentence))
}

function readSentence(scene: Scene, sentence: Sentence): Found[] {
  const { tokens } = scene.reading
  const found: Found[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    const lower = tokens[i]?.lower ?? ''
    if (WILL.has(lower) || CAN.has(lower) || isGoing(tokens, i) || isRefusing(tokens, i)) found.push(...readWill(scene, sentence, i))
  }
  return found
}

/** "is going to", "are not about to": as good as "will". */
function isGoing(tokens: readonly Token[], at: number): boolean {
  return (tokens[at]?.lower === 'going' || tokens[at]?.lower === 'about') && tokens[at + 1]?.lower === 'to' && tokens[at - 1]?.pos !== 'VERB'
}

/** "are not negotiating": what is not done now is refused. */
function isRefusing(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at + 2]
  return (
    isNegation(tokens[at + 1]) &&
    verb?.pos === 'VERB' &&
    verb.lower.endsWith('ing') &&
    TALKING.has(verb.lemma) &&
    /^(?:is|are|'re|’re|'m|’m|am|was|were)$/.test(tokens[at]?.lower ?? '')
  )
}

interface Will {
  readonly verb: number
  readonly negated: boolean
  readonly can: boolean
}

/** The verb that a modal brings, past negations and adverbs. */
function willAt(scene: Scene, at: number, to: number): Will {
  const { tokens } = scene.reading
  const lower = tokens[at]?.lower ?? ''
  const going = isGoing(tokens, at)
  let verb = going ? at + 2 : at + 1
  let negated = lower === 'cannot' || (going && isNegation(tokens[at - 1]))
  for (; verb < to && (isNegation(tokens[verb]) || tokens[verb]?.pos === 'ADV'); verb++) negated ||= isNegation(tokens[verb])
  return { verb, negated, can: CAN.has(lower) }
}

function readWill(scene: Scene, { from, to }: Sentence, at: number): Found[] {
  const { tokens } = scene.reading
  const modal = tokens[at]
  const statement = modal && statementAt(scene, [modal.start, modal.end])
  if (!modal || !statement || statement.negated) return []
  const subject = isGoing(tokens, at) ? subjectOf(scene, at, from) : subjectBefore(scene, at, from)
  const will = willAt(scene, at, to)
  const wanted = subject && complementFrom(scene, will.verb, to)
  const [part] = wanted ? partsOf(scene, wanted.span) : []
  const told = part && (!part.vague || (part.named && will.negated)) && (!part.hint || will.negated || (part.issue === 'PROCESS' && isReady(tokens, will.verb)))
  if (!subject || !wanted || !part || !told || isSupposedAt(scene, subject.at, from)) return []
  const speaker = speakerOf(scene, statement)
  const make = (actor: Actor, stance: Position['stance'], commitment: Position['commitment']): Found =>
    makePosition(scene, 'talks/en/pledge', { actor, part: { ...part, span: wanted.span }, stance, commitment, wanted, frame: wanted.span })
  const together = subject.actors.length > 1 && !will.negated && !will.can && isJoint(scene, will, speaker, statement.chain.at(-1)?.as === 'document')
  if (together) return subject.actors.map(actor => make(actor, 'accepts', 'agreed'))
  const refused = will.can && will.negated ? stanceAt(scene, will, part.issue) : undefined
  if (refused)
    return subject.actors.flatMap(one => {
      const who = holderOf(scene, one)
      return who ? [make(who, refused, 'wish')] : []
    })
  // "would agree to a truce" is told by its own words (stance.ts).
  if (!will.negated && frameAt(tokens, will.verb, to)) return []
  const stance = stanceAt(scene, will, part.issue)
  const own = subject.actors.find(one => isSpeaker(one, speaker) || isOwned(scene, statement))
  // A minister who says that his country would: the country's word.
  const named = own && !/^(?:i|we|it|he|she|they)$/.test(tokens[subject.at]?.lower ?? '') && (own.kind !== 'person' || isOwned(scene, statement))
  const actor = named ? holderOf(scene, own) : own && holderOf(scene, speaker)
  if (!actor || !stance) return []
  const strict = (stance === 'accepts' && underCondition(scene, wanted, at)) || (!will.negated && isOnlyUnder(tokens, will.verb))
  const held = make(actor, strict ? 'accepts-with-conditions' : stance, will.negated ? 'wish' : 'promise')
  return [held, ...conditionsOf(scene, wanted, [actor], stance === 'seeks')]
}

/** What several are told to do together by one who has a part in it: no fate, no guess of an onlooker. */
function isJoint(scene: Scene, { verb }: Will, speaker: Actor | undefined, isDocument: boolean): boolean {
  const lemma = scene.reading.tokens[verb]?.lemma ?? ''
  const told = speaker ? holderOf(scene, speaker) !== undefined : isDocument
  return told && (TALKING.has(lemma) || !NO_WILL.has(lemma))
}

function isSpeaker(actor: Actor, speaker: Actor | undefined): boolean {
  return speaker !== undefined && (actor === speaker || actor.of === speaker.id || speaker.of === actor.id)
}

function stanceAt(scene: Scene, { verb, negated, can }: Will, issue: Position['issue']): Position['stance'] | undefined {
  const { tokens } = scene.reading
  const lemma = tokens[verb]?.lemma ?? ''
  if (negated && TALKING.has(lemma)) return 'refuses-to-discuss'
  if (negated && TAKING.has(lemma)) return 'rejects'
  if (can) return undefined
  if (TALKING.has(lemma) && issue === 'PROCESS' && isReady(tokens, verb)) return 'open'
  if (/^(?:resume|return|rejoin)$/.test(lemma) && !negated && !tokens.slice(verb + 1, verb + 6).some(token => RESUMED.test(token.lower))) return 'seeks'
  if (isYielding(tokens, verb)) return negated ? 'rejects' : 'offers'
  if (isKeeping(tokens, verb) && !negated) return 'seeks'
  if (tokens[verb]?.pos !== 'VERB' || NO_WILL.has(lemma)) return undefined
  if (WEIGHING.has(lemma) && !negated) return 'open'
  return negated ? 'rejects' : COMING.has(lemma) ? 'accepts' : issue === 'PROCESS' ? undefined : 'seeks'
}

/** "would return only under guard", "will sign only with a guarantee". */
function isOnlyUnder(tokens: readonly Token[], verb: number): boolean {
  for (let i = verb + 1; i < verb + 5; i++)
    if (tokens[i]?.lower === 'only') return /^(?:under|with|if|when|once|after|on|in|as|by)$/.test(tokens[i + 1]?.lower ?? '')
  return false
}

/** "its president said": somebody of whoever the sentence is about, though nobody knows of whom. */
function isOwned(scene: Scene, { source }: Statement): boolean {
  return source !== undefined && /^(?:the [a-z]+ of )?(?:its|their)\b/i.test(scene.reading.report.text.slice(source[0], source[0] + 26))
}

/** "would meet him anywhere, at any time", "will talk without conditions". */
function isReady(tokens: readonly Token[], verb: number): boolean {
  return tokens.slice(verb + 1, verb + 14).some(token => /^(?:anywhere|any|anytime|without|directly|whenever|face|if|once|unconditionally)$/.test(token.lower))
}

export const examples: readonly Example[] = [
  {
    text: '“We will not lift the blockade,” Foreign Minister Ada Lund said.',
    list: 'positions',
    finds: ['Ada Lund rejects BLOCKADE_SANCTIONS 1 wish «lift the blockade» ([..2025-05-12])'],
  },
  { text: 'Analysts said that the blockade will hurt the port.', list: 'positions', finds: [] },
]
