import { bySpan, contains, overlaps, recordId, type Actor, type Position, type Span } from '#model'
import { dateSaying, tokensIn } from '#text'
import type { Complement } from './en/complement.ts'
import type { VerbGroup } from './en/verb.ts'
import { actorAt, statementAt, type Scene } from './scene.ts'
import type { Part } from './topic.ts'

/** A position with the words of its frame: what a proposal is read from. */
export interface Found {
  readonly position: Position
  /** From the word of wanting to the end of the thing wanted. */
  readonly frame: Span
  readonly condition?: Span
  /** The id of the row that told the stance; absent where no row did. */
  readonly row?: string
  /** No word of its own tells its issue. */
  readonly vague?: true
}

/** What a rule found of a position. */
export interface Held {
  readonly actor: Actor
  readonly part: Part
  readonly stance: Position['stance']
  readonly commitment: Position['commitment']
  readonly wanted: Complement
  readonly frame: Span
  readonly group?: VerbGroup | undefined
  readonly row?: string
  readonly denied?: boolean
}

/** A position as told: `held` when its teller said it, `denied` where that saying is denied. */
export function makePosition(scene: Scene, rule: string, held: Held): Found {
  const { actor, part, stance, commitment, wanted, frame } = held
  const { span, issue } = part
  const statement = statementAt(scene, span)
  const when = statement?.uttered ?? dateSaying(scene.reading, scene.times, { cue: [frame[0], Math.max(frame[0] + 1, span[0])], content: [span] })
  const position: Position = {
    id: recordId('position', scene.reading.report.id, span, actor.id, issue, stance),
    span,
    rule,
    said: statement?.id ?? null,
    actor: actor.id,
    issue,
    ...(when && { held: when }),
    stance: stance === 'accepts' && wanted.conditionality === 'explicit-if' ? 'accepts-with-conditions' : stance,
    specificity: specificityOf(scene, span, part.vague),
    conditionality: wanted.conditionality,
    commitment: held.group?.modal && /^(?:will|would|'ll|wo|shall)$/.test(held.group.modal) && commitment === 'agreed' ? 'promise' : commitment,
    ...((held.denied || (statement?.negated && !(statement.cue && overlaps(statement.cue, frame)))) && { denied: true as const }),
  }
  return {
    position,
    frame,
    ...(part.vague && { vague: true as const }),
    ...(held.row !== undefined && { row: held.row }),
    ...(wanted.condition && { condition: wanted.condition }),
  }
}

/** After PA-X: 2 where the words name a number, a place or much else; 1 where they only name the thing; 0 where they name no more than "the plan". */
export function specificityOf(scene: Scene, span: Span, vague?: boolean): 0 | 1 | 2 {
  if (vague) return 0
  const tokens = tokensIn(scene.reading, span)
  const concrete = tokens.some(token => token.pos === 'NUM' || /^[$€£%]/.test(token.text) || actorAt(scene, token)?.kind === 'place')
  return concrete || tokens.length >= 14 ? 2 : 1
}

/** Rows that only hold on to another's words: "is sticking to its demand for", "renewed its call for". */
const HOLDS_ON = /^verb\.(?:stick|stand-by|hold-firm|stand-firm|hold-fast|back|support|renew|press|push|try|attempt|seek|want|hope|work)\b/

/** Of two stances of one actor on one issue, the one's words inside the other's, the outer one stays, unless it only holds on to the inner one. */
function withoutInner(all: readonly Found[]): Found[] {
  const order = [...all].sort((a, b) => a.frame[0] - b.frame[0] || b.frame[1] - a.frame[1])
  const dropped = new Set<Found>()
  for (const [i, outer] of order.entries()) {
    for (let k = i + 1; k < order.length; k++) {
      const inner = order[k]
      if (!inner || inner.frame[0] >= outer.frame[1]) break
      if (!contains(outer.frame, inner.frame) || contains(inner.frame, outer.frame) || !isSameTold(outer.position, inner.position)) continue
      dropped.add(outer.row !== undefined && HOLDS_ON.test(outer.row) ? outer : inner)
    }
  }
  return all.filter(one => !dropped.has(one))
}

function isSameTold(a: Position, b: Position): boolean {
  return a.actor === b.actor && a.issue === b.issue && a.said === b.said && a.stance !== b.stance
}

/** One position an actor, issue and utterance: of several with the same stance the first stays; one span tells an actor's issue once. */
export function settlePositions(all: readonly Found[]): Found[] {
  const found = withoutInner(all)
  const kept = new Map<string, Found>()
  for (const one of [...found].sort((a, b) => bySpan(a.position, b.position))) {
    const { actor, issue, stance, said, span } = one.position
    const key = said === null ? `${actor}|${issue}|${stance}|${String(span[1])}` : `${actor}|${issue}|${stance}|${said}`
    if (!kept.has(key)) kept.set(key, one)
  }
  return [...kept.values()]
}
