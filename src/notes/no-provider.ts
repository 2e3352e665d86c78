import type { Example, Note } from '#model'
import { firstSpans, quoteAll, raise, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'More than 900 people are missing, and 29 ports are closed.', list: 'notes', finds: ['no-provider «More than 900 people are missing» «29 ports»'] },
  { text: 'More than 900 people are missing, the ministry said.', list: 'notes', finds: [] },
]

/** Figures that the report gives in its own voice, with nobody who provides them. */
export function checkNoProvider(view: NoteView): Note[] {
  const spans = view.analysis.figures.filter(figure => figure.said === null && !figure.provider).map(figure => figure.span)
  const shown = firstSpans(spans, 8)
  return raise('no-provider', shown, `No provider is given for ${quoteAll(view, shown)}.`)
}
