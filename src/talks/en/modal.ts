import type { Example, Sentence, Span, Statement, Token } from '#model'
import { markWords, placesIn, sentencesWith } from '#text'
import { makePosition, type Found } from '../position.ts'
import { holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { partsOf, type Part } from '../topic.ts'
import { clauseStart } from './clause.ts'
import { complementFrom } from './complement.ts'
import { isNegation } from './verb.ts'

const MUST = new Set(['should', 'must'])
const HAVE = new Set(['has', 'have', 'needs', 'need', 'needed', 'had', 'ought'])
const NOT_AFTER = new Set([
  'have',
  'know',
  'see',
  'think',
  'consider',
  'understand',
  'remember',
  'note',
  'realize',
  'realise',
  'ask',
  'wonder',
  'expect',
  'look',
  'worry',
  'feel',
  'admit',
  'say',
  'tell',
  'read',
])

const OBLIGED = markWords({ words: [...MUST, ...HAVE] })

/** "should", "must", "has to" in what somebody says: a demand of the speaker. */
export function readModals(scene: Scene): Found[] {
  return sentencesWith(scene.reading, OBLIGED).flatMap(sentence => readSentence(scene, sentence))
}

/** Where the words of obligation end, or undefined where there are none at the token. */
function obligation(tokens: readonly Token[], at: number): number | undefined {
  const lower = tokens[at]?.lower ?? ''
  if (!MUST.has(lower) && !HAVE.has(lower)) return undefined
  const next = tokens[at + 1]?.lower ?? ''
  const after = isNegation(tokens[at + 1]) && tokens[at + 2]?.lower !== 'expect' ? (tokens[at + 2]?.lower ?? '') : next
  if (MUST.has(lower)) return NOT_AFTER.has(after) || tokens[at - 1]?.lower === 'if' ? undefined : at + 1
  const before = tokens[at - 1]?.lower ?? ''
  if (lower === 'needed' && tokens[at - 1]?.pos === 'NOUN') return undefined
  if (tokens[at]?.pos === 'NOUN' || tokens[at - 1]?.pos === 'DET') return undefined
  return HAVE.has(lower) && next === 'to' && !/^(?:not|n't|to|may|might|do|does|did|could)$/.test(before) && !NOT_AFTER.has(tokens[at + 2]?.lower ?? '')
    ? at + 2
    : undefined
}

function readSentence(scene: Scene, sentence: Sentence): Found[] {
  const { tokens } = scene.reading
  const found: Found[] = []
  for (const i of placesIn(scene.reading, OBLIGED, sentence)) {
    const after = obligation(tokens, i)
    if (after !== undefined) found.push(...readObligation(scene, sentence, i, after))
  }
  return found
}

function readObligation(scene: Scene, { from, to }: Sentence, at: number, after: number): Found[] {
  const { tokens } = scene.reading
  const modal = tokens[at]
  const statement = modal && statementAt(scene, [modal.start, modal.end])
  const actor = holderOf(scene, speakerOf(scene, statement))
  const wanted = complementFrom(scene, after, to)
  if (!modal || !statement || !actor || !wanted || (statement.kind === 'thought' && (tokens[at - 1]?.lower === 'will' || !isBelief(scene, statement))))
    return []
  const start = clauseStart(scene, at, from)
  if (start === undefined || tokens.slice(Math.max(from, at - 5), at).some(token => token.lower === 'you')) return []
  const whole: Span = [start, wanted.span[1]]
  const parts = partsFor(scene, [start, modal.start], wanted.span, tokens[after]?.lower === 'be' && tokens[after + 1]?.pos !== 'ADJ')
  return parts.map(issue =>
    makePosition(scene, 'talks/en/modal', { actor, part: { issue, span: whole }, stance: 'demands', commitment: 'wish', wanted, frame: whole }),
  )
}

/** A belief of what ought to be is a wish; a fear or an expectation is none. */
function isBelief(scene: Scene, { cue }: Statement): boolean {
  return cue !== undefined && /believ|think|feel|view|convinc/i.test(scene.reading.report.text.slice(cue[0], cue[1]))
}

function isTold(part: Part): boolean {
  return !part.vague || part.named === true
}

/** The issues of an obligation: what is to be done tells them, under a passive what it is done to; else the other. */
function partsFor(scene: Scene, subject: Span, predicate: Span, passive: boolean): Found['position']['issue'][] {
  const [first, second] = passive ? [subject, predicate] : [predicate, subject]
  const parts = partsOf(scene, first).filter(isTold)
  const chosen = parts.length > 0 && parts.some(part => part.issue !== 'PROCESS') ? parts : [...parts, ...partsOf(scene, second).filter(isTold)]
  return [...new Set(chosen.map(part => part.issue))].slice(0, passive || parts.length === 0 ? 1 : 3)
}

export const examples: readonly Example[] = [
  {
    text: 'Arland must lift the blockade of the port, Foreign Minister Ada Lund said on Monday.',
    list: 'positions',
    finds: ['Ada Lund demands BLOCKADE_SANCTIONS 1 wish «Arland must lift the blockade of the port» (2025-05-12)'],
  },
  { text: 'The blockade must have cost the port a fortune.', list: 'positions', finds: [] },
]
