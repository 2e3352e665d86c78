import type { Sentence } from '#model'
import { verbLemma, type ActVerb } from '../rows.ts'
import type { Stage } from './arguments.ts'

/** "met in Geneva on Friday": a place or time follows, no object. */
export function standsAlone({ tokens }: Stage, after: number): boolean {
  return /^(?:in|at|on|during|after|before|near|outside|behind|for|over)$/.test(tokens[after]?.lower ?? '')
}

/** "fired missiles at the port", not "into the sea": somebody or something is shot at. */
export function isAimed({ tokens }: Stage, sentence: Sentence, after: number): boolean {
  for (let at = after; at < Math.min(sentence.to, after + 9); at++) {
    const word = tokens[at]?.lower ?? ''
    if (/^(?:at|against)$/.test(word)) return true
    if (word === 'on' || word === 'into' || word === 'towards' || word === 'toward')
      return !tokens.slice(at + 1, at + 4).some(token => UNAIMED.test(token.lower))
  }
  return false
}

const UNAIMED = /^(?:sea|seas|ocean|waters?|range|bay|(?:mon|tues|wednes|thurs|fri|satur|sun)day|orbit|space|\d+)$/

const FIGURATIVE = /^(?:trade|culture|legal|political|price|economic|social|class|tax|twitter|media|press|campaign|currency|tariff|commercial|cold|proxy)$/

/** "waged an economic war": no fight of arms. */
export function inWords({ tokens }: Stage, at: number): boolean {
  if (/^(?:school|mass|church|nightclub|theater|theatre)$/.test(tokens[at - 1]?.lower ?? '')) return true
  return tokens
    .slice(at + 1, at + 5)
    .some((token, i, words) => FIGURATIVE.test(token.lower) && /^(?:war|wars|battle|battles|fight|attack|attacks|assault)$/.test(words[i + 1]?.lower ?? ''))
}

const SAYING = /^(?:comment|say|give|disclose|provide|elaborate|answer|name|identify|confirm|speculate|specify|respond|reveal|discuss|speak|talk|offer|be)$/

const PHRASAL = /^(?:up|off|out|down|away|over|along)$/
const FIGHTING = /^(?:attack|battle|fight|clash|blow|blast|storm|hit|raid|assault|target|bomb)$/

/** "give up", "asked why", a fight in words only: the verb means something else here. */
export function isOtherVerb({ tokens, armed, at: laid }: Stage, at: number, { act, particle, objects }: ActVerb): boolean {
  const next = tokens[at + 1]
  const lemma = verbLemma(tokens, at)
  if (lemma === 'agree' && (next?.lower === 'with' || next?.lower === 'more')) return true
  if (particle.length === 0 && next && PHRASAL.test(next.lower) && !(next.lower === 'up' && tokens[at + 2]?.lower === 'to')) return true
  if (lemma === 'put' && tokens.slice(at + 1, at + 7).some(token => token.lower === 'hold')) return true
  if (act === 'attack' && !armed && (FIGHTING.test(lemma) || (objects instanceof Set && objects.has('attack')))) return true
  if (lemma !== 'ask' || particle.length > 0 || next?.lower === 'for') return false
  for (let i = at + 1; i < at + 4; i++) if (/^(?:whether|if|how|what|when|who|why|where)$/.test(tokens[i]?.lower ?? '')) return true
  for (let i = at + 1; i < at + 12; i++) if (tokens[i]?.lower === 'to' && laid.slice(at + 1, i).some(one => one !== undefined)) return false
  return true
}

/** "declined to comment": no refusal of anything in the talks. */
export function isSilence({ tokens }: Stage, at: number, { act }: ActVerb): boolean {
  if (act !== 'reject' || tokens[at + 1]?.lower !== 'to' || !SAYING.test(tokens[at + 2]?.lemma ?? '')) return false
  return tokens[at + 2]?.lemma !== 'talk' && tokens[at + 2]?.lemma !== 'speak' && tokens[at]?.lemma === 'decline'
}
