import { findPassages, freezeText } from '#text'
import { reportId, type Repair, type Report } from '#model'
import { readDate } from './date.ts'
import { readDateline } from './dateline.ts'
import { detectLanguage } from './language.ts'
import { foldOutlet } from './outlet.ts'

/** What a source gives with a text. Everything but the text may be missing; nothing missing is guessed. */
export interface Given {
  readonly text: string
  readonly key?: string
  readonly publisher?: string | null
  /** A date in any usual unambiguous form; another is kept as undated with a repair that names it. */
  readonly published?: string
  readonly publishedKnown?: 'stated' | 'assumed'
  readonly headline?: string
  readonly byline?: string
  readonly url?: string
  readonly language?: string
  readonly repairs?: readonly Repair[]
}

/** A frozen report from what a source gives. The same publisher, date and text give the same id, whatever else differs. */
export function makeReport(given: Given): Report {
  const { text, repairs } = freezeText(given.text)
  const noted: Repair[] = [...(given.repairs ?? []), ...repairs]
  const published = given.published ? readDate(given.published) : undefined
  if (given.published && !published) noted.push({ what: `publication date “${given.published.slice(0, 60)}” not understood: taken as undated` })
  const publisher = given.publisher ? foldOutlet(given.publisher) : null
  const language = given.language ?? detectLanguage(text)
  if (language !== 'en') noted.push({ what: `language ${language}: taken in whole, not analysed` })
  const headline = given.headline === undefined ? undefined : freezeText(given.headline).text.replaceAll('\n', ' ')
  const dateline = readDateline(text)
  return {
    id: reportId(publisher, published, text),
    ...(given.key !== undefined && { key: given.key }),
    publisher,
    ...(given.publisher && publisher !== given.publisher && { publisherAsGiven: given.publisher }),
    ...(headline && { headline }),
    ...(given.byline && { byline: given.byline }),
    ...(dateline && { dateline }),
    ...(given.url && { url: given.url }),
    language,
    ...(published && { published, publishedKnown: given.publishedKnown ?? 'stated' }),
    ...(noted.length > 0 && { repairs: noted }),
    text,
    passages: findPassages(text, headline),
  }
}
