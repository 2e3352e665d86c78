import type { Example, Token } from '#model'
import { isUpper, readRoleNouns } from '../lexicon.ts'

export const examples: readonly Example[] = [
  {
    text: 'Norvik rejected the offer. Jobs in Norvik depend on it. Negotiators from Norvik and Talland met.',
    list: 'actors',
    rule: 'actors',
    finds: ['Norvik state = Norvik', 'Negotiators from Norvik and Talland group of Norvik = Negotiators from Norvik and Talland', 'Talland state = Talland'],
  },
  {
    text: 'Havaro chief executive Alma von Rosen said the company would wait. She thanked the pilots at Havaro.',
    list: 'actors',
    rule: 'actors',
    finds: [
      'Havaro organisation = Havaro = the company',
      'Alma von Rosen person of Havaro = Alma von Rosen as Havaro chief executive',
      'pilots at Havaro group = the pilots at Havaro',
    ],
  },
  {
    text: 'Talks between Arvania and Karsk ended after Arvania refused to wait. President Alma Rosen of Tolm left.',
    list: 'actors',
    rule: 'actors',
    finds: ['Arvania person = Arvania', 'Karsk person = Karsk', 'Alma Rosen person = Alma Rosen as President', 'Tolm state = Tolm'],
  },
  {
    text: "Lorvan on Friday rejected it, its neighbours said. Lorvan's water minister left.",
    list: 'actors',
    rule: 'actors',
    finds: ['Lorvan state = Lorvan', "Lorvan's water minister office of Lorvan = Lorvan's water minister"],
  },
  {
    text: 'A draft seen by Sea Review would end it.',
    list: 'actors',
    rule: 'actors',
    finds: ['Sea Review outlet = Sea Review'],
  },
  { text: 'Deferred Action would end. Higher Pensions stayed.', list: 'actors', rule: 'actors', finds: [] },
]

/** What the report shows of a run of capitalised words, counted over all its places. */
export interface Signs {
  /** A title or an honorific stands before it, or it is told of in an apposition. */
  title: number
  /** A word of place stands before it. */
  place: number
  /** A verb of saying or meeting follows it. */
  says: number
  /** "at" or "the" stands before it. */
  body: number
  /** Of these, "at". */
  at: number
  plain: number
  acts: number
  /** It does something: an active verb follows it. */
  deeds: number
  /** A possessive mark follows it. */
  owns: number
  /** A verb of many follows it. */
  many: number
  /** What only a state has: a parliament, waters, a finance minister. */
  state: number
  /** What only a firm or another body has: a chief executive, shareholders, workers at it. */
  firm: number
  /** A document is "seen by" it, "obtained by" it: it publishes. */
  seen: number
  /** Talks, a deal or a war are between it and another. */
  sides: number
  /** It decides as parties do: rejects, demands, signs. */
  wills: number
  /** "X said he …": a person. */
  he: number
  /** "X said it …": none. */
  it: number
}

/** No sign at all. */
export function noSigns(): Signs {
  return {
    title: 0,
    place: 0,
    says: 0,
    body: 0,
    at: 0,
    plain: 0,
    acts: 0,
    deeds: 0,
    owns: 0,
    many: 0,
    state: 0,
    firm: 0,
    seen: 0,
    sides: 0,
    wills: 0,
    he: 0,
    it: 0,
  }
}

const LOCATIVE = new Set('in near outside around across throughout inside toward towards over into'.split(' '))
const SAYING = new Set('say tell add note write argue warn tweet insist explain reply respond acknowledge suggest believe think meet visit call'.split(' '))
const STATE = new Set(
  'parliament waters coast coastline territory territories airspace border borders economy soil shores capital constitution ambassador embassy sovereignty navy fleet currency exports imports neighbours neighbors prime foreign finance defence defense interior fisheries energy environment agriculture trade transport health infrastructure'.split(
    ' ',
  ),
)
/** Who is of a state: "the government of Norland". */
const RULING = /^(?:government|army|president|premier|minister|parliament|navy|king|queen|republic|kingdom|ambassador|people)$/
/** What two sides do or make with each other. */
const BETWEEN =
  /^(?:talks?|negotiations?|calls?|contacts?|war|truce|ceasefire|agreement|deal|pact|accord|treaty|conflict|fighting|border|dispute|relations|ties|tensions|meetings?|summits?|exchange|swap|trade|clashes)$/
/** Words tagged as prepositions that open a clause: "after Norland refused". */
const OPENS = /^(?:after|before|since|until|till|as|than|like|if|while|because|unless|once|that)$/
/** What one who decides is: "Norland is ready to". */
const WILLING = /^(?:ready|willing|prepared|open|opposed|reluctant|unwilling|eager|committed|determined|adamant|unlikely|keen)$/
/** What follows a state's possessive mark, and a leader's as well. */
const RULED = new Set('government troops army forces military minister ministry negotiators envoy delegation president soldiers cabinet'.split(' '))
const FIRM = new Set(
  'shareholders shares pilots workers employees executives management plants factories mechanics machinists flights planes aircraft subsidiary customers board headquarters workforce profit profits revenue ceo chairman chairwoman chairperson'.split(
    ' ',
  ),
)
const EPONYM = new Set('party movement union alliance coalition airline carmaker automaker company firm militia'.split(' '))
const WILLS = new Set(
  'reject want deny agree accuse offer refuse demand sign ratify propose accept threaten vow urge withdraw invade annex recognise recognize expel insist oppose seek impose retaliate concede'.split(
    ' ',
  ),
)
/** Who comes from a state. */
const FROM = /^(?:negotiators|officials|troops|forces|delegations|delegates|diplomats|envoys|representatives|lawmakers|ministers|soldiers|mediators|experts)$/
/** Who is at a firm. */
const AT = /^(?:workers|employees|pilots|nurses|teachers|miners|drivers|strike|strikes|management|executive|executives|analyst|economist)$/

/** Counts what stands about `tokens[from, to)`. */
export function countSigns(tokens: readonly Token[], from: number, to: number, titled: boolean, signs: Signs): void {
  countBefore(tokens, from, titled, signs)
  const after = tokens[to]
  if (!after) return
  const before = tokens[from - 1]
  const owns = /^['’]s$/.test(after.text)
  const isVerb = after.pos === 'VERB' || after.pos === 'AUX'
  if (owns) signs.owns++
  if (owns || isJoined(tokens, from, to) || (isVerb && !isGerund(after) && before?.lower !== 'the')) signs.acts++
  if (owns || isVerb || /^[,.]$/.test(after.text)) signs.plain++
  if (AREA.test(after.lower) && after.start === (tokens[to - 1]?.end ?? 0) + 1) signs.place += 2
  // "officials at Norvik said": the verb is the officials'.
  const led = before?.pos === 'ADP' && !OPENS.test(before.lower)
  if (!SAYING.has(after.lemma)) countOwned(tokens, owns ? to + 1 : to, owns, signs)
  else if (!led) countSaying(tokens, to, signs)
  if (!led && hasOwn(tokens, to)) signs.state++
  const behind = isVerb ? to : (joinedVerb(tokens, to) ?? datedVerb(tokens, to))
  if (behind !== undefined) countDeed(tokens, behind, led || before?.lower === 'the', signs)
}

function countBefore(tokens: readonly Token[], from: number, titled: boolean, signs: Signs): void {
  const word = tokens[from - 1]?.lower ?? ''
  if (titled) signs.title++
  else if (LOCATIVE.has(word)) signs.place++
  else if (word === 'at' || word === 'the') signs.body++
  if (DIRECTION.test(word)) signs.place += 2
  if (isSeenBy(tokens, from)) signs.seen++
  if (word === 'at') signs.at++
  if (word === 'at' && AT.test(tokens[from - 2]?.lower ?? '')) signs.firm++
  if (isFrom(tokens, from)) signs.state += 2
  if (word === 'of' && isRuled(tokens, from - 2)) signs.state += 2
  if (isSide(tokens, from)) signs.sides++
}

/** "a draft seen by the Harbour Post". */
function isSeenBy(tokens: readonly Token[], from: number): boolean {
  const by = tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1
  if (tokens[by]?.lower !== 'by' || !/^(?:seen|obtained|viewed|reviewed)$/.test(tokens[by - 1]?.lower ?? '')) return false
  return /^(?:cop(?:y|ies)|drafts?|documents?|letters?|texts?|memos?|e-?mails?|transcripts?|recordings?|proposals?|reports?)$/.test(tokens[by - 2]?.lower ?? '')
}

/** "northern Norvale". */
const DIRECTION = /^(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)ern$/

/** "the government of", "President Ada Lund of". */
function isRuled(tokens: readonly Token[], at: number): boolean {
  let i = at
  while (i > at - 4 && isUpper(tokens[i]?.text ?? '') && !RULING.test(tokens[i]?.lower ?? '')) i--
  return RULING.test(tokens[i]?.lower ?? '')
}

/** "talks between Norland and Sudland", "a truce with Norland": each of them. */
function isSide(tokens: readonly Token[], from: number): boolean {
  let at = from - 1
  if (tokens[at]?.lower === 'and' && isUpper(tokens[at - 1]?.text ?? '')) while (at > from - 6 && (at === from - 1 || isUpper(tokens[at]?.text ?? ''))) at--
  if (tokens[at]?.lower === 'between') return BETWEEN.test(tokens[at - 1]?.lower ?? '')
  // "a meeting on Monday with Norland".
  return tokens[at]?.lower === 'with' && tokens.slice(Math.max(0, at - 3), at).some(token => BETWEEN.test(token.lower))
}

/** "Norland and Sudland", "between Norland and …": joined to another name. */
function isJoined(tokens: readonly Token[], from: number, to: number): boolean {
  const upper = (token: Token | undefined): boolean => token !== undefined && isUpper(token.text)
  if (tokens[to]?.lower === 'and' && upper(tokens[to + 1])) return true
  return tokens[from - 1]?.lower === 'between' || (tokens[from - 1]?.lower === 'and' && upper(tokens[from - 2]))
}

/** "Norland and Sudland agreed": the verb of both; undefined where no other name is joined to this one. */
function joinedVerb(tokens: readonly Token[], to: number): number | undefined {
  if (tokens[to]?.lower !== 'and' || !isUpper(tokens[to + 1]?.text ?? '')) return undefined
  let at = to + 2
  while (at < to + 5 && isUpper(tokens[at]?.text ?? '') && !DAY.test(tokens[at]?.lower ?? '')) at++
  return tokens[at]?.pos === 'VERB' || tokens[at]?.pos === 'AUX' ? at : datedVerb(tokens, at)
}

const DAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)$/

/** "Norland on Friday rejected": the verb after its day; undefined where no day stands there. */
function datedVerb(tokens: readonly Token[], to: number): number | undefined {
  let at = to
  while (at < to + 2 && /^(?:late|early|on)$/.test(tokens[at]?.lower ?? '')) at++
  if (!DAY.test(tokens[at]?.lower ?? '')) return undefined
  return tokens[at + 1]?.pos === 'VERB' || tokens[at + 1]?.pos === 'AUX' ? at + 1 : undefined
}

/** "Norland has released them, its justice ministry said". */
function hasOwn(tokens: readonly Token[], to: number): boolean {
  for (let i = to + 1; i < to + 16 && tokens[i] && tokens[i]?.text !== '.'; i++)
    if (tokens[i]?.lower === 'its')
      return /^(?:ministry|army|military|parliament|navy|embassy|troops)$/.test(tokens[i + 1]?.lower ?? '') || tokens[i + 2]?.lower === 'ministry'
  return false
}

function isGerund(token: Token): boolean {
  return token.pos === 'VERB' && token.lower.endsWith('ing')
}

/** "counties", "province": what is named by the words before it. */
const AREA = /^(?:count(?:y|ies)|provinces?|city|cities|towns?|districts?|villages?|regions?|rivers?|island|islands|airport|border|suburb|peninsula)$/

function countDeed(tokens: readonly Token[], to: number, led: boolean, signs: Signs): void {
  if (/^(?:are|were|have)$/.test(tokens[to]?.lower ?? '')) signs.many++
  const verb = led ? undefined : willAt(tokens, to)
  if (verb?.pos === 'VERB' && !(verb === tokens[to] && isGerund(verb))) signs.deeds++
  const ready = !led && tokens[to]?.pos === 'AUX' && (WILLING.test(tokens[to + 1]?.lower ?? '') || WILLING.test(tokens[to + 2]?.lower ?? ''))
  if (ready) signs.deeds++
  if (ready || (verb && WILLS.has(verb.lemma))) signs.wills++
}

/** "negotiators from Norland and Sudland": each of them. */
function isFrom(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from - 1]?.lower === 'and' && isUpper(tokens[from - 2]?.text ?? '') ? from - 2 : from
  return tokens[first - 1]?.lower === 'from' && FROM.test(tokens[first - 2]?.lower ?? '')
}

/** The verb itself, past "has", "will", "not". */
function willAt(tokens: readonly Token[], at: number): Token | undefined {
  let to = at
  while (to < at + 3 && /^(?:AUX|ADV|PART)$/.test(tokens[to]?.pos ?? '')) to++
  const isPassive = to > at && /^(?:be|is|are|was|were|been)$/.test(tokens[to - 1]?.lower ?? '')
  return isPassive && !tokens[to]?.lower.endsWith('ing') ? undefined : tokens[to]
}

/** "said he", "said that it": the pronoun after the saying is most often who said so. */
function countSaying(tokens: readonly Token[], at: number, signs: Signs): void {
  signs.says++
  const next = tokens[at + 1]?.lower === 'that' ? tokens[at + 2]?.lower : tokens[at + 1]?.lower
  if (next === 'he' || next === 'she') signs.he++
  if (next === 'it' && /^(?:VERB|AUX)$/.test(tokens[tokens[at + 1]?.lower === 'that' ? at + 3 : at + 2]?.pos ?? '')) signs.it++
}

/** What a name has, after its possessive mark or right behind it. */
function countOwned(tokens: readonly Token[], at: number, owns: boolean, signs: Signs): void {
  const first = tokens[at]
  if (!first || first.start > (tokens[at - 1]?.end ?? 0) + 1 || isUpper(first.text)) return
  const second = tokens[at + 1]?.lower ?? ''
  const word = owns && first.pos === 'ADJ' && !STATE.has(first.lower) ? second : first.lower
  const pair = `${first.lower} ${second}`
  if (pair === 'chief executive' || pair === 'general secretary' || FIRM.has(word) || (!owns && EPONYM.has(word))) signs.firm++
  else if (!owns) return
  else if (RULED.has(word) || pair === 'chief negotiator') signs.state++
  else if (STATE.has(word) && (!isField(word) || readRoleNouns().get(second)?.type === 'post' || second === 'ministry')) signs.state += 2
  else if (/^(?:NOUN|ADJ)$/.test(first.pos) && /^(?:minister|ministry)$/.test(second)) signs.state += 2 // "Norland's water minister"
}

/** Words that only before a minister tell of a state. */
function isField(word: string): boolean {
  return /^(?:prime|foreign|finance|defen[cs]e|interior|fisheries|energy|environment|agriculture|trade|transport|health|infrastructure)$/.test(word)
}
