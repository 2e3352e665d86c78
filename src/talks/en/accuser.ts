import type { Actor, Span, Token } from '#model'
import { sentenceAt } from '#text'
import type { Charge } from '../allegation.ts'
import { actorAt, holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { subjectOf, subjectOfClause } from './subject.ts'
import { verbGroup } from './verb.ts'

/** Who accuses by the verb at a token: its subject, whoever stands right before a bare -ing form, or the speaker of the words about it; never one of the accused. */
export function accuserOf(scene: Scene, verb: number, from: number, accused: readonly Actor[]): Actor | undefined {
  const { tokens } = scene.reading
  const group = verbGroup(tokens, verb, from)
  const before = tokens[group.start - 1]
  const near = group.participle ? actorAt(scene, before) : undefined
  if (group.participle && !near && (before?.pos === 'NOUN' || before?.pos === 'PROPN')) return undefined
  const subject = near ?? (group.infinitive ? subjectOfClause(scene, group.start, from)?.actors[0] : subjectOf(scene, verb, from)?.actors[0])
  const token = tokens[verb]
  const holder = accuserFrom(scene, subject ?? (token && speakerNear(scene, token)))
  return holder && accused.includes(holder) ? undefined : holder
}

/** The accuser that a speaker is: a spokesperson's body, anybody else for themselves, also who only comments; no place. */
export function accuserFrom(scene: Scene, speaker: Actor | undefined): Actor | undefined {
  return holderOf(scene, speaker) ?? (speaker?.kind === 'place' ? undefined : speaker)
}

/** Who speaks the words at a token, or the one who is said to speak in its sentence outside of them. */
function speakerNear(scene: Scene, token: Token): Actor | undefined {
  const inside = speakerOf(scene, statementAt(scene, [token.start, token.end]))
  if (inside) return inside
  const sentence = sentenceAt(scene.reading, token.start)
  const near = sentence && scene.spoken[sentence.index]?.find(one => one.cue !== undefined && one.cue[1] < token.start && one.cue[0] >= sentence.span[0])
  return speakerOf(scene, near)
}

/** The charge, told in the publisher's own voice where nobody accuses and no statement holds it. */
export function chargeOf(scene: Scene, charge: Charge): Charge {
  const own = charge.accuser === undefined && !statementAt(scene, charge.span)
  return own ? { ...charge, own } : charge
}

/** What somebody tells of their own side is no charge. */
export function isOwnSide(actor: Actor, speaker: Actor | undefined): boolean {
  return (
    speaker !== undefined && (actor === speaker || actor.of === speaker.id || speaker.of === actor.id || (actor.of !== undefined && actor.of === speaker.of))
  )
}

/** Whether the wrong is only a pronoun: "blame them for it". */
export function isTrifle(tokens: readonly Token[], at: number, span: Span): boolean {
  const first = tokens[at]
  return first?.pos === 'PRON' && first.end >= span[1]
}
