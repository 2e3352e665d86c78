import type { Mention, Reading, Sentence, Span } from '#model'
import { readRoleNouns, type Entry } from '../lexicon.ts'
import type { Draft, Roll } from '../roll.ts'
import type { Naming } from './naming.ts'
import type { Phrase } from './phrases.ts'
import { mostNamed, resolveSides } from './sides.ts'

/** What resolving one phrase needs to know of the report. */
export interface Desk {
  readonly reading: Reading
  readonly roll: Roll
  readonly naming: Naming
  /** Full names of persons by their last and first words. */
  readonly persons: ReadonlyMap<string, readonly string[]>
}

const PLACE_WORDS = new Set('in at near outside around across to toward towards from through into via leave reach inside'.split(' '))
/** Nouns that say too little when nothing stands with them. */
const EMPTY = new Set('person man woman child player member head chief chair state nation unit column community public side party power leader general party group office agency team campaign church hospital board chamber channel network daily force source national mission movement father parent owner operator justice country company firm contractor family population friend crew minority colleague ally relative'.split(' '))
const SPOKES = /^spokes/

/** The words of a phrase. */
export function spanOf(desk: Desk, from: number, to: number): Span {
  const { tokens } = desk.reading
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0]
}

/** The words from one token to before another, white space made one. */
export function wordsOf(desk: Desk, from: number, to: number): string {
  const [start, end] = spanOf(desk, from, to)
  return desk.reading.report.text.slice(start, end).replace(/\s+/g, ' ')
}

/** The actor of a phrase; its mention is noted unless it is part of a larger one that says the same. */
export function resolvePhrase(desk: Desk, phrase: Phrase, sentence: Sentence): Draft | undefined {
  if (phrase.role) return resolveRole(desk, phrase, sentence)
  return phrase.head.type === 'name' ? resolveName(desk, phrase, phrase.head.entry, sentence) : resolveOwned(desk, phrase)
}

/** A run of capitalised words, with what stands right before it as its owner. */
function resolveOwned(desk: Desk, phrase: Phrase): Draft | undefined {
  const draft = resolveRun(desk, phrase)
  if (draft?.kind === 'person' && phrase.owner?.head.type === 'name') {
    const owner = enterEntry(desk, phrase.owner.head.entry)
    if (!draft.of && owner !== draft) draft.of = owner
  }
  return draft
}

/** A known name: the actor its row gives; a seat of government is a place where the words put something there. */
function resolveName(desk: Desk, phrase: Phrase, entry: Entry, sentence: Sentence): Draft {
  const { roll } = desk
  const { from, to } = phrase.head
  const words = wordsOf(desk, from, to)
  const span = spanOf(desk, from, to)
  if (phrase.owner) return resolveCaucus(desk, phrase, phrase.owner, entry)
  if (entry.form === 'metonym' && isPlaceHere(desk, phrase, sentence)) {
    const state = enterEntry(desk, { ...entry, form: 'name' })
    const place = roll.enter(`place:${words.toLowerCase()}`, words, 'place', state)
    roll.spot(place, span, 'name', from, words)
    return place
  }
  const region = entry.form === 'name' && (entry.kind === 'state' || entry.kind === 'place') ? partOfCountry(desk, phrase, entry) : undefined
  if (region) return region
  const draft = enterEntry(desk, entry)
  const isAdjective = entry.form === 'adjective'
  roll.spot(draft, span, entry.form === 'metonym' ? 'metonym' : 'name', from, isAdjective ? undefined : words)
  if (isAdjective) draft.count--
  return draft
}

/** "Senate Liberals": a group of the party. */
function resolveCaucus(desk: Desk, phrase: Phrase, chamber: Phrase, entry: Entry): Draft {
  const party = enterEntry(desk, entry)
  const { from } = chamber.head
  const words = wordsOf(desk, from, phrase.head.to)
  const draft = desk.roll.enter(`group:${words.toLowerCase()}`, words, 'group', party)
  desk.roll.spot(draft, spanOf(desk, from, phrase.head.to), 'name', from, words)
  return draft
}

/** "eastern Ukraine", "the south of Chile" by its first form: a place of its own, of the state. */
function partOfCountry(desk: Desk, { head }: Phrase, entry: Entry): Draft | undefined {
  const before = desk.reading.tokens[head.from - 1]
  if (!before || !/^(?:north|south|east|west|central|north(?:east|west)|south(?:east|west))(?:ern)?$/.test(before.lower)) return undefined
  const owner = enterEntry(desk, entry)
  const words = wordsOf(desk, head.from - 1, head.to)
  const draft = desk.roll.enter(`place:${words.toLowerCase()}`, words, 'place', owner.kind === 'state' ? owner : owner.of)
  desk.roll.spot(draft, spanOf(desk, head.from - 1, head.to), 'name', head.from, words)
  return draft
}

function enterEntry({ roll }: Desk, entry: Entry): Draft {
  const owner = entry.of === undefined ? undefined : (roll.drafts.get(`known:${entry.of}`) ?? roll.enter(`known:${entry.of}`, entry.of, 'state'))
  const draft = roll.enter(`known:${entry.name}`, entry.name, entry.kind, owner)
  if (entry.wikidata !== undefined) draft.wikidata = entry.wikidata
  for (const noun of entry.noun?.split('|') ?? []) roll.call(noun, draft)
  if (entry.kind === 'state') {
    roll.call('country', draft)
    const direction = /^(North|South|East|West) /.exec(entry.name)?.[1]
    if (direction) roll.call(`the ${direction.toLowerCase()}`, draft)
  }
  return draft
}

function isPlaceHere({ reading }: Desk, { head }: Phrase, sentence: Sentence): boolean {
  const { tokens } = reading
  const before = tokens[head.from - 1]
  const after = tokens[head.to]
  if (head.from === sentence.from && /^(?:\(|-|–|—|:|,)$/.test(after?.text ?? '') && /^\p{Lu}+$/u.test(tokens[head.from]?.text ?? '')) return true
  if (after?.pos === 'NOUN' && after.start === (tokens[head.to - 1]?.end ?? 0) + 1 && !readRoleNouns().has(after.lower)) return true
  return head.from > sentence.from && PLACE_WORDS.has(before?.lemma ?? '') && !/^['’]s$/.test(after?.text ?? '')
}

/** A run of capitalised words: a person by the full name that the report gives, an organisation, a place, or nobody. */
function resolveRun(desk: Desk, phrase: Phrase, asPerson = false): Draft | undefined {
  const { roll, naming } = desk
  const words = naming.words(phrase)
  const half = phrase.det === 'the' ? roll.recall(`the ${words.toLowerCase()}`) : undefined
  if (half) {
    roll.spot(half, spanOf(desk, phrase.head.from - 1, phrase.head.to), 'name', phrase.head.from, wordsOf(desk, phrase.head.from - 1, phrase.head.to))
    return half
  }
  const full = fullName(desk, words)
  const kind = asPerson ? 'person' : naming.kindOf(phrase, full !== undefined)
  if (!kind) return undefined
  const { from, to } = phrase.head
  const draft = kind === 'person' ? enterPerson(desk, words, full) : (roll.recall(`name:${words.toLowerCase()}`) ?? roll.enter(`${kind}:${words.toLowerCase()}`, words, kind))
  if (kind === 'organisation') callByName(desk, draft, words)
  if (!asPerson) roll.spot(draft, spanOf(desk, from, to), 'name', from, words)
  return draft
}

/** "United Dock Workers" may be called the union, "Harbour Bank" the bank: by its own last noun. */
function callByName({ roll }: Desk, draft: Draft, words: string): void {
  roll.call(`name:${words.toLowerCase()}`, draft)
  const last = words.split(' ').at(-1)?.toLowerCase() ?? ''
  const noun = /^(?:motors?|corp\.?|inc\.?|holdings|airlines|airways|industries|co\.?|ltd\.?|plc|ag|energy|steel)$/.test(last) ? 'company' : last === 'workers' ? 'union' : last
  roll.call(noun, draft)
}

function fullName({ roll, persons }: Desk, words: string): string | undefined {
  if (words.includes(' ') && persons.has(`=${words.toLowerCase()}`)) return words
  const key = words.toLowerCase()
  const called = roll.recall(`person:${key}`)
  if (called) return called.name
  return persons.get(key)?.[0]
}

function enterPerson({ roll }: Desk, words: string, full: string | undefined): Draft {
  const name = full ?? words
  const draft = roll.enter(`person:${name.toLowerCase()}`, name, 'person')
  const parts = name.toLowerCase().split(' ')
  for (const part of [parts[0] as string, parts.at(-1) as string, name.toLowerCase()]) roll.call(`person:${part}`, draft)
  return draft
}

function resolveRole(desk: Desk, phrase: Phrase, sentence: Sentence): Draft | undefined {
  const sides = phrase.owner || phrase.person ? undefined : resolveSides(desk, phrase)
  if (sides) return sides
  const draft = resolveHead(desk, phrase, sentence)
  for (const other of phrase.others) resolvePhrase(desk, other, sentence)
  return draft
}

function resolveHead(desk: Desk, phrase: Phrase, sentence: Sentence): Draft | undefined {
  if (isNamedBody(desk, phrase)) return resolveBody(desk, phrase)
  const owner = phrase.owner ? resolveOwner(desk, phrase.owner, sentence) : undefined
  if (phrase.person) return resolveTitled(desk, phrase, phrase.person, owner)
  if (phrase.about) return resolveApposition(desk, phrase, phrase.about, owner)
  const draft = actorOfRole(desk, phrase, owner)
  if (!draft) return undefined
  spotPhrase(desk, phrase, draft, 'description')
  return draft
}

/** "Harbour Bank", "Northern Transport Union": capitals up to a body's own noun. */
function isNamedBody({ reading }: Desk, { role, owner, head }: Phrase): boolean {
  if (role?.type !== 'body' || role.plural || owner?.head.type !== 'run' || owner.head.to !== head.from) return false
  return /^\p{Lu}/u.test(reading.tokens[head.from]?.text ?? '')
}

function resolveBody(desk: Desk, phrase: Phrase): Draft {
  const from = phrase.owner?.head.from ?? phrase.head.from
  const { to } = phrase.head
  const words = wordsOf(desk, from, to)
  const draft = desk.roll.recall(`name:${words.toLowerCase()}`) ?? desk.roll.enter(`organisation:${words.toLowerCase()}`, words, 'organisation')
  const state = phrase.owner?.owner?.head.type === 'name' ? enterEntry(desk, phrase.owner.owner.head.entry) : undefined
  if (state && !draft.of && state.kind !== 'place') draft.of = state
  callByName(desk, draft, words)
  desk.roll.spot(draft, spanOf(desk, from, phrase.to), 'name', from, words)
  return draft
}

/** An owner: a bare noun ("union leaders") belongs to what the noun called last, or to nobody. */
function resolveOwner(desk: Desk, owner: Phrase, sentence: Sentence): Draft | undefined {
  const { role } = owner
  const possessive = /^['’]/.test(desk.reading.tokens[owner.to]?.text ?? '')
  if (role && !owner.owner && !owner.described && !possessive && !owner.person) {
    const called = desk.roll.recall(role.noun)
    if (called) desk.roll.spot(called, spanOf(desk, owner.head.from, owner.head.to), 'description', owner.head.from, wordsOf(desk, owner.head.from, owner.head.to))
    return called
  }
  return resolvePhrase(desk, owner, sentence)
}

function spotPhrase(desk: Desk, phrase: Phrase, draft: Draft, form: Mention['form']): void {
  const { roll, reading } = desk
  const from = detFrom(desk, phrase)
  roll.spot(draft, spanOf(desk, from, phrase.to), form, phrase.head.from, wordsOf(desk, from, phrase.to))
  if (phrase.role) {
    roll.call(phrase.role.noun, draft)
    const last = reading.tokens[phrase.head.to - 1]?.lemma ?? ''
    if (last !== phrase.role.noun) roll.call(last, draft)
  }
}

/** Where the words begin once a leading article is counted in. */
export function detFrom({ reading }: Desk, phrase: Phrase): number {
  const before = reading.tokens[phrase.from - 1]
  return phrase.det === 'none' && before !== undefined && /^(?:the|a|an)$/.test(before.lower) ? phrase.from - 1 : phrase.from
}

/** Where the words begin without article. */
function bareFrom({ reading }: Desk, phrase: Phrase): number {
  return /^(?:the|a|an|this|that|these|those|his|her|its|their|our)$/.test(reading.tokens[phrase.from]?.lower ?? '') ? phrase.from + 1 : phrase.from
}

function addRole(desk: Desk, draft: Draft, phrase: Phrase, owner: Draft | undefined, end: number): void {
  const from = bareFrom(desk, phrase)
  const span = spanOf(desk, from, end)
  if (!draft.roles.some(role => role.span[0] === span[0])) draft.roles.push({ title: wordsOf(desk, from, end), span })
  if (owner && !draft.of && owner !== draft) draft.of = owner
  if (!phrase.role) return
  const office = owner && phrase.role.type === 'post' ? desk.roll.recall(phrase.role.noun, owner, one => one.kind === 'office' && one.of === owner) : undefined
  if (office && office !== draft) desk.roll.merge(office, draft)
  desk.roll.call(phrase.role.noun, draft)
  const last = phrase.role.noun.split(' ').at(-1) as string
  if (last !== phrase.role.noun && !/^(?:vice|deputy|former|assistant)/.test(phrase.role.noun)) desk.roll.call(last, draft)
}

function resolveTitled(desk: Desk, phrase: Phrase, person: Phrase, owner: Draft | undefined): Draft | undefined {
  if (phrase.role?.type === 'body' || phrase.role?.type === 'outlet') return resolveCarrier(desk, phrase, person)
  const draft = person.head.type === 'name' ? enterEntry(desk, person.head.entry) : resolveRun(desk, person, true)
  if (!draft) return undefined
  const commaed = person.from > phrase.head.to
  addRole(desk, draft, phrase, owner, commaed ? phrase.to : phrase.head.to)
  const { from, to } = person.head
  const words = person.head.type === 'run' ? desk.naming.words(person) : wordsOf(desk, from, to)
  if (commaed) spotPhrase(desk, phrase, draft, 'title')
  desk.roll.spot(draft, spanOf(desk, commaed ? from : detFrom(desk, phrase), to), 'name', from, words)
  return draft
}

/** "automaker Ford": the body by its name, which its noun may call from now on. */
function resolveCarrier(desk: Desk, phrase: Phrase, name: Phrase): Draft {
  const { roll } = desk
  const { from, to } = name.head
  const words = wordsOf(desk, from, to)
  const kind = phrase.role?.kind ?? 'organisation'
  const draft = name.head.type === 'name' ? enterEntry(desk, name.head.entry) : (roll.recall(`name:${words.toLowerCase()}`) ?? roll.enter(`${kind}:${words.toLowerCase()}`, words, kind))
  if (name.head.type === 'run') callByName(desk, draft, words)
  const start = detFrom(desk, phrase)
  roll.spot(draft, spanOf(desk, start, to), 'name', from, words)
  if (phrase.role) roll.call(phrase.role.noun, draft)
  return draft
}

function resolveApposition(desk: Desk, phrase: Phrase, about: Phrase, owner: Draft | undefined): Draft | undefined {
  const draft = about.head.type === 'name' ? enterEntry(desk, about.head.entry) : resolveRun(desk, about, true)
  if (!draft) return undefined
  addRole(desk, draft, phrase, owner, phrase.to)
  spotPhrase(desk, phrase, draft, 'title')
  return draft
}

/** The actor that a description without a person's name stands for. */
function actorOfRole(desk: Desk, phrase: Phrase, owner: Draft | undefined): Draft | undefined {
  const role = phrase.role as NonNullable<Phrase['role']>
  const { roll } = desk
  const definite = phrase.det === 'the' || phrase.det === 'pronoun'
  const described = phrase.described || (phrase.owner !== undefined && !owner)
  if (owner && owner.nouns.has(role.noun) && phrase.owner?.head.type === 'name' && phrase.owner.head.to === phrase.head.from) return owner
  if (role.type === 'government' && owner?.kind === 'state' && role.noun !== 'leadership') return owner
  if (role.type === 'military' && role.noun !== 'police' && owner?.kind === 'state') return enterMilitary(desk, phrase, owner)
  if (role.type === 'force' && owner?.kind === 'state') return enterMilitary(desk, phrase, owner)
  if (definite && !described) {
    const fits = (draft: Draft): boolean => fitsNumber(draft, role)
    const recalled = roll.recall(role.noun, owner?.kind === 'place' ? undefined : owner, fits)
    if (recalled) return recalled
    const unowned = owner && role.type === 'post' && !role.plural ? roll.recall(role.noun, undefined, draft => draft.kind === 'person' && !draft.of) : undefined
    if (unowned) {
      unowned.of = owner as Draft
      return unowned
    }
    if (role.noun === 'government' && !role.plural) {
      const state = mostNamed(desk.roll, draft => draft.kind === 'state')[0]
      if (state) return state
    }
  }
  if (!owner && !described && !definite && (!role.plural || EMPTY.has(role.noun))) return undefined
  if (!owner && !described && EMPTY.has(role.noun)) return undefined
  return (definite && described && recallLike(desk, phrase)) || enterDescribed(desk, phrase, owner)
}

/** "the local leaders" after "local union leaders": the last so called whose words hold all of these. */
function recallLike(desk: Desk, phrase: Phrase): Draft | undefined {
  const role = phrase.role as NonNullable<Phrase['role']>
  const words = wordsOf(desk, bareFrom(desk, phrase), phrase.to).toLowerCase().split(' ')
  return desk.roll.recall(role.noun, undefined, draft => {
    if (!fitsNumber(draft, role)) return false
    const known = new Set(draft.name.toLowerCase().split(' '))
    return words.every(word => known.has(word)) || (known.size === 1 && role.plural && draft.count > 1)
  })
}

function fitsNumber(draft: Draft, role: NonNullable<Phrase['role']>): boolean {
  return role.plural ? draft.kind === 'group' || draft.kind === 'organisation' : draft.kind !== 'group' || role.kind === 'group' || draft.nouns.has('union') || draft.nouns.has('group')
}

function enterMilitary(desk: Desk, phrase: Phrase, owner: Draft): Draft {
  return desk.roll.enter(`military:${owner.key}`, wordsOf(desk, bareFrom(desk, phrase), phrase.to), 'organisation', owner)
}

function enterDescribed(desk: Desk, phrase: Phrase, owner: Draft | undefined): Draft {
  const role = phrase.role as NonNullable<Phrase['role']>
  const words = wordsOf(desk, bareFrom(desk, phrase), phrase.to)
  const kind = role.plural && role.kind !== 'organisation' ? 'group' : role.type === 'post' && phrase.det === 'a' && !SPOKES.test(role.noun) ? 'person' : role.plural && role.type === 'body' ? 'group' : role.kind
  const key = words.toLowerCase().replace(/^(?:(?:some|several|many|two|three|four|five|the|most|other|all|more|than|about|[\d,.]+) )+/, '').replace(/['’]s? /g, ' ')
  return desk.roll.enter(`${role.plural ? 'group' : 'one'}:${key}`, words, kind === 'state' ? 'organisation' : kind, owner)
}
