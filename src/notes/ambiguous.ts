import type { Example, Note, Span, Token } from '#model'
import { markWords, placesOf, sentencesWith } from '#text'
import { firstSpans, quoteAll, raise, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'Ada Kim met Lee Kim on Monday. Kim said little.', list: 'notes', rule: 'notes/ambiguous', finds: ['ambiguous «Kim»'] },
  { text: 'The gate is shut. This act will be answered.', list: 'notes', rule: 'notes/ambiguous', finds: ['ambiguous «This act»'] },
  { text: 'Ada Kim met Lee Thane on Monday. Kim said little.', list: 'notes', rule: 'notes/ambiguous', finds: [] },
]

/** Words of which two readings are open: a surname that two persons share, and a pointing word with nothing sure to point to. */
export function checkAmbiguous(view: NoteView): Note[] {
  return [...sharedNames(view), ...pointers(view), ...groups(view)]
}

const GROUPS = new Set([
  'officials',
  'official',
  'leaders',
  'leader',
  'delegation',
  'representatives',
  'negotiators',
  'diplomats',
  'aides',
  'aide',
  'lawmakers',
  'sources',
  'source',
  'commanders',
  'fighters',
  'authorities',
])

const GROUPED = markWords({ words: GROUPS })

/** Groups of one side under several descriptions ("rebel leaders", "rebel officials"): whether they overlap is not stated. */
function groups(view: NoteView): Note[] {
  const { tokens } = view.reading
  const bySide = new Map<string, Map<string, Span>>()
  for (const i of placesOf(view.reading, GROUPED)) {
    const token = tokens[i]
    const before = tokens[i - 1]
    if (!token || !before || !/^(?:ADJ|NOUN|PROPN)$/.test(before.pos) || /^(?:senior|top|two|key|other|some)$/.test(before.lower)) continue
    const forms = bySide.get(before.lower) ?? new Map<string, Span>()
    if (!forms.has(token.lemma)) forms.set(token.lemma, [before.start, token.end])
    bySide.set(before.lower, forms)
  }
  return [...bySide.values()]
    .filter(forms => forms.size > 1)
    .slice(0, 2)
    .flatMap(forms => {
      const shown = firstSpans([...forms.values()], 4)
      return raise('ambiguous', shown, `Whether ${quoteAll(view, shown)} are the same people is not stated.`)
    })
}

function isName(token: Token | undefined): boolean {
  return token?.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(token.text)
}

/** A bare surname that ends, or begins, the full names of two persons. */
function sharedNames(view: NoteView): Note[] {
  const persons = view.analysis.actors.filter(actor => actor.kind === 'person' && / /.test(actor.name))
  const owners = new Map<string, Set<string>>()
  for (const person of persons) {
    const parts = person.name.split(' ')
    for (const part of new Set([parts[0] ?? '', parts.at(-1) ?? ''])) owners.set(part, (owners.get(part) ?? new Set()).add(person.id))
  }
  const shared = new Set([...owners].flatMap(([part, ids]) => (ids.size > 1 ? [part] : [])))
  if (shared.size === 0) return []
  const { tokens } = view.reading
  const spans = tokens.flatMap((token, i): Span[] => {
    return shared.has(token.text) && isName(token) && !isName(tokens[i - 1]) && !isName(tokens[i + 1]) && !/^(?:mr|ms|mrs)\.?$/.test(tokens[i - 1]?.lower ?? '')
      ? [[token.start, token.end]]
      : []
  })
  const shown = firstSpans(spans, 3)
  return raise('ambiguous', shown, `Two persons in this report share the name: which one ${quoteAll(view, shown)} is, is not stated.`)
}

const POINTERS = new Set([
  'act',
  'move',
  'step',
  'steps',
  'decision',
  'demand',
  'offer',
  'gesture',
  'approach',
  'effort',
  'measure',
  'measures',
  'arrangement',
  'stance',
  'condition',
  'conditions',
])

const POINTED = markWords({ words: POINTERS })

/** "This act" at the start of a sentence: what it points to is for a person to say. */
function pointers(view: NoteView): Note[] {
  const { tokens } = view.reading
  const spans = sentencesWith(view.reading, POINTED).flatMap((sentence): Span[] => {
    const quoted = tokens[sentence.from]?.pos === 'PUNCT' ? 1 : 0
    const first = tokens[sentence.from + quoted]
    const noun = tokens[sentence.from + quoted + 1]
    return first && noun && /^(?:this|that|these|those|such)$/.test(first.lower) && POINTERS.has(noun.lower) ? [[first.start, noun.end]] : []
  })
  const shown = firstSpans(spans, 3)
  return raise('ambiguous', shown, `What ${quoteAll(view, shown)} point${shown.length === 1 ? 's' : ''} to is not certain.`)
}
