import type { Actor, Example, Position, Sentence, Span, Token } from '#model'
import { markWords, sentenceAt, sentencesWith } from '#text'
import { makePosition, type Found } from '../position.ts'
import { holderOf, type Scene } from '../scene.ts'
import { contextIssue } from '../topic.ts'
import { isSupposedAt } from './clause.ts'
import { subjectOf } from './subject.ts'
import { verbGroup } from './verb.ts'

const ANSWERS: ReadonlyMap<string, Position['stance']> = new Map([
  ['accept', 'accepts'],
  ['agree', 'accepts'],
  ['approve', 'accepts'],
  ['welcome', 'accepts'],
  ['reject', 'rejects'],
  ['refuse', 'rejects'],
  ['decline', 'rejects'],
  ['dismiss', 'rejects'],
])
/** Verbs that may answer without naming what they answer: "the company accepted". */
const ALONE = new Set(['accept', 'agree', 'refuse', 'decline'])
const SHORT = /^(?:it|them|both|that)$/
/** How many sentences after an offer its answer may stand. */
const NEAR = 2

/** "ruled it out", "turned them down": refusals that take the thing between them. */
const PARTED: ReadonlyMap<string, string> = new Map([
  ['rule', 'out'],
  ['turn', 'down'],
  ['throw', 'out'],
  ['vote', 'down'],
])

const ANSWERED = markWords({ lemmas: [...ANSWERS.keys(), ...PARTED.keys(), 'say'] })

/** "The company accepted at once", "Norway said yes", "rejected both": an answer to what somebody else was just told to offer or propose. */
export function readAnswers(scene: Scene, told: readonly Found[]): Found[] {
  return sentencesWith(scene.reading, ANSWERED).flatMap(sentence => {
    const found: Found[] = []
    for (let i = sentence.from; i < sentence.to; i++) if (scene.reading.tokens[i]?.pos === 'VERB') found.push(...readAnswer(scene, sentence, i, told))
    return found
  })
}

function readAnswer(scene: Scene, { from, to }: Sentence, at: number, told: readonly Found[]): Found[] {
  const { tokens } = scene.reading
  const answer = answerAt(tokens, at, to)
  const [verb, last] = [tokens[at], answer && tokens[answer.last]]
  if (!answer || !verb || !last) return []
  const group = verbGroup(tokens, at, from)
  if (group.passive || group.infinitive || group.participle || group.negated || (group.modal !== undefined && group.modal !== 'will')) return []
  const span: Span = [verb.start, last.end]
  const subject = subjectOf(scene, at, from)
  const before = subject ? tokens.slice(Math.max(from, subject.at - 3), subject.at) : []
  // "to begin once both sides accept": not yet.
  if (!subject || isSupposedAt(scene, subject.at, from) || before.some(token => /^(?:after|once|when|before|until)$/.test(token.lower))) return []
  const actors = subject.actors.map(actor => holderOf(scene, actor)).filter(actor => actor !== undefined)
  const free = actors.filter(actor => !told.some(one => one.position.actor === actor.id && one.frame[0] <= verb.start && verb.end <= one.frame[1]))
  return free.flatMap(actor =>
    issuesFor(scene, told, actor, span, answer).map(issue =>
      makePosition(scene, 'talks/en/answer', {
        actor,
        part: { issue, span, vague: true, named: true },
        stance: answer.stance,
        commitment: answer.stance === 'accepts' ? 'agreed' : 'wish',
        wanted: { span, conditionality: 'none-stated' },
        frame: span,
        group,
      }),
    ),
  )
}

interface Answer {
  readonly stance: Position['stance']
  /** The last token of its words. */
  readonly last: number
  /** Whether a pronoun, or yes and no, point to what is answered. */
  readonly points: boolean
}

/** The stance of an answer and the last token of its words; nothing where the verb takes more than a pronoun. */
function answerAt(tokens: readonly Token[], at: number, to: number): Answer | undefined {
  const [verb, next] = [tokens[at], tokens[at + 1]]
  if (verb?.lemma === 'say')
    return /^(?:yes|no)$/.test(next?.lower ?? '') && isEnd(tokens, at + 2, to)
      ? { stance: next?.lower === 'no' ? 'rejects' : 'accepts', last: at + 1, points: true }
      : undefined
  const parted = PARTED.get(verb?.lemma ?? '')
  if (parted !== undefined)
    return SHORT.test(next?.lower ?? '') && tokens[at + 2]?.lower === parted && isEnd(tokens, at + 3, to)
      ? { stance: 'rejects', last: at + 2, points: true }
      : undefined
  const stance = ANSWERS.get(verb?.lemma ?? '')
  if (!stance || !verb || !next) return undefined
  if (SHORT.test(next.lower) && verb.lemma !== 'agree') return isEnd(tokens, at + 2, to) ? { stance, last: at + 1, points: true } : undefined
  return ALONE.has(verb.lemma) && isEnd(tokens, at + 1, to) ? { stance, last: at, points: false } : undefined
}

/** Whether the clause ends here, or says no more than when: "at once", "immediately". */
function isEnd(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at]
  if (!token || at >= to || (token.pos === 'PUNCT' && /^[,.;:!—–]/.test(token.text))) return true
  return (
    /^(?:immediately|outright|too|promptly|quickly|yesterday|today|and|but|while)$/.test(token.lower) ||
    (token.lower === 'at' && tokens[at + 1]?.lower === 'once') ||
    (token.lower === 'on' && tokens[at + 1]?.lower.endsWith('day') === true) ||
    (token.lower === 'without' && tokens[at + 1]?.lower === 'hesitation')
  )
}

/** The issues of what another was last told to offer or propose; where a pronoun stands for it, else what it points to. */
function issuesFor(scene: Scene, told: readonly Found[], actor: Actor, span: Span, answer: Answer): Position['issue'][] {
  const here = sentenceAt(scene.reading, span[0])?.index ?? 0
  for (let index = here; index >= Math.max(0, here - NEAR); index--) {
    const offers = told.filter(
      ({ position }) =>
        (position.stance === 'offers' || position.stance === 'proposes' || (position.stance === 'demands' && answer.stance === 'rejects')) &&
        position.actor !== actor.id &&
        position.span[1] <= span[0] &&
        sentenceAt(scene.reading, position.span[0])?.index === index,
    )
    if (offers.length > 0) return [...new Set(offers.map(one => one.position.issue))]
  }
  const issue = answer.points ? contextIssue(scene, span) : undefined
  return issue ? [issue] : []
}

export const examples: readonly Example[] = [
  {
    text: 'Norway offered to lift its blockade of the port. Sweden accepted at once.',
    list: 'positions',
    finds: ['Sweden accepts BLOCKADE_SANCTIONS 0 agreed «accepted» ([..2025-05-12])'],
  },
  {
    text: 'Norway demanded the release of all prisoners. Sweden refused. Norway offered to lift its blockade. Sweden turned it down.',
    list: 'positions',
    finds: ['Sweden rejects CAPTIVES 0 wish «refused» ([..2025-05-12])', 'Sweden rejects BLOCKADE_SANCTIONS 0 wish «turned it down» ([..2025-05-12])'],
  },
  { text: 'Norway lifted its blockade of the port. Sweden accepted at once.', list: 'positions', finds: [] },
]
