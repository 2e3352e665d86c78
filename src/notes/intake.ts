import type { Example, Note, Span } from '#model'
import { cardsIn } from '#text'
import { firstSpans, quoteAll, raise, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'The gate is shut. Enlarge this image', list: 'notes', finds: ['intake «Enlarge this image»'] },
  { text: 'The gate is shut.Nobody passes.', list: 'notes', finds: ['intake «shut.Nobody»'] },
  { text: 'The gate is shut.', list: 'notes', finds: [] },
]

const GLUED = /[a-z]{3,30}[.!?)][A-Z][a-z]{2,30}/g

/** The heart of it, which is found sooner. */
const MAY_GLUE = /[a-z][.!?)][A-Z][a-z]/

/** What intake repaired, what belongs to the page and not to the report, and where the text starts in the middle. */
export function checkIntake(view: NoteView): Note[] {
  return [...repairs(view), ...furniture(view), ...headings(view), ...start(view)]
}

function repairs(view: NoteView): Note[] {
  const { report } = view.analysis
  const [first] = report.passages
  if (!report.repairs || report.repairs.length === 0) return []
  const placed = report.repairs.flatMap((one): Span[] => (one.span ? [one.span] : []))
  const spans = placed.length > 0 ? firstSpans(placed, 4) : first ? [first.span] : []
  return raise('intake', spans, `When the text was taken in: ${report.repairs.map(one => one.what).join('; ')}.`)
}

function furniture(view: NoteView): Note[] {
  const { text } = view.analysis.report
  const glued = (MAY_GLUE.test(text) ? [...text.matchAll(GLUED)] : [])
    .filter(match => !/\.(?:com|org|net)\b/i.test(match[0]))
    .map((match): Span => [match.index, match.index + match[0].length])
  const cards = cardsIn(text).map(([start, end]): Span => [start + 1, end])
  const shown = firstSpans([...(view.doubts.get('intake') ?? []).map(hit => hit.span), ...glued, ...cards], 6)
  return raise('intake', shown, `Words of the page or of its making inside the text: ${quoteAll(view, shown)}.`)
}

/** What a sentence, or a part of one, ends with. */
const ENDS = new Set('.!?:;,”"’\')…')
/** A line of so many words is a sentence, whatever it ends with. */
const HEADING = 12

/** Short paragraphs without a full stop, inside a text of several: headings, bylines, captions and links of the page. */
function headings(view: NoteView): Note[] {
  const { passages, text } = view.analysis.report
  if (passages.length < 4) return []
  const spans = passages.flatMap((passage): Span[] => {
    if (passage.kind !== 'paragraph' || ENDS.has(text.charAt(passage.span[1] - 1))) return []
    return text.slice(passage.span[0], passage.span[1]).split(/\s+/).length < HEADING ? [passage.span] : []
  })
  const shown = firstSpans(spans, 4)
  return raise('intake', shown, `Lines that are no sentences (headings, bylines, captions or links): ${quoteAll(view, shown)}.`)
}

const POINTS_BACK =
  /^(?:By contrast|However|Meanwhile|But|In exchange|He|She|They|It|Mr\.|Ms\.|Mrs\.|That|This|These|Those|The (?:announcement|proposal|details|decision|statement|move|deal|plan|two|report|meeting|agreement))\b/

/** A first sentence that points back to something that is not in the text. */
function start(view: NoteView): Note[] {
  const first = view.reading.sentences[0]
  if (!first) return []
  const words = view.analysis.report.text.slice(first.span[0], first.span[1])
  const match = POINTS_BACK.exec(words) ?? /\b(?:Mr|Mrs|Ms)\. [A-Z][\w-]+/.exec(words)
  if (!match) return []
  const span: Span = [first.span[0] + match.index, first.span[0] + match.index + match[0].length]
  return raise('intake', [span], `The text seems to start in the middle of a report: ${quoteAll(view, [span])} points back to something that is not in it.`)
}
