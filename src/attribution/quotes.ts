import type { Passage, Span } from '#model'

/** A stretch between quote marks, marks included. `depth` 0 is the outermost; `open` where no closing mark was found. */
export interface Quote {
  readonly span: Span
  readonly depth: number
  readonly single: boolean
  readonly open: boolean
}

interface Opened {
  readonly at: number
  readonly close: string
  readonly single: boolean
}

/** The deepest nesting that is followed: anything further is noise, and following it would cost time without end. */
const DEEPEST = 6
const MARK = /["“”„«»‹›‘’']|``|''/g
const LETTER = /[\p{L}\p{N}]/u

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '‹': '›', '‘': '’', "'": "'", '"': '"', '``': "''" }

function isLetter(char: string | undefined): boolean {
  return char !== undefined && LETTER.test(char)
}

/** Whether the mark at `at` opens a quotation, judged by what stands on its two sides. */
function opens(text: string, at: number, mark: string, stack: readonly Opened[]): boolean {
  const before = text[at - 1]
  const after = text[at + mark.length]
  if (mark === '“') return stack.at(-1)?.close !== '“'
  if (mark === '„' || mark === '«' || mark === '‹' || mark === '‘' || mark === '``') return !(mark === '‘' && isLetter(before))
  if (mark !== '"' && mark !== "'") return false
  const free = before === undefined || /[\s([{—–\-/“‘"']/.test(before)
  return free && after !== undefined && !/\s/.test(after) && !(mark === '"' && stack.at(-1)?.close === '"')
}

function closesAt(text: string, at: number, mark: string): boolean {
  return !((mark === '’' || mark === "'") && isLetter(text[at + 1]) && isLetter(text[at - 1]))
}

/** Marks that are mixed up: a curly one that a straight one closes, and the other way round. */
const DOUBLE = /^["”]$/

/** Whether a double mark can only close: it has a word before it and none behind. */
function closesOnly(text: string, at: number, mark: string): boolean {
  return mark === '”' || (!/[\s([{—–\-/“‘]/.test(text[at - 1] ?? ' ') && !isLetter(text[at + 1]))
}

/** Finds the quotations of one passage; a mark that never closes runs to the passage's end. Linear. */
export function pairQuotes(text: string, passage: Passage): Quote[] {
  const [start, end] = passage.span
  const words = text.slice(start, end)
  const stack: Opened[] = []
  const quotes: Quote[] = []
  MARK.lastIndex = 0
  for (let found = MARK.exec(words); found; found = MARK.exec(words)) {
    const mark = found[0]
    const at = found.index
    const depthOf = stack.findLastIndex(one => one.close === mark || (DOUBLE.test(one.close) && DOUBLE.test(mark) && closesOnly(words, at, mark)))
    if (depthOf >= 0 && closesAt(words, at, mark)) {
      const opened = stack[depthOf]
      stack.length = depthOf
      if (opened && at > opened.at + 1) quotes.push({ span: [start + opened.at, start + at + mark.length], depth: depthOf, single: opened.single, open: false })
    } else if (opens(words, at, mark, stack) && stack.length < DEEPEST) {
      stack.push({ at, close: PAIRS[mark] ?? mark, single: mark === '‘' || mark === "'" || mark === '‹' })
    }
  }
  const first = stack.find(one => !one.single)
  if (first && stack[0] === first) quotes.push({ span: [start + first.at, end], depth: 0, single: false, open: true })
  return quotes.filter(one => !(one.open && one.span[1] - one.span[0] < 2)).sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
}
