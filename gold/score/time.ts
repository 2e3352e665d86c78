import { boundsOfWhen, overlaps, type TimeExpression, type When } from '#model'
import { makeReport } from '#read'
import { readSentences } from '#text'
import { findTimes } from '#time'
import { NOTHING_KNOWN } from '#model'
import { outOfScope, rightSpec, type Spec } from '../specs.ts'
import { scoreTimex, tally, type Timex } from '../timex.ts'
import { f1, hasShared, readJsonl, readLabelled, type Labelled, type Score, type Scorer } from './frame.ts'

interface TimexDoc {
  readonly id: string
  readonly dct: string
  readonly text: string
  readonly timexes: readonly { start: number; end: number; text: string; type: string; value: string }[]
}

/** Our times of a text with a given day, without attribution: the sets below have no quotations to speak of. */
export function timesOf(text: string, published: string | undefined): { text: string; times: TimeExpression[] } {
  const report = makeReport({ text, publisher: 'gold', ...(published && { published }) })
  return { text: report.text, times: findTimes(readSentences(report), [], NOTHING_KNOWN) }
}

/** The labels on the frozen text: white space that freezing dropped moves them. */
export function goldOf(doc: Pick<TimexDoc, 'text' | 'timexes'>, text: string): Timex[] {
  const moved: number[] = []
  let at = 0
  for (let i = 0; i <= doc.text.length; i++) {
    moved.push(at)
    if (doc.text[i] === text[at]) at++
  }
  return doc.timexes.map(({ start, end, type, value }) => ({ span: [moved[start] ?? 0, moved[end] ?? 0], type, value }))
}

function timexSet(set: string, file: string, targets: Partial<Record<'value' | 'relaxed' | 'strict', number>>): Score[] {
  const total = tally()
  for (const doc of readJsonl<TimexDoc>(`gold/time/${file}.jsonl`)) {
    const { text, times } = timesOf(doc.text, doc.dct.slice(0, 10))
    scoreTimex(times, goldOf(doc, text), text, total)
  }
  const { found, labelled, strict, relaxed, value } = total
  const row = (measure: 'strict' | 'relaxed', right: number): Score => {
    const { precision, recall, f1: score } = f1(right, found, labelled)
    return {
      set,
      measure: `${measure} F1`,
      value: score,
      detail: `P ${precision.toFixed(1)} R ${recall.toFixed(1)} (${String(right)} right, ${String(found)} found, ${String(labelled)} labelled)`,
      ...(targets[measure] && { target: targets[measure] }),
    }
  }
  const accuracy = relaxed === 0 ? 0 : value / relaxed
  const spans = row('relaxed', relaxed)
  const values: Score = {
    set,
    measure: 'value F1',
    value: spans.value * accuracy,
    detail: `${String(value)} of ${String(relaxed)} matched`,
    ...(targets.value && { target: targets.value }),
  }
  return [values, spans, row('strict', strict)]
}

/** Whether two whens are the same words of EDTF. */
export function sameWhen(a: When | undefined, b: When | undefined): boolean {
  return a?.start === b?.start && a?.end === b?.end
}

function daysShared(a: When, b: When): boolean {
  const [x, y] = [boundsOfWhen(a), boundsOfWhen(b)]
  return (x.first ?? '') <= (y.last ?? '9999') && (y.first ?? '') <= (x.last ?? '9999')
}

function whenRows(measure: string, wanted: (time: TimeExpression) => boolean, target: number): Score[] {
  const halves = (['all', 'tune', 'held'] as const).map(half => {
    const pairs = readLabelled().filter(pair => half === 'all' || pair.half === half)
    const [right, touching, matched, labelled] = pairs
      .map(pair => countWhen(pair, wanted))
      .reduce((a, b) => a.map((n, i) => n + (b[i] ?? 0)), [0, 0, 0, 0]) as [number, number, number, number]
    const share = (100 * right) / (labelled || 1)
    const detail = `${String(right)} of ${String(labelled)} labelled with a when; ${String(matched)} found, of these ${((100 * right) / (matched || 1)).toFixed(1)} equal, ${((100 * touching) / (matched || 1)).toFixed(1)} share days`
    return { set: half === 'all' ? 'labelled reports' : `labelled reports, ${half} half`, measure, value: share, detail, ...(half === 'all' && { target }) }
  })
  return halves
}

function countWhen({ gold, ours }: Labelled, wanted: (time: TimeExpression) => boolean): number[] {
  let [right, touching, matched, labelled] = [0, 0, 0, 0]
  for (const label of gold.times) {
    if (!wanted(label) || !label.when) continue
    labelled++
    const found = ours.times.find(one => overlaps(one.span, label.span))
    if (!found) continue
    matched++
    if (sameWhen(found.when, label.when)) right++
    if (found.when && daysShared(found.when, label.when)) touching++
  }
  return [right, touching, matched, labelled]
}

function reports(): Score[] {
  const total = tally()
  for (const { ours, gold } of readLabelled()) scoreTimex(ours.times, gold.times, gold.report.text, total)
  const { precision, recall, f1: relaxed } = f1(total.relaxed, total.found, total.labelled)
  const strict = f1(total.strict, total.found, total.labelled)
  const set = 'labelled reports'
  const counts = `(${String(total.found)} found, ${String(total.labelled)} labelled)`
  return [
    ...whenRows('when equal, stated or implied', time => time.known !== 'vague', 85),
    ...whenRows('when equal, vague', time => time.known === 'vague', 70),
    { set, measure: 'relaxed F1', value: relaxed, detail: `P ${precision.toFixed(1)} R ${recall.toFixed(1)} ${counts}` },
    { set, measure: 'strict F1', value: strict.f1, detail: `P ${strict.precision.toFixed(1)} R ${strict.recall.toFixed(1)}` },
    { set, measure: 'value F1', value: (relaxed * total.value) / (total.relaxed || 1), detail: `${String(total.value)} of ${String(total.relaxed)} matched` },
  ]
}

/** The Microsoft specs: inputs right of those in scope, apart for what their own JavaScript does; what is out of scope is counted by its reason. */
function specs(): Score[] {
  const counts = { both: [0, 0], own: [0, 0] }
  const out = new Map<string, number>()
  for (const spec of readJsonl<Spec>('gold/time/ms-specs-en.jsonl')) {
    const reason = outOfScope(spec)
    if (reason !== undefined) {
      out.set(reason, (out.get(reason) ?? 0) + 1)
      continue
    }
    const right = rightSpec(spec, timesOf(spec.text, spec.dct?.slice(0, 10)).times) ? 1 : 0
    for (const group of /javascript/.test(spec.notSupported ?? '') ? (['both'] as const) : (['both', 'own'] as const)) {
      const [hits = 0, all = 0] = counts[group]
      counts[group] = [hits + right, all + 1]
    }
  }
  const share = ([right = 0, all = 0]: number[]): number => (100 * right) / (all || 1)
  const why = [...out].map(([reason, count]) => `${String(count)} ${reason}`).join('; ')
  const set = 'Microsoft specs'
  return [
    {
      set,
      measure: 'inputs right, of those that its own JavaScript does',
      value: share(counts.own),
      target: 75,
      detail: `${counts.own.join(' of ')}; out of scope: ${why}`,
    },
    { set, measure: 'inputs right, of all in scope', value: share(counts.both), detail: counts.both.join(' of ') },
  ]
}

export const scorer: Scorer = {
  name: 'time',
  run: () =>
    hasShared()
      ? [
          ...timexSet('TimeBank', 'timebank', { value: 75, relaxed: 91, strict: 80 }),
          ...timexSet('WikiWars', 'wikiwars', { value: 62, relaxed: 90 }),
          ...specs(),
          ...reports(),
        ]
      : [],
}
