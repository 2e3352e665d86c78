import { nameWords, type Analysis, type Id, type Issue, type Position, type Span } from '#model'
import { dayName, daysOf } from '../days.ts'
import { actorsOf } from '../cast/name.ts'
import { whoOf, whoOfLink } from '../who.ts'

/** One position as one report tells it, with the day it is held or told. */
export interface HeldAt {
  readonly report: Id<'report'>
  readonly position: Id<'position'>
  readonly span: Span
  readonly stance: Position['stance']
  readonly day: string
  /** Who reports it; null = the publisher's own voice. */
  readonly teller: string | null
  readonly publisher: string | null
}

/** What an actor is told to want on an issue, over time. `stale`: days from the last telling to the day asked about. */
export interface PositionLine {
  readonly actor: string
  readonly issue: Issue
  readonly held: readonly HeldAt[]
  readonly stale: number
}

function heldAt(position: Position, analysis: Analysis): HeldAt | undefined {
  const { report } = analysis
  const day = daysOf(position.held?.start)?.[1] ?? daysOf(report.published)?.[0]
  if (day === undefined) return undefined
  const link = analysis.statements.find(one => one.id === position.said)?.chain.at(-1)
  const teller = link ? whoOfLink(link, analysis).name : null
  return { report: report.id, position: position.id, span: position.span, stance: position.stance, day: dayName(day), teller, publisher: report.publisher }
}

/** Positions by actor and issue, each line in the order of days; nothing told after `asOf` counts. What is not told again is stale, never dropped. */
export function linesOfPositions(analyses: readonly Analysis[], asOf: string): PositionLine[] {
  const lines = new Map<string, { actor: string; issue: Issue; held: HeldAt[] }>()
  for (const analysis of analyses)
    for (const position of analysis.positions) {
      const actor = actorsOf(analysis).get(position.actor)
      const held = heldAt(position, analysis)
      if (!actor || !held || held.day > asOf) continue
      const { name } = whoOf(actor, analysis)
      const key = `${nameWords(name).join(' ')} ${position.issue}`
      const line = lines.get(key) ?? { actor: name, issue: position.issue, held: [] }
      line.held.push(held)
      lines.set(key, line)
    }
  return [...lines.keys()].sort().flatMap(key => {
    const line = lines.get(key)
    if (!line) return []
    const held = line.held.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.position < b.position ? -1 : 1))
    const last = held.at(-1)?.day ?? asOf
    return [{ ...line, held, stale: Math.round((Date.parse(asOf) - Date.parse(last)) / 86_400_000) }]
  })
}
