import type { Mention, Sentence, Example } from '#model'
import { isIdle, isUpper } from '../lexicon.ts'
import type { Draft } from '../roll.ts'
import { bareFrom, detFrom, spanOf, wordsOf, type Desk } from './desk.ts'
import { callByName, enterEntry, joinLeader, joinParty, resolveName, resolveOwned, resolveRun } from './names.ts'
import { callsPerson, type Phrase } from './phrase.ts'
import { mostNamed, resolveSides } from './sides.ts'

export const examples: readonly Example[] = [
  {
    text: 'Chilean President Ana Soto left. The president said nothing, and Soto did not return.',
    list: 'actors',
    rule: 'actors',
    finds: ['Chile state = ', 'Ana Soto person of Chile = Ana Soto = The president = Soto as Chilean President'],
  },
  {
    text: "Norway freed Ann Berg, the governor told reporters. Sweden's ambassador to the agency, Lena Farrow, thanked a conservation group, Tidewatch.",
    list: 'actors',
    rule: 'actors',
    finds: [
      'Norway state = Norway',
      'Ann Berg person = Ann Berg',
      'governor office = the governor',
      'reporters group = reporters',
      'Sweden state = Sweden',
      "Lena Farrow person of Sweden = Sweden's ambassador = Lena Farrow as Sweden's ambassador",
      'Tidewatch organisation = Tidewatch',
    ],
  },
  {
    text: 'Orlan, an ally of Norway, wrote to the Northern Dawn Brigade. It seized 40 miners in northern Varn and freed three hostages.',
    list: 'actors',
    rule: 'actors',
    finds: [
      'Orlan organisation = Orlan = an ally of Norway',
      'Norway state = Norway',
      'Northern Dawn Brigade organisation = Northern Dawn Brigade',
      '40 miners in northern Varn group = 40 miners in northern Varn',
      'Varn place = Varn',
      'three hostages group = three hostages',
    ],
  },
  {
    text: 'Tidewatch, a conservation group, wrote to the port operator.',
    list: 'actors',
    rule: 'actors',
    finds: ['Tidewatch organisation = Tidewatch = a conservation group', 'port operator organisation = the port operator'],
  },
  {
    text: 'The United Dock Workers called a strike. The union wants higher pay.',
    list: 'actors',
    rule: 'actors',
    finds: ['United Dock Workers organisation = United Dock Workers = The union'],
  },
  {
    text: 'The Dock Workers Union struck again. Its chairwoman, Ana Soto, said so. Rep. Lee Banks, R-Utah, spoke early with the head of the Port Office, Ida Lund, about these matters.',
    list: 'actors',
    rule: 'actors',
    finds: [
      'Dock Workers Union organisation = Dock Workers Union',
      'Ana Soto person of Dock Workers Union = Its chairwoman = Ana Soto as chairwoman',
      'Lee Banks person of Republicans = Lee Banks',
      'Republicans organisation = ',
      'Port Office organisation = Port Office',
      'Ida Lund person of Port Office = the head of the Port Office = Ida Lund as head of the Port Office',
    ],
  },
  {
    text: 'The Peruvian government met the River Liberation Army. The army said it would wait.',
    list: 'actors',
    rule: 'actors',
    finds: ['Peru state = The Peruvian government', 'River Liberation Army organisation = River Liberation Army', 'army organisation of Peru = The army'],
  },
  {
    text: 'Peruvian officials met the Peruvian government.',
    list: 'actors',
    rule: 'actors',
    finds: ['Peru state = the Peruvian government', 'Peruvian officials group of Peru = Peruvian officials'],
  },
  { text: 'A union contract costs money.', list: 'actors', rule: 'actors', finds: [] },
]

/** Nouns that say too little when nothing stands with them. */
const EMPTY = new Set(
  'person man woman child player member head chief chair state nation unit column community public side party power leader general party group office agency team campaign church hospital board chamber channel network daily force national mission movement father parent operator justice country company firm contractor family population friend crew minority colleague ally relative'.split(
    ' ',
  ),
)

/** Of these, those that stand for a party where no other is so called: "the union and the company". */
const EMPLOYER = new Set(['company', 'firm', 'hospital'])

const SPOKES = /^spokes/

/** The actor of a phrase; its mention is noted unless it is part of a larger one that says the same. */
export function resolvePhrase(desk: Desk, phrase: Phrase, sentence: Sentence): Draft | undefined {
  if (phrase.role) return resolveRole(desk, phrase, sentence)
  return phrase.head.type === 'name' ? resolveName(desk, phrase, phrase.head.entry, sentence) : resolveOwned(desk, phrase)
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
  const owner = phrase.owner ? resolveOwner(desk, phrase, phrase.owner, sentence) : undefined
  const possessor = owner ?? ownerOfPronoun(desk, phrase)
  if (phrase.person) return resolveTitled(desk, phrase, phrase.person, possessor)
  if (phrase.about) return resolveApposition(desk, phrase, phrase.about, possessor)
  const led =
    phrase.role?.noun === 'party' && possessor?.kind === 'person' && possessor.of?.kind === 'organisation' && !CHAMBER.test(possessor.of.name)
      ? possessor.of
      : undefined
  const whose = possessor && /^(?:whose|its)$/.test(desk.reading.tokens[phrase.from]?.lower ?? '') ? possessor : owner
  const draft = led ?? actorOfRole(desk, phrase, whose)
  if (!draft) return undefined
  spotPhrase(desk, phrase, draft, 'description')
  return draft
}

/** A house that a legislator sits in is not the party. */
const CHAMBER = /\b(?:Senate|House|Congress|Parliament|Assembly|Council|Knesset|Bundestag)\b/

/** "its chairwoman Ana Soto", "whose spokesman, Lee Kim,": the body or person that the pronoun before a post means, the last one named that fits. */
function ownerOfPronoun({ reading, roll }: Desk, phrase: Phrase): Draft | undefined {
  if (phrase.det !== 'pronoun' || phrase.role?.plural || (phrase.role?.type !== 'post' && phrase.role?.noun !== 'party')) return undefined
  const word = reading.tokens[phrase.from]
  if (!word || !/^(?:its|their|his|her|whose)$/.test(word.lower)) return undefined
  const personal = word.lower === 'his' || word.lower === 'her'
  for (let at = roll.spotted.length - 1; at >= 0; at--) {
    const one = roll.spotted[at]
    if (!one || word.start - one.span[1] > 250) return undefined
    const person = one.draft.kind === 'person' || one.draft.kind === 'office'
    if (one.draft.kind === 'place' || one.draft.kind === 'outlet' || one.draft.members || (word.lower === 'its' && one.draft.key.startsWith('group:'))) continue
    if (word.lower === 'whose' || person === personal) return one.draft
  }
  return undefined
}

/** "Harbour Bank", "Northern Transport Union": capitals up to a body's own noun. */
function isNamedBody({ reading }: Desk, { role, owner, head, titled }: Phrase): boolean {
  if (titled) return true
  const guild = role?.type === 'individual' && role.plural
  const force = role?.type === 'military' || role?.type === 'force'
  if ((!guild && !force && (role?.type !== 'body' || role.plural)) || owner?.head.type !== 'run' || owner.head.to !== head.from) return false
  return /^\p{Lu}/u.test(reading.tokens[head.from]?.text ?? '')
}

function resolveBody(desk: Desk, phrase: Phrase): Draft {
  const before = phrase.owner?.head.type === 'run' && phrase.owner.head.to === phrase.head.from ? phrase.owner.head.from : undefined
  // "House Budget Committee": the chamber that a committee is of belongs to its name.
  const chamber = before !== undefined && /^(?:house|senate)$/.test(desk.reading.tokens[before - 1]?.lower ?? '') ? before - 1 : before
  const from = chamber ?? phrase.head.from
  const to = phrase.titled ? phrase.to : phrase.head.to
  const words = wordsOf(desk, from, to)
  const draft = desk.roll.recall(`name:${words.toLowerCase()}`) ?? desk.roll.enter(`organisation:${words.toLowerCase()}`, words, 'organisation')
  const named = [before === undefined ? phrase.owner : phrase.owner?.owner, ...phrase.others].find(one => one?.head.type === 'name')
  const state = named?.head.type === 'name' ? enterEntry(desk, named.head.entry) : undefined
  if (state && !draft.of && state.kind !== 'place') draft.of = state
  callByName(desk, draft, words)
  joinLeader(desk, draft, from)
  // "Ministry of Works of the Republic of Norland" is "the Ministry of Works" from now on.
  const short = /^(.+? (?:of|for) .+?) of the /.exec(words.toLowerCase())?.[1]
  if (short !== undefined) desk.roll.call(`name:${short}`, draft)
  if (phrase.role) desk.roll.call(phrase.role.noun, draft)
  desk.roll.spot(draft, spanOf(desk, detFrom(desk, phrase), phrase.to), 'name', from, words)
  return draft
}

/** An owner: a bare noun ("union leaders") belongs to what the noun called last, or to nobody. */
function resolveOwner(desk: Desk, phrase: Phrase, owner: Phrase, sentence: Sentence): Draft | undefined {
  const { role } = owner
  if (role && owner.to === phrase.head.from && !/^['’]/.test(desk.reading.tokens[owner.to]?.text ?? '')) owner = withoutRank(desk, owner)
  const possessive = /^['’]/.test(desk.reading.tokens[owner.to]?.text ?? '')
  if (role && !owner.owner && !owner.described && !possessive && !owner.person && owner.from < phrase.head.from) {
    const called = desk.roll.recall(role.noun)
    if (called)
      desk.roll.spot(called, spanOf(desk, owner.head.from, owner.head.to), 'description', owner.head.from, wordsOf(desk, owner.head.from, owner.head.to))
    return called
  }
  return resolvePhrase(desk, owner, sentence)
}

const RANK =
  /^(?:an?|senior|top|former|other|many|several|some|most|more|few|two|three|four|five|six|seven|eight|nine|ten|dozens|one|leading|high-ranking|ranking|unnamed|anonymous|current|all|nearly|about|[\d,]+)$/

/** "two senior administration officials": rank and number are the officials', not the administration's. */
function withoutRank({ reading }: Desk, owner: Phrase): Phrase {
  let { from } = owner
  while (from < owner.head.from && RANK.test(reading.tokens[from]?.lower ?? '')) from++
  return from === owner.from ? owner : { ...owner, from, det: 'none', described: owner.described && from < (owner.owner?.from ?? owner.head.from) }
}

function spotPhrase(desk: Desk, phrase: Phrase, draft: Draft, form: Mention['form']): void {
  const { roll, reading } = desk
  const from = detFrom(desk, phrase)
  roll.spot(draft, spanOf(desk, from, phrase.to), form, phrase.head.from, wordsOf(desk, from, phrase.to))
  if (phrase.role) {
    roll.call(phrase.role.noun, draft)
    const last = reading.tokens[phrase.head.to - 1]?.lemma ?? ''
    if (last !== phrase.role.noun) roll.call(last, draft)
    const kin = /(?:worker|owner|maker|fighter|driver)$/.exec(phrase.role.noun)?.[0]
    if (kin && kin !== phrase.role.noun) roll.call(kin, draft)
  }
}

function addRole(desk: Desk, draft: Draft, phrase: Phrase, owner: Draft | undefined, end: number): void {
  const from = bareFrom(desk, phrase)
  const span = spanOf(desk, from, end)
  if (!draft.roles.some(role => role.span[0] === span[0])) draft.roles.push({ title: wordsOf(desk, from, end), span })
  if (owner && !draft.of && owner !== draft && phrase.role?.own !== true) draft.of = owner
  if (!phrase.role) return
  const office = owner && phrase.role.type === 'post' ? desk.roll.recall(phrase.role.noun, owner, one => one.kind === 'office' && one.of === owner) : undefined
  if (office && office !== draft) desk.roll.merge(office, draft)
  desk.roll.call(phrase.role.noun, draft)
  const last = phrase.role.noun.split(' ').at(-1) as string
  if (last !== phrase.role.noun && !/^(?:vice|deputy|former|assistant|prime)/.test(phrase.role.noun)) desk.roll.call(last, draft)
}

function resolveTitled(desk: Desk, phrase: Phrase, person: Phrase, owner: Draft | undefined): Draft | undefined {
  if (phrase.role?.type === 'body' || phrase.role?.type === 'outlet') return resolveCarrier(desk, phrase, person)
  const draft = person.head.type === 'name' ? enterEntry(desk, person.head.entry) : resolveRun(desk, person, true)
  if (!draft) return undefined
  joinParty(desk, draft, person.head.to)
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
  const draft =
    name.head.type === 'name'
      ? enterEntry(desk, name.head.entry)
      : (roll.recall(`name:${words.toLowerCase()}`) ?? roll.enter(`${kind}:${words.toLowerCase()}`, words, kind))
  if (name.head.type === 'run') callByName(desk, draft, words)
  const start = detFrom(desk, phrase)
  roll.spot(draft, spanOf(desk, start, to), 'name', from, words)
  if (phrase.role) roll.call(phrase.role.noun, draft)
  return draft
}

/** "Tidewatch, a conservation group,": the body by its name, which its noun may call from now on. */
function resolveTold(desk: Desk, phrase: Phrase, { head: { from, to } }: Phrase): Draft {
  const { roll } = desk
  const words = wordsOf(desk, from, to)
  const draft = roll.recall(`name:${words.toLowerCase()}`) ?? roll.enter(`organisation:${words.toLowerCase()}`, words, 'organisation')
  callByName(desk, draft, words)
  roll.spot(draft, spanOf(desk, from, to), 'name', from, words)
  spotPhrase(desk, phrase, draft, 'title')
  return draft
}

function resolveApposition(desk: Desk, phrase: Phrase, about: Phrase, owner: Draft | undefined): Draft | undefined {
  if (about.head.type === 'run' && !callsPerson(phrase)) return resolveTold(desk, phrase, about)
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
  const definite = phrase.det === 'the' || phrase.det === 'pronoun' || isArticleless(desk, phrase)
  const described = phrase.described || (phrase.owner !== undefined && !owner)
  if (owner && owner.nouns.has(role.noun) && phrase.owner?.head.type === 'name' && phrase.owner.head.to === phrase.head.from) return owner
  if (role.type === 'government' && owner?.kind === 'state' && role.noun !== 'leadership') return owner
  if (role.type === 'military' && role.noun !== 'police' && owner?.kind === 'state') return enterMilitary(desk, phrase, owner)
  if (role.type === 'force' && owner?.kind === 'state') return enterMilitary(desk, phrase, owner)
  if (definite && !described) {
    const fits = (draft: Draft): boolean => fitsNumber(draft, role) && (role.type !== 'military' || isOfState(draft))
    const recalled = roll.recall(role.noun, owner?.kind === 'place' ? undefined : owner, fits)
    if (recalled) return recalled
    const ruler =
      role.type === 'military' && role.noun !== 'police' && !owner ? roll.recall('government', undefined, draft => draft.kind === 'state') : undefined
    if (ruler) return enterMilitary(desk, phrase, ruler)
    const unowned =
      owner && phrase.det !== 'pronoun' && role.type === 'post' && !role.plural
        ? roll.recall(role.noun, undefined, draft => draft.kind === 'person' && !draft.of)
        : undefined
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
  if (!role.plural && /^(?:any|no|every|each)$/.test(desk.reading.tokens[phrase.from]?.lower ?? '')) return undefined
  if (!owner && !described && EMPTY.has(role.noun) && !(definite && !role.plural && EMPLOYER.has(role.noun))) return undefined
  if (!owner && described && !isUpper(desk.reading.tokens[phrase.head.from]?.text ?? '') && isIdle(role.noun, modifiersOf(desk, phrase))) return undefined
  const placed = role.plural && !owner && !described && !definite && phrase.others.length > 0
  const known = placed ? roll.recall(role.noun, undefined, draft => draft.kind === 'group' && draft.count > 1) : undefined
  return known ?? ((definite && described && recallLike(desk, phrase)) || enterDescribed(desk, phrase, owner))
}

/** "Parliament voted": a body that needs no article. */
function isArticleless({ reading }: Desk, { det, head, from }: Phrase): boolean {
  const word = reading.tokens[head.from]
  return det === 'none' && from === head.from && word !== undefined && isUpper(word.text) && /^(?:parliament|cabinet|congress|senate)$/.test(word.lower)
}

/** The words that stand before the noun. */
function modifiersOf({ reading }: Desk, phrase: Phrase): string[] {
  return reading.tokens.slice(phrase.from, phrase.head.from).map(token => token.lower)
}

/** "the local leaders" after "local union leaders": the last so called whose words hold all of these. */
function recallLike(desk: Desk, phrase: Phrase): Draft | undefined {
  const role = phrase.role as NonNullable<Phrase['role']>
  const words = wordsOf(desk, bareFrom(desk, phrase), phrase.to).toLowerCase().split(' ')
  const cause = role.noun === 'side' && words[0]?.startsWith('pro-') ? words[0] : undefined
  if (cause !== undefined) return [...desk.roll.drafts.values()].findLast(draft => draft.kind === 'group' && draft.name.toLowerCase().startsWith(`${cause} `))
  return desk.roll.recall(role.noun, undefined, draft => {
    if (!fitsNumber(draft, role)) return false
    const known = new Set(draft.name.toLowerCase().split(' '))
    const placed = role.plural && words.length === 2 && /^(?:north|south|east|west)/.test(words[0] ?? '')
    return words.every(word => known.has(word)) || placed || (known.size === 1 && role.plural && draft.count > 1)
  })
}

function fitsNumber(draft: Draft, role: NonNullable<Phrase['role']>): boolean {
  return role.plural
    ? draft.kind === 'group' || draft.kind === 'organisation'
    : draft.kind !== 'group' || role.kind === 'group' || draft.nouns.has('union') || draft.nouns.has('group')
}

/** "the army" alone is a state's, though a group may have the word in its name. */
function isOfState(draft: Draft): boolean {
  return draft.of?.kind === 'state' || !/^(?:known|organisation|name):/.test(draft.key)
}

function enterMilitary(desk: Desk, phrase: Phrase, owner: Draft): Draft {
  return desk.roll.enter(`military:${owner.key}`, wordsOf(desk, bareFrom(desk, phrase), phrase.to), 'organisation', owner)
}

const ABOUT =
  /^(?:about|around|roughly|nearly|almost|approximately|some|more than|fewer than|at least|up to|an estimated|estimated) (?=\d|hundreds|thousands|dozens)/i
const REBELS = /\b(?:separatists|insurgents)$/
const COUNT = /^(?:some|several|many|two|three|four|five|the|most|other|all|more|than|about|[\d,.]+)$/

/** What tells one described actor from another: the words that describe, without counts, and whose it is however the text words that. */
function keyOf(desk: Desk, phrase: Phrase, owner: Draft | undefined): string {
  const parts: string[] = []
  for (let at = bareFrom(desk, phrase); at < phrase.to; at++) {
    const owned = owner && phrase.owner && at >= phrase.owner.from && at < phrase.owner.to
    const lower = desk.reading.tokens[at]?.lower ?? ''
    // "pilots at Harbour Air" are "Harbour Air pilots".
    const links = owner && at >= phrase.head.to && /^(?:at|of|from|the)$/.test(lower) && at < (phrase.owner?.from ?? 0)
    if (!owned && !links && !/^['’]s?$/.test(lower) && !(parts.length === 0 && COUNT.test(lower))) parts.push(lower)
  }
  const words = parts.join(' ')
  return `${phrase.described ? words.replace(REBELS, 'rebels') : words}${owner ? `@${owner.key}` : ''}`
}

function enterDescribed(desk: Desk, phrase: Phrase, owner: Draft | undefined): Draft {
  const role = phrase.role as NonNullable<Phrase['role']>
  const words = wordsOf(desk, bareFrom(desk, phrase), phrase.to).replace(ABOUT, '')
  const kind =
    role.plural && role.kind !== 'organisation'
      ? 'group'
      : role.type === 'post' && phrase.det === 'a' && !SPOKES.test(role.noun)
        ? 'person'
        : role.plural && role.type === 'body'
          ? 'group'
          : role.kind
  const key = keyOf(desk, phrase, owner)
  const bare = owner && !role.plural && role.type !== 'post' ? desk.roll.drafts.get(`one:${role.noun}`) : undefined
  const draft = desk.roll.enter(`${role.plural ? 'group' : 'one'}:${key}`, words, kind === 'state' ? 'organisation' : kind, role.own ? undefined : owner)
  if (role.own && owner && owner !== draft) draft.beside ??= owner
  if (bare && bare !== draft && !bare.of) desk.roll.merge(bare, draft)
  return draft
}
