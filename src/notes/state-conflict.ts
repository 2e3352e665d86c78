import type { Example, Note, Span } from '#model'
import { contains } from '#model'
import type { Hit } from './phrases.ts'
import { quote, raise, type Doubt, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'The talks stalled in May. The talks collapsed on Sunday.', list: 'notes', finds: ['state-conflict «stalled» «collapsed»'] },
  { text: 'The talks stalled in May.', list: 'notes', finds: [] },
]

/** Pairs of states that do not go together without a word on how one became the other. */
const PAIRS: readonly (readonly [a: string, b: string, text: string])[] = [
  ['stuck', 'over', 'two end states of one story'],
  ['going', 'over', 'under way and over in one report'],
  ['going', 'stuck', 'moving and stuck in one report'],
  ['agreed', 'not-agreed', 'agreed, and not settled'],
  ['agreed', 'to-come', 'told as agreed, and as still to come'],
  ['agreed', 'stuck', 'agreed, and stuck'],
]

/** Two states of one thing in one report. */
export function checkStateConflict(view: NoteView): Note[] {
  const hits = view.doubts.get('state-conflict') ?? []
  const first = (kind: string): Hit<Doubt> | undefined => hits.find(hit => hit.about.kind === kind)
  const notes: Note[] = []
  for (const [a, b, text] of PAIRS) {
    const one = first(a)
    const two = first(b)
    if (one && two && notes.length < 2 && !holds(one.span, two.span)) notes.push(...pair(view, one.span, two.span, text))
  }
  return notes.length > 0 ? notes : trackStates(view)
}

function holds(a: Span, b: Span): boolean {
  return contains(a, b) || contains(b, a)
}

function pair(view: NoteView, a: Span, b: Span, text: string): Note[] {
  const spans = a[0] < b[0] ? [a, b] : [b, a]
  return raise('state-conflict', spans, `${spans.map(span => quote(view, span)).join(' and ')}: ${text}.`)
}

function trackStates(view: NoteView): Note[] {
  return view.analysis.tracks
    .flatMap(track => {
      const [one, two] = (track.states ?? []).filter((state, i, all) => state.state !== 'unclear' && all.findIndex(other => other.state === state.state) === i)
      return one && two ? pair(view, one.span, two.span, `${one.state} and ${two.state}`) : []
    })
    .slice(0, 1)
}
