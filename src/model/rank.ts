import type { Finding } from './finding.ts'

/** What each kind weighs before its roots and reports are counted: what is at odds or has changed comes first, what only folds comes last. */
const WEIGHTS: Readonly<Record<Finding['kind'], number>> = {
  contradiction: 60,
  denial: 55,
  shift: 50,
  update: 40,
  corroboration: 35,
  circular: 30,
  'one-side': 25,
  rendering: 10,
  copy: 5,
  silence: 5,
}

/** How many reports a finding stands on. */
function reportsOf({ support, against }: Finding): number {
  return new Set([...support, ...against].map(anchor => anchor.report)).size
}

/** What a finding weighs in a list of what matters: by its kind, then independent roots, then reports, of which many count little more than a few. */
export function weighFinding(finding: Finding): number {
  return WEIGHTS[finding.kind] + 4 * Math.min(5, finding.roots ?? 0) + 6 * Math.log2(1 + reportsOf(finding))
}

/** Findings in the order of what matters, at most `limit`; no kind takes more than a third of the places while others wait. */
export function rankFindings<F extends Finding>(findings: readonly F[], limit: number): F[] {
  const ordered = [...findings].sort((a, b) => weighFinding(b) - weighFinding(a) || (a.id < b.id ? -1 : 1))
  const share = Math.max(1, Math.ceil(limit / 3))
  const counts = new Map<string, number>()
  const first: F[] = []
  const rest: F[] = []
  for (const finding of ordered) {
    const count = (counts.get(finding.kind) ?? 0) + 1
    counts.set(finding.kind, count)
    if (count <= share) first.push(finding)
    else rest.push(finding)
  }
  return [...first, ...rest].slice(0, limit)
}
