import type { Span, Token } from '#model'
import { trimSpan, withoutJoint } from '../topic.ts'
import type { Scene } from '../scene.ts'
import { statementAt } from '../scene.ts'

export type Conditionality = 'none-stated' | 'explicit-if' | 'sequenced' | 'linked' | 'denied'

/** What a verb of wanting takes: the words wanted, and the words of the condition where one is told. */
export interface Complement {
  readonly span: Span
  readonly condition?: Span
  readonly conditionality: Conditionality
}

const STOPS = new Set([
  'but',
  'while',
  'because',
  'although',
  'though',
  'whereas',
  'saying',
  'adding',
  'said',
  'says',
  'despite',
  'amid',
  'citing',
  'arguing',
  'warning',
  'noting',
])
const AFTER_COMMA = new Set([
  'who',
  'which',
  'where',
  'when',
  'as',
  'with',
  'after',
  'so',
  'according',
  'he',
  'she',
  'they',
  'it',
  'we',
  'i',
  'even',
  'just',
  'following',
  'despite',
  'in',
  'amid',
  'citing',
  'nor',
  'yet',
  'whose',
  'making',
  'leaving',
  'raising',
  'prompting',
  'reported',
  'told',
  'adding',
  'saying',
  'whom',
])
const CONDITIONS: Readonly<Record<string, Conditionality>> = {
  if: 'explicit-if',
  unless: 'explicit-if',
  provided: 'explicit-if',
  providing: 'explicit-if',
  until: 'sequenced',
  once: 'sequenced',
  before: 'sequenced',
  after: 'sequenced',
  when: 'sequenced',
}
const LINKS =
  /^(?:in (?:return|exchange)(?: for)?|as part of|as long as|on (?:the )?condition|in tandem with|so long as|only if|in parallel with|linked to|conditional on|contingent on|depend\w* on)\b/i
const DENIED =
  /\b(?:unconditional(?:ly)?|without (?:any )?(?:pre-?)?conditions?|no (?:pre-?)?conditions|without (?:any )?(?:reciprocal|something in return))\b/i
const LONGEST = 60

/** The complement that begins at a token, up to the end of its clause; never past the end of what its speaker said. */
export function complementFrom(scene: Scene, start: number, to: number): Complement | undefined {
  const { tokens, report } = scene.reading
  const first = tokens[start]
  if (!first) return undefined
  const limit = contentEnd(scene, first)
  const doing = first.lower.endsWith('ing')
  let end = start
  let condition: number | undefined
  let conditionality: Conditionality = 'none-stated'
  for (; end < to && end - start < LONGEST; end++) {
    const token = tokens[end]
    if (!token || token.end > limit) break
    if (end > start && (stopsAt(tokens, end, to) || (!doing && isDoing(tokens, end)))) break
    const kind = end > start && condition === undefined ? conditionAt(report.text, token) : undefined
    if (!kind) continue
    condition = end
    conditionality = kind
  }
  const close = tokens[end - 1]
  const stop = condition === undefined ? close : tokens[condition - 1]
  if (!close || !stop) return undefined
  const span = withoutJoint(report.text, trimSpan(report.text, first.start, stop.end))
  if (span[1] <= span[0]) return undefined
  if (conditionality === 'none-stated' && DENIED.test(report.text.slice(span[0], close.end))) conditionality = 'denied'
  const from = condition === undefined ? undefined : tokens[condition]
  return { span, conditionality, ...(from && { condition: trimSpan(report.text, from.start, close.end) }) }
}

/** The end of the innermost content that holds the token: words after it are somebody else's. */
function contentEnd(scene: Scene, token: Token): number {
  const statement = statementAt(scene, [token.start, token.end])
  const piece = statement?.content.find(one => one[0] <= token.start && token.end <= one[1])
  // What a saying takes as its own object ("calling for a truce, a swap and …") goes on as far as its list does.
  if (piece && piece[0] === token.start && statement?.form === 'indirect' && statement.content.length === 1) return Infinity
  // A content that ends inside a word was cut too short.
  return piece && !/^[-\p{L}\p{N}]/u.test(scene.reading.report.text.slice(piece[1], piece[1] + 1)) ? piece[1] : Infinity
}

function conditionAt(text: string, token: Token): Conditionality | undefined {
  if (Object.hasOwn(CONDITIONS, token.lower)) return CONDITIONS[token.lower]
  return LINKS.test(text.slice(token.start, token.start + 30)) ? 'linked' : undefined
}

function stopsAt(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (!token) return true
  if (token.text === ';' || token.text === '—' || token.text === '–' || token.text === '(' || token.text === '?' || token.text === '¶') return true
  if (STOPS.has(token.lower) || (token.lower === 'rather' && next?.lower === 'than')) return true
  // "press them to yield by closing the port": the means, no thing wanted.
  if (token.lower === 'by' && next?.pos === 'VERB' && next.lower.endsWith('ing')) return true
  if (token.text === ',')
    return !next || STOPS.has(next.lower) || AFTER_COMMA.has(next.lower) || beginsClause(tokens, at + 1, to) || beginsTeller(tokens, at + 1, to)
  if (token.lower === 'and' || token.lower === 'or') return isNewVerb(next, tokens[at + 2]) || next?.lower === 'that' || isNewSubject(tokens, at + 1)
  return false
}

/** ", and the minister said", ", the ministry said": a new clause with a subject and a finite verb of its own. */
function beginsClause(tokens: readonly Token[], from: number, to: number): boolean {
  const joined = ['and', 'but', 'or'].includes(tokens[from]?.lower ?? '')
  const start = joined ? from + 1 : from
  if (joined && isNewVerb(tokens[start], tokens[start + 1])) return true
  for (let i = start; i < Math.min(to, start + 7); i++) {
    const token = tokens[i]
    if (!token || token.pos === 'PUNCT' || token.lower === 'to' || token.pos === 'ADP') return false
    if (token.pos === 'AUX' && i > start) return true
    if (token.pos === 'VERB') return i > start && token.lower !== token.lemma && !token.lower.endsWith('ing') && token.pos === 'VERB'
  }
  return false
}

/** ", its foreign minister, Ada Lund, told a channel", ", a person close to the talks said": who says it, past names, titles and their asides. */
function beginsTeller(tokens: readonly Token[], from: number, to: number): boolean {
  if (!/^(?:DET|PROPN|PRON|NOUN|NUM|ADJ)$/.test(tokens[from]?.pos ?? '')) return false
  for (let i = from + 1; i < Math.min(to, from + 18); i++) {
    const token = tokens[i]
    if (!token || /^[;:—–“”"]$/.test(token.text) || token.pos === 'CCONJ') return false
    if (token.pos === 'AUX') return SAYS.test(tokens[i + 1]?.lower ?? '')
    if (token.pos === 'VERB') {
      if (SAYS.test(token.lower)) return tokens[i - 1]?.lower !== 'to'
      if (!/^(?:briefed|based|named|involved)$/.test(token.lower)) return false
    }
  }
  return false
}

const SAYS = /^(?:said|says|told|announced|added|reported|confirmed|explained|stated|wrote)$/

/** ", describing it as": a participle after a comma tells what is done besides, unless the list is one of such forms. */
function isDoing(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return tokens[at]?.text === ',' && next?.pos === 'VERB' && next.lower.endsWith('ing') && next.lower !== 'including'
}

/** "and Sweden agreed to": a name and its finite verb after "and" begin a clause of their own. */
function isNewSubject(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at + 1]
  return tokens[at]?.pos === 'PROPN' && verb?.pos === 'VERB' && isNewVerb(verb) && !/^(?:by|in|at|from)$/.test(tokens[at + 2]?.lower ?? '')
}

const ADJECTIVAL =
  /^(?:improved|increased|reduced|expanded|enhanced|frozen|enriched|seized|detained|captured|occupied|displaced|limited|continued|added|imported|liquefied|renewed|guaranteed|disputed|abducted|imprisoned)$/

/** A finite verb right after "and": the subject of the sentence goes on, not the list; "and improved benefits" does. */
function isNewVerb(token: Token | undefined, next?: Token): boolean {
  if (!token || (ADJECTIVAL.test(token.lower) && /^(?:NOUN|ADJ)$/.test(next?.pos ?? ''))) return false
  if (token.pos === 'AUX' || /^(?:want|need|hope|believe|think|urge|demand)$/.test(token.lower)) return token.pos !== 'NOUN'
  return token.pos === 'VERB' && token.lower !== token.lemma && !token.lower.endsWith('ing')
}
