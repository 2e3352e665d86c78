import { sentenceOf, trimRange, wordAt, type Draft, type Page, type Range } from '../page.ts'
import { TAIL_VERBS } from './words.ts'

/** "The drones, the ministry said, came from the east": a saying between commas has its content on both sides. */
export function joinAside(page: Page, draft: Draft): Draft {
  const { source, cue } = draft
  if (!source || !cue || !TAIL_VERBS.has(page.tokens[cue[1] - 1]?.lemma ?? '')) return draft
  const from = Math.min(source[0], cue[0])
  const to = Math.max(source[1], cue[1])
  const sentence = sentenceOf(page, from)
  if (!sentence || to - from > 14 || wordAt(page, from - 1) !== ',' || wordAt(page, to) !== ',' || page.quoted[from - 1] !== 0 || page.quoted[to] !== 0)
    return draft
  if (from - 1 <= sentence.from || to + 2 >= sentence.to) return draft
  const before = trimRange(page, [sentence.from, from - 1])
  const after = trimRange(page, [to + 1, sentence.to])
  if (!before || !after || /^(?:adding|noting|citing|which|who|and|but|saying|when|after)$/.test(wordAt(page, after[0]))) return draft
  if (draft.content.length > 1 || draft.content.some(part => page.quoted[part[0]] !== 0)) return draft
  return { ...draft, content: [reach(draft, before), reach(draft, after)] }
}

/** What the tagger marked on that side, widened no further than it has to be. */
function reach(draft: Draft, side: Range): Range {
  const marked = draft.content.find(part => part[0] < side[1] && side[0] < part[1])
  return marked && marked[0] > side[0] && marked[1] <= side[1] && marked[0] - side[0] < 3 ? marked : side
}
