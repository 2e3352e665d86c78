import type { ActorKind, KnownActor } from '#model'
import { readRows } from '#text'

/** One form by which rows or a case know an actor. */
export interface Entry {
  /** The actor's name, one for all its forms. */
  readonly name: string
  readonly kind: ActorKind
  /** `adjective`: "Swedish"; `metonym`: a capital or seat that may stand for the state or only be a place. */
  readonly form: 'name' | 'adjective' | 'people' | 'metonym'
  /** The name of the actor it belongs to. */
  readonly of?: string
  /** The kind of actor that `of` names; a state where it is left out. */
  readonly ofKind?: ActorKind
  /** The common noun that stands for it: "the union", "the company". */
  readonly noun?: string
  readonly wikidata?: string
  readonly roles?: KnownActor['roles']
  readonly given?: true
}

/** Forms by their first word in lower case, the longest first; compared with the text itself, so that no tokenizer matters. */
export type Lexicon = ReadonlyMap<string, readonly Form[]>

/** One way of writing a name. */
export interface Form {
  readonly words: string
  readonly lower: string
  /** Letters must agree in case: acronyms and forms that begin in lower case. */
  readonly exact: boolean
  /** The last unit of the lower case, so that most other words are told apart by one look. */
  readonly last: number
  readonly entry: Entry
}

/** The first word of a form or a token: up to a space or hyphen, in lower case. */
export function firstWord(words: string): string {
  const end = words.search(/[ \-–,]/)
  return (end > 0 ? words.slice(0, end) : words).toLowerCase().replaceAll('’', "'").replace(/'$/, '')
}

const PLAIN = /^[a-z]+$/

/** First words of forms that begin in lower case: of other words only those with a capital can begin a form. */
const lowerKeys = new Set<string>()

/** Whether the text begins with a capital letter. */
export function isUpper(text: string): boolean {
  const code = text.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text)
}

function addForm(lexicon: Map<string, Form[]>, words: string, entry: Entry): void {
  if (words === '') return
  const key = firstWord(words)
  const forms = lexicon.get(key) ?? []
  if (!isUpper(words)) lowerKeys.add(key)
  const exact = !/\p{Ll}/u.test(words) || /^\p{Ll}/u.test(words)
  const lower = words.toLowerCase()
  forms.push({ words, lower, exact, last: lower.charCodeAt(lower.length - 1), entry })
  forms.sort((a, b) => b.words.length - a.words.length || Number(b.entry.given ?? false) - Number(a.entry.given ?? false))
  lexicon.set(key, forms)
}

function split(cell: string): string[] {
  return cell
    .split('|')
    .map(part => part.trim())
    .filter(part => part !== '')
}

function addStates(lexicon: Map<string, Form[]>): Map<string, string> {
  const names = new Map<string, string>()
  for (const row of readRows('states', ['id', 'name', 'also', 'adjective', 'people', 'seat'])) {
    const { name } = row
    names.set(row.id, name)
    const state = { name, kind: 'state' as const }
    for (const words of [name, ...split(row.also)]) addForm(lexicon, words, { ...state, form: 'name' })
    for (const words of split(row.adjective)) if (!split(row.also).includes(words) && words !== name) addForm(lexicon, words, { ...state, form: 'adjective' })
    for (const words of split(row.people)) if (!split(row.adjective).includes(words)) addForm(lexicon, words, { ...state, form: 'people' })
    for (const words of split(row.seat)) addForm(lexicon, words, { ...state, form: 'metonym' })
  }
  return names
}

function addTable(lexicon: Map<string, Form[]>, table: string, states: ReadonlyMap<string, string>): void {
  const names = new Set(states.values())
  for (const row of readRows(table, ['id', 'also', 'kind', 'of', 'noun'])) {
    const of = states.get(row.of) ?? row.of
    const entry: Entry = {
      name: row.id,
      kind: row.kind as ActorKind,
      form: 'name',
      ...(of && { of, ofKind: names.has(of) ? 'state' : 'organisation' }),
      ...(row.noun && { noun: row.noun }),
    }
    for (const words of [row.id, ...split(row.also)]) addForm(lexicon, words, entry)
  }
}

function readBase(): Map<string, Form[]> {
  const lexicon = new Map<string, Form[]>()
  const states = addStates(lexicon)
  for (const table of ['organisations', 'armed-groups', 'parties', 'seats', 'media', 'regions']) addTable(lexicon, table, states)
  return lexicon
}

let base: Map<string, Form[]> | undefined

/** The rows of data/, with a case's own actors before them: where both know a form, the case wins. */
export function readLexicon(known: readonly KnownActor[]): Lexicon {
  base ??= readBase()
  if (known.length === 0) return base
  const lexicon = new Map([...base].map(([key, forms]) => [key, [...forms]]))
  for (const actor of known) {
    const { name, kind, of, wikidata, roles } = actor
    const entry: Entry = {
      name,
      kind,
      form: 'name',
      given: true,
      ...(of !== undefined && { of }),
      ...(wikidata !== undefined && { wikidata }),
      ...(roles && { roles }),
    }
    for (const words of [name, ...(actor.aliases ?? [])]) addForm(lexicon, words, entry)
  }
  return lexicon
}

/** The forms that may begin with this word, where a capital or a row's first word stands. */
export function formsAt(lexicon: Lexicon, text: string, lower: string): readonly Form[] | undefined {
  const upper = isUpper(text)
  if (!upper && !lowerKeys.has(lower)) return undefined
  return lexicon.get(lower) ?? (PLAIN.test(lower) ? undefined : lexicon.get(firstWord(lower)))
}

/** The longest of the forms that stands at `start` of the text and ends where a token does; `isEnd` left out asks no end. */
export function matchForm(forms: readonly Form[], text: string, start: number, isEnd?: (offset: number) => boolean): { end: number; entry: Entry } | undefined {
  for (const form of forms) {
    const end = start + form.words.length
    const code = text.charCodeAt(end - 1)
    if (code < 128 && form.last !== (code >= 65 && code <= 90 ? code + 32 : code)) continue
    const found = text.slice(start, end).replaceAll('’', "'")
    if (found === form.words || (!form.exact && found.toLowerCase() === form.lower && /^\p{Lu}/u.test(found))) {
      if (!isEnd || isEnd(end)) return { end, entry: form.entry }
    }
  }
  return undefined
}

/** What a describing noun says of an actor. */
export interface RoleNoun {
  readonly noun: string
  readonly plural: boolean
  readonly type: 'government' | 'military' | 'force' | 'post' | 'individual' | 'people' | 'body' | 'outlet'
  readonly kind: ActorKind
  /** How many words the noun has. */
  readonly words: number
  /** Whether it speaks for itself, not for whom it is told with: workers at a firm, rebels of a country. */
  readonly own: boolean
}

let nouns: Map<string, RoleNoun> | undefined

/** The describing nouns by all their forms. */
export function readRoleNouns(): ReadonlyMap<string, RoleNoun> {
  if (nouns) return nouns
  nouns = new Map()
  for (const row of readRows('role-nouns', ['id', 'plural', 'type', 'kind', 'voice'])) {
    const noun = { noun: row.id, type: row.type as RoleNoun['type'], kind: row.kind as ActorKind, words: row.id.split(' ').length, own: row.voice === 'own' }
    nouns.set(row.id, { ...noun, plural: false })
    nouns.set(row.plural, { ...noun, plural: true })
    if (row.id.startsWith('vice ')) nouns.set(row.id.replace(' ', '-'), { ...noun, plural: false })
  }
  return nouns
}

interface Idle {
  readonly not: ReadonlySet<string>
  readonly only: ReadonlySet<string>
}

let idle: Map<string, Idle> | undefined

/** Whether a noun described by these words, and by nobody whose it is, describes no actor: "borrowing authority", "the flip side". */
export function isIdle(noun: string, words: readonly string[]): boolean {
  idle ??= new Map(readRows('idle-nouns', ['id', 'not', 'only']).map(row => [row.id, { not: new Set(row.not.split(' ')), only: new Set(row.only.split(' ')) }]))
  const row = idle.get(noun)
  // "the pro-government side": a cause makes a party of anything.
  if (!row || words.some(word => /^(?:pro|anti)-?$|^(?:pro|anti)-/.test(word))) return false
  return words.some(word => row.not.has(word)) || (!row.only.has('') && !words.some(word => row.only.has(word)))
}
