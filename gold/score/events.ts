import { findActors } from '#actors'
import { codeSentence } from '#events'
import { overlaps, type CodedEvent, type Span } from '#model'
import { makeReport } from '#read'
import { readRows, readSentences } from '#text'
import { f1, hasShared, readJsonl, scoreRecords, shareActor, type Score, type Scorer } from './frame.ts'

/** Labelled events, without those that only restate a term of a proposal. */
function unproposed(analysis: { events: readonly CodedEvent[] }): CodedEvent[] {
  return analysis.events.filter(event => event.proposal === undefined)
}

function labelledEvents(): Score[] {
  return [
    ...scoreRecords(
      'events, PLOVER and reality',
      unproposed,
      (ours, gold) => overlaps(ours.span, gold.span) && ours.plover === gold.plover && ours.reality === gold.reality,
      62,
    ),
    ...scoreRecords(
      'events, act and actor',
      unproposed,
      (ours, gold, pair) => overlaps(ours.span, gold.span) && ours.act === gold.act && shareActor(pair, ours.actors, gold.actors),
      55,
    ),
  ]
}

interface Party {
  readonly actorText?: string
}
interface Record {
  readonly text: string
  readonly events: readonly { readonly source: readonly (Party | string)[]; readonly target: readonly (Party | string)[]; readonly code: string }[]
}

/** The set's older names of types. */
const RENAMED: Readonly<{ [code: string]: string }> = { DEMAND: 'REQUEST', DISAPPROVE: 'ACCUSE', INVESTIGATE: 'ACCUSE', FIGHT: 'ASSAULT' }
const quads = new Map(readRows('plover', ['id', 'quad']).map(row => [row.id, row.quad]))

function spansOf(text: string, parties: readonly (Party | string)[] | Party | string): Span[] {
  const list = Array.isArray(parties) ? (parties as readonly (Party | string)[]) : [parties as Party | string]
  return list.flatMap(party => {
    const words = typeof party === 'string' ? party : (party.actorText ?? '')
    const at = words === '' ? -1 : text.indexOf(words)
    return at < 0 ? [] : [[at, at + words.length] as const]
  })
}

/** How many of the labelled parties have their last word inside one of ours, a possessive mark aside. */
function heads(labelled: readonly Span[], ours: readonly Span[]): number {
  return labelled.filter(span => ours.some(one => one[0] < span[1] && span[1] <= one[1] + 2)).length
}

function gsrEvents(): Score[] {
  const count = { all: 0, type: 0, quad: 0, parties: 0, heads: 0 }
  for (const { text, events } of readJsonl<Record>('gold/events/plover-gsr.jsonl')) {
    const report = makeReport({ text, publisher: null })
    const reading = readSentences(report)
    const cast = findActors(reading, [])
    for (const { source, target, code } of events) {
      const [actors, recipients] = [spansOf(report.text, source), spansOf(report.text, target)]
      const given = codeSentence(reading, cast, { ...(actors[0] && { actor: actors[0] }), ...(recipients[0] && { recipient: recipients[0] }) })
      const label = RENAMED[code] ?? code
      count.all++
      if (given?.plover === label) count.type++
      if (given && quads.get(given.plover) === quads.get(label)) count.quad++
      const found = codeSentence(reading, cast)
      count.parties += actors.length + recipients.length
      count.heads += heads(actors, found?.actors ?? []) + heads(recipients, [...(found?.recipients ?? []), ...(found?.actors ?? [])])
    }
  }
  const row = (measure: string, right: number, all: number, target: number): Score => ({
    set: 'plover-gsr',
    measure,
    value: f1(right, all, all).precision,
    target,
    detail: `${String(right)} of ${String(all)}`,
  })
  return [
    row('type, parties given', count.type, count.all, 65),
    row('quad class, parties given', count.quad, count.all, 82),
    row('heads of actors and recipients', count.heads, count.parties, 70),
  ]
}

export const scorer: Scorer = { name: 'events', run: () => (hasShared() ? [...labelledEvents(), ...gsrEvents()] : []) }
