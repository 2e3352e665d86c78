import type { Actor, Example, Sentence, Span } from '#model'
import { markWords, placesIn, sentencesWith } from '#text'
import { makePosition, type Found } from '../position.ts'
import { holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { mergeParts, partsOf } from '../topic.ts'
import { complementFrom } from './complement.ts'
import { subjectBefore, subjectOf } from './subject.ts'
import { isFinite, isNegation, verbGroup } from './verb.ts'

const BARS = new Set(['unless', 'until', 'without', 'till'])
const ONLY = new Set(['if', 'when', 'once', 'after'])
/** How many words may stand between what is refused and the condition. */
const REACH = 24

const BARRED = markWords({ words: [...BARS, ...ONLY] })

/** "No deal without a rise in pay", "will not sign until the blockade is lifted", "unless the troops leave": the condition is what is demanded. */
export function readBars(scene: Scene): Found[] {
  return sentencesWith(scene.reading, BARRED).flatMap(sentence => {
    const found: Found[] = []
    for (const i of placesIn(scene.reading, BARRED, sentence)) if (i > sentence.from) found.push(...readBar(scene, sentence, i))
    return found
  })
}

function readBar(scene: Scene, { from, to }: Sentence, at: number): Found[] {
  const { tokens } = scene.reading
  const lower = tokens[at]?.lower ?? ''
  const only = ONLY.has(lower) && tokens[at - 1]?.lower === 'only'
  if (!only && !BARS.has(lower)) return []
  const refused = only ? undefined : (refusedBefore(scene, at, from) ?? refusedAfter(scene, at, from, to))
  if (!only && refused === undefined && lower !== 'unless') return []
  const wanted = complementFrom(scene, at + 1, to)
  const actor = wanted && holderAt(scene, at, refused ?? at - 1, from)
  if (!wanted || !actor) return []
  const frame: Span = [tokens[at]?.start ?? wanted.span[0], wanted.span[1]]
  return mergeParts(partsOf(scene, wanted.span))
    .filter(part => !part.vague && (!part.hint || part.issue !== 'PROCESS'))
    .map(part =>
      makePosition(scene, 'talks/en/bar', { actor, part, stance: 'demands', commitment: 'wish', wanted: { span: part.span, conditionality: 'linked' }, frame }),
    )
}

/** The negation on which the condition hangs: before it in its clause, with no other stop than a comma between them. */
function refusedBefore(scene: Scene, at: number, from: number): number | undefined {
  const { tokens } = scene.reading
  for (let i = at - 1; i >= Math.max(from, at - REACH); i--) {
    const token = tokens[i]
    if (!token || /^[;:—–?]$/.test(token.text) || token.lower === 'but') return undefined
    // "did not begin until" tells the past.
    if (isNegation(token) || token.lower === 'no' || token.lower === 'refuse')
      return /^(?:did|was|were|had|has|have)$/.test(tokens[i - 1]?.lower ?? '') ? undefined : i
  }
  return undefined
}

/** "Without a withdrawal there can be no peace": the negation after a condition that opens its clause. */
function refusedAfter(scene: Scene, at: number, from: number, to: number): number | undefined {
  const { tokens } = scene.reading
  if (tokens[at]?.lower !== 'without' || (at > from && !/^[“"‘:;,]$/.test(tokens[at - 1]?.text ?? '') && tokens[at - 1]?.lower !== 'that')) return undefined
  for (let i = at + 2; i < Math.min(to, at + 16); i++) if (tokens[i]?.lower === 'no' || isNegation(tokens[i])) return i
  return undefined
}

/** Who sets the condition: whoever says so, else the subject of what is refused. */
function holderAt(scene: Scene, at: number, refused: number, from: number): Actor | undefined {
  const { tokens } = scene.reading
  const bar = tokens[at]
  const statement = bar && statementAt(scene, [bar.start, bar.end])
  if (statement) {
    const speaker = statement.negated ? undefined : holderOf(scene, speakerOf(scene, statement))
    // A minister who says that his country would sign no truce unless: the country's condition.
    const [subject] = subjectOf(scene, refused - 1, from)?.actors ?? []
    return subject && speaker?.of === subject.id ? (holderOf(scene, subject) ?? speaker) : speaker
  }
  for (let i = refused; i < at; i++) {
    if (!isFinite(tokens, i, from)) continue
    const [actor] = subjectBefore(scene, verbGroup(tokens, i, from).start, from)?.actors ?? []
    return holderOf(scene, actor)
  }
  return undefined
}

export const examples: readonly Example[] = [
  {
    text: 'There will be no talks until the blockade of the port is lifted, Foreign Minister Ada Lund said on Monday.',
    list: 'positions',
    finds: ['Ada Lund demands BLOCKADE_SANCTIONS 1 linked wish «the blockade of the port is lifted» (2025-05-12)'],
  },
  {
    text: "Norway's foreign minister said that his country would sign no truce unless Sweden lifted the blockade.",
    list: 'positions',
    finds: ['Norway demands BLOCKADE_SANCTIONS 1 linked wish «Sweden lifted the blockade» ([..2025-05-12])'],
  },
  { text: 'The blockade of the port will last until the truce is signed, a resident said on Monday.', list: 'positions', finds: [] },
]
