import type { Example, Sentence } from '#model'
import { hasFinite, trimRange, wordAt, type Draft, type Page } from '../page.ts'
import type { Stretch } from './plain.ts'

const ADVERB = /^(?:reportedly|allegedly|purportedly)$/

/** "The two sides reportedly met": a statement of nobody named, whose cue is the adverb and whose content the clause around it. */
export function readAdverb(page: Page, sentence: Sentence, taken: readonly Draft[]): Draft[] {
  const drafts: Draft[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!ADVERB.test(wordAt(page, i)) || page.quoted[i] !== 0) continue
    if (taken.some(draft => draft.cue && draft.cue[0] <= i && i < draft.cue[1])) continue
    const outer = taken.flatMap(draft => draft.content).find(part => part[0] <= i && i < part[1])
    const [from, to] = clauseAround(
      page,
      { from: outer ? outer[0] + (wordAt(page, outer[0]) === 'that' ? 1 : 0) : sentence.from, to: outer?.[1] ?? sentence.to },
      i,
    )
    const parts = [trimRange(page, [from, i]), trimRange(page, [i + 1, to])].filter(part => part !== undefined)
    if (parts.length > 0) drafts.push({ rule: 'attribution/en/adverb', cue: [i, i + 1], content: parts })
  }
  return drafts
}

/** From the last comma that has a clause after it to the next that has one. */
function clauseAround(page: Page, sentence: Stretch, at: number): [number, number] {
  let from = at
  while (from > sentence.from && !(/^[,;:—–]$/.test(wordAt(page, from - 1)) && (hasFinite(page, [from, at]) || at - from > 0))) from--
  let to = at + 1
  while (to < sentence.to && !(/^[,;:—–]$/.test(wordAt(page, to)) && to - at > 3)) to++
  return [from, to]
}

export const examples: readonly Example[] = [
  {
    text: 'The two sides reportedly met in secret.',
    list: 'statements',
    finds: ['«» | «reportedly» | «The two sides» + «met in secret» | indirect speech publisher > unstated hedged «reportedly» ([..2025-05-12])'],
  },
  { text: 'The two sides met in secret.', list: 'statements', finds: [] },
]
