import { bothSpeak, type Pair, type Relation, type Told } from './pair.ts'

const ONE_MATTER = 0.3
const DAYS = 5

/** Whether a speaker's party is not known: it may be that of the other. */
function isLoose({ said }: Told): boolean {
  return said === undefined || (said.who.kind === 'person' && said.who.of === undefined)
}

/** Talks asked for by one party, as one tells, and by another, as another tells; or by one party, as two tell who belong to different parties. */
export function clashAskers(pair: Pair): Relation | undefined {
  const { a, b } = pair
  const [x, y] = [a.piece.asker, b.piece.asker]
  if (!x || !y || pair.topic < ONE_MATTER || Math.abs(pair.gap ?? 0) > DAYS || a.piece.negated || b.piece.negated) return undefined
  const rule = 'reconcile/clash/asker'
  if (x.some(one => y.includes(one)))
    return bothSpeak(pair) && !isLoose(a) && !isLoose(b)
      ? { kind: 'corroboration', support: 'a', why: 'two speakers give one who asked for talks', rule }
      : undefined
  const named = x.some(one => b.piece.names.includes(one)) || y.some(one => a.piece.names.includes(one))
  if (!named || pair.who === 'same' || (!a.said && !b.said)) return undefined
  return { kind: 'contradiction', type: 'attribution', support: 'a', why: 'two are told to have asked for the talks', rule }
}
