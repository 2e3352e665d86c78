import type { Actor, Example, Sentence, Span, Token } from '#model'
import { markWords, sentencesWith } from '#text'
import { makePosition, type Found } from '../position.ts'
import { holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { mergeParts, partsOf } from '../topic.ts'
import { complementFrom } from './complement.ts'
import { subjectOf } from './subject.ts'

const WILL = /^(?:will|would|can|could|must|should|shall|'ll|’ll)$/
const BARS = /^(?:until|unless|without|while|before|till|so|as)$/
const TAKES = new Set([
  'accept',
  'sign',
  'allow',
  'tolerate',
  'make',
  'grant',
  'hold',
  'permit',
  'agree',
  'support',
  'back',
  'brook',
  'consider',
  'discuss',
  'want',
  'see',
])

const ABSENT = markWords({ words: ['no'] })

/** "There will be no talks", "no truce while the siege lasts", "would accept no inspectors": a thing that somebody says is not to be. */
export function readAbsences(scene: Scene): Found[] {
  return sentencesWith(scene.reading, ABSENT).flatMap(sentence => {
    const found: Found[] = []
    for (let i = sentence.from; i < sentence.to; i++) if (scene.reading.tokens[i]?.lower === 'no') found.push(...readAbsence(scene, sentence, i))
    return found
  })
}

function readAbsence(scene: Scene, { from, to }: Sentence, at: number): Found[] {
  const { tokens } = scene.reading
  const [no, first] = [tokens[at], tokens[at + 1]]
  const actors = no && first && first.lower !== 'longer' && first.lower !== 'one' ? holdersAt(scene, at, from, to) : []
  const wanted = actors.length > 0 ? complementFrom(scene, at + 1, thingEnd(tokens, at + 1, to)) : undefined
  if (!no || !wanted) return []
  const whole: Span = [no.start, wanted.span[1]]
  return mergeParts(partsOf(scene, wanted.span))
    .filter(part => !part.vague && (!part.hint || part.issue !== 'PROCESS'))
    .slice(0, 1)
    .flatMap(part =>
      actors.map(actor =>
        makePosition(scene, 'talks/en/absence', { actor, part: { ...part, span: whole }, stance: 'rejects', commitment: 'wish', wanted, frame: whole }),
      ),
    )
}

/** Where the thing ends: at the words of a condition, or at a verb that tells something of it. */
function thingEnd(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from + 1; i < Math.min(to, from + 12); i++) {
    const token = tokens[i]
    if (!token || /^[,;:.—–?!]$/.test(token.text) || isBar(tokens, i) || token.pos === 'AUX') return i
  }
  return Math.min(to, from + 12)
}

function isBar(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? ''
  return BARS.test(lower) && (!/^(?:so|as)$/.test(lower) || tokens[at + 1]?.lower === 'long')
}

/** Who says that the thing is not to be: the speaker of "there will be no", the subject of "would accept no". */
function holdersAt(scene: Scene, at: number, from: number, to: number): Actor[] {
  const { tokens } = scene.reading
  const before = tokens[at - 1]
  const token = tokens[at]
  const statement = token && statementAt(scene, [token.start, token.end])
  const speaker = statement?.negated ? undefined : holderOf(scene, speakerOf(scene, statement))
  if (before?.lower === 'be' && WILL.test(tokens[at - 2]?.lower ?? '') && tokens[at - 3]?.lower === 'there') return speaker ? [speaker] : []
  if (opens(tokens, at, from) && (hasBar(tokens, at, to) || willBe(tokens, at, to))) return speaker ? [speaker] : []
  const modal = tokens.slice(Math.max(from, at - 4), at).some(one => WILL.test(one.lower))
  if (before?.pos !== 'VERB' || !TAKES.has(before.lemma) || !(modal || before.lemma === 'want')) return []
  const subject = subjectOf(scene, before.index, from)
  return (subject?.actors ?? []).map(actor => holderOf(scene, actor)).filter(actor => actor !== undefined)
}

/** Whether "no" begins what is said. */
function opens(tokens: readonly Token[], at: number, from: number): boolean {
  return at === from || /^[“"‘:;]$/.test(tokens[at - 1]?.text ?? '') || tokens[at - 1]?.lower === 'that'
}

function hasBar(tokens: readonly Token[], at: number, to: number): boolean {
  for (let i = at + 2; i < Math.min(to, at + 10); i++) if (isBar(tokens, i)) return true
  return false
}

/** "no foreign soldier would set foot": what is not to be, told of the thing itself. */
function willBe(tokens: readonly Token[], at: number, to: number): boolean {
  for (let i = at + 2; i < Math.min(to, at + 6); i++) {
    if (/^(?:will|would|shall|can)$/.test(tokens[i]?.lower ?? '')) return tokens[i + 1]?.pos === 'VERB' || tokens[i + 1]?.lower === 'be'
    if (tokens[i]?.pos === 'VERB' || tokens[i]?.pos === 'PUNCT') return false
  }
  return false
}

export const examples: readonly Example[] = [
  {
    text: 'There will be no ceasefire, Foreign Minister Ada Lund said on Monday.',
    list: 'positions',
    finds: ['Ada Lund rejects CEASEFIRE 1 wish «no ceasefire» (2025-05-12)'],
  },
  {
    text: 'Norway said that no inspector would enter its plants.',
    list: 'positions',
    finds: ['Norway rejects MONITORING 1 wish «no inspector» ([..2025-05-12])'],
  },
  { text: 'There was no ceasefire in the port that winter, Foreign Minister Ada Lund said on Monday.', list: 'positions', finds: [] },
]
