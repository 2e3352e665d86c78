import { wordAt, trimRange, type Page, type Range } from '../page.ts'

const RELATIVE = /^(?:who|whom|which|that|whose)$/
const NOMINATIVE = /^(?:he|she|they|we|i)$/

/** The noun phrase that ends before token `at`, a comma between left out. */
export function nounBefore(page: Page, at: number): Range | undefined {
  const to = /^[,—–-]$/.test(wordAt(page, at - 1)) ? at - 1 : at
  let from = to
  while (from > 0 && /^(?:PROPN|NOUN|ADJ|DET|NUM|PRON|PART)$/.test(page.tokens[from - 1]?.pos ?? '') && page.quoted[from - 1] === 0) from--
  return from < to ? [from, to] : undefined
}

/** The whole phrase before token `at` where nothing but nominal words reach back to the clause's start; else the noun phrase alone. */
export function phraseBefore(page: Page, at: number, start: number): Range | undefined {
  const to = wordAt(page, at - 1) === ',' ? at - 1 : at
  // "the wall he | promised": a pronoun that can only be a subject is the whole of it.
  if (to === at && NOMINATIVE.test(wordAt(page, at - 1)) && wordAt(page, at - 2) !== 'and') return [at - 1, at]
  let from = to
  while (from > start && to - from < 16 && page.quoted[from - 1] === 0 && isPart(page, from - 1)) from--
  const opens = /^(?:DET|PROPN|NOUN|NUM|ADJ|PRON)$/.test(page.tokens[from]?.pos ?? '')
  return opens && from < to ? [from, to] : nounBefore(page, at)
}

function isPart(page: Page, i: number): boolean {
  const token = page.tokens[i]
  if (!token || /^(?:and|but|or|that|which|who|in|on|at|after|when)$/.test(token.lower))
    return token?.lower === 'on' || token?.lower === 'in' || token?.lower === 'at' || token?.lower === 'and'
  return /^(?:PROPN|NOUN|ADJ|DET|NUM|PRON|PART|ADP)$/.test(token.pos) || (token.pos === 'VERB' && /(?:ed|ing|en)$/.test(token.lower))
}

/** The subject of a verb at `at`: the noun phrase before it, over auxiliaries, an apposition or a relative clause between commas. */
export function subjectOf(page: Page, at: number, start: number): Range | undefined {
  let to = at
  while (to > start && (/^(?:AUX|ADV)$/.test(page.tokens[to - 1]?.pos ?? '') || /^(?:not|n't|n’t)$/.test(wordAt(page, to - 1)))) to--
  if (to <= start || page.quoted[to - 1] !== 0) return undefined
  const mark = wordAt(page, to - 1)
  if (mark !== ',' && !DASH.test(mark)) {
    const noun = phraseBefore(page, to, start)
    return noun && noun[0] >= start ? trimRange(page, noun) : undefined
  }
  const apposed = namedBefore(page, to - 1, start)
  if (apposed) return apposed
  const opens = asideStart(page, to - 1, start)
  const noun = opens === undefined ? undefined : phraseBefore(page, opens, start)
  return noun && noun[0] >= start ? trimRange(page, noun) : undefined
}

/** "the union's negotiator, Ada Rowan," before its verb: who it is and the name, where nothing but a name stands between the commas. */
function namedBefore(page: Page, end: number, start: number): Range | undefined {
  let from = end
  while (from > start && end - from < 6 && page.tokens[from - 1]?.pos === 'PROPN' && page.quoted[from - 1] === 0) from--
  if (from === end || wordAt(page, from - 1) !== ',' || from - 1 <= start || page.tokens[from - 2]?.pos !== 'NOUN') return undefined
  const noun = phraseBefore(page, from - 1, start)
  return noun && noun[0] >= start ? [noun[0], end] : undefined
}

const DASH = /^(?:—|–|--)$/
/** The longest aside between a subject and its verb, in tokens. */
const ASIDE = 40

/** Where the aside that ends at `end` opens: a relative clause or words without a verb of their own, between two marks of a kind ("the ministry, in a note to staff, said", "the party — which won — said"). */
function asideStart(page: Page, end: number, start: number): number | undefined {
  const dash = DASH.test(wordAt(page, end))
  let finite = false
  for (let i = end - 1; i > start && end - i < ASIDE; i--) {
    if (page.quoted[i] !== 0) return undefined
    const token = page.tokens[i]
    const opens = dash ? DASH.test(token?.lower ?? '') : token?.text === ','
    if (opens && (RELATIVE.test(wordAt(page, i + 1)) || dash)) return i
    if (opens && !finite) return LEADS.test(wordAt(page, i + 1)) ? i : undefined
    if (token && /^(?:VERB|AUX)$/.test(token.pos) && !/(?:ing|ed)$/.test(token.lower)) finite = true
  }
  return undefined
}

/** Words that begin an aside rather than a list or a clause. */
const LEADS =
  /^(?:in|on|at|for|like|too|also|however|meanwhile|speaking|citing|quoting|during|after|by|through|with|among|along|including|though|instead|then|too|himself|herself|itself|themselves|a|an|the|now|once|long|formerly|both|one|who|which)$/

/** Who a verb at `at` is said of: its subject, or after "and" or in "-ing" that of the first verb of its sentence. */
export function speakerOf(page: Page, at: number, start: number): Range | undefined {
  let to = at
  while (to > start && (/^(?:AUX|ADV)$/.test(page.tokens[to - 1]?.pos ?? '') || /^(?:not|n't|n’t)$/.test(wordAt(page, to - 1)))) to--
  if (/^(?:and|but|or)$/.test(wordAt(page, to - 1))) return impliedSubject(page, to - 1, start)
  return subjectOf(page, at, start) ?? (wordAt(page, at).endsWith('ing') ? impliedSubject(page, at, start) : undefined)
}

/** The subject that a verb in "-ing" shares: that of the first verb of its sentence ("The union left the table, calling for …"). */
export function impliedSubject(page: Page, at: number, start: number): Range | undefined {
  for (let i = start; i < at; i++) {
    const token = page.tokens[i]
    if (page.quoted[i] !== 0) return undefined
    if (token && (token.pos === 'VERB' || token.pos === 'AUX') && i > start && !token.lower.endsWith('ing')) return subjectOf(page, i, start)
  }
  return undefined
}

/** "Mr. Zarif, who officials": the source of the relative clause stands after the pronoun; the pronoun stands for what is said. */
export function splitRelative(page: Page, source: Range): { source: Range; pronoun: Range } | undefined {
  for (let i = source[0] + 1; i < source[1] - 1; i++) {
    if (!/^(?:who|whom|which|that)$/.test(wordAt(page, i)) || wordAt(page, i - 1) !== ',') continue
    const rest = page.tokens.slice(i + 1, source[1])
    if (rest.every(token => /^(?:PROPN|NOUN|ADJ|DET|NUM|PRON|PART)$/.test(token.pos))) return { source: [i + 1, source[1]], pronoun: [i, i + 1] }
  }
  return undefined
}
