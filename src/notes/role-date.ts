import type { Example, Note, Span, Token } from '#model'
import { markWords, placesOf, sentenceAt } from '#text'
import { firstSpans, quoteAll, raise, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'The plan was signed by then-President Thane.', list: 'notes', finds: ['role-date «then-President»'] },
  { text: 'Mr. Thane left early. Ms. Colt stayed.', list: 'notes', rule: 'notes/role-date', finds: ['role-date «Mr. Thane» «Ms. Colt»'] },
  { text: 'Norland’s foreign minister, Ada Thane, left early. Ms. Thane flew home.', list: 'notes', rule: 'notes/role-date', finds: [] },
]

/** Roles that do not fit the date, or that the text leaves out: "then-President", persons by surname alone, titles without a country. */
export function checkRoleDate(view: NoteView): Note[] {
  return [...thenTitles(view), ...surnamesAlone(view), ...titlesAlone(view)]
}

const THEN = markWords({ words: ['then'] })

function thenTitles(view: NoteView): Note[] {
  const { tokens } = view.reading
  const spans = placesOf(view.reading, THEN).flatMap((i): Span[] => {
    const token = tokens[i]
    if (!token) return []
    const from = i + (tokens[i + 1]?.text === '-' ? 2 : 1)
    let to = from
    while (isTitle(tokens[to])) to++
    const last = tokens[to - 1]
    const name = lastName(tokens, to)
    return last && to > from && (tokens[from]?.start ?? 0) - token.end <= 1 && name && !isFormer(view, i, name) ? [[token.start, last.end]] : []
  })
  return firstSpans(spans, 2).flatMap(span =>
    raise(
      'role-date',
      [span],
      `${quoteAll(view, [span])} says that the office was held then and not now; the report tells of no change: to be checked against dated office-holders.`,
    ),
  )
}

function isTitle(token: Token | undefined): boolean {
  return token !== undefined && TITLES.has(token.lower) && token.text !== token.lower
}

function lastName(tokens: readonly Token[], at: number): string | undefined {
  let last: string | undefined
  for (let i = at; i < at + 4 && isName(tokens[i]); i++) last = tokens[i]?.lower
  return last
}

/** Whether the text itself accounts for the "then": somebody is called former, or the sentence names a year well before publication and no present office. */
function isFormer(view: NoteView, at: number, name: string): boolean {
  const { tokens, report } = view.reading
  const near = (i: number, word: RegExp): boolean => tokens.slice(Math.max(0, i - 5), i).some(token => word.test(token.lower))
  const others = tokens.flatMap((token, i) => (token.lower === name && Math.abs(i - at) > 5 ? [i] : []))
  if (others.some(i => near(i, /^(?:former|ex|late)$/))) return true
  if (others.some(i => tokens.slice(Math.max(0, i - 5), i).some(token => TITLES.has(token.lower)))) return false
  const sentence = sentenceAt(view.reading, tokens[at]?.start ?? 0)
  const years = sentence ? (report.text.slice(sentence.span[0], sentence.span[1]).match(/\b(?:1[6-9]|20)\d\d\b/g) ?? []) : []
  return years.some(year => Number(year) < Number(report.published?.slice(0, 4) ?? '9999') - 1)
}

const TITLES = new Set([
  'president',
  'chancellor',
  'secretary',
  'minister',
  'prime',
  'foreign',
  'vice',
  'speaker',
  'senator',
  'defense',
  'defence',
  'commerce',
  'treasury',
  'premier',
  'governor',
])
const TITLED = markWords({ words: TITLES })
const SHORT = new Set(['mr.', 'ms.', 'mrs.', 'mr', 'ms', 'mrs'])
const SHORTENED = markWords({ words: SHORT })

/** Persons who are only ever called by title of courtesy and surname. */
function surnamesAlone(view: NoteView): Note[] {
  const { tokens } = view.reading
  if (placesOf(view.reading, SHORTENED).length < 2) return []
  const first = new Map<string, Span>()
  const full = new Set<string>()
  tokens.forEach((token, i) => {
    const next = tokens[i + 1]
    if (!isName(token)) return
    const before = tokens[i - 1]
    if (SHORT.has(before?.lower ?? '')) {
      if (before && !isName(next) && !first.has(token.lower)) first.set(token.lower, [before.start, token.end])
      else if (isName(next) && next) full.add(next.lower)
    } else if (before && isName(before)) full.add(token.lower)
  })
  const shown = firstSpans(
    [...first].filter(([name]) => !full.has(name)).map(([, span]) => span),
    4,
  )
  return shown.length < 2
    ? []
    : raise(
        'role-date',
        shown,
        `Named without first name: ${quoteAll(view, shown)}. Which office each holds, and for whom each speaks, is not stated with the name.`,
      )
}

function isName(token: Token | undefined): boolean {
  return token !== undefined && token.pos === 'PROPN' && /^\p{Lu}\p{L}/u.test(token.text) && !SHORT.has(token.lower)
}

/** Offices before a name with no country or body beside them, where at least three stand so. */
function titlesAlone(view: NoteView): Note[] {
  const { tokens } = view.reading
  const seen = new Set<string>()
  const spans = placesOf(view.reading, TITLED).flatMap((i): Span[] => {
    const token = tokens[i]
    if (!token || token.text === token.lower) return []
    const name = nameAfter(tokens, i)
    if (!name || isPlaced(tokens, i) || seen.has(name.lower)) return []
    seen.add(name.lower)
    return [[token.start, name.end]]
  })
  const shown = firstSpans(spans, 4)
  return shown.length < 3 ? [] : raise('role-date', shown, `Titles without the state or body that they belong to: ${quoteAll(view, shown)}.`)
}

/** The last token of the name after a title of up to three words ("Treasury Secretary Ada Thane"). */
function nameAfter(tokens: readonly Token[], at: number): Token | undefined {
  let i = at + 1
  while (i < at + 3 && TITLES.has(tokens[i]?.lower ?? '')) i++
  let last: Token | undefined
  while (isName(tokens[i]) && i < at + 6) last = tokens[i++]
  return last
}

/** Whether a word of place or body stands just before the title ("South Korean President", "Norland’s Prime Minister"). */
function isPlaced(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return (
    before !== undefined &&
    (before.pos === 'PROPN' ||
      before.lower === "'s" ||
      before.lower === 'then' ||
      before.text === '-' ||
      /^(?:u\.s\.|us|american|\p{L}+an|\p{L}+ish|\p{L}+ese)$/u.test(before.lower) ||
      TITLES.has(before.lower))
  )
}
