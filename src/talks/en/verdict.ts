import type { Example, Position, Sentence, Span, Token } from '#model'
import { markWords, readRows, sentencesWith } from '#text'
import { makePosition, type Found } from '../position.ts'
import { holderOf, type Scene } from '../scene.ts'
import { mergeParts, partsOf, pointedIssue, trimSpan, type Part } from '../topic.ts'
import { subjectOf } from './subject.ts'
import { verbGroup } from './verb.ts'

const VERDICTS = new Map(readRows('verdicts', ['word', 'stance']).map(row => [row.word, row.stance as Position['stance']]))
const CALLS = new Set([
  'call',
  'describe',
  'label',
  'brand',
  'deem',
  'consider',
  'denounce',
  'criticise',
  'criticize',
  'dismiss',
  'condemn',
  'slam',
  'blast',
  'hail',
  'praise',
  'characterise',
  'characterize',
  'make',
  'regard',
  'view',
  'see',
])
const IN_THING = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART', 'PRON', 'ADP', 'ADV', 'PUNCT'])
/** How many words the thing judged may take. */
const THING = 14
/** How many words the verdict may take. */
const VERDICT = 6

const CALLED = markWords({ lemmas: CALLS })

/** "Called the plan a mistake", "described the terms as fair": who judges a thing refuses or accepts it. */
export function readVerdicts(scene: Scene): Found[] {
  const { tokens } = scene.reading
  return sentencesWith(scene.reading, CALLED).flatMap(sentence => {
    const found: Found[] = []
    for (let i = sentence.from; i < sentence.to; i++)
      if (tokens[i]?.pos === 'VERB' && CALLS.has(tokens[i]?.lemma ?? '')) found.push(...readVerdict(scene, sentence, i))
    return found
  })
}

function readVerdict(scene: Scene, { from, to }: Sentence, at: number): Found[] {
  const { tokens, report } = scene.reading
  const group = verbGroup(tokens, at, from)
  const [first, judged] = [tokens[at + 1], judgedAt(scene, at, to)]
  if (!first || !judged || group.passive || group.negated || group.modal !== undefined || first.lower === 'for' || first.lower === 'on') return []
  const actors = (subjectOf(scene, at, from)?.actors ?? []).map(actor => holderOf(scene, actor)).filter(actor => actor !== undefined)
  const thing = trimSpan(report.text, first.start, tokens[judged.end]?.end ?? first.end)
  const whole: Span = [first.start, tokens[judged.at]?.end ?? thing[1]]
  const parts = partsFor(scene, thing, points(tokens, at, judged.at))
  const wanted = { span: thing, conditionality: 'none-stated' as const }
  return parts.slice(0, 1).flatMap(part =>
    actors.map(actor =>
      makePosition(scene, 'talks/en/verdict', {
        actor,
        part: { ...part, span: whole },
        stance: judged.stance,
        commitment: 'wish',
        wanted,
        frame: whole,
        row: tokens[at]?.lemma ?? '',
      }),
    ),
  )
}

/** Whether a verdict may be on something told before: "called it a betrayal", not "saw them as", "called it absurd that". */
function points(tokens: readonly Token[], at: number, judged: number): boolean {
  return (
    /^(?:call|describe|denounce|dismiss|condemn|brand|label|hail|praise|slam|blast)$/.test(tokens[at]?.lemma ?? '') &&
    !/^(?:them|these|those)$/.test(tokens[at + 1]?.lower ?? '') &&
    !tokens.slice(judged + 1, judged + 4).some(token => /^(?:that|to|when|how)$/.test(token.lower))
  )
}

/** What is judged; of words that only point back ("it", "the idea") what they point to. */
function partsFor(scene: Scene, thing: Span, points: boolean): Part[] {
  const parts = mergeParts(partsOf(scene, thing)).filter(part => !part.vague || part.named)
  const issue = points && (parts.length === 0 || parts.every(part => part.hint)) ? pointedIssue(scene, thing) : undefined
  return issue ? [{ issue, span: thing, vague: true, named: true }] : parts
}

/** The word of the verdict, its stance, and the last token of the thing judged: before "as", or before the article or adjective of the verdict. */
function judgedAt(scene: Scene, at: number, to: number): { at: number; end: number; stance: Position['stance'] } | undefined {
  const { tokens } = scene.reading
  for (let i = at + 2; i < Math.min(to, at + THING); i++) {
    const token = tokens[i]
    if (!token || (token.lower !== 'as' && !IN_THING.has(token.pos)) || token.text === ',' || token.text === ';') return undefined
    const opens = token.lower === 'as' || token.lower === 'a' || token.lower === 'an' || VERDICTS.has(token.lower)
    const verdict = opens ? verdictFrom(scene, i, to) : undefined
    if (verdict) return { ...verdict, end: i - 1 }
  }
  return undefined
}

function verdictFrom(scene: Scene, from: number, to: number): { at: number; stance: Position['stance'] } | undefined {
  const { tokens } = scene.reading
  for (let i = from; i < Math.min(to, from + VERDICT); i++) {
    const stance = VERDICTS.get(tokens[i]?.lower ?? '')
    if (stance) return { at: i, stance }
    if (/^[,;.]$/.test(tokens[i]?.text ?? '') || tokens[i]?.pos === 'VERB') return undefined
  }
  return undefined
}

export const examples: readonly Example[] = [
  {
    text: 'Sweden called the blockade of the port a grave mistake.',
    list: 'positions',
    finds: ['Sweden rejects BLOCKADE_SANCTIONS 1 wish «the blockade of the port a grave mistake» ([..2025-05-12])'],
  },
  { text: 'Sweden called the port a good harbour.', list: 'positions', finds: [] },
]
