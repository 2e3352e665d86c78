import type { Actor, Example, Sentence, Span, Token, Track } from '#model'
import type { Scene } from '../scene.ts'
import type { Line } from '../track.ts'
import { listed } from './listed.ts'
import { isPairing } from './pair.ts'
import { partsIn } from './roles.ts'
import { subjectOf } from './subject.ts'
import { isNegation } from './verb.ts'

type State = Track['state']

/** Words that tell how two sides stand to one another though no talks are named. */
const STUCK = new Set('deadlocked stalemated gridlocked'.split(' '))
const NEARING = new Set('close closer near nearer nearing'.split(' '))
const DEALS = /^(?:deal|agreement|accord|pact|compromise|settlement|truce|ceasefire)$/
const MEDIATES = new Set('mediating mediate mediates mediated'.split(' '))

/** The words at which such a line may be told. */
const TELLS = new Set([...STUCK, ...NEARING, ...MEDIATES, 'apart'])

/** "A and B are deadlocked over", "A and B are close to a deal", "X is mediating between A and B": lines of talks that no noun names. */
export function readApart(scene: Scene, sentence: Sentence): Line[] {
  const { tokens } = scene.reading
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i]
    if (!token) break
    if (!TELLS.has(token.lower)) continue
    if (MEDIATES.has(token.lower)) return mediated(scene, sentence, i)
    const state = stateAt(tokens, i, sentence.to)
    const parties = state ? sidesOf(scene, sentence, i) : []
    if (state && parties.length > 1) return [lineOf(scene, sentence, [token.start, token.end], { parties, state, format: 'unclear' })]
  }
  return []
}

function stateAt(tokens: readonly Token[], at: number, to: number): State | undefined {
  const lower = tokens[at]?.lower ?? ''
  if (tokens.slice(Math.max(0, at - 3), at).some(token => isNegation(token) || token.lower === 'no')) return undefined
  const isBeing = /^(?:are|were|is|was|been|remain|remained|remains|be|getting|moving|inching|edging|moved|still|very|drawing)$/.test(
    tokens[at - 1]?.lower ?? '',
  )
  if (STUCK.has(lower)) return isBeing ? 'stalled' : undefined
  if (lower === 'apart' && /^(?:far|miles|poles|way|further|farther|wide)$/.test(tokens[at - 1]?.lower ?? '')) return 'ongoing'
  if (!NEARING.has(lower) || (!isBeing && lower !== 'nearing')) return undefined
  return tokens.slice(at + 1, Math.min(to, at + 6)).some(token => DEALS.test(token.lower)) ? 'ongoing' : undefined
}

/** Those of whom it is said: the subject of the verb before. */
function sidesOf(scene: Scene, { from }: Sentence, at: number): readonly Actor[] {
  const { tokens } = scene.reading
  for (let i = at; i > Math.max(from, at - 5); i--) {
    if (!/^(?:AUX|VERB)$/.test(tokens[i]?.pos ?? '')) continue
    const actors = subjectOf(scene, i, from)?.actors ?? []
    // "The two sides" are those of the talks told before.
    if (actors.length > 1 && !isPairedBefore(tokens, i, from)) return actors.filter(actor => actor.kind !== 'place' && actor.kind !== 'outlet')
  }
  return []
}

function isPairedBefore(tokens: readonly Token[], verb: number, from: number): boolean {
  return tokens.slice(Math.max(from, verb - 4), verb).some((_, k) => isPairing(tokens, Math.max(from, verb - 4) + k))
}

/** "is mediating between A and B". */
function mediated(scene: Scene, sentence: Sentence, at: number): Line[] {
  const { tokens } = scene.reading
  const between = tokens[at + 1]?.lower === 'between' ? at + 1 : tokens[at + 2]?.lower === 'between' ? at + 2 : undefined
  const parties = between === undefined ? [] : listed(scene, between + 1, sentence.to, 4)
  const span: Span = [tokens[at]?.start ?? 0, tokens[between ?? at]?.end ?? 0]
  const going = tokens[at]?.lower.endsWith('ing') === true
  return parties.length > 1 ? [lineOf(scene, sentence, span, { parties, state: going ? 'ongoing' : 'unclear', format: 'mediated' })] : []
}

function lineOf(scene: Scene, sentence: Sentence, span: Span, told: Pick<Line, 'parties' | 'state' | 'format'>): Line {
  const parts = partsIn(scene, sentence).filter(part => !told.parties.includes(part.actor))
  return { ...told, span, parts, rule: 'talks/en/apart', issues: [] }
}

export const examples: readonly Example[] = [
  {
    text: 'Sweden and Norway are deadlocked over the fish.',
    list: 'tracks',
    finds: ['unclear stalled Sweden + Norway «deadlocked» ( ; [..2025-05-12])'],
  },
  {
    text: 'Finland is mediating between Sweden and Norway.',
    list: 'tracks',
    finds: ['mediated ongoing Sweden + Norway by Finland «mediating between» ([..2025-05-12] ; ..)'],
  },
  { text: 'The farm is close to the church, and the two are a mile apart.', list: 'tracks', finds: [] },
]
