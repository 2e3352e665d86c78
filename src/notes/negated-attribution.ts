import type { Example, Note, Span } from '#model'
import { firstSpans, quoteAll, raise, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'The envoy declined to comment on the draft.', list: 'notes', finds: ['negated-attribution «declined to comment»'] },
  { text: 'The envoy commented on the draft.', list: 'notes', finds: [] },
]

/** What somebody is said not to have said: silence is neither a refusal nor a concession. */
export function checkNegatedAttribution(view: NoteView): Note[] {
  const words = (view.doubts.get('negated-attribution') ?? []).map(hit => hit.span)
  const negated = view.analysis.statements.flatMap((one): Span[] => (one.negated && one.cue ? [one.cue] : []))
  const shown = firstSpans([...words, ...negated], 6)
  return raise('negated-attribution', shown, `Told by what was not said: ${quoteAll(view, shown)}. Silence neither refuses nor agrees.`)
}
