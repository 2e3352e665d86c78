import type { Issue, KnownIssue, Reading, Span, Token } from '#model'
import { formsOf, type Form, type IssueForm, type Node, type Steps } from './forms.ts'
import { readRows } from './rows.ts'
import { surnamesOf } from './surnames.ts'

/** Words that tell an issue: their span and how sure a sign they are. A hint counts only where nothing else tells an issue. */
export interface IssueSign {
  readonly issue: Issue
  readonly span: Span
  readonly hint: boolean
  /** The issue it tells instead in a report that speaks more of that one: the quota of a trade report and of one on fish. */
  readonly or?: Issue
}

interface Hit extends IssueForm {
  readonly tokens: readonly Token[]
}

const newNode = (): Node => ({ next: new Map(), form: undefined, gap: 0 })
const HYPHENS = new Set(['-', '–', '‐', "'", '"', '“', '”', '‘', '’'])

function addForm(root: Node, form: string, told: Omit<IssueForm, 'words'>): void {
  for (const words of new Set([form, form.replaceAll('-', ' ')])) {
    const parts = words.toLowerCase().split(/\s+/).filter(Boolean)
    let node = root
    for (const part of parts) {
      node.gap = Math.max(node.gap, node === root ? 0 : told.within)
      let next = node.next.get(part)
      if (!next) node.next.set(part, (next = newNode()))
      node = next
    }
    if (parts.length > 0) node.form ??= { ...told, words: parts.length }
  }
}

function ownTree(known: readonly KnownIssue[]): Node {
  const root = newNode()
  for (const issue of known) for (const word of issue.words) addForm(root, word, { issue: issue.id as Issue, within: 0, hint: false })
  return root
}

function rowTree(): Node {
  const root = newNode()
  for (const row of readRows('issue-words', ['issue', 'form', 'within', 'strength'])) {
    const [, or] = /\bor ([A-Z_]+)$/.exec(row.strength) ?? []
    const told = { issue: row.issue as Issue, within: Number(row.within || 0), hint: row.strength.startsWith('hint') }
    addForm(root, row.form, or ? { ...told, or: or as Issue } : told)
  }
  return root
}

/** The issue of forms that look like a sign and are none: "the Second World War". */
const NONE = '-' as Issue
const ROWS = rowTree()

function follow(node: Node, token: Token, isName = token.pos === 'PROPN'): Node | undefined {
  const asWritten = node.next.get(token.lower)
  const asLemma = token.lemma === token.lower ? undefined : node.next.get(token.lemma.toLowerCase())
  if (asWritten && asLemma) return joined(asWritten, asLemma)
  if (asWritten ?? asLemma) return asWritten ?? asLemma
  if (token.lower.endsWith('ing')) return followGoing(node, token.lower)
  // A name has no lemma of its own: "Tariffs", "Sanctions" in headlines and posts.
  return isName && token.lower.endsWith('s') ? node.next.get(token.lower.slice(0, -1)) : undefined
}

const JOINED = new WeakMap<Node, Map<Node, Node>>()

/** What follows either node: forms that go on from "jobs" as it is written ("jobs cut") and from "job". */
function joined(one: Node, other: Node): Node {
  if (one === other) return one
  const known = JOINED.get(one)?.get(other)
  if (known) return known
  const node: Node = { next: new Map(one.next), form: one.form ?? other.form, gap: Math.max(one.gap, other.gap) }
  for (const [word, next] of other.next) {
    const here = one.next.get(word)
    node.next.set(word, here ? joined(here, next) : next)
  }
  JOINED.set(one, (JOINED.get(one) ?? new Map<Node, Node>()).set(other, node))
  return node
}

/** The verb behind an -ing form that the tagger took for a noun: "ending", "lifting", "withdrawing", "freezing". */
function followGoing(node: Node, lower: string): Node | undefined {
  const stem = lower.slice(0, -3)
  return node.next.get(stem) ?? node.next.get(`${stem}e`) ?? (stem.at(-1) === stem.at(-2) ? node.next.get(stem.slice(0, -1)) : undefined)
}

/** Words of the rows behind the first word of a form. */
const INNER = newNode()
for (const node of ROWS.next.values()) addInner(node)

function addInner(node: Node): void {
  for (const [word, next] of node.next) {
    INNER.next.set(word, next)
    addInner(next)
  }
}

function stepsOf(form: Form, token: Token): Steps {
  if (form.steps?.lemma === token.lemma) return form.steps
  const start = follow(ROWS, token, false)
  const asName = follow(ROWS, token, true)
  return (form.steps = { lemma: token.lemma, start, asName, inner: follow(INNER, token, true) !== undefined })
}

/** Where the longest form is looked for: never behind `to`. `forms` where it is one of the rows. */
interface Stretch {
  readonly tokens: readonly Token[]
  readonly to: number
  readonly forms: readonly Form[] | undefined
}

/** The longest form that goes on from a node: each further word within the form's gap, never across a stop or a comma. */
function walk(stretch: Stretch, node: Node, at: number, taken: readonly Token[], widest: number, best: Hit | undefined): Hit | undefined {
  const { tokens, to, forms } = stretch
  const { form, gap: most } = node
  if (form && widest <= form.within && (!best || form.words > best.words)) best = { ...form, tokens: taken }
  if (node.next.size === 0) return best
  let gap = 0
  for (let i = at; i < to && gap <= most; i++) {
    const token = tokens[i]
    if (!token) break
    const isHyphen = HYPHENS.has(token.text)
    if (token.pos === 'PUNCT' && !isHyphen) break
    const looked = forms?.[i]
    const next = looked && !stepsOf(looked, token).inner ? undefined : follow(node, token)
    if (next) best = walk(stretch, next, i + 1, [...taken, token], Math.max(widest, gap), best)
    if (!isHyphen) gap++
  }
  return best
}

/** Of the hits of one sentence those that stand: a case's own first, then sure ones, then the longer, each word used once. */
function settle(hits: readonly Hit[], own: number): Hit[] {
  const taken = new Set<number>()
  const order = hits.map((hit, index) => ({ hit, index }))
  order.sort(
    (a, b) => Number(b.index < own) - Number(a.index < own) || Number(a.hit.hint) - Number(b.hit.hint) || b.hit.words - a.hit.words || a.index - b.index,
  )
  const kept = order.filter(({ hit }) => {
    if (hit.tokens.some(token => taken.has(token.index))) return false
    for (const token of hit.tokens) taken.add(token.index)
    return true
  })
  return kept.map(one => one.hit)
}

function spanOf({ tokens }: Hit): Span {
  return [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0]
}

/** One word that somebody is called by: "Waters", "Rice". */
function isSurname(reading: Reading, { tokens }: Hit): boolean {
  const [first, second] = tokens
  return first?.name === true && !second && surnamesOf(reading).has(first.lower)
}

function findSigns(reading: Reading, known: readonly KnownIssue[]): IssueSign[] {
  const { tokens } = reading
  const own = known.length > 0 ? ownTree(known) : undefined
  const forms = formsOf(reading)
  const signs: IssueSign[] = []
  for (const { from, to } of reading.sentences) {
    const hits: Hit[] = []
    for (let i = from; own && i < to; i++) {
      const token = tokens[i]
      const start = token && follow(own, token)
      const hit = start && walk({ tokens, to, forms: undefined }, start, i + 1, [token], 0, undefined)
      if (hit) hits.push(hit)
    }
    const first = hits.length
    for (let i = from; i < to; i++) {
      const token = tokens[i]
      const form = forms[i]
      if (!token || !form) continue
      const { start, asName } = stepsOf(form, token)
      const step = token.pos === 'PROPN' ? asName : start
      const hit = step && walk({ tokens, to, forms }, step, i + 1, [token], 0, undefined)
      if (hit) hits.push(hit)
    }
    if (hits.length === 0) continue
    const settled = settle(hits, first)
      .filter(hit => hit.issue !== NONE && !isSurname(reading, hit))
      .map(hit => ({ issue: hit.issue, hint: hit.hint, span: spanOf(hit), ...(hit.or && { or: hit.or }) }))
    signs.push(...settled.sort((a, b) => a.span[0] - b.span[0]))
  }
  return signs
}

const kept = new WeakMap<Reading, Map<readonly KnownIssue[], readonly IssueSign[]>>()

/** Every sign of an issue in a report, in reading order; found once a reading and kept as long as the reading is. */
export function issueSigns(reading: Reading, known: readonly KnownIssue[]): readonly IssueSign[] {
  let byKnown = kept.get(reading)
  if (!byKnown) kept.set(reading, (byKnown = new Map()))
  let signs = byKnown.get(known)
  if (!signs) byKnown.set(known, (signs = findSigns(reading, known)))
  return signs
}

/** The signs that lie wholly inside the span. */
export function signsIn(reading: Reading, span: Span, known: readonly KnownIssue[]): readonly IssueSign[] {
  const signs = issueSigns(reading, known)
  let low = 0
  let high = signs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((signs[middle]?.span[0] ?? 0) < span[0]) low = middle + 1
    else high = middle
  }
  const inside: IssueSign[] = []
  for (let i = low; i < signs.length; i++) {
    const sign = signs[i]
    if (!sign || sign.span[0] >= span[1]) break
    if (sign.span[1] <= span[1]) inside.push(sign)
  }
  return inside
}

/** The issues that a span's words tell, in order of mention; hints only where nothing surer is told; empty where nothing is. */
export function issuesIn(reading: Reading, span: Span, known: readonly KnownIssue[]): Issue[] {
  const signs = signsIn(reading, span, known)
  const sure = signs.filter(sign => !sign.hint)
  return [...new Set((sure.length > 0 ? sure : signs).map(sign => sign.issue))]
}
