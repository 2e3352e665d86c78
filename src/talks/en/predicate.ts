import type { Actor, Example, Position, Sentence, Span } from '#model'
import { markWords, placesIn, readRows, sentencesWith } from '#text'
import { makePosition, type Found } from '../position.ts'
import { holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { partsOf } from '../topic.ts'
import { clauseStart } from './clause.ts'
import { complementFrom } from './complement.ts'
import { firstActor } from './subject.ts'
import { isNegation, verbGroup } from './verb.ts'

interface Predicate {
  readonly words: readonly string[]
  readonly stance?: Position['stance']
  readonly negated?: Position['stance']
}

const predicates = new Map<string, Predicate[]>()
for (const row of readRows('stance-predicates', ['words', 'stance', 'negated'])) {
  const words = row.words.split(' ')
  const key = words[0] ?? ''
  const told = {
    ...(row.stance !== '-' && { stance: row.stance as Position['stance'] }),
    ...(row.negated !== '-' && { negated: row.negated as Position['stance'] }),
  }
  predicates.set(key, [...(predicates.get(key) ?? []), { words, ...told }])
}

const BE = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'remain',
  'remains',
  "'s",
  "'re",
  '’s',
  'remained',
  'isn',
  'aren',
  'considers',
  'consider',
  'called',
  'calls',
])

const JUDGED = markWords({ words: predicates.keys() })

/** "The plan is unacceptable", "a truce is the only way": what speakers judge a thing to be, so that they refuse or ask for it. */
export function readPredicates(scene: Scene): Found[] {
  return sentencesWith(scene.reading, JUDGED).flatMap(sentence => readSentence(scene, sentence))
}

function readSentence(scene: Scene, sentence: Sentence): Found[] {
  const { tokens } = scene.reading
  const found: Found[] = []
  for (const i of placesIn(scene.reading, JUDGED, sentence)) {
    const match = predicates.get(tokens[i]?.lower ?? '')?.find(one => one.words.every((word, k) => tokens[i + k]?.lower === word))
    if (match) found.push(...readPredicate(scene, sentence, match, i))
  }
  return found
}

/** The index of the "is" of a predicate, and whether it is negated. */
function copula(scene: Scene, at: number, from: number): { at: number; negated: boolean } | undefined {
  const { tokens } = scene.reading
  let negated = false
  for (let i = at - 1; i >= Math.max(from, at - 6); i--) {
    const token = tokens[i]
    if (!token) return undefined
    if (isNegation(token) || token.lower === 'no') negated = true
    else if (BE.has(token.lower) && token.pos !== 'PART') {
      const group = verbGroup(tokens, i, from)
      return group.infinitive ? undefined : { at: i, negated: negated || group.negated }
    } else if (!['DET', 'ADV', 'ADJ', 'PUNCT'].includes(token.pos)) return undefined
  }
  return undefined
}

function readPredicate(scene: Scene, { from, to }: Sentence, match: Predicate, at: number): Found[] {
  const { tokens } = scene.reading
  const be = copula(scene, at, from)
  const next = tokens[at + match.words.length]
  if (match.words[0] === 'enough' && tokens[at - 1]?.pos === 'ADJ') return []
  if (next && (next.pos === 'NOUN' || next.pos === 'ADJ') && !match.words.includes('only')) return []
  const stance = be?.negated ? match.negated : match.stance
  const after = at + match.words.length
  const verb = be && tokens[be.at]
  const start = be && clauseStart(scene, be.at, from)
  const last = tokens[after - 1]
  if (!stance || !verb || start === undefined || !last) return []
  const statement = statementAt(scene, [verb.start, verb.end])
  const actor = judgeOf(scene, after, to) ?? holderOf(scene, speakerOf(scene, statement))
  if (!actor || statement?.kind === 'thought') return []
  if (
    ['which', 'who', 'what'].includes(
      scene.reading.report.text
        .slice(start, start + 5)
        .toLowerCase()
        .trim(),
    )
  )
    return []
  const wanted = tokens[after]?.pos === 'PUNCT' ? undefined : complementFrom(scene, tokens[after]?.lower === 'to' ? after + 1 : after, to)
  const subject: Span = [start, verb.start]
  const parts = partsOf(scene, subject)
  const besides = wanted ? partsOf(scene, wanted.span) : []
  // In "it is time to", "it is wrong to" the thing follows.
  const follows = /^(?:it|there|this|that|now)$/i.test(scene.reading.report.text.slice(subject[0], subject[1]).trim()) && besides.some(part => !part.vague)
  const chosen = parts.length > 0 && !follows ? parts : match.words[0] === 'time' ? besides.filter(part => !part.vague) : besides
  const whole: Span = [start, Math.max(last.end, wanted?.span[1] ?? 0)]
  const complement = wanted ?? { span: whole, conditionality: 'none-stated' as const }
  return chosen.slice(0, 1).map(part =>
    makePosition(scene, 'talks/en/predicate', {
      actor,
      part: { issue: part.issue, span: whole },
      stance,
      commitment: 'wish',
      wanted: complement,
      frame: whole,
    }),
  )
}

/** "acceptable to the union": whose judgement it is. */
function judgeOf(scene: Scene, after: number, to: number): Actor | undefined {
  const { tokens } = scene.reading
  if (tokens[after]?.lower !== 'to' && tokens[after]?.lower !== 'for') return undefined
  const end = tokens[after + 1]?.pos === 'DET' ? after + 3 : after + 2
  return tokens[after + 1]?.pos === 'VERB' ? undefined : holderOf(scene, firstActor(scene, after + 1, Math.min(to, end)))
}

export const examples: readonly Example[] = [
  {
    text: 'The blockade of the port is unacceptable, Foreign Minister Ada Lund said.',
    list: 'positions',
    finds: ['Ada Lund rejects BLOCKADE_SANCTIONS 1 wish «The blockade of the port is unacceptable» ([..2025-05-12])'],
  },
  { text: 'The port is the only one in the country.', list: 'positions', finds: [] },
]
