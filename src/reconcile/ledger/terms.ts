import type { Analysis, Issue, Proposal, Span, Term } from '#model'
import { readWords } from '../words.ts'

/** A proposal with the report that tells of it. */
export interface ToldProposal {
  readonly analysis: Analysis
  readonly proposal: Proposal
}

/** One line of a comparison: a term as the one and the other words it. An empty side means that its report does not mention it, never that it was dropped. */
export interface TermPair {
  readonly issue: Issue
  readonly a?: Span
  readonly b?: Span
  readonly as: 'same-words' | 'other-words' | 'only-a' | 'only-b'
}

function wordsOf({ analysis }: ToldProposal, { span }: Term): number[] {
  const words = readWords(analysis.report.text.slice(span[0], span[1])).map(word => word.as.content)
  return [...new Set(words.filter(hash => hash !== 0))]
}

function likeness(a: readonly number[], b: readonly number[]): number {
  const both = a.filter(word => b.includes(word)).length
  return both / (a.length + b.length - both || 1)
}

/** Two tellings of proposals, term by term: paired within an issue by their words, the likest first; numbers in the words count as words. */
export function compareTerms(a: ToldProposal, b: ToldProposal): TermPair[] {
  const left = a.proposal.terms.map(term => ({ term, words: wordsOf(a, term) }))
  const right = b.proposal.terms.map(term => ({ term, words: wordsOf(b, term) }))
  const pairs = left
    .flatMap(x => right.filter(y => y.term.issue === x.term.issue).map(y => ({ x, y, like: likeness(x.words, y.words) })))
    .sort((p, q) => q.like - p.like || p.x.term.span[0] - q.x.term.span[0] || p.y.term.span[0] - q.y.term.span[0])
  const done = new Set<Term>()
  const found: TermPair[] = []
  for (const { x, y, like } of pairs) {
    if (done.has(x.term) || done.has(y.term)) continue
    done.add(x.term).add(y.term)
    found.push({ issue: x.term.issue, a: x.term.span, b: y.term.span, as: like === 1 ? 'same-words' : 'other-words' })
  }
  for (const { term } of left) if (!done.has(term)) found.push({ issue: term.issue, a: term.span, as: 'only-a' })
  for (const { term } of right) if (!done.has(term)) found.push({ issue: term.issue, b: term.span, as: 'only-b' })
  return found
}
