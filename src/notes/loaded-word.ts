import type { Example, Note, Span } from '#model'
import { readRows } from '#text'
import { findPhrases, makeIndex, type Hit } from './phrases.ts'
import { firstSpans, quote, quoteAll, raise, type NoteView } from './view.ts'

export const examples: readonly Example[] = [
  { text: 'The brutal siege goes on.', list: 'notes', finds: ['loaded-word «brutal» «siege»'] },
  { text: 'The ministry acknowledged that the gate was shut.', list: 'notes', finds: ['loaded-word «acknowledged»'] },
  { text: 'The gate is shut.', list: 'notes', finds: [] },
]

interface Loaded {
  readonly kind: string
  readonly why: string
  readonly instead: string
}

const GLOSSARY = makeIndex<Loaded>(
  readRows('loaded-words', ['word', 'kind', 'why', 'instead']).map(row => ({ words: row.word, about: { kind: row.kind, why: row.why, instead: row.instead } })),
)

/** Contested words: the publisher's own, those of speakers, and verbs of saying that judge what is said. */
export function checkLoadedWord(view: NoteView): Note[] {
  const hits = findPhrases(view.reading, GLOSSARY)
  const words = hits.filter(hit => hit.about.kind !== 'verb')
  const own = words.filter(hit => !view.saidBy(hit.span))
  const told = words.filter(hit => view.saidBy(hit.span))
  return [...ownWords(view, own), ...spokenWords(view, told), ...verbs(view, hits), ...quotedWords(view)]
}

function distinct(hits: readonly Hit<Loaded>[], most: number): Hit<Loaded>[] {
  const seen = new Set<string>()
  return hits.filter(hit => !seen.has(hit.words) && seen.add(hit.words)).slice(0, most)
}

function ownWords(view: NoteView, hits: readonly Hit<Loaded>[]): Note[] {
  const shown = distinct(hits, 8)
  const plainer = shown.filter(hit => hit.about.instead).map(hit => `${hit.about.instead} for ${quote(view, hit.span)}`)
  const advice = plainer.length > 0 ? ` Plainer: ${plainer.join(', ')}.` : ''
  return raise(
    'loaded-word',
    shown.map(hit => hit.span),
    `Contested or judging words in the publisher’s own voice: ${quoteAll(
      view,
      shown.map(hit => hit.span),
    )}.${advice}`,
  )
}

/** Three such words or more in what is said are told of, so that they are not taken over. */
function spokenWords(view: NoteView, hits: readonly Hit<Loaded>[]): Note[] {
  const shown = distinct(hits, 8)
  return shown.length < 3
    ? []
    : raise(
        'loaded-word',
        shown.map(hit => hit.span),
        `Contested or judging words of those who speak, to be kept in quotation: ${quoteAll(
          view,
          shown.map(hit => hit.span),
        )}.`,
      )
}

function verbs(view: NoteView, hits: readonly Hit<Loaded>[]): Note[] {
  const cues = new Set(view.analysis.statements.flatMap(one => (one.cue ? [one.cue[0], one.cue[1]] : [])))
  const spans: Span[] = hits.filter(hit => hit.about.kind === 'verb' && (cues.has(hit.span[0]) || cues.has(hit.span[1]))).map(hit => hit.span)
  const shown = firstSpans(spans, 6)
  return raise('loaded-word', shown, `Verbs of saying that judge what is said: ${quoteAll(view, shown)}. Plainer: said.`)
}

const QUOTED = /[“"‘](?<!\p{L}.)([\p{L}\d][\p{L}\d -]{1,24}),?[”"’](?!\p{L})/gu

/** One or two words in quotation marks in the publisher's own voice: whose words they are is not said. */
function quotedWords(view: NoteView): Note[] {
  const spans = [...view.analysis.report.text.matchAll(QUOTED)].flatMap((match): Span[] => {
    const span: Span = [match.index, match.index + match[0].length]
    return (match[1] ?? '').split(' ').length < 3 && !view.saidBy(span) ? [span] : []
  })
  const shown = firstSpans(spans, 5)
  return raise('loaded-word', shown, `In quotation marks without a speaker of their own: ${quoteAll(view, shown)}.`)
}
