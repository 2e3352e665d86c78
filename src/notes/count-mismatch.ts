import type { Example, Figure, Note, Span } from '#model'
import { overlaps } from '#model'
import { sentenceAt } from '#text'
import { quote, quoteAll, raise, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  {
    text: 'It holds 17 fighters: 11 fighters taken at the locks and eight fighters taken on the river.',
    list: 'notes',
    rule: 'notes/count-mismatch',
    finds: ['count-mismatch «17 fighters» «11 fighters» «eight fighters»'],
  },
  {
    text: 'At least 1,000 troops crossed. At least 1,000 soldiers are in the delta.',
    list: 'notes',
    rule: 'notes/count-mismatch',
    finds: ['count-mismatch «At least 1,000 troops» «At least 1,000 soldiers»'],
  },
  {
    text: 'After four rounds of talks, the third meeting is recalled.',
    list: 'notes',
    rule: 'notes/count-mismatch',
    finds: ['count-mismatch «four rounds» «the third meeting»'],
  },
  { text: 'At least 1,000 troops crossed. It holds 17 fighters.', list: 'notes', rule: 'notes/count-mismatch', finds: [] },
]

/** Counts that do not add up, one number for two things, and rounds that may be meetings. */
export function checkCountMismatch(view: NoteView): Note[] {
  return [...sums(view), ...swaps(view), ...sameNumber(view), ...rounds(view)]
}

/** "17: 11 and eight": parts after a colon that do not make the whole. */
function sums(view: NoteView): Note[] {
  const { figures, report } = view.analysis
  return figures.flatMap((whole, i) => {
    if (whole.low === null || whole.low !== whole.high || report.text.charAt(whole.span[1]) !== ':') return []
    const end = sentenceAt(view.reading, whole.span[0])?.span[1] ?? 0
    const parts = figures.slice(i + 1).filter(part => part.span[1] <= end && part.low !== null && part.low === part.high && part.unit === whole.unit)
    const sum = parts.reduce((total, part) => total + (part.low ?? 0), 0)
    const spans = [whole.span, ...parts.map(part => part.span)]
    return parts.length < 2 || sum === whole.low
      ? []
      : raise('count-mismatch', spans, `${quote(view, whole.span)} is followed by parts that make ${String(sum)}: ${quoteAll(view, spans.slice(1))}.`)
  })
}

const SWAP = /\b(?:exchange|swap|in return|traded)\b/i

/** Two numbers on the two sides of an exchange: they are not one number of people. */
function swaps(view: NoteView): Note[] {
  const { figures, report } = view.analysis
  return figures.flatMap((one, i) => {
    const two = figures[i + 1]
    if (!two || !HELD.has(one.class) || !HELD.has(two.class) || two.span[0] - one.span[1] > 80 || two.span[0] < one.span[1]) return []
    return SWAP.test(report.text.slice(one.span[1], two.span[0])) && one.low !== two.low
      ? raise('count-mismatch', [one.span, two.span], `${quote(view, one.span)} for ${quote(view, two.span)}: the two sides of an exchange, never one number.`)
      : []
  })
}

const HELD = new Set(['released', 'captive', 'detained', 'remains', 'troops'])

function key(figure: Figure): string {
  return `${figure.class} ${String(figure.low)} ${String(figure.high)}`
}

/** One number told twice with other words: two definitions, or one thing told again. */
function sameNumber(view: NoteView): Note[] {
  const seen = new Map<string, Figure>()
  const notes: Note[] = []
  for (const figure of view.analysis.figures) {
    const size = figure.low ?? figure.high ?? 0
    if (size < 5 || figure.class === 'share') continue
    const other = seen.get(key(figure))
    if (!other) seen.set(key(figure), figure)
    else if (words(view, other.span) !== words(view, figure.span)) {
      notes.push(
        ...raise(
          'count-mismatch',
          [other.span, figure.span],
          `One number in two wordings: ${quoteAll(view, [other.span, figure.span])}. Whether they count the same is not stated; never add them.`,
        ),
      )
    }
  }
  return notes.slice(0, 2)
}

function words(view: NoteView, span: Span): string {
  return view.analysis.report.text.slice(span[0], span[1]).toLowerCase()
}

const ORDINAL = /\bthe (?:first|second|third|fourth|fifth|sixth|seventh|\d+(?:st|nd|rd|th)) (?:meeting|session)\b/gi

/** Rounds in one place, numbered meetings in another: whether a round is a meeting is not said. */
function rounds(view: NoteView): Note[] {
  const figure = view.analysis.figures.find(one => one.class === 'rounds')
  if (!figure) return []
  const match = [...view.analysis.report.text.matchAll(ORDINAL)]
    .map((one): Span => [one.index, one.index + one[0].length])
    .find(span => !overlaps(span, figure.span))
  return match
    ? raise('count-mismatch', [figure.span, match], `${quote(view, figure.span)} and ${quote(view, match)}: whether a round is a meeting is not stated.`)
    : []
}
