import { nameWords, type Analysis, type Id, type Track } from '#model'
import { dayName, daysOf } from '../days.ts'

/** One telling of a line of talks. */
export interface TrackTelling {
  readonly report: Id<'report'>
  readonly track: Id<'track'>
  readonly day: string | null
  readonly state: Track['state']
  readonly ordinal?: number
}

/** A line of talks over reports: identity is proposed by equal parties, never forced. Mediators and states stand as each report tells them. */
export interface TrackLine {
  readonly parties: readonly string[]
  readonly tellings: readonly TrackTelling[]
  /** Names of mediators with the number of tellings that give them. */
  readonly mediators: readonly (readonly [name: string, tellings: number])[]
}

function namesOf(ids: readonly string[], { actors }: Analysis): string[] {
  return ids.flatMap(id => actors.find(actor => actor.id === id)?.name ?? []).sort()
}

/** Lines of talks by their parties, two at least, each line's tellings in the order of days. */
export function linesOfTalks(analyses: readonly Analysis[]): TrackLine[] {
  const lines = new Map<string, { parties: string[]; tellings: TrackTelling[]; mediators: Map<string, number> }>()
  for (const analysis of analyses)
    for (const track of analysis.tracks) {
      const parties = namesOf(track.parties, analysis)
      if (parties.length < 2) continue
      const key = parties
        .map(name => nameWords(name).join(' '))
        .sort()
        .join(' / ')
      const line = lines.get(key) ?? { parties, tellings: [], mediators: new Map<string, number>() }
      const day = daysOf(track.when?.start)?.[1] ?? daysOf(analysis.report.published)?.[0]
      const { ordinal } = track.rounds ?? {}
      line.tellings.push({
        report: analysis.report.id,
        track: track.id,
        day: day === undefined ? null : dayName(day),
        state: track.state,
        ...(ordinal !== undefined && { ordinal }),
      })
      for (const name of namesOf(track.mediators, analysis)) line.mediators.set(name, (line.mediators.get(name) ?? 0) + 1)
      lines.set(key, line)
    }
  return [...lines.keys()].sort().flatMap(key => {
    const line = lines.get(key)
    if (!line) return []
    const tellings = line.tellings.sort((a, b) => ((a.day ?? '~') + a.track < (b.day ?? '~') + b.track ? -1 : 1))
    return [{ parties: line.parties, tellings, mediators: [...line.mediators].sort((a, b) => (a[0] < b[0] ? -1 : 1)) }]
  })
}
