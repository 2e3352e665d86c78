import { contains, type Reading, type Sentence, type Span, type Token } from '#model'
import type { Tense } from '../pattern.ts'

const MODALS = new Set(['will', "'ll", '’ll', 'wo', 'shall', 'would', 'may', 'might', 'should', 'must', 'can', 'could', 'going'])
const COMING = new Set(['scheduled', 'due', 'set', 'planned', 'expected', 'slated', 'deadline', 'upcoming', 'hoped', 'hope', 'hopes', 'expect', 'expects', 'plan', 'plans', 'until', 'till', 'intends', 'intend', 'ahead', 'next', 'agreed', 'vowed', 'promised', 'threatened', 'proposed', 'proposes', 'ready'])
const PAST = new Set(
  'was were had did said told met began came went took made gave left fell held saw got won lost sent spent kept brought broke ran rose led found thought felt struck hit shot put cut set quit let wrote spoke drew flew grew knew threw withdrew fought sought bought caught taught built paid laid sat stood understood became heard read shut spread hurt cost burst split swore wore tore bore chose froze drove rode woke stole'.split(' '),
)
const BARRIER = /^[;:—–“”"()]$/

function isPast(token: Token): boolean {
  return PAST.has(token.lower) || (token.pos === 'VERB' && /[^e]ed$/.test(token.lower)) || (token.pos === 'VERB' && /eed$/.test(token.lower) && /(?:agreed|freed|guaranteed)$/.test(token.lower))
}

/** What one verb's own group says: modal or "to" before it, auxiliaries, its own form. */
function tenseAt(tokens: readonly Token[], at: number): Tense | undefined {
  const verb = tokens[at]
  if (!verb) return undefined
  let has = false
  let past = isPast(verb)
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    const token = tokens[i]
    if (!token) break
    const { lower, pos } = token
    if (MODALS.has(lower)) return { points: 'ahead' }
    if (lower === 'to') return undefined
    if (lower === 'have' || lower === 'has' || lower === "'ve" || lower === '’ve' || lower === "'s") has = has || lower !== "'s"
    else if (lower === 'had' || lower === 'was' || lower === 'were' || lower === 'did') past = true
    else if ((lower === 'is' || lower === 'are' || lower === 'am') && /ing$/.test(verb.lower)) return { points: 'ahead', ongoing: true }
    else if ((lower === 'is' || lower === 'are' || lower === 'be' || lower === 'been' || lower === 'being') && pos !== 'NOUN') continue
    else if (pos !== 'ADV' && lower !== 'not' && lower !== "n't" && pos !== 'PART') break
  }
  if (has) return { points: 'back', ongoing: true }
  if (past) return { points: 'back', past: true }
  return undefined
}

/** Which way the clause around a time points: by the nearest verb before it, else the first after it. */
export function tenseOf(reading: Reading, sentence: Sentence, span: Span): Tense {
  const tokens = reading.tokens.slice(sentence.from, sentence.to)
  const here = tokens.findIndex(token => token.end > span[0])
  for (let i = here - 1; i >= 0; i--) {
    const token = tokens[i]
    if (!token) break
    if (COMING.has(token.lower)) return { points: 'ahead' }
    if (BARRIER.test(token.text)) break
    if (token.pos !== 'VERB' && token.pos !== 'AUX') continue
    const tense = tenseAt(tokens, i)
    if (tense) return tense
  }
  for (let i = here; i >= 0 && i < tokens.length; i++) {
    const token = tokens[i]
    if (!token || contains(span, [token.start, token.end])) continue
    if (BARRIER.test(token.text)) break
    if (MODALS.has(token.lower)) return { points: 'ahead' }
    if (token.pos !== 'VERB' && token.pos !== 'AUX') continue
    const tense = tenseAt(tokens, i)
    if (tense) return tense
  }
  return {}
}
