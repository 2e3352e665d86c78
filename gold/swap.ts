import { readFileSync } from 'node:fs'
import { EXAMPLE_LISTS, NOTHING_KNOWN, type Analysis, type Report } from '#model'
import { analyse } from '#analyse'
import { makeReport } from '#read'
import { NOUN, PROPN } from '../src/text/lexicon.ts'
import { modelOf } from '../src/text/tagger.ts'

/** Words of two parties of a kind, each with the word that takes its place. */
export type Pair = ReadonlyMap<string, string>

interface StateForms {
  readonly id: string
  readonly columns: readonly (readonly string[])[]
}

/** A form that some other row knows, and whose state it is. */
interface OwnedForm {
  readonly form: string
  readonly of: string
}

function readTable(name: string): string[][] {
  return readFileSync(new URL(`../data/${name}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter(row => row !== '' && !row.startsWith('#'))
    .slice(1)
    .map(row => row.split('\t'))
}

/** Every form of the rows of bodies, seats, media and places with its owner. */
function readOwned(): OwnedForm[] {
  return ['organisations', 'armed-groups', 'parties', 'seats', 'media', 'regions']
    .flatMap(readTable)
    .flatMap(([id = '', also = '', , of = '']) => [id, ...also.split('|')].filter(Boolean).map(form => ({ form, of })))
}

/** The columns of forms of every state: names, adjectives, peoples, seats, as data/states.tsv has them. */
function readStates(): StateForms[] {
  return readTable('states').map(([id = '', name = '', also = '', adjective = '', people = '', seat = '']) => ({
    id,
    columns: [[name], also.split('|'), adjective.split('|'), people.split('|'), seat.split('|')].map(column => column.filter(Boolean)),
  }))
}

/** Whether the words stand in the text by themselves. */
function stands(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + words.length))) return true
  return false
}

/** The forms of both that the text has, each with one of the same column, capitals too; nothing where two forms would become one. */
function pairForms(text: string, a: StateForms, b: StateForms): Pair | undefined {
  const pair = new Map<string, string>()
  const add = (one: string, other: string): void => {
    if (!pair.has(one) && !pair.has(other)) pair.set(one, other).set(other, one)
  }
  for (const [column, ones] of a.columns.entries()) {
    const others = b.columns[column] ?? []
    for (let at = 0; at < Math.max(ones.length, others.length); at++) {
      const [one, other] = [ones[at], others[at]]
      if (one !== undefined && other !== undefined) add(one, other)
      if ([one, other].some(form => form !== undefined && stands(text, form) && !pair.has(form))) return undefined
    }
  }
  for (const [one, other] of [...pair]) if (one.toUpperCase() !== one && other.toUpperCase() !== other) add(one.toUpperCase(), other.toUpperCase())
  const [oneWords, otherWords] = [a, b].map(forms => forms.columns.flat())
  return oneWords?.some(word => stands(text, word)) && otherWords?.some(word => stands(text, word)) ? pair : undefined
}

/** Whether the rows know equally much of both in this text: no body, seat or place of either stands in it, no known name has a word of theirs, and no form in other capitals. */
function knowsAlike(text: string, pair: Pair, a: StateForms, b: StateForms): boolean {
  owned ??= readOwned()
  const lower = text.toLowerCase()
  const words = [...pair.keys()]
  if (words.some(word => !stands(text, word) && stands(lower, word.toLowerCase()))) return false
  return !owned.some(({ form, of }) => {
    if (!stands(text, form)) return false
    return of === a.id || of === b.id || words.some(word => form !== word && stands(form, word))
  })
}

/** Pairs of states that the text names, those in its first lines first. */
function pairStates(text: string, states: readonly StateForms[]): Pair[] {
  const named = states
    .map(state => ({ state, at: text.indexOf(state.columns[0]?.[0] ?? '\0') }))
    .filter(one => one.at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(one => one.state)
  const pairs: Pair[] = []
  for (const [i, a] of named.entries()) {
    for (const b of named.slice(i + 1)) {
      const pair = pairForms(text, a, b)
      if (pair && knowsAlike(text, pair, a, b)) pairs.push(pair)
    }
  }
  return pairs
}

const PLAIN_NAME = /^\p{Lu}[\p{Ll}]+ \p{Lu}[\p{Ll}]{2,}$/u

/** Every word of every name that rows know. */
function readKnownWords(): Set<string> {
  owned ??= readOwned()
  states ??= readStates()
  const forms = [...owned.map(one => one.form), ...states.flatMap(state => state.columns.flat())]
  return new Set(forms.flatMap(form => form.toLowerCase().split(/[^\p{L}]+/u)))
}

/** Whether two words with capitals name a person: one who is cited or holds an office, and no other thing (a prize, a region, a headline's verb and its object). */
function isPerson({ report: { text }, statements }: Analysis, { id, kind, name, roles }: Analysis['actors'][number]): boolean {
  if (kind !== 'person' || !PLAIN_NAME.test(name)) return false
  if (roles.length === 0 && !statements.some(statement => statement.chain.some(link => link.actor === id))) return false
  if (new RegExp(`${name} \\p{Lu}`, 'u').test(text)) return false
  const [first = 0, last = 0] = name.split(' ').map(word => modelOf().tagOf(word.toLowerCase()))
  return first === 0 || (last === 0 && (first === NOUN || first === PROPN))
}

/** Whether the word stands inside a longer one, as in a handle. */
function standsInside(text: string, word: string): boolean {
  return new RegExp(`\\p{L}${word}|${word}\\p{L}`, 'u').test(text)
}

/** Pairs of persons with a first and a last name of their own, whose words the text has nowhere in small letters or inside others, and no row knows. */
function pairPersons(analysis: Analysis): Pair[] {
  const { text } = analysis.report
  known ??= readKnownWords()
  const persons = analysis.actors.filter(actor => isPerson(analysis, actor)).map(actor => actor.name.split(' '))
  const pairs: Pair[] = []
  for (const [i, [first = '', last = '']] of persons.entries()) {
    for (const [otherFirst = '', otherLast = ''] of persons.slice(i + 1)) {
      const words = [first, last, otherFirst, otherLast]
      if (new Set(words).size < 4 || words.some(word => stands(text, word.toLowerCase()) || standsInside(text, word) || known?.has(word.toLowerCase())))
        continue
      const pair = new Map<string, string>()
      for (const change of [(word: string) => word, (word: string) => word.toUpperCase()])
        for (const [one, other] of [
          [first, otherFirst],
          [last, otherLast],
        ] as const)
          pair.set(change(one), change(other)).set(change(other), change(one))
      pairs.push(pair)
    }
  }
  return pairs
}

interface Swap {
  readonly text: string
  /** Where an offset of the text lies in the swapped one. */
  readonly move: (offset: number) => number
}

/** The text with the words of each party those of the other. */
export function swapText(text: string, pair: Pair): Swap {
  const words = [...pair.keys()].sort((a, b) => b.length - a.length).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  const shifts: { end: number; by: number }[] = []
  let by = 0
  const swapped = text.replace(pattern, (word: string, at: number) => {
    const other = pair.get(word) ?? word
    by += other.length - word.length
    shifts.push({ end: at + word.length, by })
    return other
  })
  const move = (offset: number): number => offset + (shifts.findLast(shift => shift.end <= offset)?.by ?? 0)
  return { text: swapped, move }
}

type Values = Readonly<Record<string, unknown>>

/** Every list of an analysis as lines without ids: spans moved, words put through `word`, references told by name and place. */
function tell(analysis: Analysis, move: (offset: number) => number, word: (text: string) => string): Map<string, string[]> {
  const places = new Map<string, string>([[analysis.report.id, 'report']])
  const isSpan = (value: unknown): value is [number, number] => Array.isArray(value) && value.length === 2 && value.every(part => typeof part === 'number')
  const span = ([start, end]: readonly [number, number]): string => `${String(move(start))}-${String(move(end))}`
  for (const list of EXAMPLE_LISTS)
    for (const record of analysis[list] as readonly Values[]) {
      const { id, span: place, name, act } = record
      if (typeof id === 'string') places.set(id, isSpan(place) ? `${list} ${span(place)} ${typeof act === 'string' ? act : ''}` : word(String(name)))
    }
  const value = (part: unknown, key = ''): unknown => {
    if (key === 'text' && typeof part === 'string') return word(part.replace(/“[^”]*”/g, '“…”')) // a note quotes no more than so many letters
    if (typeof part === 'string') return places.get(part) ?? word(part)
    if (isSpan(part)) return span(part)
    if (Array.isArray(part)) {
      const parts = part.map(one => value(one))
      return ['names', 'actors', 'recipients', 'parties', 'mediators'].includes(key) ? parts.sort() : parts
    }
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(
      Object.entries(part)
        .filter(([name]) => name !== 'id')
        .map(([name, one]) => [name, value(one, name)]),
    )
  }
  return new Map(EXAMPLE_LISTS.map(list => [list, (analysis[list] as readonly unknown[]).map(one => JSON.stringify(value(one))).sort()]))
}

/** What differs between the analysis of a report and that of the report with two parties swapped: list, sign and line of each record; empty where nothing does. */
export function compareSwapped(report: Report, analysis: Analysis, pair: Pair): string[] {
  const { text, move } = swapText(report.text, pair)
  const { key, publisher, published, publishedKnown, url, headline, repairs } = report
  // What was repaired when the text came in is repaired in the text that we have.
  const mended = repairs?.map(({ what, span }) => ({ what, ...(span && { span: [move(span[0]), move(span[1])] as const }) }))
  const made = makeReport({
    text,
    ...(key && { key }),
    publisher,
    ...(published && { published }),
    ...(publishedKnown && { publishedKnown }),
    ...(url && { url }),
    ...(headline && { headline: swapText(headline, pair).text }),
  })
  const other = analyse({ ...made, ...(mended && { repairs: mended }) }, NOTHING_KNOWN)
  const word = (words: string): string => swapText(words, pair).text
  const [wanted, found] = [
    tell(analysis, move, word),
    tell(
      other,
      offset => offset,
      words => words,
    ),
  ]
  return EXAMPLE_LISTS.flatMap(list => {
    const [mine, theirs] = [wanted.get(list) ?? [], found.get(list) ?? []]
    const [has, got] = [new Set(mine), new Set(theirs)]
    return [...mine.filter(line => !got.has(line)).map(line => `${list} - ${line}`), ...theirs.filter(line => !has.has(line)).map(line => `${list} + ${line}`)]
  })
}

let states: StateForms[] | undefined
let owned: OwnedForm[] | undefined
let known: Set<string> | undefined

/** The pairs of a report that can be swapped word for word: states first in reports of even turn, persons in others. */
export function pairsOf(analysis: Analysis, turn: number): Pair[] {
  states ??= readStates()
  const [one, other] = [pairStates(analysis.report.text, states), pairPersons(analysis)]
  return turn % 2 === 0 ? [...one, ...other] : [...other, ...one]
}
