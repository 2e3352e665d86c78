import { createHash } from 'node:crypto'
import { analyse } from '#analyse'
import { NOTHING_KNOWN, type Analysis, type Anchor, type Finding } from '#model'
import { makeReport } from '#read'
import { reconcile } from '#reconcile'
import { readJsonl } from '../score/frame.ts'
import { readVerdictRows } from '../verdicts.ts'

const SEED = 'parley-audit-1'
const DRAWN = 50
const FILES = ['korea.jsonl', 'korea_kcna.jsonl']
const TARGET = 75

interface Line {
  readonly id: string
  readonly outlet: string
  readonly title: string | null
  readonly url: string | null
  readonly published: string | null
  readonly text: string
}

function analyseAll(): Analysis[] {
  return FILES.flatMap(name => readJsonl<Line>(`reports/${name}`)).map(({ id, outlet, title, url, published, text }) =>
    analyse(
      makeReport({ text, key: id, publisher: outlet, ...(title && { headline: title }), ...(url && { url }), ...(published && { published }) }),
      NOTHING_KNOWN,
    ),
  )
}

function rankOf({ id }: Finding): string {
  return createHash('sha256').update(`${SEED}|${id}`).digest('hex')
}

/** Findings of the reports on one country as one case, drawn by a fixed seed. */
function draw(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1)).slice(0, DRAWN)
}

function nameOf({ key, report, span }: Anchor): string {
  return `${key ?? report} ${span.join('-')}`
}

/** The verdicts kept in gold/audit/findings.tsv, by finding. */
function readVerdicts(): Map<string, { right: boolean; why: string }> {
  return new Map(
    readVerdictRows('findings').map(row => {
      const [id = '', , , , verdict = '', why = ''] = row
      return [id, { right: verdict === 'right', why }]
    }),
  )
}

/** Draws 50 findings over the reports on Korea as one case, counts the verdicts kept, and with `show` prints those without a verdict to be read by a person. */
export function auditFindings(show: boolean): void {
  const analyses = analyseAll()
  const texts = new Map(analyses.map(one => [one.report.id as string, one.report.text]))
  const drawn = draw(reconcile(analyses).findings)
  const verdicts = readVerdicts()
  const words = ({ report, span }: Anchor): string => (texts.get(report) ?? '').slice(Math.max(0, span[0] - 120), span[1] + 120).replaceAll('\n', ' ')
  for (const one of drawn) {
    if (!show || verdicts.has(one.id)) continue
    const { support, against } = one
    console.log([one.id, one.kind, support.slice(0, 2).map(nameOf).join('; '), against.slice(0, 2).map(nameOf).join('; ')].join('\t'), `\n  ${one.why}`)
    for (const place of [...support.slice(0, 3), ...against.slice(0, 3)]) console.log(`  | ${words(place).slice(0, 500)}`)
  }
  const judged = drawn.flatMap(one => verdicts.get(one.id) ?? [])
  const right = judged.filter(one => one.right).length
  const share = judged.length === 0 ? '-' : ((100 * right) / judged.length).toFixed(1)
  console.log(
    `findings: ${String(right)} of ${String(judged.length)} judged right (${share} %, target ${String(TARGET)}), ${String(drawn.length - judged.length)} not judged`,
  )
}
