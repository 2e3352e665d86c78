import type { Token } from '#model'

/** A verb with its auxiliaries: where the group begins and what it says of the verb. */
export interface VerbGroup {
  /** Index of the first token of the group, the `to` of an infinitive included. */
  readonly start: number
  readonly verb: number
  readonly negated: boolean
  readonly modal?: string
  readonly infinitive: boolean
  readonly passive: boolean
  /** The auxiliary may be "has" as well as "is": "it's proposed". */
  readonly short: boolean
  /** An -ing form without an auxiliary. */
  readonly participle: boolean
}

const NEGATIONS = new Set(['not', "n't", 'never', 'nor', 'neither', 'cannot'])
const MODALS = new Set(['will', 'would', "'ll", "'d", 'shall', 'can', 'could', 'may', 'might', 'must', 'should', 'wo', 'ca', 'cannot'])
const BE = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', "'s", "'re", "'m", 'am', '’s', '’re', '’m'])
const HAVE = new Set(['have', 'has', 'had', "'ve", 'having'])

const SKIPPED = new Set([
  'also',
  'still',
  'again',
  'now',
  'then',
  'just',
  'only',
  'already',
  'both',
  'all',
  'longer',
  'either',
  'therefore',
  'however',
  'too',
  'more',
  'most',
])

function isAuxiliary(token: Token): boolean {
  return token.pos === 'AUX' || MODALS.has(token.lower) || BE.has(token.lower) || HAVE.has(token.lower) || ['do', 'does', 'did'].includes(token.lower)
}

/** Whether the token is a negation. */
export function isNegation(token: Token | undefined): boolean {
  return token !== undefined && NEGATIONS.has(token.lower)
}

function isPartOfGroup(token: Token, before: Token | undefined): boolean {
  if (token.lower === '’s' || token.lower === "'s") return token.pos !== 'PART'
  if (token.lower === 'no') return before !== undefined
  return isAuxiliary(token) || isNegation(token) || SKIPPED.has(token.lower) || (token.pos === 'ADV' && token.text === token.lower)
}

const SPANS = new Set('months weeks years days decades month week year day past hours'.split(' '))
const IN_ASIDE = new Set('for in over during this last the recent several many some past earlier more than two three four'.split(' '))

/** "has for months tried", "have in recent weeks called": where words of time that part a verb from its auxiliary begin. */
function asideBefore(tokens: readonly Token[], at: number, from: number): number | undefined {
  let i = at - 1
  while (i > from && i > at - 4 && IN_ASIDE.has(tokens[i]?.lower ?? '')) i--
  const before = tokens[i]
  return i < at - 1 && before && isAuxiliary(before) ? i + 1 : undefined
}

interface Gathered {
  start: number
  negated: boolean
  infinitive: boolean
  modal: string | undefined
  be: boolean
  short: boolean
  auxiliary: boolean
}

function gather(tokens: readonly Token[], verb: number, from: number): Gathered {
  const found: Gathered = { start: verb, negated: false, infinitive: false, modal: undefined, be: false, short: false, auxiliary: false }
  for (let i = verb - 1; i >= from; i--) {
    const token = tokens[i]
    if (!token) break
    if (token.lower === 'to') {
      found.infinitive = true
      found.negated ||= isNegation(tokens[i - 1])
      found.start = isNegation(tokens[i - 1]) ? i - 1 : i
      break
    }
    if (token.lower === 'no' && tokens[i + 1]?.lower !== 'longer') break
    const aside = SPANS.has(token.lower) ? asideBefore(tokens, i, from) : undefined
    if (aside !== undefined) i = aside
    else if (!isPartOfGroup(token, tokens[i - 1])) break
    found.start = i
    if (aside !== undefined) continue
    found.negated ||= isNegation(token) || token.lower === 'no'
    found.auxiliary ||= isAuxiliary(token)
    if (!found.modal && MODALS.has(token.lower)) found.modal = token.lower
    found.short ||= token.lower === "'s" || token.lower === '’s'
    if (i === verb - 1 || found.start === i) found.be ||= BE.has(token.lower)
  }
  return found
}

function isPastParticiple(token: Token): boolean {
  return token.lower !== token.lemma && !token.lower.endsWith('ing') && !(token.lower.endsWith('s') && token.lower === `${token.lemma}s`)
}

/** The group of the verb at an index of the reading's tokens, within a sentence that begins at `from`. */
export function verbGroup(tokens: readonly Token[], verb: number, from: number): VerbGroup {
  const found = gather(tokens, verb, from)
  const token = tokens[verb]
  const ing = token?.lower.endsWith('ing') ?? false
  return {
    start: found.start,
    verb,
    negated: found.negated,
    ...(found.modal !== undefined && { modal: found.modal }),
    infinitive: found.infinitive,
    passive: found.be && !ing && token !== undefined && isPastParticiple(token),
    short: found.short,
    participle: ing && !found.auxiliary,
  }
}

/** Whether a token begins a finite verb group: a verb that is neither an infinitive nor a bare -ing form. */
export function isFinite(tokens: readonly Token[], index: number, from: number): boolean {
  const token = tokens[index]
  if (!token || (token.pos !== 'VERB' && token.pos !== 'AUX')) return false
  const group = verbGroup(tokens, index, from)
  return !group.infinitive && !group.participle
}

const NONE: readonly string[] = []

/** The verbs that may stand behind an -ing form which the tagger took for a noun or an adjective: "firing" → fir, fire; "cutting" → cutt, cutte, cut. */
export function stemsOf(token: Token): readonly string[] {
  return token.pos === 'VERB' ? NONE : stemsIn(token.lower)
}

/** The stems of an -ing form. */
export function stemsIn(lower: string): readonly string[] {
  if (!lower.endsWith('ing') || lower.length < 6) return NONE
  const stem = lower.slice(0, -3)
  return stem.at(-1) === stem.at(-2) ? [stem, `${stem}e`, stem.slice(0, -1)] : [stem, `${stem}e`]
}
