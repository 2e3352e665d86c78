import { overlaps, type Span } from '#model'

/** A time expression as TempEval-3 scores it. */
export interface Timex {
  readonly span: Span
  readonly type: string
  readonly value: string
}

/** Counts of TempEval-3: found and labelled; of these with the same span, an overlapping span, and of the overlapping the same value or type. */
export interface Tally {
  found: number
  labelled: number
  strict: number
  relaxed: number
  value: number
  type: number
}

/** A tally of nothing. */
export function tally(): Tally {
  return { found: 0, labelled: 0, strict: 0, relaxed: 0, value: 0, type: 0 }
}

/** A span without quote marks, commas and stops at its edges. */
export function trimSpan([start, end]: Span, text: string): Span {
  const drop = /[\s"“”‘’',.;:()]/
  let [from, to] = [start, end]
  while (from < to && drop.test(text[from] ?? '')) from++
  while (to > from && drop.test(text[to - 1] ?? '')) to--
  return [from, to]
}

/** Adds a text's counts: each label is matched by the first of ours that overlaps it, each of ours once. */
export function scoreTimex(
  ours: readonly Timex[],
  gold: readonly Timex[],
  text: string,
  total: Tally,
  miss?: (kind: string, ours: Timex | undefined, gold: Timex | undefined) => void,
): void {
  const free = new Set(ours)
  total.found += ours.length
  total.labelled += gold.length
  for (const label of gold) {
    const want = trimSpan(label.span, text)
    const touching = [...free].filter(one => overlaps(one.span, label.span))
    const exact = touching.find(one => trimSpan(one.span, text).join() === want.join())
    const match = exact ?? touching[0]
    if (!match) {
      miss?.('missed', undefined, label)
      continue
    }
    free.delete(match)
    total.relaxed++
    if (exact) total.strict++
    else miss?.('span', match, label)
    if (match.type === label.type) total.type++
    if (match.value === label.value) total.value++
    else miss?.('value', match, label)
  }
  for (const one of free) miss?.('extra', one, undefined)
}
