import { recordId, type Actor, type Id, type Issue, type Span, type Track, type When } from '#model'
import { boundBy, timeFor } from '#text'
import { holderOf, membersOf, saidAt, statementAt, type Scene } from './scene.ts'

/** What one sentence tells of a line of talks. Without parties it speaks of the one told last. */
export interface Line {
  readonly span: Span
  readonly parties: readonly Actor[]
  readonly mediators: readonly Actor[]
  readonly state: Track['state']
  readonly format: Track['format']
  readonly rule: string
  readonly issues: readonly Issue[]
  readonly venue?: string
  readonly rounds?: { total?: number; ordinal?: number }
}

interface Thread {
  readonly lines: Line[]
  readonly parties: Actor[]
}

/** The state or body an actor belongs to, so that a minister's talks are the country's. */
function rootOf(scene: Scene, actor: Actor): string {
  let root = actor
  for (let steps = 0; root.of !== undefined && steps < 4; steps++) root = scene.actors.get(root.of) ?? root
  return root.id
}

const ASIDE =
  /\b(?:aides?|reporters?|press|journalists?|TV|CEOs?|voters?|colleagues?|fellow|staff|viewers?|audience|supporters?|students?|business leaders|families|diplomats|lawyers?|attorneys?|Americans|owners|donors|citizens|residents|pollster|analysts?|advisers?|advisors?|summit)\b/i
const named = new WeakMap<Scene, Map<string, number>>()

/** How often the report names an actor. */
function timesNamed(scene: Scene, actor: Actor): number {
  let counts = named.get(scene)
  if (!counts) {
    counts = new Map()
    for (const { actor: id } of scene.cast.mentions) if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
    named.set(scene, counts)
  }
  return counts.get(actor.id) ?? 0
}

/** Whether a meeting with this actor may be a line of talks: no outlet, place, audience or own staff, and named more than once. */
function isParty(scene: Scene, actor: Actor): boolean {
  return isNamed(actor) && actor.kind !== 'outlet' && actor.kind !== 'place' && !ASIDE.test(actor.name) && timesNamed(scene, actor) > 1
}

/** No fragment of a sentence, nor a document, taken for a name. */
function isNamed({ name }: Actor): boolean {
  return name.length <= 60 && !/\b(?:the agreement|the deal|told|said|fear|survey|poll)\b|[|“”"]|^\W|^[A-Z]\.$/.test(name)
}

const TOGETHER =
  /\b(?:with|met|meet\w*|between|sat down|sit down|phone\w*|telephone\w*|calls?|called|talks|negotiat\w+|host\w*|visit\w*|summit|each other|together|spoke to|spoken to|speak to)\b/i
const OWN_SIDE =
  /\b(?:fellow|colleagues|caucus|lawyers?|attorneys?|aides|advisers|advisors|donors|his party|her party|own party|rank[- ]and[- ]file|committee|panel)\b/i

/** Whether an event's words tell of two who come together, and not of one side among itself. */
function isEncounter(scene: Scene, [start, end]: Span): boolean {
  const { text } = scene.reading.report
  return TOGETHER.test(text.slice(start, end)) && !OWN_SIDE.test(text.slice(start, end + 30))
}

/** Meetings and calls that the events tell, as lines of direct talks. */
function linesOfEvents(scene: Scene): Line[] {
  return scene.events.flatMap(event => {
    if (!['meet', 'call', 'negotiate'].includes(event.act) || event.reality === 'denied' || event.reality === 'hypothetical') return []
    const ids = [...new Set([...event.actors, ...event.recipients])]
    const parties = [...new Set(ids.flatMap(id => membersOf(scene, scene.actors.get(id))))].filter(actor => isParty(scene, actor))
    if (!isEncounter(scene, event.span)) return []
    if (parties.length < 2 || new Set(parties.map(actor => rootOf(scene, actor))).size < 2) return []
    const place = event.place !== undefined && scene.actors.get(event.place) ? { venue: event.place } : {}
    return [
      {
        span: event.span,
        parties,
        mediators: [],
        state: event.reality === 'planned' ? 'announced' : 'unclear',
        format: event.act === 'negotiate' ? 'unclear' : 'direct',
        rule: 'talks/track',
        issues: [],
        ...place,
      },
    ]
  })
}

/** One track a line of talks: what names the same parties, or no parties and follows, is one. */
export function makeTracks(scene: Scene, told: readonly Line[]): Track[] {
  const lines = [...told, ...linesOfEvents(scene)].sort((a, b) => a.span[0] - b.span[0])
  const threads: Thread[] = []
  for (const line of lines) {
    const parties = [...new Set(line.parties.flatMap(actor => membersOf(scene, actor)))].filter(actor => isNamed(actor) && !ASIDE.test(actor.name))
    if (parties.length === 0) threads.at(-1)?.lines.push(line)
    else place(scene, threads, { ...line, parties })
  }
  const tracks = threads.filter(thread => new Set(thread.parties.map(actor => rootOf(scene, actor))).size > 1).map(thread => finish(scene, thread))
  return tracks.map((track, index) => withSame(scene, track, tracks.slice(0, index)))
}

function place(scene: Scene, threads: Thread[], line: Line): void {
  const roots = new Set(line.parties.map(actor => rootOf(scene, actor)))
  const found = threads.findLast(thread => {
    const known = new Set(thread.parties.map(actor => rootOf(scene, actor)))
    const shared = [...roots].filter(root => known.has(root)).length
    return shared === Math.min(roots.size, known.size)
  })
  if (!found) {
    threads.push({ lines: [line], parties: [...line.parties] })
    return
  }
  found.lines.push(line)
  const known = new Set(found.parties.map(actor => rootOf(scene, actor)))
  for (const actor of line.parties) if (!known.has(rootOf(scene, actor))) found.parties.push(actor)
}

function finish(scene: Scene, { lines, parties }: Thread): Track {
  const main = lines.find(line => line.parties.length > 1) ?? lines[0]
  const span: Span = main?.span ?? [0, 1]
  const stated = lines.filter(line => line.state !== 'unclear')
  const last = lastStated(scene, stated)
  const state = last?.state ?? 'unclear'
  const mediators = [...new Set(lines.flatMap(line => line.mediators))].filter(actor => !parties.includes(actor))
  const format = lines.find(line => line.format !== 'unclear')?.format ?? 'unclear'
  const venue = lines.find(line => line.venue !== undefined)?.venue
  const issues = [...new Set(lines.flatMap(line => line.issues))].slice(0, 4)
  const rounds = lines.find(line => line.rounds)?.rounds
  const ids = unique(scene, parties)
  const when = whenOf(scene, last?.span ?? span, state)
  return {
    id: recordId('track', scene.reading.report.id, span, ...ids),
    span,
    rule: main?.rule ?? 'talks/track',
    said: saidAt(scene, span),
    parties: ids,
    mediators: unique(scene, mediators),
    ...(venue !== undefined && { venue }),
    ...(when && { when }),
    ...(issues.length > 0 && { issues }),
    format,
    state,
    ...(rounds && { rounds }),
    ...(mediators.length > 0 && { roles: mediators.map(actor => ({ actor: actor.id, role: 'mediator' as const, span, said: saidAt(scene, span) })) }),
    ...(stated.length > 0 && { states: stated.map(line => stateOf(scene, line)) }),
  }
}

const FIRM = new Set<Track['state']>(['stalled', 'suspended', 'collapsed', 'concluded'])

/** The line that tells how talks stand: the last outside a quotation that names its parties or tells a firm state; what is only wished for elsewhere changes nothing. */
function lastStated(scene: Scene, stated: readonly Line[]): Line | undefined {
  const sure = stated.filter(line => line.parties.length > 1 || FIRM.has(line.state))
  return sure.findLast(line => statementAt(scene, line.span)?.form !== 'direct') ?? sure.at(-1) ?? stated.at(-1)
}

function unique(scene: Scene, actors: readonly Actor[]): Id<'actor'>[] {
  return [...new Set(actors.map(actor => holderOf(scene, actor)?.id ?? actor.id))]
}

function stateOf(scene: Scene, { span, state }: Line): NonNullable<Track['states']>[number] {
  const when = whenOf(scene, span, state)
  return { state, ...(when && { when }), span, said: saidAt(scene, span) }
}

/** When a line stood so: ongoing talks are open, those to come begin, all others were by their date. */
function whenOf(scene: Scene, span: Span, state: Track['state']): When | undefined {
  const statement = statementAt(scene, span)
  const told = timeFor(scene.reading, scene.times, { span, ...(statement && { content: statement.content }) })?.when
  const ahead = state === 'announced' || state === 'proposed'
  if (ahead) return told ?? boundBy(scene.reading.report, statement?.uttered, 'after')
  const past = told ?? boundBy(scene.reading.report, statement?.uttered, 'before')
  if (!past) return undefined
  const start = past.start ?? (past.end === '..' ? undefined : past.end)
  if (state === 'ongoing') return { ...(start !== undefined && { start }), end: '..' }
  return state === 'unclear' ? past : { ...(start !== undefined && { end: start }) }
}

/** Talks with a party and an issue in common may be one line: proposed, never forced. */
function withSame(scene: Scene, track: Track, earlier: readonly Track[]): Track {
  const roots = rootsOf(scene, track)
  const match = earlier.findLast(
    one => [...rootsOf(scene, one)].filter(root => roots.has(root)).length > 0 && (one.issues ?? []).some(issue => track.issues?.includes(issue)),
  )
  return match ? { ...track, same: { track: match.id, as: 'possible' } } : track
}

function rootsOf(scene: Scene, track: Track): Set<string> {
  return new Set(
    track.parties.flatMap(id => {
      const actor = scene.actors.get(id)
      return actor ? [rootOf(scene, actor)] : []
    }),
  )
}
