import type { Span } from '#model'

interface Word {
  readonly key: string
  readonly span: Span
}

/** More words than this are not aligned: the table grows with the square. */
const MOST = 240
/** The share of the shorter text's words that both must have for an alignment to say anything. */
const LEAST = 0.34

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*|[%$€£]/gu)].map(found => ({
    key: found[0].toLowerCase(),
    span: [found.index, found.index + found[0].length],
  }))
}

/** The lengths of the longest common runs of words from each pair of places on, row after row. */
function lengths(a: readonly Word[], b: readonly Word[]): Uint16Array {
  const wide = b.length + 1
  const table = new Uint16Array((a.length + 1) * wide)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * wide + j] =
        a[i]?.key === b[j]?.key ? (table[(i + 1) * wide + j + 1] ?? 0) + 1 : Math.max(table[(i + 1) * wide + j] ?? 0, table[i * wide + j + 1] ?? 0)
  return table
}

function joined(words: readonly Word[], text: string): Span[] {
  const spans: Span[] = []
  for (const { span } of words) {
    const before = spans.at(-1)
    if (before && text.slice(before[1], span[0]).trim() === '') spans[spans.length - 1] = [before[0], span[1]]
    else spans.push([span[0], span[1]])
  }
  return spans
}

/** The words of each text that the other does not have in their order; none where the two have too little in common, or are too long, to be aligned. */
export function differences(a: string, b: string): { a: Span[]; b: Span[] } {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  const none = { a: [], b: [] }
  if (left.length === 0 || right.length === 0 || left.length > MOST || right.length > MOST) return none
  const table = lengths(left, right)
  const wide = right.length + 1
  const common = table[0] ?? 0
  if (common / Math.min(left.length, right.length) < LEAST) return none
  const [onlyA, onlyB]: [Word[], Word[]] = [[], []]
  let [i, j] = [0, 0]
  for (let [x, y] = [left[i], right[j]]; x || y; [x, y] = [left[i], right[j]]) {
    if (x && y && x.key === y.key) [i, j] = [i + 1, j + 1]
    else if (x && (!y || (table[(i + 1) * wide + j] ?? 0) >= (table[i * wide + j + 1] ?? 0))) onlyA[onlyA.length] = left[i++] ?? x
    else if (y) onlyB[onlyB.length] = right[j++] ?? y
  }
  return { a: joined(onlyA, a), b: joined(onlyB, b) }
}
