import type { CodedEvent, Sentence, Token, Example } from '#model'
import { groupStart, type Stage } from './arguments.ts'

export const examples: readonly Example[] = [
  {
    text: 'Peru demanded that Chile lift the embargo.',
    list: 'events',
    rule: '*',
    finds: ['demand REQUEST reported Peru → Chile «Peru demanded that Chile lift the embargo» ([..2025-05-12])'],
  },
  {
    text: 'Chile refused to meet the envoy of Peru.',
    list: 'events',
    rule: '*',
    finds: [
      'reject REJECT reported Chile → envoy of Peru «Chile refused to meet the envoy of Peru» ([..2025-05-12])',
      'meet CONSULT denied Chile + envoy of Peru «meet the envoy of Peru» ([..2025-05-12])',
    ],
  },
  {
    text: 'Chile vowed to resume shelling the port. Peru demanded that the sailors be freed.',
    list: 'events',
    rule: '*',
    finds: [
      'threaten THREATEN reported Chile «Chile vowed to resume shelling the port» ([..2025-05-12])',
      'demand REQUEST reported Peru → sailors «Peru demanded that the sailors be freed» ([..2025-05-12])',
    ],
  },
  { text: 'Chile should release the sailors.', list: 'events', rule: '*', finds: [] },
  { text: 'Chile is ready to talk to Peru.', list: 'events', rule: '*', finds: [] },
]

export type Reality = CodedEvent['reality']

/** How a verb stands in its sentence. `wanted`: somebody asks for it, offers or refuses it, so that it is part of that act. */
export interface Standing {
  readonly reality: Reality
  readonly wanted?: 'asked' | 'offered' | 'agreed' | 'refused' | 'threatened' | 'tried' | 'ready' | 'purpose'
  readonly passive: boolean
  readonly infinitive: boolean
  /** It is the verb of a condition: "if they meet". */
  readonly condition?: true
}

const NEGATION = new Set("not n't never no neither nor without nobody none hardly cannot".split(' '))
const ASKING = new Set(
  'urge demand ask call press push want insist request order appeal require beg exhort encourage tell seek wish need like must should force recommend advocate suggest'.split(
    ' ',
  ),
)
const OFFERING = new Set('propose offer invite suggest'.split(' '))
const AGREEING = new Set('agree promise pledge vow commit consent swear accept'.split(' '))
const READY = new Set('ready willing readiness willingness prepared open keen eager happy'.split(' '))
const DECIDED = new Set('decide decision'.split(' '))
const PLANNING = new Set('plan intend prepare schedule expect set due aim going undertake'.split(' '))
const REFUSING = new Set('refuse decline fail reject deny oppose resist avoid prevent stop shy unable unwilling block refusal failure cancel'.split(' '))
const THREATENING = new Set('threaten warn threat'.split(' '))
const TRYING = new Set('try attempt hope consider discuss effort chance bid possible likely could ways way proposal plan offer talk aim'.split(' '))
const DOING = new Set('begin start continue manage proceed go keep help force finish have resume'.split(' '))
const CONDITIONAL = new Set('if unless whether should in_case provided'.split(' '))
const HYPOTHETICAL = new Set('would could may might can should must'.split(' '))
const FUTURE = new Set("will 'll shall wo".split(' '))

/** The tokens of the verb group, from its first word to the verb. */
function group(stage: Stage, start: number, verb: number): Token[] {
  return stage.tokens.slice(start, verb + 1)
}

/** How the verb at `verb`, whose group begins at `start`, stands. */
export function standingOf(stage: Stage, sentence: Sentence, start: number, verb: number): Standing {
  const joined = joinedTo(stage, sentence, start, verb)
  if (joined !== undefined) return standingOf(stage, sentence, groupStart(stage, sentence, joined), joined)
  const words = group(stage, start, verb)
  const lowers = words.map(token => token.lower)
  const token = stage.tokens[verb] as Token
  const infinitive = lowers.slice(0, -1).includes('to')
  const gerund = /ing$/.test(token.lower) && !words.some(word => word.lemma === 'be')
  const passive = !/ing$/.test(token.lower) && token.lower !== token.lemma && words.slice(0, -1).some(word => word.lemma === 'be' || word.lemma === 'get')
  const shape = { passive, infinitive }
  if (infinitive && gerund) return { reality: 'hypothetical', wanted: 'purpose', ...shape } // "a halt to shelling"
  if (infinitive && lowers.includes('yet') && words.some(word => word.lemma === 'have')) return { reality: 'denied', ...shape }
  if (lowers.some(word => NEGATION.has(word)) || negatedSubject(stage, sentence, start)) {
    const asked = demandedBefore(stage, sentence, start, lowers)
    if (conditionBefore(stage, sentence, start) === 'if' && !infinitive && !gerund) return { reality: 'hypothetical', condition: true, ...shape }
    return { reality: 'denied', ...shape, ...(asked && { wanted: 'asked' as const }) }
  }
  if (infinitive || gerund) return { ...governed(stage, sentence, start, infinitive, words), ...shape }
  return { ...finite(stage, sentence, start, lowers), ...shape }
}

const BARE_AFTER = /^(?:to|would|will|'ll|could|can|may|might|must|should|shall)$/

/** "need to come to the table and start", "would meet and sign": the verb that a bare verb is joined to. */
function joinedTo({ tokens }: Stage, sentence: Sentence, start: number, verb: number): number | undefined {
  const token = tokens[verb] as Token
  if (start !== verb || token.lower !== token.lemma || !/^(?:and|or)$/.test(tokens[verb - 1]?.lower ?? '')) return undefined
  for (let at = verb - 2; at > sentence.from && at > verb - 10; at--) {
    const before = tokens[at] as Token
    if (before.pos === 'VERB') return before.lower === before.lemma && BARE_AFTER.test(tokens[at - 1]?.lower ?? '') ? at : undefined
    if (before.pos === 'AUX' || /^[;:“”"]$/.test(before.text)) return undefined
  }
  return undefined
}

function negatedSubject(stage: Stage, sentence: Sentence, start: number): boolean {
  for (let at = start - 1; at >= sentence.from && at > start - 4; at--) {
    const token = stage.tokens[at] as Token
    if (token.lower === 'no' || token.lower === 'neither') return true
    if (token.lower === 'nor') return neitherBefore(stage, sentence, at)
    if (token.pos === 'VERB' || token.pos === 'PUNCT') return false
  }
  return false
}

/** "neither the Front nor the army has": both do not. */
function neitherBefore({ tokens }: Stage, sentence: Sentence, nor: number): boolean {
  for (let at = nor - 1; at >= sentence.from && at > nor - 9; at--) if (tokens[at]?.lower === 'neither') return true
  return false
}

function finite(stage: Stage, sentence: Sentence, start: number, lowers: readonly string[]): Pick<Standing, 'reality' | 'condition' | 'wanted'> {
  if (lowers.some(word => word === 'should' || word === 'must')) return { reality: 'hypothetical', wanted: 'asked' }
  if (demandedBefore(stage, sentence, start, lowers)) return { reality: 'hypothetical', wanted: 'asked' }
  const unsaid = unsaidBefore(stage, sentence, start)
  if (unsaid) return { reality: unsaid }
  const conditional = conditionBefore(stage, sentence, start)
  if (conditional === 'when') return { reality: isPresent(stage, start, lowers) ? 'planned' : 'reported' }
  if (conditional) return { reality: 'hypothetical', condition: true }
  if (lowers.some(word => FUTURE.has(word))) return { reality: 'planned' }
  if (lowers.some(word => HYPOTHETICAL.has(word))) return { reality: 'hypothetical' }
  return { reality: 'reported' }
}

/** Whether "if", "unless", "whether" opens the clause of the verb. */
function conditionBefore(stage: Stage, sentence: Sentence, start: number): 'if' | 'when' | undefined {
  for (let at = start - 1; at >= sentence.from && at > start - 10; at--) {
    const token = stage.tokens[at] as Token
    if (CONDITIONAL.has(token.lower)) return 'if'
    if (token.lower === 'when' || token.lower === 'once') return 'when'
    if (token.pos === 'VERB' || token.lower === 'that' || (token.pos === 'PUNCT' && token.text !== '-' && token.text !== ',')) return undefined
    if (token.text === ',' && stage.tokens[sentence.from]?.lower !== 'whether') return undefined
  }
  return undefined
}

/** "did not say that they met", "denied that it had met": nobody tells the deed. */
function unsaidBefore({ tokens }: Stage, sentence: Sentence, start: number): Reality | undefined {
  for (let at = start - 1; at > sentence.from && at > start - 12; at--) {
    const token = tokens[at] as Token
    if (token.lower === 'that') {
      const verb = tokens[at - 1]
      if (verb?.lemma === 'deny') return 'denied'
      const negated = [2, 3].some(back => /^(?:not|n't|never)$/.test(tokens[at - back]?.lower ?? ''))
      return negated && /^(?:say|confirm|announce|state|claim|specify)$/.test(verb?.lemma ?? '') ? 'hypothetical' : undefined
    }
    if (token.pos === 'VERB' || /^[;:“”"]$/.test(token.text)) return undefined
  }
  return undefined
}

function isPresent(stage: Stage, start: number, lowers: readonly string[]): boolean {
  const verb = stage.tokens[start + lowers.length - 1] as Token
  return lowers.length === 1 && (verb.lower === verb.lemma || verb.lower === `${verb.lemma}s`)
}

const INSISTING = new Set('insist demand urge ask propose suggest recommend require request want order'.split(' '))

/** "insisted that both sides (not) hold …": the bare verb of what is asked for. */
function demandedBefore(stage: Stage, sentence: Sentence, start: number, lowers: readonly string[]): boolean {
  const verb = stage.tokens[start + lowers.length - 1] as Token
  const bare = verb.lower === verb.lemma || lowers.includes('be') // "demanded that they be freed"
  if (!bare || lowers.some(word => /^(?:do|does|did|will|would|have|has|had)$/.test(word))) return false
  for (let at = start - 1; at >= sentence.from && at > start - 14; at--) {
    const token = stage.tokens[at] as Token
    if (token.lower === 'that') return [1, 2, 3].some(back => INSISTING.has(stage.tokens[at - back]?.lemma ?? ''))
    if (token.pos === 'VERB' || /^[;:“”"]$/.test(token.text)) return false
  }
  return false
}

/** "aimed at ending the war and reopening the road": a gerund, or the one it is joined to, after a preposition. */
function afterPreposition(stage: Stage, sentence: Sentence, start: number): boolean {
  for (let at = start - 1; at >= sentence.from && at > start - 14; at--) {
    const token = stage.tokens[at] as Token
    if (at === start - 1 && token.pos === 'ADP') return true
    if (token.pos === 'VERB')
      return /ing$/.test(token.lower) && stage.tokens[at - 1]?.pos === 'ADP' && /^(?:,|and|or)$/.test(stage.tokens[start - 1]?.lower ?? '')
    if (/^[;:“”".]$/.test(token.text)) return false
  }
  return false
}

/** The word that governs an infinitive or gerund: the nearest before it that asks, offers, plans, refuses or does. */
function governed(stage: Stage, sentence: Sentence, start: number, infinitive: boolean, words: readonly Token[]): Pick<Standing, 'reality' | 'wanted'> {
  const auxiliary = words.map(word => word.lower)
  if (!infinitive && afterPreposition(stage, sentence, start)) return { reality: 'hypothetical', wanted: 'purpose' }
  for (let at = start - 1; at >= sentence.from && at > start - 12; at--) {
    const token = stage.tokens[at] as Token
    const { lemma } = token
    if (/^[;:“”"]$/.test(token.text)) break
    if (stage.at[at] && token.pos !== 'VERB') continue
    if (lemma === 'be' && infinitive && at === start - 1) return { reality: 'planned' }
    if (token.lower === 'going' && infinitive) return { reality: 'planned' }
    if (READY.has(token.lower)) return { reality: 'planned', wanted: 'ready' }
    if (token.lower === 'whether') return { reality: 'hypothetical' }
    if (DECIDED.has(lemma) || (lemma === 'vote' && token.pos === 'VERB')) return decided(stage, sentence, at, words.at(-1))
    if (REFUSING.has(lemma)) return { reality: 'denied', wanted: 'refused' }
    if (OFFERING.has(lemma)) return { reality: 'hypothetical', wanted: 'offered' }
    if (ASKING.has(lemma)) return { reality: 'hypothetical', wanted: 'asked' }
    if (AGREEING.has(lemma)) return { reality: 'planned', wanted: 'agreed' }
    if (THREATENING.has(lemma)) return { reality: 'planned', wanted: 'threatened' }
    if (DOING.has(lemma) && token.pos === 'VERB') return doing(stage, sentence, at)
    if (PLANNING.has(lemma)) return { reality: 'planned' }
    if (TRYING.has(lemma)) return { reality: 'hypothetical', wanted: 'tried' }
    if (token.pos === 'VERB') break
  }
  if (auxiliary.includes('going') || auxiliary.includes('due')) return { reality: 'planned' }
  return infinitive ? { reality: 'hypothetical', wanted: 'purpose' } : { reality: 'reported' }
}

/** "decided to", "voted to": the deed is reported as the decision is; a strike that is voted for is to come. */
function decided(stage: Stage, sentence: Sentence, at: number, verb: Token | undefined): Pick<Standing, 'reality'> {
  const own = stage.tokens[at]?.pos === 'VERB' ? standingOf(stage, sentence, groupStart(stage, sentence, at), at).reality : 'reported'
  if (own !== 'reported') return { reality: own === 'denied' ? 'hypothetical' : own }
  return { reality: stage.tokens[at]?.lemma === 'vote' && verb && /^(?:strike|walk|stop|begin|start)$/.test(verb.lemma) ? 'planned' : 'reported' }
}

/** "began to", "vowed to resume shelling", "need to come and start": as the verb of doing itself stands. */
function doing(stage: Stage, sentence: Sentence, at: number): Pick<Standing, 'reality' | 'wanted'> {
  const verb = joinedTo(stage, sentence, at, at) ?? at
  const { reality, wanted } = standingOf(stage, sentence, groupStart(stage, sentence, verb), verb)
  return { reality, ...(wanted && { wanted }) }
}
