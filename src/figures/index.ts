import {
  overlaps,
  recordId,
  type Cast,
  type Edtf,
  type Figure,
  type Figures,
  type Indicator,
  type Mention,
  type Reading,
  type Sentence,
  type Span,
  type Statement,
  type TimeExpression,
  type Token,
  type When,
} from '#model'
import { currencyOf } from './en/amount.ts'
import { readSentenceFigures } from './en/index.ts'
import type { ConditionDraft } from './en/condition.ts'
import { readHardships } from './en/hardship.ts'
import type { Draft } from './en/draft.ts'
import { makeSaidBy, providerOf, type SaidBy } from '#text'

/** Reads numbers with definition and provider, and conditions of living. */
export function readFigures(reading: Reading, statements: readonly Statement[], cast: Cast, times: readonly TimeExpression[]): Figures {
  const saidBy = makeSaidBy(statements)
  const captives = reading.tokens.some(token => token.lemma === 'hostage' || token.lemma === 'captive')
  const currency = currencyOf(reading.tokens)
  const scales = new Map<number, number>()
  const isTime = makeIsTime(times)
  const placeIn = makePlaceIn(cast, reading.report.text)
  const figures: Figure[] = []
  const indicators: Indicator[] = []
  let from = 0
  for (const sentence of reading.sentences) {
    const tokens = reading.tokens.slice(sentence.from, sentence.to)
    while (from < times.length && (times[from]?.span[1] ?? 0) <= sentence.span[0]) from++
    const view = { tokens, text: reading.report.text, captives, scales, ...(currency && { currency }) }
    for (const draft of readSentenceFigures(view, isTime)) figures.push(makeFigure(draft, reading, sentence, saidBy, times, from))
    for (const draft of readHardships(view)) indicators.push(makeIndicator(draft, reading, saidBy, placeIn(sentence.span, draft.span)))
  }
  return { figures, indicators }
}

/** Whether a token lies inside a time expression; tokens are asked in reading order by sentence. */
function makeIsTime(times: readonly TimeExpression[]): (token: Token) => boolean {
  return token => {
    let low = 0
    let high = times.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((times[middle]?.span[1] ?? 0) <= token.start) low = middle + 1
      else high = middle
    }
    const time = times[low]
    return time !== undefined && time.span[0] <= token.start
  }
}

function makeFigure(draft: Draft, { report }: Reading, sentence: Sentence, saidBy: SaidBy, times: readonly TimeExpression[], from: number): Figure {
  const statement = saidBy(draft.span)
  const provider = providerOf(statement)
  return {
    id: recordId('figure', report.id, draft.span, draft.class),
    span: draft.span,
    rule: draft.rule,
    said: statement?.id ?? null,
    class: draft.class,
    low: draft.low,
    high: draft.high,
    bound: draft.bound,
    unit: draft.unit,
    ...(draft.of && { of: draft.of }),
    ...(draft.population && { population: draft.population }),
    ...datesOf(draft, report.text, sentence, times, from),
    ...(provider && { provider }),
    ...(draft.lumps && { lumps: [...draft.lumps] }),
  }
}

const FLOWS = new Set(['killed', 'wounded', 'casualties', 'released', 'displaced', 'returned', 'violations', 'strikes', 'detained'])

/** The period of a count that adds up over time, and the day as of which a standing number holds, from the times of its sentence. */
function datesOf(draft: Draft, text: string, sentence: Sentence, times: readonly TimeExpression[], from: number): { period?: When; asOf?: Edtf } {
  for (let i = from; i < times.length; i++) {
    const time = times[i]
    if (!time || time.span[0] >= sentence.span[1]) break
    if (!time.when?.start || time.type === 'SET') continue
    const before = text.slice(Math.max(0, time.span[0] - 9), time.span[0]).toLowerCase()
    if (/\bsince $/.test(before)) return { period: { start: time.when.start, end: '..' } }
    if (/\bas of $/.test(before)) return { asOf: time.when.start }
    const near = time.span[0] - draft.span[1]
    if (draft.rule === 'figures/en/level' && near > 0 && near < 6) return { asOf: time.when.start }
    if (time.type === 'DATE' && FLOWS.has(draft.class)) return { period: time.when }
  }
  return {}
}

/** Finds the place or state mentioned nearest to a condition in its sentence; a dateline says only where the report was written. */
function makePlaceIn(cast: Cast, text: string): (sentence: Span, span: Span) => string | undefined {
  const places = new Set(cast.actors.filter(actor => actor.kind === 'place' || actor.kind === 'state').map(actor => actor.id as string))
  const mentions: Mention[] = cast.mentions.filter(mention => mention.actor && places.has(mention.actor))
  let from = 0
  return (sentence, span) => {
    while (from < mentions.length && (mentions[from]?.span[1] ?? 0) <= sentence[0]) from++
    let best: Mention | undefined
    for (let at = from; at < mentions.length; at++) {
      const mention = mentions[at]
      if (!mention || !overlaps(mention.span, sentence)) break
      if (mention.span[0] === sentence[0] && DATELINE.test(text.slice(mention.span[1], mention.span[1] + 4))) continue
      if (!best || gapOf(mention.span, span) < gapOf(best.span, span)) best = mention
    }
    return best?.actor
  }
}

const DATELINE = /^,? ?(?:\(|[-–—]{1,2} )/

/** How many letters lie between two spans. */
function gapOf(a: Span, b: Span): number {
  return Math.max(0, a[0] - b[1], b[0] - a[1])
}

function makeIndicator(draft: ConditionDraft, { report }: Reading, saidBy: SaidBy, place: string | undefined): Indicator {
  const statement = saidBy(draft.span)
  const provider = providerOf(statement)
  return {
    id: recordId('indicator', report.id, draft.span, draft.what),
    span: draft.span,
    rule: draft.rule ?? 'figures/en/condition',
    said: statement?.id ?? null,
    what: draft.what,
    ...(place && { place }),
    state: draft.state,
    trend: draft.trend,
    ...(provider && { provider }),
  }
}
