import type { Around, Span } from '#model'
import { amongst, type Backing } from '../cells.ts'
import type { Connection } from '../open.ts'

/** How much of a sentence is shown on each side of the words, at most. */
const MOST = 240

/** The sentence of a place, from 1, and the rest of it on both sides of the words. */
export type SentenceAt = (report: number, span: Span) => { readonly number: number; readonly around: Around }

/** Reads where the sentences of the reports behind some records are. */
export async function sentencesBehind({ db }: Connection, backing: Backing): Promise<SentenceAt> {
  const rows = await db.selectFrom('reading').select(['report', 'spans']).where('report', 'in', amongst(backing.pages.keys())).execute()
  const spans = new Map(rows.map(row => [row.report, JSON.parse(row.spans) as Span[]]))
  return (report, span) => {
    const sentences = spans.get(report) ?? []
    const found = sentences.findIndex(one => one[1] > span[0])
    const number = found < 0 ? Math.max(1, sentences.length) : found + 1
    const last = sentences.find(one => one[1] >= span[1]) ?? span
    const start = Math.min(sentences[number - 1]?.[0] ?? span[0], span[0])
    const end = Math.max(last[1], span[1])
    return { number, around: { before: ending(backing.words(report, [start, span[0]])), after: beginning(backing.words(report, [span[1], end])) } }
  }
}

function ending(text: string): string {
  if (text.length <= MOST) return text
  const cut = text.slice(-MOST)
  return `… ${cut.slice(cut.indexOf(' ') + 1)}`
}

function beginning(text: string): string {
  if (text.length <= MOST) return text
  const cut = text.slice(0, MOST)
  return `${cut.slice(0, Math.max(0, cut.lastIndexOf(' ')))} …`
}
