import type { Example, Sentence, Span } from '#model'
import { markWords, sentencesWith } from '#text'
import { makePosition, type Found } from '../position.ts'
import { holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { contextIssue, mergeParts, partsOf, type Part } from '../topic.ts'
import { complementFrom } from './complement.ts'
import { subjectBefore } from './subject.ts'

const RATHER = markWords({ words: ['rather'] })
/** How far before "rather" the "would" may stand. */
const REACH = 16

/** "would strike rather than agree", "will shut the plant rather than pay more": what stands behind "rather than" is refused. */
export function readRathers(scene: Scene): Found[] {
  return sentencesWith(scene.reading, RATHER).flatMap(sentence => {
    const found: Found[] = []
    for (let i = sentence.from; i + 2 < sentence.to; i++)
      if (scene.reading.tokens[i]?.lower === 'rather' && scene.reading.tokens[i + 1]?.lower === 'than') found.push(...readRather(scene, sentence, i))
    return found
  })
}

function readRather(scene: Scene, { from, to }: Sentence, at: number): Found[] {
  const { tokens } = scene.reading
  const [rather, verb] = [tokens[at], tokens[at + 2]]
  const isDeed = verb !== undefined && (verb.pos === 'VERB' || verb.lower.endsWith('ing')) && (verb.lower === verb.lemma || verb.lower.endsWith('ing'))
  const will = isDeed ? willBefore(scene, at, from) : undefined
  const wanted = will === undefined ? undefined : complementFrom(scene, at + 2, to)
  const subject = will === undefined ? undefined : subjectBefore(scene, will, from)
  const speaker = rather && speakerOf(scene, statementAt(scene, [rather.start, rather.end]))
  if (!wanted || !subject || !rather || !speaker) return []
  const own = subject.actors.find(one => one === speaker || one.of === speaker.id || speaker.of === one.id)
  const actor = holderOf(scene, own)
  if (!actor) return []
  const frame: Span = [rather.start, wanted.span[1]]
  return partsFor(scene, wanted.span).map(part =>
    makePosition(scene, 'talks/en/rather', { actor, part, stance: 'rejects', commitment: 'wish', wanted: { ...wanted, conditionality: 'none-stated' }, frame }),
  )
}

/** What is refused; where it has no word of its own ("rather than agree") what the report tells of. */
function partsFor(scene: Scene, span: Span): Part[] {
  const parts = mergeParts(partsOf(scene, span)).filter(part => !part.vague)
  const issue = parts.length === 0 && !/\s\S+\s/.test(scene.reading.report.text.slice(...span)) ? contextIssue(scene, span) : undefined
  return issue ? [{ issue, span, vague: true, named: true }] : parts.slice(0, 1)
}

function willBefore(scene: Scene, at: number, from: number): number | undefined {
  const { tokens } = scene.reading
  for (let i = at - 1; i >= Math.max(from, at - REACH); i--) {
    if (/^(?:will|would|'ll|’ll)$/.test(tokens[i]?.lower ?? '')) return i
    if (/^[;:—–]$/.test(tokens[i]?.text ?? '')) return undefined
  }
  return undefined
}

export const examples: readonly Example[] = [
  {
    text: 'Sweden said that it would close the port rather than lift its sanctions.',
    list: 'positions',
    finds: ['Sweden rejects BLOCKADE_SANCTIONS 1 wish «lift its sanctions» ([..2025-05-12])'],
  },
  { text: 'Sweden said that it would sing rather than dance.', list: 'positions', finds: [] },
]
