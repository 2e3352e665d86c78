import { overlaps, type Actor, type Cast, type Id, type Plover, type Reading, type Sentence, type Span } from '#model'
import { groupStart, layArguments, subjectOf, type Argument, type Stage } from './en/arguments.ts'
import { findNouns } from './en/nouns.ts'
import { findVerbs, type Told } from './en/verbs.ts'
import { verbLemma } from './rows.ts'

/** One sentence coded by itself: its PLOVER type, the words that tell it, and the spans of who acts and who is acted upon. */
export interface CodedSentence {
  readonly plover: Plover
  readonly span: Span
  readonly actors: readonly Span[]
  readonly recipients: readonly Span[]
}

/** Who acts and on whom, where a coder is given them. */
export interface Given {
  readonly actor?: Span
  readonly recipient?: Span
}

const CONFLICT = new Set<Plover>(['SANCTION', 'COERCE', 'ASSAULT', 'PROTEST', 'MOBILIZE'])
const COOPERATION = new Set<Plover>(['AID', 'RETREAT', 'COOPERATE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'AGREE'])
const LOOSE: Readonly<Record<string, Plover>> = {
  asked: 'REQUEST',
  offered: 'AGREE',
  agreed: 'AGREE',
  ready: 'AGREE',
  refused: 'REJECT',
  threatened: 'THREATEN',
}

/** The PLOVER type by how the act stands: a promise of a deed is AGREE, of harm THREATEN, a refusal REJECT, a wish for it REQUEST. */
export function typeByStanding({ verb, standing }: Told): Plover {
  const { plover } = verb
  const loose = standing.wanted && LOOSE[standing.wanted]
  if (standing.wanted === 'tried' || standing.wanted === 'purpose') return plover
  if (CONFLICT.has(plover) && (standing.wanted === 'ready' || standing.wanted === 'agreed')) return 'THREATEN'
  if (loose && plover !== loose) return loose
  if (standing.reality === 'denied') return COOPERATION.has(plover) ? 'REJECT' : plover
  if (standing.reality === 'reported') return plover
  if (CONFLICT.has(plover)) return 'THREATEN'
  return COOPERATION.has(plover) ? 'AGREE' : plover
}

/** Codes the first sentence of a reading, whatever it says, as an event coder does: with actor and recipient given or found. */
export function codeSentence(reading: Reading, cast: Cast, given: Given = {}): CodedSentence | undefined {
  const stage = withGiven({ ...layArguments(reading, cast), armed: true }, given)
  const told = reading.sentences.flatMap(sentence => tellings(stage, sentence))
  const obliged = reading.sentences.map(sentence => obligation(stage, sentence)).find(one => one !== undefined)
  const best = choose(stage, told, given)
  const spans = (list: readonly Argument[]): Span[] => list.map(one => namedSpan(stage, cast, one))
  if (obliged && (!best || best.at > obliged.at))
    return { plover: 'REQUEST', span: spanOf(stage, obliged.at, obliged.at + 1), actors: spans(obliged.actors), recipients: spans(obliged.recipients) }
  if (!best) return undefined
  return { plover: typeByStanding(best), span: spanOf(stage, best.from, best.to), actors: spans(best.actors), recipients: spans(best.recipients) }
}

/** The span of an argument; for a pronoun, of the first words that name the same actor. */
function namedSpan(stage: Stage, cast: Cast, { from, to, actors }: Argument): Span {
  const pronoun = to - from === 1 && stage.tokens[from]?.pos === 'PRON'
  const named = pronoun ? cast.mentions.find(mention => mention.actor === actors[0]?.id && mention.form !== 'pronoun') : undefined
  return named?.span ?? spanOf(stage, from, to)
}

function tellings(stage: Stage, sentence: Sentence): Told[] {
  const verbs = findVerbs(stage, sentence)
  const nouns = findNouns(stage, sentence, at => verbs.some(told => told.from <= at && at < told.to))
  return [...verbs, ...nouns].sort((a, b) => a.at - b.at)
}

function spanOf({ tokens }: Stage, from: number, to: number): Span {
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0]
}

/** "said that the other side must …": a demand in another's words. */
function obligation(stage: Stage, sentence: Sentence): { at: number; actors: Argument[]; recipients: Argument[] } | undefined {
  const { tokens } = stage
  for (let at = sentence.from; at < sentence.to; at++) {
    if (!/^(?:must|should)$/.test(tokens[at]?.lower ?? '')) continue
    for (let back = at - 1; back >= sentence.from; back--) {
      if (!/^(?:say|announce|declare|reiterate|conclude|state|warn|issue|tell)$/.test(verbLemma(tokens, back))) continue
      return { at, actors: subjectOf(stage, sentence, groupStart(stage, sentence, back), false), recipients: subjectOf(stage, sentence, at, false) }
    }
  }
  return undefined
}

/** The actor and recipient that are given stand in their places, over what was found there. */
function withGiven(stage: Stage, { actor, recipient }: Given): Stage {
  const at = [...stage.at]
  for (const [name, span] of [
    ['actor', actor],
    ['recipient', recipient],
  ] as const) {
    if (!span) continue
    const inside = stage.tokens.filter(token => overlaps([token.start, token.end], span))
    const [first, last] = [inside[0], inside.at(-1)]
    if (!first || !last) continue
    const party: Actor = { id: name as unknown as Id<'actor'>, name, kind: 'organisation', names: [], roles: [] }
    const argument: Argument = {
      from: Math.min(first.index, at[first.index]?.from ?? first.index),
      to: Math.max(last.index + 1, at[last.index]?.to ?? 0),
      actors: [party],
    }
    for (let i = argument.from; i < argument.to; i++) at[i] = argument
  }
  return { ...stage, at }
}

/** The telling whose actor is the given one, else the first after it, else the first. */
function choose(stage: Stage, told: readonly Told[], { actor }: Given): Told | undefined {
  const main = told.filter(one => one.standing.wanted !== 'purpose')
  if (!actor) return main[0] ?? told[0]
  const ours = main.find(one => one.actors.some(argument => overlaps(spanOf(stage, argument.from, argument.to), actor)))
  return ours ?? main.find(one => (stage.tokens[one.at]?.start ?? 0) > actor[0]) ?? told[0]
}
