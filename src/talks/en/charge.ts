import type { Actor, Example, Sentence, Statement, Token } from '#model'
import type { Charge } from '../allegation.ts'
import { actorAt, membersOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { accuserFrom, chargeOf, isOwnSide } from './accuser.ts'
import { clauseStart } from './clause.ts'
import { complementFrom } from './complement.ts'
import { readLabel } from './label.ts'
import { possessorOf } from './possessor.ts'
import { firstActor, subjectOf, type Subject } from './subject.ts'
import { verbGroup, type VerbGroup } from './verb.ts'
import { wrongAdjectiveAt, wrongAt, wrongNounAt, wrongsOf, type Wrong, type WrongNoun } from './wrong.ts'

const TRUCE = /\b(?:cease-?fire|truce|armistice|pause|lull)\b/i
const TOLD = new Set(['may', 'might', 'could', 'would', 'will', 'can', 'should', 'must', "'ll", 'wo'])
/** Verbs under which an infinitive is done all the same: "continues to violate", "is trying to undermine". */
const DOES = new Set(['continue', 'begin', 'start', 'keep', 'try', 'attempt', 'seek', 'proceed', 'conspire', 'plot', 'strive'])
/** Nouns that put what "that" brings at a distance: "the notion that". */
const DISOWNED = new Set([
  'perception',
  'notion',
  'idea',
  'suggestion',
  'myth',
  'claim',
  'accusation',
  'allegation',
  'possibility',
  'concern',
  'fear',
  'risk',
  'denial',
])
/** Verbs whose object does the bare verb that follows: "let them steal". */
const LETS = new Set(['let', 'see', 'watch', 'make', 'help', 'have'])

/** A wrong told of somebody else: in what a speaker says, and, where it is a breach, in the publisher's own voice; a deed that somebody calls a wrong. */
export function readCharges(scene: Scene): Charge[] {
  return scene.reading.sentences.flatMap(sentence => readSentence(scene, sentence))
}

function readSentence(scene: Scene, sentence: Sentence): Charge[] {
  const { tokens } = scene.reading
  const found: Charge[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i]
    if (!token || token.pos === 'PUNCT' || token.pos === 'DET') continue
    const noun = token.pos === 'VERB' ? undefined : wrongNounAt(token)
    const named = token.pos === 'NOUN' || token.pos === 'ADJ' ? readLabel(scene, sentence, i) : undefined
    if (named) found.push(named)
    if (noun && token.pos === 'NOUN') found.push(...readNoun(scene, sentence, i, noun))
    const kind = token.pos === 'ADJ' || token.pos === 'VERB' ? wrongAdjectiveAt(token) : undefined
    if (kind) found.push(...readAdjective(scene, sentence, i, kind))
    const going = token.pos === 'NOUN' && token.lower.endsWith('ing') && tokens[i - 1]?.pos === 'AUX'
    const past = token.pos === 'ADJ' && token.lower.endsWith('ed') && tokens[i - 1]?.lemma === 'have'
    if (token.pos !== 'VERB' && !going && !past && tokens[i + 1]?.text !== '-') continue
    if (!wrongsOf(token)) continue
    const group = verbGroup(tokens, i, sentence.from)
    const wrong = wrongAt(
      tokens,
      i,
      sentence.to,
      group.negated || isNeither(tokens, group.start, sentence.from),
      group.passive ? Math.max(sentence.from, group.start - 8) : undefined,
    )
    const charge = wrong && readWrong(scene, sentence, i, wrong, group)
    if (charge && !(group.participle && tokens[group.start - 1]?.text === ',' && isResult(charge, found))) found.push(charge)
  }
  return found
}

/** "neither the army nor the rebels have observed the truce". */
function isNeither(tokens: readonly Token[], start: number, from: number): boolean {
  const nor = tokens.slice(Math.max(from, start - 5), start).findLast(token => token.lower === 'nor')
  return nor !== undefined && tokens.slice(Math.max(from, nor.index - 6), nor.index).some(token => token.lower === 'neither')
}

/** "shelled the port, killing four": what a deed led to is no charge of its own. */
function isResult({ accused }: Charge, before: readonly Charge[]): boolean {
  return before.at(-1)?.accused.some(actor => accused.includes(actor)) === true
}

/** Whether the verb's form or what governs it leaves open that the deed is done. */
function isOpen(tokens: readonly Token[], from: number, group: VerbGroup): boolean {
  const before = tokens[group.start - 1]
  if (group.modal !== undefined && TOLD.has(group.modal)) return true
  if (group.infinitive) return !before || !DOES.has(before.lemma) || isOpen(tokens, from, verbGroup(tokens, before.index, from))
  if (!group.participle) return /^(?:it|this|that)$/.test(before?.lower ?? '')
  // "an escalating war", "for walking away": a participle that describes a noun or hangs on a preposition.
  return /^(?:or|stop|stops|stopped|avoid|avoids|quit|without|not)$/.test(before?.lower ?? '') || /^(?:DET|ADJ|PART|NUM)$/.test(before?.pos ?? '')
}

/** Who does the deed: of a bare -ing form right after a noun whoever that noun is, else the subject. */
function doersOf(scene: Scene, at: number, from: number, to: number, group: VerbGroup): readonly Actor[] {
  const { tokens } = scene.reading
  if (group.passive || tokens[at + 1]?.lower === 'by') return agentOf(scene, at, to)
  const before = tokens[group.start - 1]
  if (group.infinitive) return subjectOf(scene, group.start - 1, from)?.actors ?? []
  if (group.participle && (before?.pos === 'NOUN' || before?.pos === 'PROPN')) return membersOf(scene, actorAt(scene, before))
  const subject = subjectOf(scene, at, from)
  const lets = subject ? tokens[subject.at - 1] : undefined
  return lets && LETS.has(lets.lemma) ? [] : (subject?.actors ?? [])
}

/** "was shelled by X": who stands after "by" in a passive. */
function agentOf(scene: Scene, at: number, to: number): readonly Actor[] {
  const { tokens } = scene.reading
  for (let i = at + 1; i < Math.min(to, at + 6); i++) {
    if (/^(?:[,;:]|and|or)$/.test(tokens[i]?.lower ?? '')) return []
    if (tokens[i]?.lower === 'by') return membersOf(scene, firstActor(scene, i + 1, Math.min(to, i + 5)))
  }
  return []
}

function readWrong(scene: Scene, { from, to }: Sentence, at: number, wrong: Wrong, group: VerbGroup): Charge | undefined {
  const { tokens } = scene.reading
  const token = tokens[at]
  if (!token || isOpen(tokens, from, group)) return undefined
  const statement = statementAt(scene, [token.start, token.end])
  const speaker = speakerOf(scene, statement)
  if (!statement && group.participle) return undefined
  if (statement?.negated || (!wrong.own && (!isTold(statement) || statement?.kind === 'thought'))) return undefined
  const accused = doersOf(scene, at, from, to, group).filter(actor => actor.kind !== 'place')
  if (tokens.slice(Math.max(from, group.start - 3), group.start).some(one => one.lower === 'no')) return undefined
  if (accused.length === 0 || accused.some(actor => isOwnSide(actor, speaker))) return undefined
  const start = clauseStart(scene, at, from)
  const end = complementFrom(scene, at, to)
  if (start === undefined || !end || isDisowned(scene, start, from, at)) return undefined
  // What is resumed was paused before: the truce may stand in an earlier sentence.
  const whole = scene.reading.report.text.slice(wrong.words[0] === 'resume' ? 0 : (tokens[from]?.start ?? start), end.span[1])
  const of = wrong.of === 'ceasefire-violation' && !TRUCE.test(whole) ? 'other' : wrong.of
  return { span: [start, end.span[1]], accused, accuser: accuserFrom(scene, speaker), of, rule: 'talks/en/charge', ...(!statement && { own: true }) }
}

/** Whether somebody but the publisher or an outlet says it, named or not. */
function isTold(statement: Statement | undefined): boolean {
  const last = statement?.chain.at(-1)
  return last !== undefined && last.as !== 'publisher' && last.as !== 'outlet' && last.as !== 'unstated'
}

/** "the notion that they cheated", "should they cheat": told at a distance. */
function isDisowned({ reading: { tokens } }: Scene, start: number, from: number, at: number): boolean {
  for (let i = at; i > from; i--)
    if ((tokens[i]?.start ?? 0) <= start)
      return tokens.slice(i, at).some(token => token.lower === 'should') || (tokens[i - 1]?.lower === 'that' && DISOWNED.has(tokens[i - 2]?.lemma ?? ''))
  return false
}

/** "Xish aggression", "X's refusal to", "violations by X": a wrong by a noun, its doer beside it, in what somebody else says; "alleged" in any voice. */
function readNoun(scene: Scene, { from, to }: Sentence, at: number, { of, form }: WrongNoun): Charge[] {
  const { tokens } = scene.reading
  const noun = tokens[at]
  const statement = noun && statementAt(scene, [noun.start, noun.end])
  const near = tokens.slice(Math.max(from, at - 4), at)
  const alleged = near.find(token => /^(?:alleged|suspected|purported)$/.test(token.lower))
  const objector = form === 'person' || form === 'harm' ? undefined : objectorOf(scene, at, from)
  const speaker = alleged ? undefined : (objector ?? speakerOf(scene, statement))
  const doer = doerOf(scene, at, from, to)
  const end = complementFrom(scene, at, to)
  if (!noun || !doer || !end || !(form === 'doer' || ((alleged ?? objector) && form === 'named')) || (!speaker && !alleged)) return []
  if (statement?.negated || TOLD.has(tokens[at + 1]?.lower ?? '') || near.some(token => /^(?:no|any)$/.test(token.lower))) return []
  const accused = doer.actors.filter(actor => actor.kind !== 'place' && !isOwnSide(actor, speaker))
  if (accused.length === 0) return []
  const counted = near.findLast(token => token.pos === 'NUM')?.start ?? doer.start
  const span = [Math.min(doer.start, counted, alleged?.start ?? doer.start), Math.max(noun.end, end.span[1])] as const
  return [
    chargeOf(scene, {
      span,
      accused,
      accuser: accuserFrom(scene, speaker),
      of: of === 'law' && TRUCE.test(scene.reading.report.text.slice(...span)) ? 'ceasefire-violation' : of,
      rule: 'talks/en/charge',
    }),
  ]
}

const OBJECTS = /^(?:protest|complain|condemn|denounce|decry|deplore|lament|cite|record|count|log|document|register|report|list|note)$/

/** "protested over X's incursion", "recorded 44 violations by X": who objects to a wrong told by a noun, or counts it. */
function objectorOf(scene: Scene, at: number, from: number): Actor | undefined {
  const { tokens } = scene.reading
  for (let i = at - 1; i >= Math.max(from, at - 8); i--) {
    const token = tokens[i]
    if (!token || token.pos === 'PUNCT' || token.pos === 'AUX') return undefined
    if (token.pos !== 'VERB') continue
    const group = verbGroup(tokens, i, from)
    if (!OBJECTS.test(token.lemma) || group.negated || group.passive || group.infinitive || group.modal !== undefined) return undefined
    return subjectOf(scene, i, from)?.actors[0]
  }
  return undefined
}

/** "X's unfair practices", "illegal dumping by X": a deed that a speaker calls wrong by an adjective. */
function readAdjective(scene: Scene, { from, to }: Sentence, at: number, of: WrongNoun['of']): Charge[] {
  const { tokens } = scene.reading
  let noun = at + 1
  while (noun < Math.min(to, at + 4) && tokens[noun + 1]?.pos === 'NOUN') noun++
  const [token, last] = [tokens[at], tokens[noun]]
  const statement = token && statementAt(scene, [token.start, token.end])
  if (!token || last?.pos !== 'NOUN' || !/^(?:NOUN|ADJ)$/.test(tokens[at + 1]?.pos ?? '')) return []
  // "illegal migrants", "hostile forces": the adjective describes people, not a deed.
  if (
    (scene.mentions[noun] && scene.mentions[noun] === scene.mentions[at]) ||
    !isTold(statement) ||
    statement?.negated ||
    TOLD.has(tokens[noun + 1]?.lower ?? '')
  )
    return []
  const speaker = speakerOf(scene, statement)
  const doer = ownerBefore(scene, at, from) ?? doerOf(scene, noun, from, to)
  const accused = doer?.actors.filter(actor => actor.kind !== 'place' && !isOwnSide(actor, speaker)) ?? []
  if (!doer || accused.length === 0) return []
  const span = [Math.min(doer.start, token.start), last.end] as const
  return [chargeOf(scene, { span, accused, accuser: accuserFrom(scene, speaker), of, rule: 'talks/en/charge' })]
}

/** Whose the noun phrase is that goes on before a token: past adjectives and nouns to a possessive or the name right there. */
function ownerBefore(scene: Scene, at: number, from: number): { actors: readonly Actor[]; start: number } | undefined {
  const { tokens } = scene.reading
  for (let i = at - 1; i >= Math.max(from, at - 5); i--) {
    const token = tokens[i]
    if (!token) return undefined
    if (/^['’]s?$/.test(token.text)) {
      const actor = actorAt(scene, tokens[i - 1])
      return actor && { actors: membersOf(scene, actor), start: tokens[i - 1]?.start ?? token.start }
    }
    if (/^(?:its|their|his|her)$/.test(token.lower)) return withStart(possessorOf(scene, i + 1, from, i + 2), token.start)
    const actor = actorAt(scene, token)
    if (actor && (token.pos === 'ADJ' || token.pos === 'PROPN')) return { actors: membersOf(scene, actor), start: token.start }
    if (!/^(?:ADJ|ADV|NOUN)$/.test(token.pos) && !/^["“”,]$/.test(token.text)) return undefined
  }
  return undefined
}

function withStart(owner: Subject | undefined, start: number): { actors: readonly Actor[]; start: number } | undefined {
  return owner && { actors: owner.actors, start }
}

/** Whose a wrong is by the words beside its noun: the possessor or adjective before it, or "by X" after. */
function doerOf(scene: Scene, at: number, from: number, to: number): { actors: readonly Actor[]; start: number } | undefined {
  const { tokens } = scene.reading
  const before = tokens[at - 1]?.lower === 'such' ? undefined : ownerBefore(scene, at, from)
  if (before) return before
  const owner = possessorOf(scene, at, from, at + 1)
  const first = owner && tokens[owner.at]
  if (owner && first && owner.at < at && at - owner.at <= 4 && tokens[at - 1]?.lower !== 'such') return { actors: owner.actors, start: first.start }
  const by = tokens.slice(at + 1, Math.min(to, at + 9)).find(token => token.lower === 'by')
  const stop = tokens.slice(at + 1, by?.index ?? at + 1).some(token => /^[,;:.]$/.test(token.text) || token.pos === 'AUX' || token.lower === 'that')
  const actor = by && !stop ? firstActor(scene, by.index + 1, Math.min(to, by.index + 5)) : undefined
  return actor && { actors: membersOf(scene, actor), start: tokens[at]?.start ?? 0 }
}

export const examples: readonly Example[] = [
  {
    text: 'Sweden said that Norway had repeatedly violated the ceasefire.',
    list: 'allegations',
    finds: ['Sweden → Norway ceasefire-violation repeatedly none-recorded «Norway had repeatedly violated the ceasefire» ([..2025-05-12])'],
  },
  {
    text: 'Norway protested over Swedish incursions. Monitors recorded four violations of the truce by Norway.',
    list: 'allegations',
    finds: [
      'Norway → Sweden other none-recorded «Swedish incursions» ([..2025-05-12])',
      'Monitors → Norway ceasefire-violation four violations none-recorded «four violations of the truce by Norway» ([..2025-05-12])',
    ],
  },
  {
    text: 'The mayor said that Norway had shelled the port, killing four.',
    list: 'allegations',
    finds: ['mayor → Norway other none-recorded «Norway had shelled the port» ([..2025-05-12])'],
  },
  { text: 'Sweden said that it had violated the ceasefire.', list: 'allegations', finds: [] },
  { text: 'They violated nothing.', list: 'allegations', finds: [] },
]
