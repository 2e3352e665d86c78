import type { Span, When, Who } from '#model'
import { say } from './words.svelte.ts'

/** A value of a record as the pages show it. */
export type Value =
  | { readonly as: 'words'; readonly words: readonly string[] }
  | { readonly as: 'term'; readonly family: string; readonly codes: readonly string[] }
  | { readonly as: 'when'; readonly when: When }
  | { readonly as: 'who'; readonly who: readonly Who[] }
  | { readonly as: 'plain'; readonly text: string }
  | { readonly as: 'record'; readonly id: string }
export interface Field {
  readonly name: string
  readonly value: Value
}

const SPANS = new Set(['source', 'cue', 'content', 'hedges'])
const WHENS = new Set(['when', 'held', 'uttered', 'declared', 'effective', 'ended', 'period'])
const ACTORS = new Set(['actor', 'actors', 'recipients', 'by', 'to', 'parties', 'mediators', 'accuser', 'accused', 'provider', 'endedBy'])
const RECORDS = new Set(['within', 'replaces', 'proposal'])
/** The families of words that fields take their values from. */
export const FAMILIES = ['form', 'spoken', 'commitment', 'bound'] as const
const TERMS: Readonly<Record<string, string>> = {
  issue: 'issue',
  issues: 'issue',
  act: 'act',
  stance: 'stance',
  conditionality: 'conditionality',
  commitment: 'commitment',
  status: 'status',
  reciprocity: 'reciprocity',
  format: 'format',
  reality: 'reality',
  response: 'response',
  class: 'class',
  bound: 'bound',
  trend: 'trend',
  known: 'known',
  form: 'form',
  of: 'of',
  specificity: 'specificity',
  kind: 'spoken',
}
const LEFT_OUT = new Set([
  'id',
  'span',
  'rule',
  'said',
  'chain',
  'terms',
  'roles',
  'states',
  'same',
  'rounds',
  'low',
  'high',
  'contexts',
  'parley',
  'issues.empty',
])

type Raw = Readonly<Record<string, unknown>>

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function spansOf(value: unknown): Span[] {
  if (!Array.isArray(value)) return []
  return typeof value[0] === 'number' ? [value as unknown as Span] : (value as Span[])
}

/** The fields of a record in the order in which it has them. `cut` gives the words at a span, `whoIs` the actor of an id. */
export function fieldsOf(kind: string, raw: Raw, cut: (span: Span) => string, whoIs: (id: string) => Who | undefined): Field[] {
  const fields: Field[] = []
  for (const [name, value] of Object.entries(raw)) {
    if (LEFT_OUT.has(name) || value === false || (Array.isArray(value) && value.length === 0)) continue
    const shown = valueOf(kind, name, value, cut, whoIs)
    if (shown) fields.push({ name, value: shown })
  }
  return fields
}

function valueOf(kind: string, name: string, value: unknown, cut: (span: Span) => string, whoIs: (id: string) => Who | undefined): Value | undefined {
  if (SPANS.has(name)) return { as: 'words', words: spansOf(value).map(cut) }
  if (WHENS.has(name) && typeof value === 'object' && value !== null) return { as: 'when', when: value as When }
  if (ACTORS.has(name)) return actorsValue(value, whoIs)
  if (RECORDS.has(name)) return { as: 'record', id: String(value) }
  const family = TERMS[name]
  const isTerm = family !== undefined && !(name === 'of' && kind !== 'allegation') && !(name === 'kind' && kind !== 'statement')
  if (isTerm) return { as: 'term', family, codes: listOf(value).map(String) }
  if (name === 'state' && kind === 'track') return { as: 'term', family: 'talks', codes: [String(value)] }
  if (name === 'place' || name === 'venue') return { as: 'plain', text: whoIs(String(value))?.name ?? String(value) }
  return { as: 'plain', text: plainText(value) }
}

function plainText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === true) return say('yes')
  if (Array.isArray(value)) return value.map(String).join(', ')
  return JSON.stringify(value)
}

function actorsValue(value: unknown, whoIs: (id: string) => Who | undefined): Value {
  const who = listOf(value)
    .map(one => whoIs(String(one)))
    .filter((one): one is Who => one !== undefined)
  return who.length > 0 ? { as: 'who', who } : { as: 'plain', text: '' }
}
