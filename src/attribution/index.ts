import type { Attribution, Cast, Link, Reading, Span, Statement, TimeExpression } from '#model'
import { contains, hull, overlaps, recordId, type Some } from '#model'
import { relatePieces, type Relation } from './relate.ts'
import { tagPieces } from './tagger/tagger.ts'

/** Finds who says what: statements by their words, before any date or actor is read. In reading order, outer before inner. */
export function attribute(reading: Reading): Attribution[] {
  return relatePieces(reading, tagPieces(reading)).flatMap(relation => toAttribution(reading, relation))
}

function toAttribution(reading: Reading, relation: Relation): Attribution[] {
  const source = relation.source?.span
  const cue = relation.cue?.span
  const [first, ...rest] = relation.content.map(piece => piece.span)
  if (!first) return []
  const content: Some<Span> = [first, ...rest]
  const span = hull([first, ...rest, ...(source ? [source] : []), ...(cue ? [cue] : [])])
  const last: Link = source ? { as: 'person', span: source } : { as: 'unstated' }
  return [{
    id: recordId('statement', reading.report.id, span, first[0], cue?.[0] ?? -1),
    span, rule: 'attribution/tagger', content, form: 'indirect', hedges: [],
    ...(source && { source }), ...(cue && { cue }),
    chain: [{ as: 'publisher' }, last],
  }]
}

/** Attributions made statements: actors on the links, when they were uttered. `issues` stays empty here. */
export function toStatements(reading: Reading, attributions: readonly Attribution[], cast: Cast, _times: readonly TimeExpression[]): Statement[] {
  const { published } = reading.report
  return attributions.map(one => ({
    ...one,
    chain: one.chain.map(link => withActor(link, cast)) as unknown as Statement['chain'],
    ...(published && { uttered: { start: `[..${published}]` as typeof published } }),
    issues: [],
  }))
}

function withActor(link: Link, cast: Cast): Link {
  const { span } = link
  if (!span) return link
  const mention = cast.mentions.find(one => one.actor && contains(span, one.span)) ?? cast.mentions.find(one => one.actor && overlaps(span, one.span))
  return mention?.actor ? { ...link, actor: mention.actor } : link
}
