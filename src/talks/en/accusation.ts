import type { Actor, Example, Sentence, Token } from '#model'
import { markWords, readRows, sentencesWith } from '#text'
import type { Charge } from '../allegation.ts'
import { actorAt, membersOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { complementFrom } from './complement.ts'
import { accuserFrom, accuserOf, chargeOf, isTrifle } from './accuser.ts'
import { firstActor, pronoun, subjectOf } from './subject.ts'
import { isFinite, isNegation, verbGroup } from './verb.ts'
import { kindOf, tellsWrong } from './wrong.ts'

interface Accusing {
  /** The word that brings the wrong. */
  readonly brings: string
  /** Only a wrong that the rows know makes a charge of it. */
  readonly known: boolean
}

const ACCUSING = new Map<string, Accusing>(
  readRows('accusing', ['word', 'brings', 'needs']).map(row => [row.word, { brings: row.brings, known: row.needs === 'known' }]),
)
/** Words under which guilt is only supposed: "would make them responsible". */
const SUPPOSED = new Set(['will', 'would', 'could', 'might', 'may', 'if', 'whether'])
const GUILTY = new Set(['responsible', 'accountable', 'guilty', 'culpable', 'blame', 'fault', 'complicit'])
/** Verbs under which an accusation is not made: "declined to blame". */
const UNMADE = new Set(['decline', 'refuse', 'want', 'try', 'plan', 'stop', 'avoid', 'need', 'have', 'be', 'easy', 'easier', 'likely', 'hard', 'expect'])
/** How far the object of an accusing verb may reach. */
const OBJECT = 24

const ACCUSED = markWords({ lemmas: ACCUSING.keys(), words: GUILTY })

/** "accuse X of", "blamed X for", "blamed it on X", "X is accused of", "responsible for": charges by words of accusing. */
export function readAccusations(scene: Scene): Charge[] {
  return sentencesWith(scene.reading, ACCUSED).flatMap(sentence => readSentence(scene, sentence))
}

function readSentence(scene: Scene, sentence: Sentence): Charge[] {
  const { tokens } = scene.reading
  const found: Charge[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i]
    if (!token) continue
    const accusing = token.pos === 'NOUN' ? undefined : ACCUSING.get(token.lemma)
    const toBlame = GUILTY.has(token.lower) && (token.lower !== 'blame' || tokens[i - 1]?.lower === 'to')
    if (toBlame && /^(?:for|of|in)$/.test(tokens[i + 1]?.lower ?? '')) found.push(...readGuilt(scene, sentence, i))
    else if (accusing && token.pos === 'VERB') found.push(...readVerb(scene, sentence, i, accusing))
    else if (token.lower === 'blame' && token.pos === 'NOUN') found.push(...readBlame(scene, sentence, i))
  }
  return found
}

/** Where the "of" or "for" stands that brings the wrong: right after the object, of which asides between commas may be part; never past another verb. */
function bringsAt(tokens: readonly Token[], from: number, to: number, word: string): number | undefined {
  let aside = false
  for (let i = from; i < Math.min(to, from + OBJECT); i++) {
    const token = tokens[i]
    if (!token || token.text === ';' || token.text === ':' || token.lower === 'as' || (i === from && token.lower === 'that')) return undefined
    if (token.text === ',') {
      if (!aside && /^(?:who|which|whose|a|an|the|his|its|their)$/.test(tokens[i + 1]?.lower ?? '')) aside = true
      else if (tokens[i + 1]?.lower !== word) return undefined
    }
    if (token.lower === 'who' || token.lower === 'which') aside = true
    if (token.lower === word && !isInName(tokens, i, to, word)) return i
    if (!aside && i > from && (isFinite(tokens, i, from) || token.lower === 'because' || token.lower === 'while')) return undefined
  }
  return undefined
}

/** The "of" inside "the Prince of Norland", or one after which another brings a deed: "the head of the union of lying". */
function isInName(tokens: readonly Token[], at: number, to: number, word: string): boolean {
  if (word !== 'of') return false
  if (tokens[at - 1]?.pos === 'PROPN' && tokens[at + 1]?.pos === 'PROPN') return true
  if (tokens[at + 1]?.lower.endsWith('ing')) return false
  for (let i = at + 2; i < Math.min(to, at + 7); i++) {
    if (tokens[i]?.pos === 'PUNCT') return false
    if (tokens[i]?.lower === word && (tokens[i + 1]?.lower.endsWith('ing') ?? false)) return true
  }
  return false
}

function readVerb(scene: Scene, { from, to }: Sentence, at: number, accusing: Accusing): Charge[] {
  const { tokens } = scene.reading
  const group = verbGroup(tokens, at, from)
  const unmade = group.infinitive && UNMADE.has(tokens[group.start - 1]?.lemma ?? '')
  if (group.negated || (group.modal !== undefined && group.modal !== 'can') || unmade) return []
  const first = tokens[at + 1]
  const relative = antecedentOf(scene, group.start, from)
  const passive = group.passive || (relative.length === 0 && (first?.lower === accusing.brings || first?.lower === 'by'))
  const start = bringsAt(tokens, at + 1, to, accusing.brings)
  if (start === undefined) return tokens[at]?.lemma === 'blame' && !passive ? readBlamedOn(scene, at, from, to) : []
  if (accusing.known && !tellsWrong(tokens, start + 1, Math.min(to, start + 12))) return []
  if (passive) {
    const accuser = first?.lower === 'by' ? firstActor(scene, at + 2, start) : undefined
    return charges(scene, start, to, accusedOf(scene, at, from, group.passive), accuser)
  }
  const objects = objectsOf(scene, at + 1, start)
  const accused = objects.length > 0 ? objects : relative
  const subject = subjectOf(scene, at, from)?.actors ?? []
  const mutual = tokens
    .slice(at + 1, start)
    .some(token => /^(?:other|another)$/.test(token.lower) && /^(?:each|one)$/.test(tokens[token.index - 1]?.lower ?? ''))
  const [one, other] = subject
  if (mutual && one && other && subject.length === 2) return [...charges(scene, start, to, [other], one), ...charges(scene, start, to, [one], other)]
  if (mutual) return charges(scene, start, to, subject, undefined)
  const others = accused.filter(actor => !subject.includes(actor))
  return charges(scene, start, to, others, accuserOf(scene, at, from, others))
}

/** Whom a passive accuses: its subject, or who stands right before "accused of". */
function accusedOf(scene: Scene, at: number, from: number, passive: boolean): readonly Actor[] {
  const { tokens } = scene.reading
  if (passive) return subjectOf(scene, at, from)?.actors ?? []
  const before = tokens[at - 1]
  if (before?.text === ',') return subjectOf(scene, at, from)?.actors ?? membersOf(scene, firstActor(scene, from, at))
  return membersOf(scene, actorAt(scene, before))
}

/** "the league, which it accused of": the one before the relative pronoun. */
function antecedentOf(scene: Scene, start: number, from: number): readonly Actor[] {
  const { tokens } = scene.reading
  for (let i = start - 1; i >= Math.max(from, start - 4); i--) {
    if (!/^(?:which|whom|who|that)$/.test(tokens[i]?.lower ?? '')) continue
    if (tokens[i]?.lower === 'who' || (i === start - 1 && tokens[i]?.lower === 'that')) return []
    const before = tokens[i - 1]?.text === ',' ? i - 2 : i - 1
    return membersOf(scene, actorAt(scene, tokens[before]))
  }
  return []
}

/** The actors that stand as objects between the verb and the wrong. */
function objectsOf(scene: Scene, from: number, to: number): readonly Actor[] {
  const found: Actor[] = []
  for (let i = from; i < to; i++) {
    const token = scene.reading.tokens[i]
    if (token?.text === ',' || token?.lower === 'who') break
    if (/^(?:of|than|over|in)$/.test(scene.reading.tokens[i - 1]?.lower ?? '')) continue
    const here = actorAt(scene, token)
    const actors = here ? membersOf(scene, here) : token?.pos === 'PRON' ? (pronoun(scene, token)?.actors ?? []) : []
    for (const actor of actors) if (!found.includes(actor) && actor.kind !== 'place') found.push(actor)
  }
  return found.slice(0, 3)
}

/** Each wrong that "of" or "for" brings: "accused X of doing this and of doing that" is two. */
function charges(scene: Scene, brings: number, to: number, accused: readonly Actor[], accuser: Actor | undefined): Charge[] {
  const { tokens, report } = scene.reading
  const word = tokens[brings]?.lower ?? 'of'
  const found: Charge[] = []
  let start: number | undefined = brings
  while (start !== undefined && found.length < 4) {
    const again = againAt(tokens, start + 2, to, word)
    const wrong = complementFrom(scene, start + 1, again ?? to)
    if (wrong && !isTrifle(tokens, start + 1, wrong.span)) {
      const of = kindOf(report.text.slice(wrong.span[0], wrong.span[1]))
      found.push(chargeOf(scene, { span: wrong.span, accused, accuser, of, rule: 'talks/en/accusation' }))
    }
    start = again
  }
  return found
}

/** The next "and of", ", of", "and for" that brings another wrong. */
function againAt(tokens: readonly Token[], from: number, to: number, word: string): number | undefined {
  for (let i = from; i < to; i++) {
    if (tokens[i]?.text === ';') return undefined
    if (tokens[i]?.lower === word) return ['and', ',', 'or', '–', '—'].includes(tokens[i - 1]?.lower ?? '') ? i : undefined
  }
  return undefined
}

/** "blamed the delay on the company": the wrong is the object, the accused stands after "on". */
function readBlamedOn(scene: Scene, at: number, from: number, to: number): Charge[] {
  const { tokens } = scene.reading
  for (let i = at + 2; i < Math.min(to, at + OBJECT); i++) {
    if (/^[,;:]$/.test(tokens[i]?.text ?? '') || isFinite(tokens, i, from)) return []
    if (tokens[i]?.lower !== 'on') continue
    const accused = targetAt(scene, i + 1, to)
    return blame(scene, at + 1, i, accused, accuserOf(scene, at, from, accused))
  }
  return []
}

/** Whom "on" lays the blame to: the actor whose name or description comes next, not one that only describes a noun. */
function targetAt(scene: Scene, from: number, to: number): readonly Actor[] {
  const { tokens } = scene.reading
  let i = from
  while (i < Math.min(to, from + 4) && !scene.mentions[i] && /^(?:DET|ADJ|PUNCT)$/.test(tokens[i]?.pos ?? '')) i++
  const mention = scene.mentions[i]
  let end = i
  while (mention && scene.mentions[end] === mention) end++
  return mention && tokens[end]?.pos !== 'NOUN' ? membersOf(scene, actorAt(scene, tokens[i])) : []
}

function blame(scene: Scene, from: number, to: number, accused: readonly Actor[], accuser: Actor | undefined): Charge[] {
  const [first, last] = [scene.reading.tokens[from], scene.reading.tokens[to - 1]]
  if (!first || !last || accused.length === 0) return []
  const of = kindOf(scene.reading.report.text.slice(first.start, last.end))
  return [chargeOf(scene, { span: [first.start, last.end], accused, accuser, of, rule: 'talks/en/accusation' })]
}

const LAYS = new Set(['put', 'lay', 'place', 'pin', 'cast', 'assign', 'heap', 'direct', 'shift', 'lie', 'rest', 'deflect'])

/** "put the blame for the delay on the company", "laid the blame at the feet of the company". */
function readBlame(scene: Scene, { from, to }: Sentence, at: number): Charge[] {
  const { tokens } = scene.reading
  let verb = at - 1
  while (verb >= Math.max(from, at - 4) && !LAYS.has(tokens[verb]?.lemma ?? '')) verb--
  if (verb < Math.max(from, at - 4)) return []
  const group = verbGroup(tokens, verb, from)
  if (group.negated || group.modal !== undefined) return []
  for (let i = at + 1; i < Math.min(to, at + OBJECT); i++) {
    if (!/^(?:on|onto|upon|at|with|to)$/.test(tokens[i]?.lower ?? '')) continue
    const accused = targetAt(scene, tokens[i]?.lower === 'at' ? i + 4 : i + 1, to)
    const told = tokens[at + 1]?.lower === 'for' && i > at + 2 ? at + 2 : at
    return blame(scene, told, i, accused, accuserOf(scene, verb, from, accused))
  }
  return []
}

/** "X is responsible for", "holds X accountable for": the nearest actor before the word is accused. */
function readGuilt(scene: Scene, { from, to }: Sentence, at: number): Charge[] {
  const { tokens } = scene.reading
  const token = tokens[at]
  if (!token) return []
  const statement = statementAt(scene, [token.start, token.end])
  const before = tokens.slice(Math.max(from, at - 14), at)
  if (before.some(one => isNegation(one) || SUPPOSED.has(one.lower)) || /^(?:be|if)$/.test(tokens[at - 1]?.lower ?? '')) return []
  const accused = guiltyAt(scene, at, from)
  const holds = before.findLast(one => one.lemma === 'hold')
  if (!holds && !tellsWrong(tokens, at + 2, Math.min(to, at + 14))) return []
  const holder = holds && !verbGroup(tokens, holds.index, from).passive ? subjectOf(scene, holds.index, from)?.actors[0] : undefined
  const accuser = accuserFrom(scene, holder ?? speakerOf(scene, statement))
  const regarded = before.some(one => /^(?:regarded|considered|seen|deemed|widely)$/.test(one.lower))
  if (!accused || (!accuser && !regarded) || accused === accuser || accused.kind === 'place') return []
  return charges(scene, at + 1, to, [accused], accuser)
}

function guiltyAt(scene: Scene, at: number, from: number): Actor | undefined {
  const { tokens } = scene.reading
  for (let i = at - 1; i >= Math.max(from, at - 9); i--) {
    if (/^(?:not|n't|if)$/.test(tokens[i]?.lower ?? '') || tokens[i]?.text === ';') return undefined
    const token = tokens[i]
    const actor = actorAt(scene, token) ?? (token?.pos === 'PRON' ? pronoun(scene, token)?.actors[0] : undefined)
    if (actor) return actor
  }
  return undefined
}

export const examples: readonly Example[] = [
  {
    text: 'Sweden accused Norway of violating the ceasefire and of shelling villages.',
    list: 'allegations',
    finds: [
      'Sweden → Norway ceasefire-violation none-recorded «violating the ceasefire» ([..2025-05-12])',
      'Sweden → Norway other none-recorded «shelling villages» ([..2025-05-12])',
    ],
  },
  {
    text: 'The talks broke up after Sweden blamed the delay on Norway.',
    list: 'allegations',
    finds: ['Sweden → Norway obstruction none-recorded «the delay» ([..2025-05-12])'],
  },
  { text: 'The shop charged Norway for the tea, and Sweden criticised Norway for its songs.', list: 'allegations', finds: [] },
  { text: 'Sweden declined to blame Norway for the delay.', list: 'allegations', finds: [] },
]
