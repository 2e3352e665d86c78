import type { Example } from '#model'
import { trimRange, wordAt, type Draft, type Page } from '../page.ts'
import type { Stretch } from './plain.ts'
import { endOfSaid, isFree } from './reading.ts'
import { phraseBefore, subjectOf } from './subject.ts'

const HELD =
  /^(?:said|believed|thought|understood|reported|rumored|rumoured|alleged|feared|presumed|suspected|assumed|expected|estimated|forecast|projected|tipped|claimed|reputed)$/
/** What may follow: a clause, a state ("feared dead"), or what somebody is accused of. */
const LEAD = /^(?:to|that)$/
const STATE =
  /^(?:dead|missing|lost|likely|unlikely|alive|trapped|imminent|responsible|guilty|killed|drowned|close|near|shot|wounded|injured|buried|captured|held|behind|involved)$/
const OF: ReadonlyMap<string, string> = new Map([
  ['accused', 'of'],
  ['suspected', 'of'],
  ['blamed', 'for'],
])
const BE = /^(?:is|are|was|were|been|’s|'s|’re|'re)$/
const RELATIVE = /^(?:who|which|that)$/

/** "The rebels are thought to hold the bridge", "it is understood that …": a statement of nobody named. */
export function readPassives(page: Page, stretch: Stretch, taken: readonly Draft[]): Draft[] {
  const found: Draft[] = []
  for (let i = stretch.from + 2; i < stretch.to - 2; i++) {
    const next = wordAt(page, i + 1)
    const leads = HELD.test(wordAt(page, i)) ? LEAD.test(next) || STATE.test(next) || next === ',' || isOpening(page, i) : OF.get(wordAt(page, i)) === next
    if (!leads || page.quoted[i] !== page.quoted[stretch.from] || !isFree(i, taken)) continue
    const draft = readPassive(page, stretch, i)
    if (draft) found.push(draft)
  }
  return found
}

function readPassive(page: Page, stretch: Stretch, at: number): Draft | undefined {
  let be = at - 1
  while (be > stretch.from && (page.tokens[be]?.pos === 'ADV' || wordAt(page, be) === 'not')) be--
  if (!BE.test(wordAt(page, be))) return readReduced(page, stretch, at)
  const rule = 'attribution/en/passive'
  const it = wordAt(page, be - 1) === 'it'
  if (wordAt(page, at + 1) === 'that' || (it && isOpening(page, at))) {
    const content = it ? trimRange(page, [at + 1, endOfSaid(page, at + 1, stretch.to, true)]) : undefined
    return content && { rule, cue: [be - 1, at + 1], content: [content] }
  }
  if (wordAt(page, at + 1) === ',') return it && wordAt(page, be - 2) === ',' ? readAside(page, stretch, be - 1, at) : undefined
  while (be - 1 > stretch.from && page.tokens[be - 1]?.pos === 'AUX') be--
  const subject = subjectOf(page, be, stretch.from)
  if (!subject || it) return undefined
  const content = trimRange(page, [at + 1, endOfSaid(page, at + 1, stretch.to, !RELATIVE.test(wordAt(page, subject[0])))])
  return content && { rule, cue: [be, at + 1], content: [subject, content] }
}

/** "it is believed | the crews …": a clause without its "that". */
function isOpening(page: Page, at: number): boolean {
  const next = page.tokens[at + 1]
  return wordAt(page, at - 2) === 'it' && next !== undefined && /^(?:DET|NOUN|PROPN|PRON|NUM|ADJ)$/.test(next.pos)
}

/** "a man believed to be the bomber was seen": the passive without its verb, up to the main one. */
function readReduced(page: Page, stretch: Stretch, at: number): Draft | undefined {
  if (wordAt(page, at + 1) !== 'to' || !/^(?:be|have)$/.test(wordAt(page, at + 2))) return undefined
  const subject = phraseBefore(page, at, stretch.from)
  if (!subject || subject[0] < stretch.from || !/^(?:NOUN|PROPN|NUM)$/.test(page.tokens[subject[1] - 1]?.pos ?? '')) return undefined
  let to = at + 3
  while (to < stretch.to && !/^(?:[,.;:—–)]|is|are|was|were|has|had|will|would)$/.test(wordAt(page, to))) to++
  const content = trimRange(page, [at + 1, to])
  return content && { rule: 'attribution/en/passive', cue: [at, at + 1], content: [subject, content] }
}

/** "The plan, it is understood, has three parts": what is held stands on both sides. */
function readAside(page: Page, stretch: Stretch, it: number, at: number): Draft | undefined {
  const before = trimRange(page, [stretch.from, it - 1])
  const after = trimRange(page, [at + 2, stretch.to])
  return before && after && { rule: 'attribution/en/passive', cue: [it, at + 1], content: [before, after] }
}

export const examples: readonly Example[] = [
  {
    text: 'It is understood that both crews have gone home.',
    list: 'statements',
    rule: 'attribution/en/passive',
    finds: ['«» | «It is understood» | «that both crews have gone home» | indirect thought publisher > unstated hedged «It is understood»'],
  },
  { text: 'The crews used to be proud.', list: 'statements', rule: 'attribution/en/passive', finds: [] },
]
