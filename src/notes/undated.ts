import type { Example, Note, Span } from '#model'
import { sentenceAt, tokensIn } from '#text'
import { firstSpans, quoteAll, raise, speakerOf, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'The barge left on Sunday.', published: null, list: 'notes', finds: ['undated «Sunday»'] },
  { text: 'The barge left on Sunday, the ministry said on Monday.', list: 'notes', rule: 'notes/undated', finds: [] },
]

/** A report without a date, and sayings and acts of weight without a day. */
export function checkUndated(view: NoteView): Note[] {
  return [...undatedReport(view), ...undatedSayings(view)]
}

function undatedReport(view: NoteView): Note[] {
  const { report, times } = view.analysis
  if (report.published && report.publishedKnown !== 'assumed') return []
  const relative = firstSpans(
    times.filter(time => time.anchor !== 'none' && !time.value.endsWith('_REF')).map(time => time.span),
    4,
  )
  const known = report.published ? `${report.published} is assumed` : 'the report bears no date'
  return raise('undated', relative, `${quoteAll(view, relative)} count from the day of publication, and ${known}.`)
}

const BACK = new Set(['has', 'have', 'had', 'previously', 'earlier', 'originally', 'later', 'once'])
/** How many words before a saying may tell that it lies back. */
const BEFORE = 3

/** Sayings with no time in their sentence, the first of each speaker, and words such as "originally" and "recent". */
function undatedSayings(view: NoteView): Note[] {
  const speakers = new Set<string>()
  const sayings = view.analysis.statements.flatMap((one): Span[] => {
    const speaker = speakerOf(one)
    const key = speaker?.actor ?? (speaker?.span ?? one.span).join()
    if (!one.cue || !speaker || one.within || one.negated || one.kind === 'thought' || one.kind === 'act') return []
    const back = isBack(view, one.cue)
    if (!back && speakers.has(key)) return []
    speakers.add(key)
    return hasTime(view, one.cue) ? [] : [one.cue]
  })
  const words = (view.doubts.get('undated') ?? []).map(hit => hit.span).filter(span => !hasTime(view, span))
  const shown = firstSpans([...sayings, ...words], 6)
  return shown.length < 2 ? [] : raise('undated', shown, `No day is given with ${quoteAll(view, shown)}.`)
}

/** Whether a saying lies before what the report tells: "has long said", "once said". */
function isBack({ reading }: NoteView, cue: Span): boolean {
  const [first] = tokensIn(reading, cue)
  const last = tokensIn(reading, cue).at(-1)
  return (
    first !== undefined && last !== undefined && reading.tokens.slice(Math.max(0, first.index - BEFORE), last.index + 1).some(token => BACK.has(token.lower))
  )
}

/** Whether the sentence of a place has a time other than the place's own words and "now". */
function hasTime(view: NoteView, place: Span): boolean {
  const sentence = sentenceAt(view.reading, place[0])
  if (!sentence) return false
  return view.analysis.times.some(
    ({ span, value }) => span[0] >= sentence.span[0] && span[1] <= sentence.span[1] && !value.endsWith('_REF') && (span[1] <= place[0] || place[1] <= span[0]),
  )
}
