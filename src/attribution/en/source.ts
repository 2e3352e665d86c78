import { hasFinite, sentenceOf, trimRange, wordAt, type Draft, type Page, type Range } from '../page.ts'
import { impliedSubject } from './subject.ts'

const LATE =
  /^(?:today|yesterday|tonight|now|also|then|again|later|earlier|ago|afterward|afterwards|monday|tuesday|wednesday|thursday|friday|saturday|sunday|on|time|first)$/
const UNIT = /^(?:minutes?|hours?|days?|weeks?|months?|years?|weekend|morning|afternoon|evening|night)$/
const MOMENT = /^(?:this|last|next|that|one|two|three|four|five|several|few|some|early|earlier|late)$/
const NOMINATIVE = /^(?:he|she|they)$/
const RELATIVE = /^(?:who|which|whose|where)$/

/** The source that the tagger marked, without what is stuck to it: datelines, captions, days, the relative clause that follows it, the clause before it. */
export function mendSource(page: Page, range: Range): Range | undefined {
  const whole = wholeNames(page, trimRange(page, range) ?? range)
  const [from, to] = lateCut(page, zeroCut(page, clauseCut(page, relativeCut(page, captionCut(page, dashCut(page, whole))))))
  const named = page.tokens.slice(from, to).some(token => /^(?:NOUN|PROPN|PRON|DET|NUM|X)$/.test(token.pos))
  return named && !(to - from === 1 && /^(?:the|a|an)$/.test(wordAt(page, from))) ? trimRange(page, [from, to]) : undefined
}

/** Without the dateline that it is stuck to, and with the whole of a hyphenated name. */
function wholeNames(page: Page, [start, end]: Range): Range {
  const { tokens, reading } = page
  const { text, dateline = '' } = reading.report
  const head = text.startsWith(dateline) ? dateline.length : 0
  let from = start
  while (from < end - 1 && (tokens[from]?.start ?? head) < head) from++
  const joins = (i: number): boolean => tokens[i]?.end === tokens[i + 1]?.start
  while (tokens[from - 1]?.text === '-' && joins(from - 1) && joins(from - 2) && (tokens[from - 2]?.start ?? 0) >= head) from -= 2
  let to = end
  while (tokens[to]?.text === '-' && joins(to - 1) && joins(to)) to += 2
  return [from, to]
}

/** "PORTMERE (Wire) — The minister": without the dateline. */
function dashCut(page: Page, [start, to]: Range): Range {
  let from = start
  for (let i = start; i < Math.min(to, start + 9); i++)
    if (
      /^(?:—|–|--|-)$/.test(wordAt(page, i)) &&
      (wordAt(page, i - 1) === ')' || page.tokens.slice(start, i).every(token => token.text === token.text.toUpperCase()))
    )
      from = i + 1
  return [from, to]
}

/** "Image copyright Wire Image caption The minister": without the words of the page. */
function captionCut(page: Page, [from, to]: Range): Range {
  if (!/^(?:image|media|photo|video|picture)$/.test(wordAt(page, from))) return [from, to]
  for (let i = Math.min(to - 2, from + 12); i > from; i--) if (wordAt(page, i) === 'caption') return [i + 1, to]
  return [from, to]
}

/** "The minister, who had fled": the relative clause that ends a source is none of it. */
function relativeCut(page: Page, [from, to]: Range): Range {
  for (let i = from + 1; i < to - 1; i++) if (wordAt(page, i) === ',' && RELATIVE.test(wordAt(page, i + 1)) && hasFinite(page, [i + 2, to])) return [from, i]
  return [from, to]
}

/** "Senator Ash, a moderate, joined Mayor Birch’s | call": a possessor is the noun phrase alone, not the clause before it. */
function clauseCut(page: Page, [from, to]: Range): Range {
  if (!/^(?:'s|’s|'|’)$/.test(wordAt(page, to - 1))) return [from, to]
  for (let i = to - 2; i > from; i--) if (/^(?:VERB|AUX)$/.test(page.tokens[i]?.pos ?? '') && /(?:ed|s|id|ew)$/.test(wordAt(page, i))) return [i + 1, to]
  return [from, to]
}

/** "the wall he | promised": only the pronoun is the subject. */
function zeroCut(page: Page, [from, to]: Range): Range {
  return to - from > 1 && NOMINATIVE.test(wordAt(page, to - 1)) && /^(?:NOUN|PROPN|NUM)$/.test(page.tokens[to - 2]?.pos ?? '') ? [to - 1, to] : [from, to]
}

/** Without a clock time before it and a day behind it: "the ministry two days later", "the minister this week". */
function lateCut(page: Page, range: Range): Range {
  let [from, to] = range
  while (to - from > 1 && /^[\d.:]+(?:am|pm)?$/.test(wordAt(page, from))) from++
  if (to - from > 5 && wordAt(page, to - 1) === 'time' && wordAt(page, to - 2) === 'first' && wordAt(page, to - 4) === 'for') to -= 4
  let last = -1
  while (to - from > 1 && last !== to) {
    last = to
    if (LATE.test(wordAt(page, to - 1))) to--
    else if (UNIT.test(wordAt(page, to - 1)) && to - from > 2 && MOMENT.test(wordAt(page, to - 2))) to -= 2
    else if (UNIT.test(wordAt(page, to - 1)) && /^(?:later|earlier|ago|after|before)$/.test(wordAt(page, to)) && to - from > 1) to--
  }
  return [from, to]
}

/** "X left the hall and | refused": a source that ends in a conjunction shares the subject of the first verb. */
export function shareSubject(page: Page, draft: Draft): Draft {
  const { source, cue } = draft
  if (!source || !cue || source[1] > cue[0] || page.tokens[source[1] - 1]?.pos !== 'CCONJ') return draft
  const shared = impliedSubject(page, source[1] - 1, sentenceOf(page, cue[0])?.from ?? 0)
  return shared ? { ...draft, source: shared } : draft
}
