import type { Token } from '#model'
import type { RoleNoun } from '../lexicon.ts'
import type { Unit } from './units.ts'

/**
 * A noun phrase that names or describes an actor. `head` is the unit it hangs on, `owner` what it belongs to ("Ukraine’s", "Hamas", "of the union"),
 * `person` a name that a title stands before, `about` the phrase it stands in apposition to.
 */
export interface Phrase {
  readonly from: number
  to: number
  readonly head: Unit
  readonly role?: RoleNoun
  readonly det: 'the' | 'a' | 'pronoun' | 'none'
  owner?: Phrase
  person?: Phrase
  about?: Phrase
  /** It is part of a larger phrase. */
  inside?: true
  /** It has a word that describes it besides its head and its owner. */
  readonly described: boolean
}

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'both', 'either', 'each', 'neither'])
const POSSESSIVE = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your'])
const LINKING = new Set(['of', 'for', 'with', 'from', 'at', 'in'])
const TIMES = new Set('monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight year month week day years months weeks days'.split(' '))
const LIMIT = 9

/** The phrases of a sentence, in the order of their heads. */
export function findPhrases(tokens: readonly Token[], units: readonly Unit[]): Phrase[] {
  const phrases: Phrase[] = []
  const heads = new Map<Unit, Phrase>()
  units.forEach((unit, at) => {
    if (unit.type === 'word') return
    const phrase = unit.type === 'role' ? describe(tokens, units, at, heads) : { from: unit.from, to: unit.to, head: unit, det: detBefore(tokens, unit.from), described: false }
    heads.set(unit, phrase)
    phrases.push(phrase)
  })
  for (let at = units.length - 1; at >= 0; at--) complete(tokens, units, at, heads)
  return phrases
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
  return { from: skipJoint(tokens, from, head.from), to: head.to, head, role: head.role, det, described, ...(owner && { owner }) }
}

/** A phrase never begins with a hyphen or a possessive mark. */
function skipJoint(tokens: readonly Token[], from: number, limit: number): number {
  let at = from
  while (at < limit && /^(?:-|–|['’]s?|,)$/.test(tokens[at]?.text ?? '')) at++
  return at
}

function partOf(token: Token, next: Token | undefined): 'stop' | 'word' | 'joint' | 'a' | 'the' | 'pronoun' {
  const { lower, pos } = token
  if (lower === 'a' || lower === 'an' || lower === 'one' || lower === 'another') return 'a'
  if (DEFINITE.has(lower)) return 'the'
  if (POSSESSIVE.has(lower)) return 'pronoun'
  if (/^(?:-|['’]s?)$/.test(lower)) return 'joint'
  if (TIMES.has(lower) || (pos === 'PROPN' && /^\p{Ll}/u.test(token.text) && !lower.includes('-'))) return 'stop'
  if (pos === 'ADJ' || pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM' || (pos === 'DET' && /^(?:some|several|many|two|all|any|other|no)$/.test(lower))) return 'word'
  return pos === 'VERB' && /(?:ed|ing)$/.test(lower) && next !== undefined && next.pos !== 'DET' && /^(?:elected|appointed|retired|deposed|exiled|detained|captured|armed|masked|displaced|ruling|governing|opposing|negotiating|warring|leading|acting|outgoing|incoming|unnamed|unidentified|wounded|injured|deceased|freed|jailed|imprisoned|striking|protesting|visiting|organized|united|unionized|uncertified|experienced|qualified)$/.test(lower)
    ? 'word'
    : 'stop'
}

/** Takes in what follows: a person's name after a title, an owner after "of", an apposition. */
function complete(tokens: readonly Token[], units: readonly Unit[], at: number, heads: ReadonlyMap<Unit, Phrase>): void {
  const phrase = heads.get(units[at] as Unit)
  if (!phrase) return
  const next = units[at + 1]
  if (!next) return
  const named = heads.get(next)
  if (phrase.role && named && isPersonal(phrase.role) && canBePerson(next)) return joinPerson(phrase, named)
  const word = tokens[next.from]?.lower ?? ''
  if (LINKING.has(word)) return joinOwner(units, at, phrase, word, heads)
  if (word !== ',') return
  const after = following(units, at + 2, heads)
  if (!after) return
  if (!phrase.role && canBePerson(phrase.head) && after.role && isPersonal(after.role) && !after.role.plural && !after.inside) after.about = phrase
  else if (phrase.role && isPersonal(phrase.role) && !phrase.role.plural && !phrase.about && after.head.type === 'run' && after.head.to - after.head.from > 1 && !after.inside) {
    if (/^[,.]$/.test(tokens[after.to]?.text ?? '')) phrase.person = mark(after)
  }
}

/** The phrase that begins at the unit, past an article and words that describe. */
function following(units: readonly Unit[], at: number, heads: ReadonlyMap<Unit, Phrase>): Phrase | undefined {
  const from = units[at]?.from
  for (let to = at; to < at + LIMIT && to < units.length; to++) {
    const phrase = heads.get(units[to] as Unit)
    if (phrase && phrase.from <= (from ?? -1) && !phrase.inside) return phrase
  }
  return undefined
}

function mark(phrase: Phrase): Phrase {
  phrase.inside = true
  return phrase
}

function isPersonal(role: RoleNoun): boolean {
  return role.type === 'post' || (role.type === 'individual' && !role.plural)
}

function canBePerson(unit: Unit): boolean {
  return unit.type === 'run' || (unit.type === 'name' && unit.entry.kind === 'person')
}

function joinPerson(phrase: Phrase, person: Phrase): void {
  phrase.person = mark(person)
  phrase.to = person.to
}

function joinOwner(units: readonly Unit[], at: number, phrase: Phrase, word: string, heads: ReadonlyMap<Unit, Phrase>): void {
  if (!phrase.role || phrase.person || (word === 'in' && phrase.role.type !== 'individual' && phrase.role.type !== 'people')) return
  if (word === 'for' && phrase.role.type !== 'post') return
  const owner = following(units, at + 2, heads)
  if (!owner || (owner.role && !owner.owner && owner.det !== 'the')) return
  if (!phrase.owner && word !== 'in') phrase.owner = owner
  owner.inside = true
  phrase.to = owner.to
}
