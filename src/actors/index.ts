import type { Cast, Id, KnownActor, Mention, Reading, Sentence, Span } from '#model'
import { Naming } from './en/naming.ts'
import { plainName } from './en/names.ts'
import { callsPerson, type Phrase } from './en/phrase.ts'
import { findPhrases } from './en/phrases.ts'
import { leanAfter, leanOf, leanOfName, type Lean } from './en/gender.ts'
import { quotedTokens, resolvePronoun } from './en/pronouns.ts'
import type { Desk } from './en/desk.ts'
import { resolvePhrase } from './en/resolve.ts'
import { pairSpeakers } from './en/sides.ts'
import { capitalsInside, cutUnits, isTitle } from './en/units.ts'
import { readLexicon } from './lexicon.ts'
import { Roll, type Spotted } from './roll.ts'

interface Found {
  readonly sentence: Sentence
  readonly phrases: readonly Phrase[]
  /** Set like a title: its capitals say nothing. */
  readonly title: boolean
}

/** Finds every actor of a report and every mention of one: in order of first mention, mentions in reading order, the longer first. */
export function findActors(reading: Reading, known: readonly KnownActor[]): Cast {
  const lexicon = readLexicon(known)
  const titles = reading.sentences.map(sentence => isTitle(reading, sentence))
  const inside = capitalsInside(reading, titles)
  const naming = new Naming(reading, inside)
  const found = reading.sentences.map((sentence, at) => ({
    sentence,
    title: titles[at] === true,
    phrases: findPhrases(reading.tokens, cutUnits(reading, sentence, lexicon, inside)),
  }))
  const leans = new Map<string, Lean>()
  const persons = countRuns(reading, found, naming, leans)
  const roll = new Roll()
  const desk = { reading, roll, naming, persons, leans }
  resolveAll(desk, found)
  return toCast(roll, reading.report.id)
}

/** Resolves phrases and pronouns sentence by sentence, as they are read. */
function resolveAll(desk: Desk, found: readonly Found[]): void {
  const { reading, roll } = desk
  const quoted = quotedTokens(reading)
  let before: Spotted[] = []
  for (const { sentence, phrases, title } of found) {
    const start = roll.spotted.length
    let at = sentence.from
    const readPronouns = (to: number): void => {
      for (; at < to; at++) {
        if (quoted[at] || reading.tokens[at]?.pos !== 'PRON') continue
        resolvePronoun(reading, roll, sentence, at, { here: roll.spotted.slice(start), before })
      }
    }
    for (const phrase of inOrder(phrases)) {
      if (phrase.inside) continue
      readPronouns(phrase.from)
      if (title && phrase.head.type === 'run') resolveInTitle(desk, phrase, sentence)
      else resolvePhrase(desk, phrase, sentence)
      at = Math.max(at, phrase.to)
    }
    readPronouns(sentence.to)
    pairSpeakers(desk, roll.spotted.slice(start), sentence.to)
    if (roll.spotted.length > start) before = roll.spotted.slice(start)
  }
}

/** Of a run in a title only the words that the text names elsewhere are a name. */
function resolveInTitle(desk: Desk, phrase: Phrase, sentence: Sentence): void {
  const { from, to } = phrase.head
  for (let start = from; start < to; start++) {
    for (let end = to; end > start; end--) {
      const part: Phrase = { ...phrase, from: start, to: end, head: { type: 'run', from: start, to: end } }
      if (!desk.naming.knows(part) && !desk.persons.has(desk.naming.words(part).toLowerCase())) continue
      resolvePhrase(desk, part, sentence)
      return
    }
  }
}

function inOrder(phrases: readonly Phrase[]): Phrase[] {
  return [...phrases].sort((a, b) => a.from - b.from || b.to - a.to)
}

/** Counts the signs about each run and gathers the full names of persons by their first and last words. */
function countRuns(reading: Reading, found: readonly Found[], naming: Naming, leans: Map<string, Lean>): Map<string, string[]> {
  const persons = new Map<string, string[]>()
  for (const { phrases, title } of found) {
    if (title) continue
    const titled = new Set(phrases.flatMap(phrase => (callsPerson(phrase) ? [phrase.person, phrase.about] : [])))
    const bodies = new Set(phrases.map(phrase => (callsPerson(phrase) ? undefined : phrase.about)))
    for (const phrase of phrases) {
      if (phrase.head.type !== 'run') continue
      naming.count(phrase, titled.has(phrase), bodies.has(phrase))
    }
  }
  for (const { phrases, sentence } of found) {
    for (const phrase of phrases) {
      if (phrase.head.type !== 'run') {
        if (phrase.role && phrase.person?.head.type === 'run') addLean(leans, naming.words(phrase.person), leanOf(phrase.role.noun))
        continue
      }
      const words = naming.words(phrase)
      const parts = words.toLowerCase().split(' ')
      if (parts.length > 1) lean(leans, reading, phrase, sentence, words)
      if (parts.length < 2 || persons.has(`=${words.toLowerCase()}`) || naming.kindOf(phrase, false) !== 'person') continue
      for (const key of [parts[0] as string, parts.at(-1) as string, `=${words.toLowerCase()}`, plainName(words)])
        persons.set(key, [...(persons.get(key) ?? []), words])
    }
  }
  return persons
}

/** Notes by which pronoun a person of this full name is called. */
function lean(leans: Map<string, Lean>, { tokens }: Reading, phrase: Phrase, sentence: Sentence, words: string): void {
  addLean(leans, words, leanOfName(tokens, phrase) || leanAfter(tokens, phrase.head.to, sentence.to))
}

function addLean(leans: Map<string, Lean>, words: string, by: Lean): void {
  if (by !== 0) leans.set(words.toLowerCase(), (leans.get(words.toLowerCase()) ?? 0) + by)
}

function toCast(roll: Roll, report: string): Cast {
  const { actors, ids } = roll.actors(report)
  const mentions: Mention[] = []
  const order = roll.spotted.map((one, at) => ({ one, at })).sort((a, b) => a.one.span[0] - b.one.span[0] || b.one.span[1] - a.one.span[1] || a.at - b.at)
  for (const {
    one: { span, draft, form },
  } of order) {
    const actor = ids.get(draft)
    if (actor && !isNoted(mentions, span, actor)) mentions.push({ span, form, actor })
  }
  return { actors, mentions }
}

/** Whether the last mentions at this very place name the actor already. */
function isNoted(mentions: readonly Mention[], span: Span, actor: Id<'actor'>): boolean {
  for (let at = mentions.length - 1; at >= 0; at--) {
    const mention = mentions[at]
    if (!mention || mention.span[0] !== span[0] || mention.span[1] !== span[1]) return false
    if (mention.actor === actor) return true
  }
  return false
}
