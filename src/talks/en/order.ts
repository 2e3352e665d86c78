import type { Example, Sentence, Span, Token } from '#model'
import { makePosition, type Found } from '../position.ts'
import { holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { mergeParts, partsOf } from '../topic.ts'
import { complementFrom } from './complement.ts'
import { isNegation } from './verb.ts'

const OPENERS = new Set(['“', '"', '‘', ':', '.', '!', '…'])
const SOFT = new Set(['please', 'so', 'now', 'and', 'but', 'just', 'first', 'then', 'therefore'])
/** Imperatives that ask the listener to think or listen, not to do anything about the matter. */
const HEEDING = new Set(
  (
    'look see think remember thank know say guess take consider imagine wait listen believe trust note mind excuse forgive suppose ask tell watch read check click follow view ' +
    'mean like be have come welcome congratulate bless get'
  ).split(' '),
)
const FIRM = new Set(['stop', 'end', 'lift', 'withdraw', 'leave', 'cease', 'halt', 'drop', 'remove', 'release', 'free', 'refrain', 'return', 'pay'])

/** "Lift the blockade", "let us meet", "do not close the border": what speakers tell others to do in their own words. */
export function readOrders(scene: Scene): Found[] {
  return scene.reading.sentences.flatMap(sentence => readSentence(scene, sentence))
}

function readSentence(scene: Scene, sentence: Sentence): Found[] {
  const { tokens } = scene.reading
  const found: Found[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i]
    const begins = token !== undefined && (token.text !== token.lower || tokens[i - 1]?.lower === 'please')
    if (!begins || token.lower !== token.lemma || !isVerb(token) || !opens(tokens, i, sentence.from)) continue
    found.push(...readOrder(scene, sentence, i))
  }
  return found
}

function isVerb(token: Token): boolean {
  return token.pos === 'VERB' || token.lower === 'do'
}

/** Whether nothing but a mark or a soft word stands before the verb in its clause. */
function opens(tokens: readonly Token[], at: number, from: number): boolean {
  let i = at - 1
  while (i >= from && SOFT.has(tokens[i]?.lower ?? '')) i--
  return i < from || OPENERS.has(tokens[i]?.text ?? '')
}

function readOrder(scene: Scene, { to }: Sentence, at: number): Found[] {
  const { tokens } = scene.reading
  const token = tokens[at]
  const statement = token && statementAt(scene, [token.start, token.end])
  const actor = holderOf(scene, speakerOf(scene, statement))
  const main = verbAt(tokens, at)
  if (!token || !actor || !main || statement?.form === 'indirect') return []
  const wanted = complementFrom(scene, main.verb, to)
  const last = wanted && tokens.find(one => one.end >= wanted.span[1])
  if (!wanted || !last || last.text === '?') return []
  const whole: Span = [token.start, wanted.span[1]]
  const stance = FIRM.has(tokens[main.verb]?.lemma ?? '') || main.negated ? ('demands' as const) : ('seeks' as const)
  return mergeParts(partsOf(scene, wanted.span))
    .filter(part => !part.vague || part.named)
    .map(part =>
      makePosition(scene, 'talks/en/order', {
        actor,
        part: { ...part, span: part.vague ? whole : part.span },
        stance,
        commitment: 'wish',
        wanted,
        frame: whole,
      }),
    )
}

/** The verb that tells what is to be done: past "let us" and "do not". */
function verbAt(tokens: readonly Token[], at: number): { verb: number; negated: boolean } | undefined {
  let verb = at
  let negated = false
  const first = tokens[at]?.lower
  if (first === 'do' || first === 'let') {
    verb = at + 1
    for (; verb < at + 5 && (isNegation(tokens[verb]) || ['us', "'s", '’s', 'them', 'the'].includes(tokens[verb]?.lower ?? '')); verb++)
      negated ||= isNegation(tokens[verb])
    if (first === 'do' && !negated) return undefined
  }
  const lemma = tokens[verb]?.lemma
  return lemma === undefined || HEEDING.has(lemma) ? undefined : { verb, negated }
}

export const examples: readonly Example[] = [
  {
    text: '“Lift the blockade of the port,” Foreign Minister Ada Lund told Arland on Monday.',
    list: 'positions',
    finds: ['Ada Lund demands BLOCKADE_SANCTIONS 1 wish «Lift the blockade of the port» (2025-05-12)'],
  },
  { text: 'Lift the lid of the pot and wait.', list: 'positions', finds: [] },
]
