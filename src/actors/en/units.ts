import type { Reading, Sentence, Token } from '#model'
import { readRows, wordTag } from '#text'
import { formsAt, isUpper, matchForm, type Form, readRoleNouns, type Entry, type Lexicon, type RoleNoun } from '../lexicon.ts'
import { BODY, bodyEnd, extendBody, PEOPLE } from './body.ts'
import { fieldEnd, isPost } from './field.ts'

/** A piece of a sentence: a known name, a run of capitalised words, a describing noun, or any other word. `from`, `to` are token indices, `to` not included. */
export type Unit =
  | { readonly type: 'name'; readonly from: number; readonly to: number; readonly entry: Entry }
  | Run
  | { readonly type: 'role'; readonly from: number; readonly to: number; readonly role: RoleNoun }
  | { readonly type: 'word'; readonly from: number; readonly to: number }

/** Capitalised words that no row knows. `as` where their words alone say what they name, `of` the state that they begin with. */
export interface Run {
  readonly type: 'run'
  readonly from: number
  readonly to: number
  readonly as?: 'organisation' | 'outlet'
  readonly of?: Entry
}

const CALENDAR = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. jan feb mar apr jun jul aug sept sep oct nov dec christmas easter ramadan eid ok est edt gmt utc pst pdt bst cet llc tv'.split(
    ' ',
  ),
)
const PARTICLES = new Set('al bin ibn abu el van von der den ten ter zu zur de del della di da dos du la le ben ul ur'.split(' '))

/** Titles of address that stand right before a person's name. */
export const HONORIFIC = new Set(
  'mr mr. mrs mrs. ms ms. dr dr. sir lord lady dame prof prof. gen gen. col col. lt lt. maj maj. capt capt. sgt sgt. adm adm. cmdr cmdr. sen sen. sens sens. rep rep. reps reps. gov gov. rev rev. judge justice sheikh mullah ayatollah pope'.split(
    ' ',
  ),
)

/** Whether the token may belong to a run of proper nouns. */
function isProper(token: Token, first: boolean): boolean {
  if (!isUpper(token.text) || CALENDAR.has(token.lower) || token.lower === 'i') return false
  return first ? token.pos === 'PROPN' : !['DET', 'PRON', 'ADP', 'AUX', 'CCONJ', 'SCONJ'].includes(token.pos) || token.text.length > 4
}

/** Cuts a sentence into units, the longest known name first. */
export function cutUnits(reading: Reading, sentence: Sentence, lexicon: Lexicon, inside: ReadonlySet<string>): Unit[] {
  const { tokens, report } = reading
  const units: Unit[] = []
  const isKnown = (i: number): boolean => begins(lexicon, report.text, tokens[i] as Token)
  let at = sentence.from
  while (at < sentence.to) {
    const token = tokens[at] as Token
    const tag = partyTagEnd(tokens, at)
    if (tag > at) {
      units.push({ type: 'word', from: at, to: tag })
      at = tag
      continue
    }
    const found = nameAt(tokens, sentence, report.text, at, lexicon)
    const body = bodyAt(tokens, sentence, at, found, isKnown)
    const role = body || found ? undefined : roleAt(tokens, sentence, at)
    const field = body || role || (found && !isParty(found)) ? at : fieldEnd(tokens, at)
    if (field > at && isPost(tokens[field])) {
      units.push({ type: 'word', from: at, to: field })
      at = field
      continue
    }
    const unit = body ?? (field > at ? undefined : found) ?? role ?? runAt(tokens, sentence, at, inside, isKnown)
    if (unit?.type === 'run' && (isGivenName(tokens, units.at(-1), at) || (body && isLed(tokens, units.at(-1), at))))
      units[units.length - 1] = { ...unit, from: units.at(-1)?.from ?? at }
    else units.push(unit ?? { type: 'word', from: at, to: token.index + 1 })
    at = unit ? unit.to : at + 1
  }
  return units
}

function isParty(unit: Unit): boolean {
  return unit.type === 'name' && unit.entry.noun === 'party'
}

/** Nouns that end the name of a party or an armed group, and of no paper. */
const PARTIES = /^(?:movement|party|front|alliance|union|coalition|league|army|brigades?|council|bloc|federation|association)$/

/** A body's name that is longer than any known name there, with the state before it: "Norwegian Nurses' Union". */
function bodyAt(tokens: readonly Token[], sentence: Sentence, at: number, found: Unit | undefined, isKnown: (at: number) => boolean): Run | undefined {
  const first = tokens[at] as Token
  if (!isUpper(first.text) || CALENDAR.has(first.lower) || /^(?:DET|PRON|ADP|AUX|CCONJ|SCONJ|NUM)$/.test(first.pos)) return undefined
  const name = found?.type === 'name' ? found : undefined
  const next = name?.entry.kind === 'outlet' && name.to === at + 1 ? tokens[name.to] : undefined
  if (next && isUpper(next.text) && PARTIES.test(next.lower)) return { type: 'run', from: at, to: at + 2, as: 'organisation' }
  const isOwner = name !== undefined && (name.entry.kind === 'state' || name.entry.kind === 'place') && name.entry.form !== 'people'
  const from = isOwner ? name.to : at
  if (isOwner && tokens[from]?.start !== (tokens[from - 1]?.end ?? -9) + 1) return undefined
  const to = bodyEnd(tokens, sentence, from, isKnown)
  if (to <= (found?.to ?? from) || (isOwner && to === from)) return undefined
  return { type: 'run', from: at, to, as: 'organisation', ...(isOwner && { of: name.entry }) }
}

/** The end of a party's letters and place after a name: "(R-Ind.)", ", D-N.Y.,"; the token itself where none stands there. */
function partyTagEnd(tokens: readonly Token[], at: number): number {
  if (partyOf(tokens, at) === undefined) return at
  let to = at + 1
  while (to < at + 7 && tokens[to] && !/^[,)]$/.test(tokens[to]?.text ?? '')) to++
  return to
}

let letters: Map<string, string> | undefined

/** The party whose letters stand at a token, in brackets or between commas after a name. */
export function partyOf(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at]
  const before = tokens[at - 1]?.text
  if (!token || token.text.length > 3 || (before !== '(' && before !== ',')) return undefined
  letters ??= new Map(readRows('party-letters', ['id', 'party']).map(row => [row.id, row.party]))
  const next = tokens[at + 1]
  const closes = next?.text === ')' && before === '('
  const placed = next?.text === '-' && next.start === token.end && isUpper(tokens[at + 2]?.text ?? '')
  return closes || placed ? letters.get(token.text) : undefined
}

/** "Chad Olsen", "Sofia Berg", "the Dawn Movement": one word that is also a state's, a city's or a paper's name, right before other capitals, is part of theirs. */
function isGivenName(tokens: readonly Token[], before: Unit | undefined, at: number): boolean {
  if (before?.type !== 'name' || before.to !== at || before.to - before.from !== 1) return false
  const { kind, form } = before.entry
  if (before.entry.given || tokens[at]?.start !== (tokens[at - 1]?.end ?? -9) + 1) return false
  // "told Reuters Sunday talks …": after a verb or a preposition a paper stands for itself.
  if (kind === 'outlet') return !/^(?:VERB|ADP|AUX)$/.test(tokens[at - 2]?.pos ?? 'VERB') && /\p{Ll}/u.test(tokens[at - 1]?.text ?? '')
  return (kind === 'state' || kind === 'place') && (form === 'name' || form === 'metonym')
}

/** "the Northern Dawn Brigade": one capital right before a body's name that begins with a known one. */
function isLed(tokens: readonly Token[], before: Unit | undefined, at: number): boolean {
  return before?.type === 'run' && before.to === at && before.to - before.from === 1 && tokens[at]?.start === (tokens[at - 1]?.end ?? -9) + 1
}

function nameAt(tokens: readonly Token[], sentence: Sentence, text: string, at: number, lexicon: Lexicon): Unit | undefined {
  const token = tokens[at] as Token
  const forms = formsAt(lexicon, token.text, token.lower)
  return forms && longestName(tokens, sentence, text, at, forms)
}

function longestName(tokens: readonly Token[], sentence: Sentence, text: string, at: number, forms: readonly Form[]): Unit | undefined {
  let to = at + 1
  const isEnd = (offset: number): boolean => {
    to = at
    while (to < sentence.to && (tokens[to]?.start ?? offset) < offset) to++
    return (tokens[to - 1]?.end ?? -1) === offset
  }
  const match = matchForm(forms, text, tokens[at]?.start ?? 0, isEnd)
  return match && { type: 'name', from: at, to, entry: match.entry }
}

let longest: Map<string, number> | undefined

/** How many words a describing noun that begins with this word may have. */
function longestRole(word: string): number {
  if (!longest) {
    longest = new Map()
    for (const words of readRoleNouns().keys()) {
      const parts = words.split(' ')
      longest.set(parts[0] as string, Math.max(longest.get(parts[0] as string) ?? 0, parts.length))
    }
  }
  return longest.get(word) ?? 0
}

function roleAt(tokens: readonly Token[], sentence: Sentence, at: number): Unit | undefined {
  const token = tokens[at]
  if (token?.pos === 'NOUN' && PEOPLE.test(token.lower) && !readRoleNouns().has(token.lower)) {
    return { type: 'role', from: at, to: at + 1, role: { noun: token.lemma, plural: true, type: 'individual', kind: 'person', words: 1, own: true } }
  }
  for (let length = longestRole(tokens[at]?.lower ?? ''); length > 0; length--) {
    if (at + length > sentence.to) continue
    const words = tokens
      .slice(at, at + length)
      .map(token => token.lower)
      .join(' ')
    const role = readRoleNouns().get(words)
    if (role && length === 1 && (beginsName(tokens, at) || isShortName(token))) continue
    if (role && (length > 1 || isNoun(tokens[at] as Token, tokens[at + 1]))) return { type: 'role', from: at, to: at + length, role }
  }
  return undefined
}

/** "National Economic Council", "Executive Branch", "General Strike": an adjective that begins a name, though it may call somebody. */
function beginsName(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || !next || !isUpper(token.text) || !isUpper(next.text) || next.start !== token.end + 1) return false
  if (token.lower === 'marine') return next.lower === 'corps'
  if (token.lower === 'general') return next.text.length > 4 && wordTag(next.lower) === 'NOUN' && next.lower !== 'secretary'
  return /^(?:national|executive|conservative|liberal|moderate|monitor|head|republican|power|public|opposition|state|force|movement|congress)$/.test(
    token.lower,
  )
}

/** "a League official": with a capital, what a body is called by for short. */
function isShortName(token: Token | undefined): boolean {
  return token !== undefined && /^(?:League|Guild|Syndicate)s?$/.test(token.text)
}

function isNoun(token: Token, next: Token | undefined): boolean {
  if (token.pos === 'NOUN' || token.pos === 'PROPN') return true
  return token.pos === 'ADJ' && (isUpper(token.text) || (next?.pos !== 'NOUN' && next?.pos !== 'ADJ' && next?.pos !== 'PROPN'))
}

function runAt(tokens: readonly Token[], sentence: Sentence, at: number, inside: ReadonlySet<string>, isKnown: (at: number) => boolean): Unit | undefined {
  const first = tokens[at] as Token
  const opens = at === sentence.from || /^["“'‘(]$/.test(tokens[at - 1]?.text ?? '')
  const known = opens && inside.has(first.text)
  if (!isProper(first, opens && !known) && !startsWithParticle(tokens, at)) return undefined
  if (opens && !known && (!namesOpen(tokens, at) || (inside.has(first.lower) && !isUpper(tokens[at + 1]?.text ?? '')))) return undefined
  let to = at + 1
  while (to < sentence.to) {
    const next = joinAt(tokens, to)
    if (next === to) break
    const role = roleAt(tokens, sentence, next - 1)
    if ((role?.type === 'role' && !isKin(role.role) && !isSurname(tokens, at, next - 1)) || isKnown(next - 1)) break
    to = next
  }
  const end = extendBody(tokens, sentence, joinedEnd(tokens, sentence, at, to, isKnown))
  return { type: 'run', from: at, to: end, ...(end > to && { as: 'organisation' as const }) }
}

/** "National Development and Reform Commission": capitals on both sides of "and", all words of the language, up to a body's own noun; `to` where they are not. */
function joinedEnd(tokens: readonly Token[], sentence: Sentence, at: number, to: number, isKnown: (at: number) => boolean): number {
  if (tokens[to]?.lower !== 'and' || !isUpper(tokens[to + 1]?.text ?? '')) return to
  const isWord = (token: Token | undefined): boolean =>
    token !== undefined && token.text.length > 3 && isUpper(token.text) && wordTag(token.lower) !== undefined
  if (!tokens.slice(at, to).every(isWord) || isKnown(to + 1)) return to
  for (let i = to + 1; i < sentence.to && isWord(tokens[i]); i++) if (i > to + 1 && BODY.has(tokens[i]?.lower ?? '')) return i + 1
  return to
}

/** Whether a word that only its place may have made a capital stands like a name: more capitals, a stop or a verb come next. */
function namesOpen(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (!next || startsWithParticle(tokens, at) || joinAt(tokens, at + 1) > at + 1) return true
  if (/^(?:and|or)$/.test(next.lower)) return isUpper(tokens[at + 2]?.text ?? '')
  return isUpper(next.text) || next.pos === 'AUX' || next.pos === 'PUNCT' || /^['’]s$/.test(next.text) || (next.pos === 'VERB' && !next.lower.endsWith('ing'))
}

/** The words that stand with a capital inside sentences, names wherever they open one, and those in small letters, which are none. */
export function capitalsInside(reading: Reading, titles: readonly boolean[]): Set<string> {
  const found = new Set<string>()
  for (const sentence of reading.sentences) {
    if (titles[sentence.index]) continue
    for (let at = sentence.from + 1; at < sentence.to; at++) {
      const token = reading.tokens[at]
      if (!token) continue
      if (!isUpper(token.text)) found.add(token.text)
      else if (!/^["“'‘(:]$/.test(reading.tokens[at - 1]?.text ?? '')) found.add(token.text)
    }
  }
  return found
}

/** Tags of words that have no capital even in titles, and of those without letters. */
const LITTLE = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'NUM', 'PART', 'PRON', 'PUNCT', 'SCONJ', 'SYM'])

/** Whether the sentence is set like a title: nearly every word but the little ones has a capital, so that capitals say nothing. */
export function isTitle(reading: Reading, sentence: Sentence): boolean {
  if (sentence.to - sentence.from >= 26) return false
  let long = 0
  let small = 0
  let capitals = true
  for (let at = sentence.from; at < sentence.to; at++) {
    const token = reading.tokens[at]
    if (capitals && token && /\p{Ll}/u.test(token.text)) capitals = false
    if (!token || (token.text.length < 3 && !token.name) || LITTLE.has(token.pos)) continue
    long++
    if (!isUpper(token.text)) small++
  }
  return (long >= 4 && small * 8 <= long) || (capitals && sentence.to - sentence.from > 1)
}

/** Whether a known name begins at the token. */
function begins(lexicon: Lexicon, text: string, token: Token): boolean {
  const forms = formsAt(lexicon, token.text, token.lower)
  return forms !== undefined && matchForm(forms, text, token.start) !== undefined
}

/** "Rep. Ann Banks": the word after an honorific and one other capital is a surname, whatever it means. */
function isSurname(tokens: readonly Token[], from: number, at: number): boolean {
  const first = tokens[from]
  const given = tokens[from + 1]?.text === '.' ? from + 2 : from + 1
  return first !== undefined && HONORIFIC.has(first.lower) && at === given + 1
}

/** A noun for one of many ("son") inside capitals is part of a name: Choe Son Hui. */
function isKin(role: RoleNoun): boolean {
  return role.type === 'individual' && !role.plural && role.words === 1
}

/** "al-Hayya": a particle in lower case, a hyphen, a capital. */
function startsWithParticle(tokens: readonly Token[], at: number): boolean {
  return (
    PARTICLES.has(tokens[at]?.lower ?? '') && tokens[at + 1]?.text === '-' && isUpper(tokens[at + 2]?.text ?? '') && tokens[at]?.end === tokens[at + 1]?.start
  )
}

/** Words of a headline or of the page that end a name before them. */
const ENDING = new Set(
  'says said tells told vows warns threatens urges wants rejects accuses meets seeks blasts slams announces agrees continue reading advertisement subscribe newsletter says: getty'.split(
    ' ',
  ),
)

/** The index after the token that continues a run at `at`; `at` itself where the run ends. */
function joinAt(tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (!token || !before) return at
  if (token.text === '-' && token.start === before.end && tokens[at + 1]?.start === token.end && /^\p{L}/u.test(tokens[at + 1]?.text ?? '')) return at + 2
  if (token.start > before.end + 1) return at
  if (ENDING.has(token.lower)) return at
  if (isProper(token, false)) return at + 1
  if (PARTICLES.has(token.lower)) {
    let to = at + 1
    while (PARTICLES.has(tokens[to]?.lower ?? '') && to < at + 3) to++
    if (isUpper(tokens[to]?.text ?? '')) return to + 1
    if (tokens[to]?.text === '-' && isUpper(tokens[to + 1]?.text ?? '')) return to + 2
  }
  if (token.text === '&' && isUpper(tokens[at + 1]?.text ?? '')) return at + 2
  return at
}
