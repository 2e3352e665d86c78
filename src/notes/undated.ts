import type { Example, Note, Span } from '#model'
import { sentenceAt } from '#text'
import { firstSpans, quoteAll, raise, speakerOf, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'The barge left on Sunday.', published: null, list: 'notes', finds: ['undated «Sunday»'] },
  { text: 'The barge left on Sunday, the ministry said on Monday.', list: 'notes', rule: 'notes/undated', finds: [] },
]

/** A report without a date, and sayings of weight without a day. */
export function checkUndated(view: NoteView): Note[] {
  return [...undatedReport(view), ...undatedSayings(view)]
}

function undatedReport(view: NoteView): Note[] {
  const { report, times } = view.analysis
  if (report.published && report.publishedKnown !== 'assumed') return []
  const relative = firstSpans(times.filter(time => time.anchor !== 'none').map(time => time.span), 4)
  const known = report.published ? `${report.published} is assumed` : 'the report bears no date'
  return raise('undated', relative, `${quoteAll(view, relative)} count from the day of publication, and ${known}.`)
}

/** Sayings in the perfect or past perfect ("has said", "had promised") with no time in their sentence. */
function undatedSayings(view: NoteView): Note[] {
  const spans = view.analysis.statements.flatMap((one): Span[] => {
    if (!one.cue || !speakerOf(one) || one.within) return []
    const cue = view.analysis.report.text.slice(one.cue[0], one.cue[1])
    if (!/\b(?:has|have|had|previously|earlier|originally|later|once)\b/i.test(`${before(view, one.cue)} ${cue}`)) return []
    const sentence = sentenceAt(view.reading, one.cue[0])
    return sentence && !hasTime(view, sentence.span) ? [one.cue] : []
  })
  const shown = firstSpans(spans, 5)
  return raise('undated', shown, `No day is given for ${quoteAll(view, shown)}.`)
}

function before(view: NoteView, cue: Span): string {
  return view.analysis.report.text.slice(Math.max(0, cue[0] - 16), cue[0])
}

function hasTime(view: NoteView, span: Span): boolean {
  return view.analysis.times.some(time => time.span[0] >= span[0] && time.span[1] <= span[1])
}
