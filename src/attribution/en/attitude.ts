import { readRows } from '#text'
import type { Example } from '#model'
import { hasFinite, trimRange, wordAt, type Draft, type Page, type Range } from '../page.ts'
import type { Stretch } from './plain.ts'
import { endOfSaid, isFree } from './reading.ts'
import { phraseBefore, speakerOf } from './subject.ts'

interface Attitude {
  readonly leads: ReadonlySet<string>
  readonly bare: boolean
}

const ATTITUDES: ReadonlyMap<string, Attitude> = new Map(
  readRows('attitudes', ['word', 'leads', 'bare']).map(row => [row.word, { leads: new Set(row.leads.split('|')), bare: row.bare === 'yes' }]),
)
const LINKING = /^(?:be|remain|sound|stay|become|feel|grow)$/
const CLAUSE = /^(?:that|how|whether|if|to)$/

/** "was confident that the line would hold", "analysts wary of a truce": what somebody thinks, told by an adjective. */
export function readAttitudes(page: Page, stretch: Stretch, taken: readonly Draft[]): Draft[] {
  const found: Draft[] = []
  for (let i = stretch.from + 1; i < stretch.to - 2; i++) {
    const attitude = ATTITUDES.get(wordAt(page, i))
    if (!attitude || page.quoted[i] !== page.quoted[stretch.from] || !isFree(i, taken)) continue
    const draft = readAttitude(page, stretch, i, attitude)
    if (draft) found.push(draft)
  }
  return found
}

function readAttitude(page: Page, stretch: Stretch, at: number, { leads, bare }: Attitude): Draft | undefined {
  const end = at + 1 + dayAfter(page, at + 1)
  const lead = wordAt(page, end)
  if (!leads.has(lead)) return undefined
  const link = linkBefore(page, at, stretch.from)
  const source = link === undefined ? (bare && !CLAUSE.test(lead) ? holder(page, at, stretch.from) : undefined) : speakerOf(page, link, stretch.from)
  if (link !== undefined && isMerely(page, link, at)) return undefined
  if (!source || /^(?:it|this|that|there|which|what)$/.test(wordAt(page, source[0]))) return undefined
  const clause = CLAUSE.test(lead)
  const from = clause ? end : end + 1
  const content = trimRange(page, [from, endOfSaid(page, from, stretch.to, clause)])
  if (!content || (lead === 'that' && !hasFinite(page, content))) return undefined
  return { rule: 'attribution/en/attitude', source, cue: [link ?? at, clause ? at + 1 : end + 1], content: [content] }
}

/** How many words tell a day between the adjective and what it leads to: "frustrated last week that". */
function dayAfter(page: Page, at: number): number {
  if (/^(?:today|yesterday)$/.test(wordAt(page, at))) return 1
  return /^(?:last|this|on)$/.test(wordAt(page, at)) && /(?:week|month|year|day)$/.test(wordAt(page, at + 1)) ? 2 : 0
}

/** The linking verb of the adjective, with its auxiliaries; adverbs may stand between. */
function linkBefore(page: Page, at: number, start: number): number | undefined {
  let i = at - 1
  while (i > start && (page.tokens[i]?.pos === 'ADV' || /^(?:not|n't|n’t|more|less)$/.test(wordAt(page, i)))) i--
  if (!LINKING.test(page.tokens[i]?.lemma ?? '') && !/^(?:'s|’s|'re|’re|'m|’m)$/.test(wordAt(page, i))) return undefined
  while (i - 1 > start && page.tokens[i - 1]?.pos === 'AUX') i--
  return i
}

/** "might be willing", "should be worried": nobody is said to think it. */
function isMerely(page: Page, link: number, at: number): boolean {
  for (let i = link; i < at; i++) if (/^(?:may|might|could|should|would|must|can|will|’ll|'ll)$/.test(wordAt(page, i))) return true
  return false
}

/** "investors wary of …": a described or named holder right before. */
function holder(page: Page, at: number, start: number): Range | undefined {
  const before = page.tokens[at - 1]
  if (!before || !/^(?:NOUN|PROPN)$/.test(before.pos)) return undefined
  const noun = phraseBefore(page, at, start)
  return noun && noun[0] >= start ? trimRange(page, noun) : undefined
}

export const examples: readonly Example[] = [
  {
    text: 'The dockers remained doubtful that the owners would pay.',
    list: 'statements',
    rule: '*',
    finds: ['«The dockers» | «remained doubtful» | «that the owners would pay» | indirect thought publisher > group:dockers'],
  },
  { text: 'The road was clear of snow.', list: 'statements', rule: 'attribution/en/attitude', finds: [] },
]
