import * as z from 'zod'

/** Half-open `[start, end]` in UTF-16 units of `report.text`: `text.slice(start, end)` are the words. */
export type Span = readonly [start: number, end: number]
/** At least one. */
export type Some<T> = readonly [T, ...T[]]

export const spanSchema = z
  .tuple([z.int().min(0), z.int().min(0)])
  .describe('Half-open [start, end] in UTF-16 units of report.text') as unknown as z.ZodType<Span>

/** A list with at least one item. */
export function someOf<T>(item: z.ZodType<T>): z.ZodType<Some<T>> {
  return z.array(item).min(1) as unknown as z.ZodType<Some<T>>
}

/** Whether the two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1]
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1]
}

/** The smallest span that holds all of them. */
export function hull(spans: Some<Span>): Span {
  return [Math.min(...spans.map(span => span[0])), Math.max(...spans.map(span => span[1]))]
}

/** Reading order: by start, then the longer first. */
export function bySpan(a: { span: Span }, b: { span: Span }): number {
  return a.span[0] - b.span[0] || b.span[1] - a.span[1]
}
