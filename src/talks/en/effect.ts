import type { Example, Position, Sentence, Span } from '#model'
import { markWords, placesIn, readRows, sentencesWith } from '#text'
import { makePosition, type Found } from '../position.ts'
import { actorAt, holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { mergeParts, partsOf } from '../topic.ts'
import { clauseStart } from './clause.ts'
import { complementFrom } from './complement.ts'
import { verbGroup } from './verb.ts'

interface Effect {
  readonly words: readonly string[]
  readonly stance: Position['stance']
}

const effects = new Map<string, Effect[]>()
for (const row of readRows('effects', ['words', 'stance'])) {
  const words = row.words.split(' ')
  effects.set(words[0] ?? '', [...(effects.get(words[0] ?? '') ?? []), { words, stance: row.stance as Position['stance'] }])
}

const TOLD = markWords({ lemmas: effects.keys() })

/** "The tariffs will hurt both countries", "new sanctions would derail the talks": what speakers say a thing does, so that they refuse it. */
export function readEffects(scene: Scene): Found[] {
  return sentencesWith(scene.reading, TOLD).flatMap(sentence => {
    const found: Found[] = []
    for (const i of placesIn(scene.reading, TOLD, sentence)) {
      if (i === sentence.from) continue
      const effect = effectAt(scene, i)
      if (effect) found.push(...readEffect(scene, sentence, i, effect))
    }
    return found
  })
}

function effectAt(scene: Scene, at: number): Effect | undefined {
  const { tokens } = scene.reading
  const token = tokens[at]
  if (token?.pos !== 'VERB') return undefined
  return effects.get(token.lemma)?.find(one => one.words.every((word, k) => tokens[at + k]?.lemma === word))
}

function readEffect(scene: Scene, { from, to }: Sentence, at: number, { stance }: Effect): Found[] {
  const { tokens, report } = scene.reading
  const group = verbGroup(tokens, at, from)
  const [verb, head] = [tokens[at], tokens[group.start - 1]]
  if (!verb || !head || group.infinitive || group.participle || group.passive || group.negated) return []
  const statement = statementAt(scene, [verb.start, verb.end])
  const actor = holderOf(scene, speakerOf(scene, statement))
  const start = clauseStart(scene, at, from)
  const does = group.modal === undefined || group.modal === 'will' || group.modal === 'would' || group.modal === 'could' || group.modal === "'ll"
  if (!actor || statement?.negated || start === undefined || !does || head.pos === 'PRON' || head.pos === 'DET' || actorAt(scene, head)) return []
  const subject: Span = [start, head.end]
  const [part] = mergeParts(partsOf(scene, subject)).filter(one => (!one.vague || one.named) && !one.hint)
  const wanted = complementFrom(scene, at, to)
  if (!part || part.issue === 'PROCESS' || /^(?:which|who|that|what)\b/i.test(report.text.slice(start, start + 6))) return []
  const whole: Span = [start, Math.max(verb.end, wanted?.span[1] ?? 0)]
  return [
    makePosition(scene, 'talks/en/effect', {
      actor,
      part: { ...part, span: whole },
      stance,
      commitment: 'wish',
      wanted: { span: whole, conditionality: 'none-stated' },
      frame: whole,
    }),
  ]
}

export const examples: readonly Example[] = [
  {
    text: 'New sanctions would derail the peace talks, Foreign Minister Ada Lund said on Monday.',
    list: 'positions',
    finds: ['Ada Lund rejects BLOCKADE_SANCTIONS 1 wish «New sanctions would derail the peace talks» (2025-05-12)'],
  },
  { text: 'The storm will hurt the port, Foreign Minister Ada Lund said on Monday.', list: 'positions', finds: [] },
]
