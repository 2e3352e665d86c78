import type { Issue, Span, Token } from '#model'
import { issueSigns, sentenceAt, signsIn, tokensIn, type IssueSign } from '#text'
import type { Scene } from './scene.ts'

/** A conjunct of a list of things wanted or offered: its issue and its own words. */
export interface Part {
  readonly issue: Issue
  readonly span: Span
  /** No word of its own tells the issue: "the plan", told by what the report is about. */
  readonly vague?: true
  /** It is named by a word for a deal or a plan. */
  readonly named?: true
  /** Only a hint tells it. */
  readonly hint?: true
}

const JOINTS = new Set([',', ';', 'and', 'or', '&', 'plus', 'alongside', 'along', 'nor'])
const DEAL_WORDS = new Set(
  (
    'plan proposal offer deal agreement accord pact terms term package compromise draft contract measure bill settlement arrangement framework ' +
    'counteroffer counterproposal initiative resolution demand concession approach solution'
  ).split(' '),
)

const kept = new WeakMap<Scene, ReadonlyMap<Issue, number>>()

/** How many sure signs of each issue the report has; words of two issues count for the one that they tell in it. */
export function issueCounts(scene: Scene): ReadonlyMap<Issue, number> {
  const known = kept.get(scene)
  if (known) return known
  const counts = new Map<Issue, number>()
  const sure = issueSigns(scene.reading, scene.issues).filter(sign => !sign.hint)
  const add = (issue: Issue): unknown => counts.set(issue, (counts.get(issue) ?? 0) + 1)
  for (const sign of sure) if (!sign.or) add(sign.issue)
  const plain = new Map(counts)
  for (const sign of sure) if (sign.or) add(issueOf(sign, plain))
  unmixed.set(scene, plain)
  kept.set(scene, counts)
  return counts
}

const unmixed = new WeakMap<Scene, ReadonlyMap<Issue, number>>()

/** Of a word of two issues the one that the report speaks more of. */
function issueOf({ issue, or }: IssueSign, counts: ReadonlyMap<Issue, number>): Issue {
  return or && (counts.get(or) ?? 0) > (counts.get(issue) ?? 0) ? or : issue
}

/** The signs in a span; of a word of two issues that one which the report speaks more of. */
function signsAt(scene: Scene, span: Span): readonly IssueSign[] {
  const signs = signsIn(scene.reading, span, scene.issues)
  if (!signs.some(sign => sign.or)) return signs
  issueCounts(scene)
  const counts = unmixed.get(scene) ?? new Map<Issue, number>()
  return signs.map(sign => (sign.or ? { ...sign, issue: issueOf(sign, counts) } : sign))
}

/** The issue that most of the report's words tell, talks themselves left out; absent where hardly any do. */
export function mainIssue(scene: Scene): Issue | undefined {
  const [first] = [...issueCounts(scene)].filter(([issue]) => issue !== 'PROCESS').sort((a, b) => b[1] - a[1])
  return first && first[1] >= 3 ? first[0] : undefined
}

/** The issue of a report that is about one thing: most of all its signs, those of talks and of what has no issue left out, tell it. */
function onlyIssue(scene: Scene): Issue | undefined {
  const main = mainIssue(scene)
  const counts = [...issueCounts(scene)].filter(([issue]) => issue !== 'PROCESS' && (issue !== 'OTHER' || main === 'OTHER'))
  const all = counts.reduce((sum, [, count]) => sum + count, 0)
  return main && (issueCounts(scene).get(main) ?? 0) >= 0.75 * all && all >= 6 ? main : undefined
}

/** What words that name no issue are about: the issue last told before them, in their sentence or the one before, else the report's main one. */
export function contextIssue(scene: Scene, span: Span): Issue | undefined {
  const { sentences } = scene.reading
  const sentence = sentenceAt(scene.reading, span[0])
  const before = sentence && (sentences[sentence.index - 1]?.span[0] ?? sentence.span[0])
  const all = before === undefined ? [] : signsAt(scene, [before, span[0]])
  const signs = all.filter(sign => !sign.hint)
  const hinted = scene.reading.tokens.length <= SHORT ? all.findLast(sign => sign.issue !== 'PROCESS')?.issue : undefined
  return signs.findLast(sign => sign.issue !== 'PROCESS')?.issue ?? mainIssue(scene) ?? signs.at(-1)?.issue ?? hinted
}

/** The words cut to begin and end with a word: no white space, no quote mark left alone, no comma or full stop. */
export function trimSpan(text: string, start: number, end: number): Span {
  while (start < end && /[\s,;:"“”'‘’–—]/.test(text[start] ?? '')) start++
  while (end > start && /[\s,;:.!?"“”'‘’–—]/.test(text[end - 1] ?? '')) end--
  return [start, end]
}

/** "negotiate a truce", "talking about the border": what is spoken of is the issue. */
const SPEAKS = new Set(['negotiate', 'talk', 'bargain'])
const ABOUT = new Set(['on', 'over', 'about'])

/** Signs that stand as heads: of two that touch ("nuclear talks", "verifiable, lasting disarmament") the later, of two modifiers joined by "and" the first. */
function headSigns(tokens: readonly Token[], signs: readonly IssueSign[]): IssueSign[] {
  const kept: IssueSign[] = []
  for (const sign of signs) {
    const before = kept.at(-1)
    const between = before ? tokens.filter(token => token.start >= before.span[1] && token.end <= sign.span[0]) : []
    const words = between.filter(token => token.pos !== 'PUNCT' || token.text === ',')
    const last = before && tokens.find(token => token.end === before.span[1])
    const governs = last?.pos === 'VERB' && SPEAKS.has(last.lemma) && words.every(token => token.pos === 'DET' || token.pos === 'ADJ' || ABOUT.has(token.lower))
    if (before && (words.length === 0 || governs || (last?.pos === 'ADJ' && words.every(token => token.pos === 'ADJ' || token.text === ',')))) kept.pop()
    else if (before && words.length === 1 && words[0]?.lower === 'and' && last?.pos === 'ADJ') continue
    kept.push(sign)
  }
  return kept
}

/** The conjuncts of a span, each with the issue its words tell: a new one begins where a comma or "and" stands before another sign. Empty where no issue is told. */
export function partsOf(scene: Scene, span: Span): Part[] {
  const signs = signsAt(scene, span)
  const tokens = tokensIn(scene.reading, span)
  const sure = headSigns(
    tokens,
    signs.filter(sign => !sign.hint),
  )
  if (sure.length === 0) return soleOf(scene, span, tokens, signs)
  return cut(scene, span, tokens, sure)
}

function soleOf(scene: Scene, span: Span, tokens: readonly Token[], signs: readonly IssueSign[]): Part[] {
  const issue = signs.find(sign => sign.issue !== 'PROCESS' && bearsOut(scene, sign, tokens))?.issue
  if (issue) return [{ issue, span, hint: true }]
  const deal = tokens.some(token => isDeal(token) && !isOfAnother(scene, token))
  const main = deal
    ? (namedBefore(scene, span) ?? mainIssue(scene) ?? (isKnown(tokens) && scene.reading.tokens.length <= SHORT ? contextIssue(scene, span) : undefined))
    : undefined
  if (main) return [{ issue: main, span, vague: true, named: true }]
  if (signs.some(sign => sign.issue === 'PROCESS' && sign.span[0] <= (tokens[5]?.start ?? Infinity))) return [{ issue: 'PROCESS', span, hint: true }]
  const only = onlyIssue(scene)
  return only ? [{ issue: only, span, vague: true }] : []
}

/** "the deal", "its final offer": a thing told before, not "a deal". */
function isKnown(tokens: readonly Token[]): boolean {
  return /^(?:the|this|that|these|those|such|its|their|his|her|both|either)$/.test(tokens[0]?.lower ?? '') || tokens[1]?.pos === 'PART'
}

const BACK =
  /^(?:idea|demand|request|increase|cut|move|step|condition|requirement|ban|limit|figure|sum|cap|text|wording|proposition|suggestion|formula|decision)s?$/

/** The issue of words that only point back: "it", "the idea", "that demand"; absent where they do not. */
export function pointedIssue(scene: Scene, span: Span): Issue | undefined {
  const tokens = tokensIn(scene.reading, span)
  const [first] = tokens
  const alone = tokens.length === 1 && /^(?:it|that|this|them|these|those|both|one|neither|either)$/.test(first?.lower ?? '')
  const named = /^(?:the|this|that|such|these|those)$/.test(first?.lower ?? '') && tokens.length <= 4 && tokens.some(one => isDeal(one) || BACK.test(one.lower))
  return alone || named ? contextIssue(scene, span) : undefined
}

/** How many tokens a report may have for a hint to stand alone in it. */
const SHORT = 500

/** Whether a hint stands: the report has surer signs of its issue, or it comes first in its phrase and the report tells of hardly anything else. */
function bearsOut(scene: Scene, { issue, span }: IssueSign, tokens: readonly Token[]): boolean {
  const counts = issueCounts(scene)
  const own = counts.get(issue) ?? 0
  if (own >= 2) return true
  if (own === 0 && scene.reading.tokens.length > SHORT) return false
  let others = 0
  for (const [one, count] of counts) if (one !== issue && one !== 'PROCESS') others += count
  return others <= 3 * own + 2 && span[0] <= (tokens[4]?.start ?? span[0])
}

/** What is named without a sign of any issue, its words kept as OTHER: a deed with its object, or a thing described or counted; empty where the words name nothing of their own. */
export function otherPart(scene: Scene, span: Span): Part[] {
  const tokens = tokensIn(scene.reading, span)
  if (tokens.some(isDeal)) return []
  const nouns = tokens.filter(token => token.pos === 'NOUN' && !scene.mentions[token.index] && !EMPTY.has(token.lemma))
  const deed = tokens.slice(0, 10).some(token => token.pos === 'VERB' && !EMPTY.has(token.lemma))
  const described = tokens.some(token => token.pos === 'NUM' || token.pos === 'SYM' || token.pos === 'ADJ')
  return nouns.length > 0 && (deed || described) ? [{ issue: 'OTHER', span }] : []
}

/** Words that name no thing and no deed by themselves. */
const EMPTY = new Set(
  'be have do thing way opportunity chance list kind sort lot part something anything nothing everything issue matter problem question day week month year time say tell show know see think let'.split(
    ' ',
  ),
)

function isDeal(token: Token): boolean {
  return DEAL_WORDS.has(token.lemma) && token.pos !== 'VERB'
}

/** "the reform package", "a farm bill": a noun before it, of no party, says that it is about something else. */
function isOfAnother(scene: Scene, { index, lemma }: Token): boolean {
  const before = scene.reading.tokens[index - 1]
  if (!/^(?:bill|package|plan|measure|initiative|resolution|legislation|proposal)$/i.test(lemma)) return false
  return before?.pos === 'NOUN' && !scene.mentions[index - 1]
}

/** The issue by which the sentence named its deal before: "the nuclear deal … its terms". */
function namedBefore(scene: Scene, span: Span): Issue | undefined {
  const sentence = sentenceAt(scene.reading, span[0])
  const signs = sentence ? signsAt(scene, [sentence.span[0], span[0]]) : []
  return signs.findLast(sign => !sign.hint && sign.issue !== 'PROCESS' && namesDeal(scene, sign))?.issue
}

function namesDeal(scene: Scene, sign: IssueSign): boolean {
  const last = tokensIn(scene.reading, sign.span).at(-1)
  const next = last && scene.reading.tokens[last.index + 1]
  return last !== undefined && (isDeal(last) || (next !== undefined && isDeal(next)))
}

/** A word after which another thing of the list begins: a comma, "and", "that would", "including". */
function isJoint(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? ''
  const joinsNames = lower === 'and' && tokens[at - 1]?.pos === 'PROPN' && tokens[at + 1]?.pos === 'PROPN'
  const joinsAdjectives = lower === ',' && tokens[at - 1]?.pos === 'ADJ' && tokens[at + 1]?.pos === 'ADJ'
  if (joinsNames || joinsAdjectives) return false
  if (JOINTS.has(lower)) return true
  return (
    lower === 'including' ||
    ((lower === 'would' || lower === 'will' || lower === 'include' || lower === 'includes') &&
      (tokens[at - 1]?.lower === 'that' || tokens[at - 1]?.lower === 'which'))
  )
}

/** Where a clause begins that tells what a thing has done or is: "that have hurt", "which was signed". */
function relativeAt(tokens: readonly Token[]): number {
  for (let i = 1; i + 1 < tokens.length; i++)
    if (
      /^(?:that|which|who)$/.test(tokens[i]?.lower ?? '') &&
      tokens[i - 1]?.pos !== 'VERB' &&
      /^(?:have|has|had|was|were|is|are)$/.test(tokens[i + 1]?.lower ?? '')
    )
      return tokens[i]?.start ?? Infinity
  return Infinity
}

function cut(scene: Scene, span: Span, tokens: readonly Token[], signs: readonly IssueSign[]): Part[] {
  const { text } = scene.reading.report
  const parts: Part[] = []
  let issue = signs[0]?.issue ?? 'OTHER'
  let start = span[0]
  let reached = signs[0]?.span[1] ?? span[0]
  const told = relativeAt(tokens)
  for (const sign of signs.slice(1)) {
    // What a relative clause tells of the thing is no other thing: "an end to tariffs that have hurt prices, cost jobs".
    if (sign.span[0] > told) break
    const joint = tokens.findLast((token, i) => token.start >= reached && token.end <= sign.span[0] && isJoint(tokens, i))
    reached = sign.span[1]
    if (!joint) continue
    parts.push({ issue, span: trimSpan(text, start, joint.start) })
    start = joint.end
    issue = sign.issue
  }
  parts.push({ issue, span: trimSpan(text, start, span[1]) })
  return parts.map(part => ({ ...part, span: withoutJoint(text, part.span) })).filter(part => part.span[1] > part.span[0])
}

/** Neighbouring conjuncts of one issue as one: a position is told once an issue. */
export function mergeParts(parts: readonly Part[]): Part[] {
  const merged: Part[] = []
  for (const part of parts) {
    const before = merged.at(-1)
    if (before?.issue === part.issue) merged.splice(-1, 1, { issue: part.issue, span: [before.span[0], part.span[1]] })
    else merged.push(part)
  }
  return merged
}

/** The span without a conjunction left at its end. */
export function withoutJoint(text: string, span: Span): Span {
  const tail = /(?:[\s,]|\b(?:and|or|as well as|along with|that|which))+$/i.exec(text.slice(span[0], span[1]).slice(-14))
  return tail ? trimSpan(text, span[0], span[1] - tail[0].length) : span
}
