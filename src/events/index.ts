import {
  boundsOf,
  recordId,
  type Act,
  type Actor,
  type Cast,
  type CodedEvent,
  type Id,
  type KnownIssue,
  type Plover,
  type Reading,
  type Span,
  type Statement,
  type TimeExpression,
  type When,
} from '#model'
import { dateAct, issuesIn, makeSaidBy, sentenceAt } from '#text'
import { layArguments, type Argument, type Stage } from './en/arguments.ts'
import { findNouns } from './en/nouns.ts'
import { findVerbs, type Told } from './en/verbs.ts'
import { contextsOf } from './contexts.ts'
import { actRows } from './rows.ts'
import { mergeTellings } from './merge.ts'

/** Codes what was done: acts with PLOVER type, actors, recipients, time and reality; one event told twice is one. */
export function codeEvents(
  reading: Reading,
  issues: readonly KnownIssue[],
  statements: readonly Statement[],
  cast: Cast,
  times: readonly TimeExpression[],
): CodedEvent[] {
  const stage = layArguments(reading, cast)
  const saidAt = makeSaidBy(statements)
  const events: CodedEvent[] = []
  let pair: CodedEvent['actors'] = [] // who last talked together: "the talks" that name nobody are theirs
  for (const sentence of reading.sentences) {
    const found = findVerbs(stage, sentence).filter(stands)
    const verbs = found.filter(one => !found.some(other => isPromised(one, other)))
    const nouns = findNouns(stage, sentence, at => verbs.some(told => told.from <= at && at < told.to + 1))
    for (const one of [...verbs, ...nouns]) {
      const told = found.some(other => isPromised(other, one)) ? { ...one, verb: { ...one.verb, act: 'threaten' as const, plover: 'THREATEN' as const } } : one
      const event = toEvent(stage, told, issues, times, saidAt)
      if (!event) continue
      events.push(event.actors.length === 0 && TALKING.has(event.plover) ? { ...event, actors: [...pair] } : event)
      if (event.actors.length > 1 && TALKING.has(event.plover)) pair = event.actors
    }
  }
  return mergeTellings(events, reading)
}

const TALKING = new Set<Plover>(['CONSULT', 'AGREE'])
const MATERIAL = new Set<Plover>(['ASSAULT', 'COERCE', 'SANCTION', 'RETREAT', 'AID', 'MOBILIZE', 'PROTEST'])

const HARM = new Set<Plover>(['ASSAULT', 'COERCE'])
const PENALTIES = new Set<Act>(['sanction', 'impose-tariff'])

/** "vowed to resume shelling": the harm that a promise tells of, which makes it a threat. */
function isPromised({ verb, at, standing }: Told, promise: Told): boolean {
  if (promise.verb.act !== 'promise' || at <= promise.at || at >= promise.to + 4) return false
  return standing.wanted === 'agreed' && standing.reality !== 'denied' && (HARM.has(verb.plover) || (verb.act !== undefined && PENALTIES.has(verb.act)))
}

/** Whether an act makes an event of its own: not a wide verb, not what somebody only asks for. */
function stands(told: Told): boolean {
  const { verb, standing, actors, recipients, bySpeaker, unnamed } = told
  if (!verb.act || (verb.weak && !(verb.args === 'r' && actors.length > 1))) return false
  if (standing.wanted && standing.wanted !== 'agreed' && standing.wanted !== 'refused' && standing.wanted !== 'ready') return false
  if (verb.plover === 'AID' && recipients.length === 0) return false
  if (verb.act === 'visit' && told.rule.endsWith('verbs') && ((verb.args === 's' && recipients.length === 0) || !isVisit(told))) return false
  if (standing.wanted === 'ready' && TALKING.has(verb.plover)) return false
  if (unnamed && verb.objects instanceof Set) return true
  return actors.length > 0 || bySpeaker === true || verb.args === 'n' || (recipients.length > 0 && MATERIAL.has(verb.plover))
}

/** Somebody who may speak for others comes to a state, a place or a person: tourists come to see, and what is visited may be only a building. */
function isVisit({ actors, recipients }: Told): boolean {
  const guest = actors.flatMap(one => one.actors)
  const host = recipients.flatMap(one => one.actors)
  const sees = guest.length > 0 && guest.every(actor => actor.kind === 'group' && !ENVOYS.test(actor.name))
  return !sees && host.some(actor => actor.kind !== 'organisation' || actor.of !== undefined || actor.roles.length > 0 || actor.names.length > 1)
}

const ENVOYS =
  /\b(?:delegat\w*|officials?|envoys?|negotiators?|mediators?|inspectors?|leaders?|ministers?|diplomats?|lawmakers?|senators?|teams?|monitors?|presidents?|ambassadors?|generals?|monitors?|experts?)\b/i

function toEvent(
  stage: Stage,
  told: Told,
  issues: readonly KnownIssue[],
  times: readonly TimeExpression[],
  saidAt: (span: Span) => Statement | undefined,
): CodedEvent | undefined {
  const { verb, standing } = told
  const act = verb.act && byPhone(stage, told) ? 'call' : leavesTalks(told) ? 'quit-talks' : verb.act
  if (!act) return undefined
  const { reading, tokens } = stage
  const span: Span = [tokens[told.from]?.start ?? 0, tokens[told.to - 1]?.end ?? 0]
  const row = actRows.get(act)
  const statement = saidAt(span)
  const speaker = told.bySpeaker && statement?.chain.at(-1)?.actor
  const actors = speaker ? [speaker] : idsOf(told.actors)
  const recipients = idsOf(told.recipients).filter(id => !actors.includes(id))
  const dated = { span, reality: standing.reality, ...(statement && { content: statement.content, uttered: statement.uttered }) }
  const when = dateAct(reading, times, dated)
  const later = (verb.ahead && standing.reality === 'reported') || comesLater(reading, told, when, statement !== undefined)
  const reality = later ? 'planned' : statement?.negated && standing.reality === 'reported' ? 'hypothetical' : standing.reality
  const about = issuesIn(reading, span, issues)
  const place = placeOf(stage, told)
  return {
    id: recordId('event', reading.report.id, span, act, reality),
    span,
    rule: told.rule,
    said: statement?.id ?? null,
    act,
    plover: reality === 'planned' && row?.promised === 'CONCEDE' ? 'CONCEDE' : act === verb.act ? verb.plover : (row?.plover ?? verb.plover),
    ...(row?.mode && { mode: row.mode }),
    contexts: contextsOf(act, about),
    actors,
    recipients,
    ...(place && { place }),
    ...(when && { when }),
    ...(about.length > 0 && { issues: about }),
    reality,
  }
}

/** A day after publication, or "would" in somebody's words, makes what is told as present or supposed a plan. */
function comesLater({ report, tokens }: Reading, { standing, from, at, rule }: Told, when: When | undefined, said: boolean): boolean {
  if (standing.reality !== 'reported' && standing.reality !== 'hypothetical') return false
  if (standing.condition || standing.infinitive || !rule.endsWith('verbs')) return false
  const day = report.published?.slice(0, 10) ?? '9999'
  const bounds = when?.start && boundsOf(when.start)
  const later = bounds && bounds.first !== null && bounds.last !== null && bounds.last > day && bounds.first >= day
  const group = tokens.slice(Math.max(from, at - 4), at)
  const would = group.some(token => token.lower === 'would')
  const past = group.some(token => /^(?:had|has|have|was|were)$/.test(token.lower))
  const verb = tokens[at]
  const present = verb !== undefined && (verb.lower === verb.lemma || verb.lower === `${verb.lemma}s`)
  return (later === true && !past && present) || (would && said)
}

function idsOf(list: readonly Argument[]): Id<'actor'>[] {
  return [...new Set(list.flatMap(argument => argument.actors).map(actor => actor.id))]
}

/** "the delegation walked out": who came to talk leaves the talks, not the work. */
function leavesTalks({ verb, actors }: Told): boolean {
  if (verb.act !== 'strike-work' || !verb.particle.includes('out')) return false
  return actors
    .flatMap(one => one.actors)
    .some(({ kind, name }) => kind === 'state' || /\b(?:delegat\w+|envoys?|negotiators?|ministers?|diplomats?)\b/i.test(name))
}

/** "held a discussion by telephone": a meeting of voices only. */
function byPhone({ tokens }: Stage, { verb, from, to }: Told): boolean {
  if (verb.act !== 'meet' && verb.act !== 'negotiate') return false
  for (let at = from; at < to + 8; at++)
    if (/^(?:by|on|over)$/.test(tokens[at]?.lower ?? '') && /^(?:tele)?phone$/.test(tokens[at + (tokens[at + 1]?.lower === 'the' ? 2 : 1)]?.lower ?? ''))
      return true
  return false
}

/** The place that stands with the act after "in" or "at". */
function placeOf({ tokens, at, reading }: Stage, told: Told): string | undefined {
  const end = sentenceAt(reading, tokens[told.at]?.start ?? 0)?.to ?? 0
  for (let i = told.from; i < Math.min(told.to + 8, end); i++) {
    const actor: Actor | undefined = at[i]?.actors[0]
    const before = tokens[(at[i]?.from ?? 0) - 1]
    if (actor && (actor.kind === 'place' || actor.kind === 'state') && before && /^(?:in|at|near)$/.test(before.lower)) return actor.id
  }
  return undefined
}

export { codeSentence, type CodedSentence } from './sentence.ts'
