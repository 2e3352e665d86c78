import { recordId, type Cast, type Edtf, type Figure, type Figures, type Reading, type Sentence, type Statement, type TimeExpression, type Token, type When } from '#model'
import { readSentenceFigures } from './en/index.ts'
import type { Draft } from './en/draft.ts'
import { makeSaidBy, providerOf, type SaidBy } from './said.ts'

/** Reads numbers with definition and provider, and conditions of living. */
export function readFigures(reading: Reading, statements: readonly Statement[], _cast: Cast, times: readonly TimeExpression[]): Figures {
  const saidBy = makeSaidBy(statements)
  const captives = reading.tokens.some(token => token.lemma === 'hostage' || token.lemma === 'captive')
  const isTime = makeIsTime(times)
  const figures: Figure[] = []
  let from = 0
  for (const sentence of reading.sentences) {
    const tokens = reading.tokens.slice(sentence.from, sentence.to)
    while (from < times.length && (times[from]?.span[1] ?? 0) <= sentence.span[0]) from++
    for (const draft of readSentenceFigures({ tokens, text: reading.report.text, captives }, isTime)) {
      figures.push(makeFigure(draft, reading, sentence, saidBy, times, from))
    }
  }
  return { figures, indicators: [] }
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
    if (time.type === 'DATE' && FLOWS.has(draft.class)) return { period: time.when }
  }
  return {}
}
