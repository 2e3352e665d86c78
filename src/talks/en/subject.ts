import type { Actor, Token } from '#model'
import { sentenceAt } from '#text'
import { actorAt, boundsOf, membersOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { isPairing, pairAt } from './pair.ts'
import { isFinite, verbGroup } from './verb.ts'

/** Who does what a verb says: the actors, and the index of the first token of their words. */
export interface Subject {
  readonly actors: readonly Actor[]
  readonly at: number
}

const FIRST = new Set(['i', 'we', 'us', 'our', 'my', 'me', 'ours'])
/** Pronouns for one person. */
export const PERSONAL: ReadonlySet<string> = new Set(['he', 'she', 'his', 'her', 'him'])
const NEUTRAL = new Set(['it', 'its', 'they', 'their', 'them'])
/** Pronouns of an owner. */
export const OWNS: ReadonlySet<string> = new Set(['its', 'their', 'his', 'her', 'our', 'my'])
const RELATIVE = new Set(['who', 'which', 'that', 'whose'])
const CONTINUES = new Set(['continue', 'decide', 'begin', 'start', 'choose', 'vote', 'proceed', 'opt', 'go', 'come', 'have'])
/** Passives whose subject does what the infinitive tells: "is said to want". What somebody is only expected to do is not among them. */
const RAISES = new Set(['say', 'report', 'believe', 'understand', 'know', 'rumor', 'rumour'])
/** Verbs and adjectives that take their subject into the infinitive: "appears to favour", "threatened to reject". */
const LEADS = new Set(['appear', 'seem', 'threaten', 'move', 'prepare', 'manage', 'rush', 'poised', 'set', 'join', 'use', 'remain'])

/** Whether a verb gives its subject to the infinitive after it. */
function leads(tokens: readonly Token[], governor: number, from: number): boolean {
  const token = tokens[governor]
  if (!token || governor < from) return false
  const lemma = token.lemma
  // Who "will have to accept" has not; who "had to" did.
  if (lemma === 'have') return token.lower === 'had'
  return CONTINUES.has(lemma) || LEADS.has(lemma) || (RAISES.has(lemma) && verbGroup(tokens, governor, from).passive)
}

/** Prepositions before an -ing form whose subject is not the clause's. */
const BRINGS = new Set(['of', 'for', 'in', 'with', 'without', 'about', 'from', 'against', 'at', 'on', 'into', 'than', 'to', 'toward', 'towards', 'over'])
/** Words tagged as prepositions that open a clause, so that no head stands before them: "in May after X left". */
const CLAUSAL = new Set(['after', 'before', 'since', 'until', 'as', 'while', 'because', 'though', 'once', 'than', 'like', 'if', 'whether', 'that', 'unless'])
const COORDINATES = new Set(['and', 'but', 'or', 'yet', 'then', '&'])
const DAYS = new Set('monday tuesday wednesday thursday friday saturday sunday today yesterday week month year night morning afternoon evening'.split(' '))
const LATEST = new Set(['this', 'last', 'late', 'early', 'on', 'that'])
/** Nouns through which the holder is named by what follows or precedes: "the government of", "the Iranian side". */
const STANDS_FOR = new Set(
  (
    'government side country nation delegation administration leader leadership official negotiator team minister president ministry army military force ' +
    'regime member representative spokesman spokeswoman spokesperson envoy diplomat union party movement group camp authority parliament lawmaker people ' +
    'dozen hundred thousand majority number handful scores couple half bulk rest pair trio string host array coalition panel council ' +
    'aide adviser advisor executive management director head chief secretary chairman premier ambassador commander rebel worker employee ally artillery troop soldier jet warplane drone fighter police navy warship ' +
    'dictatorship junta republic lobby faction caucus bloc hardliner hawk moderate conservative liberal senator congressman congresswoman voter citizen farmer teacher nurse driver ' +
    'student protester demonstrator striker activist mediator counterpart politician legislature legislator commission committee board agency department company firm employer ' +
    'carmaker automaker airline bank creditor lender investor exporter importer producer manufacturer owner boss governor judge resident family bargainer interlocutor strategist'
  ).split(' '),
)

function quoteOrDash(token: Token): boolean {
  return /^["“”‘’'()[\]–—-]+$/.test(token.text)
}

const TIMES = /^(?:night|week|month|year|day|morning|evening|afternoon|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)$/
const IN_TIME = /^(?:earlier|later|late|early|on|in|last|this|the|that|of|at|same|previous)$/

/** Past words of time between a subject and its verb: "the Senate earlier Monday rejected", "the union last week called". */
function pastTime(tokens: readonly Token[], last: number, from: number): number {
  if (!TIMES.test(tokens[last]?.lower ?? '')) return last
  let i = last - 1
  while (i > from && (IN_TIME.test(tokens[i]?.lower ?? '') || TIMES.test(tokens[i]?.lower ?? ''))) i--
  return i
}

/** The subject of the verb whose group begins at `start` in a sentence that begins at `from`. */
export function subjectBefore(scene: Scene, start: number, from: number, depth = 0): Subject | undefined {
  const { tokens } = scene.reading
  let i = pastTime(tokens, start - 1, from)
  // "a victory for Moon, who urged": the nearest person, whatever that stands under.
  let who = false
  for (let steps = 0; i >= from && steps < 80; steps++) {
    const token = tokens[i]
    if (!token || depth > 4) return undefined
    if (token.text === ',' && ['meanwhile', 'however', 'though', 'too', 'instead'].includes(tokens[i - 1]?.lower ?? '')) {
      i -= tokens[i - 2]?.text === ',' ? 3 : 2
      continue
    }
    if (token.text === ',' || token.text === ')' || token.text === '–' || token.text === '—') {
      i = skipAside(tokens, i, from)
      continue
    }
    if (isPairing(tokens, i)) return { actors: pairAt(scene, token), at: i - 1 }
    if (scene.mentions[i] && token.pos !== 'PRON') return nominal(scene, i, from, who ? 4 : depth)
    if (RELATIVE.has(token.lower) && i > from) {
      who ||= token.lower === 'who'
      i -= tokens[i - 1]?.text === ',' ? 2 : 1
      continue
    }
    if (COORDINATES.has(token.lower)) return sharedSubject(scene, i, from, depth)
    if (token.pos === 'PRON') return pronoun(scene, token)
    if (token.pos === 'NOUN' || token.pos === 'PROPN') return nominal(scene, i, from, depth)
    if (DAYS.has(token.lower)) {
      i -= LATEST.has(tokens[i - 1]?.lower ?? '') ? 2 : 1
      continue
    }
    if (token.pos === 'ADV' || quoteOrDash(token) || token.lower === 'both' || token.lower === 'all' || token.lower === 'each') {
      i--
      continue
    }
    return undefined
  }
  return undefined
}

/** Past an aside between commas, dashes or brackets: the index before it opens; below `from` where it does not. */
function skipAside(tokens: readonly Token[], close: number, from: number): number {
  const mark = tokens[close]?.text === ')' ? '(' : (tokens[close]?.text ?? ',')
  for (let i = close - 1; i >= from && close - i < 40; i--) if (tokens[i]?.text === mark) return i - 1
  return from - 1
}

/** "X met Y and rejected Z": the subject of the finite verb before the conjunction. */
export function sharedSubject(scene: Scene, at: number, from: number, depth: number): Subject | undefined {
  const { tokens } = scene.reading
  let tried = 0
  // ", and has rejected" goes on with the main clause, not with the one that stands nearest.
  if (depth === 0 && tokens[at - 1]?.text === ',' && COORDINATES.has(tokens[at]?.lower ?? '')) {
    for (let i = from; i < at; i++)
      if (isFinite(tokens, i, from)) return subjectBefore(scene, verbGroup(tokens, i, from).start, from, 1) ?? sharedSubject(scene, at, from, 1)
  }
  for (let i = at - 1; i >= from; i--) {
    if (tokens[i]?.text === ';') return undefined
    if (!isFinite(tokens, i, from)) continue
    const { start } = verbGroup(tokens, i, from)
    // "…, said Lund, calling on": the speaker stands behind the verb.
    const inverted = /^[,"”’?!]$/.test(tokens[start - 1]?.text ?? '') && /^(?:say|add|argue|warn|write|insist|declare)$/.test(tokens[i]?.lemma ?? '')
    const speaker = inverted ? actorAt(scene, tokens[i + 1]) : undefined
    if (speaker && i + 1 < at) return { actors: [speaker], at: i + 1 }
    // A verb inside a relative clause, or one whose subject cannot be told, gives way to the one before it.
    const subject = subjectBefore(scene, start, from, depth + 1)
    if (subject || ++tried === 3) return subject
    i = Math.min(i, start)
  }
  return undefined
}

/** The subject of the finite verb that stands before a token. */
export function subjectOfClause(scene: Scene, at: number, from: number): Subject | undefined {
  return sharedSubject(scene, at, from, 0)
}

/** First token of the mention or noun phrase that holds a token. */
function phraseStart(scene: Scene, at: number, from: number): number {
  const { tokens } = scene.reading
  const mention = scene.mentions[at]
  let i = at
  while (
    i > from &&
    (mention ? scene.mentions[i - 1] === mention : ['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(tokens[i - 1]?.pos ?? '') && !scene.mentions[i - 1])
  )
    i--
  return i
}

/** The head to the left of "of X", "in X" where one is; the index itself otherwise. */
function headOf(scene: Scene, start: number, from: number): number | undefined {
  const { tokens } = scene.reading
  let i = start - 1
  while (i >= from && ['DET', 'ADJ', 'NUM'].includes(tokens[i]?.pos ?? '') && !scene.mentions[i]) i--
  const before = tokens[i]
  if (before?.pos !== 'ADP' || i <= from || CLAUSAL.has(before.lower)) return undefined
  const head = tokens[i - 1]
  return head && (head.pos === 'NOUN' || head.pos === 'PROPN') ? i - 1 : undefined
}

function nominal(scene: Scene, at: number, from: number, depth: number): Subject | undefined {
  const { tokens } = scene.reading
  const start = phraseStart(scene, at, from)
  const head = headOf(scene, start, from)
  if (head !== undefined && depth < 4) {
    if (scene.mentions[head]) return nominal(scene, head, from, depth + 1)
    if (!STANDS_FOR.has(tokens[head]?.lemma ?? '')) return undefined
  }
  const actor = actorAt(scene, tokens[at]) ?? possessor(scene, at, start, from) ?? cutShort(scene, start, from)
  const others = coordinated(scene, start, from)
  if (!actor) return others.length > 0 ? { actors: others.flatMap(one => membersOf(scene, one)), at: start } : undefined
  const all = others.includes(actor) ? others : [...others, actor]
  return { actors: all.flatMap(one => membersOf(scene, one)), at: start }
}

/** "the Iranian side", "Iran's negotiators": a noun that stands for whoever is named before it. */
function possessor(scene: Scene, at: number, start: number, from: number): Actor | undefined {
  const { tokens } = scene.reading
  if (!STANDS_FOR.has(tokens[at]?.lemma ?? '')) return undefined
  const before = tokens[start - 1]
  if (start - 1 < from || !before) return undefined
  if (before.pos === 'PART' && start - 2 >= from) return actorAt(scene, tokens[start - 2])
  return OWNS.has(before.lower) ? ownSide(scene, before) : actorAt(scene, before)
}

/** "Holders of Namiran | bonds", "unions at the Osel | plant": a description whose last words its mention leaves out. */
function cutShort(scene: Scene, start: number, from: number): Actor | undefined {
  const mention = start > from ? scene.mentions[start - 1] : undefined
  const words = mention ? scene.reading.report.text.slice(...mention.span) : ''
  return mention?.form === 'description' && / (?:of|at|in|from) /.test(words) ? actorAt(scene, scene.reading.tokens[start - 1]) : undefined
}

/** "his side", "her government": the body that a pronoun's person belongs to, else whomever it means. */
function ownSide(scene: Scene, owner: Token): Actor | undefined {
  const [actor] = pronoun(scene, owner)?.actors ?? []
  return ((actor?.kind === 'person' || actor?.kind === 'office') && actor.of && scene.actors.get(actor.of)) || actor
}

/** The actors joined to the phrase that begins at `start` by commas and "and", where the list is not another verb's object. */
function coordinated(scene: Scene, start: number, from: number): Actor[] {
  const { tokens } = scene.reading
  const found: Actor[] = []
  let i = start - 1
  while (i > from) {
    while (i > from && (OWNS.has(tokens[i]?.lower ?? '') || (['DET', 'ADJ', 'NUM'].includes(tokens[i]?.pos ?? '') && !scene.mentions[i]))) i--
    const joint = tokens[i]
    if (!joint || (joint.lower !== 'and' && joint.text !== ',' && joint.lower !== '&')) break
    if (joint.text === ',' && found.length === 0) break
    let before = i - 1
    if (tokens[before]?.text === ',') before--
    const member = tokens[before]
    const actor = actorAt(scene, member) ?? (member && PERSONAL.has(member.lower) ? pronoun(scene, member)?.actors[0] : undefined)
    if (!actor) break
    found.unshift(actor)
    i = phraseStart(scene, before, from) - 1
  }
  while (i >= from && tokens[i]?.pos === 'DET') i--
  return tokens[i] && i >= from && ['VERB', 'ADP', 'AUX'].includes(tokens[i]?.pos ?? '') ? [] : found
}

/** Whether a pronoun may mean the actor: he and she a person, it and they a body. */
export function fits(actor: Actor, lower: string): boolean {
  if (actor.kind === 'place' || actor.kind === 'outlet') return false
  if (PERSONAL.has(lower)) return actor.kind === 'person' || actor.kind === 'office'
  return actor.kind !== 'person' && actor.kind !== 'office'
}

/** Whom a pronoun means: as the actors stage resolved it; the speaker within what is said; else the nearest likely one before. */
export function pronoun(scene: Scene, token: Token): Subject | undefined {
  const known = actorAt(scene, token)
  if (known) return { actors: membersOf(scene, known), at: token.index }
  const statement = statementAt(scene, [token.start, token.end])
  const speaker = speakerOf(scene, statement)
  if (FIRST.has(token.lower)) {
    const first = statement ? speaker : lastQuoted(scene, token)
    return first ? { actors: [first], at: token.index } : undefined
  }
  if (!PERSONAL.has(token.lower) && !NEUTRAL.has(token.lower)) return undefined
  if (speaker && statement?.form !== 'direct' && fits(speaker, token.lower)) return { actors: [speaker], at: token.index }
  const near = nearestBefore(scene, token)
  return near ? { actors: [near], at: token.index } : undefined
}

/** How far a quotation may go on past the statement that names its speaker, in characters. */
const GOES_ON = 400

/** "I" outside any statement: whoever was quoted right before, whose quotation goes on. */
function lastQuoted(scene: Scene, token: Token): Actor | undefined {
  const sentence = sentenceAt(scene.reading, token.start)
  for (let index = (sentence?.index ?? 0) - 1; index >= 0; index--) {
    if (token.start - (scene.reading.sentences[index]?.span[1] ?? 0) > GOES_ON) return undefined
    const last = scene.spoken[index]?.findLast(one => one.form === 'direct')
    if (last) return speakerOf(scene, last)
  }
  return undefined
}

function nearestBefore(scene: Scene, token: Token): Actor | undefined {
  const { from } = boundsOf(scene, token)
  const own = ['his', 'her', 'its', 'their'].includes(token.lower)
  const here = own ? lastFitting(scene, from, token.index, token.lower) : firstFitting(scene, from, token.index, token.lower)
  if (here) return here
  const sentence = sentenceAt(scene.reading, token.start)
  const before = sentence && scene.reading.sentences[sentence.index - 1]
  return before ? firstFitting(scene, before.from, before.to, token.lower) : undefined
}

function firstFitting(scene: Scene, from: number, to: number, lower: string): Actor | undefined {
  for (let i = from; i < to; i++) {
    const token = scene.reading.tokens[i]
    const actor = token && token.pos !== 'PRON' ? actorAt(scene, token) : undefined
    if (actor && fits(actor, lower)) return actor
  }
  return undefined
}

function lastFitting(scene: Scene, from: number, to: number, lower: string): Actor | undefined {
  for (let i = to - 1; i >= from; i--) {
    const token = scene.reading.tokens[i]
    const actor = token && token.pos !== 'PRON' ? actorAt(scene, token) : undefined
    if (actor && fits(actor, lower)) return actor
  }
  return undefined
}

/** The subject of a verb: as its group stands, through "decided to", and for a bare -ing form that of the clause before. */
export function subjectOf(scene: Scene, verb: number, from: number, depth = 0): Subject | undefined {
  const { tokens } = scene.reading
  if (depth > 4) return undefined
  const group = verbGroup(tokens, verb, from)
  if (group.infinitive) {
    const governor = group.start - 1
    return leads(tokens, governor, from) ? subjectOf(scene, governor, from, depth + 1) : undefined
  }
  if (group.participle) {
    const before = tokens[group.start - 1]
    if (before && (BRINGS.has(before.lower) || /^(?:stop|end|quit|cease|avoid|halt)$/.test(before.lemma))) return undefined
    const own = before && before.pos !== 'PRON' && actorAt(scene, before) ? nominal(scene, before.index, from, depth) : undefined
    return own ?? sharedSubject(scene, group.start, from, depth)
  }
  return subjectBefore(scene, group.start, from, depth)
}

/** The first actor mentioned from one token up to another. */
export function firstActor(scene: Scene, from: number, to: number): Actor | undefined {
  for (let i = from; i < to; i++) {
    const actor = actorAt(scene, scene.reading.tokens[i])
    if (actor) return actor
  }
  return undefined
}
