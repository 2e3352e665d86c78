import { boundsOfWhen, contains, recordId, type Attribution, type Known, type Reading, type Sentence, type Span, type TimeExpression } from '#model'
import { sentenceAt, stepsBetween } from '#text'
import { civilOf, parseDay, type Day } from './calendar.ts'
import { monthOf } from './en/words.ts'
import { tenseOf } from './en/tense.ts'
import { withEnds } from './en/ends.ts'
import type { Basis, Period, Scene, Sense, Told } from './pattern.ts'
import { periodIn, placePeriods } from './period.ts'
import { policiesOf, type Policies } from './policy.ts'
import type { Hit } from './scan.ts'

const AROUND = 40
/** How many times ahead one may look for what another counts from. */
const AHEAD = 4
/** How far from its cue a date may stand that dates a saying: in steps, and in characters where to look. */
const NEAR = 12
const REACH = 160

/** Hits made time records: each read in its scene, in reading order; dates of sayings before what was said. `day`: that of publication, where it is known. */
export function resolve(
  reading: Reading,
  hits: readonly Hit[],
  attributions: readonly Attribution[],
  known: Pick<Known, 'policies' | 'periods'>,
  day: Day | undefined,
): TimeExpression[] {
  return new Resolver(reading, hits, attributions, policiesOf(known), placePeriods(known.periods), day).run()
}

class Resolver {
  private readonly done: (TimeExpression | null | undefined)[]
  private readonly owners: (Attribution | undefined)[]
  private readonly document: Basis
  private readonly reading: Reading
  private readonly hits: readonly Hit[]
  private readonly policies: Policies
  private readonly attributions: readonly Attribution[]
  private readonly places: ReadonlyMap<string, number>
  private readonly byId: ReadonlyMap<string, Attribution>
  private readonly bases = new Map<string, Basis>()
  private depth = 0
  private readonly history: boolean
  private readonly periodIn: Scene['periodIn']

  constructor(
    reading: Reading,
    hits: readonly Hit[],
    attributions: readonly Attribution[],
    policies: Policies,
    periods: readonly Period[],
    day: Day | undefined,
  ) {
    this.periodIn = words => (periods.length === 0 ? undefined : periodIn(periods, words))
    this.reading = reading
    this.hits = hits
    this.policies = policies
    this.attributions = attributions
    this.done = hits.map(() => undefined)
    this.owners = ownersOf(hits, attributions)
    this.places = new Map(attributions.map((one, place) => [one.id, place]))
    this.byId = new Map(attributions.map(one => [one.id, one]))
    this.history = tellsHistory(hits, day)
    this.document = { anchor: 'document', exact: true, ...(day !== undefined && { day }) }
  }

  run(): TimeExpression[] {
    this.hits.forEach((_, index) => this.resolveAt(index))
    return this.done.filter(time => time !== null && time !== undefined)
  }

  private resolveAt(index: number): TimeExpression | null {
    const ready = this.done[index]
    if (ready !== undefined) return ready
    const hit = this.hits[index] as Hit
    const { span, pattern, words } = hit
    const basis = this.basisFor(this.owners[index])
    const scene = this.sceneFor(hit, index, basis)
    const read = pattern.read(words, scene)
    const sense = read && withinReach(withEnds(read, scene))
    const time = sense ? { id: recordId('time', this.reading.report.id, span), span, rule: pattern.rule, ...sense, anchor: sense.anchor ?? basis.anchor } : null
    this.done[index] = time
    return time
  }

  /** A time that stands further on, looked at before its turn: a few steps at most, however long the chain of times is. */
  private lookAt(index: number): TimeExpression | null {
    if (this.depth >= AHEAD) return null
    this.depth++
    const time = this.resolveAt(index)
    this.depth--
    return time
  }

  private basisFor(owner: Attribution | undefined): Basis {
    if (!owner) return this.document
    const ready = this.bases.get(owner.id)
    if (ready) return ready
    const outer = this.basisFor(owner.within === undefined ? undefined : this.byId.get(owner.within))
    const { day } = outer
    const undated: Basis = { anchor: 'utterance', exact: outer.anchor === 'utterance' && outer.exact, ...(day !== undefined && { day }) }
    // Set first, so that a date that hangs on this very saying finds an end.
    this.bases.set(owner.id, undated)
    const said = this.dayOfSaying(owner) ?? this.dayBefore(owner)
    const basis: Basis = said === undefined ? undated : { anchor: 'utterance', exact: true, day: said }
    this.bases.set(owner.id, basis)
    return basis
  }

  /** The day of what the same source said just before: a quotation that goes on over sentences has one day. */
  private dayBefore(owner: Attribution): number | undefined {
    const at = this.places.get(owner.id) ?? 0
    const words = this.wordsOf(owner.source)
    for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
      const other = this.attributions[i]
      if (!other || other.within !== owner.within || owner.content[0][0] - (other.content.at(-1)?.[1] ?? 0) > 700) continue
      if (words !== undefined && !/^(?:he|she|it|they)$/i.test(words) && words !== this.wordsOf(other.source)) continue
      const day = this.dayOfSaying(other)
      if (day !== undefined) return day
    }
    return undefined
  }

  private wordsOf(span: Span | undefined): string | undefined {
    return span && this.reading.report.text.slice(span[0], span[1])
  }

  /** The day that the saying's own sentence gives it: the date nearest to the cue, outside what is said. */
  private dayOfSaying(owner: Attribution): number | undefined {
    const cue = owner.cue ?? owner.source
    const sentence = cue && sentenceAt(this.reading, cue[0])
    if (!cue || !sentence) return undefined
    let best: { gap: number; day: number } | undefined
    // What is said may stand between: 'issued the statement "…" on 13 October'.
    const said = owner.content.filter(part => part[0] >= cue[1] && part[1] <= sentence.span[1]).reduce((sum, part) => sum + part[1] - part[0], 0)
    for (const index of this.hitsIn([Math.max(sentence.span[0], cue[0] - REACH), Math.min(sentence.span[1], cue[1] + REACH + said)])) {
      const hit = this.hits[index]
      if (!hit || owner.content.some(part => contains(part, hit.span)) || this.owners[index]?.id !== owner.within) continue
      const between: Span = hit.span[0] >= cue[1] ? [cue[1], hit.span[0]] : [hit.span[1], cue[0]]
      const inside = owner.content.filter(part => part[0] >= between[0] && part[1] <= between[1])
      const [start, end] = [inside[0]?.[0] ?? between[1], inside.at(-1)?.[1] ?? between[1]]
      const gap = stepsBetween(this.reading, [between[0], start]) + stepsBetween(this.reading, [end, between[1]])
      if (between[0] > between[1] || gap > NEAR || (best && best.gap <= gap)) continue
      const time = this.resolveAt(index)
      const day = time && time.type !== 'DURATION' && time.type !== 'SET' && time.when?.end === undefined ? parseDay(time.when?.start) : undefined
      // Nothing that is reported was said after the report.
      if (day !== undefined && day <= (this.document.day ?? day)) best = { gap, day }
    }
    return best?.day
  }

  private *hitsIn([from, to]: Span): Generator<number> {
    let [low, high] = [0, this.hits.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.hits[middle]?.span[1] ?? 0) <= from) low = middle + 1
      else high = middle
    }
    for (let i = low; i < this.hits.length && (this.hits[i]?.span[0] ?? 0) < to; i++) yield i
  }

  private sceneFor(hit: Hit, index: number, basis: Basis): Scene {
    const { span, mod, words } = hit
    const { text } = this.reading.report
    const sentence = sentenceAt(this.reading, span[0])
    const from = Math.max(sentence?.span[0] ?? 0, span[0] - AROUND)
    const told = this.toldBefore(index)
    const named = words['year'] === undefined ? this.yearNear(index, sentence) : undefined
    return {
      basis,
      span,
      history: this.history,
      toldDay: () => this.toldBefore(index, 'day'),
      beside: () => this.besideAt(index, sentence),
      from: () => this.fromAt(index),
      quarter: () => this.quarterBefore(index),
      policies: this.policies,
      publisher: this.reading.report.publisher,
      periodIn: this.periodIn,
      tense: sentence ? tenseOf(this.reading, sentence, span) : {},
      words: text.slice(span[0], span[1]),
      lead: text.slice(Math.min(from, span[0]), span[0]).toLowerCase(),
      trail: text.slice(span[1], span[1] + AROUND).toLowerCase(),
      ...(mod && { mod }),
      ...(told && { told }),
      ...(named && { named }),
    }
  }

  /** The year that the text names for a date without one: in what follows in its sentence ("from 3 May to 5 June 2024"), else in what came before. */
  private yearNear(index: number, sentence: Sentence | undefined): Scene['named'] {
    const hit = this.hits[index]
    const next = this.hits[index + 1]
    if (
      hit &&
      next &&
      sentence &&
      next.words['month'] &&
      next.words['year'] &&
      next.span[1] <= sentence.span[1] &&
      JOINED.test(this.reading.report.text.slice(hit.span[1], next.span[0]))
    ) {
      return {
        year: Number(next.words['year']),
        month: monthOf(next.words['month']),
        id: recordId('time', this.reading.report.id, next.span),
        near: true,
        follows: false,
      }
    }
    if (
      hit &&
      next &&
      sentence &&
      next.words['month'] &&
      hit.words['month'] &&
      next.span[1] <= sentence.span[1] &&
      JOINED.test(this.reading.report.text.slice(hit.span[1], next.span[0]))
    ) {
      const [, year, month] = YEAR_VALUE.exec(this.lookAt(index + 1)?.value ?? '') ?? []
      if (year && month)
        return { year: Number(year), month: Number(month), id: recordId('time', this.reading.report.id, next.span), near: true, follows: false }
    }
    for (let i = index - 1; i >= Math.max(0, index - 30); i--) {
      const time = this.done[i]
      const before = this.hits[i]
      if (
        !time ||
        !before ||
        !YEAR_VALUE.test(time.value) ||
        time.type === 'DURATION' ||
        (time.known !== 'stated' && time.policy !== 'year-named' && !(this.history && time.policy === 'on-from'))
      )
        continue
      const [, year = '', month] = YEAR_VALUE.exec(time.value) ?? []
      return {
        year: Number(year),
        ...(month && { month: Number(month) }),
        id: time.id,
        near: index - i <= 2 && this.isNear(before, index, Number(year)),
        follows: true,
      }
    }
    return undefined
  }

  /** In news a named year holds for what follows only in its own paragraph, and only where it is a past one with a month. */
  private isNear(before: Hit, index: number, year: number): boolean {
    const { day } = this.document
    const hit = this.hits[index]
    const from = before.span[1]
    if (day === undefined || !hit || !before.words['month']) return false
    return year < civilOf(day).year && hit.span[0] - from < 400 && !this.reading.report.text.slice(from, hit.span[0]).includes('\n')
  }

  private besideAt(index: number, sentence: Sentence | undefined): Told | undefined {
    const span = this.hits[index]?.span
    let best: { gap: number; index: number } | undefined
    for (const i of [index - 2, index - 1, index + 1, index + 2]) {
      const hit = this.hits[i]
      if (!hit || !span || !sentence || !contains(sentence.span, hit.span) || !DAYS.test(hit.pattern.rule)) continue
      const gap = hit.span[0] >= span[1] ? hit.span[0] - span[1] : span[0] - hit.span[1] + 20
      if (gap < 80 && (!best || gap < best.gap)) best = { gap, index: i }
    }
    const time = best && this.lookAt(best.index)
    const told = time ? toldOf(time) : undefined
    return told?.grain === 'day' ? told : undefined
  }

  private fromAt(index: number): ReturnType<Scene['from']> {
    const [hit, next] = [this.hits[index], this.hits[index + 1]]
    const way = hit && next ? COUNTED_FROM.exec(this.reading.report.text.slice(hit.span[1], Math.min(next.span[0], hit.span[1] + AROUND))) : undefined
    const time = way ? this.lookAt(index + 1) : null
    const told = time ? toldOf(time) : undefined
    return told?.grain === 'day' ? { told, sign: way?.[1] === 'before' ? -1 : 1, ...(way?.[1] === undefined && { begins: true as const }) } : undefined
  }

  private quarterBefore(index: number): Told | undefined {
    for (let i = index - 1; i >= Math.max(0, index - 12); i--) {
      const time = this.done[i]
      if (time && /-Q\d$/.test(time.value) && !COMPARED.test(this.wordsOf(time.span) ?? '')) return toldOf(time)
    }
    return undefined
  }

  private toldBefore(index: number, grain?: Told['grain']): Told | undefined {
    for (let i = index - 1; i >= Math.max(0, index - 6); i--) {
      const time = this.done[i]
      const told = time && toldOf(time)
      if (told && (grain === undefined || told.grain === grain)) return told
    }
    return undefined
  }
}

/** Words of a time that something else is compared with. */
const COMPARED = /\b(?:ago|earlier)\b/i
const DAYS = /(?:weekday|date|today|clock|part)$/
/** What a length counts from: "two weeks before Christmas"; "for three days starting on Monday" begins there. */
const COUNTED_FROM =
  /^(?: (before|after|from|following)|,? (?:starting|beginning|commencing)(?: from| on| at)?|, from|(?: [\p{L}-]+){1,3}? (?:began|started|took effect|came into force)(?: on| at)?) (?:the )?$/u
const JOINED = /^(?:,? (?:and|to|until|till|through|or)(?: (?:from|until|in|early|late|mid))? | ?[-–] ?| \([^()]{0,40}\),? )(?:the )?$/
const YEAR_VALUE = /^(\d{4})(?:-(\d{2}))?/

/** A length that leads beyond the years of four digits stands for no day: "1066 centuries ago". */
function withinReach(sense: Sense): Sense {
  const { when, ...rest } = sense
  return when && /\d{5}/.test(`${when.start ?? ''} ${when.end ?? ''}`) ? { ...rest, known: 'vague', policy: 'impossible' } : sense
}

/** Whether a text tells history: many years of its own named, few words that count from its publication. */
function tellsHistory(hits: readonly Hit[], day: number | undefined): boolean {
  if (day === undefined) return true
  const { year } = civilOf(day)
  let [past, near] = [0, 0]
  for (const { pattern, words } of hits) {
    if (words['year'] !== undefined) {
      if (Number(words['year']) < year - 1) past++
      else near++
    } else if (/(?:today|weekday|unit)$/.test(pattern.rule)) near++
  }
  return past >= 6 && past > 2 * near
}

function toldOf(time: TimeExpression): Told | undefined {
  if ((time.type !== 'DATE' && time.type !== 'TIME') || !time.when || /REF$/.test(time.value)) return undefined
  const bounds = boundsOfWhen(time.when)
  const [first, last] = [parseDay(bounds.first ?? undefined), parseDay(bounds.last ?? bounds.first ?? undefined)]
  if (first === undefined || last === undefined) return undefined
  const length = last - first
  const grain = length < 1 ? 'day' : length < 8 ? 'week' : length < 32 ? 'month' : length < 93 ? 'quarter' : 'year'
  return { id: time.id, first, last, span: time.span, grain, value: time.value, rule: time.rule }
}

/** The innermost attribution whose content holds each hit. */
function ownersOf(hits: readonly Hit[], attributions: readonly Attribution[]): (Attribution | undefined)[] {
  const owners: (Attribution | undefined)[] = hits.map(() => undefined)
  const sizes: number[] = hits.map(() => Infinity)
  for (const attribution of attributions) {
    for (const part of attribution.content) {
      for (let i = firstFrom(hits, part); i < hits.length && (hits[i]?.span[0] ?? 0) < part[1]; i++) {
        const size = part[1] - part[0]
        if (!contains(part, hits[i]?.span ?? part) || size >= (sizes[i] ?? 0)) continue
        owners[i] = attribution
        sizes[i] = size
      }
    }
  }
  return owners
}

function firstFrom(hits: readonly Hit[], part: Span): number {
  let [low, high] = [0, hits.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle]?.span[0] ?? 0) < part[0]) low = middle + 1
    else high = middle
  }
  return low
}
