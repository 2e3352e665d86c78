import { nameWords, contains, type Anchor, type Analysis, type Finding, type Position } from '#model'
import type { Card, HeldStance } from './shape.ts'
import { dayName, daysOf } from './days.ts'
import { findingId } from './place.ts'
import { matterOf, type Piece } from './say/pieces.ts'
import { actorsOf } from './cast/name.ts'
import { whoOf, whoOfLink } from './who.ts'

/** The item of an actor's cell on an issue. */
export interface Stance extends HeldStance {
  readonly is: 'stance'
  readonly report: Card['report']
  readonly key?: string
  readonly publisher: string | null
}

const FOR = new Set<Position['stance']>(['accepts', 'accepts-with-conditions', 'open', 'offers'])
const AGAINST = new Set<Position['stance']>(['rejects', 'refuses-to-discuss'])

function sideOf(position: Position): 1 | -1 | undefined {
  const side = FOR.has(position.stance) ? 1 : AGAINST.has(position.stance) ? -1 : undefined
  return position.denied && side !== undefined ? (side === 1 ? -1 : 1) : side
}

/** The positions of a report that stand for or against something, on a day. */
export function stancesOf(analysis: Analysis, pieces: readonly Piece[], published: readonly [number, number] | undefined): HeldStance[] {
  return analysis.positions.flatMap(position => {
    const side = sideOf(position)
    const actor = actorsOf(analysis).get(position.actor)
    const held = position.held?.start?.startsWith('[..') ? undefined : daysOf(position.held?.start)
    const day = held?.[1] ?? published?.[0]
    const piece =
      pieces.find(one => contains([one.span[0] - 1, one.span[1] + 1], position.span)) ??
      pieces.find(one => one.span[0] <= position.span[0] && position.span[0] < one.span[1])
    // What a negator turns is no yes: "cannot imagine accepting"; to say no needs no negator.
    if (side === undefined || !actor || day === undefined || !piece || (side === 1 && piece.negated && !position.denied)) return []
    const statement = analysis.statements.find(one => one.id === position.said)
    const link = statement?.chain[statement.chain.length - 1]
    const teller = link ? whoOfLink(link, analysis).name : ''
    return [
      {
        id: position.id,
        span: position.span,
        actor: whoOf(actor, analysis).name,
        issue: position.issue,
        side,
        stance: position.stance,
        day,
        words: matterOf(piece),
        ...(teller !== '' && { teller }),
      },
    ]
  })
}

/** The cells of a card's positions: by actor, issue and year. */
export function stanceCells(card: Card): [string, readonly Stance[]][] {
  const cells = new Map<string, Stance[]>()
  for (const held of card.stances) {
    const cell = `stance ${nameWords(held.actor).at(-1) ?? ''} ${held.issue} ${dayName(held.day).slice(0, 4)}`
    const item: Stance = { is: 'stance', ...held, report: card.report, ...(card.key !== undefined && { key: card.key }), publisher: card.publisher }
    cells.set(cell, [...(cells.get(cell) ?? []), item])
  }
  return [...cells]
}

function anchor({ report, key, span }: Stance): Anchor {
  return { report, ...(key !== undefined && { key }), span }
}

function byDay(a: Stance, b: Stance): number {
  return a.day - b.day || (a.report < b.report ? -1 : a.report > b.report ? 1 : a.span[0] - b.span[0])
}

/** Content words that two positions on one issue must share to be about one thing. */
const SHARED = 3

function aboutOne(a: Stance, b: Stance): boolean {
  const shared = a.words.filter(word => b.words.includes(word)).length
  return shared >= SHARED && shared / Math.max(a.words.length, b.words.length) >= 0.5
}

/** Whether two positions stand in the same words: one utterance, read in two ways. */
function sameWords(a: Stance, b: Stance): boolean {
  const shared = a.words.filter(word => b.words.includes(word)).length
  return shared >= 0.8 * Math.max(a.words.length, b.words.length)
}

function told({ teller, publisher, day, stance }: Stance): string {
  const by = teller === undefined ? (publisher ?? 'a report without a publisher') : `${teller} (in ${publisher ?? 'a report without a publisher'})`
  return `${stance} on ${dayName(day)}, told by ${by}`
}

/** Shifts of one actor on one issue: a position, and the next one about the same thing that stands on the other side, on a later day. Nothing told in between is no shift. */
export function readStances(stances: readonly Stance[]): Finding[] {
  const ordered = [...stances].sort(byDay)
  return ordered.flatMap((now, i) => {
    const before = ordered
      .slice(0, i)
      .reverse()
      .find(one => one.day < now.day && one.actor === now.actor && aboutOne(one, now))
    if (!before || before.side === now.side || sameWords(before, now)) return []
    const why = `${now.actor} on ${now.issue}: ${told(now)}; ${told(before)}.`
    return [
      {
        id: findingId(anchor(now), 'shift', now.id, before.id),
        kind: 'shift' as const,
        about: [now.id, before.id],
        support: [anchor(now)],
        against: [anchor(before)],
        why,
        rule: 'reconcile/stance',
      },
    ]
  })
}
