import type { Example, Note, Span } from '#model'
import { firstSpans, quote, quoteAll, raise, speakerOf, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'Norland reportedly offered a truce. Sudmark then shelled the port.', list: 'notes', finds: ['hedge-asymmetry «reportedly»'] },
  { text: 'Norland offered a truce. Sudmark then shelled the port.', list: 'notes', finds: [] },
]

const DOUBTING = /\b(?:claim(?:s|ed|ing)?|alleg(?:es?|ed|ing))\b/
const PLAIN = /\b(?:said|says?|told|stated)\b/

/** Words that hold back beside words that do not: hedges in the publisher's voice, and a doubting verb for one speaker with a plain one for another. */
export function checkHedgeAsymmetry(view: NoteView): Note[] {
  return [...hedges(view), ...doubtingVerbs(view)]
}

function hedges(view: NoteView): Note[] {
  const spans: Span[] = [...(view.doubts.get('hedge-asymmetry') ?? []).map(hit => hit.span), ...view.analysis.statements.flatMap(one => one.hedges)]
  const shown = firstSpans(spans, 6)
  return raise(
    'hedge-asymmetry',
    shown,
    `${quoteAll(view, shown)} hold${shown.length === 1 ? 's' : ''} back; what stands beside it in the publisher’s voice does not.`,
  )
}

function doubtingVerbs(view: NoteView): Note[] {
  const cues = view.analysis.statements.flatMap(one =>
    one.cue && speakerOf(one)
      ? [{ cue: one.cue, who: speakerOf(one)?.actor, word: view.analysis.report.text.slice(one.cue[0], one.cue[1]).toLowerCase() }]
      : [],
  )
  const doubted = cues.find(one => DOUBTING.test(one.word))
  const plain = doubted && cues.find(one => PLAIN.test(one.word) && one.who !== doubted.who)
  return doubted && plain
    ? raise('hedge-asymmetry', [doubted.cue, plain.cue], `One speaker ${quote(view, doubted.cue)}, another ${quote(view, plain.cue)}.`)
    : []
}
