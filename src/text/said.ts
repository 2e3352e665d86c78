import type { Id, Span, Statement } from '#model'

/** Finds the innermost statement whose content holds a span. */
export type SaidBy = (span: Span) => Statement | undefined

interface Held {
  readonly span: Span
  readonly statement: Statement
}

/** Prepares the search: contents by start, so that a look-up walks back over the few that may hold the span. */
export function makeSaidBy(statements: readonly Statement[]): SaidBy {
  const held: Held[] = statements
    .flatMap(statement => statement.content.map(span => ({ span, statement })))
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
  const reach: number[] = []
  held.forEach(({ span }, i) => reach.push(Math.max(span[1], reach[i - 1] ?? 0)))
  return span => {
    let low = 0
    let high = held.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((held[middle]?.span[0] ?? 0) <= span[0]) low = middle + 1
      else high = middle
    }
    let found: Held | undefined
    for (let i = low - 1; i >= 0 && (reach[i] ?? 0) >= span[1]; i--) {
      const one = held[i]
      if (one && one.span[1] >= span[1] && (!found || one.span[1] - one.span[0] < found.span[1] - found.span[0])) found = one
    }
    return found?.statement
  }
}

/** Who gave a number: the innermost utterer of the statement that holds it, where the text names an actor. */
export function providerOf(statement: Statement | undefined): Id<'actor'> | undefined {
  const last = statement?.chain.at(-1)
  return last && last.as !== 'publisher' && last.as !== 'unstated' ? last.actor : undefined
}
