import type { Token } from '#model'
import type { Scene } from '../scene.ts'
import { complementFrom, type Complement } from './complement.ts'
import { MODAL, UNDERTAKES, dutyAfter, dutyBefore, isDeed, isDeedForm } from './provision.ts'

/** What a plan is cut into: "in the first phase", "during the second stage". */
export const PHASES: ReadonlySet<string> = new Set(['phase', 'stage'])
/** What a deal lays on somebody: "its obligations under the deal" tells no term. */
const LAID = /^(?:commitment|obligation|requirement|limit|promise|right|pledge|duty|restriction|constraint|responsibility|permitted|allowed|possible)s?$/

/** "under the deal", "as part of the agreement", "according to the draft", "in the first phase": the first token of these words before the noun of a plan. */
export function underAt(tokens: readonly Token[], noun: number, from: number): number | undefined {
  const isPhase = PHASES.has(tokens[noun]?.lemma ?? '') && /^(?:first|second|third|initial|final|next|last|opening)$/.test(tokens[noun - 1]?.lower ?? '')
  for (let i = noun - 1; i >= Math.max(from, noun - 8); i--) {
    const token = tokens[i]
    const before = tokens[i - 1]?.lower
    if (token?.lower === 'under') return tokens[i + 1]?.pos === 'NUM' || before === 'just' ? undefined : i
    if (token?.lower === 'part' && before === 'as') return i - 1
    if (token?.lower === 'to' && before === 'according') return i - 1
    if (isPhase && /^(?:in|during)$/.test(token?.lower ?? '')) return i
    if (!token || (!['DET', 'ADJ', 'NOUN', 'ADP', 'PROPN', 'PART', 'NUM', 'PRON'].includes(token.pos) && !/^[-–“”"'’]$/.test(token.text))) return undefined
  }
  return undefined
}

/** The words that tell the terms of a plan named behind "under": the clause after it, else the one before it. */
export function wantedUnder(scene: Scene, under: number, noun: number, from: number, to: number): Complement | undefined {
  const { tokens } = scene.reading
  const opens = under === from || /^(?:[,:;“”"—–-]|that|and|but|said|says|while|because)$/.test(tokens[under - 1]?.lower ?? '')
  const start = opens ? afterUnder(tokens, noun, to) : undefined
  if (start !== undefined) return complementFrom(scene, start, to)
  if (LAID.test(tokens[under - 1]?.lower ?? '') || isFarOff(tokens, under, from)) return undefined
  const duty = dutyBefore(tokens, under, from)
  if (duty === undefined) return undefined
  return complementFrom(scene, UNDERTAKES.test(tokens[duty]?.lower ?? '') ? duty + 2 : clauseAt(tokens, duty, from), under)
}

/** ", a place that was shut down, under the deal": words behind a second comma belong to what stands nearest. */
function isFarOff(tokens: readonly Token[], under: number, from: number): boolean {
  if (tokens[under - 1]?.text !== ',') return false
  const comma = tokens.slice(Math.max(from, under - 14), under - 1).findLast(token => token.text === ',')
  return comma !== undefined && !tokens[comma.index + 1]?.lower.endsWith('ing')
}

/** Where the clause about the terms begins after "under the plan": past the comma, or right after the noun. */
function afterUnder(tokens: readonly Token[], noun: number, to: number): number | undefined {
  const isRelative = /^(?:that|which|,)$/.test(tokens[noun + 1]?.lower ?? '')
  for (let i = noun + 1; i < Math.min(to, noun + 24); i++) {
    const token = tokens[i]
    if (!token) return undefined
    if (token.text === ',') {
      const duty = dutyAfter(tokens, i + 1, to)
      if (duty !== undefined) return UNDERTAKES.test(tokens[duty]?.lower ?? '') ? duty + 2 : lastComma(tokens, i, duty) + 1
      if (deedAfter(tokens, i + 1, to)) return i + 1
    }
    if (!isRelative && i > noun + 1 && MODAL.has(token.lower)) return noun + 1
    if (token.pos === 'AUX' && token.lower !== 'was' && token.lower !== 'were') return undefined
  }
  return undefined
}

/** The last comma before the auxiliary: "under the deal, which he described, the ministry would". */
function lastComma(tokens: readonly Token[], from: number, to: number): number {
  for (let i = to - 1; i > from; i--) if (tokens[i]?.text === ',' && i < to - 1) return i
  return from
}

/** "the ministry limits …": the first verb of the clause is finite and one of deals. */
function deedAfter(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 12); i++) {
    const token = tokens[i]
    if (!token || token.pos === 'AUX' || /^[,;:“”"]$/.test(token.text)) return false
    if (token.pos === 'VERB') return i > from && isDeed(token) && tokens[i - 1]?.lower !== 'to'
    if (i > from && token.pos === 'NOUN' && tokens[i - 1]?.pos === 'PROPN' && isDeedForm(token) && tokens[i + 1]?.pos !== 'ADP') return true
  }
  return false
}

/** Where the clause of a "would" begins: past the comma, the "that" or the saying before it. */
function clauseAt(tokens: readonly Token[], duty: number, from: number): number {
  for (let i = duty - 1; i >= Math.max(from, duty - 14); i--) {
    if (/^(?:,|that|and|but|said|says|“|”|"|:|;|—|–|while|because|which)$/.test(tokens[i]?.lower ?? '')) return tokens[i]?.lower === 'which' ? duty : i + 1
  }
  return Math.max(from, duty - 14)
}
