import type { Brief, Heard, Matrix, Overview, PositionCell, PositionEntry, ReportLine } from '#model'
import {
  allegationLine,
  ceasefireLine,
  doubtLine,
  figureLine,
  findingLine,
  indicatorLine,
  label,
  PROPOSAL_HEAD,
  proposalRow,
  timelineLine,
  trackLine,
} from './lines.ts'
import type { Block, Line } from './page.ts'
import { edtfWords, whenShort } from './when.ts'

/** The briefing as a page: the same eight parts for one report or for thousands. */
export function briefPage(brief: Brief): Block[] {
  return [
    { kind: 'title', words: titleWords(brief) },
    { kind: 'lines', lines: headLines(brief) },
    ...part('Lines of talks', 'list', brief.tracks.map(trackLine), 'No line of talks is reported.', brief.more.tracks),
    ...proposalPart(brief),
    ...positionPart(brief.matrix),
    ...part(
      'Ceasefires and allegations',
      'list',
      [...brief.ceasefires.map(ceasefireLine), ...brief.allegations.map(allegationLine)],
      'No ceasefire and no allegation is reported.',
      (brief.more.ceasefires ?? 0) + (brief.more.allegations ?? 0),
    ),
    ...part(
      'Conditions and figures',
      'list',
      [...brief.figures.map(figureLine), ...brief.indicators.map(indicatorLine)],
      'No figure and no condition is reported.',
      (brief.more.figures ?? 0) + (brief.more.indicators ?? 0),
    ),
    ...manyParts(brief),
    ...part('Doubts', 'list', [...brief.doubts.map(doubtLine), ...sideLines(brief.overview)], 'No doubt is noted.', brief.more.doubts),
    ...part('Reports', 'lines', brief.reports.map(reportKey), 'There is no report in this case yet: add some with parley add.', brief.more.reports),
  ]
}

/** What only a case of several reports has: the newest events, and what comparing reports shows. */
function manyParts(brief: Brief): Block[] {
  if (brief.overview.reports < 2) return []
  const events = part('Latest, as told', 'list', brief.events.map(timelineLine), 'No event is reported.', 0)
  return brief.findings.length === 0 ? events : [...events, ...part('Across reports', 'list', brief.findings.map(findingLine), '', brief.more.findings)]
}

function part(heading: string, kind: 'list' | 'lines', lines: readonly Line[], empty: string, more = 0): Block[] {
  const rest: Line[] = more > 0 ? [[{ faint: `and ${String(more)} more` }]] : []
  return [{ kind: 'heading', words: heading }, lines.length === 0 ? { kind: 'lines', lines: [[{ faint: empty }]] } : { kind, lines: [...lines, ...rest] }]
}

function titleWords({ overview: { reports, published, assumed, undated }, about }: Brief): string {
  const { first, last } = published
  const days =
    first === null ? (undated > 0 ? 'undated' : 'nothing read yet') : first === last ? edtfWords(first) : `${edtfWords(first)} to ${edtfWords(last ?? '')}`
  const supplied = assumed === 0 ? '' : reports === 1 ? ' (date assumed)' : ` (${String(assumed)} dates assumed)`
  return `Briefing: ${count(reports, 'report')}, ${days}${supplied}${about === null ? '' : `, about ${about}`}`
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`
}

function headLines(brief: Brief): Line[] {
  const { overview, since } = brief
  const languages = overview.languages.map(one => (one.language === 'en' ? 'English' : one.language)).join(', ')
  const heard = overview.heard.map(heardWords).join(', ')
  const silent = overview.notHeard.map(one => one.who.name).join(', ')
  const { accepted, suggested } = overview.records.all
  const news: Line[] =
    since === null ? [] : [[{ strong: 'New' }, ` since ${since}: ${count(overview.fresh.reports, 'report')}, ${count(overview.fresh.records, 'record')}.`]]
  return [
    [
      { strong: 'Read:' },
      ` ${count(overview.reports, 'report')}, ${count(overview.publishersTotal, 'publisher')}${languages === '' ? '' : `, in ${languages}`}${overview.undated > 0 && overview.published.first !== null ? `, ${String(overview.undated)} undated` : ''}.`,
    ],
    [{ strong: 'Heard:' }, ` ${heard === '' ? 'nobody' : heard}${beyond(overview.heardTotal, overview.heard.length)}.`],
    [{ strong: 'Not heard:' }, ` ${silent === '' ? 'no other party is named' : silent}${beyond(overview.notHeardTotal, overview.notHeard.length)}.`],
    ...news,
    ...(overview.reports > 0 && tellsOfNoTalks(brief)
      ? [[{ strong: 'No negotiation' }, ` is told of: no line of talks, no proposal, no ceasefire${wishes(brief)}.`]]
      : []),
    [`Everything below is what somebody is reported to have said. Records: ${String(accepted)} accepted, ${String(suggested)} suggested.`],
  ]
}

function tellsOfNoTalks({ tracks, proposals, ceasefires }: Brief): boolean {
  return tracks.length + proposals.length + ceasefires.length === 0
}

/** What somebody wants may be told where nobody negotiates. */
function wishes({ matrix }: Brief): string {
  const { length } = matrix.cells
  return length === 0 ? ', no position' : `; ${count(length, 'position')} told for themselves`
}

function heardWords({ who, named, unnamed }: Heard): string {
  const kinds = [named > 0 ? `${String(named)} named` : '', unnamed > 0 ? `${String(unnamed)} unnamed` : ''].filter(Boolean).join(', ')
  return `${who.name} (${count(named + unnamed, 'speaker')}: ${kinds})`
}

function beyond(total: number, shown: number): string {
  return total > shown ? ` and ${String(total - shown)} more` : ''
}

function proposalPart({ proposals, more }: Brief): Block[] {
  if (proposals.length === 0) return part('Proposals', 'list', [], 'No proposal is reported.')
  const rest: Block[] = (more.proposals ?? 0) > 0 ? [{ kind: 'lines', lines: [[{ faint: `and ${String(more.proposals)} more` }]] }] : []
  return [{ kind: 'heading', words: 'Proposals' }, { kind: 'table', head: PROPOSAL_HEAD, rows: proposals.map(proposalRow) }, ...rest]
}

function positionPart(matrix: Matrix): Block[] {
  if (matrix.cells.length === 0) return part('Positions', 'list', [], 'No position is reported.')
  return [{ kind: 'heading', words: `Positions${daysWords(matrix)}` }, matrixTable(matrix)]
}

function daysWords({ at, days: { first, last } }: Matrix): string {
  if (at !== null) return ` as of ${edtfWords(at)}`
  return first === null || last === null ? '' : first === last ? `, ${edtfWords(first)}` : `, ${edtfWords(first)} to ${edtfWords(last)}`
}

/** Actor × issue: the same columns for all; an actor not heard has its column, which says so. */
export function matrixTable({ actors, issues, cells, against }: Matrix): Block {
  const byPlace = new Map<string, PositionCell>(cells.map(cell => [`${cell.who} ${cell.issue}`, cell]))
  const rows = issues.map(issue => [issue, ...actors.map(actor => cellWords(byPlace.get(`${actor.id} ${issue}`), actor.heard, against))])
  return { kind: 'table', head: ['issue', ...actors.map(actor => `${actor.name}${actor.heard ? '' : ' (not heard)'}`)], rows }
}

function cellWords(cell: PositionCell | undefined, heard: boolean, against: string | null): string {
  const none = heard ? 'not mentioned' : 'not heard'
  if (!cell) return none
  const now = sideWords(cell.at, cell.atTotal, none, cell.who)
  return against === null ? now : `${now} | as of ${edtfWords(against)}: ${sideWords(cell.against, cell.againstTotal, none, cell.who)}`
}

function sideWords(entries: readonly PositionEntry[], total: number, none: string, column: string): string {
  if (entries.length === 0) return none
  return `${entries.map(one => positionWords(one, column)).join('; ')}${total > entries.length ? `; ${String(total - entries.length)} more` : ''}`
}

/** A stance as a cell tells it; who holds it is named where it is not the party of the column itself. */
function positionWords(one: PositionEntry, column: string): string {
  const scale = [one.denied ? 'denied' : '', one.conditionality === 'none-stated' ? '' : one.conditionality, one.held ? whenShort(one.held) : '']
    .filter(Boolean)
    .join(', ')
  const holder = one.who.id === column ? '' : `${one.who.name}: `
  return `${holder}${one.stance.replaceAll('-', ' ')}${scale === '' ? '' : ` (${scale})`} ${label(one.cite)}`
}

/** All attributed speech from one side is a doubt of its own, and the reader is told. */
function sideLines({ heard, notHeard }: Overview): Line[] {
  const only = heard[0]
  return heard.length === 1 && only && notHeard.length > 0 ? [[{ strong: 'one-side:' }, ` all attributed speech comes from ${only.who.name}.`]] : []
}

export function reportKey(report: ReportLine): Line {
  const day = report.published === undefined ? 'undated' : `${edtfWords(report.published)}${report.publishedKnown === 'assumed' ? ' (assumed)' : ''}`
  const copies = report.copies > 0 ? `, ${count(report.copies, 'other report')} of the same text` : ''
  return [
    { strong: `[${String(report.number)}.n]` },
    ` ${report.publisher ?? 'publisher not stated'}, ${day}${report.headline === undefined ? '' : `: “${report.headline}”`}${copies}`,
  ]
}
