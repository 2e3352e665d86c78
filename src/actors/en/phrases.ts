import type { Token } from '#model'
import { isUpper } from '../lexicon.ts'
import { joinFar, ENVOY, nameAfter, partyAfter } from './apposition.ts'
import { following, isPersonal, LIMIT, LONGEST, mark, type Phrase } from './phrase.ts'
import type { Unit } from './units.ts'

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'both', 'either', 'each', 'neither'])
const POSSESSIVE = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your', 'whose'])
const LINKING = new Set(['of', 'for', 'with', 'from', 'at', 'in'])
const TIMES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight year month week day years months weeks days'.split(' '),
)

/** The phrases of a sentence, in the order of their heads. */
export function findPhrases(tokens: readonly Token[], units: readonly Unit[]): Phrase[] {
  const phrases: Phrase[] = []
  const heads = new Map<Unit, Phrase>()
  units.forEach((unit, at) => {
    if (unit.type === 'word' || (unit.type === 'role' && !unit.role.plural && isModifier(tokens, units, at))) return
    const phrase = unit.type === 'role' ? describe(tokens, units, at, heads) : named(tokens, unit)
    heads.set(unit, phrase)
    phrases.push(phrase)
  })
  for (let at = units.length - 1; at >= 0; at--) complete(tokens, units, at, heads)
  return phrases
}

const SOME = /^(?:some|several|many|most|few|other|top|leading|senior|\d+|two|three|four|five|six|ten|twelve|dozens|\p{L}+est)$/u

/** A name, with the words that make of a people or a party's members a part of them: "some Democrats", "the wealthiest Peruvians". */
function named(tokens: readonly Token[], unit: Unit): Phrase {
  let { from } = unit
  const many = unit.type === 'name' && (unit.entry.form === 'people' || unit.entry.noun === 'party') && /s$/.test(tokens[unit.to - 1]?.lower ?? '')
  while (many && (SOME.test(tokens[from - 1]?.lower ?? '') || tokens[from - 1]?.lower === 'congressional')) from--
  return { from, to: unit.to, head: unit, det: detBefore(tokens, from), described: from < unit.from, others: [] }
}

/** "union contract", "personnel carriers": a describing noun that only describes the next noun. */
function isModifier(tokens: readonly Token[], units: readonly Unit[], at: number): boolean {
  const next = units[at + 1]
  const token = next && tokens[next.from]
  if (token?.text === '-' && token.start === tokens[token.index - 1]?.end) return true // "state-led"
  if (!token || next.type !== 'word' || token.start > (tokens[next.from - 1]?.end ?? 0) + 1) return false
  return token.pos === 'NOUN' && !TIMES.has(token.lower) && /^\p{Ll}/u.test(token.text)
}

function detBefore(tokens: readonly Token[], at: number): Phrase['det'] {
  const word = tokens[at - 1]?.lower ?? ''
  return word === 'the' ? 'the' : word === 'a' || word === 'an' ? 'a' : POSSESSIVE.has(word) ? 'pronoun' : 'none'
}

/** The phrase whose head is the describing noun at `at`: what stands before it is taken in from right to left. */
function describe(tokens: readonly Token[], units: readonly Unit[], at: number, heads: ReadonlyMap<Unit, Phrase>): Phrase {
  const head = units[at] as Unit & { type: 'role' }
  let from = head.from
  let det: Phrase['det'] = 'none'
  let owner: Phrase | undefined
  let described = false
  for (let back = at - 1; back >= 0 && at - back <= LIMIT && det === 'none'; back--) {
    const unit = units[back] as Unit
    const token = tokens[unit.from] as Token
    const inner = heads.get(unit)
    if (inner) {
      if (inner.person) break
      const title = titleBefore(units, back, heads)
      if (title) {
        joinPerson(title, inner)
        title.inside = true
        owner ??= title
        from = title.from
        if (title.det !== 'none') det = title.det === 'a' ? 'none' : title.det
        break
      }
      inner.inside = true
      owner ??= inner
      from = inner.from
      if (inner.role) det = inner.det === 'a' ? 'none' : inner.det
      if (inner.role && inner.from < unit.from) break
      continue
    }
    const part = partOf(token, tokens[unit.from + 1])
    if (part === 'stop') break
    from = unit.from
    if (part === 'a' || part === 'the' || part === 'pronoun') det = part
    else if (part === 'word') described = true
  }
  return { from: skipJoint(tokens, from, head.from), to: head.to, head, role: head.role, det, described, others: [], ...(owner && { owner }) }
}

/** The title that stands right before a name inside a larger phrase: "President Ana Soto's office". */
function titleBefore(units: readonly Unit[], at: number, heads: ReadonlyMap<Unit, Phrase>): Phrase | undefined {
  const unit = units[at]
  const before = units[at - 1]
  const title = before && heads.get(before)
  if (!unit || !before || !title?.role || !isPersonal(title.role) || !canBePerson(unit) || title.person || before.to !== unit.from) return undefined
  return title
}

/** A phrase never begins with a hyphen or a possessive mark. */
function skipJoint(tokens: readonly Token[], from: number, limit: number): number {
  let at = from
  while (at < limit && /^(?:-|–|['’]s?|,)$/.test(tokens[at]?.text ?? '')) at++
  return at
}

/** Verbs of titles that are tagged as nouns and describe nobody. */
const DEMANDS = new Set(['demand', 'reject', 'seek', 'urge', 'vow', 'warn', 'slam', 'accuse', 'deny'])

function partOf(token: Token, next: Token | undefined): 'stop' | 'word' | 'joint' | 'a' | 'the' | 'pronoun' {
  const { lower, pos } = token
  if (lower === 'a' || lower === 'an' || lower === 'one' || lower === 'another') return 'a'
  if (DEFINITE.has(lower) && (lower !== 'that' || pos === 'DET')) return 'the'
  if (POSSESSIVE.has(lower)) return 'pronoun'
  // "SETHPORT, Dec 9 - Delegates": a dash between spaces parts what stands before it.
  if (lower === '-' && next && next.start > token.end) return 'stop'
  if (/^(?:-|['’]s?)$/.test(lower)) return 'joint'
  // "Gunmen at Sethport demand officials' release", "freed three hostages": a verb, though its form may describe.
  if (DEMANDS.has(lower) || (/^(?:freed|captured|detained|wounded|injured|displaced)$/.test(lower) && next?.pos === 'NUM')) return 'stop'
  if (TIMES.has(lower) || (pos === 'PROPN' && /^\p{Ll}/u.test(token.text) && !lower.includes('-'))) return 'stop'
  if (/^(?:then|ex|former|late|acting|new|newly)$/.test(lower)) return 'word'
  if (/^(?:roughly|nearly|almost|about|around|approximately)$/.test(lower) && next?.pos === 'NUM') return 'word'
  if (pos === 'ADJ' || pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM' || (pos === 'DET' && /^(?:some|several|many|two|all|any|other|no)$/.test(lower)))
    return 'word'
  return pos === 'VERB' &&
    /(?:ed|ing)$/.test(lower) &&
    next !== undefined &&
    next.pos !== 'DET' &&
    /^(?:elected|appointed|retired|deposed|exiled|detained|captured|armed|masked|displaced|ruling|governing|opposing|negotiating|warring|leading|acting|outgoing|incoming|unnamed|unidentified|wounded|injured|deceased|freed|jailed|imprisoned|striking|protesting|visiting|organized|united|unionized|uncertified|experienced|qualified)$/.test(
      lower,
    )
    ? 'word'
    : 'stop'
}

/** Takes in what follows: a person's name after a title, an owner after "of", an apposition. */
function complete(tokens: readonly Token[], units: readonly Unit[], at: number, heads: ReadonlyMap<Unit, Phrase>): void {
  const phrase = heads.get(units[at] as Unit)
  if (!phrase) return
  if (phrase.head.type === 'name' && phrase.head.entry.noun === 'party') chamberBefore(tokens, units, at, phrase, heads)
  if (phrase.head.type === 'run' && !phrase.owner) ownerBefore(tokens, units, at, phrase, heads)
  const next = units[at + 1]
  if (!next) return
  const named = heads.get(next)
  if (phrase.role && named && isPersonal(phrase.role) && canBePerson(next) && !/^(?:affairs|rights|relations|studies)$/.test(tokens[next.from]?.lower ?? ''))
    return joinPerson(phrase, named)
  if (named && isCarrier(phrase) && canBeBody(next) && !named.inside && tokens[next.from]?.start === (tokens[phrase.to - 1]?.end ?? -9) + 1)
    return joinPerson(phrase, named)
  const word = tokens[next.from]?.lower ?? ''
  if (phrase.role && extendKnowing(tokens, phrase, word)) return
  if (
    phrase.role?.type === 'body' &&
    !phrase.role.plural &&
    /^(?:of|for)$/.test(word) &&
    isUpper(tokens[phrase.head.from]?.text ?? '') &&
    extendTitle(tokens, units, at, phrase, heads)
  )
    return
  if (phrase.role?.type === 'post' && word === 'for' && /^\p{Lu}/u.test(tokens[next.from + 1]?.text ?? '') && extendPost(tokens, units, at, phrase, heads))
    return
  if (word === 'and' && joinKind(units, at, phrase, heads)) return
  if (LINKING.has(word)) {
    joinOwner(tokens, units, at, phrase, word, heads)
    nameAfter(tokens, units, at, phrase, heads)
    return
  }
  if (word === 'to' && phrase.role && ENVOY.test(phrase.role.noun)) return nameAfter(tokens, units, at, phrase, heads)
  if (word !== ',') return
  partyAfter(tokens, units, at, phrase, heads)
  const after = following(units, at + 2, heads)
  if (!after) return
  if (!phrase.role && canBePerson(phrase.head) && after.role && isPersonal(after.role) && !after.role.plural && !after.inside) {
    if (!tellsAfter(tokens, after)) after.about = phrase
  } else if (isBodyNamed(tokens, phrase, after)) phrase.person = mark(after)
  else if (isBodyTold(tokens, phrase, after)) after.about = phrase
  else if (
    phrase.role &&
    isPersonal(phrase.role) &&
    !phrase.role.plural &&
    !phrase.about &&
    after.head.type === 'run' &&
    after.head.to - after.head.from > 1 &&
    !after.inside
  ) {
    if (/^[,.]$/.test(tokens[after.to]?.text ?? '')) phrase.person = mark(after)
  }
}

/** "freed Ann Other, the governor told reporters": who tells it is no apposition. */
function tellsAfter(tokens: readonly Token[], after: Phrase): boolean {
  const verb = tokens[after.to]
  return verb !== undefined && verb.pos === 'VERB' && TELLS.test(verb.lower) && after.det !== 'none'
}

const TELLS = /^(?:said|told|says|tells|announced|added|wrote|reported|confirmed)$/

/** "a conservation group, Tidewatch, said": a body before its name. */
function isBodyNamed(tokens: readonly Token[], { role, det, person, about }: Phrase, after: Phrase): boolean {
  if (role?.type !== 'body' || role.plural || det !== 'a' || person || about || after.head.type !== 'run' || after.inside) return false
  return after.from === after.head.from && /^[,.]$/.test(tokens[after.to]?.text ?? '')
}

/** "Tidewatch, a conservation group, said": a body after its name, which no word of place stands before. */
function isBodyTold(tokens: readonly Token[], { role, head }: Phrase, after: Phrase): boolean {
  if (role || head.type !== 'run' || after.role?.type !== 'body' || after.role.plural || after.det !== 'a' || after.inside) return false
  return tokens[head.from - 1]?.pos !== 'ADP' && /^[,.]$/.test(tokens[after.to]?.text ?? '')
}

/** "Senate Liberals", "House Greens": the members of a party in a chamber. */
function chamberBefore(tokens: readonly Token[], units: readonly Unit[], at: number, phrase: Phrase, heads: ReadonlyMap<Unit, Phrase>): void {
  const before = units[at - 1]
  const chamber = before && heads.get(before)
  if (!chamber || chamber.inside || !tokens[phrase.head.to - 1]?.lower.endsWith('s')) return
  const word = tokens[before.to - 1]?.lower ?? ''
  if (
    !/^(?:senate|house|congress|assembly|commons|lords|council|parliament|state)$/.test(word) ||
    tokens[phrase.head.from]?.start !== (tokens[before.to - 1]?.end ?? -9) + 1
  )
    return
  chamber.inside = true
  phrase.owner = chamber
}

/** "Republican Sen. Ann Other", "Hungarian Lajos Kiss": what stands right before a name. */
function ownerBefore(tokens: readonly Token[], units: readonly Unit[], at: number, phrase: Phrase, heads: ReadonlyMap<Unit, Phrase>): void {
  const before = units[at - 1]
  const owner = before && heads.get(before)
  if (!owner || before.type !== 'name' || owner.inside || before.entry.kind === 'person' || before.entry.kind === 'outlet') return
  if (tokens[phrase.from]?.start === (tokens[before.to - 1]?.end ?? -9) + 1) phrase.owner = owner
}

/** "two people familiar with the talks", "a person briefed on the pact": the words that say how they know. */
function extendKnowing(tokens: readonly Token[], phrase: Phrase, word: string): boolean {
  if (!/^(?:familiar|briefed|close|involved|knowledgeable)$/.test(word) || phrase.role?.type === 'body' || /ing$/.test(tokens[phrase.to + 2]?.lower ?? ''))
    return false
  let at = phrase.to
  while (
    at < phrase.to + 9 &&
    !/^(?:[,.;:"“”—–()]|said|says|told|who|that|and|but|has|have|had|was|were|is|are|will|would|can|could|may|might)$/.test(tokens[at]?.lower ?? '.')
  )
    at++
  phrase.to = at
  phrase.described = true
  return true
}

/** The units after the one at `at` that begin before the token. */
function unitsUntil(units: readonly Unit[], at: number, end: number): Unit[] {
  let to = at + 1
  while ((units[to]?.from ?? end) < end) to++
  return units.slice(at + 1, to)
}

/** "Union of Teachers", "Ministry of Works and Ports of Norland": capitals joined to a body's noun by "of" and "for". */
function extendTitle(tokens: readonly Token[], units: readonly Unit[], at: number, phrase: Phrase, heads: ReadonlyMap<Unit, Phrase>): boolean {
  let to = phrase.to
  let end = -1
  // "Ministry of Works of the puppet Republic": one small word of abuse or praise may stand before the capital.
  const isWord = (k: number): boolean => tokens[k - 1]?.lower === 'the' && tokens[k - 2]?.lower === 'of' && isUpper(tokens[k + 1]?.text ?? '')
  while (to < phrase.to + 10 && (isUpper(tokens[to]?.text ?? '') || /^(?:of|for|and|the)$/.test(tokens[to]?.lower ?? '') || isWord(to))) {
    to++
    if (isUpper(tokens[to - 1]?.text ?? '')) end = to
  }
  if (end < 0) return false
  for (const unit of unitsUntil(units, at, end)) {
    const inner = heads.get(unit)
    if (!inner) continue
    inner.inside = true
    if (unit.type === 'name') phrase.others.push(inner)
  }
  phrase.to = end
  phrase.titled = true
  return true
}

/** "envoy for Hostage Affairs": a post's field in capitals belongs to its title. */
function extendPost(tokens: readonly Token[], units: readonly Unit[], at: number, phrase: Phrase, heads: ReadonlyMap<Unit, Phrase>): boolean {
  let to = phrase.to + 1
  let last = -1
  while (/^(?:\p{Lu}|and$|of$|the$)/u.test(tokens[to]?.text ?? '') && to < phrase.to + 8) {
    if (/^\p{Lu}/u.test(tokens[to]?.text ?? '')) last = to + 1
    to++
  }
  const inner = unitsUntil(units, at, last).filter(unit => unit.from >= phrase.to)
  if (last < 0 || !/^(?:affairs|rights|issues|policy|security|relations|negotiations|talks|peace)$/i.test(tokens[last - 1]?.text ?? '')) return false
  for (const unit of inner) {
    const part = heads.get(unit)
    if (part) part.inside = true
  }
  phrase.to = last
  return true
}

/** "the news agency Interfax", "automaker Ford": a body's noun before its name. */
function isCarrier({ role, person }: Phrase): boolean {
  return role !== undefined && !role.plural && !person && (role.type === 'body' || role.type === 'outlet')
}

function canBeBody(unit: Unit): boolean {
  return unit.type === 'run' || (unit.type === 'name' && (unit.entry.kind === 'organisation' || unit.entry.kind === 'outlet'))
}

function canBePerson(unit: Unit): boolean {
  return unit.type === 'run' || (unit.type === 'name' && unit.entry.kind === 'person')
}

function joinPerson(phrase: Phrase, person: Phrase): void {
  phrase.person = mark(person)
  phrase.to = person.to
}

function joinOwner(tokens: readonly Token[], units: readonly Unit[], at: number, phrase: Phrase, word: string, heads: ReadonlyMap<Unit, Phrase>): void {
  if (
    !phrase.role ||
    phrase.person ||
    (word === 'in' && phrase.role.type !== 'individual' && phrase.role.type !== 'people' && !/^(?:embassy|consulate)$/.test(phrase.role.noun))
  )
    return
  if (word === 'for' && phrase.role.type !== 'post') return
  const first = following(units, at + 2, heads)
  const owner = first && (ownedBy(tokens, units, at, first, heads) ?? first)
  if (owner && owner.to - phrase.from > LONGEST) return
  if (!owner || (owner.role && !owner.owner && owner.det !== 'the')) {
    if (phrase.role.type === 'post' && !phrase.role.plural && joinFar(tokens, units, at, phrase, heads)) return
    if (word === 'of' && phrase.role.plural && (phrase.role.type === 'individual' || phrase.role.type === 'people')) extendOf(tokens, units, at, phrase, heads)
    return
  }
  if (!phrase.owner && word !== 'in') phrase.owner = owner
  else if (word === 'in' && phrase.owner && phrase.role.type !== 'body' && (!phrase.owner.role || phrase.owner.owner)) return
  else phrase.others.push(owner)
  if (first && first !== owner) phrase.others.push(mark(first))
  owner.inside = true
  phrase.to = owner.to
  if (phrase.role.plural && owner.head.type !== 'role') joinSecond(tokens, units, at, phrase, owner, heads)
}

/** "the director of the North's Harbour Office": the name that a possessive mark leads to. */
function ownedBy(tokens: readonly Token[], units: readonly Unit[], at: number, owner: Phrase, heads: ReadonlyMap<Unit, Phrase>): Phrase | undefined {
  if (owner.head.type === 'role' || !/^['’]s?$/.test(tokens[owner.to]?.text ?? '')) return undefined
  const unit = units.slice(at + 2, at + LIMIT).find(one => one.from === owner.to + 1)
  const named = unit && unit.type !== 'role' ? heads.get(unit) : undefined
  return named?.inside ? undefined : named
}

/** "Peruvian lawmakers and activists": a second plural that shares what stands before the first. */
function joinKind(units: readonly Unit[], at: number, phrase: Phrase, heads: ReadonlyMap<Unit, Phrase>): boolean {
  const next = units[at + 2]
  const second = next && heads.get(next)
  if (!next || !phrase.role?.plural || (!phrase.owner && !phrase.described) || !second?.role?.plural || second.from !== next.from || second.inside) return false
  second.inside = true
  phrase.to = second.to
  return true
}

/** "residents of the border towns", "families of 46 sailors": what they are of, though no name stands there. */
function extendOf(tokens: readonly Token[], units: readonly Unit[], at: number, phrase: Phrase, heads: ReadonlyMap<Unit, Phrase>): void {
  let to = phrase.to + 1
  let end = -1
  while (to < phrase.to + 7 && /^(?:ADJ|NOUN|PROPN|NUM|DET)$/.test(tokens[to]?.pos ?? '')) {
    to++
    if (tokens[to - 1]?.pos === 'NOUN') end = to
  }
  if (end < 0) return
  for (const unit of unitsUntil(units, at, end)) {
    const inner = heads.get(unit)
    if (inner && !inner.inside) {
      inner.inside = true
      phrase.others.push(inner)
    }
  }
  phrase.to = end
  phrase.described = true
}

/** "leaders of France and Germany": the second owner belongs to the phrase, too. */
function joinSecond(tokens: readonly Token[], units: readonly Unit[], first: number, phrase: Phrase, owner: Phrase, heads: ReadonlyMap<Unit, Phrase>): void {
  let at = first + 1
  while (at < first + LIMIT && units[at] !== owner.head) at++
  const next = units[at + 2]
  const second = next && heads.get(next)
  if (!second || second.inside || next.type !== owner.head.type) return
  if (next.type === 'name' && owner.head.type === 'name' && next.entry.kind !== owner.head.entry.kind) return
  if (units[at + 1]?.to !== next.from || tokens[units[at + 1]?.from ?? -1]?.lower !== 'and') return
  second.inside = true
  phrase.others.push(second)
  phrase.to = second.to
}
