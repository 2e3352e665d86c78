import { contains, type Span, type Statement } from '#model'

/** A look-up of the innermost statement whose content holds a span; by halving over contents in reading order. */
export function innermost(statements: readonly Statement[]): (span: Span) => Statement | undefined {
  const parts = statements.flatMap(statement => statement.content.map(span => ({ span, statement })))
  parts.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
  let longest = 0
  for (const { span } of parts) longest = Math.max(longest, span[1] - span[0])
  return span => {
    let low = 0
    let high = parts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((parts[middle]?.span[0] ?? 0) <= span[0]) low = middle + 1
      else high = middle
    }
    let best: { span: Span; statement: Statement } | undefined
    for (let at = low - 1; at >= 0 && span[0] - (parts[at]?.span[0] ?? 0) <= longest; at--) {
      const part = parts[at]
      if (part && contains(part.span, span) && (!best || part.span[1] - part.span[0] < best.span[1] - best.span[0])) best = part
    }
    return best?.statement
  }
}
