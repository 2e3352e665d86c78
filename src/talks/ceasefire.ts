import { boundsOfWhen, hull, recordId, type Actor, type Ceasefire, type Span, type When } from '#model'
import { makePosition, type Found } from './position.ts'
import { holderOf, saidAt, type Scene } from './scene.ts'

/** What one sentence tells of a truce. */
export interface TruceClaim {
  readonly span: Span
  readonly article: 'definite' | 'indefinite' | 'bare'
  readonly parties: readonly Actor[]
  /** Who declared it or agreed to it. */
  readonly declarers?: readonly Actor[]
  readonly declared?: When
  readonly effective?: When
  readonly ended?: When
  readonly endedBy?: Actor
  readonly duration?: string
}

/** Ceasefires from what sentences tell: "the ceasefire" is the one told before, "a ceasefire" another, unless nothing but its name was told so far. */
export function makeCeasefires(scene: Scene, claims: readonly TruceClaim[]): Ceasefire[] {
  const joined: { claim: TruceClaim }[] = []
  for (const claim of claims) {
    const earlier = joined.findLast(one => isSame(one.claim, claim))
    if (earlier) earlier.claim = join(earlier.claim, claim)
    else joined.push({ claim })
  }
  return joined.map(({ claim }) => finish(scene, claim))
}

function agrees(a: When | undefined, b: When | undefined): boolean {
  return !a || !b || (a.start === b.start && a.end === b.end) || (a.start ?? '').startsWith('[') || (b.start ?? '').startsWith('[')
}

/** Within two days of each other: "Sunday" and "after midnight on Saturday" are one beginning. */
function near(a: When | undefined, b: When | undefined): boolean {
  const [from, to] = [a, b].map(when => (when ? Date.parse(boundsOfWhen(when).first ?? '') : NaN))
  return Math.abs((from ?? NaN) - (to ?? NaN)) <= 2 * 86_400_000
}

function isSame(a: TruceClaim, b: TruceClaim): boolean {
  if (!agrees(a.effective, b.effective) && !(b.article === 'definite' && near(a.effective, b.effective))) return false
  return b.article !== 'indefinite' || a.article === 'bare'
}

function join(a: TruceClaim, b: TruceClaim): TruceClaim {
  const parties = a.parties.length >= 2 || b.parties.length === 0 ? a.parties : b.parties.length >= 2 ? b.parties : [...new Set([...a.parties, ...b.parties])]
  const article = a.article === 'bare' ? b.article : a.article
  return { ...b, ...a, span: a.effective || !b.effective ? a.span : b.span, article, parties }
}

function finish(scene: Scene, claim: TruceClaim): Ceasefire {
  const { span, declared, effective, ended, endedBy, duration } = claim
  const parties = [
    ...new Set(claim.parties.filter(actor => actor.kind !== 'outlet' && actor.kind !== 'place').map(actor => holderOf(scene, actor)?.id ?? actor.id)),
  ]
  return {
    id: recordId('ceasefire', scene.reading.report.id, span),
    span: hull([span]),
    rule: 'talks/en/truce',
    said: saidAt(scene, span),
    parties,
    ...(declared && { declared }),
    ...(effective && { effective }),
    ...(ended && (ended.start ?? ended.end) !== undefined && { ended }),
    ...(endedBy && { endedBy: endedBy.id }),
    ...(duration !== undefined && { duration }),
  }
}

/** Whoever declared a truce or agreed to one accepts it. */
export function positionsOfTruces(scene: Scene, claims: readonly TruceClaim[]): Found[] {
  return claims
    .filter(claim => claim.declared)
    .flatMap(claim =>
      (claim.declarers ?? []).flatMap(party => {
        const actor = holderOf(scene, party)
        const wanted = { span: claim.span, conditionality: 'none-stated' as const }
        return actor
          ? [
              makePosition(scene, 'talks/en/truce', {
                actor,
                part: { issue: 'CEASEFIRE', span: claim.span },
                stance: 'accepts',
                commitment: 'agreed',
                wanted,
                frame: claim.span,
              }),
            ]
          : []
      }),
    )
}
