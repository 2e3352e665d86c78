import type { Example, Note, Span } from '#model'
import type { Hit } from './phrases.ts'
import { firstSpans, quote, quoteAll, raise, type Doubt, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'Norland has been accused of shelling the port.', list: 'notes', finds: ['no-accuser «has been accused»'] },
  { text: 'The talks, it is widely believed, are over. The envoy is expected back.', list: 'notes', finds: ['no-accuser «widely believed» «is expected»'] },
  { text: 'Sudmark accused Norland of shelling the port.', list: 'notes', rule: 'notes/no-accuser', finds: [] },
]

/** Accusations, beliefs and expectations that nobody is named for. */
export function checkNoAccuser(view: NoteView): Note[] {
  const hits = view.doubts.get('no-accuser') ?? []
  const accused = hits.filter(hit => hit.about.kind === 'accused')
  const held = hits.filter(hit => hit.about.kind !== 'accused')
  return [...accusations(view, accused), ...holders(view, held)]
}

function accusations(view: NoteView, hits: readonly Hit<Doubt>[]): Note[] {
  const unstated = view.analysis.allegations.filter(one => one.accuser === 'unstated' && one.said === null).map(one => one.span)
  const spans: Span[] = [...hits.map(hit => hit.span), ...unstated.filter(span => !hits.some(hit => hit.span[0] < span[1] && span[0] < hit.span[1]))]
  const shown = firstSpans(spans, 3)
  return shown.flatMap(span => raise('no-accuser', [span], `Who accuses is not said: ${quote(view, span)}.`))
}

function holders(view: NoteView, hits: readonly Hit<Doubt>[]): Note[] {
  const shown = firstSpans(
    hits.map(hit => hit.span),
    5,
  )
  return raise('no-accuser', shown, `Who holds this, or does it, is not said: ${quoteAll(view, shown)}.`)
}
