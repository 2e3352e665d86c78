import { readRows } from '#text'
import type { Link } from '#model'
import { wordAt, type Page, type Range } from '../page.ts'
import { OUTLETS } from './words.ts'

type Kind = Link['as']

const roles = new Map<string, string>()
const plurals = new Set<string>()
for (const row of readRows('role-nouns', ['id', 'plural', 'type'])) {
  roles.set(row.id, row.type)
  if (!row.plural) continue
  roles.set(row.plural, row.type)
  if (row.plural !== row.id) plurals.add(row.plural)
}

/** Seats of an office that are named for themselves, of two words: "White House". */
const offices = new Set(
  readRows('seats', ['id', 'also', 'kind'])
    .filter(row => row.kind === 'office')
    .flatMap(row => [row.id, ...row.also.split('|')].map(name => name.toLowerCase())),
)

/** One member of a party, of any party: "the Texas Republican". */
const MEMBERS = new Set(
  readRows('neutral-words', ['word', 'shape'])
    .filter(row => row.shape === 'political')
    .map(row => row.word),
)
const DOCUMENT =
  /^(?:statement|report|document|letter|memo|memorandum|draft|plan|proposal|resolution|communique|communiqué|agreement|accord|poll|survey|study|text|article|editorial|tweet|post|filing|transcript|law|constitution|treaty|bill|order|ruling|declaration|email|e-mail|book|ad|indictment|complaint|petition|release|readout|data|figures|statistics|analysis|message|note|commentary|story|surveys|polls|reports|documents|studies|statements|records|emails|letters)$/
const WITHHELD =
  /^(?:source|sources|official|officials|person|people|aide|aides|insider|insiders|diplomat|diplomats|officer|officers|staffer|staffers|adviser|advisers|advisor|advisors|lawmaker|negotiator|fighter|soldier|commander|envoy|delegate|executive|executives|individual|individuals|participant|participants|attendee|resident|witness|spokesman)$/
const NEWS =
  /^(?:paper|papers|newspaper|newspapers|broadcaster|television|tv|network|daily|magazine|website|channel|station|outlet|outlets|media|press|agency|wire|journal|radio|gazette)$/
const OFFICE = /^(?:office|palace|presidency|embassy|consulate|spokesman|spokeswoman|spokesperson)$/
const BODY =
  /^(?:ministry|department|council|party|union|committee|commission|agency|army|association|congress|parliament|house|senate|court|government|command|foundation|institute|company|corp|corp\.|inc|inc\.|ltd|bank|university|federation|league|administration|bureau|authority|organization|organisation|movement|assembly|board|group|campaign|force|forces|police|military|guard|alliance|coalition|bloc|treasury|pentagon|watchdog|club|team|center|centre|fund|corporation|navy|airline|automaker|firm|regime|state|country|nation|side)$/
const MANY = /^(?:both|many|most|some|several|others|few|those|two|three|four|all|each|neither|either)$/
const INDEFINITE = /^(?:a|an|one|another|some|several|two|three|four|five|multiple|many|other|no|unnamed|anonymous|senior|unidentified)$/
const PERSON_TITLE =
  /^(?:mr|mr\.|mrs|mrs\.|ms|ms\.|dr|dr\.|sen|sen\.|rep|rep\.|gov|gov\.|gen|gen\.|col|col\.|sir|lt\.|maj\.|capt\.|prof\.|president|secretary|senator|minister|king|queen|prince|pope)$/

/** The kind of link that a source's words make, before anybody knows who they are. */
export function kindOf(page: Page, range: Range): Kind {
  const head = headOf(page, range)
  const first = wordAt(page, range[0])
  const noun = wordAt(page, head)
  if (/^(?:he|she|who|him|his|her|i|my)$/.test(first) && range[1] - range[0] === 1) return 'person'
  if (/^(?:they|we)$/.test(first) || (/^(?:their|our)$/.test(first) && range[1] - range[0] === 1)) return 'group'
  if (/^(?:it|its|which)$/.test(first) && range[1] - range[0] === 1) return 'body'
  if (isOutlet(page, range, head) || isPaper(page, range, head)) return 'outlet'
  if (isMixed(page, range)) return 'group'
  if (hasTitledName(page, range)) return 'person'
  const token = page.tokens[head]
  const common = head === range[0] && (plurals.has(noun) || MANY.test(noun) || (BODY.test(noun.replace(/s$/, '')) && noun.endsWith('s')))
  const name =
    !common && token?.pos === 'PROPN' && /^\p{Lu}/u.test(token.text) && !(head === range[0] && (roles.has(noun) || WITHHELD.test(noun) || DOCUMENT.test(noun)))
  if (name && MANY.test(first) && head > range[0] && /[^s]s$/.test(noun)) return 'group'
  if (MEMBERS.has(noun) && /^(?:the|a|an|one|another)$/.test(first)) return first === 'the' ? 'person' : 'unnamed'
  if ((DOCUMENT.test(noun) && !name) || /^(?:comments|remarks|deal|budget|estimates|findings|results|pathology)$/.test(noun)) return 'document'
  if (/^(?:spokesman|spokeswoman|spokesperson)$/.test(noun)) return 'office'
  if (OFFICE.test(noun) || offices.has(`${wordAt(page, head - 1)} ${noun}`)) return 'office'
  if (BODY.test(noun)) return NEWS.test(noun) && /news|press/.test(wordAt(page, head - 1)) ? 'outlet' : 'body'
  if (NEWS.test(noun)) return 'outlet'
  if (name) return /^\p{Lu}{2,6}$/u.test(token.text) || /^the$/.test(first) ? 'body' : 'person'
  return described(page, range, noun)
}

const NEWS_NOUN = /^(?:newspaper|broadcaster|daily|magazine|website|tabloid|weekly|newsweekly)$/

/** "Harbour Sinmun in an editorial": a name that writes articles is a paper's. */
function isPaper(page: Page, [, to]: Range, head: number): boolean {
  // "broadcaster NRK", "the newspaper Kurier".
  if (head > 0 && head < to && page.tokens[head]?.pos === 'PROPN' && NEWS_NOUN.test(wordAt(page, head - 1))) return true
  return (
    page.tokens[head]?.pos === 'PROPN' && wordAt(page, head + 1) === 'in' && /^(?:article|editorial|commentary)$/.test(wordAt(page, to - 1)) && to - head < 6
  )
}

/** "Speaker Ash and other leaders", "Ash and Republicans": a person with a class is a group. */
function isMixed(page: Page, [from, to]: Range): boolean {
  for (let i = from + 1; i < to - 1; i++) {
    if (/^(?:who|which|that|,)$/.test(wordAt(page, i))) return false
    if (wordAt(page, i) !== 'and') continue
    const last = wordAt(page, to - 1)
    return (
      /^(?:other|others|some|many|several|his|her|their|its|fellow)$/.test(wordAt(page, i + 1)) ||
      (i === to - 2 && MEMBERS.has(last.replace(/s$/, '')) && last.endsWith('s'))
    )
  }
  return false
}

function described(page: Page, range: Range, noun: string): Kind {
  const first = wordAt(page, range[0])
  const role = roles.get(noun)
  const many = plurals.has(noun) || (!role && /[^s]s$/.test(noun))
  if (/^(?:source|sources)$/.test(noun)) return 'unnamed'
  if (WITHHELD.test(noun) && first !== 'the') return 'unnamed'
  if (many || MANY.test(noun)) return 'group'
  if (role === 'post') return INDEFINITE.test(first) ? 'unnamed' : 'office'
  if (role === 'body' || role === 'government' || role === 'military' || role === 'force') return 'body'
  if (role === 'outlet') return 'outlet'
  if (role === 'people') return 'group'
  if (role === 'individual') return 'unnamed'
  return INDEFINITE.test(first) ? 'unnamed' : first === 'the' || first === 'this' ? 'office' : 'group'
}

/** The head noun: the last nominal before a comma, a preposition or a relative pronoun. */
export function headOf(page: Page, [from, to]: Range): number {
  let head = from
  for (let i = from; i < to; i++) {
    const token = page.tokens[i]
    if (!token || token.text === ',' || /^(?:who|which|that|whose)$/.test(token.lower) || (token.pos === 'ADP' && i > from)) break
    if (token.pos === 'VERB' && i > from && !/^\p{Lu}/u.test(token.text)) break
    if (token.text === '(' || token.text === '—' || token.text === '–') break
    if (/^(?:PROPN|NOUN|PRON|NUM)$/.test(token.pos) || (i === from && token.pos === 'ADJ')) head = i
  }
  return /^(?:himself|herself|itself|themselves|each)$/.test(wordAt(page, head)) && head > from ? head - 1 : head
}

function isOutlet(page: Page, range: Range, head: number): boolean {
  for (let i = range[0]; i <= head; i++) {
    const length = outletAt(page, i)
    if (length > 0 && i + length > head) return true
  }
  return false
}

const TITLE_OF_OUTLET = /^(?:post|times|herald|news|tribune|gazette|journal|telegraph|guardian|chronicle|mail|television|tv|radio|daily|broadcasting|press)$/

/** "the Harbour Post": a run of capitals that ends as names of papers and stations do. */
function mastheadAt(page: Page, i: number): number {
  let to = i
  while (to < i + 6 && /^\p{Lu}/u.test(page.tokens[to]?.text ?? '')) to++
  while (to > i && !TITLE_OF_OUTLET.test(wordAt(page, to - 1))) to--
  return to - i > 1 || (to - i === 1 && wordAt(page, i - 1) === 'the') || (to > i && /^(?:radio|television)$/.test(wordAt(page, i)))
    ? to - i
    : /^(?:Radio|Daily)$/.test(page.tokens[i]?.text ?? '') && /^\p{Lu}/u.test(page.tokens[i + 1]?.text ?? '')
      ? 2
      : 0
}

/** How many tokens from `i` name an outlet; 0 where none do. */
export function outletAt(page: Page, i: number): number {
  const names = OUTLETS.get(wordAt(page, i).replace(/[’']s$/, ''))
  const token = page.tokens[i]
  if (!token || !/^\p{Lu}/u.test(token.text)) return 0
  for (const name of names ?? []) if (name.every((word, k) => wordAt(page, i + k) === word)) return name.length
  return mastheadAt(page, i)
}

/** "Ministry spokesman Gao Feng", "Mr. Ash", "Chris Rogers, a trade analyst": a person's name with what the person is. */
function hasTitledName(page: Page, [from, to]: Range): boolean {
  for (let i = from; i < to; i++) {
    const word = wordAt(page, i)
    const next = page.tokens[i + 1]
    if (/^(?:such|like|including)$/.test(word) && i > from) return false
    if (
      i + 1 < to &&
      next &&
      /^\p{Lu}\p{Ll}/u.test(next.text) &&
      next.pos === 'PROPN' &&
      (PERSON_TITLE.test(word) || /^(?:post|individual)$/.test(roles.get(word) ?? ''))
    )
      return true
    if (word === ',' && i > from && isNameTo(page, i + 1, to) && page.tokens[i - 1]?.pos === 'NOUN') return true
    if (word === ',' && i > from && page.tokens[i - 1]?.pos === 'PROPN' && /^(?:post|individual)$/.test(roleIn(page, i + 1, to))) return true
  }
  return false
}

/** Whether a first and a last name, and nothing else, reach to the end. */
function isNameTo(page: Page, from: number, to: number): boolean {
  return to - from >= 2 && to - from <= 4 && page.tokens.slice(from, to).every(token => /^\p{Lu}/u.test(token.text))
}

function roleIn(page: Page, from: number, to: number): string {
  for (let i = from; i < Math.min(to, from + 8); i++) {
    const role = roles.get(wordAt(page, i))
    if (role) return role
    if (/^(?:of|at|for|in|from|,)$/.test(wordAt(page, i))) break
  }
  return ''
}
