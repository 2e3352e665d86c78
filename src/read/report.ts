import { findPassages, freezeText } from '#text'
import { reportId, type Repair, type Report } from '#model'
import { readDate } from './date.ts'
import { readDateline, type Dateline } from './dateline.ts'
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

/** What the source gives, with what the dateline and the heading before it say where the source is silent; each is noted. */
function fillFrom(given: Given, dateline: Dateline | undefined, noted: Repair[]): Given {
  const { publisher = dateline?.agency, published = dateline?.day, headline = dateline?.heading } = given
  if (!given.publisher && dateline?.agency !== undefined) noted.push({ what: `publisher “${dateline.agency}” taken from the dateline` })
  if (!given.published && dateline?.day !== undefined) noted.push({ what: `publication date ${dateline.day} taken from the dateline` })
  return {
    ...given,
    ...(publisher != null && { publisher }),
    ...(published !== undefined && { published }),
    ...(headline !== undefined && { headline }),
  }
}

/** A frozen report from what a source gives. The same publisher, date and text give the same id, whatever else differs. */
export function makeReport(given: Given): Report {
  const { text, repairs } = freezeText(given.text)
  const noted: Repair[] = [...(given.repairs ?? []), ...repairs]
  const dateline = readDateline(text)
  const said = fillFrom(given, dateline, noted)
  const published = said.published ? readDate(said.published) : undefined
  if (said.published && !published) noted.push({ what: `publication date “${said.published.slice(0, 60)}” not understood: taken as undated` })
  const publisher = said.publisher ? foldOutlet(said.publisher) : null
  const language = given.language ?? detectLanguage(text)
  if (language !== 'en') noted.push({ what: `language ${language}: taken in whole, not analysed` })
  const headline = said.headline === undefined ? undefined : freezeText(said.headline).text.replaceAll('\n', ' ')
  return {
    id: reportId(publisher, published, text),
    ...(given.key !== undefined && { key: given.key }),
    publisher,
    ...(said.publisher && publisher !== said.publisher && { publisherAsGiven: said.publisher }),
    ...(headline && { headline }),
    ...(given.byline && { byline: given.byline }),
    ...(dateline && { dateline: dateline.words }),
    ...(given.url && { url: given.url }),
    language,
    ...(published && { published, publishedKnown: given.publishedKnown ?? 'stated' }),
    ...(noted.length > 0 && { repairs: noted }),
    text,
    passages: findPassages(text, headline),
  }
}
