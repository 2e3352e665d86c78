import { readFileSync, readdirSync } from 'node:fs'
import { parse } from 'yaml'
import { analyse } from '#analyse'
import { knownSchema, overlaps, type Anchor, type Finding, type Known, type Report } from '#model'
import { makeReport } from '#read'
import { reconcile } from '#reconcile'

/** A finding that a planted case wants or forbids; `at`: a report's number from 1 and words of it that an anchor must touch. */
export interface Wanted {
  readonly kind: Finding['kind']
  readonly type?: string
  readonly roots?: number
  readonly at: readonly string[]
}

/** A few short reports of an invented negotiation, with what must and must not be found. */
export interface Planted {
  readonly negotiation: string
  /** What a case of this negotiation would know beforehand: its parties. */
  readonly known: Known
  readonly name: string
  readonly reports: readonly {
    readonly by: string
    readonly on: string
    readonly text: string
    readonly title?: string
    readonly url?: string
    readonly byline?: string
  }[]
  readonly must?: readonly Wanted[]
  readonly not?: readonly Wanted[]
  readonly may?: readonly Finding['kind'][]
}

/** What came of a case: findings wanted and found, wanted and missed, and wrong ones. */
export interface Outcome {
  readonly found: readonly Wanted[]
  readonly missed: readonly Wanted[]
  readonly wrong: readonly Finding[]
}

const FOLDER = new URL('../../examples/planted/', import.meta.url)

/** Every planted case, in the order of the files. */
export function readPlanted(): Planted[] {
  return readdirSync(FOLDER)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .flatMap(name => {
      const file = parse(readFileSync(new URL(name, FOLDER), 'utf8')) as { negotiation: string; known?: unknown; cases: Planted[] }
      const known = knownSchema.parse(file.known ?? {})
      return file.cases.map(one => ({ ...one, negotiation: file.negotiation, known }))
    })
}

function touches(anchors: readonly Anchor[], at: string, reports: readonly Report[]): boolean {
  const [number = '', ...rest] = at.split(' ')
  const report = reports[Number(number) - 1]
  const start = report?.text.indexOf(rest.join(' ')) ?? -1
  if (!report || start < 0) throw new Error(`a planted case names words that its report does not hold: ${at}`)
  return anchors.some(anchor => anchor.report === report.id && overlaps(anchor.span, [start, start + rest.join(' ').length]))
}

/** Whether a finding is the one that is named: directed kinds with the first place in `support`, the second in `against`. */
function isThat(finding: Finding, { kind, type, roots, at }: Wanted, reports: readonly Report[]): boolean {
  if (finding.kind !== kind || (type !== undefined && finding.type !== type) || (roots !== undefined && finding.roots !== roots)) return false
  const all = [...finding.support, ...finding.against]
  if (!at.every(one => touches(all, one, reports))) return false
  return kind !== 'update' && kind !== 'shift' && kind !== 'denial' ? true : touches(finding.support, at[0] ?? '', reports)
}

/** Runs one case through the whole engine. A party not heard, and two wordings of one utterance, are wrong only where the case forbids them. */
export function runPlanted(planted: Planted): Outcome {
  const reports = planted.reports.map(({ by, on, text, title, url, byline }) =>
    makeReport({ publisher: by, published: on, text, ...(title && { headline: title }), ...(url && { url }), ...(byline && { byline }) }),
  )
  const { findings } = reconcile(reports.map(report => analyse(report, planted.known)))
  const must = planted.must ?? []
  const wrong = findings.filter(finding => {
    if ((planted.not ?? []).some(one => isThat(finding, one, reports))) return true
    if (must.some(one => isThat(finding, one, reports))) return false
    return !(planted.may ?? []).includes(finding.kind) && finding.kind !== 'silence' && finding.kind !== 'rendering'
  })
  const found = must.filter(one => findings.some(finding => isThat(finding, one, reports)))
  return { found, missed: must.filter(one => !found.includes(one)), wrong }
}
