import type { Example } from '#model'
import { hasFinite, holds, isNominal, meets, sentenceOf, trimRange, wordAt, type Draft, type Page, type Range } from '../page.ts'
import { subjectOf } from './subject.ts'

/** Verbs that leave no doubt that what follows was said. */
const PLAIN =
  /^(?:say|tell|announce|warn|claim|insist|argue|declare|stress|state|confirm|deny|believe|allege|acknowledge|maintain|reiterate|emphasize|emphasise|urge|demand|vow|pledge|accuse|reveal|report|promise|add|note|predict)$/
const CLAUSE = /^(?:that|he|she|it|they|we|there|if|whether|how|why|what|who)$/
/** Verbs of will and thought: they count only before a clause, an infinitive or an object of their own. */
const WILLING =
  /^(?:want|believe|hope|fear|expect|think|worry|intend|plan|order|decide|require|propose|ask|offer|refuse|seek|know|understand|suggest|demand|call|teach|find|conclude|describe|brand|slam|blast|hail|label|denounce|condemn|criticize|criticise|criticise|dismiss|praise|blame|threaten|write|tweet|explain|express|admit|concede|assert|caution|indicate|rule|estimate)$/
/** The longest listener: "told the Norland News Agency". */
const LISTENER = 10

/** Tokens that hold one sentence, or one content. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** "The minister told the paper the talks were over", "has yet to announce": a plain verb of saying that the tagger passed over. */
export function readPlain(page: Page, sentence: Stretch, taken: readonly Draft[]): Draft[] {
  const found: Draft[] = []
  for (let i = sentence.from + 1; i < sentence.to - 2; i++) {
    const token = page.tokens[i]
    if (token?.pos !== 'VERB' || page.quoted[i] !== page.quoted[sentence.from] || !(PLAIN.test(token.lemma) || WILLING.test(token.lemma))) continue
    if (
      [...taken, ...found].some(draft => meets(draft.cue, [i, i + 1]) || meets(draft.source, [i, i + 1]) || draft.content.some(part => holds(part, [i, i + 1])))
    )
      continue
    const draft = readVerb(page, sentence, i)
    if (draft) found.push(draft)
  }
  return found
}

function readVerb(page: Page, sentence: Stretch, at: number): Draft | undefined {
  const token = page.tokens[at]
  if (!token || token.lower.endsWith('ing')) return undefined
  const source = subjectOf(page, at, sentence.from)
  const yet = wordAt(page, at - 1) === 'to' && wordAt(page, at - 2) === 'yet'
  const subject = yet ? subjectOf(page, at - 3, sentence.from) : source
  if (!subject || !isSubject(page, subject, at) || (wordAt(page, at - 1) === 'to') !== yet || /^(?:that|this|which|it|there)$/.test(wordAt(page, subject[0])))
    return undefined
  const from = contentStart(page, sentence, at, token.lemma)
  if (from === undefined) return undefined
  const content = trimRange(page, [from, endOf(page, sentence, from)])
  if (!content || (content[1] - content[0] < 3 && !isThing(page, content, token.lemma))) return undefined
  return { rule: 'attribution/en/plain', source: subject, cue: cueOf(page, subject, at), content: [content] }
}

/** "wanted peace", "vowed revenge". */
function isThing(page: Page, content: Range, lemma: string): boolean {
  return (
    /^(?:want|vow|demand|deny|promise|seek|propose|fear|expect)$/.test(lemma) &&
    /^(?:NOUN|PROPN|NUM)$/.test(page.tokens[content[1] - 1]?.pos ?? '') &&
    !/(?:day|week|month|year)$/.test(wordAt(page, content[1] - 1))
  )
}

const BE = /^(?:is|are|was|were|be|been|being)$/
const MODAL = /^(?:should|could|would|might|may|must|can|shall|will|’ll|'ll)$/
/** Words before a subject that make a question or a supposition of it. */
const MERELY = /^(?:if|unless|whether|would|could|should|might|can|do|does|did)$/

/** A noun or pronoun right before the verb group, which is neither passive nor merely possible. */
export function isSubject(page: Page, subject: Range, at: number): boolean {
  const last = page.tokens[subject[1] - 1]
  if (!last || !/^(?:NOUN|PROPN|PRON|NUM)$/.test(last.pos) || /^(?:its|his|her|their|our|my)$/.test(last.lower)) return false
  if (MERELY.test(wordAt(page, subject[0] - 1))) return false
  const group = page.tokens.slice(subject[1], at).map(token => token.lower)
  return !group.some(word => MODAL.test(word)) && !(group.some(word => BE.test(word)) && !wordAt(page, at).endsWith('ing'))
}

function cueOf(page: Page, subject: Range, at: number): Range {
  let from = at
  while (from > subject[1] && /^(?:AUX|PART|ADV)$/.test(page.tokens[from - 1]?.pos ?? '')) from--
  return [from, at + 1]
}

/** Where what is said begins: "that", a pronoun, a clause after the listener, or a noun phrase with its own verb. */
function contentStart(page: Page, sentence: Stretch, at: number, lemma: string): number | undefined {
  const next = wordAt(page, at + 1)
  if (/^(?:[,.;:]|by)$/.test(next)) return undefined
  if (lemma === 'tell') return afterListener(page, sentence, at + 1)
  const that = thatAfter(page, sentence, at + 1)
  if (that !== undefined) return that
  if (/^(?:urge|accuse|vow|pledge|demand|deny|announce|promise|blame|praise|denounce|condemn|criticize|criticise)$/.test(lemma)) return at + 1
  if (WILLING.test(lemma)) return willed(page, sentence, at, lemma)
  for (let i = at + 1; i < Math.min(at + 8, sentence.to); i++) {
    if (wordAt(page, i) === 'that' || page.quoted[i] === 1) return i
    if (/^(?:DET|PROPN|NOUN|PRON|NUM|ADJ)$/.test(page.tokens[i]?.pos ?? '') && !isDay(page, i))
      return hasFinite(page, [i, lemma === 'add' ? gapAfter(page, i, sentence.to) : sentence.to]) ? i : undefined
    if (page.tokens[i]?.pos === 'VERB') return undefined
  }
  return undefined
}

/** "wanted to leave", "ordered clerks to burn", "asked why", "branded the plan “a trick”". */
function willed(page: Page, sentence: Stretch, at: number, lemma: string): number | undefined {
  const next = wordAt(page, at + 1)
  if (CLAUSE.test(next) && !(lemma === 'find' && next !== 'that')) return at + 1
  if (next === 'to' && /^(?:want|hope|expect|intend|plan|decide|offer|refuse|seek|threaten|ask|propose)$/.test(lemma)) return at + 1
  if (!/^(?:DET|PROPN|NOUN|PRON|NUM|ADJ)$/.test(page.tokens[at + 1]?.pos ?? '') || isDay(page, at + 1)) return undefined
  if (/^(?:want|propose|demand|fear|offer)$/.test(lemma)) return at + 1
  for (let i = at + 2; i < Math.min(at + 12, sentence.to); i++) {
    if (wordAt(page, i) === 'to' && /^(?:order|expect|ask|require|call)$/.test(lemma)) return at + 1
    if (page.quoted[i] === 1 || (wordAt(page, i) === 'as' && /^(?:brand|describe|hail|label|condemn|denounce)$/.test(lemma))) return at + 1
    if (/^(?:AUX|VERB)$/.test(page.tokens[i]?.pos ?? '') && /^(?:believe|think|fear|hope|know|say|suggest|admit|concede|assert|estimate)$/.test(lemma))
      return at + 1
  }
  return undefined
}

/** "argued in the past that", "announced on Sunday that": a circumstance stands between. */
function thatAfter(page: Page, sentence: Stretch, from: number): number | undefined {
  for (let i = from; i < Math.min(from + 8, sentence.to); i++) {
    if (wordAt(page, i) === 'that') return i === from || /^(?:ADP|ADV)$/.test(page.tokens[from]?.pos ?? '') || isDay(page, from) ? i : undefined
    if (/^(?:VERB|AUX|PUNCT|PRON)$/.test(page.tokens[i]?.pos ?? '')) return undefined
  }
  return undefined
}

function gapAfter(page: Page, from: number, to: number): number {
  for (let i = from; i < to; i++) if (wordAt(page, i) === ',') return i
  return to
}

function isDay(page: Page, i: number): boolean {
  return /(?:day|yesterday|today)$/.test(wordAt(page, i)) || wordAt(page, i - 1) === 'on' || wordAt(page, i - 1) === 'in'
}

/** Where what was told begins behind the listener at `from`; undefined where no clause follows. */
export function afterListener(page: Page, sentence: Stretch, from: number): number | undefined {
  let i = from
  while (i < Math.min(from + LISTENER, sentence.to)) {
    const word = wordAt(page, i)
    if (i > from && (CLAUSE.test(word) || page.quoted[i] === 1)) return i
    if (i > from && page.tokens[i]?.pos === 'DET' && !/^(?:of|with|at|by|in|for|and|to|on)$/.test(wordAt(page, i - 1))) return i
    if (!isNominal(page, i)) return undefined
    i++
  }
  return undefined
}

function endOf(page: Page, sentence: Stretch, from: number): number {
  let to = Math.min(sentence.to, sentenceOf(page, from)?.to ?? sentence.to)
  for (let i = from + 1; i < to; i++) if (/^;$/.test(wordAt(page, i)) && page.quoted[i] === 0) to = i
  return to
}

export const examples: readonly Example[] = [
  {
    text: 'The two governments have yet to announce progress on fishing rights.',
    list: 'statements',
    rule: '*',
    finds: [
      '«The two governments» | «have yet to announce» | «progress on fishing rights» | indirect speech negated publisher > group:two governments ([..2025-05-12])',
    ],
  },
  { text: 'The guests said nothing.', list: 'statements', finds: [] },
]
