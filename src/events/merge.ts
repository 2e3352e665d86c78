import type { CodedEvent, Plover, Reading } from '#model'
import { tokensIn } from '#text'

/** Whether the second telling adds nothing: same act and reality, nobody new, no other time, place. */
function addsNothing(first: CodedEvent, second: CodedEvent): boolean {
  if (first.act !== second.act || first.reality !== second.reality) return false
  const known = new Set<string>([...first.actors, ...first.recipients])
  if (![...second.actors, ...second.recipients].every(id => known.has(id))) return false
  const named = second.rule.endsWith('verbs') && second.actors.length > 0
  if (named && second.actors.length !== first.actors.length) return false
  return sameWhen(first, second) && (second.place === undefined || second.place === first.place)
}

function sameWhen(first: CodedEvent, second: CodedEvent): boolean {
  const bound = second.when?.start?.startsWith('[..') ?? true
  return bound || (first.when?.start === second.when?.start && first.when?.end === second.when?.end)
}

/** What these acts are about is in their words: two demands of one actor may be two. */
const VERBAL = new Set<Plover>(['AGREE', 'REQUEST', 'REJECT', 'ACCUSE', 'SUPPORT', 'THREATEN'])

function contentOf(reading: Reading, event: CodedEvent): Set<string> {
  const words = tokensIn(reading, event.span).filter(token => token.pos === 'NOUN' || token.pos === 'VERB' || token.pos === 'NUM')
  return new Set(words.map(token => token.lemma))
}

/** Whether a telling says how many or the how-manieth: "13 rounds of talks", "the third meeting". */
function counts(reading: Reading, event: CodedEvent): boolean {
  return (
    event.rule.endsWith('nouns') &&
    tokensIn(reading, event.span).some((token, at) => at < 4 && (token.pos === 'NUM' || /^(?:second|third|fourth|fifth|sixth)$/.test(token.lower)))
  )
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const word of a) if (b.has(word)) both++
  return both / (Math.min(a.size, b.size) || 1)
}

/** One event told twice is one: a second telling stays only where it adds who, when or where. In reading order. */
export function mergeTellings(events: readonly CodedEvent[], reading: Reading): CodedEvent[] {
  const kept: CodedEvent[] = []
  const byAct = new Map<string, CodedEvent[]>()
  for (const event of [...events].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])) {
    const key = `${event.act} ${event.reality}`
    const before = byAct.get(key) ?? []
    if (
      !counts(reading, event) &&
      before.some(one => addsNothing(one, event) && (!VERBAL.has(event.plover) || likeness(contentOf(reading, one), contentOf(reading, event)) > 0.75))
    )
      continue
    before.push(event)
    byAct.set(key, before)
    kept.push(event)
  }
  return kept
}
