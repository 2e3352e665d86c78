import type { Span, Token } from '#model'
import { tokensIn } from '#text'
import type { Scene } from '../scene.ts'
import { contextIssue, mergeParts, otherPart, partsOf, pointedIssue, type Part } from '../topic.ts'
import type { Match } from './frames.ts'

const MONEY = /^(?:\$.*|€.*|£.*|%|percent|pct|million|billion|trillion|dollars?|euros?)$/

/** The things wanted; a pronoun or a bare number is about what was told before. */
export function wantedParts(scene: Scene, match: Match, span: Span): Part[] {
  const parts = mergeParts(partsOf(scene, span))
  if (parts.some(part => !part.vague)) return parts
  const { tokens } = scene.reading
  const { need, complement } = match
  const counts = tokens.slice(complement, complement + 4).some(token => MONEY.test(token.lower)) || isBareCount(tokens, complement)
  const issue =
    need === 'it' || counts || pointsBack(tokens, complement)
      ? contextIssue(scene, span)
      : match.frame.stance === 'rejects' || match.frame.stance === 'accepts'
        ? pointedIssue(scene, span)
        : undefined
  if (issue) return [{ issue, span, vague: true, named: true }]
  return parts.length === 0 && isTabled(scene, match, span) ? otherPart(scene, span) : parts
}

/** Whether a thing is put to others, so that it is kept though no row knows its issue: a deed offered, a thing proposed, a number; not "offered a glimpse". */
function isTabled(scene: Scene, { frame, need, complement }: Match, span: Span): boolean {
  if (!TABLES.test(frame.id) || need === 'for' || (frame.id === 'verb.agree.to' && !/^(?:to|on|to-np)$/.test(need))) return false
  if (frame.id !== 'verb.offer.to' || need === 'to') return true
  const form = scene.mentions[complement]?.form ?? 'pronoun'
  return form !== 'pronoun' || tokensIn(scene.reading, span).some(token => token.pos === 'NUM' || MONEY.test(token.lower))
}

/** Rows by which somebody puts a thing to others, whatever it is. */
const TABLES = /^(?:verb\.(?:propose\.to|offer\.to|counter\.with|volunteer\.to|agree\.to)|noun\.(?:proposal|offer)\.to)$/

/** "would accept 25", "pressing for ten": a number of what was told before. */
function isBareCount(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.pos === 'NUM' && /^(?:PUNCT|ADP|CCONJ|ADV)$/.test(tokens[at + 1]?.pos ?? 'PUNCT')
}

/** "drop it", "delay the increase", "discuss the question": the thing was told before. */
function pointsBack(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at]?.pos === 'VERB' ? at : undefined
  if (verb === undefined || /^(?:do|see|use|say|make|take|get|have|put|know|hear|tell|leave|work|call)$/.test(tokens[verb]?.lemma ?? '')) return false
  const next = tokens[verb + 1]
  if (/^(?:it|them|that|this|those|these)$/.test(next?.lower ?? '')) return ['PUNCT', 'ADP', 'CCONJ', 'ADV', 'PART'].includes(tokens[verb + 2]?.pos ?? 'PUNCT')
  return /^(?:the|this|that|such)$/.test(next?.lower ?? '') && BACK.test(tokens[verb + 2]?.lower ?? '')
}

const BACK = /^(?:question|issue|idea|demand|request|increase|cut|move|step|matter|point|condition|requirement|change|ban|limit)s?$/
