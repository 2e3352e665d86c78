import { overlaps, recordId, type Actor, type Allegation, type Sentence, type Span } from '#model'
import { dateAct, sentenceAt } from '#text'
import { actorAt, holderOf, saidAt, speakerOf, statementAt, type Scene } from './scene.ts'

/** A wrong laid at somebody's door, before it is a record. */
export interface Charge {
  readonly span: Span
  readonly accused: readonly Actor[]
  readonly accuser: Actor | undefined
  readonly of: Allegation['of']
  readonly rule: string
  /** Told in the publisher's own voice. */
  readonly own?: boolean
  /** What the accused is told to answer, where the same words tell it. */
  readonly answer?: 'denied' | 'admitted'
}

const DENIES =
  /\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed)?|refut(?:es|ed)|disput(?:es|ed)|call(?:s|ed) (?:it|this|that|them|(?:the|those|such) (?:charge|claim|accusation|allegation|report|finding)s?) (?:an? )?(?:\w+ )?(?:lies?|false|baseless|untrue|nonsense|fabrications?|slander|propaganda|absurd|groundless|unfounded))\b/i
/** A denial whose object is the charge itself: it answers whoever gives it, unless that is the accuser. */
const REBUTS =
  /\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed)?|refut(?:es|ed)|disput(?:es|ed)|call(?:s|ed)) (?:it|this|that|(?:the|those|these|such|all|any) (?:\w+ )?(?:charge|claim|accusation|allegation|report|finding)s?)\b/i
const ADMITS = /\b(?:admit(?:s|ted)?|acknowledg(?:es|ed)|conced(?:es|ed)|confess(?:es|ed))\b/i
const COUNT =
  /\b(?:repeatedly|(?:at least |more than |over |about |some )?(?:\d[\d,]*|dozens of|hundreds of|two|three|four|five|six|seven|eight|nine|ten) (?:times|violations?|breaches|attacks|incidents|occasions))\b/i

/** Allegations, one a wrong: of two that overlap the one by words of accusing stays. */
export function makeAllegations(scene: Scene, charges: readonly Charge[]): Allegation[] {
  const kept: Charge[] = []
  for (const charge of charges) {
    if (charge.accused.length === 0) continue
    if (kept.some(one => overlaps(one.span, charge.span) && (one.accused.some(actor => charge.accused.includes(actor)) || one.rule !== charge.rule))) continue
    kept.push(charge)
  }
  return kept.sort((a, b) => a.span[0] - b.span[0]).map(charge => makeAllegation(scene, charge, kept))
}

/** The record of a charge: its accuser or that none is told, its count and day as told, what the accused answered. */
export function makeAllegation(scene: Scene, charge: Charge, all: readonly Charge[]): Allegation {
  const { span, accused, of, rule } = charge
  const words = scene.reading.report.text.slice(span[0], span[1])
  const count = (COUNT.exec(words) ?? (of === 'ceasefire-violation' ? COUNT.exec(sentenceWords(scene, span)) : null))?.[0]
  const statement = statementAt(scene, span)
  const when = dateAct(scene.reading, scene.times, { span, reality: 'reported', ...(statement && { content: statement.content, uttered: statement.uttered }) })
  const ids = accused.map(actor => bodyOf(scene, actor).id)
  return {
    id: recordId('allegation', scene.reading.report.id, span, ...ids),
    span,
    rule,
    said: saidAt(scene, span),
    accuser: charge.accuser?.id ?? 'unstated',
    accused: [...new Set(ids)],
    of,
    ...(count !== undefined && { count }),
    ...(when && { when }),
    response: charge.answer ?? responseTo(scene, charge, all),
  }
}

/** The words of the sentence that holds a span: "broke the truce, monitors said, counting 26 breaches". */
function sentenceWords({ reading }: Scene, span: Span): string {
  const sentence = sentenceAt(reading, span[0])
  return sentence ? reading.report.text.slice(...sentence.span) : ''
}

const ARMED = /\b(?:soldiers?|troops|forces|artillery|jets|warplanes|fighters)\b/i

/** Whose deed it is: that of troops is their state's, a body's its own, a spokesperson's words are the body's. */
function bodyOf(scene: Scene, actor: Actor): Actor {
  const owner = actor.of !== undefined && ARMED.test(actor.name) ? scene.actors.get(actor.of) : undefined
  return owner ?? holderOf(scene, actor) ?? actor
}

/** What the accused is told to have answered: a denial or admission near by, or a charge against the accuser. */
function responseTo(scene: Scene, charge: Charge, all: readonly Charge[]): Allegation['response'] {
  const sentence = sentenceAt(scene.reading, charge.span[0])
  const { sentences, report } = scene.reading
  for (const near of sentence ? [sentence, sentences[sentence.index + 1], sentences[sentence.index + 2]] : []) {
    if (!near) continue
    const words = report.text.slice(near.span[0], near.span[1])
    const answers = near !== sentence || words.length > charge.span[1] - charge.span[0] + 20
    const after = near === sentence ? report.text.slice(charge.span[1], near.span[1]) : near.index === sentence?.index ? '' : words
    if (answers && near.index <= (sentence?.index ?? 0) + 1 && REBUTS.test(after) && !rebutsAs(scene, near, charge)) return 'denied'
    if (!answers || !namesAny(scene, near.from, near.to, charge.accused)) continue
    if (DENIES.test(words)) return 'denied'
    if (ADMITS.test(words) && near !== sentence) return 'admitted'
  }
  const back = all.some(
    one => one.accuser !== undefined && charge.accuser !== undefined && isSide(one.accuser, charge.accused) && isSide(charge.accuser, one.accused),
  )
  return back ? 'counter-accused' : 'none-recorded'
}

/** Whether the one who rebuts is the accuser: the first actor that the words name. */
function rebutsAs(scene: Scene, near: Sentence, { accuser, span }: Charge): boolean {
  for (let i = near.from; i < near.to; i++) {
    const token = scene.reading.tokens[i]
    const actor = token && token.start >= (near.span[0] <= span[0] ? span[1] : near.span[0]) ? actorAt(scene, token) : undefined
    if (actor) return actor === accuser
  }
  return false
}

function isSide(actor: Actor, side: readonly Actor[]): boolean {
  return side.some(one => one === actor || one.of === actor.id || actor.of === one.id)
}

/** Whether the tokens name the accused or somebody who belongs to or speaks for them. */
function namesAny(scene: Scene, from: number, to: number, accused: readonly Actor[]): boolean {
  for (let i = from; i < to; i++) {
    const token = scene.reading.tokens[i]
    const actor = actorAt(scene, token) ?? (token && speakerOf(scene, statementAt(scene, [token.start, token.end])))
    if (actor && isSide(actor, accused)) return true
  }
  return false
}
