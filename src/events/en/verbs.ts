import type { Actor, Plover, Sentence, Token, Example } from '#model'
import { placesIn } from '#text'
import { ACTING, actVerbs, classesOf, verbLemma, type ActVerb } from '../rows.ts'
import { groupStart, hasUnnamedSubject, objectOf, subjectOf, withJoinedAfter, type Argument, type Stage } from './arguments.ts'
import { inWords, isAimed, isOtherVerb, isSilence, standsAlone } from './meant.ts'
import { standingOf, type Standing } from './reality.ts'

export const examples: readonly Example[] = [
  {
    text: 'Norland and Sudland agreed on Friday to exchange prisoners.',
    list: 'events',
    finds: [
      'agree AGREE reported Norland + Sudland «Norland and Sudland agreed on Friday to exchange prisoners» (2025-05-09)',
      'exchange CONCEDE planned Norland + Sudland → prisoners «exchange prisoners» (2025-05-09)',
    ],
  },
  {
    text: 'Chilean President Ana Soto met a senior Peruvian official in Quito.',
    list: 'events',
    finds: ['meet CONSULT reported Ana Soto + senior Peruvian official «Chilean President Ana Soto met a senior Peruvian official» at Quito ([..2025-05-12])'],
  },
  {
    text: 'Norland has not agreed to the proposal.',
    list: 'events',
    finds: ['agree AGREE denied Norland «Norland has not agreed to the proposal» ([..2025-05-12])'],
  },
  {
    text: 'Three soldiers were captured by the rebels near the river.',
    list: 'events',
    finds: ['detain COERCE reported rebels → Three soldiers «Three soldiers were captured by the rebels» ([..2025-05-12])'],
  },
  {
    text: 'The Peruvian delegation walked out. The envoys urged the miners to wait but rejected the plan.',
    list: 'events',
    rule: '*',
    finds: [
      'quit-talks SANCTION reported Peruvian delegation «The Peruvian delegation walked out» ([..2025-05-12])',
      'reject REJECT reported envoys «The envoys urged the miners to wait but rejected the plan» ([..2025-05-12])',
      'urge REQUEST reported envoys → miners «The envoys urged the miners to wait» ([..2025-05-12])',
    ],
  },
  {
    text: 'Officials from the two countries will meet again on 20 May.',
    list: 'events',
    finds: ['meet CONSULT planned Officials from the two countries «Officials from the two countries will meet again on 20 May» (2025-05-20)'],
  },
  { text: 'If the army withdraws, the talks can go on.', list: 'events', finds: ['withdraw RETREAT hypothetical army «the army withdraws» ([2025-05-12..])'] },
  { text: 'The offer was made by the mediator.', list: 'events', finds: ['propose AGREE reported mediator «was made by the mediator» ([..2025-05-12])'] },
  {
    text: 'Chile and Peru met in Quito. Chile fired two missiles into the sea. Peru has yet to sign the treaty.',
    list: 'events',
    finds: [
      'meet CONSULT reported Chile + Peru «Chile and Peru met in Quito» at Quito ([..2025-05-12])',
      'test-weapon MOBILIZE reported Chile «Chile fired two missiles» ([..2025-05-12])',
      'sign SUPPORT denied Peru «sign the treaty» ([..2025-05-12])',
    ],
  },
  { text: 'A spokeswoman for Anna Berg declined to comment.', list: 'events', finds: [] },
  { text: 'The council discussed the Swedish-backed plan.', list: 'events', finds: [] },
]

/** An act as a verb tells it, before it is dated and its teller is known. Token indices; `to` is not included. */
export interface Told {
  readonly verb: ActVerb
  readonly at: number
  readonly from: number
  readonly to: number
  readonly standing: Standing
  readonly actors: readonly Argument[]
  readonly recipients: readonly Argument[]
  readonly rule: string
  /** It is done by whoever speaks: "we sent", "our offer". */
  readonly bySpeaker?: true
  /** Its subject is a noun that names no known actor. */
  readonly unnamed?: true
}

/** Every act that a verb of the sentence tells. */
export function findVerbs(stage: Stage, sentence: Sentence): Told[] {
  const told: Told[] = []
  for (const at of placesIn(stage.reading, ACTING, sentence)) {
    const token = stage.tokens[at] as Token
    const rows = actVerbs.get(verbLemma(stage.tokens, at))
    if (!rows || !isVerb(stage, sentence, token)) continue
    const found = readVerb(stage, sentence, at, rows)
    if (found) told.push(found)
  }
  return told
}

/** Participles that are nouns as well: "had shot down". */
const SHORT_PARTS = new Set(['shot', 'hit', 'cut', 'quit', 'struck', 'freed', 'split'])

function isVerb(stage: Stage, sentence: Sentence, token: Token): boolean {
  if (stage.at[token.index] || isAttribute(stage, sentence, token)) return false
  if (token.pos === 'NOUN' && stage.tokens[token.index - 1]?.lemma === 'help' && token.lower === token.lemma) return true
  if (token.pos === 'NOUN' && SHORT_PARTS.has(token.lower)) return stage.tokens[token.index - 1]?.lemma === 'have'
  if (token.pos === 'NOUN') return token.lower.endsWith('ing') && stage.tokens[token.index - 1]?.lemma === 'be'
  if (stage.tokens[token.index + 1]?.text === '-' && stage.tokens[token.index + 1]?.start === token.end) return false
  const [before, next] = [stage.tokens[token.index - 1], stage.tokens[token.index + 1]]
  if (token.pos === 'AUX' && token.lemma === 'be') return /^(?:on|back)$/.test(next?.lower ?? '')
  if (token.pos === 'ADJ') return before?.lemma === 'have' && token.lower.endsWith('ed')
  return token.pos === 'VERB' || (token.pos === 'AUX' && token.lemma === 'have' && next?.pos !== 'VERB' && token.index + 1 < sentence.to)
}

/** "the proposed deal", "Swedish-backed": a participle that only describes a noun. */
function isAttribute({ tokens }: Stage, sentence: Sentence, token: Token): boolean {
  const before = tokens[token.index - 1]
  const next = tokens[token.index + 1]
  if (!before || token.index === sentence.from) return false
  if (before.text === '-' && before.end === token.start) return true
  if (!/(?:ed|en|ing)$/.test(token.lower) || token.lower === token.lemma) return false
  if (before.pos === 'ADP' && /ed$/.test(token.lower) && (next?.pos === 'NOUN' || next?.pos === 'ADJ') && before.lower !== 'to') return true
  return (
    (before.pos === 'DET' || (before.pos === 'ADJ' && /(?:ed|en)$/.test(token.lower)) || /^(?:['’]s|its|his|her|their)$/.test(before.lower)) &&
    (next?.pos === 'NOUN' || next?.pos === 'ADJ')
  )
}

function readVerb(stage: Stage, sentence: Sentence, at: number, rows: readonly ActVerb[]): Told | undefined {
  const start = groupStart(stage, sentence, at)
  const standing = standingOf(stage, sentence, start, at)
  const reduced = !standing.passive && isReduced(stage, sentence, at)
  const passive = standing.passive || reduced
  for (const verb of rows) {
    const after = afterParticle(stage, sentence, at, verb.particle)
    if (after === undefined) continue
    if (isSilence(stage, at, verb) || isOtherVerb(stage, at, verb)) continue
    const classes = verb.args === 'n' || passive ? classesBefore(stage, sentence, start) : classesAfter(stage, sentence, after)
    if (verb.args !== 'n' && !passive) for (const one of relativeClasses(stage, sentence, start)) classes.add(one)
    if (!(fits(verb, classes) || (verb.objects === 'none' && standsAlone(stage, after))) || (verb.act === 'attack' && inWords(stage, at))) continue
    if (classes.has('missile') && verb.objects instanceof Set && !passive && isAimed(stage, sentence, after) !== (verb.act === 'attack')) continue
    return assemble(stage, sentence, { verb, at, start, after, standing, passive })
  }
  return undefined
}

/** "a plan drafted by": a participle without its verb to be. */
function isReduced(stage: Stage, sentence: Sentence, at: number): boolean {
  const token = stage.tokens[at] as Token
  if (!/(?:ed|en|wn|ld|ent|ade|un|ut)$/.test(token.lower) || token.lower === token.lemma) return false
  for (let next = at + 1; next < sentence.to && next < at + 4; next++)
    if (stage.tokens[next]?.lower === 'by') return stage.tokens[at - 1]?.pos === 'NOUN' || stage.at[at - 1] !== undefined
  return false
}

/** The token after the verb and its particle; undefined where the particle is not there. */
function afterParticle(stage: Stage, sentence: Sentence, at: number, particle: readonly string[]): number | undefined {
  let next = at + 1
  for (const word of particle) {
    const token = stage.tokens[next]
    if (token && (token.pos === 'ADV' || /^(?:the|a|an|hard)$/.test(token.lower)) && word !== token.lower && word !== token.lemma) next++
    const found = stage.tokens[next]
    if (!found || next >= sentence.to || (found.lower !== word && found.lemma !== word)) return undefined
    next++
  }
  return next
}

/** Nouns after which "of" names what is meant: "rounds of talks". */
const MEASURE =
  /^(?:rounds?|hours?|days?|weeks?|months?|years?|series|sets?|number|couple|kinds?|bout|piece|terms?|states?|part|parts|some|most|all|any|dozens?|hundreds?|thousands?|tons?|tonnes?|litres?|sacks?|bags?|boxes|crates|loads?|kilos?|lorries|trucks?|shipments?|convoys?|delivery|deliveries)$/
const OWNING = /^(?:his|her|its|their)$/
const STOP = /^(?:[,;:.()“”"—–]|that|which|who|to)$/

/** The classes of the nouns that stand as the object after a verb. */
function classesAfter(stage: Stage, sentence: Sentence, after: number): Set<string> {
  const classes = new Set<string>()
  for (let at = after; at < sentence.to && at < after + 10; at++) {
    const token = stage.tokens[at] as Token
    if (token.lower === 'to' && stage.tokens[at - 1]?.lower === 'up') continue
    if (at === after && /^(?:it|them|this)$/.test(token.lower)) classes.add('it')
    if (
      STOP.test(token.lower) ||
      token.pos === 'AUX' ||
      (token.pos === 'PRON' && /^(?:it|he|she|they|we|i)$/.test(token.lower)) ||
      (at > after && token.pos === 'VERB' && !/(?:ed|ing)$/.test(token.lower))
    )
      break
    if (token.lower === 'of' && classes.size === 0 && !MEASURE.test(stage.tokens[at - 1]?.lower ?? '')) break
    if (token.pos === 'ADP' && token.lower !== 'of' && (classes.size > 0 || at > after)) break
    if (at === after && /ing$/.test(token.lower) && token.pos === 'VERB') classes.add('ing')
    if (token.pos !== 'VERB' || stage.tokens[at + 1]?.text === '-') for (const one of classesOf(stage.tokens, at)) classes.add(one)
    if (!OWNING.test(token.lower)) addKinds(classes, stage.at[at]?.actors)
  }
  return classes
}

/** "a proposal that the minister sent": what the relative clause of the verb stands for. */
function relativeClasses(stage: Stage, sentence: Sentence, start: number): readonly string[] {
  let at = start - 1
  const subject = stage.at[at]
  if (subject) at = subject.from - 1
  else if (stage.tokens[at]?.pos === 'PRON') at--
  if (/^(?:the|a|an)$/.test(stage.tokens[at]?.lower ?? '')) at--
  if (at <= sentence.from || !/^(?:that|which)$/.test(stage.tokens[at]?.lower ?? '')) return []
  return classesOf(stage.tokens, at - 1)
}

/** The classes of the noun phrase that ends before a verb group. */
function classesBefore(stage: Stage, sentence: Sentence, start: number): Set<string> {
  const classes = new Set<string>()
  let from = start
  while (from > sentence.from && /^(?:be|expect|schedule|set|due|plan|suppose|to)$/.test(stage.tokens[from - 1]?.lemma ?? '')) from--
  for (let at = from - 1; at >= sentence.from && at > from - 14; at--) {
    const token = stage.tokens[at] as Token
    const compound = stage.tokens[at + 1]?.text === '-'
    if (
      /^[;:“”"]$/.test(token.text) ||
      (token.pos === 'VERB' && !compound && !(/(?:ed|en|ing)$/.test(token.lower) && stage.tokens[at - 1]?.pos === 'NOUN')) ||
      /^(?:but|while|because|as|when|said)$/.test(token.lower)
    )
      break
    if (at === from - 1 || stage.tokens[at + 1]?.pos === 'ADP' || stage.tokens[at + 1]?.pos === 'ADV' || compound || stage.tokens[at + 1]?.text === ',')
      for (const one of classesOf(stage.tokens, at)) classes.add(one)
    addKinds(classes, stage.at[at]?.actors)
  }
  return classes
}

function addKinds(classes: Set<string>, actors: readonly Actor[] | undefined): void {
  const kind = actors?.[0]?.kind
  if (!kind) return
  classes.add(kind === 'person' || kind === 'office' ? 'person' : kind === 'place' ? 'place' : 'group')
  if (kind === 'person') classes.add('human')
  if (kind === 'state') {
    classes.add('state')
    classes.add('place')
  }
}

function fits(verb: ActVerb, classes: ReadonlySet<string>): boolean {
  if (verb.objects === 'any') return true
  if (verb.objects === 'none') return classes.size === 0
  for (const one of verb.objects) if (classes.has(one)) return true
  return false
}

interface Parts {
  readonly verb: ActVerb
  readonly at: number
  readonly start: number
  readonly after: number
  readonly standing: Standing
  readonly passive: boolean
}

const RECIPIENT = new Set(['', 'on', 'to', 'against', 'at', 'with', 'for', 'of', 'from', 'upon', 'toward', 'towards', 'over', 'into', 'in'])

function assemble(stage: Stage, sentence: Sentence, parts: Parts): Told {
  const { verb, at, start, after, standing, passive } = parts
  const unnamed = verb.args !== 'n' && !standing.infinitive && hasUnnamedSubject(stage, sentence, start)
  const before = verb.args === 'n' || unnamed ? [] : subjectOf(stage, sentence, start, standing.infinitive)
  const object = objectOf(stage, sentence, after, verb.args === 's' && REACHING.has(verb.plover))
  const bySpeaker = before.length === 0 && !passive && /^(?:we|i)$/.test(stage.tokens[start - 1]?.lower ?? '')
  const agent = passive ? agentAfter(stage, sentence, after) : undefined
  let actors: readonly Argument[] = passive ? (agent ? withJoinedAfter(stage, sentence, agent) : []) : before
  let recipients: readonly Argument[] = passive
    ? before
    : object && (RECIPIENT.has(object.link) || verb.args === 'r' || (object.link === 'by' && (verb.plover === 'REJECT' || verb.plover === 'ACCUSE')))
      ? withJoinedAfter(stage, sentence, object.argument)
      : []
  if (verb.args === 'n') actors = partnersBefore(stage, sentence, start)
  if (verb.args === 'n' && actors.length === 0) actors = partnersAfter(stage, sentence, after)
  if (verb.args === 'o') {
    actors = [...recipients]
    recipients = before
  }
  const given = verb.act === 'exchange' && object?.link === ''
  if (verb.args === 'r' && !given && object && /^(?:|with|between|and|by)$/.test(object.link)) {
    actors = [...actors, ...recipients]
    recipients = []
  } else if (verb.args === 'r' && !given) recipients = []
  if (verb.args === 'p' || verb.args === 'n') recipients = []
  if (verb.act === 'mediate' && verb.args === 's' && !passive) recipients = firstFull(partnersAfter(stage, sentence, after), recipients)
  const near = before[0] && !standing.infinitive && start - before[0].from < 30
  const from = verb.args === 'n' ? subjectStart(stage, sentence, start) : near ? Math.min(start, before[0]?.from ?? start) : standing.infinitive ? at : start
  const end = agent?.to ?? (object && object.argument.to - at < 16 ? object.argument.to : objectEnd(stage, sentence, after))
  const to = CLAUSAL.has(verb.plover) && !standing.infinitive ? Math.max(end, clauseEnd(stage, sentence, after)) : end
  return {
    verb,
    at,
    from,
    to: Math.max(to, at + 1),
    standing: { ...standing, passive },
    actors,
    recipients,
    rule: 'events/en/verbs',
    ...(bySpeaker && { bySpeaker: true as const }),
    ...(unnamed && !passive && { unnamed: true as const }),
  }
}

/** Acts whose recipient may stand in what they promise, threaten or refuse. */
const REACHING = new Set<Plover>(['AGREE', 'REJECT', 'THREATEN', 'REQUEST', 'ACCUSE'])

/** Acts whose content is a clause: what is demanded, offered or refused belongs to their words. */
const CLAUSAL = new Set<Plover>(['REQUEST', 'REJECT', 'THREATEN'])

function clauseEnd(stage: Stage, sentence: Sentence, after: number): number {
  let at = after
  while (at < sentence.to && at < after + 22 && !/^(?:[,;:.“”"()—–]|but|while|after|because)$/.test(stage.tokens[at]?.lower ?? '')) at++
  return at
}

function firstFull<T>(first: readonly T[], second: readonly T[]): readonly T[] {
  return first.length > 0 ? first : second
}

/** "Fighting broke out in the east between A and B". */
function partnersAfter(stage: Stage, sentence: Sentence, after: number): readonly Argument[] {
  for (let at = after; at < sentence.to && at < after + 14; at++) {
    const token = stage.tokens[at] as Token
    if (/^[,;:“”"]$/.test(token.text)) return []
    if (token.lower !== 'between' && token.lower !== 'with') continue
    for (let next = at + 1; next < at + 4; next++) {
      const argument = stage.at[next]
      if (argument) return withJoinedAfter(stage, sentence, argument)
    }
  }
  return []
}

/** Where the noun that is the subject of an n-verb stands. */
function subjectStart(stage: Stage, sentence: Sentence, start: number): number {
  for (let at = start - 1; at >= sentence.from && at > start - 16; at--) {
    if (stage.tokens[at]?.pos === 'VERB' && stage.tokens[at + 1]?.text !== '-') break
    if (classesOf(stage.tokens, at).length > 0 && !stage.at[at]) return at
  }
  return start
}

/** "Talks between A and B continued": who stands with the noun before the verb. */
function partnersBefore(stage: Stage, sentence: Sentence, start: number): Argument[] {
  const found: Argument[] = []
  for (let at = start - 1; at >= sentence.from && at > start - 16; at--) {
    const token = stage.tokens[at] as Token
    const argument = stage.at[at]
    if (argument) {
      found.unshift(argument)
      at = argument.from
      continue
    }
    if (/^(?:between|with)$/.test(token.lower)) return found
    if (token.pos === 'VERB' || /^[,;:“”"]$/.test(token.text)) return []
    if (token.pos === 'ADP') found.length = 0
  }
  return []
}

function agentAfter(stage: Stage, sentence: Sentence, after: number): Argument | undefined {
  for (let at = after; at < sentence.to && at < after + 14; at++) {
    const token = stage.tokens[at] as Token
    if (/^[;:“”"—–()]$/.test(token.text)) return undefined
    if (token.lower === 'by') {
      for (let next = at + 1; next < sentence.to && next < at + 4; next++) if (stage.at[next]) return stage.at[next]
      return undefined
    }
  }
  return undefined
}

/** Where the words of the object end: the last noun before a stop. */
function objectEnd(stage: Stage, sentence: Sentence, after: number): number {
  let end = after
  for (let at = after; at < sentence.to && at < after + 10; at++) {
    const token = stage.tokens[at] as Token
    if (STOP.test(token.lower) && token.lower !== 'to') break
    if (token.pos === 'NOUN' || token.pos === 'PROPN') end = at + 1
    if ((token.pos === 'ADP' || token.pos === 'SCONJ') && end > after) break
  }
  return end
}
