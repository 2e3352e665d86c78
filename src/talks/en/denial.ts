import type { Example, Sentence } from '#model'
import { markWords, sentencesWith } from '#text'
import type { Charge } from '../allegation.ts'
import { membersOf, type Scene } from '../scene.ts'
import { isOwnSide } from './accuser.ts'
import { complementFrom } from './complement.ts'
import { subjectOf } from './subject.ts'
import { verbGroup } from './verb.ts'
import { kindOf, wrongAt } from './wrong.ts'

const ANSWERS = new Map<string, NonNullable<Charge['answer']>>([
  ['deny', 'denied'],
  ['admit', 'admitted'],
  ['acknowledge', 'admitted'],
  ['concede', 'admitted'],
])
/** How far the deed may stand after the verb of answering. */
const REACH = 12

const ANSWERED = markWords({ lemmas: ANSWERS.keys() })

/** "denied jamming signals", "admitted that its men had fired on the convoy": a wrong that is told only by its answer; who accuses is not said. */
export function readDenials(scene: Scene): Charge[] {
  const { tokens } = scene.reading
  return sentencesWith(scene.reading, ANSWERED).flatMap(sentence => {
    const found: Charge[] = []
    for (let i = sentence.from; i < sentence.to; i++) {
      const answer = tokens[i]?.pos === 'VERB' ? ANSWERS.get(tokens[i]?.lemma ?? '') : undefined
      const charge = answer && readAnswer(scene, sentence, i, answer)
      if (charge) found.push(charge)
    }
    return found
  })
}

function readAnswer(scene: Scene, { from, to }: Sentence, at: number, answer: NonNullable<Charge['answer']>): Charge | undefined {
  const { tokens, report } = scene.reading
  const group = verbGroup(tokens, at, from)
  if (group.negated || group.passive || group.modal !== undefined || group.infinitive || group.participle) return undefined
  const accused = (subjectOf(scene, at, from)?.actors ?? []).flatMap(actor => membersOf(scene, actor)).filter(actor => actor.kind !== 'place')
  const deed = accused.length > 0 ? deedAfter(scene, at, to) : undefined
  if (deed === undefined) return undefined
  const doers = tokens[deed]?.lower.endsWith('ing') ? [] : (subjectOf(scene, deed, at + 1)?.actors ?? [])
  if (doers.some(doer => !accused.some(actor => isOwnSide(doer, actor)))) return undefined
  const end = complementFrom(scene, deed, to)
  const that = tokens.slice(at + 1, deed).findLast(token => token.lower === 'that')
  const first = tokens[(that?.index ?? at) + 1]
  if (!end || !first) return undefined
  const span = [first.start, end.span[1]] as const
  return { span, accused, accuser: undefined, of: kindOf(report.text.slice(...span)), rule: 'talks/en/denial', answer }
}

/** The verb of the wrong that is denied or admitted: an -ing form right there, or the verb of the clause. */
function deedAfter(scene: Scene, at: number, to: number): number | undefined {
  const { tokens } = scene.reading
  for (let i = at + 1; i < Math.min(to, at + REACH); i++) {
    const token = tokens[i]
    if (!token || /^[,;:“”"]$/.test(token.text) || /^(?:if|whether|to|of)$/.test(token.lower)) return undefined
    const past = token.pos === 'ADJ' && tokens[i - 1]?.lemma === 'have'
    if (token.pos !== 'VERB' && !past && !(i === at + 1 && token.lower.endsWith('ing'))) continue
    const group = verbGroup(tokens, i, at + 1)
    return !group.passive && wrongAt(tokens, i, to, group.negated) ? i : undefined
  }
  return undefined
}

export const examples: readonly Example[] = [
  {
    text: 'Norway denied jamming radio signals. Sweden admitted that it had shelled the port.',
    list: 'allegations',
    finds: [
      'unstated → Norway other denied «jamming radio signals» ([..2025-05-12])',
      'unstated → Sweden other admitted «it had shelled the port» ([..2025-05-12])',
    ],
  },
  { text: 'Norway denied that Sweden had shelled the port. Sweden denied visiting Norway and admitted a guest.', list: 'allegations', finds: [] },
]
