import type { Token } from '#model'
import { readRows } from '#text'

/** A counted noun's row: the figure class, the unit, and whether it names people. */
export interface Counted {
  readonly class: string
  readonly unit: string
  readonly people: boolean
}

const NOUNS = new Map<string, Counted>(
  readRows('counted-nouns', ['noun', 'class', 'unit', 'people']).map(row => [row.noun, { class: row.class, unit: row.unit, people: row.people === 'yes' }]),
)

/** The row of a noun, by its form or its lemma. */
export function countedBy(token: Token | undefined): Counted | undefined {
  if (!token) return undefined
  return NOUNS.get(token.lower) ?? NOUNS.get(token.lemma) ?? (NATIONALS.test(token.text) && token.pos === 'PROPN' ? PEOPLE : undefined)
}

/** A plural of a people's or a party's name: Koreans, Palestinians, Republicans. */
const NATIONALS = /^\p{Lu}\p{Ll}+(?:ans|ians|ese|is|ish|ocrats)$/u
const PEOPLE: Counted = { class: 'other', unit: 'people', people: true }

/** The noun phrase after a number. Indexes count in the sentence; `head` is the counted noun. */
export interface Phrase {
  readonly from: number
  readonly to: number
  readonly head: number
}

const STOP = new Set([
  'face',
  'need',
  'flee',
  'said',
  'vs',
  'mln',
  'such',
  'each',
  'apiece',
  'including',
  'according',
  'still',
  'dead',
  'killed',
  'missing',
  'wounded',
  'injured',
])
const FATE = /^(?:wounded|injured|captured|displaced|missing|dead|detained|abducted|kidnapped|striking|jailed|slain|killed)$/
const LINK = new Set(['-', '–', "'s", '’s'])

function inside(token: Token, next: Token | undefined): boolean {
  if (FATE.test(token.lower) && next?.pos === 'NOUN') return true
  if (STOP.has(token.lower)) return false
  if (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'ADJ' || token.pos === 'NUM') return true
  if (countedBy(token) && (token.pos !== 'VERB' || isPlural(token))) return true
  return LINK.has(token.lower) && (next?.pos === 'NOUN' || next?.pos === 'PROPN' || next?.pos === 'ADJ' || (next?.pos === 'NUM' && token.lower !== '-'))
}

/** "logged 31 breaches": a plural that the tagger took for a verb, by its own row. */
function isPlural({ lower }: Token): boolean {
  return lower.endsWith('s') && NOUNS.has(lower)
}

/** A line end, or a participle after a plural that reads like a noun ("six powers meeting in May"). */
function breaksOff(tokens: readonly Token[], at: number, from: number): boolean {
  const before = tokens[at - 1]
  const token = tokens[at]
  if (at === from || !before || !token) return false
  return token.start - before.end > 2 || (token.lower.endsWith('ing') && before.pos === 'NOUN' && before.lower !== before.lemma)
}

/** The noun phrase that starts at `at`, after "of" too ("hundreds of people", "four of the captives"); undefined where no noun follows. */
export function readPhrase(tokens: readonly Token[], at: number): Phrase | undefined {
  let from = at
  if (tokens[from]?.lower === 'of') from++
  while (tokens[from]?.pos === 'DET' || tokens[from]?.pos === 'PRON' || (tokens[from]?.pos === 'ADV' && tokens[from + 1]?.pos === 'ADJ')) from++
  let to = from
  let head = -1
  while (to < tokens.length && to < from + 8) {
    const token = tokens[to]
    if (!token || !inside(token, tokens[to + 1]) || breaksOff(tokens, to, from)) break
    if (token.pos === 'NOUN' || countedBy(token)) head = to
    else if (token.pos === 'PROPN' && (head < 0 || tokens[head]?.pos === 'PROPN')) head = to
    to++
  }
  return head < 0 ? undefined : { from, to: head + 1, head }
}
