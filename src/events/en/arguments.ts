import type { Actor, Cast, Reading, Sentence, Token } from '#model'

/** A mention that may act or be acted upon: the widest at its place. `to` is not included. */
export interface Argument {
  readonly from: number
  readonly to: number
  readonly actors: readonly Actor[]
}

/** A report's tokens with the argument that each belongs to. */
export interface Stage {
  readonly reading: Reading
  readonly tokens: readonly Token[]
  readonly at: readonly (Argument | undefined)[]
  /** The report tells of arms, so that battles and attacks may be meant as such. */
  readonly armed: boolean
}

/** Lays the widest mentions over the tokens; a group named with its members acts as its members. */
export function layArguments(reading: Reading, cast: Cast): Stage {
  const { tokens } = reading
  const actors = new Map<string, Actor>(cast.actors.map(actor => [actor.id, actor]))
  const at = new Array<Argument | undefined>(tokens.length).fill(undefined)
  let from = 0
  let reached = -1
  let last: { span: readonly [number, number]; together: boolean; argument: { from: number; to: number; actors: Actor[] } } | undefined
  for (const mention of cast.mentions) {
    const actor = mention.actor && actors.get(mention.actor)
    if (!actor) continue
    if (last && mention.span[0] === last.span[0] && mention.span[1] === last.span[1]) {
      if (!last.together) last.argument.actors.length = 0 // the group's own actor gives way to its members
      last.together = true
      last.argument.actors.push(actor)
      continue
    }
    if (mention.span[1] <= reached) continue
    reached = mention.span[1]
    while (from < tokens.length && (tokens[from]?.end ?? 0) <= mention.span[0]) from++
    let to = from
    while (to < tokens.length && (tokens[to]?.start ?? 0) < mention.span[1]) to++
    const argument = { from, to, actors: [actor] }
    for (let i = from; i < to; i++) at[i] ??= argument
    last = { span: mention.span, together: false, argument }
  }
  return { reading, tokens, at, armed: tellsOfArms(tokens) }
}

const ARMS = new Set(
  'troop soldier kill artillery army rebel airstrike shell shelling missile militant insurgent fighter gunman bomb bombing rocket wounded military weapon warplane tank ceasefire truce casualty battalion insurgency militia hostage warship drone separatist'.split(
    ' ',
  ),
)

/** Whether at least two words of the report, and one in three hundred, tell of arms. */
function tellsOfArms(tokens: readonly Token[]): boolean {
  let count = 0
  for (const token of tokens) if (ARMS.has(token.lemma)) count++
  return count >= 2 && count * 300 >= tokens.length
}

const STOPS = new Set([';', ':', '“', '”', '"', '(', ')', '—', '–'])
const SAYING = new Set('say add tell think believe claim note report announce insist hope know mean suggest warn confirm state stress'.split(' '))
/** How far before its verb a subject is looked for, in tokens. */
const REACH = 90
const RELATIVE = new Set(['who', 'which', 'that', 'whose'])
/** Verbs whose object does what the infinitive after it tells. */
const CONTROL = new Set(
  'urge ask tell order force allow invite want press push call persuade convince enable help let make get require request beg expect'.split(' '),
)

function isAdverbial(token: Token): boolean {
  return token.pos === 'ADV' || token.pos === 'AUX' || token.pos === 'PART' || /^(?:to|not|never|n't|also|reportedly|have|has|had|having)$/.test(token.lower)
}

/** The first token of the verb group that ends at the verb. */
export function groupStart(stage: Stage, sentence: Sentence, verb: number): number {
  let at = verb
  while (at > sentence.from && isAdverbial(stage.tokens[at - 1] as Token) && !stage.at[at - 1]) at--
  return at
}

/** An argument and those joined to it before: "A, B and C". */
function withJoinedBefore(stage: Stage, sentence: Sentence, argument: Argument): Argument[] {
  const joined = [argument]
  let first = argument
  let and = false
  for (let steps = 0; steps < 6; steps++) {
    let at = first.from - 1
    while (at >= sentence.from && /^(?:,|and|or|the|a|&)$/.test(stage.tokens[at]?.lower ?? '')) {
      if (/^(?:and|&|or)$/.test(stage.tokens[at]?.lower ?? '')) and = true
      at--
    }
    const before = at >= sentence.from ? stage.at[at] : undefined
    if (!before || at === first.from - 1 || !and) break
    joined.unshift(before)
    first = before
  }
  return joined
}

/** An argument and those joined to it after. */
export function withJoinedAfter(stage: Stage, sentence: Sentence, argument: Argument): Argument[] {
  const joined = [argument]
  let last = argument
  for (let steps = 0; steps < 6; steps++) {
    let at = last.to
    let glue = false
    while (at < sentence.to && /^(?:,|and|or|the|a|&|as|well|with)$/.test(stage.tokens[at]?.lower ?? '')) {
      if (/^(?:and|&|or|as)$/.test(stage.tokens[at]?.lower ?? '')) glue = true
      at++
    }
    const next = at < sentence.to ? stage.at[at] : undefined
    if (!next || !glue || next.from < last.to) break
    const after = stage.tokens[next.to]
    if (after && (after.pos === 'VERB' || after.pos === 'AUX')) break
    joined.push(next)
    last = next
  }
  return joined
}

/** Who does what the verb group that begins at `start` tells; empty where the sentence does not say. */
export function subjectOf(stage: Stage, sentence: Sentence, start: number, infinitive: boolean, depth = 0): Argument[] {
  let at = start - 1
  let fallback: Argument | undefined
  const finite = isFiniteJoined(stage, start)
  if (RELATIVE.has(stage.tokens[at]?.lower ?? '')) {
    const antecedent = antecedentOf(stage, at)
    if (antecedent) return withJoinedBefore(stage, sentence, antecedent)
    if (/^(?:which|that)$/.test(stage.tokens[at]?.lower ?? '') || /^(?:those|anyone|everyone)$/.test(stage.tokens[at - 1]?.lower ?? '')) return []
  }
  at = beforeInsertion(stage, sentence, at)
  while (at >= sentence.from && at > start - REACH) {
    const token = stage.tokens[at] as Token
    const argument = stage.at[at]
    if (argument && stage.tokens[argument.to]?.text === '-') {
      at = argument.from - 1
      continue
    }
    if (argument) {
      const before = stage.tokens[argument.from - 1]
      const isFirst = argument.from <= sentence.from || !before
      if (before?.lemma === 'accuse' && stage.tokens[start - 1]?.lower === 'of') return withJoinedBefore(stage, sentence, argument)
      if (infinitive && before && (CONTROL.has(before.lemma) || CONTROL.has(stage.tokens[argument.from - 2]?.lemma ?? '')))
        return withJoinedBefore(stage, sentence, argument)
      if (isFirst || isSubjectAfter(before)) return withJoinedBefore(stage, sentence, argument)
      if (before.pos === 'ADP' && argument.actors[0]?.kind !== 'place' && !/^(?:as|after|before|since|until|while|because|like)$/.test(before.lower))
        fallback ??= argument
      at = argument.from - 1
      continue
    }
    if (token.text === ')') {
      while (at > sentence.from && stage.tokens[at]?.text !== '(') at--
      at--
      continue
    }
    if (STOPS.has(token.text)) break
    if (token.lower === 'that' && token.pos === 'SCONJ' && !stage.at[at - 1]) break
    if (token.pos === 'VERB' && finite && stage.tokens[at - 1]?.lower === 'to') {
      at--
      continue
    }
    if (token.pos === 'VERB' && depth < 3) return subjectOf(stage, sentence, groupStart(stage, sentence, at), stage.tokens[at - 1]?.lower === 'to', depth + 1)
    at--
  }
  return fallback ? withJoinedBefore(stage, sentence, fallback) : []
}

/** "urged them to wait but ruled out": a verb with its tense is joined to one with its tense, not to the infinitive between. */
function isFiniteJoined({ tokens }: Stage, start: number): boolean {
  const verb = tokens[start]
  if (!verb || !/^(?:and|but)$/.test(tokens[start - 1]?.lower ?? '')) return false
  return (
    (verb.pos === 'AUX' && /^(?:has|had|was|is|did|does)$/.test(verb.lower)) ||
    (verb.pos === 'VERB' && /(?:ed|id)$/.test(verb.lower) && verb.lower !== verb.lemma)
  )
}

/** Nouns of who may act: by their ending, or bodies. */
const AGENT =
  /^(?:\w{3,}(?:ers|ors|men|women|ists|ants|ents|ees|ians|ades|eers)|company|firm|parliament|court|council|navy|cabinet|assembly|crew|crews|crowd|mob|bank|club|guild|federation|league|front|movement|rebels|guerrillas|guards|troops|jets|drones|warplanes|gunships|police|management|airline|body|chamber|house|senate|authority|government|ministry|commission|board|party|union|pilots|nurses|miners|dozens|hundreds|thousands|scores)$/
const CLAUSAL = /^(?:as|after|before|since|until|while|because|when|that|if|though|although|where|than)$/

/** Whether the noun phrase right before a verb group is its subject and names nobody known: what stands before it acts in another clause. */
export function hasUnnamedSubject({ tokens, at }: Stage, sentence: Sentence, start: number): boolean {
  const head = tokens[start - 1]
  if (!head || start <= sentence.from || at[start - 1] || !AGENT.test(head.lower) || (head.pos !== 'NOUN' && head.pos !== 'PROPN')) return false
  let from = start - 1
  while (from > sentence.from && !at[from - 1] && /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tokens[from - 1]?.pos ?? '')) from--
  const before = from > sentence.from ? tokens[from - 1] : undefined
  if (!before) return true
  if (at[from - 1] || before.text === "'s" || before.text === '’s') return false
  return CLAUSAL.test(before.lower) || /^(?:[,;:“"]|and|but|or|yet|said|says|say)$/.test(before.lower)
}

/** "Peru, faced with a drought, has agreed": what stands between two commas before the verb is passed over where it begins like an insertion. */
function beforeInsertion({ tokens }: Stage, sentence: Sentence, at: number): number {
  if (tokens[at]?.text !== ',') return at
  for (let back = at - 1; back > sentence.from && back > at - 26; back--) {
    if (tokens[back]?.text !== ',') continue
    const opens = tokens[back + 1]
    const inserted =
      opens &&
      (/^(?:who|which|along|according|whose)$/.test(opens.lower) || opens.pos === 'ADP' || (opens.pos === 'VERB' && /(?:ed|ing|en)$/.test(opens.lower)))
    return inserted ? back - 1 : at
  }
  return at
}

/** The actor a relative pronoun stands for: right before it, a comma aside. */
function antecedentOf(stage: Stage, at: number): Argument | undefined {
  return stage.at[stage.tokens[at - 1]?.text === ',' ? at - 2 : at - 1]
}

/** Whether an argument after this token is a subject rather than an object. */
function isSubjectAfter(before: Token): boolean {
  if (before.pos === 'VERB') return SAYING.has(before.lemma)
  if (before.pos === 'ADP') return /^(?:as|after|before|since|until|while|because|that|if)$/.test(before.lower)
  return before.pos !== 'AUX' || RELATIVE.has(before.lower)
}

/** Words that begin what stands outside the object. */
const OUTSIDE = new Set('after before during since amid despite following until because when while though although if unless'.split(' '))
const OWNING = /^(?:his|her|its|their|our|my|your)$/

/** What stands after the verb, where `through` past the infinitive that tells what is offered or refused: the first argument with the word before it, before the clause ends. */
export function objectOf(
  stage: Stage,
  sentence: Sentence,
  after: number,
  through = false,
  reach = through ? 22 : 14,
): { argument: Argument; link: string } | undefined {
  for (let at = after; at < sentence.to && at < after + reach; at++) {
    const argument = stage.at[at]
    if (argument && argument.from >= after) {
      if (argument.to - argument.from === 1 && OWNING.test(stage.tokens[at]?.lower ?? '')) continue
      const before = stage.tokens[argument.from - 1]
      const article = before !== undefined && /^(?:the|a|an)$/.test(before.lower)
      const link = stage.tokens[argument.from - (article ? 2 : 1)]
      const counted = link && (link.lower === 'than' || (link.lower === 'to' && stage.tokens[link.index - 1]?.lower === 'up'))
      return { argument, link: link && !counted && link.index >= after && (link.pos === 'ADP' || link.lower === 'to') ? link.lower : '' }
    }
    const token = stage.tokens[at] as Token
    if (through && token.lower === 'that') continue
    if (STOPS.has(token.text) || token.text === ',' || (token.pos === 'SCONJ' && token.lower !== 'as') || RELATIVE.has(token.lower) || OUTSIDE.has(token.lower))
      return undefined
    if (through && token.pos === 'VERB' && stage.tokens[at - 1]?.lower === 'to') continue
    if (token.pos === 'VERB' && at > after && !/(?:ed|ing)$/.test(token.lower)) return undefined
  }
  return undefined
}
