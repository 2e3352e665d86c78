import { recordId, type Actor, type Id, type Issue, type Span, type Track, type When } from '#model'
import { boundBy, sentenceAt, timeFor, tokensIn } from '#text'
import { formatOf } from './en/format.ts'
import { sentBy } from './en/listed.ts'
import { leadingPair } from './en/pair.ts'
import { rolesOf, type Part } from './en/roles.ts'
import { holderOf, membersOf, saidAt, statementAt, type Scene } from './scene.ts'

/** What one sentence tells of a line of talks. Without parties it speaks of the one told last. */
export interface Line {
  readonly span: Span
  readonly parties: readonly Actor[]
  /** Who mediates, hosts or guarantees. */
  readonly parts: readonly Part[]
  readonly state: Track['state']
  readonly format: Track['format']
  readonly rule: string
  readonly issues: readonly Issue[]
  readonly venue?: string
  readonly rounds?: { total?: number; ordinal?: number }
  /** A deal is told that its parties reached. */
  readonly reached?: true
  /** No agreement is told yet: it tells how talks stand only where nothing else does. */
  readonly faint?: true
  /** Told of a call alone. */
  readonly call?: true
}

interface Thread {
  readonly lines: Line[]
  readonly parties: Actor[]
}

/** The state or body an actor belongs to, so that a minister's talks are the country's. */
function rootOf(scene: Scene, actor: Actor): Actor['id'] {
  let root = actor
  for (let steps = 0; root.of !== undefined && steps < 4; steps++) root = scene.actors.get(root.of) ?? root
  return root.id
}

const ASIDE =
  /\b(?:aides?|reporters?|press|journalists?|TV|CEOs?|voters?|colleagues?|fellow|staff|viewers?|audience|supporters?|students?|business leaders|families|diplomats|lawyers?|attorneys?|owners|donors|citizens|residents|pollster|analysts?|advisers?|advisors?|summit|veterans|mothers|troops|world leaders|governors|mayors|bankers|executives|farmers|victims|survivors|service members|crowd|parties)\b/i
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

/** How often the state or body is named that somebody speaks for: "Sweden's minister" once and Sweden again. */
function timesOf(scene: Scene, actor: Actor): number {
  const root = rootOf(scene, actor)
  return root === actor.id ? 0 : (named.get(scene)?.get(root) ?? 0)
}

/** A state, its people or its office: who meets in its name. */
function isOfState(scene: Scene, actor: Actor): boolean {
  return actor.kind !== 'person' && scene.actors.get(rootOf(scene, actor))?.kind === 'state'
}

/** Whether a meeting with this actor may be a line of talks: no outlet, place, audience or own staff, and named more than once. */
function isParty(scene: Scene, actor: Actor): boolean {
  return (
    isNamed(actor) &&
    actor.kind !== 'outlet' &&
    actor.kind !== 'place' &&
    !ASIDE.test(actor.name) &&
    (isOfState(scene, actor) || timesNamed(scene, actor) + timesOf(scene, actor) > 1)
  )
}

/** A body that somebody is to meet, though it is named once. */
function isBody(reality: string, actor: Actor): boolean {
  return reality === 'planned' && actor.kind === 'organisation' && isNamed(actor) && !ASIDE.test(actor.name)
}

/** "ministers of A and B met": those whom one group's name joins. */
function insideOf(scene: Scene, span: Span): Actor[] {
  const [first] = tokensIn(scene.reading, span)
  const found = first ? sentBy(scene, first.index) : []
  return found.length > 1 && found.every(actor => actor.kind === 'state' || actor.kind === 'organisation') ? found : []
}

/** No outlet, and no fragment of a sentence, nor a document, taken for a name. */
function isNamed({ name, kind }: Actor): boolean {
  return kind !== 'outlet' && name.length <= 60 && !FRAGMENT.test(name)
}

/** A husband and a wife, a father and a son: two persons of one surname. */
function isFamily(parties: readonly Actor[]): boolean {
  const surnames = parties.map(actor => (actor.kind === 'person' ? actor.name.split(' ').at(-1) : undefined))
  return parties.length === 2 && surnames[0] !== undefined && surnames[0] === surnames[1]
}

const FRAGMENT =
  /\b(?:the agreement|the deal|told|said|fear|survey|poll|people|[Vv]ideos|both sides|two (?:countries|sides))\b|^officials$|[|“”"]|^\W|^[A-Z]\.$|[a-z][A-Z]{2}|^(?:Whether|If|When|While|But|And|Speaking|Watched|WATCHED)\b|(?:\b|(?<=\p{Ll}))(\p{Lu}\p{Ll}{3,}) .*\1\p{Lu}/u

const TOGETHER =
  /\b(?:with|met|meet\w*|between|sat down|sit down|phone\w*|telephone\w*|calls?|called|talks|negotiat\w+|host\w*|visit\w*|summit|each other|together|spoke to|spoken to|speak to)\b/i
const OWN_SIDE =
  /\b(?:fellow|colleagues|caucus|lawyers?|attorneys?|aides|advisers|advisors|donors|his party|her party|own party|rank[- ]and[- ]file|committee|panel)\b/i

/** Whether an event's words tell of two who come together, and not of one side among itself. */
function isEncounter(scene: Scene, [start, end]: Span): boolean {
  const { text } = scene.reading.report
  return TOGETHER.test(text.slice(start, end)) && !OWN_SIDE.test(text.slice(start, end + 30))
}

/** "before the leaders meet": in the present tense after such a word, still to come. */
function isToCome(scene: Scene, [start, end]: Span): boolean {
  const { text } = scene.reading.report
  return /\b(?:before|when|until|once)(?: the)?\s+$/i.test(text.slice(Math.max(0, start - 16), start)) && /\bmeets?\b/.test(text.slice(start, end))
}

/** "are still negotiating", "talks are taking place". */
function isGoingOn(scene: Scene, [start, end]: Span): boolean {
  return /\b(?:is|are|been)\b.{0,25}\b(?:negotiating|talking|bargaining|taking place)\b/.test(scene.reading.report.text.slice(start, end))
}

/** Events that tell how talks stand between those who take part in them. */
const STANDS: ReadonlyMap<string, Track['state']> = new Map([
  ['quit-talks', 'suspended'],
  ['suspend-talks', 'suspended'],
  ['resume-talks', 'ongoing'],
  ['talks-stall', 'stalled'],
  ['talks-collapse', 'collapsed'],
])

const AHEAD = /\b(?:won['’]t|will|would|may|might)\b/i

/** "quit the talks", "failed to reach a deal": what the events tell of talks between two. */
function linesOfStands(scene: Scene): Line[] {
  return scene.events.flatMap(({ act, reality, actors, recipients, span }) => {
    const missed = act === 'agree' && reality === 'denied' && !AHEAD.test(scene.reading.report.text.slice(span[0], span[1]))
    const state = missed ? 'stalled' : reality === 'reported' ? STANDS.get(act) : undefined
    if (!state) return []
    const parties = [...new Set([...actors, ...recipients].flatMap(id => membersOf(scene, scene.actors.get(id))))].filter(actor => isParty(scene, actor))
    if (new Set(parties.map(actor => rootOf(scene, actor))).size < 2) return []
    return [{ span, parties, parts: [], state, format: 'unclear', rule: 'talks/track', issues: [], ...(missed && { faint: true as const }) } satisfies Line]
  })
}

/** Meetings and calls that the events tell, as lines of direct talks. */
function linesOfEvents(scene: Scene): Line[] {
  return scene.events.flatMap(event => {
    if (!['meet', 'call', 'negotiate'].includes(event.act) || event.reality === 'denied' || event.reality === 'hypothetical') return []
    if (!isEncounter(scene, event.span)) return []
    const ids = [...new Set([...event.actors, ...event.recipients])]
    const named = [...new Set(ids.flatMap(id => membersOf(scene, scene.actors.get(id))))].filter(actor => isParty(scene, actor) || isBody(event.reality, actor))
    const parties = named.length < 2 ? [...named, ...insideOf(scene, event.span)] : named
    if (parties.length < 2 || new Set(parties.map(actor => rootOf(scene, actor))).size < 2 || isFamily(parties)) return []
    const place = event.place !== undefined && scene.actors.get(event.place) ? { venue: event.place } : {}
    return [
      {
        span: event.span,
        parties,
        parts: [],
        state: event.reality === 'planned' || isToCome(scene, event.span) ? 'announced' : isGoingOn(scene, event.span) ? 'ongoing' : 'unclear',
        format: heldAs(scene, event.span) ?? (event.act === 'meet' ? 'direct' : 'unclear'),
        ...(event.act === 'call' && { call: true as const }),
        rule: 'talks/track',
        issues: [],
        ...place,
      },
    ]
  })
}

/** "held a round of indirect talks": how the sentence of an event says that those who talk do so, where that is not directly. */
function heldAs(scene: Scene, span: Span): Track['format'] | undefined {
  const sentence = sentenceAt(scene.reading, span[0])?.span ?? span
  const format = formatOf(scene.reading.report.text.slice(sentence[0], sentence[1]), false)
  return format === 'indirect' || format === 'proximity' ? format : undefined
}

/** One track a line of talks: what names the same parties, or no parties and follows, is one. */
export function makeTracks(scene: Scene, told: readonly Line[]): Track[] {
  const lines = [...told, ...linesOfStands(scene), ...linesOfEvents(scene)].sort((a, b) => a.span[0] - b.span[0] || b.parties.length - a.parties.length)
  const threads: Thread[] = []
  for (const line of lines) {
    const parties = [...new Set(line.parties.flatMap(actor => membersOf(scene, actor)))].filter(actor => isNamed(actor) && !ASIDE.test(actor.name))
    if (parties.length === 0) threads.at(-1)?.lines.push(line.state === 'proposed' ? { ...line, state: 'unclear' } : line)
    else place(scene, threads, { ...line, parties })
  }
  if (threads.length === 0) threads.push(...unnamed(scene, lines))
  const tracks = threads.filter(thread => new Set(thread.parties.map(actor => rootOf(scene, actor))).size > 1).map(thread => finish(scene, thread))
  return tracks.map((track, index) => withSame(scene, track, tracks.slice(0, index)))
}

/** Talks told again and again whose parties no sentence names: those of the two states that the report is about. */
function unnamed(scene: Scene, lines: readonly Line[]): Thread[] {
  if (lines.length < MANY || lines.some(line => INNER.test(wordsAround(scene, line.span)))) return []
  const parties = leadingPair(scene).flatMap(id => scene.actors.get(id) ?? [])
  return parties.length > 1 ? [{ lines: [...lines], parties }] : []
}

/** Talks inside one country, which its own bodies hold. */
const INNER = /\b(?:bipartisan|congress\w*|senat\w+|lawmakers|parliament\w*|union|contract|coalition|budget|shutdown)\b/i

function wordsAround(scene: Scene, [start, end]: Span): string {
  return scene.reading.report.text.slice(Math.max(0, start - 80), end + 80)
}

/** How often talks must be told for the report to be about them. */
const MANY = 3

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

function finish(scene: Scene, { lines, parties: all }: Thread): Track {
  // Who mediates between two others is no party, though a meeting names them all.
  const between = new Set(lines.flatMap(line => line.parts.filter(part => part.role === 'mediator').map(part => part.actor)))
  const others = all.filter(actor => !between.has(actor))
  const parties = others.length > 1 ? others : all
  const main = lines.find(line => line.parties.length > 1) ?? lines[0]
  const span: Span = main?.span ?? [0, 1]
  const told = lines.filter(line => line.state !== 'unclear')
  const sure = told.filter(line => !line.faint)
  const stated = sure.length > 0 ? sure : told
  const last = lastStated(scene, stated)
  const state = last?.state ?? (lines.some(line => line.reached) ? 'concluded' : 'unclear')
  const parts = lines.flatMap(line => line.parts).filter((part, i, all) => !parties.includes(part.actor) && all.findIndex(one => isSamePart(one, part)) === i)
  const mediators = [...new Set(parts.filter(part => part.role === 'mediator').map(part => part.actor))]
  // A call is talking directly; where other talks are told beside it, how those are held stays open.
  const format =
    lines.find(line => line.format === 'indirect' || line.format === 'proximity')?.format ??
    lines.find(line => line.format !== 'unclear')?.format ??
    (lines.every(line => line.call) ? 'direct' : 'unclear')
  // Where and in what round is told in the sentences that name the parties; a summit elsewhere in the report is another.
  const named = new Set(lines.filter(line => line.parties.length > 1).map(line => sentenceAt(scene.reading, line.span[0])))
  const own = lines.filter(line => line === main || named.has(sentenceAt(scene.reading, line.span[0])))
  const venue = own.find(line => line.venue !== undefined)?.venue
  const issues = [...new Set(lines.flatMap(line => line.issues))].slice(0, 4)
  const rounds = own.find(line => line.rounds)?.rounds
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
    ...(parts.length > 0 && { roles: rolesOf(parts, words => saidAt(scene, words)) }),
    ...(stated.length > 0 && { states: stated.map(line => stateOf(scene, line)) }),
  }
}

function isSamePart(a: Part, b: Part): boolean {
  return a.actor === b.actor && a.role === b.role
}

const FIRM = new Set<Track['state']>(['stalled', 'suspended', 'collapsed', 'concluded'])

/** The line that tells how talks stand: the last outside a quotation that names its parties or tells a firm state; what is only wished for elsewhere changes nothing. */
function lastStated(scene: Scene, stated: readonly Line[]): Line | undefined {
  const firm = stated.filter(line => !isBefore(scene, line))
  // A wish for talks changes nothing in how they were told to stand.
  const present = firm.some(line => line.state !== 'proposed') ? firm.filter(line => line.state !== 'proposed') : firm
  const sure = (present.length > 0 ? present : stated).filter(line => line.parties.length > 1 || FIRM.has(line.state))
  return sure.findLast(line => statementAt(scene, line.span)?.form !== 'direct') ?? sure.at(-1) ?? stated.at(-1)
}

/** "had been suspended in January", in the publisher's own voice: how talks stood before what is told. */
function isBefore(scene: Scene, { span }: Line): boolean {
  const words = scene.reading.report.text.slice(span[1], span[1] + 90)
  return /^[^.;:“”"]*?\bhad (?:been )?\w+/.test(words) && saidAt(scene, span) === null
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
