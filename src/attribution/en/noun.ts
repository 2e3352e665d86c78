import type { Example } from '#model'
import { meets, sentenceOf, trimRange, wordAt, type Draft, type Page, type Range } from '../page.ts'
import type { Stretch } from './plain.ts'
import { nounBefore } from './subject.ts'

/** Nouns of saying, thinking and wanting, with the words that may lead to what is said. */
const NOUNS: ReadonlyMap<string, RegExp> = new Map(
  [
    [
      'accusation accusations allegation allegations charge charges claim claims suggestion suggestions speculation rumor rumors rumour rumours assertion assertions',
      /^(?:that|of)$/,
    ],
    ['fear fears worry worries concern concerns hope hopes belief expectation expectations confidence doubts', /^(?:that|of|over|about|for)$/],
    ['insistence', /^(?:that|on)$/],
    ['refusal willingness readiness pledge pledges promise promises threat threats vow vows', /^(?:to|that)$/],
    ['warning warnings', /^(?:that|of|about)$/],
    ['demand demands call calls appeal appeals request requests plea pleas', /^(?:for|that)$/],
    ['complaint complaints grievance grievances', /^(?:that|of|about|over)$/],
    ['assurance assurances', /^(?:that|of)$/],
    ['criticism', /^(?:that|of)$/],
    ['denial denials', /^(?:that|of)$/],
  ].flatMap(([words, leads]) => (words as string).split(' ').map(word => [word, leads as RegExp] as const)),
)

/** Whether the word is a noun of saying, thinking or wanting. */
export function isSaying(word: string): boolean {
  return NOUNS.has(word)
}

/** The longest content of "of" and "for": a noun phrase or "-ing" clause, not what follows its commas. */
const LONGEST = 30
/** Nouns that are as often things as sayings ("call for tender", "charge of the bank") need somebody who says them. */
const OWNED =
  /^(?:charges?|claims?|calls?|appeals?|requests?|pleas?|complaints?|grievances?|assurances?|demands?|confidence|expectations?|concerns?|criticism|warnings?|pledges?|promises?|threats?|vows?|denials?|willingness|readiness|refusal|insistence|belief|doubts)$/
const GAP = /^(?:,|;|:|—|–|\(|\)|\.|“|”|")$/

/** "accusations of bad faith", "the rebels' insistence on a pause", "fears that fighting will resume": sayings told by a noun. */
export function readNouns(page: Page, stretch: Stretch, taken: readonly Draft[]): Draft[] {
  const found: Draft[] = []
  const depth = page.quoted[stretch.from] === 2 ? 2 : 0
  for (let i = stretch.from; i < stretch.to - 2; i++) {
    const leads = NOUNS.get(wordAt(page, i))
    if (!leads || isVerb(page, i) || page.quoted[i] !== depth || taken.some(draft => meets(draft.cue, [i, i + 1]))) continue
    const draft = readNoun(page, stretch, i, leads)
    if (draft && !taken.some(one => one.content.some(part => meets(part, [i, i + 1])) || meets(one.source, [i, i + 1]))) found.push(draft)
  }
  return found
}

/** Taken for a verb by the words' tagger, and with a subject before it. */
function isVerb(page: Page, i: number): boolean {
  let before = i - 1
  while (page.tokens[before]?.pos === 'ADV') before--
  return page.tokens[i]?.pos === 'VERB' && /^(?:NOUN|PROPN|PRON|AUX)$/.test(page.tokens[before]?.pos ?? '')
}

function readNoun(page: Page, stretch: Stretch, at: number, leads: RegExp): Draft | undefined {
  let lead = at + 1
  const by = /^(?:by|from)$/.test(wordAt(page, lead)) ? nounAfter(page, lead + 1) : undefined
  if (by) lead = by[1]
  const word = wordAt(page, lead)
  if (!leads.test(word)) return undefined
  const source = by ?? owner(page, at)
  if (!source && OWNED.test(wordAt(page, at)) && word !== 'that') return undefined
  const clause = word === 'that' || word === 'to'
  const content = trimRange(page, [
    clause ? lead : lead + 1,
    word === 'that' ? contentEnd(page, stretch, lead + 1) : verbEnd(page, lead + 1, contentEnd(page, stretch, lead + 1)),
  ])
  if (!content || content[1] - content[0] < 2) return undefined
  return { rule: 'attribution/en/noun', cue: [at, clause || by ? at + 1 : lead + 1], content: [content], ...(source && { source }) }
}

function contentEnd(page: Page, stretch: Stretch, from: number): number {
  let to = from
  while (
    to < stretch.to &&
    to - from < LONGEST &&
    !(
      GAP.test(wordAt(page, to)) &&
      (page.quoted[to] !== 2 || page.quoted[from] === 2) &&
      !/^(?:because|if|when|while|as|and|but)$/.test(wordAt(page, to - 1)) &&
      !clauseOpen(page, from, to)
    )
  )
    to++
  return to
}

const OPENS = /^(?:because|if|when|while|although|unless)$/

/** Whether an aside opened just before: "that, as he put it, …". */
function clauseOpen(page: Page, from: number, to: number): boolean {
  for (let i = to - 1; i > from && to - i < 10; i--) if (OPENS.test(wordAt(page, i)) && wordAt(page, i + 1) === ',') return true
  return false
}

/** The main verb after the noun's own complement ends it: "the refusal to pay | angered the crews". */
function verbEnd(page: Page, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    const token = page.tokens[i]
    const before = page.tokens[i - 1]
    if (token?.pos === 'AUX' && !/^(?:be|been|being|have)$/.test(token.lower)) return i
    if (token?.pos === 'VERB' && !token.lower.endsWith('ing') && /^(?:NOUN|PROPN|PRON)$/.test(before?.pos ?? '')) return i
  }
  return to
}

/** "its refusal", "the rebels' insistence", "their apparent fear". */
function owner(page: Page, at: number): Range | undefined {
  let to = at
  while (page.tokens[to - 1]?.pos === 'ADJ' || page.tokens[to - 1]?.pos === 'ADV') to--
  const before = wordAt(page, to - 1)
  if (/^(?:its|his|her|their)$/.test(before)) return [to - 1, to]
  if (!/^(?:'s|’s|'|’)$/.test(before)) return undefined
  const noun = nounBefore(page, to - 1)
  return noun && sentenceOf(page, noun[0]) === sentenceOf(page, at) ? noun : undefined
}

function nounAfter(page: Page, from: number): Range | undefined {
  let to = from
  while (/^(?:PROPN|NOUN|ADJ|DET|NUM|CCONJ|PART)$/.test(page.tokens[to]?.pos ?? '')) to++
  return to > from ? [from, to] : undefined
}

export const examples: readonly Example[] = [
  {
    text: 'The delay revived fears of a longer blockade.',
    list: 'statements',
    finds: ['«» | «fears of» | «a longer blockade» | indirect thought publisher > unstated'],
  },
  { text: 'The company answered a call for tenders.', list: 'statements', finds: [] },
]
