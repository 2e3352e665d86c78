import type { Actor, Example, Sentence } from '#model'
import { readRows } from '#text'
import type { Charge } from '../allegation.ts'
import { holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { clauseStart } from './clause.ts'
import { complementFrom } from './complement.ts'
import { possessorOf, subjectOf } from './subject.ts'
import { verbGroup } from './verb.ts'
import { wrongAt, type Wrong } from './wrong.ts'

const NOUNS = new Map(readRows('wrong-nouns', ['word', 'of']).map(row => [row.word, row.of as Charge['of']]))

const TRUCE = /\b(?:cease-?fire|truce|armistice)\b/i
const TOLD = new Set(['may', 'might', 'could', 'would', 'will', 'can', 'should', 'must', "'ll", 'wo'])

/** A wrong told of somebody else: in what a speaker says, and, where it is a breach, in the publisher's own voice. */
export function readCharges(scene: Scene): Charge[] {
  return scene.reading.sentences.flatMap(sentence => readSentence(scene, sentence))
}

function readSentence(scene: Scene, sentence: Sentence): Charge[] {
  const { tokens } = scene.reading
  const found: Charge[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i]
    const noun = token && NOUNS.get(token.lemma.toLowerCase())
    if (noun && token.pos === 'NOUN') found.push(...readNoun(scene, sentence, i, noun))
    const going = token?.pos === 'NOUN' && token.lower.endsWith('ing') && tokens[i - 1]?.pos === 'AUX'
    if (token?.pos !== 'VERB' && !going && tokens[i + 1]?.text !== '-') continue
    const wrong = wrongAt(tokens, i, sentence.to)
    const charge = wrong && readWrong(scene, sentence, i, wrong)
    if (charge) found.push(charge)
  }
  return found
}

function readWrong(scene: Scene, { from, to }: Sentence, at: number, wrong: Wrong): Charge | undefined {
  const { tokens } = scene.reading
  const token = tokens[at]
  const group = verbGroup(tokens, at, from)
  if (
    !token ||
    tokens[at + 1]?.lower === 'by' ||
    /^(?:it|this|that)$/.test(tokens[group.start - 1]?.lower ?? '') ||
    group.negated ||
    group.infinitive ||
    (group.participle && /^(?:or|stop|stops|stopped|avoid|avoids|quit|without)$/.test(tokens[at - 1]?.lower ?? '')) ||
    group.passive ||
    (group.modal !== undefined && TOLD.has(group.modal))
  )
    return undefined
  const statement = statementAt(scene, [token.start, token.end])
  const speaker = speakerOf(scene, statement)
  if (!statement && group.participle) return undefined
  if (statement?.negated || (!wrong.own && (!speaker || statement?.kind === 'thought'))) return undefined
  const accused = (subjectOf(scene, at, from)?.actors ?? []).filter(actor => actor.kind !== 'place')
  if (accused.length === 0 || accused.some(actor => isOwnSide(actor, speaker))) return undefined
  const start = clauseStart(scene, at, from)
  const end = complementFrom(scene, at, to)
  if (start === undefined || !end) return undefined
  const whole = scene.reading.report.text.slice(tokens[from]?.start ?? start, end.span[1])
  const of = wrong.of === 'ceasefire-violation' && !TRUCE.test(whole) ? 'other' : wrong.of
  return { span: [start, end.span[1]], accused, accuser: holderOf(scene, speaker), of, rule: 'talks/en/charge', ...(!statement && { own: true }) }
}

/** "Xish aggression", "X's refusal to": a wrong by a noun, its doer before it, in what somebody else says. */
function readNoun(scene: Scene, { from, to }: Sentence, at: number, of: Charge['of']): Charge[] {
  const { tokens } = scene.reading
  const noun = tokens[at]
  const statement = noun && statementAt(scene, [noun.start, noun.end])
  const speaker = speakerOf(scene, statement)
  const owner = possessorOf(scene, at, from, at + 1)
  const first = owner && tokens[owner.at]
  const end = complementFrom(scene, at, to)
  if (!noun || !speaker || statement?.negated || TOLD.has(tokens[at + 1]?.lower ?? '') || !owner || !first || !end || owner.at >= at || at - owner.at > 4)
    return []
  const accused = owner.actors.filter(actor => actor.kind !== 'place' && !isOwnSide(actor, speaker))
  if (accused.length === 0) return []
  return [{ span: [first.start, Math.max(noun.end, end.span[1])], accused, accuser: holderOf(scene, speaker), of, rule: 'talks/en/charge' }]
}

/** What somebody tells of their own side is no charge. */
function isOwnSide(actor: Actor, speaker: Actor | undefined): boolean {
  return (
    speaker !== undefined && (actor === speaker || actor.of === speaker.id || speaker.of === actor.id || (actor.of !== undefined && actor.of === speaker.of))
  )
}

export const examples: readonly Example[] = [
  {
    text: 'Sweden said that Norway had repeatedly violated the ceasefire.',
    list: 'allegations',
    finds: ['Sweden → Norway ceasefire-violation repeatedly none-recorded «Norway had repeatedly violated the ceasefire» ([..2025-05-12])'],
  },
  { text: 'Sweden said that it had violated the ceasefire.', list: 'allegations', finds: [] },
  { text: 'They violated nothing.', list: 'allegations', finds: [] },
]
