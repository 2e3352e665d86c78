import type { Actor, Example, Position, Sentence, Span } from '#model'
import { placesIn, sentencesWith } from '#text'
import { makePosition, type Found } from '../position.ts'
import { holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { mergeParts, partsOf, trimSpan } from '../topic.ts'
import { clauseStart } from './clause.ts'
import { TAKING, takesObject, type Frame } from './frames.ts'
import { firstActor, subjectOf } from './subject.ts'
import { verbGroup, type VerbGroup } from './verb.ts'

/** The thing wanted before its verb: "a truce demanded by A", "the plan was rejected by A", "the loan that A offered", "a deal was reached". */
export function readFronted(scene: Scene): Found[] {
  return sentencesWith(scene.reading, TAKING).flatMap(sentence => {
    const found: Found[] = []
    for (const i of placesIn(scene.reading, TAKING, sentence)) {
      const frame = takesObject(scene.reading.tokens[i])
      if (frame) found.push(...readVerb(scene, sentence, i, frame))
    }
    return found
  })
}

function readVerb(scene: Scene, sentence: Sentence, at: number, frame: Frame): Found[] {
  const { tokens } = scene.reading
  const group = verbGroup(tokens, at, sentence.from)
  if (group.infinitive || (group.modal !== undefined && group.modal !== 'will' && group.modal !== 'would')) return []
  const told = byAgent(scene, sentence, at, group) ?? byOwner(scene, sentence, at, group) ?? reached(scene, sentence, group, frame)
  if (!told) return []
  const stance = stanceOf(frame, group.negated)
  if (!stance || stance === 'open' || frame.words[0] === 'deserve') return []
  const wanted = { span: told.object, conditionality: 'none-stated' as const }
  return mergeParts(partsOf(scene, told.object))
    .filter(part => !part.vague || (part.named && (frame.commitment === 'agreed' || frame.stance === 'rejects')))
    .flatMap(part =>
      told.actors.map(actor =>
        makePosition(scene, 'talks/en/fronted', { actor, part, stance, commitment: frame.commitment, wanted, frame: told.object, group, row: frame.id }),
      ),
    )
}

function stanceOf(frame: Frame, negated: boolean): Position['stance'] | undefined {
  if (negated) return frame.negated
  return frame.stance === 'pledge' ? 'offers' : frame.stance
}

interface Told {
  readonly object: Span
  readonly actors: readonly Actor[]
}

function holders(scene: Scene, actors: readonly (Actor | undefined)[]): Actor[] {
  return actors.map(actor => holderOf(scene, actor)).filter(actor => actor !== undefined)
}

/** A participle with "by A" right after it: the words before it are the thing. */
function byAgent(scene: Scene, { from, to }: Sentence, at: number, group: VerbGroup): Told | undefined {
  const { tokens } = scene.reading
  if (tokens[at + 1]?.lower !== 'by' || !/(?:ed|en|ght|ut)$/.test(tokens[at]?.lower ?? '')) return undefined
  const actors = holders(scene, [firstActor(scene, at + 2, Math.min(to, at + 7))])
  const object = group.passive ? subjectWords(scene, group.start, from) : phraseBefore(scene, group.start, from)
  return actors.length > 0 && object ? { object, actors } : undefined
}

/** "the loan (that) A offered": the subject stands between the thing and the verb, and nothing follows that the verb could take. */
function byOwner(scene: Scene, { from, to }: Sentence, at: number, group: VerbGroup): Told | undefined {
  const { tokens } = scene.reading
  const next = tokens[at + 1]
  if (
    group.passive ||
    group.participle ||
    (at + 1 < to && next && next.pos !== 'PUNCT' && next.pos !== 'ADP' && next.pos !== 'ADV' && next.pos !== 'CCONJ' && next.pos !== 'AUX')
  )
    return undefined
  if (next?.lower === 'for' || next?.lower === 'on' || next?.lower === 'by') return undefined
  const subject = subjectOf(scene, at, from)
  if (!subject || subject.at <= from) return undefined
  let end = subject.at - 1
  while (end > from && tokens[end]?.pos === 'DET') end--
  const bridge = tokens[end]
  const relative = bridge?.lower === 'that' || bridge?.lower === 'which'
  if (relative) end--
  if (!['NOUN', 'PROPN', 'NUM'].includes(tokens[end]?.pos ?? '')) return undefined
  const object = phraseBefore(scene, end + 1, from)
  const actors = holders(scene, subject.actors)
  return object && actors.length > 0 ? { object, actors } : undefined
}

/** "a deal was reached", said by somebody: they accept what they announce. */
function reached(scene: Scene, { from }: Sentence, group: VerbGroup, frame: Frame): Told | undefined {
  const { tokens } = scene.reading
  const verb = tokens[group.verb]
  // "when the tariff is passed": not yet done.
  if (tokens.slice(Math.max(from, group.start - 8), group.start).some(token => /^(?:when|once|until|before|after|if)$/.test(token.lower))) return undefined
  if (!group.passive || group.modal !== undefined || frame.commitment !== 'agreed' || !verb) return undefined
  const actors = holders(scene, [speakerOf(scene, statementAt(scene, [verb.start, verb.end]))])
  const object = subjectWords(scene, group.start, from)
  return object && actors.length > 0 ? { object, actors } : undefined
}

/** The words of the subject of a passive, from the beginning of its clause. */
function subjectWords(scene: Scene, start: number, from: number): Span | undefined {
  const begin = clauseStart(scene, start, from)
  const last = scene.reading.tokens[start - 1]
  if (begin === undefined || !last || last.end <= begin) return undefined
  const span = trimSpan(scene.reading.report.text, begin, last.end)
  return span[1] > span[0] ? span : undefined
}

const IN_PHRASE = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART', 'SYM'])

/** The noun phrase that ends before a token, with "of" and "for" inside it. */
function phraseBefore(scene: Scene, end: number, from: number): Span | undefined {
  const { tokens, report } = scene.reading
  let i = end
  while (i > from && end - i < 14) {
    const token = tokens[i - 1]
    if (!token) break
    const inside =
      IN_PHRASE.has(token.pos) || /^[-“"‘']$/.test(token.text) || ((token.lower === 'of' || token.lower === 'for' || token.lower === 'on') && i - 1 > from)
    if (!inside) break
    i--
  }
  while (i < end && (tokens[i]?.pos === 'ADP' || tokens[i]?.pos === 'PUNCT' || tokens[i]?.pos === 'PART')) i++
  const [first, last] = [tokens[i], tokens[end - 1]]
  if (!first || !last || i >= end) return undefined
  const span = trimSpan(report.text, first.start, last.end)
  return span[1] > span[0] ? span : undefined
}

export const examples: readonly Example[] = [
  {
    text: 'Norway rejected the ceasefire that Sweden had proposed.',
    list: 'positions',
    finds: ['Sweden proposes CEASEFIRE 1 wish «the ceasefire» ([..2025-05-12])'],
  },
  { text: 'The house was painted by Sweden.', list: 'positions', finds: [] },
]
