import type { Example, Sentence, Token } from '#model'
import { sentenceAt } from '#text'
import { planTerms, returnedIn, type Draft } from '../proposal.ts'
import { holderOf, type Scene } from '../scene.ts'
import { complementFrom } from './complement.ts'
import { subjectOf } from './subject.ts'
import { isNegation } from './verb.ts'

const WILL = new Set(['will', 'would', "'ll", '’ll'])
/** How far before "in exchange" its "would" may stand. */
const REACH = 26

/** "A would free the crew in exchange for …", "A will cut its duty and B will in return open its port": deeds for one another, by whoever is to do them, where no plan is told in the sentence. */
export function readExchanges(scene: Scene, told: readonly Draft[]): Draft[] {
  const { tokens } = scene.reading
  const known = new Set(told.map(draft => sentenceAt(scene.reading, draft.span[0])?.index))
  return scene.reading.sentences.flatMap(sentence => {
    if (known.has(sentence.index)) return []
    for (let i = sentence.from + 2; i < sentence.to; i++) if (isReturn(tokens, i)) return readDeeds(scene, sentence, i)
    return []
  })
}

/** "in exchange", "in return", "for its part" and "for their part". */
function isReturn(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower
  if (lower === 'exchange' || lower === 'return') return tokens[at - 1]?.lower === 'in'
  return lower === 'part' && tokens[at - 2]?.lower === 'for' && /^(?:its|their)$/.test(tokens[at - 1]?.lower ?? '')
}

function readDeeds(scene: Scene, sentence: Sentence, at: number): Draft[] {
  const { tokens } = scene.reading
  const until = tokens[at]?.lower === 'part' || tokens[at + 1]?.lower !== 'for' ? sentence.to : at
  const modals: number[] = []
  // "for its part" speaks of the deed right behind it.
  const first = tokens[at]?.lower === 'part' ? at + 1 : Math.max(sentence.from + 1, at - REACH)
  const last = tokens[at]?.lower === 'part' ? at + 3 : Math.min(until, at + 8)
  for (let i = first; i < last; i++) if (WILL.has(tokens[i]?.lower ?? '')) modals.push(i)
  return modals.flatMap(modal => draftAt(scene, sentence, modal))
}

function draftAt(scene: Scene, { from, to }: Sentence, modal: number): Draft[] {
  const { tokens } = scene.reading
  const verb = verbAfter(tokens, modal, to)
  const supposed = tokens
    .slice(Math.max(from, modal - 12), modal)
    .some(token => /^(?:if|whether|unless|that|which|who|hopes?|hoped|might|may|because)$/.test(token.lower))
  if (verb === undefined || supposed) return []
  const by = (subjectOf(scene, verb, from)?.actors ?? []).flatMap(actor => holderOf(scene, actor)?.id ?? [])
  const other = nextClause(tokens, verb, to)
  const wanted = complementFrom(scene, verb, other)
  const first = tokens[verb]
  if (by.length === 0 || !wanted || !first) return []
  const terms = planTerms(scene, wanted.span, wanted.span, wanted.condition, wanted.conditionality === 'linked').filter(term => term.issue !== 'PROCESS')
  if (terms.length === 0) return []
  const returned = wanted.condition ? returnedIn(scene, wanted.condition) : []
  const status = tokens[modal]?.lower === 'would' ? 'unclear' : 'accepted'
  return [{ by: [...new Set(by)], span: [first.start, wanted.span[1]], rule: 'talks/en/exchange', terms: [...terms, ...returned], status }]
}

/** A deed whose form is that of an adjective: "open its port", "free the crew". */
const BARE = /^(?:open|free|clear|lower|close|limit)$/

/** Verbs that tell no deed for another. */
const IDLE = new Set(
  'be have say see get know think need want like love talk meet discuss continue come go mean make happen work use expect hope consider demand seek ask take face require try win lose'.split(
    ' ',
  ),
)

/** Where "and B will" begins a clause of its own, or the end. */
function nextClause(tokens: readonly Token[], verb: number, to: number): number {
  for (let i = verb + 1; i < to; i++) {
    if (!/^(?:and|while)$/.test(tokens[i]?.lower ?? '')) continue
    for (let k = i + 1; k < Math.min(to, i + 6); k++) if (WILL.has(tokens[k]?.lower ?? '')) return i
  }
  return to
}

/** The verb of a "will", past adverbs and "in exchange". */
function verbAfter(tokens: readonly Token[], modal: number, to: number): number | undefined {
  let i = modal + 1
  while (i < Math.min(to, modal + 8) && (tokens[i]?.pos === 'ADV' || /^(?:in|exchange|return|,)$/.test(tokens[i]?.lower ?? ''))) i++
  const verb = tokens[i]
  return verb && (verb.pos === 'VERB' || BARE.test(verb.lower)) && !isNegation(tokens[modal + 1]) && !IDLE.has(verb.lemma) ? i : undefined
}

export const examples: readonly Example[] = [
  {
    text: 'Sweden will lift its blockade in exchange for the release of the crew, officials on both sides said.',
    list: 'proposals',
    finds: ['accepted Sweden reciprocity stated «lift its blockade» {BLOCKADE_SANCTIONS 1 «lift its blockade»} {CAPTIVES 1 «the release of the crew»}'],
  },
  { text: 'The deal is new. Sweden will not lift its blockade in exchange for words.', list: 'proposals', finds: [] },
]
