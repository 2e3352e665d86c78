import { hull, recordId, type Attribution, type Link, type Some, type Span } from '#model'
import { readCarriers } from './en/carrier.ts'
import { kindOf } from './en/kinds.ts'
import { formOf, hedgesOf, isNegated, kindOfCue } from './form.ts'
import { hullOf, spanOf, type Carrier, type Draft, type Page } from './page.ts'

/** Drafts made attributions, in reading order, outer before inner. */
export function buildAll(page: Page, drafts: readonly Draft[]): Attribution[] {
  const built = new Map<Draft, Attribution>()
  const inner = new Map<Draft, Draft[]>()
  for (const draft of drafts) if (draft.within) inner.set(draft.within, [...(inner.get(draft.within) ?? []), draft])
  const build = (draft: Draft): Attribution => {
    const there = built.get(draft)
    if (there) return there
    const outer = draft.within && build(draft.within)
    const speaker = draft.speaker && build(draft.speaker)
    const made = buildOne(page, draft, inner.get(draft) ?? [], outer, speaker)
    built.set(draft, made)
    return made
  }
  return drafts.map(build).sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
}

function buildOne(page: Page, draft: Draft, inner: readonly Draft[], outer: Attribution | undefined, speaker: Attribution | undefined): Attribution {
  const content = draft.content.map(range => spanOf(page, range)) as unknown as Some<Span>
  const source = draft.source && spanOf(page, draft.source)
  const cue = draft.cue && spanOf(page, draft.cue)
  const span = hull([...content, ...(source ? [source] : []), ...(cue ? [cue] : [])] as unknown as Some<Span>)
  const chain = chainOf(page, draft, outer, speaker)
  const kind = kindOfCue(page, draft, chain.at(-1)?.as ?? '')
  return {
    id: recordId('statement', page.reading.report.id, span, content[0][0], cue?.[0] ?? -1, source?.[0] ?? -1),
    span,
    rule: draft.rule,
    content,
    form: formOf(page, draft),
    kind,
    hedges: hedgesOf(page, draft, inner.map(hullOf)),
    chain,
    ...(source && { source }),
    ...(cue && { cue }),
    ...(isNegated(page, draft) && { negated: true as const }),
    ...(outer && { within: outer.id }),
  }
}

/** Publisher, the links of what holds it, carriers, the speaker. */
function chainOf(page: Page, draft: Draft, outer: Attribution | undefined, speaker: Attribution | undefined): Some<Link> {
  if (speaker) return speaker.chain.map((link, i) => (i === 0 ? link : { ...link, inferred: true as const })) as unknown as Some<Link>
  const { before = [], after = [] } = readCarriers(page, draft)
  const start: Some<Link> = outer ? outer.chain : [{ as: 'publisher' }]
  const last: Link = draft.source ? { as: kindOf(page, draft.source), span: spanOf(page, draft.source) } : { as: 'unstated' }
  return [...start, ...before.map(one => carried(page, one)), last, ...after.map(one => carried(page, one))] as unknown as Some<Link>
}

function carried(page: Page, carrier: Carrier): Link {
  return { as: carrier.as ?? kindOf(page, carrier.range), span: spanOf(page, carrier.range), ...(carrier.inferred && { inferred: true as const }) }
}
