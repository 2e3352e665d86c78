import type { Actor, Example, Position, Sentence } from '#model'
import { makePosition, type Found } from '../position.ts'
import { holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { partsOf } from '../topic.ts'
import { isSupposedAt } from './clause.ts'
import { complementFrom } from './complement.ts'
import { isKeeping, isYielding } from './deeds.ts'
import { subjectBefore } from './subject.ts'
import { isNegation } from './verb.ts'

const WILL = new Set(['will', 'would', "'ll", 'wo', '’ll', 'shall'])
const CAN = new Set(['can', 'could', 'ca', 'cannot'])
const TALKING = new Set(['negotiate', 'discuss', 'talk', 'meet', 'engage', 'sit', 'bargain'])
const TAKING = new Set(['accept', 'agree', 'recognise', 'recognize', 'allow', 'tolerate', 'support', 'sign', 'permit', 'approve', 'afford', 'concede'])

/** "We will lift the blockade", "said it would keep its sanctions": what speakers say that they themselves will do or will not do. */
export function readPledges(scene: Scene): Found[] {
  return scene.reading.sentences.flatMap(sentence => readSentence(scene, sentence))
}

function readSentence(scene: Scene, sentence: Sentence): Found[] {
  const { tokens } = scene.reading
  const found: Found[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    const lower = tokens[i]?.lower ?? ''
    if (WILL.has(lower) || CAN.has(lower)) found.push(...readWill(scene, sentence, i))
  }
  return found
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
  let verb = at + 1
  let negated = lower === 'cannot'
  for (; verb < to && (isNegation(tokens[verb]) || tokens[verb]?.pos === 'ADV'); verb++) negated ||= isNegation(tokens[verb])
  return { verb, negated, can: CAN.has(lower) }
}

function readWill(scene: Scene, { from, to }: Sentence, at: number): Found[] {
  const { tokens } = scene.reading
  const modal = tokens[at]
  const statement = modal && statementAt(scene, [modal.start, modal.end])
  if (!modal || !statement || statement.negated) return []
  const subject = subjectBefore(scene, at, from)
  const will = willAt(scene, at, to)
  const wanted = subject && complementFrom(scene, will.verb, to)
  const [part] = wanted ? partsOf(scene, wanted.span) : []
  if (!subject || !wanted || !part || part.vague || part.hint || isSupposedAt(scene, subject.at, from)) return []
  const make = (actor: Actor, stance: Position['stance'], commitment: Position['commitment']): Found =>
    makePosition(scene, 'talks/en/pledge', { actor, part: { ...part, span: wanted.span }, stance, commitment, wanted, frame: wanted.span })
  const together = subject.actors.length > 1 && !will.negated && !will.can
  if (together) return subject.actors.map(actor => make(actor, 'accepts', 'agreed'))
  const refused = will.can && will.negated ? stanceAt(scene, will) : undefined
  if (refused)
    return subject.actors.flatMap(one => {
      const who = holderOf(scene, one)
      return who ? [make(who, refused, 'wish')] : []
    })
  const speaker = speakerOf(scene, statement)
  const stance = stanceAt(scene, will)
  const actor = subject.actors.some(one => isSpeaker(one, speaker)) ? holderOf(scene, speaker) : undefined
  return actor && stance ? [make(actor, stance, will.negated ? 'wish' : 'promise')] : []
}

function isSpeaker(actor: Actor, speaker: Actor | undefined): boolean {
  return speaker !== undefined && (actor === speaker || actor.of === speaker.id || speaker.of === actor.id)
}

function stanceAt(scene: Scene, { verb, negated, can }: Will): Position['stance'] | undefined {
  const { tokens } = scene.reading
  const lemma = tokens[verb]?.lemma.toLowerCase() ?? ''
  if (negated && TALKING.has(lemma)) return 'refuses-to-discuss'
  if (negated && TAKING.has(lemma)) return 'rejects'
  if (can) return undefined
  if (isYielding(tokens, verb)) return negated ? 'rejects' : 'offers'
  return isKeeping(tokens, verb) && !negated ? 'seeks' : undefined
}

export const examples: readonly Example[] = [
  {
    text: '“We will not lift the blockade,” Foreign Minister Ada Lund said.',
    list: 'positions',
    finds: ['Ada Lund rejects BLOCKADE_SANCTIONS 1 wish «lift the blockade» ([..2025-05-12])'],
  },
  { text: 'Analysts said that the blockade will hurt the port.', list: 'positions', finds: [] },
]
