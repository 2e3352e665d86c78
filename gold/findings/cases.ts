import { readFileSync } from 'node:fs'
import { analyse } from '#analyse'
import { NOTHING_KNOWN, overlaps, type Anchor, type Finding, type Span, type Utterance } from '#model'
import { makeReport } from '#read'
import { reconcile } from '#reconcile'
import { f1, readJsonl, SHARED, type Score } from '../score/frame.ts'

interface Place {
  readonly report: string
  readonly span: Span
}
interface Member extends Place {
  readonly keys?: readonly string[]
  readonly parts?: readonly { readonly keys: readonly string[]; readonly span: Span }[]
  readonly doubt?: string
}
interface Labelled {
  readonly id: string
  readonly kind: Finding['kind']
  readonly type?: string
  readonly support: readonly Place[]
  readonly against: readonly Place[]
  readonly roots?: number
  readonly or?: readonly string[]
  readonly optional?: boolean
}
interface Gold {
  readonly case: string
  readonly texts: string
  readonly reports: readonly { readonly id: string }[]
  readonly utterances: readonly { readonly id: string; readonly optional?: boolean; readonly members: readonly Member[] }[]
  readonly findings: readonly Labelled[]
  readonly nearMisses: readonly { readonly as: string; readonly what: string; readonly a: Place; readonly b: Place }[]
}

const CASES = ['shutdown-2013-10-12', 'korea-2018-05']

/** Counts over the cases, as the README of the cases counts. */
class Tally {
  pairs = { right: 0, wrong: 0, labelled: 0 }
  sides = { right: 0, wrong: 0, labelled: 0, found: 0 }
  roots = { right: 0, found: 0, labelled: 0 }
  near = { hit: 0, all: 0, names: [] as string[] }
}

function likeness(a: Span, b: Span): number {
  const both = Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))
  return both / (a[1] - a[0] + b[1] - b[0] - both)
}

/** The keys by which a span words a member: of the member itself, or of its part. Undefined where it matches neither. */
function keysOf(anchor: Anchor, member: Member): readonly string[] | undefined {
  if (anchor.key !== member.report) return undefined
  const cuts = [{ keys: member.keys ?? [''], span: member.span }, ...(member.parts ?? [])].filter(cut => likeness(anchor.span, cut.span) >= 0.5)
  return cuts.length > 0 ? cuts.flatMap(cut => cut.keys) : undefined
}

function scoreUtterances(gold: Gold, ours: readonly Utterance[], tally: Tally): void {
  const labelled = new Map<string, boolean>()
  for (const { id, optional, members } of gold.utterances)
    members.forEach((a, i) => {
      members.slice(i + 1).forEach((b, k) => {
        const share = (a.keys ?? ['']).some(key => (b.keys ?? ['']).includes(key))
        if (!optional && !a.doubt && !b.doubt && a.report !== b.report && share) labelled.set(`${id} ${String(i)} ${String(i + 1 + k)}`, false)
      })
    })
  for (const { members } of ours)
    members.forEach((a, i) => {
      for (const b of members.slice(i + 1)) if (a.report !== b.report && !countPair(gold, a, b, labelled)) tally.pairs.wrong++
    })
  tally.pairs.labelled += labelled.size
  tally.pairs.right += [...labelled.values()].filter(Boolean).length
}

/** Marks the labelled pairs that two anchors hit; false where they join nothing that the labels join. */
function countPair(gold: Gold, a: Anchor, b: Anchor, labelled: Map<string, boolean>): boolean {
  let known = false
  for (const { id, members } of gold.utterances)
    members.forEach((x, i) => {
      members.forEach((y, k) => {
        const [ka, kb] = [keysOf(a, x), keysOf(b, y)]
        if (i === k || !ka || !kb) return
        known = true
        const name = `${id} ${String(Math.min(i, k))} ${String(Math.max(i, k))}`
        if (labelled.has(name) && ka.some(key => kb.includes(key))) labelled.set(name, true)
      })
    })
  return known
}

function touch(ours: readonly Anchor[], places: readonly Place[]): boolean {
  return ours.some(anchor => places.some(place => anchor.key === place.report && overlaps(anchor.span, place.span)))
}

function matches(ours: Finding, label: Labelled): boolean {
  if (ours.kind !== label.kind && !(label.or ?? []).includes(ours.kind)) return false
  if (label.kind === 'corroboration') return ours.support.filter(anchor => touch([anchor], label.support)).length >= 2
  if (label.kind === 'rendering' || label.kind === 'copy' || label.kind === 'one-side')
    return new Set(ours.support.filter(anchor => touch([anchor], label.support)).map(anchor => anchor.report)).size >= 2
  const straight = touch(ours.support, label.support) && touch(ours.against, label.against)
  return straight || (ours.kind === 'contradiction' && touch(ours.support, label.against) && touch(ours.against, label.support))
}

const SIDED = new Set(['contradiction', 'denial', 'update'])

function scoreFindings(gold: Gold, ours: readonly Finding[], tally: Tally): void {
  const hit = new Set<string>()
  for (const finding of ours) {
    const near = gold.nearMisses.filter(
      ({ as, a, b }) => finding.kind === as && touch([...finding.support, ...finding.against], [a]) && touch([...finding.support, ...finding.against], [b]),
    )
    tally.near.hit += near.length
    tally.near.names.push(...near.map(one => one.what))
    const labels = gold.findings.filter(label => matches(finding, label))
    const firm = labels.filter(label => !label.optional)
    if (finding.kind === 'corroboration' && firm.length > 0) tally.roots.found++
    if (finding.kind === 'corroboration' && firm.some(label => label.roots === finding.roots)) tally.roots.right++
    if (!SIDED.has(finding.kind)) continue
    for (const label of firm) hit.add(label.id)
    if (near.length > 0 || labels.length === 0) tally.sides.wrong++
  }
  const wanted = gold.findings.filter(label => !label.optional && SIDED.has(label.kind))
  tally.sides.labelled += wanted.length
  tally.sides.found += wanted.filter(label => hit.has(label.id)).length
  tally.sides.right += hit.size
  tally.roots.labelled += gold.findings.filter(label => !label.optional && label.kind === 'corroboration').length
  tally.near.all += gold.nearMisses.length
}

/** Findings across the reports of the labelled cases. */
export function scoreCases(): Score[] {
  const tally = new Tally()
  for (const name of CASES) {
    const gold = JSON.parse(readFileSync(`${SHARED}/gold/cases/${name}.json`, 'utf8')) as Gold
    const rows = new Map(
      readJsonl<{ id: string; outlet: string; title: string | null; url: string | null; published: string | null; text: string }>(
        gold.texts.replace('../../', ''),
      ).map(row => [row.id, row]),
    )
    const analyses = gold.reports.flatMap(({ id }) => {
      const row = rows.get(id)
      if (!row) return []
      const { text, outlet, title, url, published } = row
      return [
        analyse(
          makeReport({ text, key: id, publisher: outlet, ...(title && { headline: title }), ...(url && { url }), ...(published && { published }) }),
          NOTHING_KNOWN,
        ),
      ]
    })
    const { utterances, findings } = reconcile(analyses)
    scoreUtterances(gold, utterances, tally)
    scoreFindings(gold, findings, tally)
  }
  return rowsOf(tally)
}

function rowsOf({ pairs, sides, roots, near }: Tally): Score[] {
  const said = f1(pairs.right, pairs.right + pairs.wrong, pairs.labelled)
  const precision = sides.right + sides.wrong === 0 ? 0 : (100 * sides.right) / (sides.right + sides.wrong)
  const set = 'labelled cases'
  return [
    {
      set,
      measure: 'utterances, pairwise F1',
      value: said.f1,
      target: 75,
      detail: `P ${said.precision.toFixed(1)} R ${said.recall.toFixed(1)} (${String(pairs.right)} right, ${String(pairs.wrong)} wrong, ${String(pairs.labelled)} labelled)`,
    },
    {
      set,
      measure: 'contradictions, denials, updates: precision',
      value: precision,
      target: 70,
      detail: `${String(sides.right)} right, ${String(sides.wrong)} wrong`,
    },
    {
      set,
      measure: 'contradictions, denials, updates: recall',
      value: (100 * sides.found) / sides.labelled,
      target: 60,
      detail: `${String(sides.found)} of ${String(sides.labelled)}`,
    },
    {
      set,
      measure: 'near misses left alone',
      value: 100 - (100 * near.hit) / near.all,
      target: 85,
      detail: `${String(near.hit)} of ${String(near.all)} reported${near.names.length > 0 ? `: ${near.names.join('; ')}` : ''}`,
    },
    {
      set,
      measure: 'corroboration, roots right of those found',
      value: roots.found === 0 ? 0 : (100 * roots.right) / roots.found,
      target: 80,
      detail: `${String(roots.right)} of ${String(roots.found)} found, ${String(roots.labelled)} labelled`,
    },
  ]
}
