import type { Actor, Example, Sentence, Span, Track } from '#model'
import { actorAt, type Scene } from '../scene.ts'
import { listed, namedBefore } from './listed.ts'
import { subjectOf } from './subject.ts'

/** Who has another part in talks than to be a party to them. */
export interface Part {
  readonly actor: Actor
  readonly role: 'mediator' | 'host' | 'guarantor'
  readonly span: Span
}

/** Words that tell such a part. `noun`: they call somebody so; `by`: only what is so by somebody. */
const WORDS: readonly (readonly [role: Part['role'], as: 'noun' | 'verb' | 'by', words: string])[] = [
  [
    'mediator',
    'noun',
    'mediator mediators facilitator facilitators broker brokers mediation auspices intermediary intermediaries go-between go-betweens facilitation',
  ],
  [
    'mediator',
    'verb',
    'mediate mediates mediated mediating co-mediated brokered brokering facilitate facilitates facilitated facilitating sponsored chaired chairing shepherded',
  ],
  ['mediator', 'verb', 'shuttle shuttled shuttling relayed relaying relay passed passing carried carrying conveyed conveying'],
  ['host', 'noun', 'host hosts'],
  ['host', 'verb', 'hosted hosting'],
  ['guarantor', 'noun', 'guarantor guarantors'],
  ['guarantor', 'by', 'guaranteed'],
]
const ROLES = new Map(WORDS.flatMap(([role, as, words]) => words.split(' ').map(word => [word, { role, as }] as const)))
/** Verbs of carrying words: only between two who talk. */
const CARRIES = /^(?:shuttl|relay|pass|carr|convey)/

/** Who mediates, hosts or guarantees, as a sentence about talks tells it: "mediated by X and Y", "X-brokered", "with X hosting", "X, which hosted the talks", "Xish mediators". */
export function partsIn(scene: Scene, sentence: Sentence): Part[] {
  const { tokens } = scene.reading
  const parts: Part[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i]
    const told = token && ROLES.get(token.lower)
    if (!token || !told) continue
    for (const actor of bearersOf(scene, sentence, i, told.as)) parts.push({ actor, role: told.role, span: [token.start, token.end] })
  }
  return parts.filter((part, i) => parts.findIndex(one => one.actor === part.actor) === i)
}

function bearersOf(scene: Scene, sentence: Sentence, at: number, as: 'noun' | 'verb' | 'by'): readonly Actor[] {
  const { tokens } = scene.reading
  if (tokens[at + 1]?.lower === 'by') return listed(scene, at + 2, sentence.to, 4)
  if (as === 'by') return []
  if (/^[-–]$/.test(tokens[at - 1]?.text ?? '')) return [actorAt(scene, tokens[at - 2])].filter(actor => actor !== undefined)
  if (as === 'noun') return tokens[at]?.pos === 'VERB' ? doersOf(scene, sentence, at) : namedAs(scene, sentence, at)
  return tokens[at]?.pos === 'VERB' ? doersOf(scene, sentence, at) : []
}

/** "Saudi and American mediators", "mediators from Qatar", "the auspices of the League", "Norway, a guarantor of the talks". */
function namedAs(scene: Scene, { from, to }: Sentence, at: number): readonly Actor[] {
  const { tokens } = scene.reading
  const own = actorAt(scene, tokens[at])
  let first = at
  while (first > from && own && actorAt(scene, tokens[first - 1]) === own) first--
  const joined = own && tokens[first - 1]?.lower === 'and' ? actorAt(scene, tokens[first - 2]) : undefined
  const before = own ? [...(joined ? [joined] : []), own] : namedBefore(scene, at, from).actors
  if (before.length > 0) return before
  // "with A and B as guarantors", "the host, A, announced".
  const as = tokens[at - 1]?.lower === 'as' ? at - 1 : /^(?:an?|the)$/.test(tokens[at - 1]?.lower ?? '') && tokens[at - 2]?.lower === 'as' ? at - 2 : undefined
  if (as !== undefined) return asSuch(scene, from, as)
  const beside = tokens[at + 1]?.text === ',' && tokens[at - 1]?.lower === 'the' ? actorAt(scene, tokens[at + 2]) : undefined
  if (beside) return [beside]
  const next = tokens[at + 1]?.lower
  if (next === 'from' || (next === 'of' && tokens[at]?.lower === 'auspices')) return listed(scene, at + 2, to, 3)
  const article = /^(?:an?|the)$/.test(tokens[at - 1]?.lower ?? '') ? at - 2 : at - 1
  const named = tokens[article]?.text === ',' ? actorAt(scene, tokens[article - 1]) : undefined
  if (named) return [named]
  return tokens[at]?.lower.startsWith('mediator') ? listed(scene, at + 1, Math.min(to, at + 8), 3) : []
}

/** "with A and B as guarantors", "A, which acted as a go-between": whom "as" says it of. */
function asSuch(scene: Scene, from: number, as: number): readonly Actor[] {
  const { tokens } = scene.reading
  for (let i = as - 1; i >= Math.max(from, as - 10); i--) if (tokens[i]?.lower === 'with') return listed(scene, i + 1, as, 4)
  const verb = tokens[as - 1]
  return verb && /^(?:act|serve|work)$/.test(verb.lemma) ? (subjectOf(scene, as - 1, from)?.actors ?? []) : []
}

/** "with the League mediating", "Kenya, which hosted the talks", "officials shuttled between them". */
function doersOf(scene: Scene, { from, to }: Sentence, at: number): readonly Actor[] {
  const { tokens } = scene.reading
  const carries = CARRIES.test(tokens[at]?.lower ?? '')
  if (carries && !tokens.slice(at + 1, Math.min(to, at + 5)).some(token => token.lower === 'between')) return []
  const before = tokens[at]?.lower.endsWith('ing') ? actorAt(scene, tokens[at - 1]) : undefined
  if (before) return [before]
  return tokens[at - 1]?.lower === 'to' ? [] : (subjectOf(scene, at, from)?.actors ?? [])
}

/** Whether words tell that somebody goes between those who talk, so that they do so indirectly. */
export function isCarried(words: string): boolean {
  return /\b(?:shuttl|relay|pass|carr|convey)\w* (?:\w+ ){0,3}between\b/i.test(words)
}

/** The parts as a track keeps them. */
export function rolesOf(parts: readonly Part[], said: (span: Span) => Track['said']): NonNullable<Track['roles']> {
  return parts.map(({ actor, role, span }) => ({ actor: actor.id, role, span, said: said(span) }))
}

export const examples: readonly Example[] = [
  {
    text: 'Talks between Sweden and Norway, mediated by Finland and hosted by Iceland, stalled on Monday.',
    list: 'tracks',
    rule: '*',
    finds: ['mediated stalled Sweden + Norway by Finland «Talks» ( ; 2025-05-12)'],
  },
  { text: 'The host carried a tray between the tables.', list: 'tracks', rule: '*', finds: [] },
]
