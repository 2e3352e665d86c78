import { findPassages, freezeText } from '#text'
import { reportId, type Edtf, type Report } from '#model'

/** What a source gives with a text. */
export interface Given {
  readonly text: string
  readonly key?: string
  readonly publisher?: string | null
  readonly published?: string
  readonly publishedKnown?: 'stated' | 'assumed'
  readonly headline?: string
  readonly byline?: string
  readonly url?: string
}

/** A frozen report from what a source gives. */
export function makeReport(given: Given): Report {
  const { text, repairs } = freezeText(given.text)
  const publisher = given.publisher ?? null
  const { key, published, headline, byline, url } = given
  return {
    id: reportId(publisher, published, text),
    ...(key !== undefined && { key }),
    publisher,
    ...(headline !== undefined && { headline }),
    ...(byline !== undefined && { byline }),
    ...(url !== undefined && { url }),
    language: 'en',
    ...(published !== undefined && { published: published as Edtf, publishedKnown: given.publishedKnown ?? 'stated' }),
    ...(repairs.length > 0 && { repairs }),
    text,
    passages: findPassages(text, headline),
  }
}
