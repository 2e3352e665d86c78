import type { ActorKind, Reading, Token } from '#model'
import { isUpper } from '../lexicon.ts'
import type { Phrase } from './phrase.ts'
import { HONORIFIC } from './units.ts'

/** What the report shows of a run of capitalised words, counted over all its places. */
interface Signs {
  title: number
  place: number
  says: number
  body: number
  plain: number
  acts: number
}

const LOCATIVE = new Set('in near outside around across throughout inside toward towards over into'.split(' '))
const SAYING = new Set('say tell add note write argue warn tweet insist explain reply respond acknowledge suggest believe think meet visit call'.split(' '))
const BODY = new Set(
  'association organisation organization union party ministry bank institute university council committee commission agency corp corp. corporation inc inc. co co. ltd ltd. llc plc ag sa group holdings motors airlines airways industries technologies fund court congress senate parliament assembly federation league front movement army brigade brigades guard guards foundation society center centre college school hospital department bureau administration authority board cabinet force forces house exchange post news press agency network partners associates international worldwide systems energy steel petroleum oil electric bloc alliance coalition forum roundtable conference'.split(
    ' ',
  ),
)
/** Nouns that end the name of a paper, a station or a wire. */
const PRESS = new Set('wire times journal tribune herald gazette courier newspaper television radio'.split(' '))
const NO_ACTOR = new Set(
  'act accord accords agreement agreements deal treaty pact plan day war wars resolution constitution olympics games cup talks summit process declaration statement protocol convention charter bill law doctrine initiative award prize festival week century age god internet street avenue road boulevard square airport bridge highway river sea ocean gulf lake mountain mount valley coast island islands peninsula strait canal desert border line zone north south east west policy policies terms conditions reserved news heavy below physics gdp images newsletter newsletters advertisement advertising video photo photos continue reading caption podcast livestream subscribe amendment spring more also close watch read update related covid covid-19 gdp icbm live'.split(
    ' ',
  ),
)
/** Words that are no name alone, also where a line's first word or a title gives them a capital. */
const COMMON = new Set(
  'why how what when where there here one none following tonight today story stories world trade winter summer image video photo advertisement however meanwhile twitter facebook schools taxes growth'.split(
    ' ',
  ),
)
const GEOGRAPHIC = new Set(
  'river sea ocean gulf lake mountain mount valley coast island islands peninsula strait canal desert province region county district city village square airport bridge highway street strip bay port crossing park monument springs forest beach hills'.split(
    ' ',
  ),
)

/** The kind of each run of capitalised words, by the words about it in the whole report; `undefined` where nothing says that it acts. */
export class Naming {
  private readonly signs = new Map<string, Signs>()
  private readonly tokens: readonly Token[]
  private readonly text: string
  /** Words that the report has in small letters as well. */
  private readonly inside: ReadonlySet<string>

  constructor(reading: Reading, inside: ReadonlySet<string>) {
    this.inside = inside
    this.tokens = reading.tokens
    this.text = reading.report.text
  }

  /** The words of a run, without an honorific. */
  words(phrase: Phrase): string {
    const from = this.nameFrom(phrase)
    return this.text.slice(this.tokens[from]?.start, this.tokens[phrase.head.to - 1]?.end).replace(/\s+/g, ' ')
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
  count(phrase: Phrase, titled: boolean): void {
    const words = this.words(phrase)
    const signs = this.signs.get(words) ?? { title: 0, place: 0, says: 0, body: 0, plain: 0, acts: 0 }
    this.signs.set(words, signs)
    const before = this.tokens[phrase.head.from - 1]
    const after = this.tokens[phrase.head.to]
    if (titled || this.nameFrom(phrase) > phrase.head.from) signs.title++
    else if (LOCATIVE.has(before?.lower ?? '')) signs.place++
    else if (before?.lower === 'at' || before?.lower === 'the') signs.body++
    if (after && SAYING.has(after.lemma)) signs.says++
    if (this.joined(phrase) || /^['’]s$/.test(after?.text ?? '')) signs.acts++
    if (after && ((after.pos === 'VERB' && !after.lower.endsWith('ing')) || after.pos === 'AUX') && before?.lower !== 'the') signs.acts++
    if (/^(?:['’]s|,|\.)$/.test(after?.text ?? '') || after?.pos === 'VERB' || after?.pos === 'AUX') signs.plain++
  }

  /** "Norland and Sudland", "between Norland and …", "of Norland said": joined to another name. */
  private joined({ head: { from, to } }: Phrase): boolean {
    const upper = (token: Token | undefined): boolean => token !== undefined && isUpper(token.text)
    if (this.tokens[to]?.lower === 'and' && upper(this.tokens[to + 1])) return true
    return this.tokens[from - 1]?.lower === 'between' || (this.tokens[from - 1]?.lower === 'and' && upper(this.tokens[from - 2]))
  }

  /** Whether the run stands elsewhere, outside of titles. */
  knows(phrase: Phrase): boolean {
    return this.signs.has(this.words(phrase))
  }

  /** The kind of actor a run names. */
  kindOf(phrase: Phrase, isShort: boolean): ActorKind | undefined {
    const words = this.words(phrase)
    const signs = this.signs.get(words)
    const parts = words.split(/[\s]+/)
    const last = (parts.at(-1) ?? '').toLowerCase().replace(/['’]s$/, '')
    if (this.isDateline(phrase)) return 'place'
    if (signs && signs.title > 0) return 'person'
    if (GEOGRAPHIC.has(last)) return 'place'
    if (NO_ACTOR.has(last)) return undefined
    if (PRESS.has(last) && parts.length > 1) return 'outlet'
    if (BODY.has(last) && parts.length > 1) return 'organisation'
    if (isShort) return 'person'
    if (parts.length === 1 && (this.inside.has(words.toLowerCase()) || COMMON.has(words.toLowerCase()))) return undefined
    if (/^\p{Lu}[\p{Lu}.&\d-]{1,7}$/u.test(words)) return 'organisation'
    return this.byContext(parts.length, signs)
  }

  /** "SETHPORT (Wire) — ", "SETHPORT, May 3 —": capitals that open a line before its first words. */
  private isDateline({ head: { from, to } }: Phrase): boolean {
    const first = this.tokens[from]
    if (!first || !/^\p{Lu}[\p{Lu}.]+$/u.test(first.text) || (first.start > 0 && this.text.charAt(first.start - 1) !== '\n')) return false
    const end = this.tokens[to - 1]?.end ?? 0
    return /^(?:,? ?\((?=\p{Lu})|,? (?:[-–—]{1,2}) |, \p{Lu}[\p{L}.]+(?: \d{1,2})?,? ?(?:\(|[-–—]))/u.test(this.text.slice(end, end + 24))
  }

  private byContext(length: number, signs: Signs | undefined): ActorKind | undefined {
    if (!signs) return undefined
    if (signs.place > 0 && signs.place >= signs.says) return 'place'
    if (length === 1) return signs.says > 0 || signs.acts > 0 ? 'person' : signs.body > 0 && signs.plain > 0 ? 'organisation' : undefined
    if (signs.body > 0 && signs.says === 0) return 'organisation'
    return length <= 4 ? 'person' : 'organisation'
  }
}
