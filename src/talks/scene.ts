import {
  contains,
  type Actor,
  type Cast,
  type CodedEvent,
  type Figures,
  type Id,
  type KnownIssue,
  type Mention,
  type Reading,
  type Span,
  type Statement,
  type TimeExpression,
  type Token,
} from '#model'
import { readRows, sentenceAt, tokensIn } from '#text'

/** What the readers of this stage look things up in: made once a report. */
export interface Scene {
  readonly reading: Reading
  readonly issues: readonly KnownIssue[]
  readonly statements: readonly Statement[]
  readonly cast: Cast
  readonly times: readonly TimeExpression[]
  readonly events: readonly CodedEvent[]
  readonly figures: Figures
  readonly actors: ReadonlyMap<string, Actor>
  /** The widest mention that holds a token, by the token's index. */
  readonly mentions: readonly (Mention | undefined)[]
  /** The statements whose content touches a sentence, by the sentence's index. */
  readonly spoken: readonly (readonly Statement[])[]
}

/** Lays out what the stages before found, so that each look-up is by index. */
export function makeScene(parts: Omit<Scene, 'actors' | 'mentions' | 'spoken'>): Scene {
  const { reading, cast, statements } = parts
  const actors = new Map<string, Actor>(cast.actors.map(actor => [actor.id, actor]))
  return { ...parts, actors, mentions: mentionsByToken(reading, cast.mentions), spoken: statementsBySentence(reading, statements) }
}

function mentionsByToken(reading: Reading, mentions: readonly Mention[]): (Mention | undefined)[] {
  const order = [...mentions].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
  const found = new Array<Mention | undefined>(reading.tokens.length).fill(undefined)
  let at = 0
  let reached = -1
  for (const mention of order) {
    if (mention.span[1] <= reached) continue
    reached = mention.span[1]
    while (at < reading.tokens.length && (reading.tokens[at]?.end ?? 0) <= mention.span[0]) at++
    for (let i = at; (reading.tokens[i]?.start ?? Infinity) < mention.span[1]; i++) found[i] ??= mention
  }
  return found
}

const inner = new WeakMap<Scene, readonly (Mention | undefined)[]>()

/** The actor of the narrowest mention that holds a token: "Norway" in "negotiators from Norway and Iceland". */
export function innerActorAt(scene: Scene, token: Token): Actor | undefined {
  let known = inner.get(scene)
  if (!known) {
    const narrowFirst = [...scene.cast.mentions].sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]))
    const found = new Array<Mention | undefined>(scene.reading.tokens.length).fill(undefined)
    for (const mention of narrowFirst) for (const one of tokensIn(scene.reading, mention.span)) found[one.index] ??= mention
    inner.set(scene, (known = found))
  }
  const actor = known[token.index]?.actor
  return actor && scene.actors.get(actor)
}

function statementsBySentence(reading: Reading, statements: readonly Statement[]): Statement[][] {
  const found: Statement[][] = reading.sentences.map(() => [])
  for (const statement of statements) {
    for (const [start, end] of statement.content) {
      let index = sentenceAt(reading, start)?.index ?? found.length
      for (; index < found.length && (reading.sentences[index]?.span[0] ?? end) < end; index++) {
        const list = found[index]
        if (list && list.at(-1) !== statement) list.push(statement)
      }
    }
  }
  return found
}

/** The innermost statement whose content holds the span. */
export function statementAt(scene: Scene, span: Span): Statement | undefined {
  const sentence = sentenceAt(scene.reading, span[0])
  let best: Statement | undefined
  let size = Infinity
  for (const statement of sentence ? (scene.spoken[sentence.index] ?? []) : []) {
    const piece = statement.content.find(one => contains(one, span))
    if (!piece || piece[1] - piece[0] > size) continue
    // "An agency quoted rebels as saying": of two with the same words the one told through more hands is the inner one.
    if (piece[1] - piece[0] === size && statement.chain.length <= (best?.chain.length ?? 0)) continue
    best = statement
    size = piece[1] - piece[0]
  }
  return best
}

/** `said` of a record: the innermost statement whose content holds its span, null = the publisher's own voice. */
export function saidAt(scene: Scene, span: Span): Id<'statement'> | null {
  return statementAt(scene, span)?.id ?? null
}

/** The actor mentioned at a token. */
export function actorAt(scene: Scene, token: Token | undefined): Actor | undefined {
  const id = token && scene.mentions[token.index]?.actor
  return id && scene.actors.get(id)
}

/** Who speaks a statement: the actor of its last link, unless nobody is given. */
export function speakerOf(scene: Scene, statement: Statement | undefined): Actor | undefined {
  const last = statement?.chain.at(-1)
  if (!last || last.as === 'unstated' || last.as === 'publisher') return undefined
  return last.actor && scene.actors.get(last.actor)
}

/** The actors that a pair such as "both sides" was resolved to; else the actor itself. */
export function membersOf(scene: Scene, actor: Actor | undefined): readonly Actor[] {
  if (!actor) return []
  if (actor.kind !== 'group' || !actor.name.includes(' and ')) return [actor]
  const names = actor.name.split(/, | and /)
  const members = names.map(name => scene.cast.actors.find(one => one.name === name))
  return members.every(one => one !== undefined) ? members : [actor]
}

const SPEAKS_FOR = /\bspokes(?:man|woman|person|people)\b/i

const ONLOOKERS = new Set(readRows('onlookers', ['word']).map(row => row.word))
const looksOn = new WeakMap<Actor, boolean>()

/** Whether an actor only comments: an expert, a columnist, critics; by the words of the role, never by a name. */
function isOnlooker(actor: Actor): boolean {
  let known = looksOn.get(actor)
  if (known === undefined) {
    const words = [...(actor.kind === 'person' ? [] : [actor.name]), ...actor.roles.map(role => role.title)].join(' ').toLowerCase()
    looksOn.set(actor, (known = words.split(/[^a-z]+/).some(word => ONLOOKERS.has(word))))
  }
  return known
}

/** Who holds what this actor says: a spokesperson speaks for the body, everybody else for themselves; places, outlets and onlookers hold nothing. */
export function holderOf(scene: Scene, actor: Actor | undefined): Actor | undefined {
  if (!actor || actor.kind === 'place' || actor.kind === 'outlet' || isOnlooker(actor)) return undefined
  const speaks = [actor.name, ...actor.roles.map(role => role.title)].some(title => SPEAKS_FOR.test(title))
  return (speaks && actor.of && scene.actors.get(actor.of)) || actor
}

/** The tokens of the sentence at an index of the reading: where it begins and ends. */
export function boundsOf(scene: Scene, token: Token): { from: number; to: number } {
  const sentence = sentenceAt(scene.reading, token.start)
  return sentence ? { from: sentence.from, to: sentence.to } : { from: token.index, to: token.index + 1 }
}
