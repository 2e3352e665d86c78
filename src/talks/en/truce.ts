import { boundsOfWhen, overlaps, type Actor, type Edtf, type Example, type Sentence, type Span, type TimeExpression, type Token, type When } from '#model'
import { boundBy, markWords, sentencesWith, timeFor, tokensIn } from '#text'
import type { TruceClaim } from '../ceasefire.ts'
import { holderOf, speakerOf, statementAt, type Scene } from '../scene.ts'
import { mainIssue } from '../topic.ts'
import { pairAt } from './pair.ts'
import { firstActor, subjectOf } from './subject.ts'
import { verbGroup } from './verb.ts'

const NOUN = new Set(['ceasefire', 'truce', 'armistice', 'cease-fire'])
const TRUCES = markWords({ lemmas: NOUN, words: ['cease'] })
/** Nouns that a truce only describes: "ceasefire talks". */
const DESCRIBED = new Set([
  'talk',
  'negotiation',
  'proposal',
  'plan',
  'effort',
  'line',
  'monitor',
  'violation',
  'call',
  'demand',
  'offer',
  'term',
  'violator',
  'bid',
  'push',
  'mediation',
  'village',
  'monitoring',
])
const DECLARES = new Set([
  'announce',
  'declare',
  'reach',
  'agree',
  'sign',
  'proclaim',
  'broker',
  'order',
  'conclude',
  'negotiate',
  'strike',
  'seal',
  'accept',
  'approve',
  'clinch',
  'establish',
])
const BEGINS = new Set(['begin', 'start', 'commence', 'hold'])
const ENDS = new Set(['end', 'collapse', 'expire', 'terminate', 'lapse', 'unravel', 'crumble'])
const OVER = /\b(?:is|are|was|were|has been|had been)\s+(?:now\s+|officially\s+|effectively\s+)?(?:over|dead|finished|void|ended)\b/i
const EFFECT =
  /\b(?:t(?:a|oo)k(?:e|es|en|ing)?|c(?:a|o)me?s?|coming|went|go(?:es|ing)?|gone|enter(?:s|ed|ing)?|put)\s+(?:into\s+)?(?:effect|force)\b|\b(?:in (?:force|place|effect))\b|\beffective\b/gi
/** Words after which a verb has another subject than the truce. */
const OTHERS = /\b(?:and|but|or|hoped|said|after|before|while)\b|,(?! which| that)/i
const SUPPOSED = new Set(['would', 'could', 'may', 'might', 'should', 'must', 'can'])
const HOPED = new Set([
  'potential',
  'possible',
  'proposed',
  'any',
  'future',
  'no',
  'immediate',
  'unconditional',
  'comprehensive',
  'eventual',
  'prospective',
  'elusive',
])

/** What is told of truces: declared, in effect, over; a truce only wanted or talked of is none. */
export function readTruces(scene: Scene): TruceClaim[] {
  const { reading } = scene
  const telling = new Set(sentencesWith(reading, TRUCES))
  let last: TruceClaim | undefined
  return reading.sentences.flatMap(sentence => {
    if (!last && !telling.has(sentence)) return []
    const found: TruceClaim[] = goesOn(scene, sentence, last)
    last = undefined
    for (let i = sentence.from; i < sentence.to; i++) {
      const width = truceAt(reading.tokens, i)
      if (width === 0) continue
      const claim = readTruce(scene, sentence, i, i + width)
      if (claim) found.push(claim)
      i += width - 1
    }
    last = found.at(-1)
    return found
  })
}

const IT_HOLDS = /^(?:it|this|that)\b[^.;,]{0,50}?\b(?:effect|force|effective|begins?|began|starts?|started|commences?|commenced|holds?|begin|start)\b/i

/** "It takes effect at midnight on Friday" right after a truce was told: when that truce holds from. */
function goesOn(scene: Scene, { span }: Sentence, last: TruceClaim | undefined): TruceClaim[] {
  const told = last && !last.effective && !last.ended ? IT_HOLDS.exec(scene.reading.report.text.slice(span[0], Math.min(span[1], span[0] + 90))) : null
  if (!last || !told) return []
  const here: Span = [span[0] + told[0].length - 1, span[0] + told[0].length]
  const when = datedBy(scene, here)?.when
  return when ? [{ span: last.span, article: 'definite', parties: [], effective: when }] : []
}

/** How many tokens at an index are the noun: "ceasefire" one, "cease-fire" three; 0 for none or where it only describes another noun. */
function truceAt(tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  const split = token?.lower === 'cease' && (tokens[at + 1]?.text === '-' ? tokens[at + 2]?.lower === 'fire' : tokens[at + 1]?.lower === 'fire')
  const width = split ? (tokens[at + 1]?.text === '-' ? 3 : 2) : token && NOUN.has(token.lemma) ? 1 : 0
  return width > 0 && DESCRIBED.has(tokens[at + width]?.lemma ?? '') ? 0 : width
}

interface Phrase {
  readonly start: number
  readonly article: TruceClaim['article']
  readonly hoped: boolean
}

/** The noun phrase of a truce: where it begins, its article, whether it is only hoped for. */
function phraseAt(tokens: readonly Token[], at: number, from: number): Phrase {
  let start = at
  let hoped = false
  while (
    start > from &&
    (['ADJ', 'NOUN', 'NUM', 'PROPN', 'VERB'].includes(tokens[start - 1]?.pos ?? '') || /^["“”‘’-]$/.test(tokens[start - 1]?.text ?? '')) &&
    at - start < 8
  ) {
    const before = tokens[start - 1]
    if (before?.pos === 'VERB' && before.lower !== 'proposed' && before.lower !== 'lasting') break
    hoped ||= HOPED.has(before?.lower ?? '')
    start--
  }
  const article = tokens[start - 1]?.lower ?? ''
  hoped ||= HOPED.has(article)
  return {
    start,
    hoped,
    article: ['the', 'this', 'that', 'its', 'their'].includes(article) ? 'definite' : ['a', 'an', 'another'].includes(article) ? 'indefinite' : 'bare',
  }
}

function readTruce(scene: Scene, sentence: Sentence, at: number, after: number): TruceClaim | undefined {
  const { tokens } = scene.reading
  const phrase = phraseAt(tokens, at, sentence.from)
  const first = tokens[phrase.article === 'bare' ? phrase.start : Math.max(sentence.from, phrase.start - 1)]
  const last = tokens[after - 1]
  if (!first || !last || phrase.hoped || isFigurative(tokens, phrase.start, after, sentence.to) || mainIssue(scene) === 'TRADE') return undefined
  const span: Span = [first.start, last.end]
  const told = { ...declared(scene, sentence, at, after, phrase), ...effective(scene, sentence, span), ...ended(scene, sentence, at, after, span) }
  const length = lengthOf(scene, span, tokens[phrase.start]?.start ?? span[0])
  const aged = agedFrom(scene, span)
  const since = aged ?? (told.declared && isSince(tokens, sentence, at) ? told.declared : undefined)
  const holding = told.effective ?? since ?? namedBy(scene, span)
  if (holding) told.effective = holding
  if (!told.declared && !told.effective && !told.ended) return undefined
  const { declared: announced, effective: holds, ended: over, endedBy, parties, declarers } = told
  return {
    span,
    article: phrase.article,
    parties: parties ?? [...new Set([...(endedBy ? [endedBy] : []), ...partiesNear(scene, sentence, after)])],
    ...(announced && { declared: announced, declarers: declarers ?? [] }),
    ...(holds && { effective: holds }),
    ...(over && { ended: endFrom(holds, over, length) }),
    ...(endedBy && { endedBy }),
    ...(length && { duration: length.value }),
  }
}

/** "a truce in the trade war" halts no fighting. */
function isFigurative(tokens: readonly Token[], start: number, after: number, to: number): boolean {
  return tokens.slice(start, Math.min(to, after + 9)).some(token => ['trade', 'tariff', 'price', 'political', 'partisan', 'tax'].includes(token.lemma))
}

type Told = { parties?: readonly Actor[]; declarers?: readonly Actor[]; declared?: When; effective?: When; ended?: When | 'after'; endedBy?: Actor }

/** A verb of declaring with the truce as its object or, in the passive, its subject. */
function declared(scene: Scene, sentence: Sentence, at: number, after: number, phrase: Phrase): Told {
  const { tokens } = scene.reading
  for (const i of [...range(at - 1, Math.max(sentence.from, at - 9)), ...range(after, Math.min(sentence.to, after + 8))]) {
    const token = tokens[i]
    if (!token || token.text === ';' || token.text === '.') continue
    if (!DECLARES.has(token.lemma) || token.pos === 'NOUN' || (token.pos === 'ADJ' && i < at)) continue
    const group = verbGroup(tokens, i, sentence.from)
    if (group.infinitive || group.participle || group.negated || (group.modal !== undefined && SUPPOSED.has(group.modal))) continue
    if (i < at && (group.passive || ['with', 'in', 'by'].includes(tokens[i + 1]?.lower ?? ''))) continue
    if (i > at && !group.passive && token.lower !== 'signed' && token.lower !== 'reached' && token.lower !== 'brokered') continue
    if (i < at && phrase.start - i > 6) continue
    const span: Span = [token.start, token.end]
    const holders = group.passive || i > at ? [] : (subjectOf(scene, i, sentence.from)?.actors ?? [])
    const speaker = holderOf(scene, speakerOf(scene, statementAt(scene, span)))
    const when = datedBy(scene, span)?.when ?? boundBy(scene.reading.report, statementAt(scene, span)?.uttered, 'before')
    const parties =
      holders.length > 0 ? [...holders, ...withWhom(scene, after, sentence.to)] : [...withWhom(scene, after, sentence.to), ...(speaker ? [speaker] : [])]
    const declarers = holders.length > 0 ? holders : speaker ? [speaker] : []
    return { ...(when && { declared: when }), declarers, ...(parties.length > 0 && { parties: [...new Set(parties)] }) }
  }
  return {}
}

function range(from: number, to: number): number[] {
  const step = from <= to ? 1 : -1
  return Array.from({ length: Math.abs(to - from) + (step < 0 ? 1 : 0) }, (_, k) => from + k * step)
}

/** "with Norway", "between A and B" after the truce. */
function withWhom(scene: Scene, after: number, to: number): Actor[] {
  const { tokens } = scene.reading
  for (let i = after; i < Math.min(to, after + 6); i++) {
    const lower = tokens[i]?.lower
    if (lower === 'with') {
      const actor = firstActor(scene, i + 1, Math.min(to, i + 5))
      return actor && actor.kind !== 'place' ? [actor] : []
    }
    if (lower === 'between') return between(scene, i + 1, to)
  }
  return []
}

function between(scene: Scene, from: number, to: number): Actor[] {
  const found: Actor[] = []
  for (let i = from; i < Math.min(to, from + 14) && found.length < 2; i++) {
    const actor = firstActor(scene, i, i + 1)
    if (actor && !found.includes(actor)) found.push(actor)
    if (/^[,.;]$/.test(scene.reading.tokens[i]?.text ?? '')) break
  }
  return found
}

function partiesNear(scene: Scene, sentence: Sentence, after: number): readonly Actor[] {
  const named = withWhom(scene, after, sentence.to)
  const token = scene.reading.tokens[after - 1]
  return named.length > 0 ? named : token ? pairAt(scene, token, sentence.span) : []
}

/** "took effect on", "in force since", "is set to begin on": when a truce holds from. */
function effective(scene: Scene, sentence: Sentence, span: Span): Told {
  const { text } = scene.reading.report
  const words = text.slice(span[1], Math.min(sentence.span[1], span[1] + 160))
  for (const match of words.matchAll(EFFECT)) {
    const here: Span = [span[1] + match.index, span[1] + match.index + match[0].length]
    const when = datedBy(scene, here)?.when
    if (when) return { effective: when }
  }
  const begins = tokensIn(scene.reading, [span[1], Math.min(sentence.span[1], span[1] + 60)]).find(
    token => BEGINS.has(token.lemma) && token.pos === 'VERB' && !OTHERS.test(text.slice(span[1], token.start)),
  )
  const when = begins && datedBy(scene, [begins.start, begins.end])?.when
  if (when) return { effective: when }
  const inTruce = /\b(?:ended|halted|stopped|paused|concluded)\s+(?:in|with|by)\s+(?:an?|the)\s+$/i.test(
    text.slice(Math.max(sentence.span[0], span[0] - 24), span[0] + (/^an? |^the /i.exec(text.slice(span[0], span[1]))?.[0].length ?? 0)),
  )
  const last = inTruce ? timeFor(scene.reading, scene.times, { span })?.when : undefined
  return last ? { effective: lastYear(last) } : {}
}

/** The end of a stretch of time, as coarse as it was told. */
function lastYear(when: When): When {
  return when.end !== undefined && when.end !== '..' ? { start: when.end } : when
}

/** The date of a verb: one right after it before any other of its sentence. */
function datedBy(scene: Scene, span: Span): TimeExpression | undefined {
  const next = timesNear(scene, span[1], span[1] + 24).find(one => one.span[0] >= span[1] && one.type !== 'DURATION' && one.when)
  if (next) return next
  const time = timeFor(scene.reading, scene.times, { span })
  return time?.type === 'DURATION' ? undefined : time
}

/** "collapsed", "ended", "is over": only where the truce itself is told to be over, or somebody to have ended it. */
function ended(scene: Scene, sentence: Sentence, at: number, after: number, span: Span): Told {
  const { tokens, report } = scene.reading
  const over = OVER.test(report.text.slice(span[1], Math.min(sentence.span[1], span[1] + 50)))
  for (const i of [...range(after, Math.min(sentence.to, after + 15)), ...range(at - 1, Math.max(sentence.from, at - 8))]) {
    const token = tokens[i]
    if (!token || !ENDS.has(token.lemma) || token.pos === 'NOUN' || (i > at && tokens.slice(after, i).some(one => one.text === ','))) continue
    const group = verbGroup(tokens, i, sentence.from)
    if (group.negated || group.infinitive || group.modal !== undefined) continue
    if (i > at && token.lemma === 'end' && ['DET', 'NOUN', 'PROPN', 'ADJ', 'PRON'].includes(tokens[i + 1]?.pos ?? '')) continue
    if (i < at && (token.lemma !== 'end' || ['in', 'with', 'by'].includes(tokens[i + 1]?.lower ?? ''))) continue
    const by = i < at ? subjectOf(scene, i, sentence.from)?.actors[0] : undefined
    const time = datedBy(scene, [token.start, token.end])
    return { ended: time && !overlaps(time.span, span) && time.when ? time.when : 'after', ...(by && { endedBy: by }) }
  }
  return over ? { ended: datedBy(scene, span)?.when ?? 'after' } : {}
}

/** "since the truce was signed on …": it holds from that day. */
function isSince(tokens: readonly Token[], sentence: Sentence, at: number): boolean {
  return tokens.slice(Math.max(sentence.from, at - 4), at).some(token => token.lower === 'since')
}

/** A length told with the truce: "a ten-day truce", "collapsed after ten days". */
function lengthOf(scene: Scene, span: Span, start: number): { value: string } | undefined {
  const { text } = scene.reading.report
  const word = /\b(permanent|lasting|indefinite|open-ended)\b/i.exec(text.slice(start, span[1]))?.[1]
  const near: Span = [Math.min(start, span[0]), span[1]]
  const time = timesNear(scene, near[0], span[1] + 90).find(
    one =>
      one.type === 'DURATION' &&
      (overlaps(one.span, near) ||
        (/^(?:[^.;,]*\b(?:collapsed|ended|lasted|expired|held|broke down|unravelled|unraveled)\b[^.;,]*\b(?:after|for|only|just)?|\s*(?:of|for|lasting))\s*$/i.test(
          text.slice(span[1], one.span[0]),
        ) &&
          one.span[0] >= span[1] &&
          one.span[0] < span[1] + 90)),
  )
  const value = time?.value ?? word?.toLowerCase()
  return value === undefined ? undefined : { value }
}

/** "a June truce": it is named by when it held. */
function namedBy(scene: Scene, span: Span): When | undefined {
  return timesNear(scene, span[0], span[1]).find(time => time.type === 'DATE' && time.when && overlaps(time.span, span))?.when
}

/** The times that stand between two offsets. */
function timesNear(scene: Scene, start: number, end: number): TimeExpression[] {
  const { times } = scene
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle]?.span[1] ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const found: TimeExpression[] = []
  for (let i = low; i < times.length && (times[i]?.span[0] ?? end) < end; i++) {
    const time = times[i]
    if (time) found.push(time)
  }
  return found
}

const AGED = /\b(\d{1,3})[- ](day|week)s?[- ]old\b/i

/** "a ten-day-old truce": it holds since that many days before publication. */
function agedFrom(scene: Scene, span: Span): When | undefined {
  const { report } = scene.reading
  const match = AGED.exec(report.text.slice(span[0], span[1]))
  if (!match || !report.published) return undefined
  const days = Number(match[1]) * (match[2]?.toLowerCase() === 'week' ? 7 : 1)
  return { start: shift(report.published.slice(0, 10), -days) as Edtf }
}

/** A day so many days later or earlier. */
function shift(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? day : new Date(at + days * 86_400_000).toISOString().slice(0, 10)
}

const DAYS: Readonly<Record<string, number>> = { D: 1, W: 7 }

/** The day a truce was over: as dated, else so long after it took effect as is told. */
function endFrom(start: When | undefined, ended: When | 'after', length: { value: string } | undefined): When {
  if (ended !== 'after') return ended
  const match = /^P(\d+)([DW])$/.exec(length?.value ?? '')
  const { first, last } = start ? boundsOfWhen(start) : { first: null, last: null }
  if (!match || !first || !last) return {}
  const days = Number(match[1]) * (DAYS[match[2] ?? 'D'] ?? 1)
  const [from, to] = [shift(first, days), shift(last, days)]
  return { start: (from === to ? from : `[${from}..${to}]`) as Edtf }
}

export const examples: readonly Example[] = [
  {
    text: 'Sweden announced a ceasefire with Norway on Monday.',
    list: 'ceasefires',
    finds: ['Sweden + Norway declared(2025-05-12) effective ended «a ceasefire»'],
  },
  {
    text: 'A ten-day ceasefire between Sweden and Norway took effect on 1 May and collapsed on Friday.',
    list: 'ceasefires',
    finds: ['Sweden + Norway declared effective(2025-05-01) ended(2025-05-09) P10D «A ten-day ceasefire»'],
  },
  {
    text: 'Sweden and Norway agreed a ceasefire on Monday. It takes effect on Friday.',
    list: 'ceasefires',
    finds: ['Sweden + Norway declared(2025-05-12) effective(2025-05-16) ended «a ceasefire»'],
  },
  { text: 'Both sides want to reach a ceasefire.', list: 'ceasefires', finds: [] },
]
