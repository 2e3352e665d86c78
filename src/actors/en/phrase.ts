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
  /** Other names inside it, told of for themselves. */
  readonly others: Phrase[]
  /** Its words after the noun belong to its name: "Ministry of Works". */
  titled?: true
  /** It is part of a larger phrase. */
  inside?: true
  /** It has a word that describes it besides its head and its owner. */
  described: boolean
}

/** How many units a phrase looks ahead or back. */
export const LIMIT = 9
/** The most tokens that a phrase takes in: beyond, it is no name of anybody. */
export const LONGEST = 30

/** The phrase that begins at the unit, past an article and words that describe. */
export function following(units: readonly Unit[], at: number, heads: ReadonlyMap<Unit, Phrase>): Phrase | undefined {
  const first = units[at]
  const from = first?.type === 'word' && units[at + 1]?.type !== 'word' && first.to - first.from === 1 ? first.to : first?.from
  for (let to = at; to < at + LIMIT && to < units.length; to++) {
    const phrase = heads.get(units[to] as Unit)
    if (phrase && phrase.from <= (from ?? -1) && !phrase.inside) return phrase
  }
  return undefined
}

/** Marks a phrase as part of a larger one. */
export function mark(phrase: Phrase): Phrase {
  phrase.inside = true
  return phrase
}

/** Whether a noun calls one person: a post, or one of many. */
export function isPersonal(role: RoleNoun): boolean {
  return role.type === 'post' || (role.type === 'individual' && !role.plural)
}

/** Whether the noun of a phrase says that the name beside it is a person's: a body or a paper is none, and a state may be an ally. */
export function callsPerson({ role, about }: Phrase): boolean {
  if (role === undefined) return true
  if (role.type === 'body' || role.type === 'outlet') return false
  return !/^(?:ally|backer|neighbou?r|rival|sponsor|partner)$/.test(role.noun) || (about !== undefined && about.head.to - about.head.from > 1)
}
