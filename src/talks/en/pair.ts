import type { Actor, Span, Token } from '#model'
import type { Scene } from '../scene.ts'

/** Two actors of a kind named together: "the union and the company", "talks between the two". */
interface Pair {
  readonly at: number
  readonly actors: readonly [Actor, Actor]
}

const BETWEEN = /^(?:['’]s? )?(?:,? and | with |[-–—/]| or )(?:the |a |its |his )?$/
const SIDES = new Set(
  'side country nation government party leader president korea state power neighbor neighbour team camp minister capital ally delegation'.split(' '),
)
const STATES = new Set(['country', 'nation', 'government', 'korea', 'power', 'neighbor', 'neighbour', 'capital', 'ally', 'state'])
const PAIRING = new Set(['both', 'two'])
const kept = new WeakMap<Scene, readonly Pair[]>()

function findPairs(scene: Scene): Pair[] {
  const { text } = scene.reading.report
  const pairs: Pair[] = []
  let before: { end: number; actor: Actor } | undefined
  for (const mention of scene.cast.mentions) {
    const actor = mention.actor && scene.actors.get(mention.actor)
    if (!actor || mention.form === 'pronoun') continue
    const joined = before && before.end <= mention.span[0] && BETWEEN.test(text.slice(before.end, mention.span[0]))
    if (joined && before && before.actor !== actor && before.actor.kind === actor.kind && actor.kind !== 'place' && actor.kind !== 'outlet') {
      pairs.push({ at: mention.span[1], actors: [before.actor, actor] })
    }
    before = { end: mention.span[1], actor }
  }
  return pairs
}

function pairsOf(scene: Scene): readonly Pair[] {
  const known = kept.get(scene)
  if (known) return known
  const pairs = findPairs(scene)
  kept.set(scene, pairs)
  return pairs
}

/** Whether the token ends words for two parties: "both sides", "the two governments", "both". */
export function isPairing(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token) return false
  if (token.lower === 'both') return tokens[at + 1]?.lower !== 'and'
  if (['sides', 'countries', 'parties', 'governments'].includes(token.lower) && tokens[at - 1]?.lower === 'the') return true
  if (!SIDES.has(token.lemma) && token.lower !== 'koreas') return false
  const first = tokens[at - 1]?.lower ?? ''
  return PAIRING.has(first) || (PAIRING.has(tokens[at - 2]?.lower ?? '') && tokens[at - 1]?.pos !== 'ADP')
}

/** The two actors that "both sides" means at an offset: the pair last named together before it, else the first named after it; only within a span where one is given. */
export function pairAt(scene: Scene, token: Token, within?: Span): readonly Actor[] {
  const lemma = token.lemma
  const kind = ['leader', 'president', 'minister'].includes(lemma) ? 'person' : STATES.has(lemma) || token.lower === 'koreas' ? 'state' : undefined
  const pairs = pairsOf(scene)
  if (token.lower === 'koreas') return mostNamed(scene, true)
  const usable = pairs.filter(pair => !kind || pair.actors[0].kind === kind).filter(pair => !within || (pair.at > within[0] && pair.at <= within[1]))
  const before = usable.filter(pair => pair.at <= token.start).at(-1)
  return before?.actors ?? usable[0]?.actors ?? (within ? [] : mostNamed(scene, false))
}

/** The two states that a report names most, where it names both often; none in a report about one country's own affairs. */
export function leadingPair(scene: Scene): Actor['id'][] {
  const counts = new Map<Actor['id'], number>()
  for (const { actor } of scene.cast.mentions) if (actor && scene.actors.get(actor)?.kind === 'state') counts.set(actor, (counts.get(actor) ?? 0) + 1)
  const [first, second, third] = [...counts].sort((a, b) => b[1] - a[1])
  return first && second && second[1] >= 4 && second[1] >= 2 * (third?.[1] ?? 0) ? [first[0], second[0]] : []
}

/** The two states, or else bodies, that a report names most; for "the two Koreas" those that bear the name. */
function mostNamed(scene: Scene, named: boolean): Actor[] {
  const counts = new Map<Actor, number>()
  for (const mention of scene.cast.mentions) {
    const actor = mention.actor && scene.actors.get(mention.actor)
    if (actor?.kind === 'state' && (!named || actor.name.includes('Korea'))) counts.set(actor, (counts.get(actor) ?? 0) + 1)
  }
  const top = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
    .map(([actor]) => actor)
  return top.length === 2 ? top : []
}
