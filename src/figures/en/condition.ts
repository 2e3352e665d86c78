import type { Example, Indicator, Span, Token } from '#model'
import { readRows } from '#text'
import type { View } from './draft.ts'

export const examples: readonly Example[] = [
  {
    text: 'Flour stocks in the town are exhausted.',
    list: 'indicators',
    finds: ['Flour stocks worse exhausted «Flour stocks in the town are exhausted»'],
  },
  {
    text: 'The closure led to the shutdown of bakeries, clinics and ferries.',
    list: 'indicators',
    finds: ['bakeries worse shutdown «the shutdown of bakeries»', 'clinics worse shutdown «clinics»', 'ferries worse shutdown «ferries»'],
  },
  { text: 'The price of rice has doubled since January.', list: 'indicators', finds: ['price of rice worse doubled «The price of rice has doubled»'] },
  { text: 'Bread had risen to six times its price.', list: 'indicators', finds: ['Bread worse risen «Bread had risen»'] },
  { text: 'Power was restored to the town.', list: 'indicators', finds: ['Power better restored to «Power was restored to»'] },
  { text: 'Only two of nine clinics are open.', list: 'indicators', finds: ['clinics worse only open «Only two of nine clinics are open»'] },
  { text: 'The economy could shrink if the talks fail, and he called for aid.', list: 'indicators', finds: [] },
  { text: 'He spoke of growing food and of cutting supplies. Clinics are open.', list: 'indicators', finds: [] },
]

/** A condition as read from one sentence. */
export interface ConditionDraft {
  readonly span: Span
  readonly what: string
  readonly state: string
  readonly trend: Indicator['trend']
  /** The rule that read it; the reader of nouns and their states where it is left out. */
  readonly rule?: string
}

interface Condition {
  readonly kind: string
  readonly needs: ReadonlySet<string>
  /** Words that it may also need after it. */
  readonly after: ReadonlySet<string>
}

type Turn = 'up' | 'down' | 'bad' | 'good' | 'steady'

const CONDITIONS = new Map<string, Condition>(
  readRows('conditions', ['noun', 'kind', 'needs']).map(row => {
    const needs = row.needs.split(' ').filter(Boolean)
    const after = needs.filter(word => word.startsWith('+')).map(word => word.slice(1))
    return [row.noun, { kind: row.kind, needs: new Set(needs.filter(word => !word.startsWith('+'))), after: new Set(after) }]
  }),
)
const AFTER = new Map<string, Turn>()
const BEFORE = new Map<string, Turn>()
/** States of two words, by both: "run out". */
const PAIRS = new Map<string, Turn>()
const FIRST = new Set<string>()
for (const row of readRows('condition-states', ['word', 'turn', 'form'])) {
  const turn = row.turn as Turn
  if (row.word.includes(' ')) PAIRS.set(row.word, turn)
  else if (row.form !== 'before') AFTER.set(row.word, turn)
  if (row.form !== 'after') BEFORE.set(row.word, turn)
  FIRST.add(row.word.split(' ')[0] ?? '')
}

/** The state told by the words at a token, with how many they are. */
function stateAt(tokens: readonly Token[], at: number): { turn: Turn; length: number } | undefined {
  const token = tokens[at]
  if (!token || !(FIRST.has(token.lower) || FIRST.has(token.lemma))) return undefined
  const pair = PAIRS.get(`${token.lower} ${tokens[at + 1]?.lower ?? ''}`)
  if (pair) return { turn: pair, length: 2 }
  const turn = AFTER.get(token.lower) ?? AFTER.get(token.lemma)
  return turn && { turn, length: 1 }
}
const UNREAL = new Set(
  (
    'will before perhaps maybe threats whatever keep such so unable wo would could may might should if unless not threatens ' +
    "threaten threatened avoid avert prevent n't fears fear feared can must never risk no 'll potentially threatening threat " +
    'back into plan plans want wants seek seeks oppose less likely predict predicted chance chances get getting help helping ' +
    'expected expect'
  ).split(' '),
)

/** The conditions that one sentence tells of, in reading order. */
export function readConditions(view: View): ConditionDraft[] {
  const found: ConditionDraft[] = []
  const { tokens } = view
  let free = 0
  for (let i = 0; i < tokens.length; i++) {
    const condition = i >= free ? conditionAt(tokens, i) : undefined
    if (!condition || isPriced(tokens, i, condition)) continue
    const drafts = readAfter(view, i, condition) ?? readFew(view, i) ?? readBefore(view, i, condition) ?? readInItself(view, i, condition)
    if (!drafts) continue
    found.push(...drafts.list)
    free = Math.max(i + 1, drafts.to)
  }
  return found
}

interface Found {
  readonly list: ConditionDraft[]
  readonly to: number
}

function conditionAt(tokens: readonly Token[], i: number): Condition | undefined {
  const condition = CONDITIONS.get(tokens[i]?.lower ?? '')
  const next = tokens[i + 1]
  if (!condition || !(i === 0 || /^(?:NOUN|ADJ)$/.test(tokens[i]?.pos ?? '')) || next?.text === '-') return undefined
  if ((next?.pos === 'NOUN' && !FIRST.has(next.lower)) || tokens[i - 1]?.lower === 'nuclear') return undefined
  const { needs, after, kind } = condition
  if (needs.size === 0 && after.size === 0) return condition
  for (let k = Math.max(0, i - 3); k <= Math.min(tokens.length - 1, i + 8); k++) {
    const word = tokens[k]?.lower ?? ''
    if ((k !== i && needs.has(word) && (k < i || kind !== 'good')) || (k > i && after.has(word))) return condition
  }
  return undefined
}

/** "the price of a sack of flour": what goes up or down is the price. */
function isPriced(tokens: readonly Token[], i: number, { kind }: Condition): boolean {
  if (kind !== 'good') return false
  for (let at = i - 2; at >= 0 && at > i - 7; at--)
    if (/^(?:prices?|costs?)$/.test(tokens[at]?.lower ?? '')) return tokens[at + 1]?.lower === 'of' || tokens[at + 1]?.lower === 'for'
  return false
}

/** "bread has risen to twice its price": so does what it costs. */
function timesItsPrice(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at + 1, at + 9).some(token => /^(?:price|cost)$/.test(token.lower))
}

function trendOf(kind: string, turn: Turn): Indicator['trend'] {
  if (turn === 'steady') return 'steady'
  if (turn === 'bad') return 'worse'
  if (turn === 'good') return 'better'
  return (turn === 'up') === (kind === 'burden') ? 'worse' : 'better'
}

function isUnreal(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = Math.max(0, from); i < to; i++) if (UNREAL.has(tokens[i]?.lower ?? '')) return true
  return opensSupposed(tokens, from)
}

/** Whether a word of supposing or purpose opens the clause that goes on at a token: "if", "so that", "how to". */
function opensSupposed(tokens: readonly Token[], from: number): boolean {
  for (let i = from - 1; i >= 0 && i > from - 12; i--) {
    const word = tokens[i]?.lower ?? ''
    if (/^(?:if|unless|whether|should|how)$/.test(word)) return true
    if (word === 'that' && tokens[i - 1]?.lower === 'so') return true
    if (/^[,;:“”"]$/.test(word) || tokens[i]?.pos === 'VERB') return false
  }
  return false
}

/** "the recession would": a condition only supposed. */
function isSupposed(token: Token | undefined): boolean {
  return token !== undefined && /^(?:would|could|may|might|will|wo|'ll)$/.test(token.lower)
}

/** Start of the noun phrase that ends at `head`. */
function startOf(tokens: readonly Token[], head: number): number {
  let from = head
  while (
    from > 0 &&
    head - from < 5 &&
    /^(?:NOUN|PROPN|ADJ)$/.test(tokens[from - 1]?.pos ?? '') &&
    !/^(?:people|face|faces|facing|report|reports)$/.test(tokens[from - 1]?.lower ?? '') &&
    !BEFORE.has(tokens[from - 1]?.lower ?? '')
  )
    from--
  return tokens[from - 1]?.pos === 'DET' && tokens[from - 1]?.lower !== 'that' ? from - 1 : from
}

function whatOf(view: View, from: number, to: number): string {
  return words(view, from, to).replace(/^(?:the|a|an|their|its|his|our) /i, '')
}

function words({ tokens, text }: View, from: number, to: number): string {
  const first = tokens[from]
  const last = tokens[to - 1]
  return first && last && to > from ? text.slice(first.start, last.end) : ''
}

function spanOf({ tokens }: View, from: number, to: number): Span {
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0]
}

const LINKS = new Set([
  'be',
  'have',
  'do',
  'become',
  'remain',
  'get',
  'grow',
  'go',
  'run',
  'continue',
  'keep',
  'begin',
  'start',
  'stay',
  'appear',
  'seem',
  'say',
  'report',
  'show',
])

/** Whether another verb stands between the noun and the word of state, so that the state is of something else: "a shortage makes as much sense as cutting". */
function isOfAnother(tokens: readonly Token[], head: number, at: number): boolean {
  for (let i = head + 1; i < at; i++) {
    const token = tokens[i]
    if (
      token?.lower === 'where' ||
      token?.lower === 'while' ||
      (token?.lower === 'and' && tokens.slice(i + 1, at).some(one => one.pos === 'NOUN')) ||
      (token?.pos === 'VERB' && !LINKS.has(token.lemma) && !AFTER.has(token.lower))
    )
      return true
  }
  return tokens[at - 1]?.lower === 'or' || tokens[at + 1]?.lower === 'apart'
}

/** "flour stocks in the town are exhausted": the state follows its noun in the same clause. */
function readAfter(view: View, head: number, condition: Condition): Found | undefined {
  const { tokens } = view
  for (let i = head + 1; i < Math.min(tokens.length, head + (tokens[head + 1]?.lower === 'of' ? 16 : 10)); i++) {
    const token = tokens[i]
    if (!token || /^[;:.,]$/.test(token.text) || (token.lower === 'and' && !hasVerb(tokens, head + 1, i))) return undefined
    const told = stateAt(tokens, i)
    if (!told || token.pos === 'PROPN' || !isPredicate(tokens, head, i, told.length) || isUnreal(tokens, head - 4, i) || isOfAnother(tokens, head, i)) continue
    const { turn, length } = told
    if (length === 1 && PHRASAL.test(tokens[i + 1]?.lower ?? '')) continue
    const from = startOf(tokens, head)
    const ofPart = tokens[head + 1]?.lower === 'of' ? partEnd(tokens, head + 1, i) : head + 1
    const what = whatOf(view, from, condition.kind === 'burden' ? ofPart : head + 1)
    const state = length === 2 ? `${token.lower} ${tokens[i + 1]?.lower ?? ''}` : token.lower
    const first: ConditionDraft = {
      span: spanOf(view, from, i + length),
      what,
      state,
      trend: trendOf(timesItsPrice(tokens, i) ? 'burden' : condition.kind, turn),
    }
    return withObjects(view, i + length, first)
  }
  return undefined
}

/** Where what a price is of ends: its last noun before the words of state, "of a sack of flour". */
function partEnd(tokens: readonly Token[], of: number, limit: number): number {
  let end = of
  for (let at = of; at < Math.min(limit, of + 6) && /^(?:ADP|DET|ADJ|NOUN|PROPN)$/.test(tokens[at]?.pos ?? ''); at++) {
    if (tokens[at]?.pos === 'ADP' && tokens[at]?.lower !== 'of') break
    if (/^(?:NOUN|PROPN)$/.test(tokens[at]?.pos ?? '')) end = at + 1
  }
  return end
}

/** "fell apart", "dropped an anchor": the verb means something else. */
const PHRASAL = /^(?:apart|off|an|a|behind)$/

const SERVES = /^(?:open|working|functioning|operating|functional|operational)$/

/** "only two of nine clinics are open": what serves few. */
function readFew(view: View, head: number): Found | undefined {
  const { tokens } = view
  const at = tokens[head + 1]?.pos === 'AUX' ? head + 2 : head + 1
  if (!SERVES.test(tokens[at]?.lower ?? '') || at === head + 1) return undefined
  for (let i = head - 1; i >= Math.max(0, head - 9); i--) {
    const word = tokens[i]?.lower ?? ''
    if (/^[,;:]$/.test(word)) return undefined
    if (!/^(?:only|just|barely|few)$/.test(word) || isUnreal(tokens, i - 3, at)) continue
    const draft: ConditionDraft = {
      span: spanOf(view, i, at + 1),
      what: whatOf(view, head, head + 1),
      state: `${word} ${tokens[at]?.lower ?? ''}`,
      trend: 'worse',
    }
    return { list: [draft], to: at + 1 }
  }
  return undefined
}

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]?.pos === 'VERB' || tokens[i]?.pos === 'AUX') return true
  return false
}

const GOES_ON = new Set(['continue', 'begin', 'start', 'keep'])

/** Whether a verb stands between the noun and the word of state, or the word is itself one. */
function isPredicate(tokens: readonly Token[], head: number, at: number, length: number): boolean {
  const pos = tokens[at]?.pos
  if ((pos === 'NOUN' && length === 1) || pos === 'PROPN') return false
  if (tokens[at - 1]?.lower === 'to' && !GOES_ON.has(tokens[at - 2]?.lemma ?? '')) return false
  return pos === 'VERB' || hasVerb(tokens, head + 1, at)
}

/** "warehouses are empty of flour and fuel": each thing named is a condition of its own. */
function withObjects(view: View, at: number, first: ConditionDraft): Found {
  const { tokens } = view
  if (tokens[at]?.lower !== 'of') return { list: [first], to: at }
  const items = readList(view, at + 1)
  const [head, ...rest] = items
  if (!head) return { list: [first], to: at }
  const end = tokens[head[1] - 1]?.end ?? first.span[1]
  return {
    list: [
      { ...first, span: [first.span[0], end], what: `${words(view, ...head)} in ${first.what}` },
      ...rest.map(item => ({ ...first, span: spanOf(view, ...item), what: `${words(view, ...item)} in ${first.what}` })),
    ],
    to: items.at(-1)?.[1] ?? at,
  }
}

/** Noun phrases joined by commas and "and", each as its token range. */
function readList({ tokens }: View, at: number): [number, number][] {
  const items: [number, number][] = []
  let i = at
  while (i < tokens.length && items.length < 8) {
    const from = i
    while (/^(?:NOUN|PROPN|ADJ)$/.test(tokens[i]?.pos ?? '')) i++
    if (i === from) break
    items.push([from, i])
    if (tokens[i]?.text === ',') i++
    if (tokens[i]?.lower === 'and' || tokens[i]?.lower === 'or') i++
  }
  return items
}

const BETWEEN = /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|PART|ADP|ADV)$/

/** "reduced its oil revenue", "the shutdown of bakeries, clinics and ferries": the state comes before its noun. */
function readBefore(view: View, head: number, condition: Condition): Found | undefined {
  const { tokens } = view
  for (let i = head - 1; i >= Math.max(0, head - 5); i--) {
    const token = tokens[i]
    if (!token) return undefined
    const turn = BEFORE.get(token.lower) ?? (token.pos === 'VERB' ? BEFORE.get(token.lemma) : undefined)
    if (turn && tokens[i - 1]?.lower !== 'to' && !isGerund(tokens, i) && !isUnreal(tokens, i - 6, head) && !isSupposed(tokens[head + 1])) {
      const noun = token.pos === 'NOUN' && tokens[i - 1]?.pos === 'DET' ? i - 1 : i
      const list = tokens[i + 1]?.lower === 'of' ? readList(view, i + 2) : []
      const first: [number, number] = list[0] ?? [startOf(tokens, head), head + 1]
      const rest = list.slice(1)
      const state = token.lower
      const trend = trendOf(condition.kind, turn)
      return {
        list: [
          { span: spanOf(view, noun, Math.max(first[1], head + 1)), what: whatOf(view, ...first), state, trend },
          ...rest.map(item => ({ span: spanOf(view, ...item), what: words(view, ...item), state, trend })),
        ],
        to: list.at(-1)?.[1] ?? head + 1,
      }
    }
    const link = token.pos === 'ADP' && token.lower !== 'of' && i > 0 && tokens[i - 1]?.pos === 'NOUN'
    if (link || (!BETWEEN.test(token.pos) && token.lower !== "'s") || token.lower === 'as' || token.lower === 'than') return undefined
  }
  return undefined
}

/** "growing food", "investment in reducing poverty", "improving its economy": a deed in general rather than a state; not "is cutting", "amid rising prices". */
function isGerund(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token?.lower.endsWith('ing') || tokens[at - 1]?.pos === 'AUX') return false
  const owned = tokens[at + 1]?.pos === 'DET' || tokens[at + 1]?.pos === 'PRON'
  return (
    owned ||
    !/^(?:rising|growing|worsening|deteriorating|mounting|soaring|dwindling|increasing)$/.test(token.lower) ||
    (token.lower === 'growing' && !/^(?:DET|ADJ|ADP|AUX)$/.test(tokens[at - 1]?.pos ?? 'DET')) ||
    tokens[at - 1]?.lower === 'of'
  )
}

/** A condition bad in itself: "in a deep recession", "the shutdown, now in its 12th day". */
function readInItself(view: View, head: number, condition: Condition): Found | undefined {
  if (condition.kind !== 'state' || isUnreal(view.tokens, head - 8, head) || isSupposed(view.tokens[head + 1])) return undefined
  if (view.tokens.slice(head + 1, head + 8).some(token => /^(?:likely|unlikely|possible|occurs?|happens?)$/.test(token.lower))) return undefined
  // What traders and employers lack is no hardship of those who live there.
  if (/^(?:market|staffing|labou?r|jobs|personnel|stock|of)$/.test(view.tokens[head - 1]?.lower ?? '')) return undefined
  const from = startOf(view.tokens, head)
  return { list: [{ span: spanOf(view, from, head + 1), what: whatOf(view, from, head + 1), state: 'told of', trend: 'worse' }], to: head + 1 }
}
