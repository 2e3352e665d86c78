import { recordId, type Anchor, type Edtf, type Id, type Utterance } from '#model'
import { dayName } from '../days.ts'
import { joinAll } from '../join.ts'
import type { Card, Said } from '../card.ts'
import type { SayLink } from './link.ts'

/** Two cards and the wordings that they share. */
export interface SayLinks {
  readonly a: Card
  readonly b: Card
  readonly links: readonly SayLink[]
}

function nodeOf(card: Card, end: SayLink['a']): string {
  return `${card.report} ${String(end.statement)} ${end.statement < 0 ? String(end.span[0]) : ''}`
}

function anchorOf(card: Card, end: SayLink['a']): Anchor {
  return { report: card.report, ...(card.key !== undefined && { key: card.key }), span: end.span }
}

/** Reading order of anchors: by report, then place. */
export function byPlace(a: Anchor, b: Anchor): number {
  return a.report < b.report ? -1 : a.report > b.report ? 1 : a.span[0] - b.span[0] || a.span[1] - b.span[1]
}

/** Anchors in order, each once; of two that overlap by most of their words the longer stays. */
function settle(anchors: readonly Anchor[]): Anchor[] {
  const kept: Anchor[] = []
  for (const anchor of [...anchors].sort((a, b) => b.span[1] - b.span[0] - (a.span[1] - a.span[0]) || byPlace(a, b))) {
    const same = kept.some(one => one.report === anchor.report && Math.min(one.span[1], anchor.span[1]) - Math.max(one.span[0], anchor.span[0]) > 0.6 * (one.span[1] - one.span[0]))
    if (!same && !kept.some(one => one.report === anchor.report && one.span[0] === anchor.span[0] && one.span[1] === anchor.span[1])) kept.push(anchor)
  }
  return kept.sort(byPlace)
}

/** The name most reports give the speaker: a person before a body, the longer name of equals. */
function speakerOf(said: readonly Said[]): string {
  const names = said.map(one => one.who).filter(who => who.kind !== 'unnamed' && who.kind !== 'unstated' && who.name !== '')
  const rank = (kind: string): number => (kind === 'person' ? 0 : 1)
  const best = [...names].sort((a, b) => rank(a.kind) - rank(b.kind) || b.words.length - a.words.length || (a.name < b.name ? -1 : 1))
  return best[0]?.name ?? ''
}

/** The day that the reports fix, or the days that all of them allow. */
function dayOf(said: readonly Said[]): Edtf | undefined {
  const dated = said.filter(one => one.dated)
  const ranges = (dated.length > 0 ? dated : said).flatMap(one => (one.days ? [one.days] : []))
  if (ranges.length === 0) return undefined
  const first = Math.max(...ranges.map(range => range[0]))
  const last = Math.min(...ranges.map(range => range[1]))
  if (first > last) return undefined
  return (first === last ? dayName(first) : `[${dayName(first)}..${dayName(last)}]`) as Edtf
}

/** The utterances that several reports carry, from the links of every pair of cards. */
export function groupUtterances(all: readonly SayLinks[]): Utterance[] {
  const places = new Map<string, { anchors: Anchor[]; said: Said | undefined }>()
  const joins: [string, string][] = []
  for (const { a, b, links } of all)
    for (const link of links) {
      const ends = [[a, link.a], [b, link.b]] as const
      joins.push([nodeOf(a, link.a), nodeOf(b, link.b)])
      for (const [card, end] of ends) {
        const node = nodeOf(card, end)
        const place = places.get(node) ?? { anchors: [], said: card.said[end.statement] }
        place.anchors.push(anchorOf(card, end))
        places.set(node, place)
      }
    }
  return joinAll(places.keys(), joins).map(group => {
    const members = settle(group.flatMap(node => places.get(node)?.anchors ?? []))
    const said = group.flatMap(node => places.get(node)?.said ?? [])
    const day = dayOf(said)
    const [first] = members
    const id = recordId('utterance', first?.report ?? '', first?.span ?? [0, 0]) as Id<'utterance'>
    return { id, speaker: speakerOf(said), ...(day !== undefined && { day }), members }
  })
}
