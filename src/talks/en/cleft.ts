import type { Actor, Example, Position, Sentence, Span, Token } from '#model'
import { markWords, placesIn, sentencesWith } from '#text'
import { makePosition, type Found } from '../position.ts'
import { holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { mergeParts, partsOf } from '../topic.ts'
import { complementFrom } from './complement.ts'
import { subjectOf } from './subject.ts'

const WANTS: ReadonlyMap<string, Position['stance']> = new Map([
  ['want', 'seeks'],
  ['need', 'demands'],
  ['seek', 'seeks'],
  ['demand', 'demands'],
  ['ask', 'seeks'],
  ['require', 'demands'],
  ['insist', 'demands'],
  ['expect', 'demands'],
  ['hope', 'seeks'],
  ['like', 'seeks'],
  ['propose', 'proposes'],
  ['offer', 'offers'],
  ['oppose', 'rejects'],
  ['reject', 'rejects'],
])
const OPENS = new Set(['what', 'all', 'thing'])
/** How many words may stand between "what" and the verb, and between the verb and "is". */
const REACH = 6

const OPENED = markWords({ words: OPENS })

/** "What we want is a truce", "all they ask is that …", "what is needed is …": the thing wanted stands behind "is". */
export function readClefts(scene: Scene): Found[] {
  return sentencesWith(scene.reading, OPENED).flatMap(sentence => {
    const found: Found[] = []
    for (const i of placesIn(scene.reading, OPENED, sentence)) found.push(...readCleft(scene, sentence, i))
    return found
  })
}

function isBe(token: Token | undefined): boolean {
  return /^(?:is|was|are|were|'s|’s)$/.test(token?.lower ?? '')
}

function readCleft(scene: Scene, { from, to }: Sentence, at: number): Found[] {
  const { tokens } = scene.reading
  const verb = wantAt(tokens, at, to)
  const be = verb === undefined ? undefined : beAfter(tokens, verb, to)
  if (verb === undefined || be === undefined || tokens[be + 1]?.lower === 'not') return []
  const stance = WANTS.get(tokens[verb]?.lemma ?? '')
  const opening = tokens[be + 1]?.lower
  const wanted = complementFrom(scene, opening === 'that' || opening === 'to' || opening === 'for' ? be + 2 : be + 1, to)
  const actor = holderAt(scene, at, verb, from)
  if (!stance || !wanted || !actor) return []
  const frame: Span = [tokens[at]?.start ?? wanted.span[0], wanted.span[1]]
  return mergeParts(partsOf(scene, wanted.span))
    .filter(part => !part.vague || part.named)
    .map(part => makePosition(scene, 'talks/en/cleft', { actor, part, stance, commitment: 'wish', wanted, frame }))
}

function wantAt(tokens: readonly Token[], at: number, to: number): number | undefined {
  for (let i = at + 1; i < Math.min(to, at + 1 + REACH); i++) {
    const token = tokens[i]
    if (!token || token.pos === 'PUNCT') return undefined
    if (WANTS.has(token.lemma) && (token.pos === 'VERB' || token.lower === 'like')) return i
  }
  return undefined
}

function beAfter(tokens: readonly Token[], verb: number, to: number): number | undefined {
  for (let i = verb + 1; i < Math.min(to, verb + REACH); i++) {
    if (isBe(tokens[i])) return i
    if (tokens[i]?.pos === 'PUNCT' || tokens[i]?.pos === 'VERB') return undefined
  }
  return undefined
}

/** The subject of the wanting; whoever says so where nobody is named ("what is needed"). */
function holderAt(scene: Scene, at: number, verb: number, from: number): Actor | undefined {
  const token = scene.reading.tokens[at]
  const bare = isBe(scene.reading.tokens[at + 1])
  const [actor] = bare ? [speakerOf(scene, token && statementAt(scene, [token.start, token.end]))] : (subjectOf(scene, verb, from)?.actors ?? [])
  return holderOf(scene, actor)
}

export const examples: readonly Example[] = [
  {
    text: '“What we want is a ceasefire,” Foreign Minister Ada Lund said on Monday.',
    list: 'positions',
    finds: ['Ada Lund seeks CEASEFIRE 1 wish «a ceasefire» (2025-05-12)'],
  },
  { text: '“What we want is a good harbour,” Foreign Minister Ada Lund said on Monday.', list: 'positions', finds: [] },
]
