import type { Example, Note } from '#model'
import { firstSpans, quote, raise, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'Norland has reversed course on the port.', list: 'notes', finds: ['shift-without-baseline «reversed course»'] },
  { text: 'Norland has closed the port.', list: 'notes', finds: [] },
]

/** A change that is told without what it changed from. */
export function checkShiftWithoutBaseline(view: NoteView): Note[] {
  const hits = view.doubts.get('shift-without-baseline') ?? []
  return firstSpans(
    hits.map(hit => hit.span),
    3,
  ).flatMap(span => raise('shift-without-baseline', [span], `${quote(view, span)} tells of a change; what it changed from is not quoted or dated here.`))
}
