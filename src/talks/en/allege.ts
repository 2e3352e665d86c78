import type { Actor, Example, Sentence, Statement, Token } from '#model'
import { markWords, sentencesWith, tokensIn } from '#text'
import type { Charge } from '../allegation.ts'
import { actorAt, holderOf, membersOf, speakerOf, type Scene } from '../scene.ts'
import { accuserFrom, chargeOf, isOwnSide } from './accuser.ts'
import { complementFrom } from './complement.ts'
import { possessorOf } from './possessor.ts'
import { firstActor, subjectOf } from './subject.ts'
import { isFinite, verbGroup } from './verb.ts'
import { kindOf } from './wrong.ts'

const NOUNS = new Set(['accusation', 'allegation', 'charge', 'complaint', 'suspicion'])
const ALLEGES = /^(?:alleg(?:e|es|ed|ing)|complain(?:s|ed|ing)?|charg(?:e|es|ed|ing))$/i
/** What the accused does with an accusation: "denied allegations of", "faces accusations of". */
const MEETS = new Set(['deny', 'reject', 'dismiss', 'refute', 'face', 'fend', 'counter', 'dispute', 'draw', 'rebut'])
const RULE = 'talks/en/allege'

const ALLEGED = markWords({ lemmas: NOUNS, words: ['allegedly', 'alleged', 'suspected'] })

/** "alleged that", "accusations that", "allegations of", "is alleged to have", "allegedly": what somebody is alleged to do. */
export function readAllegings(scene: Scene): Charge[] {
  const nouns = sentencesWith(scene.reading, ALLEGED).flatMap(sentence => readSentence(scene, sentence))
  return [...nouns, ...scene.statements.flatMap(statement => readStatement(scene, statement))]
}

function readSentence(scene: Scene, sentence: Sentence): Charge[] {
  const { tokens } = scene.reading
  const found: Charge[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i]
    if (!token || token.pos === 'PUNCT') continue
    if (NOUNS.has(token.lemma) && token.pos !== 'VERB' && !(token.lower === 'charge' && /^(?:in|take|takes)$/.test(tokens[i - 1]?.lower ?? '')))
      found.push(...readNoun(scene, sentence, i))
    else if (token.lower === 'allegedly') found.push(...readAllegedly(scene, sentence, i))
    else if (token.lower === 'alleged' || token.lower === 'suspected') found.push(...readAllegedTo(scene, sentence, i))
  }
  return found
}

/** The deed that is told from one token up to another: the first finite verb, and who is said to do it; a passive names the doer after "by". */
function deedIn(scene: Scene, start: number, to: number): readonly Actor[] {
  const { tokens } = scene.reading
  for (let i = start; i < Math.min(to, start + 24); i++) {
    if (!isFinite(tokens, i, start) || tokens[i]?.pos === 'AUX') continue
    const group = verbGroup(tokens, i, start)
    if (group.negated || group.modal !== undefined || MEETS.has(tokens[i]?.lemma ?? '')) return []
    const by = group.passive ? tokens.slice(i + 1, Math.min(to, i + 9)).find(token => token.lower === 'by') : undefined
    if (by) return membersOf(scene, firstActor(scene, by.index + 1, Math.min(to, by.index + 9)))
    return subjectOf(scene, i, start)?.actors ?? ownerIn(scene, start, i)
  }
  return []
}

/** "Norland's discharge harmed": whose the deed is that does the harm. */
function ownerIn(scene: Scene, start: number, to: number): readonly Actor[] {
  const owner = scene.reading.tokens.slice(start, to).find((token, k) => k > 0 && /^['’]s?$/.test(token.text))
  return owner ? membersOf(scene, actorAt(scene, scene.reading.tokens[owner.index - 1])) : []
}

/** Who makes an accusation told by a noun: "Norland's allegations", "accusations from the union". */
function accuserOfNoun(scene: Scene, { from, to }: Sentence, at: number): { accuser: Actor | undefined; next: number } {
  const { tokens } = scene.reading
  if (!/^(?:from|by)$/.test(tokens[at + 1]?.lower ?? '')) return { accuser: possessorOf(scene, at, from, at + 1)?.actors[0], next: at + 1 }
  let next = at + 2
  while (next < Math.min(to, at + 10) && !/^(?:that|of)$/.test(tokens[next]?.lower ?? '')) next++
  return { accuser: firstActor(scene, at + 2, next), next }
}

function readNoun(scene: Scene, sentence: Sentence, at: number): Charge[] {
  const { tokens, report } = scene.reading
  const { to } = sentence
  const { accuser, next } = accuserOfNoun(scene, sentence, at)
  const against = tokens[next]?.lower === 'against' ? firstActor(scene, next + 1, Math.min(to, next + 7)) : undefined
  const brings = against ? bringsAfter(tokens, next + 1, to) : next
  const word = tokens[brings]?.lower
  if (word !== 'that' && (word !== 'of' || tokens[at]?.lower === 'charge')) return []
  const wrong = complementFrom(scene, brings + 1, to)
  if (!wrong) return []
  const end = tokensIn(scene.reading, wrong.span).at(-1)?.index ?? brings
  const inside = word === 'that' ? deedIn(scene, brings + 1, end + 1) : membersOf(scene, firstActor(scene, brings + 1, Math.min(end + 1, brings + 5)))
  const told = against ? [against] : inside.length > 0 ? inside : metBy(scene, sentence, at)
  const accused = told.filter(actor => actor !== accuser && actor.kind !== 'place')
  if (accused.length === 0) return []
  const of = kindOf(report.text.slice(wrong.span[0], wrong.span[1]))
  return [chargeOf(scene, { span: wrong.span, accused, accuser: accuserFrom(scene, accuser), of, rule: RULE })]
}

/** "allegations against Norland is that it", "charges against the firm of": the word that brings the wrong after whom it is laid to. */
function bringsAfter(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < Math.min(to, from + 9); i++)
    if (tokens[i]?.lower === 'that' || (tokens[i]?.lower === 'of' && tokens[i + 1]?.lower.endsWith('ing'))) return i
  return from
}

/** "Norland has denied allegations of": who denies or faces an accusation is the accused; so is whom one is criticised "over accusations of". */
function metBy(scene: Scene, { from }: Sentence, at: number): readonly Actor[] {
  const { tokens } = scene.reading
  for (let i = at - 1; i >= Math.max(from, at - 5); i--) {
    const token = tokens[i]
    if (token?.pos === 'VERB' && MEETS.has(token.lemma)) return (subjectOf(scene, i, from)?.actors ?? []).map(actor => holderOf(scene, actor) ?? actor)
    if (token && /^(?:over|amid|on|after|by)$/.test(token.lower)) return membersOf(scene, firstActor(scene, Math.max(from, i - 2), i))
  }
  return []
}

/** "allegedly stole", "for allegedly stealing": its verb and that verb's subject. */
function readAllegedly(scene: Scene, { from, to }: Sentence, at: number): Charge[] {
  const { tokens, report } = scene.reading
  const verb = tokens.slice(at + 1, Math.min(to, at + 4)).find(token => token.pos === 'VERB')
  if (!verb) return []
  const group = verbGroup(tokens, verb.index, from)
  const wrong = complementFrom(scene, verb.index, to)
  const before = tokens[at - 1]?.lower === 'for' ? at - 1 : undefined
  const accused = (before === undefined ? subjectOf(scene, verb.index, from) : subjectOf(scene, mainVerb(tokens, before, from), from))?.actors ?? []
  if (!wrong || group.negated || group.passive || accused.length === 0) return []
  const of = kindOf(report.text.slice(wrong.span[0], wrong.span[1]))
  return [chargeOf(scene, { span: wrong.span, accused, accuser: undefined, of, rule: RULE })]
}

function mainVerb(tokens: readonly Token[], before: number, from: number): number {
  for (let i = before - 1; i > from; i--) if (tokens[i]?.pos === 'VERB') return i
  return from
}

/** "is alleged to have spied". */
function readAllegedTo(scene: Scene, { from, to }: Sentence, at: number): Charge[] {
  const { tokens, report } = scene.reading
  if (tokens[at + 1]?.lower !== 'to' && tokens[at + 1]?.lower !== 'of') return []
  const group = verbGroup(tokens, at, from)
  if (!group.passive || group.negated || tokens[at + 1]?.lower === 'of') return []
  const wrong = complementFrom(scene, at + 1, to)
  const accused = subjectOf(scene, at, from)?.actors ?? []
  if (!wrong || accused.length === 0) return []
  const of = kindOf(report.text.slice(wrong.span[0], wrong.span[1]))
  return [chargeOf(scene, { span: wrong.span, accused, accuser: undefined, of, rule: RULE })]
}

/** What is said with a verb of alleging or complaining: whoever does the deed told there is accused. */
function readStatement(scene: Scene, statement: Statement): Charge[] {
  const { text } = scene.reading.report
  if (!statement.cue || statement.negated || statement.form === 'direct') return []
  if (!ALLEGES.test(text.slice(text.lastIndexOf(' ', statement.cue[1] - 1) + 1, statement.cue[1]))) return []
  const content = statement.content.reduce((longest, piece) => (piece[1] - piece[0] > longest[1] - longest[0] ? piece : longest))
  const tokens = tokensIn(scene.reading, content)
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (!first || !last) return []
  const speaker = speakerOf(scene, statement)
  const accused = deedIn(scene, first.index, last.index + 1).filter(actor => actor.kind !== 'place' && !isOwnSide(actor, speaker))
  if (accused.length === 0) return []
  const start = first.lower === 'that' ? (tokens[1]?.start ?? content[0]) : content[0]
  return [{ span: [start, content[1]], accused, accuser: accuserFrom(scene, speaker), of: kindOf(text.slice(...content)), rule: RULE }]
}

export const examples: readonly Example[] = [
  {
    text: 'Norway and Sweden accused each other on Sunday of breaking the truce.',
    list: 'allegations',
    rule: '*',
    finds: [
      'Norway → Sweden ceasefire-violation counter-accused «breaking the truce» (2025-05-11)',
      'Sweden → Norway ceasefire-violation counter-accused «breaking the truce» (2025-05-11)',
    ],
  },
  {
    text: 'The dispute turns on accusations from Sweden that Norway dumped steel. Norway denied allegations of fraud.',
    list: 'allegations',
    finds: ['Sweden → Norway other denied «Norway dumped steel» ([..2025-05-12])', 'unstated → Norway law denied «fraud» ([..2025-05-12])'],
  },
  {
    text: 'Sweden alleged that crews were threatened by Norway.',
    list: 'allegations',
    finds: ['Sweden → Norway other none-recorded «crews were threatened by Norway» ([..2025-05-12])'],
  },
  { text: 'A minister in charge of the port complained that it was cold.', list: 'allegations', finds: [] },
]
