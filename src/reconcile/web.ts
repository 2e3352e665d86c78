import type { Family, Finding, Utterance } from '#model'
import type { Card, Head } from './card.ts'
import { keysOfName, type Register } from './cast/register.ts'
import { foldTies } from './clash/group.ts'
import { relate, type Tie } from './clash/relate.ts'
import { copyFinding, liftFinding } from './lineage/copy.ts'
import { foldKin, tieKin, type KinTie } from './lineage/family.ts'
import { commonTopic } from './lineage/topic.ts'
import { linkSayings, type Saying } from './say/link.ts'
import { meet, WordIndex } from './say/meet.ts'
import { circularFinding, renderingFinding } from './say/rendering.ts'
import { foldSayings, splitSayings } from './say/utterance.ts'

/** A link between two nodes of one web. Links of a web that meet in nodes are folded into one family, utterance or finding. */
export type Link = { readonly a: string; readonly b: string } & (
  | { readonly web: 'family' | 'lift'; readonly body: KinTie }
  | { readonly web: 'utterance'; readonly body: Saying }
  | { readonly web: 'finding'; readonly body: Tie }
  | { readonly web: 'asked'; readonly body: Asked }
)

/** Where the outcome hangs on what the case knows of a person: a node of a web, or a cell. It folds nothing; it is found under the name's words. */
interface Asked {
  readonly name: string
  readonly node?: string
  readonly cells?: readonly string[]
  readonly reports: readonly [string, string]
}

/** The node under which is kept what hangs on those named by a word. */
export function askedNode(key: string): string {
  return `asked ${key}`
}

/** The links by which a place that hangs on what is known of the names is found again. */
function askFor(name: string, body: Omit<Asked, 'name'>): Link[] {
  const at = `asks ${name} ${body.node ?? ''}`
  return keysOfName(name).map(key => ({ web: 'asked', a: askedNode(key), b: at, body: { name, ...body } }))
}

/** The links by which the cells of a card are found again that hang on what is known of the persons heard in it. */
export function askOfCells(card: Card, cells: readonly string[]): Link[] {
  if (card.parties.length === 0) return []
  const told = cells.filter(cell => cell.startsWith('silence'))
  return card.voices.flatMap(name => askFor(name, { cells: told, reports: [card.report, card.report] }))
}

/** What the links of one connected part of a web make. */
export interface Folded {
  readonly family?: Family
  readonly utterances?: readonly Utterance[]
  readonly findings: readonly Finding[]
}

/** The two reports that a link holds together. */
export function reportsOf({ body }: Link): readonly [string, string] {
  if ('reports' in body) return body.reports
  return 'support' in body ? [body.support.report, body.against.report] : [body.a.report, body.b.report]
}

/** Days between publication beyond which the words of two reports are not held against each other, unless they are kin. */
export const NEAR_DAYS = 12

/** Whether the words of two reports are held against each other; else they can only be kin. */
export function nearInTime(a: Head, b: Head): boolean {
  const [x, y] = [a.kin.day, b.kin.day]
  return x === undefined || y === undefined || Math.abs(x - y) <= NEAR_DAYS
}

function kinLink(tie: KinTie): Link {
  const lifted = tie.kind === 'lifted'
  const node = (report: string): string => (lifted ? `${tie.a.report} ${tie.b.report} ${report}` : report)
  return { web: lifted ? 'lift' : 'family', a: node(tie.a.report), b: node(tie.b.report), body: tie }
}

/** The link of two reports that are kin. The same whichever is given first. */
export function compareHeads(first: Head, second: Head): Link[] {
  const [a, b] = first.report < second.report ? [first, second] : [second, first]
  const kin = tieKin(a, b)
  return kin ? [kinLink(kin)] : []
}

/** Every link between two reports, or of one with itself. The same whichever is given first; `index` is of the first, made once for many comparisons. */
export function compareCards(first: Card, second: Card, index = new WordIndex(first)): Link[] {
  const [a, b] = first.report < second.report ? [first, second] : [second, first]
  const kin = a === b ? undefined : tieKin(a, b)
  const links: Link[] = kin ? [kinLink(kin)] : []
  if (!nearInTime(a, b)) return links
  const met = meet(index, second, commonTopic(a.topic, b.topic))
  if (a !== b) for (const body of linkSayings(a, b, met)) links.push({ web: 'utterance', a: body.a.node, b: body.b.node, body })
  for (const body of relate(a, b, met, kin?.kind)) {
    const kind = `${body.kind} ${body.type ?? ''} ${body.rule} ${body.facet ?? ''}`
    const link: Link = { web: 'finding', a: `${kind} ${body.support.node}`, b: `${kind} ${body.against.node}`, body }
    links.push(link)
    if (body.kind === 'corroboration') for (const name of personsIn(body)) links.push(...askFor(name, { node: link.a, reports: reportsOf(link) }))
  }
  return links
}

function personsIn({ support, against }: Tie): string[] {
  return [...new Set([support, against].flatMap(place => (place.person && place.who !== undefined ? [place.who] : [])))]
}

function isBody<W extends Link['web']>(web: W): (link: Link) => link is Link & { web: W } {
  return (link): link is Link & { web: W } => link.web === web
}

/** What the links of one connected part make, whatever their order. All are of one web. `register`: what the case knows of persons. */
export function fold(links: readonly Link[], register: Register): Folded {
  const kin = links.filter(isBody('family')).map(link => link.body)
  if (kin.length > 0) {
    const family = foldKin(kin)
    return { family, findings: [copyFinding(family, kin)] }
  }
  const lifts = links.filter(isBody('lift'))
  if (lifts.length > 0) return { findings: lifts.map(link => liftFinding(link.body)) }
  const sayings = links.filter(isBody('utterance')).map(link => link.body)
  if (sayings.length > 0) {
    const told = splitSayings(sayings).map(own => ({ own, utterance: foldSayings(own) }))
    const findings = told.flatMap(({ own, utterance }) => [renderingFinding(utterance, own), circularFinding(own)]).flatMap(one => one ?? [])
    return { utterances: told.map(one => one.utterance), findings }
  }
  const finding = foldTies(
    links.filter(isBody('finding')).map(link => link.body),
    register,
  )
  return { findings: finding ? [finding] : [] }
}
