import type { Proposal, Token } from '#model'
import { isNegation, verbGroup } from './verb.ts'

type Status = Proposal['status']

const OUTCOMES: ReadonlyMap<string, Status> = new Map(
  (
    [
      ['rejected', 'reject spurn rebuff dismiss refuse decline defeat block veto snub quash'],
      ['accepted', 'accept approve ratify sign adopt embrace pass reach strike clinch conclude seal finalize finalise ink enact'],
      ['withdrawn', 'withdraw retract scrap shelve rescind'],
      ['amended', 'amend revise modify redraft rewrite sweeten'],
    ] as const
  ).flatMap(([status, verbs]) => verbs.split(' ').map((verb): [string, Status] => [verb, status])),
)
/** Verbs of two words: "turned down", "voted down", "agreed to", "agreed on". */
const PAIRED: ReadonlyMap<string, Status> = new Map([
  ['turn down', 'rejected'],
  ['vote down', 'rejected'],
  ['shoot down', 'rejected'],
  ['walk away', 'rejected'],
  ['balk at', 'rejected'],
  ['agree to', 'accepted'],
  ['agree on', 'accepted'],
  ['sign off', 'accepted'],
])
/** "signed on to", "withdrew from": another verb. */
const ELSE = new Set(['on', 'up', 'from', 'entirely', 'out', 'through', 'along', 'over', 'away'])
const SUPPOSED = new Set(['may', 'might', 'could', 'can', 'should', 'must', 'would', 'will', "'ll", '’ll', 'if', 'whether', 'unless', 'would-be'])

/** What became of the plan named at a token, as its own sentence tells: it is the object of a verb before it, or the subject of a passive after it. */
export function outcomeAt(tokens: readonly Token[], noun: number, from: number, to: number): Status | undefined {
  return outcomeBefore(tokens, noun, from) ?? outcomeAfter(tokens, noun, from, to)
}

function told(tokens: readonly Token[], at: number, from: number): Status | undefined {
  const token = tokens[at]
  if (token?.pos !== 'VERB') return undefined
  const lemma = token.lemma
  const next = tokens[at + 1]?.lower ?? ''
  const status = PAIRED.get(`${lemma} ${next}`) ?? (ELSE.has(next) ? undefined : OUTCOMES.get(lemma))
  if (!status) return undefined
  const group = verbGroup(tokens, at, from)
  if (group.negated) return status === 'accepted' && !group.modal ? 'rejected' : undefined
  if (group.modal !== undefined || group.infinitive || tokens.slice(Math.max(from, group.start - 7), group.start).some(one => IF.test(one.lower)))
    return undefined
  return group.participle ? undefined : status
}

const IF = /^(?:if|whether|unless|until|once)$/

/** "rejected the plan", "turned down an offer": the nearest verb before the noun, in its clause. */
function outcomeBefore(tokens: readonly Token[], noun: number, from: number): Status | undefined {
  for (let i = noun - 1; i >= Math.max(from, noun - 9); i--) {
    const token = tokens[i]
    if (!token || /^[,;:“”"]$/.test(token.text) || /^(?:that|which|who|after|before|by)$/.test(token.lower)) return undefined
    if (token.pos === 'VERB' && isModifying(tokens, i)) continue
    if (token.pos === 'VERB') return told(tokens, i, from)
  }
  return undefined
}

/** "a revised plan": a participle that only describes the noun. */
function isModifying(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before?.pos === 'PRON') return /^(?:its|their|his|her|our|my|your)$/.test(before.lower)
  return ['DET', 'ADJ', 'PART', 'NUM'].includes(before?.pos ?? '') && !isNegation(tokens[at - 1]) && tokens[at - 1]?.lower !== 'to'
}

/** "the plan was rejected", "a bill passed by the Senate", "the offer has been withdrawn". */
function outcomeAfter(tokens: readonly Token[], noun: number, from: number, to: number): Status | undefined {
  for (let i = noun + 1; i < Math.min(to, noun + 8); i++) {
    const token = tokens[i]
    if (!token || /^[,;:]$/.test(token.text) || /^(?:that|which|and|but)$/.test(token.lower) || SUPPOSED.has(token.lower) || isNegation(token)) return undefined
    if (token.pos !== 'VERB') continue
    const status = OUTCOMES.get(token.lemma)
    const { passive } = verbGroup(tokens, i, from)
    return passive || (i === noun + 1 && /(?:ed|ck|ken|en)$/.test(token.lower) && /^(?:by|in|on|last|between)$/.test(tokens[i + 1]?.lower ?? ''))
      ? status
      : undefined
  }
  return undefined
}

/** Words before the noun of a deal that say it is not made yet. */
const UNMADE = /^(?:any|potential|possible|proposed|draft|future|final|eventual|prospective|emerging|new|better|interim|comprehensive|such|no|a|an)$/

/** Whether a deal told by "the deal requires", "under the 2015 deal" stands: no word says that it is still to come. */
export function isMade(tokens: readonly Token[], noun: number, from: number): boolean {
  for (let i = noun - 1; i >= Math.max(from, noun - 5); i--) {
    const token = tokens[i]
    if (!token || ['VERB', 'ADP', 'AUX'].includes(token.pos)) return true
    if (UNMADE.test(token.lower)) return false
  }
  return true
}
