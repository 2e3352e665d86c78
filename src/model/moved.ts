import type { Analysis } from './analysis.ts'
import type { RecordKind } from './answers.ts'
import type { Span } from './span.ts'
import type { Edtf, When } from './when.ts'

/** One dated field of a record, as little of it as a comparison needs. `policy` is that of a time expression. */
export interface Dated {
  readonly id: string
  readonly kind: RecordKind
  readonly field: string
  readonly span: Span
  readonly when?: When
  readonly policy?: string
}

/** A dated field whose days are others than before; a side that has no days is absent. `sentence` is the span of the sentence that holds the record. */
export interface Moved extends Omit<Dated, 'when'> {
  readonly from?: When
  readonly to?: When
  readonly sentence: Span
}

type Days = When | undefined

const at = (day: Edtf | undefined): Days => (day === undefined ? undefined : { start: day })

function fieldsOf(analysis: Analysis): (Omit<Dated, 'when'> & { readonly when: Days })[] {
  const of = <T extends { readonly id: string; readonly span: Span }>(kind: RecordKind, list: readonly T[], days: (one: T) => Readonly<Record<string, Days>>) =>
    list.flatMap(one => Object.entries(days(one)).map(([field, when]) => ({ id: one.id, kind, field, span: one.span, when })))
  return [
    ...analysis.times.map(one => ({
      id: one.id,
      kind: 'time' as const,
      field: 'when',
      span: one.span,
      when: one.when,
      ...(one.policy !== undefined && { policy: one.policy }),
    })),
    ...of('statement', analysis.statements, one => ({ uttered: one.uttered })),
    ...of('event', analysis.events, one => ({ when: one.when })),
    ...of('track', analysis.tracks, one => ({ when: one.when })),
    ...of('proposal', analysis.proposals, one => ({ when: one.when })),
    ...of('position', analysis.positions, one => ({ held: one.held })),
    ...of('ceasefire', analysis.ceasefires, one => ({ declared: one.declared, effective: one.effective, ended: one.ended })),
    ...of('allegation', analysis.allegations, one => ({ when: one.when })),
    ...of('figure', analysis.figures, one => ({ period: one.period, asOf: at(one.asOf) })),
    ...of('indicator', analysis.indicators, one => ({ when: one.when })),
  ]
}

/** Every dated field of an analysis, times first, then list by list. Records without days are in it, since a policy may give them some. */
export function datesOf(analysis: Analysis): Dated[] {
  return fieldsOf(analysis).map(({ when, ...rest }) => ({ ...rest, ...(when && { when }) }))
}

const key = ({ id, field }: Dated): string => `${id} ${field}`

function same(a: Days, b: Days): boolean {
  return a?.start === b?.start && a?.end === b?.end && a?.repeated === b?.repeated
}

/** The sentence that holds a place; the place itself where none does. */
function sentenceOf(sentences: readonly Span[], span: Span): Span {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.[1] ?? 0) <= span[0]) low = middle + 1
    else high = middle
  }
  const found = sentences[low]
  return found && found[0] <= span[0] ? found : span
}

/**
 * What moved between two analyses of one report: the records whose days differ, in the order of `datesOf(after)`, then those that are
 * no longer there. A record that is only in one of the two counts where it has days. Linear in the records.
 */
export function movedTimes(before: readonly Dated[], after: Analysis): Moved[] {
  const old = new Map(before.map(one => [key(one), one]))
  const fresh = datesOf(after)
  const present = new Set(fresh.map(key))
  const moved = (one: Dated, from: Days, to: Days): Moved[] => {
    if (same(from, to)) return []
    const { when: _when, ...rest } = one
    return [{ ...rest, ...(from && { from }), ...(to && { to }), sentence: sentenceOf(after.sentences, one.span) }]
  }
  return [
    ...fresh.flatMap(one => moved(one, old.get(key(one))?.when, one.when)),
    ...before.filter(one => !present.has(key(one))).flatMap(one => moved(one, one.when, undefined)),
  ]
}
