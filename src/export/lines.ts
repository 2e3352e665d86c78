import {
  chainLine,
  toldBy,
  type AllegationEntry,
  type CeasefireEntry,
  type Cell,
  type Cite,
  type Doubt,
  type FigureEntry,
  type FindingEntry,
  type IndicatorEntry,
  type ProposalEntry,
  type StatementEntry,
  type TimelineEntry,
  type TrackEntry,
  type Who,
} from '#model'
import type { Line } from './page.ts'
import { durationWords, whenShort, whenWords } from './when.ts'

/** How many characters of others' words a line quotes. */
const QUOTED = 220

/** Words cut at a space, with an ellipsis where something is left out. */
export function shorten(words: string, most = QUOTED): string {
  const flat = words.replaceAll(/\s+/g, ' ').trim()
  if (flat.length <= most) return flat
  const cut = flat.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 30)).trimEnd()} …`
}

/** The sentence that something rests on, as [1.7]. */
export function label(...cites: readonly Cite[]): string {
  return `[${[...new Set(cites.map(cite => cite.label))].join(', ')}]`
}

export function names(who: readonly Who[], none = 'not stated'): string {
  return who.length === 0 ? none : who.map(one => one.name).join(' and ')
}

/** Who says a record, with its words: the subject is always who said it. */
export function told(cell: Cell): string {
  const hedged = cell.hedges.length > 0 ? ` (hedged: ${cell.hedges.map(words => `“${shorten(words, 40)}”`).join(', ')})` : ''
  return `${toldBy(cell.chain, shorten(cell.cite.words))}${hedged}`
}

/** A chain, for a table. */
export function reportedBy(cell: Cell): string {
  const own = cell.chain.length <= 1
  return `${chainLine(cell.chain)}${own ? ', own voice' : ''}${cell.hedges.length > 0 ? `, hedged “${shorten(cell.hedges[0] ?? '', 40)}”` : ''} ${label(cell.cite)}`
}

function dated(when: { start?: unknown } | undefined, words = ''): string {
  return when ? `${words}${whenWords(when as Parameters<typeof whenWords>[0])}` : ''
}

/** Joins the parts that are not empty. */
function join(...parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join(', ')
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function trackLine(one: TrackEntry): Line {
  const rounds =
    one.rounds?.total !== undefined ? `${String(one.rounds.total)} rounds` : one.rounds?.ordinal !== undefined ? `round ${String(one.rounds.ordinal)}` : ''
  const how = join(
    one.format === 'unclear' ? 'format not stated' : one.format,
    rounds,
    one.mediators.length > 0 ? `mediated by ${names(one.mediators)}` : '',
    one.venue ? `in ${one.venue}` : '',
  )
  const state = one.stage === 'unclear' ? 'state not stated' : one.stage
  return [
    { strong: `${one.parties.length > 0 ? one.parties.map(who => who.name).join(' – ') : 'Parties not stated'}, ${how}.` },
    ` As reported: ${join(state, dated(one.when))}. ${told(one)}. `,
    { faint: label(one.cite) },
  ]
}

export function proposalRow(one: ProposalEntry, index: number): string[] {
  const terms = one.terms.map(
    term =>
      `${term.issue}: “${shorten(term.cite.words, 90)}”${term.condition === undefined ? '' : ` if “${shorten(term.condition, 60)}”`}${term.linked ? ' (linked)' : ''} [${term.cite.label}]`,
  )
  const status = join(one.status, one.exclusive ? 'nothing else' : '', one.reciprocity === 'not-stated' ? '' : `reciprocity ${one.reciprocity}`)
  return [
    join(`P${String(index + 1)}`, one.when ? whenShort(one.when) : ''),
    names(one.by),
    names(one.to, '–'),
    terms.length > 0 ? terms.join('; ') : `“${shorten(one.cite.words, 120)}”`,
    status,
    reportedBy(one),
  ]
}
export const PROPOSAL_HEAD = ['', 'by', 'to', 'terms', 'status', 'reported by']

export function ceasefireLine(one: CeasefireEntry): Line {
  const days = join(
    dated(one.declared, 'declared '),
    dated(one.effective, 'in effect '),
    dated(one.ended, 'ended '),
    one.endedBy ? `ended by ${one.endedBy.name}, as told` : '',
    one.duration ? `lasting ${durationWords(one.duration)}` : '',
  )
  return [
    { strong: `Ceasefire${one.parties.length > 0 ? ` of ${names(one.parties)}` : ', parties not stated'}.` },
    ` As reported: ${days === '' ? 'no day given' : days}. ${told(one)}. `,
    { faint: label(one.cite) },
  ]
}

export function allegationLine(one: AllegationEntry): Line {
  const count = one.count === undefined ? 'no count given' : `count “${one.count}”`
  const response =
    one.response === 'none-recorded' ? 'no response recorded' : `response: ${one.response === 'admitted' ? 'the accused said so too' : one.response}`
  return [
    { strong: 'Alleged:' },
    ` ${told(one)}. Accuser: ${one.accuser?.name ?? 'not stated'}; accused: ${names(one.accused)}; ${one.of}, ${join(dated(one.when), count)}; ${response}. `,
    { faint: label(one.cite) },
  ]
}

const BOUNDS = { exact: '', 'at-least': 'at least ', over: 'over ', 'at-most': 'at most ', under: 'under ', about: 'about ' } as const

/** A figure's number in words: 'over 1,200', '300 to 400'. */
export function numberWords({ low, high, bound, unit }: Pick<FigureEntry, 'low' | 'high' | 'bound' | 'unit'>): string {
  const number = low !== null && high !== null && low !== high ? `${grouped(low)} to ${grouped(high)}` : grouped(low ?? high)
  return `${BOUNDS[bound]}${number}${unit === 'percent' ? ' percent' : ['people', 'count', ''].includes(unit) ? '' : ` ${unit}`}`
}

/** Digits in threes, without any locale. */
function grouped(number: number | null): string {
  if (number === null) return 'no number'
  const [whole = '', rest] = String(number).split('.')
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') + (rest === undefined ? '' : `.${rest}`)
}

export function figureLine(one: FigureEntry): Line {
  const lump = one.lumps ? `, ${one.lumps.join(' and ')} together` : ''
  const times = join(dated(one.period), one.asOf === undefined ? '' : `as of ${whenWords({ start: one.asOf })}`)
  return [
    { strong: `${capital(countedWords(one))}${lump}.` },
    ` ${told(one)}.${times === '' ? '' : ` Period: ${times}.`} Provider: ${one.provider?.name ?? 'not stated'}. `,
    { faint: label(one.cite) },
  ]
}

/** The number with what it counts: 'over 1,200 killed, of civilians', '300 to 400 soldiers, captive'. */
function countedWords(one: FigureEntry): string {
  const people = ['people', 'count', ''].includes(one.unit)
  const what = people ? one.class : one.class === one.unit || one.class === 'other' ? '' : one.class
  const others = [one.population, one.of].filter(
    (words, index) => words !== undefined && !one.class.includes(words) && !one.unit.includes(words) && !(index === 1 && one.population?.includes(words)),
  )
  return join(
    `${numberWords(one)}${people ? ` ${what === 'other' ? (one.of ?? 'of something not stated') : what}` : ''}`,
    people ? '' : what,
    ...[...new Set(others)].map(words => (words === one.of && what === 'other' ? '' : `of ${String(words)}`)),
  )
}

export function indicatorLine(one: IndicatorEntry): Line {
  return [
    { strong: `${capital(one.what)}${one.place === undefined ? '' : `, ${one.place}`}: “${one.condition}”${one.trend === 'unclear' ? '' : `, ${one.trend}`}.` },
    ` ${told(one)}.${one.when ? ` ${capital(dated(one.when))}.` : ''} `,
    { faint: label(one.cite) },
  ]
}

export function doubtLine(one: Doubt): Line {
  return [{ strong: `${one.code}:` }, ` ${one.text} `, { faint: label(...one.cites.slice(0, 4)) }]
}

export function timelineLine(one: TimelineEntry): Line {
  const day = one.when ? whenWords(one.when) : 'undated'
  const relation = one.against === 'overlaps' ? ' (overlaps the line before)' : one.against === 'unknown' ? ' (order to the line before not known)' : ''
  const reality = one.reality && one.reality !== 'reported' ? `, ${one.reality}` : ''
  return [
    { strong: `${day}${relation}.` },
    ` ${one.told.length > 300 ? told(one) : one.told} `,
    { faint: `${one.kind} ${one.what}${reality} ${label(one.cite)}` },
  ]
}

export function statementLine(one: StatementEntry): Line {
  return [
    { strong: `${chainLine(one.chain)}:` },
    ` “${shorten(one.content.join(' … '))}” `,
    { faint: `${one.kind ?? 'speech'}, ${one.form}${one.negated ? ', negated' : ''} ${label(one.cite)}` },
  ]
}

/** A finding with both sides, each with its publisher and words. */
export function findingLine(one: FindingEntry): Line {
  const side = (cites: readonly Cite[]): string =>
    cites
      .slice(0, 3)
      .map(cite => `${cite.publisher ?? 'publisher not stated'} wrote “${shorten(cite.words, 140)}” [${cite.label}]`)
      .join('; ')
  const against = one.againstCites.length > 0 ? ` Against: ${side(one.againstCites)}.` : ''
  return [
    { strong: `${one.kind}${one.type === undefined ? '' : `, ${one.type}`}${one.roots === undefined ? '' : `, ${String(one.roots)} roots`}.` },
    ` ${one.why} ${side(one.supportCites)}.${against}`,
  ]
}
