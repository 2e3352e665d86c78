import type { Actor, Example, Sentence, Token } from '#model'
import type { Charge } from '../allegation.ts'
import { actorAt, holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { complementFrom } from './complement.ts'
import { firstActor, possessorOf, subjectOf } from './subject.ts'
import { isNegation, verbGroup } from './verb.ts'
import { kindOf } from './wrong.ts'

/** Verbs of accusing by the word that brings the wrong. */
const ACCUSES: Readonly<Record<string, string>> = {
  accuse: 'of',
  blame: 'for',
  suspect: 'of',
  denounce: 'for',
  condemn: 'for',
  criticise: 'for',
  criticize: 'for',
  fault: 'for',
  blast: 'for',
  slam: 'for',
}
/** Words under which guilt is only supposed: "would make them responsible". */
const SUPPOSED = new Set(['would', 'could', 'might', 'may', 'if', 'whether'])
const GUILTY = new Set(['responsible', 'accountable', 'guilty', 'culpable'])
const NOUNS = new Set(['accusation', 'allegation', 'charge', 'claim', 'complaint', 'suspicion'])

/** "accuse X of", "blamed X for", "X is accused of", "accusations of": charges by words of accusing. */
export function readAccusations(scene: Scene): Charge[] {
  return scene.reading.sentences.flatMap(sentence => readSentence(scene, sentence))
}

function readSentence(scene: Scene, sentence: Sentence): Charge[] {
  const { tokens } = scene.reading
  const found: Charge[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i]
    const brings = token && ACCUSES[token.lemma.toLowerCase()]
    if (token && brings && token.pos !== 'NOUN') found.push(...readVerb(scene, sentence, i, brings))
    else if (token?.pos === 'NOUN' && NOUNS.has(token.lemma)) found.push(...readNoun(scene, sentence, i))
    else if (token && GUILTY.has(token.lower) && /^(?:for|of)$/.test(tokens[i + 1]?.lower ?? '')) found.push(...readGuilt(scene, sentence, i))
  }
  return found
}

function find(tokens: readonly Token[], from: number, to: number, word: string): number | undefined {
  for (let i = from; i < to; i++) {
    if (tokens[i]?.lower === word) return i
    if (tokens[i]?.text === ';') return undefined
  }
  return undefined
}

/** The "of" or "for" that brings the wrong: not the one inside a name ("X of New York"). */
function bringsAt(tokens: readonly Token[], from: number, to: number, word: string): number | undefined {
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (token?.text === ';' || token?.lower === 'on') return undefined
    if (token?.lower === word && !(tokens[i - 1]?.pos === 'PROPN' && tokens[i + 1]?.pos === 'PROPN')) return i
  }
  return undefined
}

function readVerb(scene: Scene, { from, to }: Sentence, at: number, brings: string): Charge[] {
  const { tokens } = scene.reading
  const group = verbGroup(tokens, at, from)
  const start = bringsAt(tokens, at + 1, Math.min(to, at + 22), brings)
  if (start === undefined || group.negated || group.modal !== undefined) return []
  if (group.passive) {
    const accused = subjectOf(scene, at, from)?.actors ?? []
    return charges(scene, start, to, accused, byAgent(scene, start, to))
  }
  const accuser = holderOf(scene, subjectOf(scene, at, from)?.actors[0])
  return charges(scene, start, to, objectsOf(scene, at + 1, start), accuser)
}

/** "accused by the union of": who accuses in a passive. */
function byAgent(scene: Scene, from: number, to: number): Actor | undefined {
  const by = find(scene.reading.tokens, from - 6, Math.min(to, from + 20), 'by')
  return by === undefined ? undefined : firstActor(scene, by + 1, Math.min(to, by + 5))
}

/** The actors that stand as objects between the verb and the wrong. */
function objectsOf(scene: Scene, from: number, to: number): Actor[] {
  const found: Actor[] = []
  for (let i = from; i < to; i++) {
    const actor = actorAt(scene, scene.reading.tokens[i])
    if (actor && !found.includes(actor) && scene.reading.tokens[i - 1]?.lower !== 'of') found.push(actor)
  }
  return found.slice(0, 3)
}

/** Each wrong that "of" or "for" brings: "accused X of doing this and of doing that" is two. */
function charges(scene: Scene, brings: number, to: number, accused: readonly Actor[], accuser: Actor | undefined): Charge[] {
  const { tokens } = scene.reading
  const word = tokens[brings]?.lower ?? 'of'
  const found: Charge[] = []
  let start: number | undefined = brings
  while (start !== undefined && found.length < 4) {
    const next: number | undefined = find(tokens, start + 2, to, word)
    const again: number | undefined = next !== undefined && ['and', ',', 'or'].includes(tokens[next - 1]?.lower ?? '') ? next : undefined
    const wrong = complementFrom(scene, start + 1, again ?? to)
    if (wrong)
      found.push({ span: wrong.span, accused, accuser, of: kindOf(scene.reading.report.text.slice(wrong.span[0], wrong.span[1])), rule: 'talks/en/accusation' })
    start = again
  }
  return found
}

/** "X is responsible for", "holds X accountable for": the nearest actor before the word is accused. */
function readGuilt(scene: Scene, { from, to }: Sentence, at: number): Charge[] {
  const { tokens } = scene.reading
  const token = tokens[at]
  const accuser = token && holderOf(scene, speakerOf(scene, statementAt(scene, [token.start, token.end])))
  let accused: Actor | undefined
  for (let i = at - 1; i >= Math.max(from, at - 7) && !accused; i--) {
    if (/^(?:not|n't|be|if|to)$/.test(tokens[i]?.lower ?? '') || tokens[i]?.text === ',') return []
    accused = actorAt(scene, tokens[i])
  }
  const denied = tokens.slice(Math.max(from, at - 14), at).some(one => isNegation(one) || SUPPOSED.has(one.lower))
  if (!accused || !accuser || denied || accused === accuser || accused.kind === 'place') return []
  return charges(scene, at + 1, to, [accused], accuser)
}

function readNoun(scene: Scene, { from, to }: Sentence, at: number): Charge[] {
  const { tokens } = scene.reading
  const brings = tokens[at + 1]?.lower
  if (brings !== 'of' && brings !== 'that') return []
  const wrong = complementFrom(scene, at + 2, to)
  const accused = holderOf(scene, firstActor(scene, at + 2, Math.min(to, at + 8)))
  if (!wrong || !accused || tokens[at]?.lemma === 'claim') return []
  const accuser = possessorOf(scene, at, from, at + 1)?.actors[0]
  if (accuser === accused) return []
  return [
    { span: wrong.span, accused: [accused], accuser, of: kindOf(scene.reading.report.text.slice(wrong.span[0], wrong.span[1])), rule: 'talks/en/accusation' },
  ]
}

export const examples: readonly Example[] = [
  {
    text: 'Sweden accused Norway of violating the ceasefire and of shelling villages.',
    list: 'allegations',
    finds: [
      'Sweden → Norway ceasefire-violation none-recorded «violating the ceasefire» ([..2025-05-12])',
      'Sweden → Norway other none-recorded «shelling villages» ([..2025-05-12])',
    ],
  },
  { text: 'The shop charged Norway for the tea.', list: 'allegations', finds: [] },
]
