import type { Actor, Id, Token } from '#model'
import { actorAt, holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { isPairing, pairAt } from './pair.ts'
import { possessorOf } from './possessor.ts'
import { firstActor, subjectOf } from './subject.ts'

/** Who is told to have tabled or reached a plan. */
export type Authors = readonly Id<'actor'>[]

/** Nouns that one side tables, so that "the plan" is the one told last. */
export const TABLED: ReadonlySet<string> = new Set(
  'plan proposal offer counteroffer counterproposal initiative draft blueprint bill amendment legislation measure resolution package ultimatum'.split(' '),
)
/** Nouns of what several sides reach together. */
export const AGREED: ReadonlySet<string> = new Set(
  'deal agreement accord pact contract truce ceasefire treaty compromise settlement arrangement declaration memorandum communique protocol'.split(' '),
)

const SENDS = new Set(
  (
    'send propose make put offer table submit present unveil draft outline float announce pitch seek want demand set lay circulate hand deliver back push introduce release ' +
    'pass approve file sponsor co-sponsor cosponsor issue'
  ).split(' '),
)
const REACHES = new Set(
  'reach strike sign make seal clinch negotiate conclude forge announce broker hammer finalize finalise ink cut approve ratify'.split(' '),
)

/** Who tabled or reached the plan named at a token: its possessor, those named in its phrase, whoever "by", "from" or "between" names, or the subject of its verb. */
export function authorsOf(scene: Scene, noun: number, from: number, to: number): Id<'actor'>[] {
  const lemma = scene.reading.tokens[noun]?.lemma ?? ''
  // What an offer is "of" is its matter, no owner.
  const end = TABLED.has(lemma) && scene.reading.tokens[noun + 1]?.lower === 'of' ? noun + 1 : to
  const owners = isAbbreviated(scene, noun, to) ? [] : (possessorOf(scene, noun, from, end)?.actors ?? [])
  const ways = [
    () => (AGREED.has(lemma) && owners.length === 1 && isMatter(scene, noun, from) ? [] : [...owners]),
    () => namedIn(scene, noun, from, AGREED.has(lemma)),
    () => namedAfter(scene, noun, to),
    () => tellerOf(scene, noun, to),
    () => makersOf(scene, noun, from, to, AGREED.has(lemma) ? REACHES : SENDS),
    () =>
      AGREED.has(lemma) && /^(?:draft|proposed|tentative)$/.test(scene.reading.tokens[noun - 1]?.lower ?? '') ? makersOf(scene, noun, from, to, SENDS) : [],
  ]
  for (const way of ways) {
    const found = idsOf(scene, way())
    if (found.length > 0) return found
  }
  return []
}

/** "the Plan of Action (POA)": the name that follows is the plan's own. */
function isAbbreviated({ reading: { tokens } }: Scene, noun: number, to: number): boolean {
  const open = tokens.slice(noun + 1, Math.min(to, noun + 6)).find(token => token.text === '(')
  return open !== undefined && /^[A-Z]{2,6}$/.test(tokens[open.index + 1]?.text ?? '') && tokens[open.index + 2]?.text === ')'
}

function idsOf(scene: Scene, actors: readonly Actor[]): Id<'actor'>[] {
  return [...new Set(actors.filter(actor => ![actor.name, ...actor.names].some(name => TELLS.test(name))).flatMap(actor => holderOf(scene, actor)?.id ?? []))]
}

/** Who only tells of a plan: somebody without a name. */
const TELLS =
  /\b(?:familiar with|briefed on|close to|sources?|person|people|insiders?|observers?|poll|survey|journalists?|reporters?|activists?|supporters?|critics?|experts?|analysts?)\b|\b(?:Plan|Agreement|Accord|Treaty|Act|Deal)\b/i

/** "the Iran nuclear deal": a name without a possessive is what an agreed deal is about, not who reached it. */
function isMatter({ reading: { tokens } }: Scene, noun: number, from: number): boolean {
  if (tokens[noun + 1]?.lower === 'by' || tokens[noun + 1]?.lower === 'from') return false
  const before = tokens.slice(Math.max(from, noun - 5), noun)
  return !before.some(
    token => token.pos === 'PART' || token.pos === 'PRON' || token.pos === 'VERB' || /^(?:['’]s?|his|her|its|their|our|my)$/.test(token.lower),
  )
}

/** The actors named in the noun's own phrase: "the Swedish peace plan", "the Lund-Holm deal". */
function namedIn(scene: Scene, noun: number, from: number, several: boolean): Actor[] {
  const { tokens } = scene.reading
  const found: Actor[] = []
  for (let i = noun - 1; i >= Math.max(from, noun - 7); i--) {
    const token = tokens[i]
    const actor = actorAt(scene, token)
    if (actor && !found.includes(actor)) found.unshift(actor)
    else if (!actor && (!token || !['ADJ', 'NOUN', 'NUM', 'PROPN', 'PART'].includes(token.pos)) && !/^[-–/'’"“”]$/.test(token?.text ?? '')) break
  }
  // One name in an agreed deal is its matter ("the Iran deal"), not all of those who reached it.
  return several && found.length < 2 ? [] : found
}

/** "by A and B", "from A", "between A and B", "with B" right after the noun. */
function namedAfter(scene: Scene, noun: number, to: number): Actor[] {
  const { tokens } = scene.reading
  for (let i = noun + 1; i < Math.min(to, noun + 9); i++) {
    const lower = tokens[i]?.lower ?? ''
    if (/^[,.;:]$/.test(lower) || lower === 'that' || lower === 'would' || lower === 'will') return []
    if (DESCRIBES.has(lower)) return []
    if (['by', 'from', 'between', 'among'].includes(lower)) return joined(scene, i + 1, to)
  }
  return []
}

/** What is done with a plan by those who only tell of it: "a draft seen by the agency". */
const DESCRIBES = new Set('described seen obtained reviewed viewed read reported leaked quoted cited summarised summarized carried'.split(' '))

/** "The company spoke of an offer to the union": who tells of what goes to another. */
function tellerOf(scene: Scene, noun: number, to: number): Actor[] {
  const token = scene.reading.tokens[noun]
  if (!token || scene.reading.tokens[noun + 1]?.lower !== 'to') return []
  const other = firstActor(scene, noun + 2, Math.min(to, noun + 4))
  const speaker = other && speakerOf(scene, statementAt(scene, [token.start, token.end]))
  return speaker && speaker !== other && speaker.of !== other.id ? [speaker] : []
}

/** The actors of a list that begins at a token. */
function joined(scene: Scene, from: number, to: number): Actor[] {
  const { tokens } = scene.reading
  const found: Actor[] = []
  for (let i = from; i < Math.min(to, from + 18) && found.length < 4; i++) {
    const token = tokens[i]
    if (!token) break
    if (isPairing(tokens, i)) return [...pairAt(scene, token)]
    const actor = actorAt(scene, token)
    if (actor) {
      if (!found.includes(actor)) found.push(actor)
    } else if (token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'ADP' || /^[.;:]$/.test(token.text)) break
  }
  return found
}

/** "the proposal that the ministry sent", "the ministry sent a new offer", "A and B reached a deal": the subject of its verb. */
function makersOf(scene: Scene, noun: number, from: number, to: number, verbs: ReadonlySet<string>): Actor[] {
  const { tokens } = scene.reading
  const near = [...Array(9).keys()].map(k => noun - 8 + k).filter(i => i >= from && i < noun)
  const after = [...Array(8).keys()].map(k => noun + 1 + k).filter(i => i < to)
  for (const i of [...after, ...near.reverse()]) {
    const token = tokens[i]
    if (!token || token.pos !== 'VERB' || !verbs.has(token.lemma)) continue
    if (i > noun && !isClose(tokens, noun + 1, i)) continue
    if (i < noun && !isClose(tokens, i + 1, noun)) continue
    const verb = tokens[i - 1]?.text === '-' && tokens[i - 2]?.lower === 'co' ? i - 2 : i
    const actors = subjectOf(scene, verb, from)?.actors ?? []
    if (actors.length > 0) return [...actors, ...withWhom(scene, noun, to)]
  }
  return []
}

function isClose(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).every(one => one.pos !== 'VERB' && one.text !== ';')
}

function withWhom(scene: Scene, noun: number, to: number): Actor[] {
  if (scene.reading.tokens[noun + 1]?.lower !== 'with') return []
  const actor = firstActor(scene, noun + 2, Math.min(to, noun + 6))
  return actor ? [actor] : []
}

/** What was told so far of who stands behind which plan. */
export interface Ledger {
  readonly byNoun: Map<string, Authors>
  /** Plans that one side tabled, by the day named beside them. */
  readonly byDay: Map<string, Authors>
  tabled: Authors
  agreed: Authors
}

/** An empty ledger. */
export function newLedger(): Ledger {
  return { byNoun: new Map(), byDay: new Map(), tabled: [], agreed: [] }
}

/** Keeps who stands behind a plan of that noun, and of that day where one is named. */
export function noteAuthors(ledger: Ledger, lemma: string, authors: Authors, day?: string): void {
  if (authors.length === 0) return
  ledger.byNoun.set(lemma, authors)
  if (day !== undefined && !AGREED.has(lemma)) ledger.byDay.set(day, authors)
  if (AGREED.has(lemma)) ledger.agreed = authors
  else ledger.tabled = authors
}

/** Who stands behind "the plan", "Monday's offer": those told of that day, else those told last of that noun, else of its kind. */
export function knownAuthors(ledger: Ledger, lemma: string, day?: string): Authors {
  const dated = day === undefined || AGREED.has(lemma) ? undefined : ledger.byDay.get(day)
  return dated ?? ledger.byNoun.get(lemma) ?? (AGREED.has(lemma) ? ledger.agreed : TABLED.has(lemma) ? ledger.tabled : [])
}
