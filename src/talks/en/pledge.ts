import type { Example, Sentence } from '#model'
import { makePosition, type Found } from '../position.ts'
import { holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { partsOf } from '../topic.ts'
import { complementFrom } from './complement.ts'
import { isKeeping, isYielding } from './deeds.ts'
import { subjectBefore } from './subject.ts'
import { isNegation } from './verb.ts'

const WILL = new Set(['will', 'would', "'ll", 'wo', '’ll', 'shall'])

/** "We will lift the blockade", "said it would keep its sanctions": what speakers say that they themselves will do or will not do. */
export function readPledges(scene: Scene): Found[] {
  return scene.reading.sentences.flatMap(sentence => readSentence(scene, sentence))
}

function readSentence(scene: Scene, sentence: Sentence): Found[] {
  const { tokens } = scene.reading
  const found: Found[] = []
  for (let i = sentence.from; i < sentence.to; i++) if (WILL.has(tokens[i]?.lower ?? '')) found.push(...readWill(scene, sentence, i))
  return found
}

function readWill(scene: Scene, { from, to }: Sentence, at: number): Found[] {
  const { tokens } = scene.reading
  const will = tokens[at]
  const statement = will && statementAt(scene, [will.start, will.end])
  const speaker = speakerOf(scene, statement)
  if (!will || !speaker || statement?.negated) return []
  const subject = subjectBefore(scene, at, from)
  const actor = holderOf(scene, speaker)
  if (!actor || !subject || !subject.actors.some(one => one === speaker || one === actor || one.of === actor.id || speaker.of === one.id)) return []
  let verb = at + 1
  let negated = false
  while (verb < to && (isNegation(tokens[verb]) || tokens[verb]?.pos === 'ADV')) {
    negated ||= isNegation(tokens[verb])
    verb++
  }
  const stance = stanceAt(scene, verb, negated)
  const wanted = stance && complementFrom(scene, verb, to)
  if (!stance || !wanted) return []
  const [part] = partsOf(scene, wanted.span)
  if (!part) return []
  return [makePosition(scene, 'talks/en/pledge', { actor, part: { ...part, span: wanted.span }, stance, commitment: negated ? 'wish' : 'promise', wanted, frame: wanted.span })]
}

function stanceAt(scene: Scene, verb: number, negated: boolean): 'rejects' | 'offers' | 'seeks' | undefined {
  const { tokens } = scene.reading
  if (isYielding(tokens, verb)) return negated ? 'rejects' : 'offers'
  if (isKeeping(tokens, verb)) return negated ? undefined : 'seeks'
  return undefined
}

export const examples: readonly Example[] = [
  { text: '“We will not lift the blockade,” Foreign Minister Ada Lund said.', list: 'positions', finds: ['Ada Lund rejects BLOCKADE_SANCTIONS 1 wish «lift the blockade» ([..2025-05-12])'] },
  { text: 'Analysts said that the blockade will hurt the port.', list: 'positions', finds: [] },
]
