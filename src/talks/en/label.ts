import type { Actor, Example, Sentence, Token } from '#model'
import type { Charge } from '../allegation.ts'
import { actorAt, speakerOf, statementAt, type Scene } from '../scene.ts'
import { accuserFrom, accuserOf, chargeOf, isOwnSide } from './accuser.ts'
import { complementFrom } from './complement.ts'
import { subjectOf } from './subject.ts'
import { isFinite, verbGroup } from './verb.ts'
import { wrongNounAt, type WrongNoun } from './wrong.ts'

const CALLS = new Set(
  (
    'call describe label brand deem denounce condemn declare term slam blast decry characterise characterize criticise criticize dub ' +
    'portray dismiss designate reject'
  ).split(' '),
)
const UNLAWFUL = new Set(['illegal', 'unlawful', 'unconstitutional', 'illegitimate', 'criminal'])
const IS = new Set(['be', 'represent', 'constitute', 'become', 'remain', 'amount'])
const BREACHES = new Set(['violation', 'breach', 'contravention', 'defiance', 'flagrant', 'violations'])
const RULE = 'talks/en/label'
/** How many words what is named so may take. */
const NAMED = 16

/** Where a wrong noun or "illegal" is what somebody calls a deed ("called X's raid a crime", "X's raid was illegal"), or a deed is "in violation of" something. */
export function readLabel(scene: Scene, sentence: Sentence, at: number): Charge | undefined {
  const { tokens } = scene.reading
  const token = tokens[at]
  if (!token) return undefined
  if (BREACHES.has(token.lower) && tokens[at + 1]?.lower === 'of' && isIn(tokens, at)) return readBreach(scene, sentence, at)
  const noun = wrongNounAt(token)
  const wrong = UNLAWFUL.has(token.lower) && token.pos === 'ADJ' ? ({ of: 'law', form: 'named' } as const) : noun?.form === 'harm' ? undefined : noun
  return wrong && readNamed(scene, sentence, at, wrong)
}

/** "in violation", "in clear violation". */
function isIn(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === 'in' || (tokens[at - 1]?.pos === 'ADJ' && tokens[at - 2]?.lower === 'in')
}

/** The token before the noun phrase of what it is called: past articles, adjectives and quote marks, and "act of". */
function beforePhrase(tokens: readonly Token[], at: number, from: number): number {
  let i = at - 1
  if (tokens[i]?.lower === 'of' && /^(?:act|acts|form|kind|campaign)$/.test(tokens[i - 1]?.lower ?? '')) i -= 2
  while (i >= from && (/^(?:DET|ADJ|ADV)$/.test(tokens[i]?.pos ?? '') || /^["“”‘’'()]$/.test(tokens[i]?.text ?? '') || isJoint(tokens, i))) i--
  return i
}

function isJoint(tokens: readonly Token[], at: number): boolean {
  return /^(?:and|,)$/.test(tokens[at]?.lower ?? '') && tokens[at - 1]?.pos === 'ADJ' && tokens[at + 1]?.pos === 'ADJ'
}

function readNamed(scene: Scene, { from, to }: Sentence, at: number, wrong: { readonly of: WrongNoun['of'] }): Charge | undefined {
  const { tokens } = scene.reading
  const before = beforePhrase(tokens, at, from)
  const word = tokens[before]
  if (!word) return undefined
  if (IS.has(word.lemma) || (word.lower === 'to' && /^(?:amount|tantamount)/.test(tokens[before - 1]?.lower ?? ''))) {
    return readIs(scene, from, to, before, at, wrong)
  }
  if (word.pos === 'ADP' && word.lower !== 'as') return undefined
  const end = word.lower === 'as' ? before : before + 1
  for (let i = end - 1; i >= Math.max(from, end - NAMED); i--) {
    if (/^[;:]$/.test(tokens[i]?.text ?? '')) return undefined
    if (tokens[i]?.pos !== 'VERB') continue
    if (!CALLS.has(tokens[i]?.lemma ?? '')) return undefined
    const group = verbGroup(tokens, i, from)
    if (
      group.negated ||
      group.modal !== undefined ||
      group.infinitive ||
      isAsked(tokens, group.start) ||
      (end === before + 1 && !/^(?:DET|ADJ|PUNCT)$/.test(tokens[before + 1]?.pos ?? ''))
    )
      return undefined
    const accused = doerIn(scene, i + 1, end)
    if (subjectOf(scene, i, from)?.actors.some(actor => accused.includes(actor))) return undefined
    const accuser = group.passive ? undefined : accuserOf(scene, i, from, accused)
    return make(scene, [i + 1, at, to], accused, accuser, wrong)
  }
  return undefined
}

/** "whether she calls it a crime". */
function isAsked(tokens: readonly Token[], start: number): boolean {
  return tokens.slice(Math.max(0, start - 4), start).some(token => token.lower === 'whether' || token.lower === 'if')
}

/** "X's raid was a violation of": in what somebody says of others. */
function readIs(scene: Scene, from: number, to: number, verb: number, at: number, wrong: { readonly of: WrongNoun['of'] }): Charge | undefined {
  const { tokens } = scene.reading
  const token = tokens[verb]
  const group = verbGroup(tokens, verb, from)
  const statement = token && statementAt(scene, [token.start, token.end])
  const speaker = speakerOf(scene, statement)
  if (!speaker || statement?.negated || group.negated || group.modal !== undefined || group.infinitive || tokens[group.start - 1]?.lower === 'there')
    return undefined
  let start = group.start
  while (start > from && group.start - start < NAMED && !stopsPhrase(tokens[start - 1])) start--
  if (/^(?:if|whether|any)$/.test(tokens[start - 1]?.lower ?? '')) return undefined
  const accused = doerIn(scene, start, group.start).filter(actor => !isOwnSide(actor, speaker))
  return make(scene, [start, at, to], accused, accuserFrom(scene, speaker), wrong)
}

function stopsPhrase(token: Token | undefined): boolean {
  return !token || /^[,;:“"—–]$/.test(token.text) || /^(?:that|if|whether|and|but|because|which|who|said|says|any)$/.test(token.lower)
}

/** Whose the deed is that words name: who stands in the possessive, after "by", or as an adjective or name before a noun; not whom it is done to. */
function doerIn(scene: Scene, from: number, to: number): readonly Actor[] {
  const { tokens } = scene.reading
  let first: Actor | undefined
  for (let i = from; i < to; i++) {
    const actor = actorAt(scene, tokens[i])
    if (!actor || actor.kind === 'place' || actor.kind === 'outlet') continue
    if (/^['’]s?$/.test(tokens[i + 1]?.text ?? '') || tokens[i - 1]?.lower === 'by') return [actor]
    if (
      !/^(?:of|on|against|with|to|from|in|at|over|into|for|the|between)$/.test(tokens[i - 1]?.lower ?? '') ||
      (i <= from + 1 && tokens[i - 1]?.lower === 'the')
    )
      first ??= actor
  }
  return first ? [first] : []
}

/** "…, in violation of the pact": the subject of the clause is accused, by its speaker or in the publisher's own voice. */
function readBreach(scene: Scene, { from, to }: Sentence, at: number): Charge | undefined {
  const { tokens } = scene.reading
  for (let i = at - 1; i >= Math.max(from, at - 30); i--) {
    if (!isFinite(tokens, i, from)) continue
    const group = verbGroup(tokens, i, from)
    const token = tokens[i]
    const statement = token && statementAt(scene, [token.start, token.end])
    const speaker = speakerOf(scene, statement)
    const subject = subjectOf(scene, i, from)
    if (!subject || group.negated || group.modal !== undefined || group.passive) return undefined
    const accused = subject.actors.filter(actor => actor.kind !== 'place' && !isOwnSide(actor, speaker))
    return make(scene, [subject.at, at, to], accused, accuserFrom(scene, speaker), { of: 'law' })
  }
  return undefined
}

/** The charge from the first token of the deed to the end of what it is called. */
function make(
  scene: Scene,
  [start, at, to]: readonly [start: number, at: number, to: number],
  accused: readonly Actor[],
  accuser: Actor | undefined,
  { of }: { readonly of: WrongNoun['of'] },
): Charge | undefined {
  const { tokens } = scene.reading
  const [first, noun] = [tokens[start], tokens[at]]
  if (!first || !noun || accused.length === 0 || (accuser && accused.includes(accuser))) return undefined
  const end = tokens[at + 1]?.lower === 'of' ? (complementFrom(scene, at, to)?.span[1] ?? noun.end) : noun.end
  return chargeOf(scene, { span: [first.start, Math.max(end, noun.end)], accused, accuser, of, rule: RULE })
}

export const examples: readonly Example[] = [
  {
    text: 'Sweden called Norway’s inspections a violation of the pact.',
    list: 'allegations',
    rule: '*',
    finds: ['Sweden → Norway law none-recorded «Norway’s inspections a violation of the pact» ([..2025-05-12])'],
  },
  {
    text: 'Sweden said that Norway’s patrols were illegal.',
    list: 'allegations',
    finds: ['Sweden → Norway law none-recorded «Norway’s patrols were illegal» ([..2025-05-12])'],
  },
  { text: 'Sweden called its own patrols a crime. A violation is a breach of a rule.', list: 'allegations', finds: [] },
]
