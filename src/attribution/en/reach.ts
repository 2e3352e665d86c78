import { hasFinite, sentenceOf, trimRange, wordAt, type Draft, type Page, type Range } from '../page.ts'
import { afterListener } from './plain.ts'
import { KIND_OF_CUE } from './words.ts'

/** Verbs that take a clause: a content without a verb after them was cut short. */
const CLAUSAL =
  /^(?:say|claim|think|believe|announce|stress|argue|note|warn|add|insist|hope|fear|know|deny|confirm|acknowledge|admit|suggest|predict|expect|feel|show|tell|report|allege|assert|maintain|reveal|declare|point|conclude|understand|wonder|ask|find|promise|explain)$/
const OPENS = /^(?:that|how|whether|why|what|if|when|where)$/
const BEFORE = /^(?:while|although|though|as|because|since|even)$/
const DAY = /^(?:today|yesterday|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/
const UNIT = /^(?:week|month|year|weekend|morning|afternoon|evening|night)$/

/** Contents as far as they reach: what was cut short goes on to the clause's end, what ran on ends where the main clause begins, listeners and days before them are left out. */
export function reachContent(page: Page, draft: Draft): Draft {
  const { cue, source } = draft
  if (!cue) return draft
  const content = withoutListener(page, draft, nearest(page, draft)).map(part =>
    part[0] < cue[1] ? part : withoutDenial(page, endFirst(page, draft, lengthen(page, draft, fromListener(page, draft, shorten(page, part, cue))))),
  )
  const once = content.filter((part, i) => !content.slice(0, i).some(before => before[0] <= part[0] && part[0] < before[1]))
  const apart = once.flatMap(part => (source && part[0] < source[1] && source[0] < part[1] && part[0] >= cue[1] ? [] : [part]))
  return { ...draft, content: apart.length > 0 ? apart : draft.content }
}

/** The parts of the cue's own sentence where there are any; others only where they are quoted, or nothing else is there. */
function nearest(page: Page, { cue, content }: Draft): Range[] {
  const from = sentenceOf(page, cue?.[0] ?? 0)?.from ?? 0
  const here = content.filter(part => (part[1] > from || page.quoted[part[0]] !== 0) && !isDenial(page, part))
  return here.length > 0 ? here : [...content]
}

/** "charges the palace denies", marked as a part of what another said. */
function isDenial(page: Page, [from, to]: Range): boolean {
  return (
    to - from < 8 &&
    /^(?:deny|reject|dispute)$/.test(page.tokens[to - 1]?.lemma ?? '') &&
    /^(?:charges?|allegations?|accusations?|claims?)$/.test(wordAt(page, from))
  )
}

/** "warned | the rebels | on Monday | that …": a listener right behind the cue is no part of what was said. */
function withoutListener(page: Page, { cue }: Draft, content: Range[]): Range[] {
  const [first, next] = content
  if (!cue || !first || !next || first[0] !== cue[1] || page.quoted[first[0]] !== 0 || hasFinite(page, first) || first[1] - first[0] > 12) return content
  return /^(?:that|to|how|whether)$/.test(wordAt(page, next[0])) && next[0] - first[1] < 6 ? content.slice(1) : content
}

/** Without the rest of an address, a day or a week at its head: "told Harbour.example | the crews", "said | this week | any deal". */
function shorten(page: Page, [start, to]: Range, cue: Range): Range {
  let from = start
  if (start !== cue[1] || page.quoted[start] !== 0) {
    const glued = page.tokens[start - 1]?.end === page.tokens[start]?.start && wordAt(page, start - 1) === '.'
    return glued && to - start > 3 ? [start + 1, to] : [start, to]
  }
  if (/^(?:on|late|early)$/.test(wordAt(page, from)) && DAY.test(wordAt(page, from + 1))) from += 2
  else if (DAY.test(wordAt(page, from))) from++
  else if (/^(?:this|last|earlier)$/.test(wordAt(page, from)) && UNIT.test(wordAt(page, from + 1))) from += 2
  return from > start && to - from > 2 && !/^(?:and|or|,|was|is|will|would|had|has|[’']s)$/.test(wordAt(page, from)) ? [from, to] : [start, to]
}

/** "that the summit | was back on", "why it fits in one | -on-one talks", "there | is evidence": goes on to the next mark where it has no verb of its own, or ends within a word. */
function lengthen(page: Page, { cue }: Draft, part: Range): Range {
  const [from, to] = part
  const end = sentenceOf(page, to - 1)?.to ?? to
  if (to >= end || page.quoted[to - 1] !== 0) return part
  if (endsRelative(page, part)) return [from, nextMark(page, to + 1, end)]
  const glued = page.tokens[to - 1]?.end === page.tokens[to]?.start && /^[-\p{L}]/u.test(wordAt(page, to))
  if (glued) return [from, nextMark(page, to + 1, end)]
  if (/^(?:—|–|--)$/.test(wordAt(page, to)) && wordAt(page, to + 1) === 'and' && /^(?:of|that|to|on|for|about|against)$/.test(wordAt(page, to + 2)))
    return [from, nextMark(page, to + 1, end)]
  if (to - from < 4 && cue?.[1] === from && page.tokens[to]?.pos === 'ADP' && page.tokens[to - 1]?.pos === 'NOUN' && LINKS.test(wordAt(page, to)))
    return [from, nextMark(page, to + 1, end)]
  const verb = page.tokens[(cue?.[1] ?? 1) - 1]?.lemma ?? ''
  const further = cue && from - cue[1] < 2 && CLAUSAL.test(verb) && hasFinite(page, part) ? besideEnd(page, to, end) : undefined
  if (further !== undefined) return [from, further]
  if (hasFinite(page, part) || !(OPENS.test(wordAt(page, from)) || CLAUSAL.test(verb)) || (cue && from - cue[1] > 1)) return part
  const next = page.tokens[to]
  if (next && /^(?:VERB|AUX)$/.test(next.pos) && !next.lower.endsWith('ing')) return [from, nextMark(page, to + 1, end)]
  if (!OPENS.test(wordAt(page, from)) || (next?.text !== ',' && next?.pos !== 'CCONJ') || !hasFinite(page, [to + 1, end])) return part
  let reached = to
  for (let marks = 0; marks < 3 && !hasFinite(page, [from, reached]); marks++) reached = nextMark(page, reached + 1, end)
  return [from, endsRelative(page, [from, reached]) ? nextMark(page, reached + 1, end) : reached]
}

/** Where "… would not count | in the first year", "… had fired on Monday | , killing one soldier" ends; undefined where something else begins. */
function besideEnd(page: Page, to: number, end: number): number | undefined {
  const next = page.tokens[to]
  const after = page.tokens[to + 1]
  const place = /^(?:in|at|from|by|between|under|against|of|for)$/.test(next?.lower ?? '') && /^(?:DET|NOUN|PROPN|ADJ|NUM|PRON)$/.test(after?.pos ?? '')
  const result =
    next?.text === ',' &&
    after?.pos === 'VERB' &&
    after.lower.endsWith('ing') &&
    !KIND_OF_CUE.has(after.lemma) &&
    !/^(?:citing|quoting|referring|adding|according|including)$/.test(after.lower)
  if (!place && !result) return undefined
  const until = result ? end : nextMark(page, to + 1, end)
  for (let i = to; i < until; i++)
    if (page.quoted[i] !== 0 || (page.tokens[i]?.pos === 'VERB' && KIND_OF_CUE.has(page.tokens[i]?.lemma ?? ''))) return undefined
  return result && /^[.!?]$/.test(wordAt(page, until - 1)) ? until - 1 : until
}

/** "that the deal, which would lift the ban, | would be announced": nothing but a relative clause has a verb yet, and the main one follows. */
function endsRelative(page: Page, [from, to]: Range): boolean {
  const after = page.tokens[to + 1]
  if (wordAt(page, to) !== ',' || !after || !/^(?:VERB|AUX)$/.test(after.pos) || after.lower.endsWith('ing')) return false
  for (let i = from + 1; i < to - 1; i++) if (/^(?:which|who|whose)$/.test(wordAt(page, i))) return !hasFinite(page, [from, i])
  return false
}

/** Prepositions that tie what they lead to the noun before them: "progress | on fishing rights". */
const LINKS = /^(?:of|on|over|about|for|against|between|toward|towards|with|to)$/

/** "told the paper | the crews had left — that is …": what somebody told begins behind the listener. */
function fromListener(page: Page, { cue, content }: Draft, part: Range): Range {
  if (!cue || content.length > 1 || page.tokens[cue[1] - 1]?.lemma !== 'tell' || part[0] - cue[1] < 10) return part
  const start = sentenceOf(page, cue[0])
  const from = start && start.to > part[0] ? afterListener(page, start, cue[1]) : undefined
  return from !== undefined && from < part[0] && hasFinite(page, [from, part[0]]) ? [from, part[1]] : part
}

/** ", charges the palace denies": a denial at the end is another's. */
function withoutDenial(page: Page, part: Range): Range {
  const last = page.tokens[part[1] - 1]
  if (last?.pos !== 'VERB' || !/^(?:deny|reject|dispute)$/.test(last.lemma)) return part
  for (let i = part[1] - 2; i > part[0] + 2 && part[1] - i < 12; i--) {
    if (!/^(?:[,—–-]|--)$/.test(wordAt(page, i))) continue
    const at = /^(?:an?|the)$/.test(wordAt(page, i + 1)) ? i + 2 : i + 1
    return /^(?:charges?|allegations?|accusations?|claims?|assertions?|something)$/.test(wordAt(page, at)) ? (trimRange(page, [part[0], i]) ?? part) : part
  }
  return part
}

function nextMark(page: Page, from: number, end: number): number {
  for (let i = from; i < end; i++) if (page.quoted[i] === 0 && /^(?:[,;:.!?—–()]|--)$/.test(wordAt(page, i)) && !isWithin(page, i)) return i
  return end
}

/** A mark inside a number or a word. */
function isWithin(page: Page, i: number): boolean {
  return page.tokens[i - 1]?.end === page.tokens[i]?.start && page.tokens[i]?.end === page.tokens[i + 1]?.start
}

/** "While the ministry said it was ready, | the crews stayed home", "the firm, which said it was ready, | has left": what was said in a clause that comes first ends with it. */
function endFirst(page: Page, { source, cue }: Draft, part: Range): Range {
  const sentence = cue && sentenceOf(page, cue[0])
  if (!sentence || !source || source[0] > cue[0]) return part
  const relative = /^(?:who|which)$/.test(wordAt(page, source[0])) && wordAt(page, source[0] - 1) === ',' && source[1] - source[0] === 1
  const first = BEFORE.test(wordAt(page, sentence.from)) && source[0] - sentence.from < 4
  if (!relative && !first) return part
  for (let i = part[0] + 2; i < part[1] - 1; i++) {
    const ends = wordAt(page, i) === ',' ? (page.quoted[i] ?? 0) !== 2 : page.quoted[i] === 3 && wordAt(page, i - 1) === ','
    const next = page.tokens[i + 1]
    if (!ends || !next) continue
    const verb = /^(?:VERB|AUX)$/.test(next.pos) && !next.lower.endsWith('ing')
    const noun = /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(next.pos) && !/^(?:which|who|that)$/.test(next.lower) && opensClause(page, i + 1, part[1])
    if (relative ? verb : noun) return trimRange(page, [part[0], wordAt(page, i) === ',' ? i : i + 1]) ?? part
  }
  return part
}

/** A noun phrase with its verb before the next comma. */
function opensClause(page: Page, from: number, to: number): boolean {
  let end = from
  while (end < to && wordAt(page, end) !== ',') end++
  return hasFinite(page, [from, end])
}
