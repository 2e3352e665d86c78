import type { Sentence, Example } from '#model'
import { isUpper, readRoleNouns, type Entry } from '../lexicon.ts'
import { BODY } from './body.ts'
import type { Draft } from '../roll.ts'
import { spanOf, wordsOf, type Desk } from './desk.ts'
import { leanOfName, SURE, type Lean } from './gender.ts'
import type { Phrase } from './phrase.ts'
import { spotTogether } from './sides.ts'
import { partyOf } from './units.ts'

export const examples: readonly Example[] = [
  {
    text: 'Lima said Peru would wait. Envoys arrived in Lima.',
    list: 'actors',
    rule: 'actors',
    finds: ['Peru state = Lima = Peru', 'Envoys group = Envoys', 'Lima place of Peru = Lima'],
  },
  {
    text: 'Mr. Berg spoke with Anna Holm. Holm thanked Berg.',
    list: 'actors',
    rule: 'actors',
    finds: ['Berg person = Berg', 'Anna Holm person = Anna Holm = Holm'],
  },
  {
    text: 'The River Liberation Front denied it. The Front has its own envoys.',
    list: 'actors',
    rule: 'actors',
    finds: ['River Liberation Front organisation = River Liberation Front = Front', 'own envoys group = its own envoys'],
  },
  {
    text: "Pilots at Harbour Air struck. Their union, the Skyward Pilots' Guild, said the carrier had not called. Harbour Air pilots wait.",
    list: 'actors',
    rule: 'actors',
    finds: [
      'Harbour Air organisation = Harbour Air = the carrier',
      'Pilots at Harbour Air group = Pilots at Harbour Air = Harbour Air pilots',
      "Skyward Pilots' Guild organisation = Their union = Skyward Pilots' Guild",
    ],
  },
  { text: 'They met on Monday under the River Treaty.', list: 'actors', rule: 'actors', finds: [] },
]

const PLACE_WORDS = new Set('in at near outside around across to toward towards from through into via leave reach inside'.split(' '))

/** A known name: the actor its row gives; a seat of government is a place where the words put something there. */
export function resolveName(desk: Desk, phrase: Phrase, entry: Entry, sentence: Sentence): Draft {
  const { roll } = desk
  const { from, to } = phrase.head
  const words = wordsOf(desk, from, to)
  const span = spanOf(desk, from, to)
  if (phrase.owner) return resolveCaucus(desk, phrase, phrase.owner.head.from, entry)
  if (phrase.from < from) return resolveCaucus(desk, phrase, phrase.from, entry)
  const member = memberOf(desk, phrase, entry)
  if (member) return member
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

/** "the Quebec Liberal": the person of the party who was named last. */
function memberOf({ reading, roll }: Desk, { head }: Phrase, entry: Entry): Draft | undefined {
  const { tokens } = reading
  const [article, place] = [tokens[head.from - 2], tokens[head.from - 1]]
  if (
    entry.noun !== 'party' ||
    article?.lower !== 'the' ||
    !isUpper(place?.text ?? '') ||
    tokens[head.to - 1]?.lower.endsWith('s') ||
    isUpper(tokens[head.to]?.text ?? '')
  )
    return undefined
  let last: Draft | undefined
  for (const draft of roll.drafts.values()) if (draft.kind === 'person' && draft.of?.name === entry.name && draft.last > (last?.last ?? -1)) last = draft
  if (last)
    roll.spot(
      last,
      [article.start, tokens[head.to - 1]?.end ?? article.end],
      'description',
      head.from,
      reading.report.text.slice(article.start, tokens[head.to - 1]?.end),
    )
  return last
}

/** "Senate Liberals", "some Peruvians": a group of the party or people. */
function resolveCaucus(desk: Desk, phrase: Phrase, from: number, entry: Entry): Draft {
  const party = enterEntry(desk, entry)
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
  const draft = desk.roll.enter(`place:${words.toLowerCase().replace('ern ', ' ')}`, words, 'place', owner.kind === 'state' ? owner : owner.of)
  desk.roll.spot(draft, spanOf(desk, head.from - 1, head.to), 'name', head.from, words)
  return draft
}

/** The actor of a row, entered if it is new, with the nouns that may call it. */
export function enterEntry({ roll }: Desk, entry: Entry): Draft {
  const owner =
    entry.of === undefined ? undefined : (roll.drafts.get(`known:${entry.of}`) ?? roll.enter(`known:${entry.of}`, entry.of, entry.ofKind ?? 'state'))
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
export function resolveRun(desk: Desk, phrase: Phrase, asPerson = false): Draft | undefined {
  const { roll, naming } = desk
  const words = naming.words(phrase)
  const half = phrase.det === 'the' ? roll.recall(`the ${words.toLowerCase()}`) : undefined
  if (half) {
    roll.spot(half, spanOf(desk, phrase.head.from - 1, phrase.head.to), 'name', phrase.head.from, wordsOf(desk, phrase.head.from - 1, phrase.head.to))
    return half
  }
  const pair = resolveNamesakes(desk, phrase, words) ?? resolveShort(desk, phrase, words) ?? resolveLast(desk, phrase, words)
  if (pair) return pair
  const lean = leanOfName(desk.reading.tokens, phrase)
  const full = fullName(desk, words, lean)
  const kind = asPerson ? 'person' : naming.kindOf(phrase, full !== undefined)
  if (!kind) return undefined
  const { from, to } = phrase.head
  const short = asPerson ? undefined : roll.recall(`name:${words.toLowerCase()}`)
  const draft =
    kind === 'person' && !short
      ? enterPerson(desk, words, full, lean)
      : (short ?? roll.recall(`name:${words.toLowerCase()}`) ?? roll.enter(`${kind}:${words.toLowerCase()}`, words, kind))
  if (kind === 'organisation') callByName(desk, draft, words)
  if (kind === 'organisation' && naming.isFirm(words)) roll.call('company', draft)
  if (phrase.head.type === 'run' && phrase.head.of) draft.of ??= enterEntry(desk, { ...phrase.head.of, form: 'name' })
  if (!asPerson) roll.spot(draft, spanOf(desk, from, to), 'name', from, words)
  return draft
}

/** A run of capitalised words, with what stands right before it as its owner. */
export function resolveOwned(desk: Desk, phrase: Phrase): Draft | undefined {
  const draft = resolveRun(desk, phrase)
  if (draft?.kind === 'organisation') joinLeader(desk, draft, phrase.head.from)
  if (draft?.kind === 'person') joinParty(desk, draft, phrase.head.to)
  if (draft?.kind === 'person' && phrase.owner?.head.type === 'name') {
    const owner = enterEntry(desk, phrase.owner.head.entry)
    if (!draft.of && owner !== draft) draft.of = owner
  }
  return draft
}

/** "Ann Other's New Harbour", "Ann Other, whose Harbour Party": the person right before belongs to the party or body. */
export function joinLeader({ roll, reading: { tokens } }: Desk, body: Draft, from: number): void {
  const whose = tokens[from - 1]?.lower === 'whose' && tokens[from - 2]?.text === ','
  if (!whose && !/^['’]s?$/.test(tokens[from - 1]?.text ?? '')) return
  const end = tokens[from - (whose ? 3 : 2)]?.end
  const person = roll.spotted.findLast(one => one.span[1] === end && one.form === 'name')?.draft
  if (person?.kind === 'person') person.of ??= body
}

/** "Ann Other, R-Ind.," or "(D)": a legislator belongs to the party of the letter after the name, unless told of before. */
export function joinParty(desk: Desk, draft: Draft, after: number): void {
  const party = partyOf(desk.reading.tokens, after + 1)
  if (party !== undefined && !draft.of) draft.of = enterEntry(desk, { name: party, kind: 'organisation', form: 'name', noun: 'party' })
}

/** "the two Koreas": the states whose last name it is. */
function resolveNamesakes({ roll, reading }: Desk, phrase: Phrase, words: string): Draft | undefined {
  const before = reading.tokens[phrase.head.from - 1]?.lower ?? ''
  if (!words.endsWith('s') || !/^(?:two|both)$/.test(before)) return undefined
  const members = [...roll.drafts.values()].filter(draft => draft.kind === 'state' && draft.name.endsWith(` ${words.slice(0, -1)}`))
  if (members.length !== 2) return undefined
  const from = phrase.head.from - 1
  return spotTogether(roll, members, [reading.tokens[from]?.start ?? 0, reading.tokens[phrase.head.to - 1]?.end ?? 0], from, `${before} ${words}`)
}

/** "the Dock Workers Union (DWU)", "the union, or DWU,": letters that stand for the body named right before them. */
function resolveShort({ roll, reading: { tokens } }: Desk, { head: { from, to } }: Phrase, words: string): Draft | undefined {
  if (to - from > 1 || !/^\p{Lu}.*\p{Lu}/u.test(words)) return undefined
  const before = tokens[from - 1]
  const bracketed = before?.text === '(' && /^[),;]$/.test(tokens[to]?.text ?? '')
  if (!bracketed && !(before?.lower === 'or' && tokens[from - 2]?.text === ',' && tokens[to]?.text === ',')) return undefined
  const end = tokens[from - (bracketed ? 2 : 3)]?.end
  const body = roll.spotted.findLast(one => one.span[1] === end && one.draft.kind === 'organisation')?.draft
  if (!body) return undefined
  roll.call(`name:${words.toLowerCase()}`, body)
  roll.spot(body, [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0], 'name', from, words)
  return body
}

/** "the Front" after "River Liberation Front": a body called by the last word of its name. */
function resolveLast(desk: Desk, { head }: Phrase, words: string): Draft | undefined {
  const article = /^the$/i.test(desk.reading.tokens[head.from - 1]?.text ?? '')
  if (head.to - head.from > 1 || !(article || BODY.has(words.toLowerCase()))) return undefined
  const body = desk.roll.recall(words.toLowerCase(), undefined, one => one.kind === 'organisation' && one.name.endsWith(` ${words}`))
  if (!body) return undefined
  const from = article ? head.from - 1 : head.from
  desk.roll.spot(body, spanOf(desk, from, head.to), 'name', head.from, words)
  return body
}

/** "United Dock Workers" may be called the union, "Harbour Bank" the bank: by its own last noun. */
export function callByName({ roll }: Desk, draft: Draft, words: string): void {
  roll.call(`name:${words.toLowerCase()}`, draft)
  const last =
    words
      .replace(/ (?:of|for) .*$/, '')
      .split(' ')
      .at(-1)
      ?.toLowerCase() ?? ''
  for (const noun of NOUNS_OF.get(last)?.split(' ') ?? []) roll.call(noun, draft)
  roll.call(last, draft)
  if (!isUnion(words, last)) return
  const unnamed = roll.drafts.get('one:union')
  if (unnamed && unnamed !== draft && !unnamed.of && !draft.nouns.has('union')) roll.merge(unnamed, draft)
  roll.call('union', draft)
}

/** The nouns that may call a body whose name ends in this word. */
const NOUNS_OF: ReadonlyMap<string, string> = new Map([
  ...'motor motors'.split(' ').map(word => [word, 'company automaker carmaker'] as const),
  ...'air airlines airways'.split(' ').map(word => [word, 'company airline carrier'] as const),
  ...'corp corp. inc inc. holdings industries co co. ltd ltd. plc ag energy'.split(' ').map(word => [word, 'company'] as const),
  ['steel', 'company steelmaker'],
  ['rail', 'company operator'],
  ['railways', 'company operator'],
])

/** "Skyward Pilots' Guild", "United Dock Workers": a body of people who work. */
function isUnion(words: string, last: string): boolean {
  if (/^(?:union|workers)$/.test(last)) return true
  return /^(?:guild|brotherhood|association|federation|alliance|league|congress)$/.test(last) && WORKING.test(words)
}

const WORKING = /\b(?:labou?r|\p{Lu}\p{Ll}+(?:ers|ists|men|women)|Pilots|Nurses|Musicians|Physicians|Technicians|Stewards|Attendants|Guards|Mechanics)\b/iu

function fullName({ roll, persons, leans }: Desk, words: string, lean: Lean): string | undefined {
  if (words.includes(' ') && persons.has(`=${words.toLowerCase()}`)) return plainest(persons.get(plainName(words)) ?? [], words)
  const key = words.toLowerCase()
  const called = roll.recallMain(`person:${key}`, draft => (draft.lean ?? 0) * lean > -SURE)
  if (called && (called.lean ?? 0) * lean >= 0 && called.name !== words) return called.name
  const names = (persons.get(key) ?? []).filter(name => (leans.get(name.toLowerCase()) ?? 0) * lean > -SURE)
  const other = (name: string): boolean => (roll.drafts.get(`person:${name.toLowerCase()}`)?.lean ?? 0) * lean <= -SURE
  return called?.name ?? names.find(name => !other(name))
}

/** A person's first and last name, by which "Ann B. Other" and "Ann Other" are one. */
export function plainName(words: string): string {
  return `~${words.toLowerCase().replace(/(?: \p{L}\.?)+(?= \p{L}{2})/u, '')}`
}

/** The fullest way of writing a name; names of unlike middle letters are two persons. */
function plainest(forms: readonly string[], words: string): string {
  const middles = new Set(forms.filter(form => plainName(form) !== `~${form.toLowerCase()}`).map(form => form.toLowerCase()))
  return middles.size > 1 ? words : (forms[0] ?? words)
}

function enterPerson({ roll, leans }: Desk, words: string, full: string | undefined, lean: Lean): Draft {
  const name = full ?? words
  const apart = full === undefined && (roll.drafts.get(`person:${name.toLowerCase()}`)?.lean ?? 0) * lean <= -SURE ? `${lean > 0 ? 'Mr.' : 'Ms.'} ` : ''
  const draft = roll.enter(`person:${apart}${name.toLowerCase()}`, `${apart}${name}`, 'person')
  draft.lean = (draft.lean ?? leans.get(name.toLowerCase()) ?? 0) + lean
  const parts = name.toLowerCase().split(' ')
  for (const part of [parts[0] as string, parts.at(-1) as string, name.toLowerCase()]) roll.call(`person:${part}`, draft)
  return draft
}
