import type { Example, Sentence, Token } from '#model'
import { isUpper, readRoleNouns } from '../lexicon.ts'

export const examples: readonly Example[] = [
  {
    text: "The Nurses' Alliance struck. Nobody else joined the alliance.",
    list: 'actors',
    rule: 'actors',
    finds: ["Nurses' Alliance organisation = Nurses' Alliance = the alliance"],
  },
  {
    text: "The People's Party for Ports and Rivers (PPR) said so. The PPR asked the Air Line Pilots Association to wait.",
    list: 'actors',
    rule: 'actors',
    finds: [
      "People's Party for Ports and Rivers organisation = People's Party for Ports and Rivers = PPR",
      'Air Line Pilots Association organisation = Air Line Pilots Association',
    ],
  },
  { text: "The painters' supper was cold.", list: 'actors', rule: 'actors', finds: [] },
]

/** Nouns that end the name of a body. */
export const BODY: ReadonlySet<string> = new Set(
  'association organisation organization union party ministry bank institute university council committee commission agency corp corp. corporation inc inc. co co. ltd ltd. llc plc ag sa group holdings motors airlines airways industries technologies fund court congress senate parliament assembly federation league front movement army brigade brigades guard guards foundation society center centre college school hospital department bureau administration authority board cabinet force forces house exchange post news press agency network partners associates international worldwide systems energy steel petroleum oil electric bloc alliance coalition forum roundtable conference guild confederation cooperative secretariat directorate junta'.split(
    ' ',
  ),
)

/** Nouns that end the name of a body made of people, though other names may end in them as well. */
const OF_PEOPLE = new Set('club commissions councils chamber branch local circle collective trust syndicate congregation initiative campaign'.split(' '))

/** Of these, those that words in capitals may follow after "of" or "for": "Centre for Ports and Rivers". */
const TITLED = new Set(
  'association organisation organization institute university council committee commission agency federation league front movement foundation society center centre college school academy department bureau authority board alliance coalition forum conference campaign partnership fund union party'.split(
    ' ',
  ),
)

/** Where a run that ends in a body's noun ends with what it is of or for; `to` where nothing follows. */
export function extendBody(tokens: readonly Token[], sentence: Sentence, to: number): number {
  return TITLED.has(tokens[to - 1]?.lower ?? '') && tokens[to]?.lower === 'for' && isUpper(tokens[to + 1]?.text ?? '') ? titleEnd(tokens, sentence, to - 1) : to
}

/** Plural nouns that by their ending describe people though no row has them. */
export const PEOPLE = /(?:ists|owners|workers|makers|holders|growers|keepers|bearers|goers|fighters)$/
/** The most tokens that such a name has. */
const LONGEST = 12

/**
 * The token after a name that a plain run of capitals does not hold together: people in the plural, with or without a possessive mark, or words joined by a hyphen, and a
 * body's own noun ("Nurses' Alliance", "Farmer-Citizen Movement"), with what it is of or for. `at` where none begins.
 */
export function bodyEnd(tokens: readonly Token[], sentence: Sentence, at: number, isKnown: (at: number) => boolean): number {
  let held = false
  const next = tokens[at + 1]
  if (!next || (!isUpper(next.text) && !/^(?:['’]s?|-|and)$/.test(next.text))) return at
  for (let i = at; i < Math.min(sentence.to, at + LONGEST);) {
    const token = tokens[i]
    if (!token || !isUpper(token.text) || (i > at && token.start > (tokens[i - 1]?.end ?? 0) + 1)) return at
    if (held && (BODY.has(token.lower) || OF_PEOPLE.has(token.lower))) return titleEnd(tokens, sentence, i)
    if (i > at && isKnown(i)) return at
    const joint = jointAt(tokens, i)
    if (joint === undefined) return at
    if (joint > 1 || isPeople(token)) held = true
    i += joint
  }
  return at
}

/** How many tokens lead from one capital to the next; `undefined` where a possessive mark or hyphen says that the name ends here. */
function jointAt(tokens: readonly Token[], i: number): number | undefined {
  const [token, mark, next] = [tokens[i], tokens[i + 1], tokens[i + 2]]
  if (!token || !mark || mark.start !== token.end || !/^(?:['’]s?|-)$/.test(mark.text)) {
    const shared = token && isPeople(token) && mark?.lower === 'and' && next && isPeople(next)
    return shared ? 2 : 1
  }
  if (mark.text === '-') return next?.start === mark.end && isUpper(next.text) ? 2 : undefined
  if (!(mark.text.length > 1 ? /(?:people|men|women|children)$/.test(token.lower) : token.lower.endsWith('s'))) return undefined
  return next?.lower === 'and' && isUpper(tokens[i + 3]?.text ?? '') ? 3 : 2
}

/** "Teachers", "Pilots", "Growers": many of a kind, with a capital. */
function isPeople(token: Token): boolean {
  if (!isUpper(token.text)) return false
  const role = readRoleNouns().get(token.lower)
  if (!role) return token.lower.endsWith('s') && PEOPLE.test(token.lower)
  return role.plural && (role.type === 'individual' || role.type === 'people' || role.type === 'post') && token.lower !== 'states'
}

/** "Guild of Norland", "Party for Ports and Rivers": the capitals that a body's noun is joined to. */
function titleEnd(tokens: readonly Token[], sentence: Sentence, noun: number): number {
  let end = noun + 1
  while (end < sentence.to && isUpper(tokens[end]?.text ?? '') && BODY.has(tokens[end]?.lower ?? '')) end++
  const link = tokens[end]?.lower
  if (link !== 'of' && link !== 'for') return end
  for (let i = end + 1; i < Math.min(sentence.to, end + LONGEST); i++) {
    if (isUpper(tokens[i]?.text ?? '')) end = i + 1
    else if (!(link === 'for' && /^(?:and|the|of)$/.test(tokens[i]?.lower ?? '')) && !(i === end + 1 && tokens[i]?.lower === 'the')) break
  }
  return end
}
