import type { Edtf } from '#model'
import { readDate } from './date.ts'

const PLACE = String.raw`\p{Lu}[\p{Lu}.'’-]{2,}(?:[ /]\p{Lu}[\p{Lu}.'’-]+){0,3}`
const DAY = String.raw`(?:, \p{L}+\.? \d{1,2}(?:, \d{4})?)?`
const REST = String.raw`(?:, [\p{L}.]+(?: [\p{L}.]+)?)?${DAY}`
/** Capitals, perhaps a country and a date, perhaps an agency in brackets, then a dash; or an agency in brackets alone. */
const CAPITALS = new RegExp(`^(${PLACE}${REST}(?: ?\\([^()\\n]{2,60}\\))?) ?(?:—|–|--?) ?(?=\\S)`, 'u')
const BRACKETS = new RegExp(
  String.raw`^((?:${PLACE}|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)?)${REST} ?\([^()\n]{2,60}\)) ?(?:(?:—|–|--?|:) ?)?(?=\p{Lu}|["“‘])`,
  'u',
)
/** A heading and perhaps a byline before the dateline: lines of their own that end in no stop. */
const HEADING = /^([^\n]{10,200}[^\n.!?:;,])\n+(?:(?:by|from) [^\n]{3,80}\n+)?(?=\S)/i

/** What stands at the head of a report: the dateline as worded ("GENEVA, May 3, 2031 (Agency)"), what it says of agency and day, and the heading before it. */
export interface Dateline {
  readonly words: string
  readonly agency?: string
  readonly day?: Edtf
  readonly heading?: string
}

/** The dateline at the head of a text, or behind its heading; undefined where there is none. */
export function readDateline(text: string): Dateline | undefined {
  const first = wordsOf(text.slice(0, 200))
  if (first !== undefined) return partsOf(first)
  const heading = HEADING.exec(text.slice(0, 400))
  const second = heading ? wordsOf(text.slice(heading[0].length, heading[0].length + 200)) : undefined
  return second === undefined ? undefined : { ...partsOf(second), ...(heading?.[1] !== undefined && { heading: heading[1].trim() }) }
}

function wordsOf(head: string): string | undefined {
  return (BRACKETS.exec(head) ?? CAPITALS.exec(head))?.[1]
}

function partsOf(words: string): Dateline {
  const agency = /\(([^()\d]+)\)$/.exec(words)?.[1]
  const date = /, (\p{L}+\.? \d{1,2}, \d{4})/u.exec(words)?.[1]
  const day = date === undefined ? undefined : readDate(date)
  return { words, ...(agency !== undefined && { agency }), ...(day && { day }) }
}
