import type { Example, Note, Span } from '#model'
import { firstSpans, quoteAll, raise, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'A senior official said the talks were not over.', list: 'notes', finds: ['unnamed-source «A senior official»'] },
  { text: 'The ministry said the talks were not over.', list: 'notes', finds: [] },
]

/** Sources whose identity is withheld: what rests on them, in one note. */
export function checkUnnamedSource(view: NoteView): Note[] {
  const spans = view.analysis.statements.flatMap(statement =>
    statement.chain.flatMap(link => (link.as === 'unnamed' ? [link.span ?? statement.source ?? statement.span] : [])),
  )
  const shown = firstSpans(spans, 8)
  const carried = view.analysis.statements.flatMap(statement =>
    statement.chain.slice(1, -1).flatMap((link): Span[] => (link.as === 'outlet' && link.span ? [link.span] : [])),
  )
  const second = firstSpans(carried, 5)
  const many = shown.length > 1 ? ' Whether any of them are the same is not stated.' : ''
  return [
    ...raise('unnamed-source', second, `At second hand, through another outlet: ${quoteAll(view, second)}.`),
    ...raise('unnamed-source', shown, `Sources that are not named: ${quoteAll(view, shown)}.${many}`),
  ]
}
