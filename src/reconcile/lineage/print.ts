import type { Report, Span } from '#model'
import { wordsIn, wordsOf } from '../reading.ts'
import { hash32, mix } from '../hash.ts'
import type { Word } from '../words.ts'
import { findCredits } from './credit.ts'
import { isFurniture } from './furniture.ts'

/** Words in one shingle. */
export const SHINGLE = 6
/** Shingles among which one mark is chosen, so that any shared run of SHINGLE + WINDOW - 1 words shares a mark. */
const WINDOW = 6

/**
 * What lineage needs to know of a report's words: marks chosen by winnowing (Schleimer, Wilkerson, Aiken 2003) over its own
 * words, with quotations and page furniture left out, since two reports that quote one letter are not copies.
 */
export interface Print {
  /** Hash of all words, quotations counted: equal for texts that differ in marks and white space only. */
  readonly exact: number
  /** Hash of all words but those with digits: equal for texts that differ in numbers only. */
  readonly bare: number
  /** How many words are the report's own. */
  readonly words: number
  /** Marks in reading order: hash, start, end. */
  readonly marks: readonly (readonly [hash: number, start: number, end: number])[]
  readonly credits: readonly string[]
}

const QUOTED = /“[^“”\n]{12,}?(?:”|$)|"[^"\n]{12,}?(?:"|$)|«[^«»\n]{12,}?(?:»|$)/gm

/** The spans of quotations long enough to be somebody's words rather than a term. */
export function findQuoted(text: string): Span[] {
  return [...text.matchAll(QUOTED)].map(found => [found.index, found.index + found[0].length] as const)
}

/** Runs of the report's own words: passages without furniture, cut at quotations. */
function ownWords(report: Report): Word[][] {
  const runs: Word[][] = []
  for (const { span, kind } of report.passages) {
    const passage = report.text.slice(span[0], span[1])
    if (kind === 'headline' || isFurniture(passage)) continue
    let from = 0
    for (const [start, end] of findQuoted(passage)) {
      runs.push([...wordsIn(report, [span[0] + from, span[0] + start])])
      from = end
    }
    runs.push([...wordsIn(report, [span[0] + from, span[1]])])
  }
  return runs
}

function shingles(words: readonly Word[]): [number, number, number][] {
  const found: [number, number, number][] = []
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    let hash = 0
    for (let k = 0; k < SHINGLE; k++) hash = Math.imul(hash, 31) + (words[i + k]?.as.hash ?? 0)
    found.push([mix(hash), words[i]?.start ?? 0, words[i + SHINGLE - 1]?.end ?? 0])
  }
  return found
}

/** The least shingle of each window, each once: a fair sample that two copies choose alike. */
function winnow(all: readonly [number, number, number][]): [number, number, number][] {
  const chosen: [number, number, number][] = []
  let last = -1
  for (let from = 0; from < Math.max(1, all.length - WINDOW + 1) && all.length > 0; from++) {
    let least = from
    for (let i = from; i < Math.min(all.length, from + WINDOW); i++) if ((all[i]?.[0] ?? 0) <= (all[least]?.[0] ?? 0)) least = i
    const mark = all[least]
    if (least !== last && mark) chosen.push(mark)
    last = least
  }
  return chosen
}

/** A hash of words in their order, as a number of 52 bits. */
function hashWords(words: readonly Word[]): number {
  let [one, two] = [0, 0]
  for (const { as } of words) {
    one = Math.imul(one, 31) + as.hash
    two = Math.imul(two, 37) + as.hash
  }
  return mix(one) * 0x100000 + (mix(two) & 0xfffff)
}

/** The print of a report. */
export function printOf(report: Report): Print {
  const runs = ownWords(report)
  const whole = wordsOf(report)
  const joined = whole.length === 0 ? '' : whole.map(word => word.form).join(' ')
  return {
    exact: hash32(joined, 0x9747b28c) * 0x100000 + (hash32(joined) & 0xfffff),
    bare: hashWords(whole.filter(word => !word.as.numeral)),
    words: runs.reduce((sum, run) => sum + run.length, 0),
    marks: joinShort(runs).flatMap(run => winnow(shingles(run))),
    credits: findCredits(report.text, report.publisher, report.byline),
  }
}

/** Runs that are too short for a shingle of their own are joined to the one before, so that words around quotations count. */
function joinShort(runs: readonly Word[][]): Word[][] {
  const joined: Word[][] = []
  for (const run of runs) {
    const before = joined.at(-1)
    if (before && (run.length < SHINGLE || before.length < SHINGLE)) before.push(...run)
    else joined.push([...run])
  }
  return joined
}
