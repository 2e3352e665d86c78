import type { Actor, Example, Issue, Sentence, Span, Token, Track } from '#model'
import { issuesIn, readRows } from '#text'
import { actorAt, holderOf, membersOf, type Scene } from '../scene.ts'
import type { Line } from '../track.ts'
import { isPairing, pairAt } from './pair.ts'
import { subjectOf } from './subject.ts'
import { isNegation, verbGroup } from './verb.ts'

const TALKS = new Set(['talks', 'negotiations', 'dialogue', 'dialog', 'discussions', 'summit', 'consultations', 'negotiation', 'bargaining', 'deliberations'])
const AHEAD = new Set(['will', "'ll", 'scheduled', 'set', 'plan', 'plans', 'planned', 'expected', 'due', 'upcoming', 'planning', 'agreed', 'tomorrow', 'would'])
const WISHED = new Set([
  'call',
  'urge',
  'propose',
  'want',
  'offer',
  'seek',
  'demand',
  'willing',
  'ready',
  'open',
  'should',
  'must',
  'any',
  'potential',
  'possible',
  'could',
  'may',
  'might',
  'invite',
  'hope',
  'refuse',
  'reject',
  'prepared',
  'possibility',
  'prospect',
  'willingness',
  'readiness',
  'push',
  'future',
  'need',
  'press',
  'ask',
  'proposed',
])

interface StateRow {
  readonly words: readonly string[]
  readonly state: Track['state']
}
const states = new Map<string, StateRow[]>()
for (const row of readRows('talk-states', ['words', 'state'])) {
  const words = row.words.split(' ')
  const key = words[0] ?? ''
  states.set(
    key,
    [...(states.get(key) ?? []), { words, state: row.state as Track['state'] }].sort((a, b) => b.words.length - a.words.length),
  )
}

/** Lines of talks told by a noun: whose they are, how they stand, through whom, where. */
export function readLines(scene: Scene): Line[] {
  const { tokens } = scene.reading
  return scene.reading.sentences.flatMap(sentence => {
    const at: number[] = []
    for (let i = sentence.from; i < sentence.to && at.length < MOST; i++) {
      const token = tokens[i]
      if (token && token.pos !== 'VERB' && TALKS.has(token.lower)) at.push(i)
    }
    if (at.length === 0) return []
    const setting = settingOf(scene, sentence)
    const found = at.map(i => readLine(scene, sentence, i, setting))
    return found.length > 1 ? best(found) : found
  })
}

/** Of the talks of one sentence those with parties of their own, or the first. */
function best(found: readonly Line[]): Line[] {
  const own = found.filter(line => line.parties.length > 1)
  return own.length > 0 ? own : found.slice(0, 1)
}

/** What a sentence tells of all its talks. */
interface Setting {
  readonly mediators: readonly Actor[]
  readonly format: Track['format']
  readonly issues: readonly Issue[]
  readonly rounds?: { total?: number; ordinal?: number }
}

/** No sentence of a person's tells of more talks. */
const MOST = 12

function settingOf(scene: Scene, sentence: Sentence): Setting {
  const mediators = mediatorsOf(scene, sentence)
  const words = scene.reading.report.text.slice(sentence.span[0], sentence.span[1])
  return { mediators, format: formatOf(words, mediators.length > 0), issues: issuesNear(scene, sentence), ...roundsOf(words) }
}

function readLine(scene: Scene, sentence: Sentence, at: number, setting: Setting): Line {
  const { tokens } = scene.reading
  const { parties, start } = partiesOf(scene, sentence, at)
  const first = tokens[start]
  const last = tokens[at]
  const span: Span = [first?.start ?? 0, last?.end ?? 0]
  return {
    ...setting,
    span,
    parties: parties.filter(actor => !setting.mediators.includes(actor)),
    state: stateOf(tokens, sentence, at),
    rule: 'talks/en/line',
    ...venueOf(scene, sentence, at),
  }
}

function issuesNear(scene: Scene, sentence: Sentence): Issue[] {
  return issuesIn(scene.reading, sentence.span, scene.issues).filter(issue => issue !== 'PROCESS')
}

/** Whose talks: "between A and B", "A-B talks", "A's talks with B", "A held talks with B", "both sides resumed talks". */
function partiesOf(scene: Scene, sentence: Sentence, at: number): { parties: Actor[]; start: number } {
  const { tokens } = scene.reading
  const named = modifiers(scene, at, sentence.from)
  const after = afterNoun(scene, at, sentence.to)
  if (after.word === 'between' && after.actors.length > 1) return { parties: after.actors, start: at }
  if (named.actors.length > 1) return { parties: named.actors, start: named.start }
  const own = [...new Set([...named.actors, ...after.actors])]
  if (own.length > 1) return { parties: own, start: named.start }
  const verb = governing(tokens, at, sentence.from)
  const subject = verb === undefined ? [] : (subjectOf(scene, verb, sentence.from)?.actors ?? [])
  const holders = subject
    .map(actor => holderOf(scene, actor))
    .filter((actor): actor is Actor => actor !== undefined && !own.some(one => one === actor || one.of === actor.id || actor.of === one.id))
  return { parties: [...holders, ...own], start: verb !== undefined && holders.length > 0 ? verb : named.start }
}

/** The actors named right before the noun: "Swedish-Norwegian peace talks", "the union's talks". */
function modifiers(scene: Scene, at: number, from: number): { actors: Actor[]; start: number } {
  const { tokens } = scene.reading
  const actors: Actor[] = []
  let i = at - 1
  for (; i >= from && at - i < 9; i--) {
    const token = tokens[i]
    if (!token) break
    const actor = actorAt(scene, token)
    if (actor) {
      if (actor.kind !== 'place' && actor.kind !== 'outlet' && !actors.includes(actor)) actors.unshift(actor)
    } else if (!['ADJ', 'NOUN', 'PART', 'PROPN', 'NUM'].includes(token.pos) && !/^[-–/'’]$/.test(token.text)) {
      break
    }
  }
  return { actors, start: i + 1 }
}

function afterNoun(scene: Scene, at: number, to: number): { word?: string; actors: Actor[] } {
  const { tokens } = scene.reading
  for (let i = at + 1; i < Math.min(to, at + 7); i++) {
    const token = tokens[i]
    if (!token || /^[.;:]$/.test(token.text) || token.pos === 'VERB') return { actors: [] }
    if (token.lower === 'between' || token.lower === 'among') return { word: 'between', actors: listed(scene, i + 1, to, 4) }
    if (token.lower === 'with') return { word: 'with', actors: listed(scene, i + 1, to, 2) }
  }
  return { actors: [] }
}

/** The actors of a list that begins at a token: "A and B", "the two countries". */
function listed(scene: Scene, from: number, to: number, most: number): Actor[] {
  const { tokens } = scene.reading
  const found: Actor[] = []
  for (let i = from; i < Math.min(to, from + 16) && found.length < most; i++) {
    const token = tokens[i]
    if (!token) break
    if (isPairing(tokens, i)) return [...pairAt(scene, token)]
    const actor = actorAt(scene, token)
    if (actor && actor.kind !== 'place' && actor.kind !== 'outlet') {
      for (const one of membersOf(scene, actor)) if (!found.includes(one)) found.push(one)
    } else if (
      token.pos === 'VERB' ||
      token.pos === 'AUX' ||
      (token.pos === 'ADP' && token.lower !== 'of') ||
      token.text === '.' ||
      (token.text === ',' && most < 3)
    ) {
      break
    }
  }
  return found
}

/** What parties do with talks. */
const HOLDS = new Set(
  (
    'hold resume continue begin start have conduct open enter join suspend halt break cease quit cancel postpone pursue conclude finish end restart launch attend ' +
    'engage seek want propose offer demand urge call refuse reject leave abandon boycott pause freeze initiate schedule plan prepare welcome support'
  ).split(' '),
)

/** The verb whose object the talks are: "held talks", "broke off negotiations". */
function governing(tokens: readonly Token[], at: number, from: number): number | undefined {
  for (let i = at - 1; i >= Math.max(from, at - 9); i--) {
    const token = tokens[i]
    if (!token || /^[,;:]$/.test(token.text)) return undefined
    if (token.pos === 'VERB' && token.lower !== 'proposed' && tokens[i + 1]?.text !== '-') return HOLDS.has(token.lemma.toLowerCase()) ? i : undefined
  }
  return undefined
}

function stateOf(tokens: readonly Token[], sentence: Sentence, at: number): Track['state'] {
  let told: Track['state'] = 'unclear'
  let least = 9
  for (let i = Math.max(sentence.from, at - 9); i < Math.min(sentence.to, at + 10); i++) {
    const row = states.get(tokens[i]?.lemma.toLowerCase() ?? '')?.find(one => one.words.every((word, k) => tokens[i + k]?.lemma.toLowerCase() === word))
    const gap = i > at ? i - at : at - i + 1
    if (
      !row ||
      gap >= least ||
      (row.words[0] === 'over' && tokens[i - 1]?.pos !== 'AUX') ||
      isNegation(tokens[i - 1]) ||
      (tokens[i]?.pos === 'NOUN' && row.words.length === 1 && !['impasse', 'stalemate', 'deadlock', 'snag'].includes(row.words[0] ?? '')) ||
      !isBound(tokens, i, at)
    )
      continue
    least = gap
    told = row.state
  }
  const near = clauseAround(tokens, sentence, at)
  if (near.some(token => WISHED.has(token.lemma.toLowerCase()) || WISHED.has(token.lower)) && (told === 'unclear' || told === 'ongoing')) return 'proposed'
  if (near.some(token => AHEAD.has(token.lower)) && (told === 'unclear' || told === 'ongoing')) return 'announced'
  if (told !== 'unclear') return told
  return isHeldNow(tokens, sentence, at) ? 'ongoing' : 'unclear'
}

/** The words of the noun's own clause: some before and a few after, up to a comma, a quote mark or the next clause. */
function clauseAround(tokens: readonly Token[], sentence: Sentence, at: number): Token[] {
  const isEdge = (token: Token | undefined): boolean => !token || /^(?:[,;:“”"()]|that|and|but|said|while|after|before|when|who|which)$/.test(token.lower)
  let from = at
  while (from > Math.max(sentence.from, at - 8) && !isEdge(tokens[from - 1])) from--
  let to = at + 1
  while (to < Math.min(sentence.to, at + 8) && !isEdge(tokens[to])) to++
  return tokens.slice(from, to)
}

/** No clause begins between the word of state and the noun. */
function isBound(tokens: readonly Token[], a: number, b: number): boolean {
  for (let i = Math.min(a, b) + 1; i < Math.max(a, b); i++) {
    const lower = tokens[i]?.lower ?? ''
    if (/^(?:;|,|that|but|said|while|after|before|when)$/.test(lower) || (lower === 'and' && tokens[i + 1]?.pos === 'VERB')) return false
  }
  return true
}

/** "is in talks", "are holding talks", "has been in negotiations", "talks are taking place". */
function isHeldNow(tokens: readonly Token[], sentence: Sentence, at: number): boolean {
  const before = tokens.slice(Math.max(sentence.from, at - 6), at)
  if (before.some(token => token.lower === 'in') && before.some(token => /^(?:is|are|been|remain|remains)$/.test(token.lower))) return true
  for (let i = at + 1; i < Math.min(sentence.to, at + 7); i++) {
    const token = tokens[i]
    if (
      token?.lower.endsWith('ing') &&
      token.pos === 'VERB' &&
      verbGroup(tokens, i, sentence.from).start < i &&
      /^(?:is|are)$/.test(tokens[verbGroup(tokens, i, sentence.from).start]?.lower ?? '')
    )
      return true
  }
  return before.some(token => token.lower === 'holding' || token.lower === 'conducting') && before.some(token => /^(?:is|are|been)$/.test(token.lower))
}

const MEDIATES = /^(?:mediat|broker|facilitat|host|sponsor)/

/** Who mediates: "mediated by X and Y", "X-brokered", "Xish mediators". */
function mediatorsOf(scene: Scene, sentence: Sentence): Actor[] {
  const { tokens } = scene.reading
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i]
    if (!token || !MEDIATES.test(token.lower)) continue
    if (tokens[i + 1]?.lower === 'by') return listed(scene, i + 2, sentence.to, 3)
    if (tokens[i - 1]?.text === '-' || tokens[i - 1]?.text === '–') return [actorAt(scene, tokens[i - 2])].filter(actor => actor !== undefined)
    if (token.lemma === 'mediator') {
      const own = actorAt(scene, token)
      return own ? [own] : modifiers(scene, i, sentence.from).actors
    }
  }
  return []
}

function formatOf(words: string, mediated: boolean): Track['format'] {
  if (/\bproximity talks\b/i.test(words)) return 'proximity'
  if (/\bindirect(?:ly)?\b|\bthrough (?:an? )?(?:intermediar|mediator)/i.test(words)) return 'indirect'
  if (/\b(?:direct(?:ly)?|face[- ]to[- ]face|bilateral|one-on-one)\b/i.test(words)) return 'direct'
  return mediated ? 'mediated' : /\b(?:phone|telephone|summit|met)\b/i.test(words) ? 'direct' : 'unclear'
}

function venueOf(scene: Scene, sentence: Sentence, at: number): { venue?: string } {
  const { tokens } = scene.reading
  for (let i = at + 1; i < Math.min(sentence.to, at + 16); i++) {
    const place = tokens[i]
    if (place?.text === ';') break
    if ((place?.lower === 'in' || place?.lower === 'at') && tokens[i + 1]?.pos === 'PROPN') {
      const actor = actorAt(scene, tokens[i + 1])
      if (actor?.kind === 'place' || actor?.kind === 'state') return { venue: actor.id }
    }
  }
  return {}
}

const NUMBER: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
}
const TOTAL = /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) rounds? of\b/i
const ORDINAL = /\b(?:(\d{1,2})(?:st|nd|rd|th)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)) (?:round|meeting|session)\b/i

function roundsOf(words: string): { rounds?: { total?: number; ordinal?: number } } {
  const total = TOTAL.exec(words)?.[1]?.toLowerCase()
  const [, digits, word] = ORDINAL.exec(words) ?? []
  const ordinal = digits ? Number(digits) : word ? NUMBER[word.toLowerCase()] : undefined
  if (total === undefined && ordinal === undefined) return {}
  return { rounds: { ...(total !== undefined && { total: NUMBER[total] ?? Number(total) }), ...(ordinal !== undefined && { ordinal }) } }
}

export const examples: readonly Example[] = [
  { text: 'Talks between Sweden and Norway stalled on Monday.', list: 'tracks', finds: ['unclear stalled Sweden + Norway «Talks» ( ; 2025-05-12)'] },
  { text: 'She talks with her hands.', list: 'tracks', finds: [] },
]
