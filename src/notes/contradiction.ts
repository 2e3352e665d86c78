import type { Example, Note, Position, Span } from '#model'
import { markWords, placesOf, tokensIn } from '#text'
import { firstSpans, quote, quoteAll, raise, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  {
    text: 'Thane said that the commission had agreed on the hours. Colt said that the commission had not agreed on the hours.',
    list: 'notes',
    rule: 'notes/contradiction',
    finds: ['contradiction «that the commission had agreed on the hours» «that the commission had not agreed on the hours»'],
  },
  {
    text: 'Thane said that the commission had agreed on the hours. Colt said that the commission had left the town.',
    list: 'notes',
    rule: 'notes/contradiction',
    finds: [],
  },
]

/** Two statements in one report that cannot both hold, or wishes that exclude each other. */
export function checkContradiction(view: NoteView): Note[] {
  return [...denied(view), ...opposed(view), ...wishes(view)].slice(0, 4)
}

/** An allegation that is denied in the report: both places. */
function denied(view: NoteView): Note[] {
  const { statements, allegations } = view.analysis
  const denials = statements.flatMap((one): Span[] =>
    one.cue && /^den(?:y|ies|ied)/i.test(view.analysis.report.text.slice(one.cue[0], one.cue[1])) ? [one.span] : [],
  )
  return allegations
    .filter(one => one.response === 'denied')
    .slice(0, 1)
    .flatMap(one => {
      const denial = denials[0]
      const spans = denial && denial[0] !== one.span[0] ? firstSpans([one.span, denial], 2) : [one.span]
      return raise('contradiction', spans, `Charged and denied: ${quoteAll(view, spans)}. Both are kept as they were said.`)
    })
}

const NOT = new Set(['not', "n't", 'no', 'never'])
const FUNCTION = new Set([
  ...NOT,
  'the',
  'a',
  'an',
  'that',
  'had',
  'has',
  'have',
  'was',
  'were',
  'is',
  'are',
  'be',
  'been',
  'of',
  'on',
  'in',
  'to',
  'and',
  'it',
  'its',
  'did',
  'do',
  'does',
])

interface Saying {
  readonly span: Span
  readonly words: ReadonlySet<string>
  readonly negated: boolean
}

/** Two contents with the same words, one of them negated. */
function opposed(view: NoteView): Note[] {
  const first = view.analysis.statements.slice(0, 60)
  const negated = first.map(one => isNegated(view, one.content[0]))
  if (!negated.includes(true) || !negated.includes(false)) return []
  const sayings = first.flatMap((one, i) => sayingOf(view, one.content[0], negated[i] === true))
  for (const [i, a] of sayings.entries()) {
    const b = sayings.slice(i + 1).find(other => other.negated !== a.negated && alike(a.words, other.words))
    if (b) return raise('contradiction', [a.span, b.span], `${quote(view, a.span)} and ${quote(view, b.span)} cannot both hold.`)
  }
  return []
}

const NEGATED = markWords({ words: NOT })

function isNegated({ reading }: NoteView, [start, end]: Span): boolean {
  return placesOf(reading, NEGATED).some(at => (reading.tokens[at]?.end ?? 0) > start && (reading.tokens[at]?.start ?? end) < end)
}

function sayingOf(view: NoteView, span: Span, negated: boolean): Saying[] {
  const words = new Set<string>()
  for (const token of tokensIn(view.reading, span)) if (token.pos !== 'PUNCT' && !FUNCTION.has(token.lower)) words.add(token.lemma)
  return words.size < 2 || words.size > 14 ? [] : [{ span, words, negated }]
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const least = 0.7 * Math.max(a.size, b.size)
  if (a.size < least || b.size < least) return false
  return [...a].filter(word => b.has(word)).length / Math.max(a.size, b.size) >= 0.7
}

const FOR = new Set(['demands', 'proposes', 'offers', 'seeks'])

/** One issue that one actor wants and another rejects. */
function wishes(view: NoteView): Note[] {
  const { positions } = view.analysis
  const issues = [...new Set(positions.map(one => one.issue))]
  return issues
    .flatMap(issue => {
      if (issue === 'OTHER' || issue === 'PROCESS') return []
      const on = positions.filter(one => one.issue === issue)
      const against = on.find(one => one.stance === 'rejects')
      const wanted = against && on.find(one => FOR.has(one.stance) && one.actor !== against.actor && apart(one, against))
      const spans = against && wanted ? firstSpans([wanted.span, against.span], 2) : []
      return spans.length === 2 ? raise('contradiction', spans, `Wanted by one and rejected by another: ${quoteAll(view, spans)}.`) : []
    })
    .slice(0, 2)
}

function apart(a: Position, b: Position): boolean {
  return a.span[1] <= b.span[0] || b.span[1] <= a.span[0]
}
