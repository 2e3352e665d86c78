import type { Example, Position, Sentence, Span } from '#model'
import { markWords, placesIn, sentencesWith } from '#text'
import { makePosition, type Found } from '../position.ts'
import { actorAt, holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { mergeParts, partsOf } from '../topic.ts'
import { clauseStart } from './clause.ts'
import { complementFrom } from './complement.ts'
import { isKeeping, isYielding } from './deeds.ts'
import { isNegation } from './verb.ts'

const MODALS = new Set(['will', 'would', 'could', 'can', "'ll", 'wo', 'cannot'])
const STAYS = new Set(['remain', 'stay', 'continue', 'stand', 'hold'])
const RAISES = new Set(['impose', 'reimpose', 'reinstate', 'restore', 'raise', 'increase', 'tighten', 'extend', 'double', 'widen'])

const DECIDED = markWords({ words: MODALS })

/** "Sanctions could be lifted if …", "the tariffs will remain in place until …": what speakers say will be done with a thing. */
export function readFates(scene: Scene): Found[] {
  return sentencesWith(scene.reading, DECIDED).flatMap(sentence => {
    const found: Found[] = []
    for (const i of placesIn(scene.reading, DECIDED, sentence)) if (i > sentence.from) found.push(...readFate(scene, sentence, i))
    return found
  })
}

function readFate(scene: Scene, { from, to }: Sentence, at: number): Found[] {
  const { tokens } = scene.reading
  const [modal, head] = [tokens[at], tokens[at - 1]]
  const told = fateAt(scene, at, to)
  if (!modal || !head || !told || (head.pos !== 'NOUN' && head.pos !== 'PROPN') || actorAt(scene, head)) return []
  const statement = statementAt(scene, [modal.start, modal.end])
  const actor = holderOf(scene, speakerOf(scene, statement))
  const start = clauseStart(scene, at, from)
  const wanted = complementFrom(scene, told.verb, to)
  if (!actor || statement?.negated || start === undefined || start >= head.start || !wanted) return []
  // "would be lifted" by itself tells what is expected, not what is offered.
  if (told.stance === 'open' && modal.lower === 'would' && wanted.conditionality === 'none-stated') return []
  const [part] = mergeParts(partsOf(scene, [start, head.end])).filter(one => !one.vague && !one.hint && one.issue !== 'PROCESS')
  if (!part) return []
  const whole: Span = [start, wanted.span[1]]
  return [
    makePosition(scene, 'talks/en/fate', {
      actor,
      part: { ...part, span: whole },
      stance: told.stance,
      commitment: told.stance === 'open' ? 'readiness' : told.stance === 'seeks' ? 'promise' : 'wish',
      wanted,
      frame: whole,
    }),
  ]
}

/** What a modal says is done with its subject: the verb, and the stance of whoever says so. */
function fateAt(scene: Scene, at: number, to: number): { verb: number; stance: Position['stance'] } | undefined {
  const { tokens } = scene.reading
  const firm = /^(?:will|'ll|wo)$/.test(tokens[at]?.lower ?? '')
  let negated = tokens[at]?.lower === 'cannot'
  let i = at + 1
  for (; i < to && (isNegation(tokens[i]) || tokens[i]?.pos === 'ADV'); i++) negated ||= isNegation(tokens[i])
  const first = tokens[i]
  if (first && STAYS.has(first.lemma)) return negated || !firm ? undefined : { verb: i, stance: 'seeks' }
  if (first?.lower !== 'be') return undefined
  for (i++; i < to && tokens[i]?.pos === 'ADV'; i++);
  const verb = tokens[i]
  if (verb?.pos !== 'VERB' || verb.lower.endsWith('ing')) return undefined
  if (isYielding(tokens, i)) return { verb: i, stance: negated ? 'rejects' : firm ? 'seeks' : 'open' }
  return !negated && firm && (isKeeping(tokens, i) || RAISES.has(verb.lemma)) ? { verb: i, stance: 'seeks' } : undefined
}

export const examples: readonly Example[] = [
  {
    text: 'The sanctions could be lifted if Arland frees the crew, Foreign Minister Ada Lund said on Monday.',
    list: 'positions',
    finds: ['Ada Lund open BLOCKADE_SANCTIONS 1 explicit-if readiness «The sanctions could be lifted» (2025-05-12)'],
  },
  { text: 'The curtain will remain closed, Foreign Minister Ada Lund said on Monday.', list: 'positions', finds: [] },
]
