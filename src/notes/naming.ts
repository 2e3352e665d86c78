import type { Example, Note, Reading, Span } from '#model'
import { markWords, placesOf, readRows } from '#text'
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

const SETS = readRows('name-sets', ['id', 'least', 'names', 'about']).map(row => ({
  id: row.id,
  least: Number(row.least),
  about: row.about,
  names: row.names.split('|'),
}))
const INDEX = makeIndex<NameSet>(SETS.flatMap(({ names, ...about }) => names.flatMap(words => [words, plural(words)].map(form => ({ words: form, about })))))

function plural(words: string): string {
  return /(?:s|ia|fighting|ize)$/.test(words) ? `${words}'` : `${words}s`
}

/** One kind of person or thing under several names: whether they are one is for a person to say. */
export function checkNaming(view: NoteView): Note[] {
  const bySet = new Map<string, Hit<NameSet>[]>()
  for (const hit of findPhrases(view.reading, INDEX)) bySet.set(hit.about.id, [...(bySet.get(hit.about.id) ?? []), hit])
  return [...[...bySet.values()].flatMap(hits => setNote(view, hits)), ...describedObjects(view)]
}

const OBJECTS = new Set([
  'agreement',
  'deal',
  'plan',
  'proposal',
  'offer',
  'tariff',
  'sanction',
  'statement',
  'measure',
  'draft',
  'package',
  'ceasefire',
  'truce',
  'bill',
  'contract',
  'zone',
])

const NAMED = markWords({ lemmas: OBJECTS })

const VAGUE = new Set([
  'such',
  'any',
  'possible',
  'further',
  'additional',
  'bad',
  'good',
  'tough',
  'tougher',
  'toughest',
  'other',
  'same',
  'own',
  'new',
  'more',
  'potential',
  'current',
])

/** One noun of the talks with three or more descriptions ("a limited deal", "the first deal"): whether they are one thing. */
function describedObjects(view: NoteView): Note[] {
  const byNoun = new Map<string, Map<string, Span>>()
  for (const { words, noun, span } of describedNouns(view.reading)) {
    const forms = byNoun.get(noun) ?? new Map<string, Span>()
    if (!forms.has(words)) forms.set(words, span)
    byNoun.set(noun, forms)
  }
  return [...byNoun].flatMap(([noun, forms]) => {
    const spans = [...forms.values()].slice(0, 5)
    return spans.length < 3
      ? []
      : raise('naming', spans, `“${noun}” with ${String(forms.size)} descriptions: ${quoteAll(view, spans)}. Whether they are the same is not stated.`)
  })
}

/** Nouns of the talks with their adjectives, each as its words and its span. */
function describedNouns(reading: Reading): { words: string; noun: string; span: Span }[] {
  const { tokens } = reading
  return placesOf(reading, NAMED).flatMap(i => {
    const token = tokens[i]
    if (!token || tokens[i + 1]?.pos === 'NOUN') return []
    let from = i
    while (from > 0 && i - from < 4 && /^(?:ADJ|NOUN|NUM)$/.test(tokens[from - 1]?.pos ?? '') && !VAGUE.has(tokens[from - 1]?.lower ?? '')) from--
    const first = tokens[from]
    if (!first || from === i) return []
    const words = tokens
      .slice(from, i)
      .map(one => one.lemma)
      .join(' ')
    return [{ words, noun: token.lemma, span: [first.start, token.end] as const }]
  })
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
