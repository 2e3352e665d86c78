import type { Sentence } from '#model'
import { readAdverb } from './en/adverb.ts'
import { readAll } from './en/all.ts'
import { readColon } from './en/colon.ts'
import { readContinued } from './en/continued.ts'
import { readHead } from './en/head.ts'
import { readLeading } from './en/leading.ts'
import { readManner } from './en/manner.ts'
import { mendDraft } from './en/mend.ts'
import { readMidway } from './en/midway.ts'
import { readNouns } from './en/noun.ts'
import { readPosted } from './en/posted.ts'
import { readPrinted } from './en/printed.ts'
import { readQuoted } from './en/quoted.ts'
import { splitSecond } from './en/second.ts'
import { readTail } from './en/tail.ts'
import { nestDrafts, toDraft } from './nest.ts'
import { holds, hullOf, meets, sentenceOf, trimRange, wordAt, type Draft, type Page, type Range } from './page.ts'
import { Tagger } from './tagger/tagger.ts'

/**
 * How likely a relation of the tagger must be right for the rules to look at it, which drop false ones themselves; and by how much, in log odds,
 * a reading must be ahead that is not that of the likeliest labels, whose edges the rules know how to mend.
 */
const LEAST = 0.26
const LEAD = 3

/** All statements of a page in the making: what the tagger marked and rules set right, what rules add, what lies within. */
export function findDrafts(page: Page): Draft[] {
  const tagger = new Tagger(page.reading)
  const tagged = tagger.relate(LEAST, LEAD).flatMap(relation => mendDraft(page, toDraft(relation)) ?? [])
  const spoken = tagged.filter(draft => draft.cue)
  const printed = page.reading.sentences.flatMap(sentence => readPrinted(page, sentence) ?? []).slice(0, 1)
  const from = printed[0]?.cue?.[0] ?? Infinity
  const outer = [
    ...byRules(
      page,
      spoken.filter(draft => hullOf(draft)[1] <= from),
    ).filter(draft => hullOf(draft)[1] <= from),
    ...printed,
  ]
  const continued = readContinued(page, outer)
  const top = [...outer, ...continued].sort(inOrder)
  const nested = nestDrafts(page, tagger, top)
  return placeInner([...top, ...dropTwice(top, nested)].map(draft => freeNext(page, draft)))
}

function inOrder(a: Draft, b: Draft): number {
  const x = hullOf(a)
  const y = hullOf(b)
  return x[0] - y[0] || y[1] - x[1]
}

/** Rules sentence by sentence: what stands at a sentence's end holds the whole of it. */
function byRules(page: Page, tagged: readonly Draft[]): Draft[] {
  const { sentences } = page.reading
  const by = new Map<number, Draft[]>()
  for (const draft of tagged) {
    const index = sentenceOf(page, draft.cue?.[0] ?? hullOf(draft)[0])?.index ?? 0
    by.set(index, [...(by.get(index) ?? []), draft])
  }
  return sentences.flatMap((sentence, index) => ruleSentence(page, sentence, by.get(index) ?? []))
}

function ruleSentence(page: Page, sentence: Sentence, tagged: readonly Draft[]): Draft[] {
  const next = page.reading.sentences[sentence.index - 1]
  const opens = next?.passage !== sentence.passage
  const colon = opens ? readColon(page, sentence, passageEnd(page, sentence)) : undefined
  if (colon && tagged.every(draft => hullOf(draft)[0] >= (colon.cue?.[0] ?? 0) || meets(draft.cue, colon.cue))) return [colon]
  const posted = readPosted(page, sentence)
  if (posted) return [posted]
  const quoted = readQuoted(page, sentence)
  if (quoted.length > 0) return quoted
  const head = readHead(page, sentence)
  if (head) return [head]
  const tail = readTail(page, sentence)
  const asides = tail && wordAt(page, tail.cue?.[0] ?? 0) === 'according' ? [] : [...readManner(page, sentence), ...readMidway(page, sentence)]
  const free = withAsides(page, asides, tagged)
  const drafts = partShared(page, tail && asides.length === 0 ? withTail(page, tail, free) : free).flatMap(draft => splitSecond(page, draft))
  const told = drafts.filter(draft => !isCarrier(page, draft, drafts) && !isOwnVoice(page, draft))
  told.push(...readLeading(page, sentence, told))
  const plain = [...told, ...readAll(page, sentence, told).filter(draft => !isOwnVoice(page, draft))]
  const heard = [...plain, ...readAdverb(page, sentence, plain)]
  return [...heard, ...readNouns(page, sentence, heard)]
}

/** Two sayings of one source where the first one's content runs over the second's cue: it ends before the conjunction; where there is none, the second verb has its subject inside. */
function partShared(page: Page, drafts: readonly Draft[]): Draft[] {
  const kept = [...drafts]
  for (const draft of drafts) {
    const { cue, source } = draft
    const outer =
      cue && source && kept.find(one => one !== draft && meets(one.source, source) && one.content.some(part => holds(part, cue) && !holds(part, source)))
    if (!outer || page.quoted[cue[0]] !== 0) continue
    let at = cue[0] - 1
    while (/^(?:ADV|AUX)$/.test(page.tokens[at]?.pos ?? '')) at--
    if (!/^(?:and|but)$/.test(wordAt(page, at))) {
      kept.splice(kept.indexOf(draft), 1)
      continue
    }
    const content = outer.content.map(part => (holds(part, cue) ? trimRange(page, [part[0], at]) : part)).filter(part => part !== undefined)
    if (content.length > 0) kept[kept.indexOf(outer)] = { ...outer, content }
  }
  return kept
}

/** What the writer says of himself is the publisher's voice. */
function isOwnVoice(page: Page, { source }: Draft): boolean {
  return source !== undefined && source[1] - source[0] === 1 && page.quoted[source[0]] === 0 && /^(?:i|we|you)$/.test(page.tokens[source[0]]?.lower ?? '')
}

/** "…, citing officials" beside a statement of the same source names a carrier, not a second statement. */
function isCarrier(page: Page, draft: Draft, drafts: readonly Draft[]): boolean {
  const word = draft.cue && page.tokens[draft.cue[1] - 1]?.lower
  return (word === 'citing' || word === 'quoting') && drafts.some(one => one !== draft && one.cue && one.cue[0] < (draft.cue?.[0] ?? 0))
}

function passageEnd(page: Page, sentence: Sentence): number {
  let last = sentence
  for (let next = page.reading.sentences[last.index + 1]; next?.passage === sentence.passage; next = page.reading.sentences[last.index + 1]) last = next
  return last.to
}

/** Sayings laid into a sentence beside what the tagger marked: what it marked of the same saying, but only on one side, or gave to their sources gives way. */
function withAsides(page: Page, asides: readonly Draft[], tagged: readonly Draft[]): Draft[] {
  const isQuoted = (draft: Draft): boolean => draft.content.some(part => page.quoted[part[0]] !== 0)
  const yields = (draft: Draft, one: Draft): boolean =>
    meets(draft.cue, one.cue) ? draft.content.length < one.content.length : meets(draft.source, one.source)
  const kept = tagged.filter(draft => isQuoted(draft) || !asides.some(one => yields(draft, one)))
  return [...kept, ...asides.filter(one => !kept.some(draft => meets(draft.cue, one.cue)))]
}

/** What follows a tail is said too where it is quoted, or a clause behind a comma in the same sentence: never where or when it was said. */
function goesOn(page: Page, { cue }: Draft, part: Range): boolean {
  for (let i = part[0]; i < part[1]; i++) if (page.quoted[i] !== 0) return true
  return sentenceOf(page, part[0]) === sentenceOf(page, cue?.[0] ?? 0) && (wordAt(page, part[0] - 1) === ',' || wordAt(page, part[0]) === 'that')
}

/** The tail's statement joined with the tagger's of the same cue; what the tagger marked inside its content is left to the nested reading. */
function withTail(page: Page, tail: Draft, tagged: readonly Draft[]): Draft[] {
  const inside = tail.content[0] as Range
  const twin = tagged.find(draft => meets(draft.cue, tail.cue))
  const others = tagged.filter(draft => draft !== twin && !(draft.cue && (holds(inside, draft.cue) || meets(draft.cue, tail.source))))
  const more = twin?.content.filter(part => part[0] >= inside[1] && goesOn(page, tail, part)) ?? []
  const source =
    twin?.source && meets(twin.source, tail.source) && twin.source[0] <= (tail.source?.[0] ?? 0) && twin.source[0] >= inside[1] ? twin.source : tail.source
  const apart = more.filter(part => !meets(part, source))
  return [...others, { ...tail, ...(source && { source }), content: [inside, ...apart] }]
}

/** "…, and on Sunday the treasurer said": a new speaker after a conjunction speaks beside the last one, not within. */
function freeNext(page: Page, draft: Draft): Draft {
  const { within, source, cue } = draft
  const first = source && page.tokens[source[0]]
  if (!within || !source || !cue || !first || first.pos === 'PRON' || source[0] > cue[0] || page.quoted[source[0]] !== 0) return draft
  let at = source[0] - 1
  while (at > source[0] - 5 && !/^(?:and|but|while)$/.test(page.tokens[at]?.lower ?? '')) at--
  if (
    page.tokens[at - 1]?.text !== ',' ||
    !/^(?:and|but|while)$/.test(page.tokens[at]?.lower ?? '') ||
    !/^(?:say|tell|warn|add|announce|report|want|demand|insist|ask|argue|claim|deny|think|believe|hope|urge|call)$/.test(verbOf(page, cue))
  )
    return draft
  const outer = within.content.findIndex(part => part[0] < at && draft.content.every(one => one[1] <= part[1]))
  const part = within.content[outer]
  if (!part) return draft
  within.content[outer] = [part[0], at - 1]
  const { rule, content } = draft
  return { rule, source, cue, content }
}

function verbOf(page: Page, cue: Range): string {
  return page.tokens.slice(cue[0], cue[1]).findLast(token => token.pos === 'VERB')?.lemma ?? ''
}

/** Nested statements that are not already there. */
function dropTwice(top: readonly Draft[], nested: readonly Draft[]): Draft[] {
  const taken = new Set(top.map(draft => draft.cue?.[0] ?? -1))
  const kept: Draft[] = []
  const lost = new Set<Draft>()
  for (const draft of nested) {
    const at = draft.cue?.[0] ?? -1
    if (taken.has(at) || (draft.within && lost.has(draft.within))) {
      lost.add(draft)
      continue
    }
    taken.add(at)
    kept.push(draft)
  }
  return kept
}

/** Says of drafts whose words lie inside another's content that they lie within it. */
function placeInner(drafts: readonly Draft[]): Draft[] {
  const sorted = [...drafts].sort(inOrder)
  const open: Draft[] = []
  for (const draft of sorted) {
    const hull = hullOf(draft)
    while (open.length > 0 && hullOf(open.at(-1) as Draft)[1] <= hull[0]) open.pop()
    if (!draft.within) {
      const outer = open.findLast(one => one.content.some(part => holds(part, hull)))
      if (outer && outer !== draft) draft.within = outer
    }
    open.push(draft)
  }
  return sorted
}
