import type { Actor, Example } from '#model'
import { makePosition, type Found } from '../position.ts'
import { statementAt, type Scene } from '../scene.ts'
import { mergeParts, partsOf } from '../topic.ts'
import type { Complement } from './complement.ts'

/** Words of a condition that somebody sets: what follows them is demanded. */
const SETS = /^(?:unless|until|only if|in return|in exchange|on (?:the )?condition|provided|providing|as long as|so long as|once)\b/i
/** "as part of steps to end the war": only a wish. */
const JOINS = /^as part of\b/i
const FAILS = /\b(?:not|n['’]t|fails?|failed|refuses?|refused|without|unless|until)\b/i

/** What a stance hangs on is wanted, too: "unless the blockade is lifted", "if they agree to a truce", "as part of steps to end the war"; of a threat or a refusal only what would avert it, "if they do not agree". */
export function conditionsOf(scene: Scene, wanted: Complement, actors: readonly Actor[], isThreat: boolean): Found[] {
  const { condition } = wanted
  if (!condition) return []
  const words = scene.reading.report.text.slice(condition[0], condition[1])
  const stance =
    SETS.test(words) || (isThreat ? FAILS.test(words) : /^if\b/i.test(words)) ? ('demands' as const) : JOINS.test(words) ? ('seeks' as const) : undefined
  if (!stance || (isThreat && stance === 'seeks')) return []
  const parts = mergeParts(partsOf(scene, condition)).filter(part => !part.vague && part.issue !== 'PROCESS')
  return parts.flatMap(part =>
    actors.map(actor =>
      makePosition(scene, 'talks/en/condition', {
        actor,
        part,
        stance,
        commitment: 'wish',
        wanted: { span: part.span, conditionality: 'linked' },
        frame: condition,
      }),
    ),
  )
}

/** The stance of somebody who is open to a thing, or accepts it, on a condition set in so many words: "only if", "provided that". */
export function underCondition(scene: Scene, wanted: Complement, verb: number): boolean {
  const { tokens, report } = scene.reading
  const before = tokens.slice(Math.max(0, verb - 3), verb).some(token => token.lower === 'only')
  const { condition } = wanted
  if (!condition) return before && statementAt(scene, wanted.span) !== undefined
  const words = report.text.slice(Math.max(0, condition[0] - 6), condition[1])
  return before || /^(?:.{0,6})\b(?:only (?:if|after|when|once)|on (?:the )?conditi|provided|providing|as long as|so long as|unless)/i.test(words)
}

export const examples: readonly Example[] = [
  {
    text: 'Norway offered to free all prisoners if the blockade of the port was lifted.',
    list: 'positions',
    rule: '*',
    finds: [
      'Norway offers CAPTIVES 1 explicit-if readiness «free all prisoners» ([..2025-05-12])',
      'Norway demands BLOCKADE_SANCTIONS 1 linked wish «if the blockade of the port was lifted» ([..2025-05-12])',
    ],
  },
  { text: 'Norway wanted to free all prisoners if the blockade of the port was lifted.', list: 'positions', finds: [] },
]
