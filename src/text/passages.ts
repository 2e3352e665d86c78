import type { Passage } from '#model'

const LIST_ITEM = /^(?:[-*•‣▪–—]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+)/

/** The passages of a frozen text: one a line that is not empty; `headline` where the first line is the report's headline. */
export function findPassages(text: string, headline?: string): Passage[] {
  const passages: Passage[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const lead = line.length - line.trimStart().length
    const words = line.trim()
    if (words) {
      const kind = passages.length === 0 && headline === words ? 'headline' : LIST_ITEM.test(words) ? 'list' : 'paragraph'
      passages.push({ kind, span: [start + lead, start + lead + words.length] })
    }
    start += line.length + 1
  }
  return passages
}
