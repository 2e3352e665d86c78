import type { Passage, Span } from '#model'

const LIST_ITEM = /^(?:[-*•‣▪◦·]\s+|[–—]\s+(?=[A-Z])|\(?\d{1,2}[.)]\s+|\([a-z]\)\s+)/
const TABLE_ROW = /^\|.*\|$|\t.*\t/
const CAPTION = /^(?:photo|image|picture|caption|file photo)\s*:/i
const UNDERLINE = /^(?:[-=*_]\s?){3,}$/

/** A line of the text without the white space around it; undefined where nothing is left. */
interface Line {
  readonly span: Span
  readonly words: string
  readonly indent: number
}

/** The passages of a frozen text: a paragraph, list item, caption or table row each. Lines wrapped at a fixed width are one paragraph. */
export function findPassages(text: string, headline?: string): Passage[] {
  const lines = readLines(text)
  const passages = isWrapped(lines) ? joinLines(lines) : lines.flatMap(line => (line ? [line.span] : []))
  return passages.map((span, index) => ({ kind: kindOf(text.slice(span[0], span[1]), index, headline), span }))
}

function readLines(text: string): (Line | undefined)[] {
  let start = 0
  return text.split('\n').map(line => {
    const words = line.trim()
    const indent = line.length - line.trimStart().length
    const from = start + indent
    start += line.length + 1
    return words === '' || UNDERLINE.test(words) ? undefined : { span: [from, from + words.length], words, indent }
  })
}

/** Whether the text is broken at a fixed width: most lines that are followed by another are 50 to 85 long and stop in mid-sentence. */
function isWrapped(lines: readonly (Line | undefined)[]): boolean {
  const inner = lines.filter((line, at) => line && lines[at + 1])
  if (inner.length < 3) return false
  const broken = inner.filter(line => line && line.words.length >= 45 && line.words.length <= 90 && !/[.!?:"”]$/.test(line.words))
  return broken.length >= 0.6 * inner.length
}

/** Lines joined to paragraphs: a new one begins after an empty line, at an indent, and at a list item. */
function joinLines(lines: readonly (Line | undefined)[]): Span[] {
  const spans: Span[] = []
  let open = false
  for (const line of lines) {
    const last = spans.at(-1)
    if (line && open && last && line.indent === 0 && !LIST_ITEM.test(line.words)) spans[spans.length - 1] = [last[0], line.span[1]]
    else if (line) spans.push(line.span)
    open = line !== undefined
  }
  return spans
}

function kindOf(words: string, index: number, headline: string | undefined): Passage['kind'] {
  if (index === 0 && headline === words) return 'headline'
  if (LIST_ITEM.test(words)) return 'list'
  if (TABLE_ROW.test(words)) return 'table'
  return CAPTION.test(words) ? 'caption' : 'paragraph'
}
