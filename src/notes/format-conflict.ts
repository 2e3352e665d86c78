import type { Example, Note, Span } from '#model'
import { findPhrases, makeIndex } from './phrases.ts'
import { quote, raise, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'Direct talks go on. All went through mediators, the envoy said.', list: 'notes', finds: ['format-conflict «Direct talks» «through mediators»'] },
  { text: 'Direct talks go on. The envoy said the direct talks were short.', list: 'notes', finds: [] },
]

const INDEX = makeIndex<'direct' | 'mediated'>([
  ...['direct talks', 'direct negotiations', 'face-to-face talks', 'direct contacts', 'bilateral talks'].map(words => ({ words, about: 'direct' as const })),
  ...[
    'indirect talks',
    'indirect negotiations',
    'mediation efforts',
    'through mediators',
    'through intermediaries',
    'proximity talks',
    'shuttle diplomacy',
    'separate rooms',
  ].map(words => ({ words, about: 'mediated' as const })),
])
const DISTANT = /\b(?:not|no|refus\w+|reject\w+|call\w* for|propos\w+|want\w*|begin|hold|resume|start)\s(?:\w+\s){0,2}$/i

/** Talks told as direct in one place and as mediated in another. */
export function checkFormatConflict(view: NoteView): Note[] {
  const hits = findPhrases(view.reading, INDEX).filter(hit => !DISTANT.test(view.analysis.report.text.slice(Math.max(0, hit.span[0] - 30), hit.span[0])))
  const direct = hits.find(hit => hit.about === 'direct')
  const mediated = hits.find(hit => hit.about === 'mediated')
  if (!direct || !mediated) return []
  const spans: Span[] = direct.span[0] < mediated.span[0] ? [direct.span, mediated.span] : [mediated.span, direct.span]
  return raise('format-conflict', spans, `The format of the talks is told in two ways: ${spans.map(span => quote(view, span)).join(' and ')}.`)
}
