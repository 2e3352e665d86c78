import type { Example } from '#model'
import { hasFinite, meets, trimRange, wordAt, type Draft, type Page, type Range } from '../page.ts'
import type { Stretch } from './plain.ts'
import { looksLikeSource } from './tail.ts'
import { TAIL_VERBS } from './words.ts'

/** The longest saying between two commas, in tokens. */
const LONGEST = 14

/** "As the deadline nears, the mediator says, both sides hope …", "And, says the clerk, that vote counts": a saying between commas that the tagger passed over. */
export function readMidway(page: Page, stretch: Stretch, taken: readonly Draft[]): Draft[] {
  const found: Draft[] = []
  for (let i = stretch.from + 1; i < stretch.to - 4; i++) {
    if (wordAt(page, i) !== ',' || page.quoted[i] !== 0) continue
    const draft = between(page, stretch, i)
    if (draft && !taken.some(one => meets(one.cue, draft.cue) || meets(one.source, draft.source))) found.push(draft)
  }
  return found
}

function between(page: Page, stretch: Stretch, comma: number): Draft | undefined {
  let end = comma + 1
  while (end < stretch.to && end - comma < LONGEST && wordAt(page, end) !== ',') end++
  if (wordAt(page, end) !== ',' || page.quoted[end] !== 0) return undefined
  const first = verbAt(page, comma + 1)
  const source: Range | undefined = first ? [comma + 2, end] : [comma + 1, end - 1]
  if ((!first && !verbAt(page, end - 1)) || !looksLikeSource(page, source) || hasFinite(page, source)) return undefined
  const before = trimRange(page, [stretch.from, comma])
  const after = trimRange(page, [end + 1, stretch.to])
  if (!after || !hasFinite(page, after) || /^(?:adding|noting|citing|which|who|and|but|saying|when|after|as|while)$/.test(wordAt(page, after[0])))
    return undefined
  const content = before && !/^(?:and|or|but|so|still|now|yet)$/.test(wordAt(page, before[0])) ? [before, after] : [after]
  return { rule: 'attribution/en/midway', source, cue: first ? [comma + 1, comma + 2] : [end - 1, end], content }
}

function verbAt(page: Page, i: number): boolean {
  const token = page.tokens[i]
  return token?.pos === 'VERB' && TAIL_VERBS.has(token.lemma) && !token.lower.endsWith('ing') && token.lemma !== 'tell'
}

export const examples: readonly Example[] = [
  {
    text: 'And, says the harbour clerk, that vote makes the talks a little easier.',
    list: 'statements',
    finds: ['«the harbour clerk» | «says» | «that vote makes the talks a little easier» | indirect speech publisher > office ([..2025-05-12])'],
  },
  { text: 'The clerk, tired and cold, left the harbour at last.', list: 'statements', finds: [] },
]
