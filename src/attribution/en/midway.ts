import type { Example } from '#model'
import { hasFinite, trimRange, wordAt, type Draft, type Page, type Range } from '../page.ts'
import type { Stretch } from './plain.ts'
import { readSaying } from './tail.ts'
import { TAIL_VERBS } from './words.ts'

/** The longest saying between two commas, in tokens. */
const LONGEST = 14

/** "As the deadline nears, the mediator says, both sides hope …", "And, says the clerk, that vote counts": a saying between commas. */
export function readMidway(page: Page, stretch: Stretch): Draft[] {
  const found: Draft[] = []
  for (let i = stretch.from + 1; i < stretch.to - 4; i++) {
    if (wordAt(page, i) !== ',' || page.quoted[i] !== 0) continue
    const draft = between(page, stretch, i)
    if (draft) found.push(draft)
  }
  return found
}

function between(page: Page, stretch: Stretch, comma: number): Draft | undefined {
  let end = comma + 1
  while (end < stretch.to && end - comma < LONGEST && wordAt(page, end) !== ',') end++
  if (wordAt(page, end) !== ',' || page.quoted[end] !== 0) return undefined
  const saying = readSaying(page, comma + 1, end)
  if (!saying || hasFinite(page, saying.source) || hasVerb(page, Math.max(saying.cue[1], saying.source[1]), end)) return undefined
  const before = trimRange(page, [stretch.from, comma])
  // "Ada Rowan, chair of the union, said the offer, if true, …": what stands before is who says it, not what is said.
  const named = before && page.tokens.slice(before[0], before[1]).some(token => token.text === ',') && !hasFinite(page, before)
  if (saying.cue[0] < saying.source[0] && named) return undefined
  const after = trimRange(page, [end + 1, stretch.to])
  if (!after || !hasFinite(page, after)) return undefined
  if (!goesOn(page, before, after))
    return before && /^even$/.test(wordAt(page, after[0])) ? { rule: 'attribution/en/midway', ...saying, content: [before] } : undefined
  // "On Monday in Portmere, the envoy said, “We waited”": where it was said is no part of a quotation.
  const apart = !before || CONJUNCTION.test(wordAt(page, before[0])) || (page.quoted[after[0]] === 1 && page.tokens[before[0]]?.pos === 'ADP')
  const content = apart ? [after] : [before, after]
  return { rule: 'attribution/en/midway', ...saying, content }
}

const CONJUNCTION = /^(?:and|or|but|so|still|now|yet)$/

function hasVerb(page: Page, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (page.tokens[i]?.pos === 'VERB') return true
  return false
}

const SUBORDINATE = /^(?:if|when|as|while|although|though|because|since|unless|whether|before|after|until|even|given|based|should)$/

/** What follows the saying goes on with what was said: also "…, but wants inspections first", where the verb has its subject before the saying. */
function goesOn(page: Page, before: Range | undefined, after: Range): boolean {
  const first = wordAt(page, after[0])
  const verb = page.tokens[after[0] + 1]
  const whole = before !== undefined && hasFinite(page, before)
  if (/^(?:and|but)$/.test(first))
    return (
      whole &&
      (/^(?:it|they)$/.test(verb?.lower ?? '') ||
        (verb !== undefined && /^(?:VERB|AUX)$/.test(verb.pos) && !verb.lower.endsWith('ing') && verb.lemma !== 'go' && !TAIL_VERBS.has(verb.lemma)))
    )
  if (/^(?:although|though|because)$/.test(first)) return whole
  if (/^(?:adding|noting|citing|which|who|saying|when|after|as|while)$/.test(first)) return false
  // A whole clause before, and no clause of its own behind: "…, he said, worried that", "…, the envoy said, a friend of his".
  return !whole || page.quoted[after[0]] === 1 || SUBORDINATE.test(wordAt(page, before[0])) || page.tokens[after[0]]?.pos === 'ADP'
}

export const examples: readonly Example[] = [
  {
    text: 'And, says the harbour clerk, that vote makes the talks a little easier.',
    list: 'statements',
    finds: ['«the harbour clerk» | «says» | «that vote makes the talks a little easier» | indirect speech publisher > office ([..2025-05-12])'],
  },
  { text: 'The clerk, tired and cold, left the harbour at last.', list: 'statements', finds: [] },
]
