import {
  nameWords,
  bySpan,
  contains,
  overlaps,
  type Analysis,
  type CodedEvent,
  type Figure,
  type Id,
  type Issue,
  type Mention,
  type Span,
  type Statement,
  type TimeExpression,
} from '#model'
import { daysOf } from '../days.ts'
import { hash32 } from '../hash.ts'
import { countWords, wordsIn } from '../reading.ts'
import { readWords, type Word } from '../words.ts'
import { actorsOf } from '../cast/name.ts'
import { isNegator, readAxes, readDenied, stateHashes, type Side } from './axes.ts'
import { isModal, isOpen } from './mood.ts'
import { findAsker } from './initiative.ts'
import { isFurniture } from '../lineage/furniture.ts'
import { findQuoted } from '../lineage/print.ts'

/** The hash by which a name meets the same name elsewhere: of its last word, where persons are named by family name; of all words else. */
export function nameHash(name: string, person = true): number {
  const words = nameWords(name)
  return hash32((person ? words.at(-1) : words.join(' ')) ?? name)
}

/** In place of a statement's index: the publisher's own voice; quoted words that no statement takes up. */
export const OWN = -1
export const LOOSE = -2

/** One sentence's worth of words that somebody said, or that the publisher wrote in its own voice. */
export interface Piece {
  readonly span: Span
  /** Index of the statement in the analysis; -1 = the publisher's own voice, -2 = quoted words that no statement takes up. */
  readonly statement: number
  /** Hashes of the content words, in reading order, each once. */
  readonly words: readonly number[]
  /** Those of the content words that a second telling may differ in: of times, figures and told states. */
  readonly slots: readonly number[]
  /** The quoted fragments, each as hashes of all its words. */
  readonly quotes: readonly (readonly number[])[]
  /** Whether all of it stands in quotation marks. */
  readonly quoted: boolean
  readonly issues: readonly Issue[]
  /** Hashes of the names of the actors named in it. */
  readonly names: readonly number[]
  /** Hashes of the words written with a capital, but for the first. */
  readonly capitals: readonly number[]
  /** Whether an odd number of its words turn it into its opposite. */
  readonly negated: boolean
  /** Whether it says what may, would or should be rather than what is: an infinitive, a condition, a question. */
  readonly open: boolean
  /** Whether it says what will, would or might be. */
  readonly modal?: true
  /** Hashes of the content words that a negator turns. */
  readonly denied: readonly number[]
  /** The acts coded in it. */
  readonly acts: readonly string[]
  /** Who is told to have asked for talks: the hashes of the name and of whom it belongs to. Absent where the words do not say, or name a person of no known party. */
  readonly asker?: readonly number[]
  /** Where it stands on the axes of told states. */
  readonly axes: Readonly<Record<string, Side>>
  readonly times: readonly Dated[]
  /** The parts of days that it gives, "until" among them: MO, AF, EV or NI. */
  readonly hours: readonly { readonly day: number; readonly part: string }[]
  readonly deeds: readonly Deed[]
  readonly counts: readonly Counted[]
}

/** What a piece is about, whichever way it is told: its content words less its slots. */
export function matterOf({ words, slots }: Piece): readonly number[] {
  return slots.length === 0 ? words : words.filter(word => !slots.includes(word))
}

/** A day that a piece gives: first and last day since 1970; `loose` where a night or an evening may belong to two days. */
export interface Dated {
  readonly days: readonly [first: number, last: number]
  readonly loose: boolean
}

/** An act told as done by two or more on one day: of each the hashes of the words of the name. */
export interface Deed {
  readonly act: string
  readonly who: readonly (readonly number[])[]
  /** Hashes of all words of all forms of the names, as content words: places and objects are told from them. */
  readonly nameWords: readonly number[]
  readonly day: number
}

/** A figure that a piece gives, with what it counts. */
export interface Counted {
  readonly id: Id<'figure'>
  readonly span: Span
  readonly kind: string
  readonly of: readonly number[]
  readonly low: number | null
  readonly high: number | null
  readonly about: boolean
  readonly provider?: string
  readonly days?: readonly [first: number, last: number]
}

const FRAGMENT = /“([^“”\n]{3,}?)(?:”|$)|"([^"\n]{3,}?)(?:"|$)|«([^«»\n]{3,}?)(?:»|$)/g
const MARKED = /[“"«]/
const MARKS = /^[\s"“”'‘’«»,.;:–—-]+|[\s"“”'‘’«»,;:–—-]+$/g

/** A span without the white space, commas and dashes at its edges; quotation marks stay. */
function trim(text: string, [start, end]: Span): Span {
  const words = text.slice(start, end)
  const lead = /^[\s,;:–—-]*/.exec(words)?.[0].length ?? 0
  const tail = /[\s,;:–—-]*$/.exec(words.slice(lead))?.[0].length ?? 0
  return [start + lead, Math.max(start + lead, end - tail)]
}

function hashes(words: readonly Word[]): number[] {
  return words.map(word => word.as.hash >>> 8)
}

/** The fragments of a piece that stand in quotation marks; the whole piece where its statement is direct. */
function readQuotes(text: string, words: readonly Word[], direct: boolean): number[][] {
  if (direct) return [hashes(words)]
  if (!MARKED.test(text)) return []
  return [...text.matchAll(FRAGMENT)].map(found => hashes(readWords(found[0]))).filter(fragment => fragment.length >= 2)
}

/** Every record that a piece may hold, found by place. */
interface Records {
  readonly analysis: Analysis
  readonly names: ReadonlyMap<string, number>
  readonly figures: readonly Figure[]
  readonly times: readonly TimeExpression[]
  readonly events: readonly CodedEvent[]
  readonly mentions: readonly Mention[]
}

/** The records, in the order of their places, that lie inside the span; found by halving. */
function inside<T extends { readonly span: Span }>(sorted: readonly T[], [start, end]: Span): T[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.span[0] ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let at = low; at < sorted.length; at++) {
    const record = sorted[at]
    if (!record || record.span[0] >= end) break
    if (record.span[1] <= end) found.push(record)
  }
  return found
}

/** What a piece holds of the records: times, figures and events. */
type Held = Pick<Records, 'times' | 'figures' | 'events'>

function heldIn({ times, figures, events }: Records, span: Span): Held {
  return { times: inside(times, span), figures: inside(figures, span), events: inside(events, span) }
}

/** What the piece counts: class and unit, and the words of what is counted. */
function countsIn(analysis: Analysis, { figures }: Held): Counted[] {
  return figures.map(figure => {
    const days = daysOf(figure.asOf) ?? daysOf(figure.period?.start)
    const provider = actorsOf(analysis).get(figure.provider ?? '')?.name
    const of = readWords(`${figure.of ?? ''} ${figure.population ?? ''}`)
      .map(word => word.as.content)
      .filter(hash => hash !== 0)
    const kind = [figure.class, figure.unit, ...(figure.lumps ?? [])].join(' ')
    const { low, high } = figure
    return {
      id: figure.id,
      span: figure.span,
      kind,
      of: [...new Set(of)].sort((a, b) => a - b),
      low,
      high,
      about: figure.bound === 'about',
      ...(provider !== undefined && { provider }),
      ...(days && { days }),
    }
  })
}

const TWO_DAYS = /\b(?:night|evening|overnight|midnight|early|late|dawn)\b/i

/** The days that a piece gives. A vague time, a length and a repeated time give none. */
function timesIn(analysis: Analysis, { times }: Held, span: Span): Dated[] {
  return times.flatMap(time => {
    if ((time.type !== 'DATE' && time.type !== 'TIME') || time.known === 'vague' || time.when?.end !== undefined) return []
    const days = daysOf(time.when?.start)
    const around = analysis.report.text.slice(Math.max(span[0], time.span[0] - 8), time.span[1] + 10)
    return days && days[1] - days[0] <= 31 ? [{ days, loose: TWO_DAYS.test(around) }] : []
  })
}

function hoursIn({ times }: Held): { day: number; part: string }[] {
  return times.flatMap(({ value, when }) => {
    const part = /T(MO|AF|EV|NI)$/.exec(value)?.[1]
    const days = part === undefined ? undefined : daysOf(when?.start ?? (when?.end === '..' ? undefined : when?.end))
    return part !== undefined && days && days[0] === days[1] ? [{ day: days[0], part }] : []
  })
}

/** The acts that a piece tells as done, by two or more, on a day that the words give. */
function deedsIn(analysis: Analysis, { events }: Held): Deed[] {
  return events.flatMap(event => {
    if (event.reality !== 'reported' || event.when?.end !== undefined) return []
    const days = daysOf(event.when?.start)
    const people = [...new Set([...event.actors, ...event.recipients])]
    if (!days || days[0] !== days[1] || people.length < 2) return []
    const who = people.flatMap(id => {
      const actor = actorsOf(analysis).get(id)
      return actor ? [nameWords(actor.name).map(word => hash32(word))] : []
    })
    const own = readWords(people.flatMap(id => actorsOf(analysis).get(id)?.names ?? []).join(' ')).map(word => word.as.content)
    return [{ act: event.act, who, nameWords: [...new Set(own)].filter(word => word !== 0), day: days[0] }]
  })
}

function namesIn({ mentions, names }: Records, span: Span): number[] {
  const found = inside(mentions, span)
    .filter(mention => mention.form !== 'pronoun')
    .flatMap(mention => names.get(mention.actor ?? '') ?? [])
  return [...new Set(found)].sort((a, b) => a - b)
}

/** Who asked for talks, as far as a party is known. */
function askerIn({ analysis, mentions, names }: Records, span: Span, words: readonly Word[]): number[] | undefined {
  const id = findAsker(words, () => inside(mentions, span))?.actor
  const actor = actorsOf(analysis).get(id ?? '')
  if (!actor || (actor.kind === 'person' && actor.of === undefined)) return undefined
  return [actor.id, actor.of ?? actor.id].flatMap(one => names.get(one) ?? [])
}

/** The words of a piece that a second telling may differ in by the records that it holds: times and figures. */
function slotWords({ report }: Analysis, { times, figures }: Held): Set<number> {
  const slots = new Set<number>()
  for (const { span } of [...times, ...figures]) for (const word of wordsIn(report, span)) slots.add(word.as.content)
  return slots
}

/** Words that begin with a capital, but for the first: places and persons, known or not. */
function capitalsIn(words: readonly Word[]): number[] {
  const found = new Set<number>()
  for (const [at, { as }] of words.entries()) if (at > 0 && as.capital && as.content !== 0) found.add(as.content)
  return [...found]
}

/** Whether all of the words stand in quotation marks, but for a few. */
function isQuoted(text: string): boolean {
  if (!MARKED.test(text)) return false
  const bare = text.replace(MARKS, '')
  return findQuoted(text).some(([start, end]) => end - start >= 0.9 * bare.length)
}

/** The content words of a span, each once. */
function contentOf(words: readonly Word[]): number[] {
  const content = new Set<number>()
  for (const { as } of words) if (as.content !== 0) content.add(as.content)
  return [...content]
}

/** A piece in the publisher's own voice has no quoted words: what it quotes belongs to statements. */
function makePiece(records: Records, span: Span, statement: number, direct: boolean, denies: boolean, issues: readonly Issue[]): Piece {
  const { analysis } = records
  const text = analysis.report.text.slice(span[0], span[1])
  const words = wordsIn(analysis.report, span)
  const forms = words.map(word => word.form)
  const content = contentOf(words)
  const quoted = statement !== OWN && (direct || isQuoted(text))
  const held = heldIn(records, span)
  const slots = slotWords(analysis, held)
  const negators = forms.filter(isNegator).length
  const asker = askerIn(records, span, words)
  return {
    span,
    statement,
    words: content,
    slots: content.filter(hash => stateHashes.has(hash) || slots.has(hash)),
    quotes: statement === OWN ? [] : readQuotes(text, words, quoted),
    quoted,
    issues,
    names: namesIn(records, span),
    capitals: capitalsIn(words),
    negated: (negators % 2 === 1) !== denies,
    open: forms[0] === 'to' || forms[1] === 'to' || isOpen(forms) || /\?["”'’\s]*$/.test(text.slice(-4)),
    ...(isModal(forms) && { modal: true as const }),
    denied: denies ? content : negators === 0 ? [] : readDenied(forms),
    acts: [...new Set(held.events.filter(event => event.reality !== 'denied').map(event => event.act as string))].sort(),
    ...(asker && { asker }),
    axes: readAxes(forms),
    times: timesIn(analysis, held, span),
    hours: hoursIn(held),
    deeds: deedsIn(analysis, held),
    counts: countsIn(analysis, held),
  }
}

/** Too few words to be told from others by themselves. */
const SHORT = 4

/** Parts of a content span by sentences; a short part goes with its neighbour. */
function cut(analysis: Analysis, [start, end]: Span): Span[] {
  const parts: Span[] = []
  const isShort = (span: Span): boolean => countWords(analysis.report, span) < SHORT
  for (const sentence of analysis.sentences) {
    if (!overlaps(sentence, [start, end])) continue
    const part = trim(analysis.report.text, [Math.max(start, sentence[0]), Math.min(end, sentence[1])])
    const last = parts.at(-1)
    if (part[1] <= part[0]) continue
    if (last && (isShort(part) || isShort(last))) parts[parts.length - 1] = [last[0], part[1]]
    else parts.push(part)
  }
  return parts
}

function inner(statement: Statement, part: Span, all: readonly Statement[]): boolean {
  return all.some(other => other.within === statement.id && other.content.some(span => contains([span[0] - 3, span[1] + 3], part)))
}

/** Content words that what stands beside a statement must have to be told of by itself. */
const BESIDE = 5

/** The parts of a sentence that are nobody's content: when, where and to whom it was said, and what else the publisher tells there. `contents`: of all statements, in order. */
function besideOf({ report }: Analysis, contents: readonly Span[], [start, end]: Span): Span[] {
  const parts: Span[] = []
  let from = start
  for (const [first, last] of contents) {
    if (first >= end) break
    if (last <= start) continue
    if (first > from) parts.push(trim(report.text, [from, first]))
    from = Math.max(from, last)
  }
  if (from < end) parts.push(trim(report.text, [from, end]))
  return parts.filter(part => part[1] > part[0])
}

/** What stands beside a statement. The day on which it was uttered dates the telling, not what else is told there. */
function besidePiece(records: Records, part: Span, sentence: Span): Piece {
  const piece = makePiece(records, part, OWN, false, false, [])
  const days = records.analysis.statements.filter(one => overlaps(one.span, sentence)).flatMap(one => daysOf(one.uttered?.start)?.[0] ?? [])
  return { ...piece, times: piece.times.filter(time => !days.includes(time.days[0])), hours: piece.hours.filter(hour => !days.includes(hour.day)) }
}

/** The content spans of a statement, each drawn out to the end of a quotation that it begins. */
function wholeQuotes(statement: Statement, quoted: readonly Span[]): Span[] {
  const spans = statement.content.map((span): Span => {
    const quote = quoted.find(([start, end]) => Math.abs(start - span[0]) <= 1 && end > span[1])
    return quote ? [span[0], quote[1]] : span
  })
  return spans.filter((span, at) => !spans.some((other, k) => k < at && contains(other, span)))
}

function inOrder({ figures, times, events, mentions }: Analysis): Pick<Records, 'figures' | 'times' | 'events' | 'mentions'> {
  return { figures: [...figures].sort(bySpan), times: [...times].sort(bySpan), events: [...events].sort(bySpan), mentions: [...mentions].sort(bySpan) }
}

/** The pieces of a report: of every statement, sentence by sentence, then of the sentences that no statement touches. */
export function readPieces(analysis: Analysis, denies: (statement: Statement) => boolean): Piece[] {
  const { text, passages } = analysis.report
  const records: Records = {
    analysis,
    ...inOrder(analysis),
    names: new Map(analysis.actors.map(actor => [actor.id, nameHash(actor.name, actor.kind === 'person')])),
  }
  const quoted = findQuoted(text)
  const said = analysis.statements.flatMap((statement, index) =>
    wholeQuotes(statement, quoted)
      .flatMap(span => cut(analysis, span))
      .filter(part => !inner(statement, part, analysis.statements))
      .map(part => makePiece(records, part, index, statement.form === 'direct', denies(statement), statement.issues)),
  )
  const touched = analysis.statements.map(statement => statement.span)
  const contents = analysis.statements.flatMap(one => one.content).sort((a, b) => a[0] - b[0])
  const wordy = (span: Span, least: number): boolean => contentOf(wordsIn(analysis.report, span)).length >= least
  const furniture = passages.filter(passage => isFurniture(text.slice(passage.span[0], passage.span[1])))
  const covered = said.map(piece => piece.span)
  const orphans = quoted.filter(quote => !covered.some(span => overlaps(span, quote))).flatMap(quote => cut(analysis, quote))
  const beside = analysis.sentences
    .filter(sentence => touched.some(span => overlaps(span, sentence)))
    .flatMap(sentence =>
      besideOf(analysis, contents, sentence)
        .filter(part => wordy(part, BESIDE))
        .map(part => besidePiece(records, part, sentence)),
    )
  const own = analysis.sentences
    .filter(sentence => !touched.some(span => overlaps(span, sentence)) && !furniture.some(passage => overlaps(passage.span, sentence)))
    .filter(sentence => wordy(sentence, 2))
    .map(sentence => makePiece(records, sentence, OWN, false, false, []))
  const loose = orphans.map(quote => makePiece(records, quote, LOOSE, true, false, []))
  return [...said, ...loose, ...beside, ...own]
}
