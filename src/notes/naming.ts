import type { Example, Note, Span } from '#model'
import { readRows } from '#text'
import { findPhrases, makeIndex, type Hit } from './phrases.ts'
import { quoteAll, raise, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'The rebels left. The separatists came back.', list: 'notes', finds: ['naming «rebels» «separatists»'] },
  { text: 'The rebels left. The rebels came back.', list: 'notes', finds: [] },
]

interface NameSet {
  readonly id: string
  readonly least: number
  readonly about: string
}

const SETS = readRows('name-sets', ['id', 'least', 'names', 'about']).map(row => ({ id: row.id, least: Number(row.least), about: row.about, names: row.names.split('|') }))
const INDEX = makeIndex<NameSet>(SETS.flatMap(({ names, ...about }) => names.flatMap(words => [words, plural(words)].map(form => ({ words: form, about })))))

function plural(words: string): string {
  return /(?:s|ia|fighting|ize)$/.test(words) ? `${words}'` : `${words}s`
}

/** One kind of person or thing under several names: whether they are one is for a person to say. */
export function checkNaming(view: NoteView): Note[] {
  const bySet = new Map<string, Hit<NameSet>[]>()
  for (const hit of findPhrases(view.reading, INDEX)) bySet.set(hit.about.id, [...(bySet.get(hit.about.id) ?? []), hit])
  return [...bySet.values()].flatMap(hits => setNote(view, hits))
}

function setNote(view: NoteView, hits: readonly Hit<NameSet>[]): Note[] {
  const first = new Map<string, Span>()
  for (const hit of hits) {
    const name = hit.words.replace(/s$/, '')
    if (!first.has(name)) first.set(name, hit.span)
  }
  const about = hits[0]?.about
  if (!about || first.size < about.least) return []
  const spans = [...first.values()].slice(0, 6)
  return raise('naming', spans, `${String(first.size)} names for ${about.about}: ${quoteAll(view, spans)}. Whether they are the same is not stated.`)
}
