import type { ActorKind, Reading, Token } from '#model'
import { wordTag } from '#text'
import { BODY } from './body.ts'
import type { Phrase } from './phrase.ts'
import { countSigns, noSigns, type Signs } from './signs.ts'
import { HONORIFIC } from './units.ts'

/** Nouns that end the name of a paper, a station or a wire. */
const PRESS = new Set('wire times journal tribune herald gazette courier newspaper television radio'.split(' '))
const NO_ACTOR = new Set(
  'act accord accords agreement agreements deal treaty pact plan day war wars resolution constitution olympics games cup talks summit process declaration statement protocol convention charter bill law doctrine initiative award prize festival week century age god internet street avenue road boulevard square airport bridge highway river sea ocean gulf lake mountain mount valley coast island islands peninsula strait canal desert border line zone north south east west policy policies terms conditions reserved news heavy below physics year eve days gdp images newsletter newsletters advertisement advertising video photo photos stories continue reading caption podcast livestream subscribe amendment spring more also close watch read update related covid covid-19 gdp icbm live'.split(
    ' ',
  ),
)
/** What makes a people or an adjective of a country's name. */
const PEOPLE_OF = ['an', 'ian', 'ean', 'ese', 'ish', 'ic', 'ans', 'ians', 'eans']
/** Words that are no name alone, also where a line's first word or a title gives them a capital. */
const COMMON = new Set(
  'why how what when where there here one none following tonight today story stories world trade winter summer image video photo advertisement however meanwhile twitter facebook schools taxes growth others everything everybody nobody well'.split(
    ' ',
  ),
)
/** Adjectives that names of parties, laws and programmes begin with, and names of persons do not. */
const GENERIC = new Set(
  'new united national state executive head social popular free general federal democratic progressive revolutionary patriotic independent international public common islamic liberal conservative socialist communist republican our'.split(
    ' ',
  ),
)
const FORMED = /(?:tion|tions|ment|ments|ness|ity|ism|ance|ence|ship|ings?|ed|ory|ories|ics|ives|ures?|ges|ties|cies)$/
const GEOGRAPHIC = new Set(
  'river sea ocean gulf lake mountain mount valley coast island islands peninsula strait canal desert province region county district city village square airport bridge highway street strip bay port crossing park monument springs forest beach hills room lawn'.split(
    ' ',
  ),
)

const SHOUTED = /^\p{Lu}[\p{Lu}.&\d-]{1,7}$/u
/** "15-member", "K-55", an address: one word that names nobody. A particle may begin a name in small letters. */
const NO_NAME = /^[^\p{Ll}].*(?:-\p{Ll}|\d)|^\d|@|\.(?:com|org|net|gov|edu)\b/u

/** The kind of each run of capitalised words, by the words about it in the whole report; `undefined` where nothing says that it acts. */
export class Naming {
  private readonly signs = new Map<string, Signs>()
  private readonly kinds = new Map<string, ActorKind | undefined>()
  private readonly shortKinds = new Map<string, ActorKind | undefined>()
  private readonly worded = new Map<number, string>()
  private readonly tokens: readonly Token[]
  private readonly text: string
  /** Words that the report has in small letters as well. */
  private readonly inside: ReadonlySet<string>

  /** Who publishes the report, without its article: an outlet wherever the text names it. */
  private readonly publisher: string | undefined

  constructor(reading: Reading, inside: ReadonlySet<string>) {
    this.publisher = reading.report.publisher?.toLowerCase().replace(/^the /, '')
    this.inside = inside
    this.tokens = reading.tokens
    this.text = reading.report.text
  }

  /** The words of a run, without an honorific. */
  words(phrase: Phrase): string {
    const key = phrase.head.from * 64 + Math.min(63, phrase.head.to - phrase.head.from)
    let words = this.worded.get(key)
    if (words === undefined) {
      words = this.text.slice(this.tokens[this.nameFrom(phrase)]?.start, this.tokens[phrase.head.to - 1]?.end).replace(/\s+/g, ' ')
      this.worded.set(key, words)
    }
    return words
  }

  /** The token where the name itself begins: after "Mr.", "Sen.". */
  nameFrom(phrase: Phrase): number {
    let at = phrase.head.from
    while (at < phrase.head.to - 1 && HONORIFIC.has(this.tokens[at]?.lower ?? '')) {
      at++
      if (this.tokens[at]?.text === '.') at++
    }
    return Math.min(at, phrase.head.to - 1)
  }

  /** Counts what stands about one place of the run. */
  count(phrase: Phrase, titled: boolean, told: boolean): void {
    const words = this.words(phrase)
    const signs = this.signs.get(words) ?? noSigns()
    this.signs.set(words, signs)
    if (told) signs.firm++ // "Tidewatch, a conservation group,"
    countSigns(this.tokens, phrase.head.from, phrase.head.to, titled || this.nameFrom(phrase) > phrase.head.from, signs)
  }

  /** Whether the run stands elsewhere, outside of titles. */
  knows(phrase: Phrase): boolean {
    return this.signs.has(this.words(phrase))
  }

  /** Whether the report shows it as a firm: it has a chief executive, shareholders, workers. */
  isFirm(words: string): boolean {
    return (this.signs.get(words)?.firm ?? 0) > 0
  }

  /** The kind of actor a run names. */
  kindOf(phrase: Phrase, isShort: boolean): ActorKind | undefined {
    if (phrase.head.type === 'run' && phrase.head.as) return phrase.head.as
    if (this.isDateline(phrase)) return 'place'
    if (this.isWire(phrase)) return 'outlet'
    const words = this.words(phrase)
    const kinds = isShort ? this.shortKinds : this.kinds
    if (!kinds.has(words)) kinds.set(words, this.readKind(words, isShort))
    return kinds.get(words)
  }

  private readKind(words: string, isShort: boolean): ActorKind | undefined {
    const signs = this.signs.get(words)
    const parts = words.split(/[\s]+/)
    const last = (parts.at(-1) ?? '').toLowerCase().replace(/['’]s$/, '')
    if (words.toLowerCase() === this.publisher || (signs && signs.seen > 0)) return 'outlet'
    if (signs && signs.title > 0) return 'person'
    if (GEOGRAPHIC.has(last)) return 'place'
    if (NO_ACTOR.has(last)) return undefined
    if (PRESS.has(last) && parts.length > 1) return 'outlet'
    if (BODY.has(last) && parts.length > 1) return 'organisation'
    if (isShort) return 'person'
    // "JUST WATCHED Talks": a label of the page that runs into a title.
    if (parts.length > 1) {
      if (isLabel(parts[0] ?? '') && parts.some(part => !isLabel(part))) return undefined
      return SHOUTED.test(words) ? 'organisation' : this.byContext(parts, signs)
    }
    if (NO_NAME.test(words) || this.inside.has(words.toLowerCase()) || COMMON.has(words.toLowerCase())) return undefined
    if (signs && signs.he <= signs.it && this.hasPeople(words)) return 'state'
    return SHOUTED.test(words) ? 'organisation' : this.byContext(parts, signs)
  }

  /** Whether the report also calls people or things after it: "Norlandic", "Karsian", where there is Norland, Karsia. */
  private hasPeople(name: string): boolean {
    const stem = name.replace(/[aeiouy]$/, '')
    return PEOPLE_OF.some(end => this.inside.has(stem + end)) || this.inside.has(`${name}n`)
  }

  /** "SETHPORT (North Wire) —": the name between brackets before the dash that closes a dateline. */
  private isWire({ head: { from, to } }: Phrase): boolean {
    if (this.tokens[from - 1]?.text !== '(' || this.tokens[to]?.text !== ')') return false
    const end = this.tokens[to]?.end ?? 0
    return (
      /^ ?[-–—]/.test(this.text.slice(end, end + 2)) &&
      /(?:^|\n)[^\n]{2,40}\($/.test(this.text.slice(Math.max(0, (this.tokens[from]?.start ?? 0) - 42), this.tokens[from]?.start))
    )
  }

  /** "SETHPORT (Wire) — ", "SETHPORT, May 3 —": capitals that open a line before its first words. */
  private isDateline({ head: { from, to } }: Phrase): boolean {
    const first = this.tokens[from]
    if (!first || (first.start > 0 && this.text.charAt(first.start - 1) !== '\n') || !/^\p{Lu}[\p{Lu}.]+$/u.test(first.text)) return false
    const end = this.tokens[to - 1]?.end ?? 0
    return /^(?:,? ?\((?=\p{Lu})|,? (?:[-–—]{1,2}) |, \p{Lu}[\p{L}.]+(?: \d{1,2})?(?:,? \d{4})?,? ?(?:\(|[-–—]))/u.test(this.text.slice(end, end + 30))
  }

  /** What the words about a name say. Words of the language that only stand there are no names of persons. */
  private byContext(parts: readonly string[], signs: Signs | undefined): ActorKind | undefined {
    if (!signs) return undefined
    const single = parts.length === 1
    if (signs.he > signs.it) return 'person'
    if (signs.state > 1 || (signs.state > 0 && signs.says === 0)) return 'state'
    if (signs.firm > 0 && signs.firm * 2 > signs.place) return 'organisation'
    if (single && signs.place > 0 && signs.wills > 0) return 'state'
    if (signs.place > 0 && signs.place >= signs.says) return 'place'
    if (single && 2 * signs.it > signs.says) return 'organisation'
    return single ? nameOne(parts[0] ?? '', signs) : nameMany(parts, signs)
  }
}

/** "WATCH", "UPDATE": a word of the language in capitals. */
function isLabel(word: string): boolean {
  return /^\p{Lu}{3,}$/u.test(word) && wordTag(word.toLowerCase()) !== undefined
}

/** One word: a surname, or a body that the text calls by one word. */
function nameOne(word: string, signs: Signs): ActorKind | undefined {
  if (BODY.has(word.toLowerCase()) && signs.body > 0 && signs.plain > 0) return 'organisation'
  if (signs.says > 0 || signs.sides > 0) return 'person'
  if (wordTag(word.toLowerCase()) !== undefined) return undefined
  if (signs.many > 0 && /[^s]s$/.test(word)) return undefined
  if (signs.at > 0) return signs.deeds > 0 ? 'organisation' : 'place'
  if (signs.deeds > 0 || signs.owns > 0) return 'person'
  return signs.body > 0 && signs.plain > 0 ? 'organisation' : undefined
}

/** Several words: a person's full name, unless an article stands before it or its words are those of a party or a programme. */
function nameMany(parts: readonly string[], signs: Signs): ActorKind | undefined {
  if (signs.body > 0 && signs.says === 0) return 'organisation'
  const generic = GENERIC.has((parts[0] ?? '').toLowerCase())
  if (generic || (signs.says === 0 && isWorded(parts))) return signs.says + signs.wills + signs.it > 0 ? 'organisation' : undefined
  return parts.length <= 4 ? 'person' : 'organisation'
}

/** Whether all are words of the language, and one of them of a form that hardly anybody is called by: "Deferred Action". */
function isWorded(parts: readonly string[]): boolean {
  const tags = parts.map(part => wordTag(part.toLowerCase()))
  return tags.every(tag => tag !== undefined) && parts.some((part, at) => part.length > 5 && (tags[at] === 'ADJ' || FORMED.test(part)))
}
